import assert from "node:assert/strict";
import test from "node:test";

import * as names from "../src/names.js";
import { ofRepository } from "./shared.js";

test("the file of names is one that Rust reads", () => {
  const lines = ofRepository("web/src/names.js")
    .split("\n")
    .filter((line) => line && !line.startsWith("//"));
  const pattern = /^export const [A-Z_]+ = "[^"\\]+";$/;
  for (const line of lines) assert.match(line, pattern);
  assert.equal(lines.length, Object.keys(names).length);
});

test("the style knows what scripts and the app say to it", () => {
  const sheets = ["tokens", "utilities", "blocks/panel", "blocks/frame"];
  const style = sheets.map((sheet) => ofRepository(`style/${sheet}.css`)).join("");
  const { ACCENT, APP, ASKED, COLUMNS, FRAMED, GROUND, HIDDEN, THEME } = names;
  for (const attribute of [ACCENT, APP, ASKED, COLUMNS, FRAMED, GROUND, HIDDEN, THEME]) {
    assert.match(style, new RegExp(`\\[${attribute}[\\]~=]`), attribute);
  }
  const { ABSENT, DARK, LIGHT, WAITING } = names;
  for (const [attribute, word] of [[APP, ABSENT], [APP, WAITING], [THEME, DARK], [THEME, LIGHT]]) {
    assert.ok(style.includes(`[${attribute}="${word}"]`), word);
  }
  for (const name of [names.CAUSE, names.OPEN_PANEL, names.WITH_APP, names.WITHOUT_APP]) {
    assert.match(style, new RegExp(`\\.${name}\\b`), name);
  }
  assert.ok(style.includes(`#${names.NEWS_ID} `));
});

test("the page that other sites read names what they rely on", () => {
  const page = ofRepository("docs/integrer.md");
  const { HEIGHT_MESSAGE, HELLO_MESSAGE, EMBED_ELEMENT, EMBED_FILE, EMBED_FOLDER } = names;
  for (const name of [HEIGHT_MESSAGE, HELLO_MESSAGE, EMBED_ELEMENT, EMBED_FILE, EMBED_FOLDER]) {
    assert.ok(page.includes(name), name);
  }
});
