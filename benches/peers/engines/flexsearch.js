// FlexSearch with its French pack: one text a document, its name first, since a word scores by its
// place in the text; measured here, it ranks better and answers faster than one index a field.
import { Charset, Encoder, Index } from 'flexsearch';
import french from 'flexsearch/lang/fr';

let collection;
let index;

export function build(given) {
  collection = given;
  index = new Index({ tokenize: 'forward', encoder: new Encoder(Charset.LatinBalance, french) });
  collection.documents.forEach(({ rank, name, summary, theme, body }) =>
    index.add(rank, `${name} ${summary} ${theme} ${body}`),
  );
}

export function search(text, first) {
  // With suggestions, a result may lack some of the words: those that have them all come first.
  const results = index.search(text, { limit: collection.documents.length, suggest: true });
  return collection.answer(results, (rank) => rank, first);
}
