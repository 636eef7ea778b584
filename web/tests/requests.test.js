import assert from "node:assert/strict";
import test from "node:test";

import { folderOf, isDrawn, wayOf } from "../src/requests.js";

const ROOT = "https://a.example/b/";
const RELEASE = {
  app: "1234",
  hashed: new Map([["communs-0123456789abcdef.css", "sha256-"]]),
  others: ["./", "catalogue/", "404.html", "catalogue.json", "favicon.svg"],
};

test("each request is answered in its own way", () => {
  const visit = { method: "GET", mode: "navigate" };
  const file = { method: "GET", mode: "cors" };
  for (const [request, path, expected] of [
    [visit, "", "page"],
    [visit, "communs/grist", "page"],
    [visit, "communs/grist/?q=a", "page"],
    [visit, "communs/grist/index.html", "page"],
    [visit, "catalogue.csv", undefined],
    [visit, "favicon.svg", "other"],
    [file, "communs/grist/", undefined],
    [file, "communs-0123456789abcdef.css", "hashed"],
    [file, "communs-fedcba9876543210.css", undefined],
    [file, "catalogue.json?v=1234", "data"],
    [file, "catalogue.details.json?v=1234", "data"],
    // As another release asks for it, it is a file like another.
    [file, "catalogue.json?v=5678", "other"],
    [file, "favicon.svg", "other"],
    [{ method: "POST", mode: "navigate" }, "", undefined],
    [{ method: "HEAD", mode: "cors" }, "favicon.svg", undefined],
  ]) {
    const { way, name } = wayOf({ ...request, url: ROOT + path }, ROOT, RELEASE);
    assert.equal(way, expected, `${request.mode} ${path}`);
    if (way) assert.equal(name, path.split("?")[0]);
  }
  for (const url of ["https://a.example/", "https://a.example/bc/", "https://other.example/b/"]) {
    assert.equal(wayOf({ ...visit, url }, ROOT, RELEASE).way, undefined, url);
  }
});

test("a page is kept under its folder", () => {
  for (const [name, folder] of [
    ["", ""],
    ["index.html", ""],
    ["communs/grist", "communs/grist/"],
    ["communs/grist/", "communs/grist/"],
    ["communs/grist/index.html", "communs/grist/"],
  ]) {
    assert.equal(folderOf(name), folder, name);
  }
});

test("a page that is not kept exists when the app draws it", () => {
  const data = { entries: [{ id: "grist" }, { id: 2024 }] };
  for (const [folder, expected] of [
    ["communs/grist/", true],
    ["embed/communs/grist/", true],
    ["evenements/2024/", true],
    ["communs/rien/", false],
    ["fiches/2/", true],
    ["", false],
  ]) {
    assert.equal(isDrawn(folder, data), expected, folder);
  }
});
