// lunr with its French stemmer and stop words; letters lose their accents before the stemmer, so
// that words typed without them have the same stem.
import lunr from 'lunr';
import stemmerSupport from 'lunr-languages/lunr.stemmer.support.js';
import french from 'lunr-languages/lunr.fr.js';
import { reduced } from '../french.js';

stemmerSupport(lunr);
french(lunr);

const fold = (token) => token.update(reduced);
lunr.Pipeline.registerFunction(fold, 'fold');

let collection;
let index;

export function build(given) {
  collection = given;
  index = lunr(function () {
    this.use(lunr.fr);
    this.pipeline.before(lunr.fr.stemmer, fold);
    this.searchPipeline.before(lunr.fr.stemmer, fold);
    this.ref('rank');
    this.field('name', { boost: 4 });
    this.field('summary', { boost: 2 });
    this.field('theme', { boost: 2 });
    this.field('body');
    collection.documents.forEach((document) => this.add(document));
  });
}

export function search(text, first) {
  const words = lunr.tokenizer(reduced(text)).map(String);
  const results = index.query((query) => {
    words.forEach((word, rank) => {
      query.term(word, { boost: 10 });
      if (rank === words.length - 1) query.term(word, { wildcard: lunr.Query.wildcard.TRAILING, boost: 3 });
      if (word.length > 3) query.term(word, { editDistance: 1 });
    });
  });
  return collection.answer(results, (result) => Number(result.ref), first);
}
