// What every page does first, before it asks for its style and before it is painted. It stands in the page.

import { APP, ASKED, FRAMED, WAITING } from "./names.js";
import { page } from "./elements.js";
import { settled } from "./address.js";
import { closeLeftPanels, showPanelsByClass } from "./panels.js";
import { followTheme } from "./theme.js";
import { watchForLacks } from "./lacking.js";

// Until the app is there, or is known not to come.
page.setAttribute(APP, WAITING);

// What the visitor does before the app is there, for it to do again.
globalThis.begun = [];
for (const type of [
  "focusin",
  "click",
  "input",
  "pointerdown",
  "pointerup",
  "pointercancel",
  "compositionstart",
  "compositionend",
]) {
  addEventListener(type, (event) => page.getAttribute(APP) === WAITING && begun.push(event), true);
}

// Addresses in the page start from its folder. Some hosts take the last slash away and some give a page at an
// address with several in a row: the page then says its address itself, and asks for nothing again.
const address = settled(location.href);
if (address.protocol.startsWith("http") && address.href !== location.href) {
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // A frame without an origin may not: its links are told where they start.
    document.head.append(Object.assign(document.createElement("base"), { href: address }));
  }
}

// In the frame of another site, that site chooses the theme.
if (!page.hasAttribute(FRAMED)) {
  // More is asked than the page written ahead has.
  if (address.search) page.setAttribute(ASKED, "");
  followTheme();
}

watchForLacks();

if ("popover" in page) closeLeftPanels();
else showPanelsByClass();
