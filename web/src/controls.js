// Controls of a page, known by what they do: neither by their rank nor by their words.

import { OPEN_PANEL, WITHOUT_APP } from "./names.js";

/**
 * What is read of any control.
 *
 * @typedef {HTMLInputElement & HTMLAnchorElement} Control
 */

/** @param {Element} control */
export const isField = (control) => control.matches("select, input:not([type=checkbox], [type=radio])");

/**
 * What a control does, the same in a page written ahead and in the app; nothing when that cannot be told, or when it
 * is not there with the app.
 *
 * @param {Element} element
 */
export const keyOf = (element) => {
  const { localName, type, id, name, value, href, ariaLabel } = /** @type {Control} */ (
    element.localName === "summary" ? element.parentElement : element
  );
  const own =
    (name && (isField(element) ? name : [name, value])) || id || href || element.getAttribute("popovertarget") || ariaLabel;
  return own && !element.closest(`.${WITHOUT_APP}`) ? [localName, type, own].join() : undefined;
};

/**
 * Whether a control is checked, or what it opens is open; `NaN`, which equals nothing, when it has no state.
 *
 * @param {Element} control
 */
export const stateOf = (control) => {
  if (control.localName === "summary") return /** @type {HTMLDetailsElement} */ (control.parentElement).open;
  const panel = control.getAttribute("popovertarget");
  if (panel === null) return "checked" in control && !isField(control) ? control.checked : NaN;
  return document.getElementById(panel)?.matches("popover" in control ? ":popover-open" : `.${OPEN_PANEL}`);
};
