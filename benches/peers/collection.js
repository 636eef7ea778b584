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

  /** Starts to count the results of one query. */
  start() {
    this.counts.fill(0);
  }

  /** Counts every value that one result has. */
  count(rank) {
    const { counts, starts, codes } = this;
    for (let at = starts[rank]; at < starts[rank + 1]; at += 1) counts[codes[at]] += 1;
  }

  /**
   * The answer to a query whose results are given in order: how many there are, the first ones,
   * the counts of every value of every facet.
   */
  answer(results, rankOf, first) {
    this.start();
    for (let at = 0; at < results.length; at += 1) this.count(rankOf(results[at]));
    return { total: results.length, first: results.slice(0, first).map(rankOf), counts: this.counts };
  }
}
