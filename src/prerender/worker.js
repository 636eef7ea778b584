// Keeps the site for visits without a network. The build fills the names in capitals.
//
// What is kept is one whole version: files whose name holds their hash never change; pages come from
// the network whenever it answers; the data is renewed only for pages of this same version, so that
// an old app never meets a new format.

const VERSION = "VERSION_NAME";
const APP = "APP_VERSION";
// Files whose name holds their hash, with their integrity.
const HASHED = new Map(HASHED_FILES);
// Those among them that are kept once they are used.
const LATER = LATER_FILES;
// The other files, and pages as the folders that they answer for.
const OTHERS = OTHER_FILES;
const DATA = "catalogue.json";
const SHELL = "404.html";
// How long a visitor waits for news, in milliseconds.
const PATIENCE = 4000;

const root = new URL("./", location.href);
const PREFIX = `communs ${root.pathname} `;
const cacheName = PREFIX + VERSION;
const address = (name) => new URL(name, root).href;

const download = async (cache, name, options) => {
  const response = await fetch(address(name), options);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  await cache.put(address(name), response);
};

addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(cacheName);
      const now = [...HASHED].filter(([name]) => !LATER.includes(name));
      const hashed = now.map(([name, integrity]) => download(cache, name, { integrity }));
      const others = OTHERS.map((name) => download(cache, name, { cache: "no-cache" }));
      await Promise.all([...hashed, ...others]);
    })(),
  );
});

addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      const old = names.filter((name) => name.startsWith(PREFIX) && name !== cacheName);
      await Promise.all(old.map((name) => caches.delete(name)));
      await clients.claim();
    })(),
  );
});

addEventListener("message", ({ data }) => {
  if (data === "prendre la suite") skipWaiting();
});

const kept = async (name) => (await caches.open(cacheName)).match(address(name));

// A file whose name holds its hash.
const unchanging = async (request, name) => {
  const known = await kept(name);
  if (known) return known;
  const response = await fetch(request);
  if (response.ok) (await caches.open(cacheName)).put(address(name), response.clone());
  return response;
};

// The network's answer, unless it fails or comes too late for one that is kept.
const freshest = async (request, name, keep) => {
  const known = await kept(name);
  const network = fetch(request).then(async (response) => {
    if (keep && response.ok) (await caches.open(cacheName)).put(address(name), response.clone());
    return response;
  });
  if (!known) return network;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, known));
  return Promise.race([network, late]).catch(() => known);
};

// A page that is not kept is drawn by the app, in the shell of the page that does not exist.
const shell = async () => {
  const page = await (await kept(SHELL)).text();
  const html = page.replace(/<html/i, `<html data-racine="${root.pathname}"`);
  return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
};

const openPage = async (request, name) => {
  const folder = name.replace(/(^|\/)index\.html$/, "$1").replace(/[^/]$/, "$&/");
  try {
    return await freshest(request, folder || "./", false);
  } catch {
    return shell();
  }
};

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(root.href)) return;
  const name = url.pathname.slice(root.pathname.length);
  if (request.mode === "navigate") {
    event.respondWith(openPage(request, name));
  } else if (HASHED.has(name)) {
    event.respondWith(unchanging(request, name));
  } else if (name === DATA && url.search === `?v=${APP}`) {
    event.respondWith(freshest(request, name, true));
  } else if (OTHERS.includes(name)) {
    event.respondWith(freshest(request, name, false));
  }
});
