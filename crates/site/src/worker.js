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
const address = (name) => root.href + name;

// An answer that came through a redirection may not be given to a visit: browsers refuse it.
const keep = async (name, response) => {
  const answer = response.redirected ? new Response(response.body, response) : response;
  await (await caches.open(cacheName)).put(address(name), answer);
};

const download = async (name, options) => {
  const response = await fetch(address(name), options);
  if (response.ok) return keep(name, response);
  // Some hosts give the page of unknown addresses as one that is unknown.
  if (name === SHELL) {
    const html = await response.clone().text();
    if ([...HASHED.keys()].some((hashed) => html.includes(hashed))) return keep(name, response);
  }
  // What a host does not have leaves the rest; what fails is for another visit.
  const isAbsent = [403, 404, 410].includes(response.status) && name !== DATA && !HASHED.has(name);
  if (!isAbsent) throw new Error(`${name}: ${response.status}`);
  console.info(`${name}: ${response.status}; it is not kept for visits without a network`);
};

addEventListener("install", (event) => {
  const hashed = [...HASHED].filter(([name]) => !LATER.includes(name));
  event.waitUntil(
    Promise.all([
      ...hashed.map(([name, integrity]) => download(name, { integrity })),
      ...OTHERS.map((name) => download(name, { cache: "no-cache" })),
    ]),
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
  if (response.ok) keep(name, response.clone());
  return response;
};

// The network's answer, unless it fails or comes too late for one that is kept.
const freshest = async (request, name, isRenewed) => {
  const known = await kept(name);
  const network = fetch(request).then((response) => {
    if (isRenewed && response.ok) keep(name, response.clone());
    return response;
  });
  if (!known) return network;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, known));
  return Promise.race([network, late]).catch(() => known);
};

// Whether the app draws something there: an entry of the data that is kept, or a page of their list.
const isDrawn = async (folder) => {
  const [parent, id] = folder.split("/").slice(-3);
  const { entries } = await (await kept(DATA)).json();
  return parent === "fiches" || entries.some((entry) => entry.id === id);
};

// A page that is not kept is drawn by the app, in the shell of the page that does not exist.
const shell = async (folder) => {
  const page = await (await kept(SHELL)).text();
  const html = page.replace(/<html/i, `<html data-racine="${root.href}"`);
  const status = (await isDrawn(folder).catch(() => false)) ? 200 : 404;
  return new Response(html, { status, headers: { "Content-Type": "text/html; charset=utf-8" } });
};

// Hosts answer a folder with and without its last slash.
const openPage = async (request, name) => {
  const folder = name.replace(/(^|\/)index\.html$/, "$1").replace(/[^/]$/, "$&/");
  return freshest(request, folder || "./", false).catch(() => shell(folder));
};

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(root.href)) return;
  const name = url.pathname.slice(root.pathname.length);
  const isPage = /(^|\/)(index\.html|[^./]*)$/.test(name);
  if (request.mode === "navigate" && isPage) {
    event.respondWith(openPage(request, name));
  } else if (HASHED.has(name)) {
    event.respondWith(unchanging(request, name));
  } else if (name === DATA && url.search === `?v=${APP}`) {
    event.respondWith(freshest(request, name, true));
  } else if (OTHERS.includes(name)) {
    event.respondWith(freshest(request, name, false));
  }
  // Any other file is the network's: browsers tell themselves that it does not answer.
});
