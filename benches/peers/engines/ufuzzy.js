// uFuzzy: no index, one regular expression a query; words in any order, one error a word.
import uFuzzy from '@leeoniya/ufuzzy';
import { reduced } from '../french.js';

// Beyond this many results they are left unsorted, as its guide advises.
const SORTED = 1000;
const ANY_ORDER = 1;

let collection;
let texts;
let fuzzy;

export function build(given) {
  collection = given;
  fuzzy = new uFuzzy({ intraMode: 1 });
  texts = uFuzzy.latinize(
    collection.documents.map(({ name, summary, theme, body }) =>
      reduced(`${name} ${summary} ${theme} ${body}`),
    ),
  );
}

export function search(text, first) {
  const [ranks, info, order] = fuzzy.search(texts, reduced(text), ANY_ORDER, SORTED);
  const results = order ? order.map((at) => info.idx[at]) : (ranks ?? []);
  return collection.answer(results, (rank) => rank, first);
}
