// What the visitor does while the app comes: the page has noted the events in `begun` since its first byte.

import { isField } from "./controls.js";

/**
 * Whether a press and its click, or the keys of one letter (a dead key, the keyboard of a phone), are under way: they
 * are not to be cut in two.
 *
 * @param {Pick<Event, "type" | "timeStamp" | "target">[]} events
 * @param {number} now the time, in milliseconds since the page was opened.
 * @param {unknown} focused the element that has the keyboard.
 */
export const isHeld = (events, now, focused) => {
  /** @param {string} start */
  const last = (start) => events.filter(({ type }) => type.startsWith(start)).at(-1);
  const press = last("pointer");
  const letter = last("composition");
  const isPressed = press && now - press.timeStamp < (press.type === "pointerdown" ? 1000 : 50);
  return isPressed || (letter?.type === "compositionstart" && letter.target === focused);
};

/** What the browser itself does of a gesture comes first: a box is checked, a panel opens. */
export const gestureIsOver = async () => {
  for (let pause = 0; !pause || isHeld(begun, performance.now(), document.activeElement); pause = 30) {
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
};

/**
 * The controls of a page that the visitor has used, each once, in the order of their last use.
 *
 * @param {Pick<Event, "type" | "target">[]} events
 * @param {Pick<Node, "contains">} page
 * @returns {Element[]}
 */
export const usedControls = (events, page) => {
  const entered = new Set();
  /** @type {Set<Element>} */
  const used = new Set();
  for (const { type, target } of events) {
    const control = /** @type {Element | null} */ (target)?.closest?.("button, input, select, summary");
    if (!control || !page.contains(control)) continue;
    if (type === "focusin") entered.add(control);
    // Browsers also fill and check what a former visit left so: only what is clicked, or written by the
    // one who is in the field, is a gesture.
    if (isField(control) ? type === "input" && entered.has(control) : type === "click") {
      used.delete(control);
      used.add(control);
    }
  }
  return [...used];
};
