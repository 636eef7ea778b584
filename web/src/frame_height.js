// Tells the page around how high this one is, whenever that changes: docs/integrer.md has what they
// say to each other. It stands in the page.

import { HEIGHT_MESSAGE, HELLO_MESSAGE } from "./names.js";
import { page } from "./elements.js";
import { Heights } from "./height.js";

// WordPress gives a word to the pages it shows by oEmbed, and knows them by it.
const secret = new URLSearchParams(location.hash.slice(2)).get("secret");
/**
 * @param {string} message
 * @param {unknown} value
 */
const tellWordPress = (message, value) => {
  if (secret) parent.postMessage({ message, value, secret }, "*");
};

const heights = new Heights();
const tell = () => {
  parent.postMessage({ type: HEIGHT_MESSAGE, version: 1, hauteur: heights.told }, "*");
  tellWordPress("height", heights.told);
  // Browsers that size frames by themselves want to be asked.
  try {
    window.requestResize?.();
  } catch {}
};
const measure = () => {
  const height = Math.ceil(page.getBoundingClientRect().height);
  if (heights.isNews(height, innerWidth, performance.now())) tell();
};

if (parent !== window) {
  new ResizeObserver(measure).observe(page);
  // Browsers do not lay out frames far from what is seen, unless they are asked.
  addEventListener("load", measure);
  for (const gesture of ["pointerdown", "keydown"]) addEventListener(gesture, () => heights.forget(), true);
  addEventListener("message", ({ data, source }) => {
    if (source !== parent || data?.type !== HELLO_MESSAGE || data.version !== 1) return;
    if (heights.told) tell();
    else measure();
  });
  // It opens links for them too: its sandbox lets no frame do so.
  addEventListener("click", ({ target }) => {
    const link = /** @type {Element} */ (target).closest(/** @type {"a"} */ ("a[href]"));
    if (link) tellWordPress("link", link.href);
  });
}
