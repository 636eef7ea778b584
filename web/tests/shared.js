// What Rust and the scripts each compute: its own tests read this file too (`crates/text/src/written.rs`,
// `tests/core/selection.rs`).

import { readFileSync } from "node:fs";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");

export const shared = JSON.parse(read("shared.json"));
/** A file of the repository. */
export const ofRepository = (path) => read(`../../${path}`);
