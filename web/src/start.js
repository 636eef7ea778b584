// Starts the app over a page that already reads without it.
//
// The app is fetched once the page is shown (in a frame or a page of text, once it is used), and takes its
// place at the visitor's first gesture: a machine is not kept busy for somebody who only reads.

import {
  ABSENT,
  APP,
  ASKED,
  CATALOGUE_TEXT,
  DATA_FILE,
  DATA_ID,
  DETAILED,
  DETAILS_FILE,
  FETCH_MODULE,
  FINGERPRINT,
  FROM_DEVICE,
  MENU_ID,
  MODULE,
  SEARCH_ID,
  TEXT_PAGE,
  VISITOR_NEEDS_APP,
  WITH_APP,
} from "./names.js";
import { byId, page } from "./elements.js";
import { fingerprint } from "./fingerprint.js";
import { gestureIsOver } from "./gestures.js";
import { settleLinks } from "./links.js";
import { keepOffline } from "./offline.js";
import { followSelection } from "./selection.js";
import { followSearchKey, offerPlace } from "./takeover.js";
import { letTranslate } from "./translated.js";
import { tryWebAssembly } from "./wasm.js";

const root = new URL(".", import.meta.url).href;
const data = /** @type {HTMLLinkElement} */ (byId(DATA_ID));
const isFramed = window.parent !== window;
// A page of text reads without the app: only its controls ask for it.
const isText = Boolean(document.querySelector(`script[${TEXT_PAGE}]`));
const isAwaited = isFramed || isText;

/** @param {BuiltFile} file */
const lackable = ({ name, integrity }) => ({ src: root + name, integrity });
const script = lackable(PROGRAM.script);
const program = lackable(PROGRAM.wasm);
const loader = PROGRAM.loader && lackable(PROGRAM.loader);

/**
 * What comes of it, whose failure is told once, by what waits for it.
 *
 * @template T
 * @param {Promise<T>} answer
 */
const toldLater = (answer) => {
  answer.catch(() => {});
  return answer;
};
/** @param {{ src: string, integrity: string }} module */
const fetchWasm = ({ src, integrity }) => toldLater(fetch(src, { integrity }));
/**
 * The files of modules, each with several pieces of the program: asked for once, unless it does not come.
 *
 * @type {Map<string, Promise<ArrayBuffer>>}
 */
const files = new Map();
/**
 * @param {BuiltFile} file
 * @param {Promise<unknown>} [first] what is to come before it.
 */
const fetchFile = async (file, first) => {
  await first;
  return (await fetchWasm(lackable(file))).arrayBuffer();
};
globalThis[FETCH_MODULE] = async (name, start, end) => {
  const file = /** @type {BuiltFile} */ (Object.values(PROGRAM.modules).flat().find((file) => file.name === name));
  const bytes = files.get(name) ?? fetchFile(file);
  files.set(name, bytes);
  // What failed is asked for again, what has been taken whole is not kept.
  const forget = () => files.delete(name);
  bytes.then((all) => all.byteLength === end - start && forget(), forget);
  return new Uint8Array(await bytes, start, end - start);
};

/** @param {unknown} error */
const giveUp = (error) => {
  // What the visitor used last does not vanish when the app cannot come for it.
  const last = /** @type {Element | null | undefined} */ (begun.at(-1)?.target);
  for (let kept = last?.closest?.(`.${WITH_APP}`); kept; kept = kept.closest(`.${WITH_APP}`)) {
    kept.classList.remove(WITH_APP);
  }
  page.setAttribute(APP, ABSENT);
  lackFiles(loader ? [script, program, loader] : [script, program]);
  console.info(error);
};

// What is asked for is in its field at once.
document
  .querySelector(`#${SEARCH_ID}[aria-keyshortcuts]`)
  ?.setAttribute("value", new URL(location.href).searchParams.get(SEARCH_ID) ?? "");
letTranslate();
offerPlace();
followSearchKey();
followSelection(new URL(".", data.href).pathname);
settleLinks();

