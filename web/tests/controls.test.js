import assert from "node:assert/strict";
import test from "node:test";

import { keyOf, stateOf } from "../src/controls.js";

/** As much of an element as is read: its attributes are its properties. */
const element = (localName, properties = {}) => ({
  localName,
  closest: () => null,
  matches: () => localName === "select" || (localName === "input" && !["checkbox", "radio"].includes(properties.type)),
  getAttribute: (name) => properties[name] ?? null,
  ...properties,
});

test("a control is known by what it does", () => {
  for (const [control, expected] of [
    [element("input", { type: "search", name: "q", value: "rue", id: "q" }), "input,search,q"],
    [element("input", { type: "checkbox", name: "theme", value: "eau" }), "input,checkbox,theme,eau"],
    [element("select", { type: "select-one", name: "tri", value: "nom" }), "select,select-one,tri"],
    [element("button", { type: "submit", name: "keep", value: "grist" }), "button,submit,keep,grist"],
    [element("button", { type: "button", popovertarget: "panel-menu" }), "button,button,panel-menu"],
    [element("a", { href: "https://a.example/b/", ariaLabel: "B" }), "a,,https://a.example/b/"],
    [element("button", { type: "button", ariaLabel: "Fermer" }), "button,button,Fermer"],
    [element("summary", { parentElement: element("details", { id: "frame-filters" }) }), "details,,frame-filters"],
    // What says nothing of itself, and what is there without the app only.
    [element("button", { type: "button" }), undefined],
    [element("a", { href: "https://a.example/", closest: () => ({}) }), undefined],
  ]) {
    assert.equal(keyOf(control), expected);
  }
});

test("a control that has no state never has that of another", () => {
  const box = (checked) => element("input", { type: "checkbox", checked });
  assert.equal(stateOf(box(true)), true);
  assert.equal(stateOf(box(false)), false);
  assert.equal(stateOf(element("summary", { parentElement: { open: true } })), true);
  for (const control of [element("button"), element("input", { type: "search", checked: false })]) {
    assert.equal(stateOf(control), NaN);
  }
});
