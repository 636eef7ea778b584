// No index: every word is looked for in the whole reduced text of every document, names first.
import { reduced } from '../french.js';

let collection;
let names;
let texts;

export function build(given) {
  collection = given;
  names = collection.documents.map((document) => reduced(document.name));
  texts = collection.documents.map(({ name, summary, theme, body }) =>
    reduced(`${name}\n${summary}\n${theme}\n${body}`),
  );
}

export function search(text, first) {
  const words = reduced(text).split(/[\s'’-]+/).filter(Boolean);
  const named = [];
  const others = [];
  for (let rank = 0; rank < texts.length; rank += 1) {
    if (!words.every((word) => texts[rank].includes(word))) continue;
    (words.every((word) => names[rank].includes(word)) ? named : others).push(rank);
  }
  return collection.answer(named.concat(others), (rank) => rank, first);
}
