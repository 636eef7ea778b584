import { APP, BADGE, EMPTY_BADGE, READY, SELECTION_KEY, TOOLS } from "./names.js";
import { page } from "./elements.js";
import { countOf } from "./kept.js";

/**
 * Shows how many entries the device keeps: pages are written without knowing, and another tab may change it.
 *
 * @param {string} root the path of the site, which ends with a slash.
 */
export const followSelection = (root) => {
  const show = () => {
    const badge = document.querySelector(`.${TOOLS} .${BADGE}`);
    if (!badge || page.getAttribute(APP) === READY) return;
    try {
      const count = countOf(localStorage.getItem(root + SELECTION_KEY) ?? "");
      badge.textContent = `${count}`;
      badge.classList.toggle(EMPTY_BADGE, !count);
    } catch {}
  };
  show();
  for (const change of ["storage", "pageshow"]) addEventListener(change, show);
};
