// Starts the app of the site in one file, which holds its program and its data. It reads without it.

import { ABSENT, APP, DATA_ID, LATER_HREF, SCHEMA_ID, VISITOR_NEEDS_APP } from "./names.js";
import { byId, page } from "./elements.js";
import { gestureIsOver } from "./gestures.js";
import { followSearchKey, offerPlace } from "./takeover.js";
import { letTranslate } from "./translated.js";

letTranslate();
offerPlace();
followSearchKey();
globalThis[VISITOR_NEEDS_APP] = gestureIsOver;

/** @param {string} text */
const unpack = (text) => {
  const packed = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")));
};

/** @type {HTMLAnchorElement[]} */
const links = [...document.querySelectorAll(/** @type {"a"} */ (`[${LATER_HREF}]`))];

const begin = async () => {
  byId(DATA_ID).textContent = await unpack(PACKED.data).text();
  byId(SCHEMA_ID).textContent = await unpack(PACKED.schema).text();
  // What can be opened soon is a link from now on.
  for (const link of links) link.href = link.getAttribute(LATER_HREF) ?? "";
  await startProgram({ module_or_path: await unpack(PACKED.program).arrayBuffer() });
};
begin().catch((error) => {
  for (const link of links) link.removeAttribute("href");
  page.setAttribute(APP, ABSENT);
  console.info(PACKED.failure, error);
});
