// Keeps the site for visits without a network.
//
// What is kept is one whole version: files whose name holds their hash never change; pages come from
// the network whenever it answers; the data is renewed only for pages of this same version, so that
// an old app never meets a new format.

import { DATA_FILE, FORMER_TAKE_THE_LEAD, ROOT, SHELL_FILE, TAKE_THE_LEAD } from "./names.js";
import { folderOf, isDrawn, wayOf } from "./requests.js";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const HASHED = new Map(RELEASE.hashed);
/** How long a visitor waits for news, in milliseconds. */
const PATIENCE = 4000;

const root = new URL("./", location.href);
const PREFIX = `communs ${root.pathname} `;
const cacheName = PREFIX + RELEASE.version;

/** @param {string} name */
const address = (name) => root.href + name;

/**
 * An answer that came through a redirection may not be given to a visit: browsers refuse it.
 *
 * @param {string} name
 * @param {Response} response
 */
const keep = async (name, response) => {
  const answer = response.redirected ? new Response(response.body, response) : response;
  await (await caches.open(cacheName)).put(address(name), answer);
};

/** @param {string} name */
const kept = async (name) => (await caches.open(cacheName)).match(address(name));

/**
 * @param {string} name
 * @param {RequestInit} options
 */
const download = async (name, options) => {
  const response = await fetch(address(name), options);
  if (response.ok) return keep(name, response);
  // Some hosts give the page of unknown addresses as one that is unknown.
  if (name === SHELL_FILE) {
    const html = await response.clone().text();
    if ([...HASHED.keys()].some((hashed) => html.includes(hashed))) return keep(name, response);
  }
  // What a host does not have leaves the rest; what fails is for another visit.
  const isAbsent = [403, 404, 410].includes(response.status) && name !== DATA_FILE && !HASHED.has(name);
  if (!isAbsent) throw new Error(`${name}: ${response.status}`);
  console.info(`${name}: ${response.status}; it is not kept for visits without a network`);
};

const install = () =>
  Promise.all([
    ...RELEASE.hashed.map(([name, integrity]) => download(name, { integrity })),
    ...RELEASE.others.map((name) => download(name, { cache: "no-cache" })),
  ]);

const activate = async () => {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
};

/**
 * A file whose name holds its hash.
 *
 * @param {Request} request
 * @param {string} name
 */
const unchanging = async (request, name) => {
  const known = await kept(name);
  if (known) return known;
  const response = await fetch(request);
  if (response.ok) keep(name, response.clone());
  return response;
};

/**
 * Whether an answer is what was asked for: a server that fails answers too, and so does a network that wants one to
 * sign in first, by a page in place of the data.
 *
 * @param {Response} response
 * @param {boolean} isData
 */
const isSound = async (response, isData) =>
  response.status < 500 && !(isData && (await response.clone().text()).trimStart().startsWith("<"));

/**
 * The network's answer, unless it fails or comes too late for one that is kept.
 *
 * @param {Request} request
 * @param {string} name
 * @param {boolean} isData
 */
const freshest = async (request, name, isData) => {
  const known = await kept(name);
  const network = fetch(request).then(async (response) => {
    if (!(await isSound(response, isData))) return known ?? response;
    if (isData && response.ok) keep(name, response.clone());
    return response;
  });
  if (!known) return network;
  /** @type {Promise<Response>} */
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, known));
  return Promise.race([network, late]).catch(() => known);
};

/**
 * What a file that is kept since the worker was installed holds.
 *
 * @param {string} name
 */
const held = async (name) => /** @type {Response} */ (await kept(name));

/**
 * A page that is not kept is drawn by the app, in the shell of the page that does not exist.
 *
 * @param {string} folder
 */
const shell = async (folder) => {
  const page = await (await held(SHELL_FILE)).text();
  const html = page.replace(/<html/i, `<html ${ROOT}="${root.href}"`);
  const drawn = async () => isDrawn(folder, await (await held(DATA_FILE)).json());
  const status = (await drawn().catch(() => false)) ? 200 : 404;
  return new Response(html, { status, headers: { "Content-Type": "text/html; charset=utf-8" } });
};

/**
 * What the server cannot give is drawn where the site has it; what it has not may be new, and is the server's to tell.
 *
 * @param {Request} request
 * @param {string} name
 */
const openPage = async (request, name) => {
  const folder = folderOf(name);
  const answer = await freshest(request, folder || "./", false).catch(() => undefined);
  if (answer && answer.status < 500) return answer;
  const drawn = await shell(folder);
  return answer && !drawn.ok ? answer : drawn;
};

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("message", ({ data }) => {
  if (data === TAKE_THE_LEAD || data === FORMER_TAKE_THE_LEAD) worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { name, way } = wayOf(request, root.href, { app: RELEASE.app, hashed: HASHED, others: RELEASE.others });
  if (way === "page") event.respondWith(openPage(request, name));
  else if (way === "hashed") event.respondWith(unchanging(request, name));
  else if (way === "data") event.respondWith(freshest(request, name, true));
  else if (way === "other") event.respondWith(freshest(request, name, false));
});
