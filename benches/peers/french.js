// What French needs and some engines leave to their user.

/** Lower case without accents or ligatures, as people type. */
export function reduced(text) {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae');
}
