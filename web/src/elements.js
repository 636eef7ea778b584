// Elements that every page has, by construction.

/** The root of the page, which says how far the app is. */
export const page = document.documentElement;

/**
 * @param {string} id of an element that is there.
 */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
