// Measures one engine on one catalogue: `?engine=minisearch&corpus=/corpora/5000&seconds=300`.
// What is measured is sent to the server as it comes, in the query of a request.
import { Collection } from './collection.js';

const FIRST = 20;
const asked = new URLSearchParams(location.search);
const corpus = asked.get('corpus');
const limit = Number(asked.get('seconds')) * 1000;

function report(stage, values = {}) {
  return fetch(`/report?${new URLSearchParams({ stage, ...values })}`);
}

/** A turn of the event loop, as between two keys. */
function turn() {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = resolve;
    channel.port2.postMessage(0);
  });
}

/** The bytes of the JavaScript heap, once what is not used has left it. */
async function heap() {
  for (let pass = 0; pass < 4; pass += 1) {
    globalThis.gc();
    await turn();
  }
  return performance.memory.usedJSHeapSize;
}

/** The value below which a share of sorted values lies. */
function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Types every query letter by letter, within the limit of time. */
async function type(engine, queries) {
  const times = [];
  let keys = 0;
  let results = 0;
  let spent = 0;
  for (const query of queries) {
    const letters = [...query];
    keys += letters.length;
    for (let length = 1; length <= letters.length && spent < limit; length += 1) {
      const typed = letters.slice(0, length).join('');
      const start = performance.now();
      let answer = engine.search(typed, FIRST);
      if (answer instanceof Promise) answer = await answer;
      const time = performance.now() - start;
      times.push(time);
      spent += time;
      results += answer.total;
      await turn();
    }
  }
  const sorted = times.toSorted((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    slowest: sorted.at(-1),
    typed: times.length,
    keys,
    results: results / times.length,
  };
}

/** How many judged queries have a right answer first, and among the first five. */
async function judge(engine, documents, queries) {
  const counts = {};
  for (const { half, text, relevant } of queries) {
    const { first } = await engine.search(text, FIRST);
    const ids = Array.from(first.slice(0, 5), (rank) => documents[rank].id);
    const add = (name, right) => {
      counts[`${half}_${name}`] = (counts[`${half}_${name}`] ?? 0) + (right ? 1 : 0);
    };
    add('queries', true);
    add('one', relevant.includes(ids[0]));
    add('five', ids.some((id) => relevant.includes(id)));
  }
  return counts;
}

async function json(address) {
  const reply = await fetch(address);
  return reply.ok ? reply.text() : null;
}

async function run() {
  if (!crossOriginIsolated) throw new Error('the clock is too coarse: the page is not isolated');
  const engine = await import(`/engines/${asked.get('engine')}.js`);
  const text = await json(`${corpus}/documents.json`);
  let start = performance.now();
  const parsed = JSON.parse(text);
  let read = performance.now() - start;
  const collection = new Collection(parsed);
  const queries = JSON.parse(await json(`${corpus}/typing.json`));
  read = (await engine.prepare?.(corpus)) ?? read;

  const before = { heap: await heap(), own: engine.memory?.() ?? 0 };
  await report('ready', { read });
  start = performance.now();
  await engine.build(collection);
  const build = performance.now() - start;
  const after = { heap: await heap(), own: engine.memory?.() ?? 0 };
  await report('built', {
    build,
    memory: after.heap - before.heap + after.own - before.own,
    own_before: before.own,
    own_after: after.own,
  });

  await report('typed', await type(engine, queries));
  const judged = await json(`${corpus}/relevance.json`);
  const relevance = judged ? await judge(engine, collection.documents, JSON.parse(judged).queries) : {};
  await report('done', relevance);
}

run().catch((error) => fetch(`/failed/${encodeURIComponent(String(error).slice(0, 500))}`));
