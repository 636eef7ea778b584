import { DARK, LIGHT, THEME, THEME_KEY } from "./names.js";
import { page } from "./elements.js";

/**
 * The theme that a device keeps, which others may have written: the device's own choice when it is none of ours.
 *
 * @param {string | null} kept
 */
export const themeOf = (kept) => (kept === LIGHT || kept === DARK ? kept : undefined);

const dress = () => {
  try {
    const theme = themeOf(localStorage.getItem(THEME_KEY));
    if (theme) page.setAttribute(THEME, theme);
    else page.removeAttribute(THEME);
    const choice = document.querySelector(`[name=${THEME_KEY}][value="${theme ?? ""}"]`);
    if (choice) /** @type {HTMLInputElement} */ (choice).checked = true;
  } catch {}
};

/** Gives the page the chosen theme, and its choice there, which another tab may change. Storage may be denied. */
export const followTheme = () => {
  dress();
  addEventListener("storage", dress);
  addEventListener("pageshow", dress);
};
