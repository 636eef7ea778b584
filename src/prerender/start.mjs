// Starts the app over a page that already reads without it. The build fills the names in capitals.

const page = document.documentElement;
const file = (name) => new URL(name, import.meta.url).href;

// The app had begun and stopped: what is on the page no longer answers.
const stopped = () => {
  document.getElementById("app").hidden = true;
  document.getElementById("panne").hidden = false;
};

// The page is being left for its address with the last slash.
if (page.dataset.app === "ailleurs") await new Promise(() => {});

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
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
    worker.waiting.postMessage("prendre la suite");
  });
};

// The app is about to change the address of the page, which relative links start from.
const settle = () => {
  for (const link of document.querySelectorAll("link:not([rel=stylesheet], [rel=modulepreload]), #panne a")) {
    const href = link.getAttribute("href");
    if (href && href !== link.href) link.setAttribute("href", link.href);
  }
};
for (const gesture of ["click", "keydown", "submit"]) addEventListener(gesture, settle, { once: true, capture: true });

addEventListener("error", ({ error }) => {
  if (globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError) stopped();
});

try {
  const program = fetch(file("WASM_NAME"), { integrity: "WASM_INTEGRITY" });
  // The data is asked for meanwhile; the app finds it there.
  const data = Object.assign(document.createElement("link"), {
    rel: "preload",
    as: "fetch",
    crossOrigin: "anonymous",
    href: document.getElementById("donnees").href,
  });
  document.head.append(data);
  const { default: start } = await import("./PROGRAM_NAME");
  await start({ module_or_path: program });
  if (navigator.serviceWorker) keepOffline().catch(() => {});
} catch (error) {
  page.dataset.app = "absente";
  console.info("The app cannot start here; the page reads without it.", error);
}
