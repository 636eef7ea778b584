// The documents of a catalogue, and the counting of facets that every engine shares.

/** Documents with their rank, their searched fields and their codes of facets. */
export class Collection {
  constructor({ facets, documents }) {
    this.documents = documents;
    documents.forEach((document, rank) => {
      document.rank = rank;
    });
    // One range of codes after another, so that one array of counts serves the five facets.
    const firsts = [];
    let codes = 0;
    for (const { size } of facets) {
      firsts.push(codes);
      codes += size;
    }
    this.counts = new Uint32Array(codes);
    this.starts = new Uint32Array(documents.length + 1);
    const flat = [];
    documents.forEach((document, rank) => {
      document.codes.forEach((own, facet) => own.forEach((code) => flat.push(firsts[facet] + code)));
      this.starts[rank + 1] = flat.length;
    });
    this.codes = Uint16Array.from(flat);
  }

  /**
   * The answer to a query whose results are given in order: how many there are, the first ones,
   * the counts of every value of every facet.
   */
  answer(results, rankOf, first) {
    const { counts, starts, codes } = this;
    counts.fill(0);
    for (const result of results) {
      const rank = rankOf(result);
      for (let at = starts[rank]; at < starts[rank + 1]; at += 1) counts[codes[at]] += 1;
    }
    return { total: results.length, first: results.slice(0, first).map(rankOf), counts };
  }
}
