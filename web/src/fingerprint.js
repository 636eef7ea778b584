/**
 * Tells whether two texts are the same, here and in `crates/text/src/written.rs`: FNV-1a on 32 bits (Fowler, Noll
 * and Vo, IETF draft-eastlake-fnv) of their UTF-16 units, in hexadecimal.
 *
 * @param {string} text
 */
export const fingerprint = (text) => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16);
};
