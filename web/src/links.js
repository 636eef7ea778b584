import { FAILURE_ID } from "./names.js";

/** The app is about to change the address of the page, which relative links start from: they become whole. */
const settle = () => {
  const links = document.querySelectorAll(`link:not([rel=stylesheet], [rel=modulepreload]), #${FAILURE_ID} a`);
  for (const link of /** @type {NodeListOf<HTMLLinkElement | HTMLAnchorElement>} */ (links)) {
    const href = link.getAttribute("href");
    if (href && href !== link.href) link.setAttribute("href", link.href);
  }
};

/** Settles the links that stay when the app has the page, at the visitor's first gesture. */
export const settleLinks = () => {
  for (const gesture of ["click", "keydown", "submit"]) {
    addEventListener(gesture, settle, { once: true, capture: true });
  }
};
