//! Asks judged queries, and says how well they are answered: `relevance <list.json> [<catalogue.json>]`.
//!
//! A list whose catalogue is not in the repository needs its path. Queries whose first hit is not a
//! good one are printed: the place of the first good one, the query, the good ones, what came first.

use std::env;
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use communs_benches::relevance::Judged;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    communs_benches::end(match arguments.as_slice() {
        [list] => print(list, None),
        [list, catalogue] => print(list, Some(Path::new(catalogue))),
        _ => Err("expected a list of judged queries, then its catalogue unless it is in the repository".into()),
    })
}

fn print(list: &str, catalogue: Option<&Path>) -> Result<(), Box<dyn Error>> {
    let judged = Judged::read(Path::new(list), catalogue)?;
    for half in ["everyday", "hard"] {
        let (measures, misses) = judged.measure(half);
        for miss in misses {
            let place = miss.place.map_or("no".to_owned(), |place| place.to_string());
            let first = &miss.hits[..miss.hits.len().min(4)];
            println!("{place:>3} {} « {} » {:?}: {first:?} of {}", miss.family, miss.text, miss.relevant, miss.count);
        }
        let [first, among_five] = [0, 1].map(|rank| 100.0 * measures.means[rank]);
        println!(
            "{half}: {} queries, first {first:.1} %, among five {among_five:.1} %, mean inverse rank {:.3}",
            measures.queries, measures.means[2]
        );
    }
    Ok(())
}
