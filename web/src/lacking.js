// What the page does when the app stops, or when a file of it does not come.

import { ABSENT, APP, APP_ID, FAILURE_ID, LACK_ID, RESCUE_FILE } from "./names.js";
import { byId, page } from "./elements.js";
import { isOfApp } from "./files.js";

/**
 * An app that stops starts again, once: what the visitor sees is in the address, what was written is on the device.
 * One that stops again leaves its place to a message.
 *
 * @param {ErrorEvent | PromiseRejectionEvent} event
 */
const stop = (event) => {
  const reason = "reason" in event ? event.reason : event.error;
  if (!globalThis.WebAssembly || !(reason instanceof WebAssembly.RuntimeError)) return;
  const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  if (visit && visit.type !== "reload") return location.reload();
  byId(APP_ID).hidden = true;
  byId(FAILURE_ID).hidden = false;
};

/**
 * Files of the site that do not come, or that the browser refuses. A script whose name never changes looks for the
 * reason, and for a newer release; if it does not come either, the page says no more than what it lacks.
 *
 * @param {LackedFile[]} files
 */
const lack = (files) => {
  const [first] = files;
  if (!first || filesLacked.push(...files) > files.length) return;
  const help = document.createElement("script");
  help.src = `${new URL(RESCUE_FILE, first.src || first.href)}`;
  help.onerror = () => {
    byId(LACK_ID).hidden = false;
  };
  document.head.append(help);
};

export const watchForLacks = () => {
  addEventListener("error", stop);
  addEventListener("unhandledrejection", stop);
  globalThis.filesLacked = [];
  globalThis.lackFiles = lack;
  // Elements whose file does not come tell it to nobody above them: it is seen on its way.
  addEventListener(
    "error",
    ({ target }) => {
      const file = /** @type {HTMLScriptElement & HTMLLinkElement} */ (target);
      if (!isOfApp(`${file.src || file.href}`)) return;
      const isScript = file.localName === "script";
      if (isScript) page.setAttribute(APP, ABSENT);
      if (isScript || file.rel === "stylesheet") lack([file]);
    },
    true,
  );
};
