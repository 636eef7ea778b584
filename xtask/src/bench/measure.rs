//! What one engine gives on one catalogue, in a browser of its own.

use std::collections::BTreeMap;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};

use super::chromium::Chromium;
use super::engines::Engine;
use super::{Corpus, median};
use crate::server::{Reply, Server};

/// How long an engine may take to build its index.
const BUILDING: Duration = Duration::from_secs(240);
/// How long all keys together may take.
const TYPING: Duration = Duration::from_secs(300);
/// How long everything else may take: loading the documents, answering the judged queries.
const OTHER: Duration = Duration::from_secs(300);

/// Numbers by the names that the page gives them: times in milliseconds, memory in bytes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Measure {
    pub(super) values: Values,
    /// Why it stopped before the end.
    pub(super) stopped: Option<String>,
}

impl Measure {
    pub(super) fn get(&self, name: &str) -> Option<f64> {
        self.values.get(name).copied()
    }

    /// Whether the limit of time came before the last key.
    pub(super) fn is_partial(&self) -> bool {
        self.get("typed") < self.get("keys")
    }

    /// For each name, the median of several measures of the same thing.
    pub(super) fn median(measures: &[Self]) -> Self {
        let mut values: BTreeMap<String, Vec<f64>> = BTreeMap::new();
        for (name, value) in measures.iter().flat_map(|measure| &measure.values) {
            values.entry(name.clone()).or_default().push(*value);
        }
        Self {
            values: values.into_iter().filter_map(|(name, values)| Some((name, median(values)?))).collect(),
            stopped: measures.iter().find_map(|measure| measure.stopped.clone()),
        }
    }
}

/// The server and what pages tell it: the stage that is over with its values, or why there is none.
pub(super) struct Bench {
    server: Server,
    messages: Receiver<Result<(String, Values), String>>,
}

type Values = BTreeMap<String, f64>;

impl Bench {
    pub(super) fn new(server: Server) -> Self {
        let (sender, messages) = mpsc::channel();
        // The clock of an isolated page is fine enough to time what lasts a few microseconds.
        server.add_header("/*", "Cross-Origin-Opener-Policy", "same-origin");
        server.add_header("/*", "Cross-Origin-Embedder-Policy", "require-corp");
        let stages = sender.clone();
        server.on("/report", move |request| {
            // Nobody listens any more to a page that was given up.
            let _ = stages.send(Ok(parse(&request.query)));
            Some(Reply::text(""))
        });
        server.on("/failed/*", move |request| {
            let _ = sender.send(Err(request.path["/failed/".len()..].to_owned()));
            Some(Reply::text(""))
        });
        Self { server, messages }
    }

    /// Measures an engine once, in a new browser.
    pub(super) fn measure(&self, engine: &Engine, corpus: Corpus) -> Result<Measure> {
        while self.messages.try_recv().is_ok() {}
        let path =
            format!("/page.html?engine={}&corpus=/corpora/{}&seconds={}", engine.name, corpus.name(), TYPING.as_secs());
        let mut chromium = Chromium::open(&self.server.url(&path))?;
        let mut measure = Measure::default();
        // A key may last long itself, and the page looks at the limit between keys only.
        for (stage, patience) in [("ready", OTHER), ("built", BUILDING), ("typed", 2 * TYPING), ("done", OTHER)] {
            match self.wait(stage, patience, &mut chromium)? {
                Ok(values) => measure.values.extend(values),
                Err(reason) => {
                    measure.stopped = Some(reason);
                    break;
                }
            }
        }
        Ok(measure)
    }

    /// The values of a stage, or why there are none.
    fn wait(&self, stage: &str, patience: Duration, chromium: &mut Chromium) -> Result<Result<Values, String>> {
        const PAUSE: Duration = Duration::from_millis(500);
        let start = Instant::now();
        loop {
            match self.messages.recv_timeout(PAUSE) {
                Ok(Ok((told, values))) => {
                    ensure!(told == stage, "the page told {told} instead of {stage}");
                    return Ok(Ok(values));
                }
                Ok(Err(reason)) => return Ok(Err(reason)),
                Err(RecvTimeoutError::Disconnected) => bail!("the server has stopped"),
                Err(RecvTimeoutError::Timeout) => {}
            }
            if chromium.has_ended() {
                bail!("chromium ended by itself");
            }
            if start.elapsed() > patience {
                let limit = if stage == "typed" { TYPING } else { patience };
                return Ok(Err(format!("> {} s", limit.as_secs())));
            }
        }
    }
}

/// Reads `stage=built&build=12.5`.
fn parse(query: &str) -> (String, Values) {
    let mut stage = String::new();
    let mut values = Values::new();
    for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
        if name == "stage" {
            value.clone_into(&mut stage);
        } else if let Ok(number) = value.parse() {
            values.insert(name.to_owned(), number);
        }
    }
    (stage, values)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(build: f64) -> Measure {
        Measure { values: parse(&format!("build={build}")).1, stopped: None }
    }

    #[test]
    fn a_report_has_a_stage_and_numbers() {
        let (stage, values) = parse("stage=built&build=12.5&memory=-3&note=x");
        assert_eq!(stage, "built");
        assert_eq!(values.into_iter().collect::<Vec<_>>(), [("build".to_owned(), 12.5), ("memory".to_owned(), -3.0)]);
    }

    #[test]
    fn rounds_are_summed_up_by_their_median() {
        let median = Measure::median(&[measured(3.0), measured(1.0), measured(10.0)]);
        assert_eq!(median.get("build"), Some(3.0));
        assert_eq!(median.get("memory"), None);
    }

    #[test]
    fn fewer_keys_than_asked_is_partial() {
        let measure = |query: &str| Measure { values: parse(query).1, stopped: None };
        assert!(measure("typed=3&keys=5").is_partial());
        assert!(!measure("typed=5&keys=5").is_partial());
        assert!(!measure("").is_partial());
    }
}
