// Before the first paint of a page that another site shows: the look that its address asks for. All the rest of the
// address, and what means nothing in it, is for the app. It stands in the page.

import { ACCENT, ASKED } from "./names.js";
import { page } from "./elements.js";
import { lookOf } from "./look.js";

const asked = [...new URLSearchParams(location.search)];
const { attributes, isMore } = lookOf(asked);
for (const [attribute, value] of attributes) {
  if (attribute === ACCENT) {
    page.setAttribute(ACCENT, "");
    page.style.setProperty("--accent", `#${value.replace("#", "")}`);
  } else {
    page.setAttribute(attribute, value);
  }
}
if (isMore) page.setAttribute(ASKED, "");

// A search sent before the app is there keeps the rest of the address.
addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  for (const [name, value] of asked) {
    if (name === "q" || name === "page") continue;
    const field = Object.assign(document.createElement("input"), { type: "hidden", name, value });
    /** @type {HTMLFormElement} */ (event.target).append(field);
  }
});
