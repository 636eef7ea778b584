//! Times each key of typed queries on a catalogue, with its own facets and without them: `keys <catalogue.json>`.
//!
//! Both are measured in turns, in one run: what counts is how they compare. Natively, compiled as the app is.

use std::env;
use std::error::Error;
use std::fs;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use catalogue::Catalogue;
use communs_benches::corpus::SEED;
use communs_benches::typing::{keystrokes, typed, typing};
use search::Index;

/// How often each key is typed; the median of its times counts.
const ROUNDS: usize = 9;
/// How many results a page shows.
const FIRST: usize = 20;

fn main() -> ExitCode {
    communs_benches::end(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).ok_or("expected a catalogue")?;
    let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    measure(catalogue::read(&text).map_err(|error| format!("{path}: {error}"))?.catalogue);
    Ok(())
}

fn measure(with: Catalogue) {
    let mut without = with.clone();
    without.fields.iter_mut().for_each(|field| field.is_facet = false);
    let own = with.fields.iter().filter(|field| field.is_facet).count();
    println!("{} entries, {own} facets of their own", with.entries().len());
    let catalogues = [without, with].map(Arc::new);
    let queries = typing(&catalogues[0], SEED);
    let keys: Vec<_> = queries.iter().flat_map(|query| keystrokes(query)).map(typed).collect();
    let indices = catalogues.map(Index::new);
    let mut times = vec![[const { Vec::new() }; 2]; keys.len()];
    for _ in 0..ROUNDS {
        for (key, times) in keys.iter().zip(&mut times) {
            for (index, times) in indices.iter().zip(times) {
                let start = Instant::now();
                std::hint::black_box(index.top(key, FIRST));
                times.push(start.elapsed());
            }
        }
    }
    for (rank, name) in ["without", "with"].into_iter().enumerate() {
        let mut medians: Vec<Duration> = times.iter_mut().map(|times| median(&mut times[rank])).collect();
        medians.sort();
        let at = |share: usize| medians[(medians.len() * share / 100).min(medians.len() - 1)].as_secs_f64() * 1e3;
        println!("{name:<8} {} keys: median {:.3} ms, p95 {:.3} ms, p99 {:.3} ms", keys.len(), at(50), at(95), at(99));
    }
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}
