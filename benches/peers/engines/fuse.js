// Fuse.js: no index, each word matched bit by bit against each text, as its guide to token search has it.
import Fuse from 'fuse.js';

let collection;
let fuse;

export function build(given) {
  collection = given;
  fuse = new Fuse(collection.documents, {
    keys: [
      { name: 'name', weight: 4 },
      { name: 'summary', weight: 2 },
      { name: 'theme', weight: 2 },
      { name: 'body', weight: 1 },
    ],
    ignoreDiacritics: true,
    ignoreLocation: true,
    threshold: 0.3,
    useTokenSearch: true,
  });
}

export function search(text, first) {
  return collection.answer(fuse.search(text), (result) => result.refIndex, first);
}
