/**
 * How many entries of the catalogue a kept text names, which `crates/insight/src/selection.rs` writes: ids between
 * commas and, after a semicolon, those that the catalogue no longer has. None when it is something else: storage is
 * open to others.
 *
 * @param {string} kept
 */
export const countOf = (kept) => {
  const [known = ""] = /^[a-z\d,;-]+$/.test(kept) ? kept.split(";") : [];
  return new Set(known.split(",").filter(Boolean)).size;
};
