import assert from "node:assert/strict";
import test from "node:test";

import { settled } from "../src/address.js";
import { rootsAbove } from "../src/roots.js";

test("a page has one address, whatever its host does of slashes", () => {
  for (const [asked, expected] of [
    ["https://a.example/", "https://a.example/"],
    ["https://a.example//", "https://a.example/"],
    ["https://a.example/communs/grist", "https://a.example/communs/grist/"],
    ["https://a.example//communs///grist//?q=a#b", "https://a.example/communs/grist/?q=a#b"],
    ["https://a.example/a/index.html?q=a", "https://a.example/a/index.html?q=a"],
    ["https://a.example/v1.2/", "https://a.example/v1.2/"],
    ["file:///home/a/site.html", "file:///home/a/site.html"],
    ["about:srcdoc", "about:srcdoc"],
  ]) {
    assert.equal(settled(asked).href, expected, asked);
  }
});

test("an unknown page looks for its site two folders above, then from the nearest", () => {
  for (const [path, expected] of [
    ["/", ["/"]],
    ["/a", ["/"]],
    ["/communs/a/", ["/", "/communs/a/", "/communs/"]],
    ["/x/communs/a/", ["/x/", "/x/communs/a/", "/x/communs/", "/"]],
    ["/x/y//communs/a/", ["/x/y/", "/x/y/communs/a/", "/x/y/communs/", "/x/", "/"]],
  ]) {
    const roots = [...rootsAbove(path)];
    assert.deepEqual(new Set(roots), new Set(expected), path);
    if (expected.length > 3) assert.equal(roots[0], expected[0], path);
  }
});
