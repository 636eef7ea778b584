import { NEWS_ID, TAKE_THE_LEAD, WORKER_FILE } from "./names.js";
import { byId } from "./elements.js";

/**
 * Keeps the site for the next visits, even without a network, and tells when a newer version is ready.
 *
 * @param {string} root the address of the site.
 */
export const keepOffline = async (root) => {
  // The first version to be kept is no news.
  const isKept = Boolean(navigator.serviceWorker.controller);
  const worker = await navigator.serviceWorker.register(root + WORKER_FILE);
  const notice = byId(NEWS_ID);
  const tell = () => {
    notice.hidden = !isKept;
  };
  if (worker.waiting) tell();
  worker.addEventListener("updatefound", () => {
    const next = worker.installing;
    next?.addEventListener("statechange", () => next.state === "installed" && tell());
  });
  notice.querySelector("a")?.addEventListener("click", (event) => {
    if (!worker.waiting) return;
    event.preventDefault();
    const reload = () => location.reload();
    navigator.serviceWorker.addEventListener("controllerchange", reload);
    worker.waiting.postMessage(TAKE_THE_LEAD);
    // Chromium may let the former version go on for minutes, and a worker of a former release does not know these
    // words: without it, the network answers.
    setTimeout(() => worker.unregister().then(reload), 3000);
  });
};
