// Our own search, as WebAssembly: it reads the catalogue itself instead of the documents.
import init, {
  build as buildIndex,
  load,
  memory_bytes as memoryBytes,
  search as find,
} from '/ours/communs_benches_wasm.js';

/** Reads the catalogue, and says how long it took. */
export async function prepare(corpus) {
  await init();
  const json = await (await fetch(`${corpus}/catalogue.json`)).text();
  const start = performance.now();
  load(json);
  return performance.now() - start;
}

export function build() {
  buildIndex();
}

/** What the JavaScript heap does not hold, in bytes. */
export const memory = memoryBytes;

export function search(text) {
  const packed = find(text);
  return { total: packed[0], counts: packed[1], first: packed.subarray(2) };
}
