//! `search`: the engine and the order of the site.

use std::path::PathBuf;
use std::sync::Arc;

use address::route::Route;
use catalogue::Entry;
use messages::tool;
use search::query::Query;
use search::{Index, MatchKind};
use serde_json::{Value, json};

use super::Done;
use crate::LANGUAGE;
use crate::data::{self, DataError};
use crate::terminal::Terminal;

#[derive(clap::Args)]
pub(crate) struct Options {
    #[arg(value_name = "CATALOGUE", help = "Le catalogue\u{a0}: fichier JSON ou YAML, ou dossier")]
    path: PathBuf,
    #[arg(value_name = "MOTS", help = "Ce que l’on cherche")]
    words: Vec<String>,
    #[arg(
        long,
        value_name = "ADRESSE",
        default_value = "type=tout",
        help = "Ce qui suit «\u{a0}?\u{a0}» dans l’adresse d’une recherche, ou l’adresse entière\u{202f}; sans cette option, toutes les fiches"
    )]
    query: String,
    #[arg(
        long,
        value_name = "N",
        default_value_t = 10,
        help = "Combien de fiches montrer\u{202f}; sans cette option, 10"
    )]
    limit: usize,
    #[arg(long, help = "Dit le tout à un script, en JSON")]
    json: bool,
}

/// Tells what answers, the best first.
pub(crate) fn run(options: &Options, terminal: Terminal) -> Done {
    let source = data::open(&options.path)?;
    for fault in &source.faults {
        terminal.warn(DataError::Fault(fault.clone()));
    }
    let loaded = catalogue::read(&source.json()).map_err(|error| data::unreadable(&options.path, error))?;
    let index = Index::new(Arc::new(loaded.catalogue));
    let asked = options.query.rsplit_once('?').map_or(options.query.as_str(), |(_, asked)| asked);
    let (mut query, bad) = Query::parse_for(asked, index.catalogue());
    for parameter in bad {
        terminal.warn(tool::ignored_parameter(LANGUAGE, &parameter.sentence(LANGUAGE)));
    }
    for name in Query::unknown_parameters(asked) {
        terminal.warn(tool::unknown_parameter(LANGUAGE, &name));
    }
    if !options.words.is_empty() {
        query.text = options.words.join(" ");
    }
    let results = index.top(&query, options.limit);
    for (facet, value) in &results.unknown_values {
        terminal.warn(tool::unknown_value(LANGUAGE, value, facet));
    }
    let unknown = index.unknown_words(&results.reading);
    let catalogue = index.catalogue();
    let hits = results.hits.iter().map(|hit| (hit, catalogue.entry(hit.entry)));
    if options.json {
        let hit = |(hit, entry): (&search::Hit, &Entry)| {
            let explanation = index.explain(hit.entry, &results.reading);
            let reason = |reason: &search::Reason| json!({ "word": reason.word, "found": reason.found, "how": how(reason.kind) });
            json!({
                "id": entry.id,
                "kind": entry.kind.word(),
                "name": entry.name.as_str(),
                "summary": entry.summary.as_ref().map(|text| text.as_str()),
                "page": page(entry),
                "score": hit.score,
                "reasons": explanation.reasons.iter().map(reason).collect::<Value>(),
                "missing": explanation.missing,
            })
        };
        let unknown = unknown.iter().map(|(word, near)| json!({ "word": word, "near": near }));
        let told = json!({
            "query": query.to_string(),
            "count": results.count,
            "total": results.total,
            "unknown_words": unknown.collect::<Value>(),
            "hits": hits.map(hit).collect::<Value>(),
        });
        terminal.give(format_args!("{told:#}"));
        return Ok(true);
    }
    for (word, near) in unknown {
        terminal.warn(tool::unknown_word(LANGUAGE, &word, near.as_deref()));
    }
    for (rank, (_, entry)) in hits.enumerate() {
        let summary = entry.summary.as_ref().map(|text| format!("\n    {}", text.as_str())).unwrap_or_default();
        let kind = catalogue.kinds.words(entry.kind).name;
        terminal.give(format_args!("{:>2}. {} ({kind}) {}{summary}", rank + 1, entry.name, page(entry)));
    }
    terminal.give(tool::found(LANGUAGE, results.count, results.hits.len()));
    Ok(true)
}

/// The page of an entry in the site.
fn page(entry: &Entry) -> String {
    Route::Entry(entry.kind, entry.id.clone()).to_string()
}

/// How an entry answers a word, for programs.
const fn how(kind: MatchKind) -> &'static str {
    match kind {
        MatchKind::Exact => "exact",
        MatchKind::Inflection => "inflection",
        MatchKind::Joined => "joined",
        MatchKind::Prefix => "prefix",
        MatchKind::Synonym => "synonym",
        MatchKind::Typo(_) => "typo",
        MatchKind::Derived => "derived",
    }
}
