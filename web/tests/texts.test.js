import assert from "node:assert/strict";
import test from "node:test";

import { isOfApp, namesOfApp } from "../src/files.js";
import { fingerprint } from "../src/fingerprint.js";
import { countOf } from "../src/kept.js";
import { shared } from "./shared.js";

test("a text has the fingerprint that the build gives it", () => {
  for (const { text, is } of shared.fingerprints) assert.equal(fingerprint(text), is, text);
});

test("what a device keeps is counted as the app reads it", () => {
  for (const { text, known } of shared.kept) assert.equal(countOf(text), known.length, text);
});

test("files of the app are told from those of others", () => {
  for (const [address, expected] of [
    ["https://a.example/communs-0123456789abcdef.js", true],
    ["../../motifs-0123456789abcdef.css", true],
    ["https://a.example/start-0123456789abcdef.js?v=1", true],
    ["https://a.example/communs/a.js", false],
    ["https://other.example/script.js", false],
    ["undefined", false],
  ]) {
    assert.equal(isOfApp(address), expected, address);
  }
  const page = `<link href="./communs-0123456789abcdef.css"><script src="./start-fedcba9876543210.js">
    <a href="communs-et-autres/">communs-abc</a>`;
  assert.deepEqual(namesOfApp(page), ["communs-0123456789abcdef", "start-fedcba9876543210"]);
  assert.deepEqual(namesOfApp(""), []);
});
