//! The native measures of the search, on catalogues of three sizes: what each entry, each byte and
//! each key costs, and how that grows.
//!
//! They are compiled as the app is, for size: what counts is how they change and grow. Run by
//! `cargo bench --package communs-benches`, in about four minutes.

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use catalogue::Catalogue;
use communs_benches::corpus::{SEED, catalogue_json};
use communs_benches::typing::{keystrokes, typed, typing};
use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput};
use search::facet::Facet;
use search::query::{Query, Scope};
use search::{Index, tokens};

const SIZES: [usize; 3] = [250, 5000, 100_000];
/// How many results a page shows.
const FIRST: usize = 20;
/// How many keys are one measure: enough of every length, few enough for the largest catalogue.
const KEYS: usize = 30;

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    for size in SIZES {
        let read = catalogue::read(&catalogue_json(size, SEED)).expect("a made catalogue is one");
        let catalogue = Arc::new(read.catalogue);
        tokenise(&mut criterion, &catalogue, size);
        build(&mut criterion, &catalogue, size);
        let index = Index::new(Arc::clone(&catalogue));
        query(&mut criterion, &index, size);
        facets(&mut criterion, &index, size);
    }
    criterion.final_summary();
}

fn tokenise(criterion: &mut Criterion, catalogue: &Catalogue, size: usize) {
    let mut texts: Vec<&str> = Vec::new();
    for (_, entry) in catalogue.entries() {
        let parts = std::iter::once(&entry.name).chain(&entry.summary).chain(&entry.description);
        texts.extend(parts.map(|text| text.as_str()));
    }
    let bytes: usize = texts.iter().map(|text| text.len()).sum();
    let mut group = criterion.benchmark_group("tokenise");
    group.sampling_mode(SamplingMode::Flat).throughput(Throughput::Bytes(bytes as u64));
    group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
        bencher.iter(|| texts.iter().flat_map(|text| tokens(text)).map(|token| token.term.len()).sum::<usize>());
    });
}

fn build(criterion: &mut Criterion, catalogue: &Arc<Catalogue>, size: usize) {
    let mut group = criterion.benchmark_group("build");
    group.sampling_mode(SamplingMode::Flat).throughput(Throughput::Elements(size as u64));
    group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
        bencher.iter_with_large_drop(|| Index::new(Arc::clone(catalogue)));
    });
}

fn query(criterion: &mut Criterion, index: &Index, size: usize) {
    let queries = typing(index.catalogue(), SEED);
    let keys: Vec<&str> = queries.iter().flat_map(|query| keystrokes(query)).collect();
    let step = (keys.len() / KEYS).max(1);
    let keys: Vec<Query> = keys.iter().step_by(step).map(|text| typed(text)).collect();
    let mut group = criterion.benchmark_group("key");
    group.sampling_mode(SamplingMode::Flat).throughput(Throughput::Elements(keys.len() as u64));
    group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
        bencher.iter(|| keys.iter().map(|query| index.top(query, FIRST).count).sum::<usize>());
    });
}

fn facets(criterion: &mut Criterion, index: &Index, size: usize) {
    let everything = Query::of(Scope::All);
    let filtered = everything.clone().with(Facet::Theme, "terme-0").with(Facet::Licence, "terme-1");
    let mut group = criterion.benchmark_group("facets");
    group.sampling_mode(SamplingMode::Flat).throughput(Throughput::Elements(size as u64));
    for (name, query) in [("all", everything), ("filtered", filtered)] {
        group.bench_function(BenchmarkId::new(name, size), |bencher| {
            bencher.iter(|| index.top(black_box(&query), FIRST).count);
        });
    }
}
