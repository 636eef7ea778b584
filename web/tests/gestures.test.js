import assert from "node:assert/strict";
import test from "node:test";

import { isHeld, usedControls } from "../src/gestures.js";

const field = { name: "field" };

test("a press and the keys of a letter are not cut in two", () => {
  const down = { type: "pointerdown", timeStamp: 100 };
  const up = { type: "pointerup", timeStamp: 150 };
  const starts = { type: "compositionstart", timeStamp: 100, target: field };
  const ends = { type: "compositionend", timeStamp: 200, target: field };
  for (const [events, now, focused, expected] of [
    [[], 500, field, false],
    [[down], 500, null, true],
    // A finger that stays too long holds nothing back.
    [[down], 1200, null, false],
    // The click comes just after.
    [[down, up], 180, null, true],
    [[down, up], 250, null, false],
    [[starts], 5000, field, true],
    [[starts], 5000, null, false],
    [[starts, ends], 5000, field, false],
  ]) {
    assert.equal(Boolean(isHeld(events, now, focused)), expected, JSON.stringify([events, now]));
  }
});

test("only what the visitor did is done again, once and in order", () => {
  const control = (name, isField) => ({ name, matches: () => isField, closest: () => control.known[name] });
  control.known = {};
  const [search, box, button, outside] = [
    ["search", true],
    ["box", false],
    ["button", false],
    ["outside", false],
  ].map(([name, isField]) => (control.known[name] = control(name, isField)));
  const page = { contains: (found) => found !== outside };
  const used = (...events) =>
    usedControls(
      events.map(([type, target]) => ({ type, target })),
      page,
    ).map(({ name }) => name);
  // Browsers fill and check by themselves what a former visit left so.
  assert.deepEqual(used(["input", search], ["input", box]), []);
  assert.deepEqual(used(["focusin", search], ["input", search], ["input", search]), ["search"]);
  assert.deepEqual(used(["click", search]), []);
  assert.deepEqual(used(["click", box], ["click", button], ["click", box]), ["button", "box"]);
  assert.deepEqual(used(["click", outside], ["click", { closest: () => null }], ["click", null]), []);
});
