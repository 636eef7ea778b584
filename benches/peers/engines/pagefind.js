// Pagefind: an index made ahead of time, of which a worker fetches the parts that a query needs.
// It counts facets itself; the first results are fetched, since they come without their ids.
let pagefind;

export async function prepare(corpus) {
  const bundle = `${corpus}/pagefind/`;
  pagefind = await import(`${bundle}pagefind.js`);
  await pagefind.options({ basePath: bundle });
}

export async function build() {
  await pagefind.init();
  await pagefind.filters();
}

export async function search(text, first) {
  const found = await pagefind.search(text);
  const shown = await Promise.all(found.results.slice(0, first).map((result) => result.data()));
  return { total: found.results.length, counts: found.filters, first: shown.map((result) => Number(result.raw_url)) };
}
