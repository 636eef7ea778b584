import assert from "node:assert/strict";
import test from "node:test";

import { ATTRIBUTES } from "../src/embed_attributes.js";
import { Heights } from "../src/height.js";
import { lookOf } from "../src/look.js";
import { ACCENT, COLUMNS, EMBED_PARAMETERS, GROUND, HIDDEN, THEME } from "../src/names.js";

const look = (search) => {
  const { attributes, isMore } = lookOf(new URLSearchParams(search));
  return [Object.fromEntries(attributes), isMore];
};

test("the look of a frame is read strictly", () => {
  for (const [search, expected, isMore] of [
    ["", {}, false],
    ["v=1&lang=fr", {}, false],
    ["apparence=sombre&fond=transparent", { [THEME]: "sombre", [GROUND]: "transparent" }, false],
    ["apparence=clair&apparence=auto", { [THEME]: "auto" }, false],
    ["apparence=violet", {}, true],
    ["colonnes=4", { [COLUMNS]: "4" }, false],
    ["colonnes=5", {}, true],
    ["colonnes=12", {}, true],
    ["masquer=titre,%20date,", { [HIDDEN]: " titre date" }, false],
    ["masquer=titre,rien&masquer=tri", { [HIDDEN]: " titre tri" }, true],
    ["accent=%230a5", { [ACCENT]: "#0a5" }, false],
    ["accent=00AA55", { [ACCENT]: "00AA55" }, false],
    ["accent=00aa5", {}, true],
    ["limite=6", {}, true],
    ["q=rue", {}, true],
    // No name of what every object has.
    ["constructor=a&__proto__=b", {}, true],
  ]) {
    assert.deepEqual(look(search), [expected, isMore], search);
  }
});

test("every parameter of a view is known on both sides of its frame", () => {
  const valid = { v: "1", apparence: "clair", accent: "000", fond: "opaque", lang: "fr", masquer: "titre", colonnes: "1" };
  for (const name of EMBED_PARAMETERS.split(" ")) {
    // The number of results is for the app; there is one version.
    assert.equal(look(`${name}=${valid[name]}`)[1], name === "limite", name);
    assert.equal(ATTRIBUTES.includes(name), name !== "v", name);
  }
});

test("a height is told when it changes, and not for ever", () => {
  const heights = new Heights();
  assert.equal(heights.isNews(0, 300, 0), false, "it is not shown");
  assert.equal(heights.isNews(500, 0, 0), false, "it has no width");
  assert.equal(heights.isNews(500, 300, 10), true);
  assert.equal(heights.isNews(500, 300, 20), false);
  assert.equal(heights.isNews(498, 300, 30), false, "it would not be seen");
  assert.equal(heights.isNews(497, 300, 40), true);
  assert.equal(heights.told, 497);

  // A page around that answers a greater height by a greater width, and the other way round.
  const turning = new Heights();
  const told = Array.from({ length: 40 }, (_, i) => turning.isNews(i % 2 ? 400 : 600, i % 2 ? 320 : 300, i));
  assert.equal(told.filter(Boolean).length, 7);
  assert.equal(turning.told, 600, "the highest stays");
  assert.equal(turning.isNews(400, 320, 5000), true, "later, it is another story");

  // A page around that gives more than it is asked.
  const growing = new Heights();
  const times = Array.from({ length: 100 }, (_, i) => growing.isNews(500 + i, 300, i)).filter(Boolean);
  assert.equal(times.length, 61);
  growing.forget();
  assert.equal(growing.isNews(900, 300, 101), true, "the visitor made it grow");
});
