// The app takes the place of the page, and what the visitor did there is done again in it: each control is
// known by what it does, never by its rank or its words; what has no counterpart is left alone. The page
// has noted the events in `begun` since its first byte.

// A press and its click, the keys of one letter (a dead key, the keyboard of a phone): not to be cut in two.
const isHeld = () => {
  const last = (pattern) => begun.filter(({ type }) => pattern.test(type)).pop();
  const press = last(/^pointer/);
  const letter = last(/^composition/);
  return performance.now() - press?.timeStamp < (press?.type === "pointerdown" ? 1000 : 50)
    || (letter?.type === "compositionstart" && letter.target === document.activeElement);
};
// What the browser itself does of a gesture comes first: a box is checked, a panel opens.
const gestureIsOver = async () => {
  for (let pause = 0; !pause || isHeld(); pause = 30) await new Promise((resolve) => setTimeout(resolve, pause));
};

const isField = (control) => control.matches("select, input:not([type=checkbox], [type=radio])");
const keyOf = (element) => {
  const { localName, type, id, name, value, href, ariaLabel } = element.localName === "summary" ? element.parentElement : element;
  const own = (name && (isField(element) ? name : [name, value])) || id || href || element.getAttribute("popovertarget") || ariaLabel;
  return own && !element.closest(".sans-app") && [localName, type, own].join();
};
const stateOf = (control) => {
  if (control.localName === "summary") return control.parentElement.open;
  if (!control.matches("[popovertarget]")) return "checked" in control && !isField(control) ? control.checked : NaN;
  return document.getElementById(control.getAttribute("popovertarget")).matches("popover" in control ? ":popover-open" : ".volet--ouvert");
};

globalThis.takeOver = (app) => {
  const page = document.getElementById("app");
  const same = (root, element) => {
    const key = keyOf(element);
    return key ? [...root.querySelectorAll(element.localName)].filter((other) => keyOf(other) === key) : [];
  };
  // Links alone may be several to one address.
  const twin = (element) => same(app, element)[same(page, element).indexOf(element)];
  const entered = new Set();
  const used = new Set();
  for (const { type, target } of begun) {
    const control = target?.closest?.("button, input, select, summary");
    if (!control || !page.contains(control)) continue;
    if (type === "focusin") entered.add(control);
    // Browsers also fill and check what a former visit left so: only what is clicked, or written by the
    // one who is in the field, is a gesture.
    if (isField(control) ? type === "input" && entered.has(control) : type === "click") {
      used.delete(control);
      used.add(control);
    }
  }
  const gestures = [...used].map((control) => [control, twin(control), stateOf(control)]);
  const focused = document.activeElement;
  const next = page.contains(focused) && twin(focused);
  const { selectionStart, selectionEnd } = focused;
  const { scrollX, scrollY } = window;

  page.replaceWith(app);
  document.documentElement.dataset.app = "prete";
  begun.length = 0;
  for (const [control, own, state] of gestures) {
    if (own && isField(own)) {
      own.value = control.value;
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
    const select = () => selectionStart != null && next.value === text && next.setSelectionRange(selectionStart, selectionEnd);
    select();
    // The app writes the text in its field once more before the next picture, which may move the caret.
    requestAnimationFrame(select);
  }
  // Some browsers follow an element that is no longer there. Asked for in vain, it costs a layout.
  if (scrollX || scrollY) scrollTo(scrollX, scrollY);
};

// The key `/` goes to the search, before the app and with it, unless it is written somewhere or is part of a
// shortcut. What extensions add to the page is not in the app.
addEventListener("keydown", (event) => {
  const field = document.querySelector("#q[aria-keyshortcuts]");
  const [from] = event.composedPath();
  const isElsewhere = !from.matches?.(":root, body, #app :not(input, select, textarea)") || from.isContentEditable;
  if (!field || isElsewhere || event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  field.focus();
});