const waiting = new AbortController();
const wake = () => waiting.abort();
/** @type {Promise<unknown>} */
const wanted = new Promise((resolve) => waiting.signal.addEventListener("abort", resolve));
const controls = `[type=button]:not([popovertarget=${MENU_ID}]), [type=checkbox], [type=radio]`;
/** @param {Event} event */
const heed = (event) => {
  const target = /** @type {Element | null} */ (event.target);
  // An open list, a field with its keyboard stay as they are until something is chosen or typed.
  const asks = isText
    ? event.type === "click" && target?.closest?.(controls)
    : !target?.matches?.("select, [type=search]");
  if (event.type === "input" || asks) wake();
};
begun.forEach(heed);
for (const gesture of ["pointermove", "wheel", "scroll", "keydown", "focusin", "click", "input"]) {
  addEventListener(gesture, heed, { capture: true, passive: true, signal: waiting.signal });
}

// A page that shows something else than the data, than what is asked or than what the device keeps must not wait.
const told = data.getAttribute(FINGERPRINT);
/** @param {string | undefined} text */
const compare = (text) => {
  if (text !== undefined && fingerprint(text) !== told) wake();
};
if (!told || page.hasAttribute(ASKED) || document.querySelector(`[${FROM_DEVICE}]`)) wake();
globalThis[VISITOR_NEEDS_APP] = async (text) => {
  compare(text);
  await wanted;
  await gestureIsOver();
};

/** @type {Promise<unknown>} */
const shown = new Promise((resolve) => {
  // A host page may leave the browser no rest at all.
  const rest = () =>
    "requestIdleCallback" in window ? requestIdleCallback(resolve, { timeout: 2000 }) : setTimeout(resolve);
  if (document.readyState === "complete") rest();
  else addEventListener("load", rest);
});
// The app finds it there, once; what fails, it asks for again and tells.
const read = () =>
  (globalThis[CATALOGUE_TEXT] ??= fetch(data.href)
    .then((answer) => (answer.ok ? answer.text() : undefined))
    .catch(() => undefined));
// Many frames may share a page: each looks at the data only, as a text does, and fetches the app for whoever uses it.
const glance = async () => {
  await shown;
  if (!waiting.signal.aborted) compare(await read());
};
if (isAwaited) glance();

const begin = async () => {
  // Nothing waits for what cannot come.
  if (!globalThis.WebAssembly) throw new Error("No WebAssembly.");
  await Promise.race([wanted, shown]);
  // It may still be forbidden: asked before the page is shown, this would keep it.
  tryWebAssembly();
  if (isAwaited) await wanted;
  const answer = fetchWasm(program);
  // It reads the data while the modules come: asked for together, all would come as late as the last one.
  const isIn = answer.then((it) => it.clone().arrayBuffer()).catch(() => {});
  const drawnBy = document.querySelector(`script[${MODULE}]`)?.getAttribute(MODULE) ?? "";
  for (const file of PROGRAM.modules[drawnBy] ?? []) {
    files.set(file.name, toldLater(fetchFile(file, isIn)));
  }
  /** @param {Partial<HTMLLinkElement>} attributes */
  const ahead = (attributes) => document.head.append(Object.assign(document.createElement("link"), attributes));
  /** @param {string} href */
  const aheadOfApp = (href) => ahead({ rel: "preload", as: "fetch", crossOrigin: "anonymous", href });
  for (const { src: href, integrity } of loader ? [script, loader] : [script]) {
    ahead({ rel: "modulepreload", href, integrity });
  }
  if (isAwaited) read();
  else aheadOfApp(data.href);
  if (document.querySelector(`script[${DETAILED}]`)) aheadOfApp(data.href.replace(DATA_FILE, DETAILS_FILE));
  const { default: start } = await import(script.src);
  await start({ module_or_path: answer });
  return true;
};
// A browser that keeps nothing for later (a frame without an origin throws as it is asked) has its app all the same.
// Nothing is awaited at the top of a module: WebKit never ends a page that goes while one waits there.
begin()
  .catch(giveUp)
  .then((hasApp) => hasApp && !isFramed && keepOffline(root))
  .catch(() => {});
