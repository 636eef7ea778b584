// The app takes the place of the page, and what the visitor did there is done again in it; what has no counterpart
// is left alone.

import { APP, APP_ID, READY, SEARCH_ID, TAKE_OVER } from "./names.js";
import { isField, keyOf, stateOf } from "./controls.js";
import { byId, page } from "./elements.js";
import { usedControls } from "./gestures.js";

/**
 * The elements that do the same as this one.
 *
 * @param {Element} root
 * @param {Element} element
 */
const same = (root, element) => {
  const key = keyOf(element);
  return key ? [...root.querySelectorAll(element.localName)].filter((other) => keyOf(other) === key) : [];
};

/** @param {HTMLElement} app */
const takeOver = (app) => {
  const former = byId(APP_ID);
  // Links alone may be several to one address.
  /** @param {Element} element */
  const twin = (element) => /** @type {HTMLInputElement | undefined} */ (
    same(app, element)[same(former, element).indexOf(element)]
  );
  const gestures = usedControls(begun, former).map(
    (control) => /** @type {const} */ ([control, twin(control), stateOf(control)]),
  );
  const focused = /** @type {HTMLInputElement} */ (document.activeElement);
  const next = former.contains(focused) && twin(focused);
  const { selectionStart, selectionEnd } = focused;
  const { scrollX, scrollY } = window;

  former.replaceWith(app);
  page.setAttribute(APP, READY);
  begun.length = 0;
  for (const [control, own, state] of gestures) {
    if (own && isField(own)) {
      own.value = /** @type {HTMLInputElement} */ (control).value;
      for (const type of ["input", "change"]) own.dispatchEvent(new Event(type, { bubbles: true }));
    } else if (own && stateOf(own) !== state) {
      // As a press does: what opens comes after its button, and leads back there.
      own.focus({ preventScroll: true });
      own.click();
    }
  }
  if (next) {
    next.focus({ preventScroll: true });
    const text = next.value;
    const select = () => {
      if (selectionStart != null && next.value === text) next.setSelectionRange(selectionStart, selectionEnd);
    };
    select();
    // The app writes the text in its field once more before the next picture, which may move the caret.
    requestAnimationFrame(select);
  }
  // Some browsers follow an element that is no longer there. Asked for in vain, it costs a layout.
  if (scrollX || scrollY) scrollTo(scrollX, scrollY);
};

/** Lets the app take the place of the page. */
export const offerPlace = () => {
  globalThis[TAKE_OVER] = takeOver;
};

/**
 * The key `/` goes to the search, before the app and with it, unless it is written somewhere or is part of a
 * shortcut. What extensions add to the page is not in the app.
 */
export const followSearchKey = () => {
  addEventListener("keydown", (event) => {
    const field = /** @type {HTMLElement | null} */ (document.querySelector(`#${SEARCH_ID}[aria-keyshortcuts]`));
    const from = /** @type {HTMLElement} */ (event.composedPath()[0]);
    const isElsewhere =
      !from.matches?.(`:root, body, #${APP_ID} :not(input, select, textarea)`) || from.isContentEditable;
    if (!field || isElsewhere || event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    field.focus();
  });
};
