//! Judged queries: whether what people look for comes first.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use search::Index;
use serde_json::Value;

use crate::typing::typed;

/// How well some queries are answered.
#[derive(Debug)]
pub struct Measures {
    /// How many there are.
    pub queries: u32,
    /// The share of those whose first hit is relevant; of those that have a relevant one among the first five; the mean
    /// inverse rank of the first relevant hit, among ten.
    pub means: [f64; 3],
}

/// A query whose first hit is not a good one.
#[derive(Debug)]
pub struct Miss {
    pub family: String,
    pub text: String,
    /// The good answers.
    pub relevant: Vec<String>,
    /// The place of the first of them among ten, counted from 1.
    pub place: Option<usize>,
    /// The first hits.
    pub hits: Vec<String>,
    /// How many there are.
    pub count: usize,
}

/// A list of judged queries, and what they are asked of.
#[derive(Debug)]
pub struct Judged {
    queries: Vec<Value>,
    index: Index,
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

impl Judged {
    /// Reads a list, and its catalogue: another one if it is given.
    ///
    /// # Errors
    /// When a file cannot be read, or a good answer is no entry.
    pub fn read(list: &Path, catalogue: Option<&Path>) -> Result<Self, Box<dyn Error>> {
        let text =
            |path: &Path| fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()));
        let list: Value = serde_json::from_str(&text(list)?)?;
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let own = list["corpus"].as_str().map(|corpus| root.join(corpus));
        let catalogue = catalogue.or(own.as_deref()).ok_or("this list has no catalogue here: give its path too")?;
        let index = Index::new(Arc::new(catalogue::read(&text(catalogue)?)?.catalogue));
        let queries = list["queries"].as_array().cloned().unwrap_or_default();
        for id in queries.iter().flat_map(|query| strings(&query["relevant"])) {
            index.catalogue().find(&id).ok_or_else(|| format!("{id} is no entry of {}", catalogue.display()))?;
        }
        Ok(Self { queries, index })
    }

    /// Asks the queries of one half, and gives those that miss.
    pub fn measure(&self, half: &str) -> (Measures, Vec<Miss>) {
        let (mut queries, mut sums, mut misses) = (0, [0.0; 3], Vec::new());
        for query in self.queries.iter().filter(|query| query["half"] == half) {
            let text = query["text"].as_str().unwrap_or_default().to_owned();
            let results = self.index.top(&typed(&text), 10);
            let entry = |hit: &search::Hit| self.index.catalogue().entry(hit.entry).id.as_str().to_owned();
            let hits: Vec<String> = results.hits.iter().map(entry).collect();
            let relevant = strings(&query["relevant"]);
            let rank = hits.iter().position(|id| relevant.contains(id));
            queries += 1;
            if let Some(rank) = rank {
                let right = [f64::from(rank == 0), f64::from(rank < 5), 1.0 / (rank + 1) as f64];
                sums.iter_mut().zip(right).for_each(|(sum, right)| *sum += right);
            }
            if rank != Some(0) {
                let family = query["family"].as_str().unwrap_or_default().to_owned();
                misses.push(Miss {
                    family,
                    text,
                    relevant,
                    place: rank.map(|rank| rank + 1),
                    hits,
                    count: results.count,
                });
            }
        }
        (Measures { queries, means: sums.map(|sum| sum / f64::from(queries)) }, misses)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Judged;

    /// Fails unless each half of a list is answered at least so well.
    fn check(list: &str, halves: [(&str, [f64; 3]); 2]) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("relevance").join(list);
        let judged = Judged::read(&path, None).expect("the list and its catalogue are in the repository");
        for (half, least) in halves {
            let (measures, misses) = judged.measure(half);
            assert!(measures.queries >= 30, "{list}, {half}: {} queries", measures.queries);
            let found = measures.means;
            assert!(
                found.iter().zip(least).all(|(found, least)| *found >= least),
                "{list}, {half}: {found:?}, {misses:#?}"
            );
        }
    }

    #[test]
    fn judged_queries_are_answered_first() {
        let halves = [("everyday", [0.85, 0.97, 0.90]), ("hard", [0.75, 0.92, 0.82])];
        check("communs.json", halves);
        check("services.json", halves);
        let halves = [("everyday", [0.95, 1.0, 0.97]), ("hard", [0.85, 0.92, 0.88])];
        check("sill.json", halves);
        check("transition.json", halves);
    }
}
