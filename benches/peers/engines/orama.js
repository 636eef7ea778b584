// Orama with its French stemmer and stop words, one error allowed a word.
import { create, insertMultiple, search as find } from '@orama/orama';
import { stemmer, language } from '@orama/stemmers/french';
import { stopwords } from '@orama/stopwords/french';

const properties = ['name', 'summary', 'theme', 'body'];
let collection;
let database;

export async function build(given) {
  collection = given;
  database = create({
    schema: { name: 'string', summary: 'string', theme: 'string', body: 'string' },
    components: { tokenizer: { language, stemming: true, stemmer, stopWords: stopwords } },
    sort: { enabled: false },
  });
  const documents = collection.documents.map(({ rank, name, summary, theme, body }) => ({
    id: String(rank),
    name,
    summary,
    theme,
    body,
  }));
  await insertMultiple(database, documents);
}

export async function search(text, first) {
  const found = await find(database, {
    term: text,
    properties,
    boost: { name: 4, summary: 2, theme: 2 },
    tolerance: 1,
    limit: collection.documents.length,
  });
  return collection.answer(found.hits, (hit) => Number(hit.id), first);
}
