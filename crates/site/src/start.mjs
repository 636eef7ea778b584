// Starts the app over a page that already reads without it. The build fills the names in capitals.
//
// The app is fetched once the page is shown (in a frame or a page of text, once it is used), and takes its
// place at the visitor's first gesture: a machine is not kept busy for somebody who only reads.

const page = document.documentElement;
const data = document.getElementById("donnees");
const file = (name) => new URL(name, import.meta.url).href;
const isFramed = window.parent !== window;
// A page of text reads without the app: only its controls ask for it.
const isText = Boolean(document.querySelector("script[data-lecture]"));
const isAwaited = isFramed || isText;

const script = { src: file("PROGRAM_NAME"), integrity: "PROGRAM_INTEGRITY" };
const program = { src: file("WASM_NAME"), integrity: "WASM_INTEGRITY" };

const giveUp = (error) => {
  // What the visitor used last does not vanish when the app cannot come for it.
  for (let kept = begun.at(-1)?.target?.closest?.(".avec-app"); kept; kept = kept.closest(".avec-app")) kept.classList.remove("avec-app");
  page.dataset.app = "absente";
  lackFiles([script, program]);
  console.info("The app cannot start here; the page reads without it.", error);
};

// Pages written ahead are kept for the next visits, even without a network.
const keepOffline = async () => {
  // The first version to be kept is no news.
  const isKept = Boolean(navigator.serviceWorker.controller);
  const worker = await navigator.serviceWorker.register(file("sw.js"));
  const notice = document.getElementById("nouveaute");
  const tell = () => {
    notice.hidden = !isKept;
  };
  if (worker.waiting) tell();
  worker.addEventListener("updatefound", () => {
    const next = worker.installing;
    next?.addEventListener("statechange", () => next.state === "installed" && tell());
  });
  notice.querySelector("a").addEventListener("click", (event) => {
    if (!worker.waiting) return;
    event.preventDefault();
    const reload = () => location.reload();
    navigator.serviceWorker.addEventListener("controllerchange", reload);
    worker.waiting.postMessage("prendre la suite");
    // Chromium may let the former version go on for minutes: without it, the network answers.
    setTimeout(() => worker.unregister().then(reload), 3000);
  });
};

// How many entries the device keeps: pages are written without knowing, and another tab may change it.
const showKept = () => {
  const number = document.querySelector(".tete__outils .pastille");
  if (!number || page.dataset.app === "prete") return;
  try {
    const kept = localStorage.getItem(`${new URL(".", data.href).pathname}selection`) ?? "";
    // After the semicolon, what the catalogue no longer has.
    const ids = /^[a-z\d,;-]+$/.test(kept) ? kept.split(";")[0].split(",").filter(Boolean) : [];
    number.textContent = ids.length;
    number.classList.toggle("pastille--vide", !ids.length);
  } catch {}
};
showKept();
for (const change of ["storage", "pageshow"]) addEventListener(change, showKept);

// The app is about to change the address of the page, which relative links start from.
const settle = () => {
  for (const link of document.querySelectorAll("link:not([rel=stylesheet], [rel=modulepreload]), #panne a")) {
    const href = link.getAttribute("href");
    if (href && href !== link.href) link.setAttribute("href", link.href);
  }
};
for (const gesture of ["click", "keydown", "submit"]) addEventListener(gesture, settle, { once: true, capture: true });

const waiting = new AbortController();
const wake = () => waiting.abort();
const wanted = new Promise((resolve) => waiting.signal.addEventListener("abort", resolve));
const until = { capture: true, passive: true, signal: waiting.signal };
const controls = "[type=button]:not([popovertarget=volet-menu]), [type=checkbox], [type=radio]";
const heed = ({ type, target }) => {
  // An open list, a field with its keyboard stay as they are until something is chosen or typed.
  const asks = isText ? type === "click" && target?.closest?.(controls) : !target?.matches?.("select, [type=search]");
  if (type === "input" || asks) wake();
};
begun.forEach(heed);
for (const gesture of ["pointermove", "wheel", "scroll", "keydown", "focusin", "click", "input"]) {
  addEventListener(gesture, heed, until);
}

// FNV-1a on UTF-16 units, as the build does.
const fingerprint = (text) => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16);
};
// A page that shows something else than the data, than what is asked or than what the device keeps must not wait.
const compare = (text) => fingerprint(text) === data.dataset.empreinte || wake();
if (!data.dataset.empreinte || "demande" in page.dataset || document.querySelector("[data-appareil]")) wake();
globalThis.visitorNeedsApp = async (text) => {
  compare(text);
  await wanted;
  await gestureIsOver();
};

const shown = new Promise((resolve) => {
  const rest = () => (window.requestIdleCallback ?? setTimeout)(resolve);
  if (document.readyState === "complete") rest();
  else addEventListener("load", rest);
});
// The app finds it there, once; what fails, it asks for again and tells.
const read = () => (globalThis.catalogueText ??= fetch(data.href).then(
  (answer) => (answer.ok ? answer.text() : undefined),
).catch(() => {}));
// Many frames may share a page: each looks at the data only, as a text does, and fetches the app for whoever uses it.
const glance = async () => {
  await shown;
  if (!waiting.signal.aborted) compare(await read());
};
if (isAwaited) glance().catch(() => {});

const begin = async () => {
  // Some browsers run no WebAssembly and some hosts forbid it: nothing then waits for what cannot come.
  new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  await Promise.race(isAwaited ? [wanted] : [wanted, shown]);
  const answer = fetch(program.src, { integrity: program.integrity });
  // Its failure is told once, by what waits for it.
  answer.catch(() => {});
  const ahead = (attributes) => document.head.append(Object.assign(document.createElement("link"), attributes));
  ahead({ rel: "modulepreload", href: script.src, integrity: script.integrity });
  if (isAwaited) read();
  else ahead({ rel: "preload", as: "fetch", crossOrigin: "anonymous", href: data.href });
  const { default: start } = await import("./PROGRAM_NAME");
  await start({ module_or_path: answer });
  return true;
};
// A browser that keeps nothing for later (a frame without an origin throws as it is asked) has its app all the same.
if (await begin().catch(giveUp) && !isFramed) keepOffline().catch(() => {});
