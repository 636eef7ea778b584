// Indexes documents with Pagefind, ahead of time as it works: `node pagefind.mjs documents.json FOLDER`.
import { readFileSync } from 'node:fs';
import { close, createIndex } from 'pagefind';

const [source, outputPath] = process.argv.slice(2);
const { facets, documents } = JSON.parse(readFileSync(source, 'utf8'));
const started = performance.now();
const { index } = await createIndex({ forceLanguage: 'fr' });
for (const [rank, { name, summary, theme, body, codes }] of documents.entries()) {
  const filters = Object.fromEntries(facets.map((facet, at) => [facet.name, codes[at].map(String)]));
  const { errors } = await index.addCustomRecord({
    url: String(rank),
    language: 'fr',
    content: `${name}. ${summary} ${theme}. ${body}`,
    meta: { title: name },
    filters,
  });
  if (errors.length > 0) throw new Error(errors.join(', '));
}
const { errors } = await index.writeFiles({ outputPath });
if (errors.length > 0) throw new Error(errors.join(', '));
console.log(`indexed in ${Math.round(performance.now() - started)} ms`);
await close();
