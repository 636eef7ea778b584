//! What `--write` changes in the files: `dead` beside an address, an address that moved, `checked` of an entry whose
//! addresses all answer. Nothing else changes in them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::civil::Date;
use source::{Edit, Source};
use url::Url;

use super::ask::Kind;
use super::memory::Memory;
use super::{Place, is_of_links};

/// The files that change, whole.
pub(super) fn texts(
    source: &Source,
    addresses: &BTreeMap<&str, Vec<Place<'_>>>,
    memory: &Memory,
    today: Date,
) -> Result<Vec<(PathBuf, String)>, String> {
    let date = today.to_string();
    let mut edits = Vec::new();
    let mut answered: BTreeMap<&str, bool> = BTreeMap::new();
    for (url, places) in addresses {
        let Some(known) = memory.get(url) else { continue };
        let answers = matches!(known.answer.kind, Kind::Alive | Kind::Moved) && known.checked == today;
        for place in places {
            if let Some(entry) = place.entry {
                *answered.entry(entry).or_insert(true) &= answers;
            }
            let is_link = is_of_links(&place.path);
            if memory.is_dead(url, today) && is_link {
                edits.push(source::set(source, place.holder, "dead", &date, Some("url")));
            } else if let (Kind::Moved, Some(to)) = (known.answer.kind, &known.answer.to)
                && !is_home_of(url, to)
            {
                edits.push(source::replace(source, place.span, to));
            }
        }
    }
    for entry in source.entries() {
        if entry.id().is_some_and(|id| answered.get(id) == Some(&true)) && entry.str_at("checked") != Some(&date) {
            edits.push(source::set(source, entry, "checked", &date, None));
        }
    }
    let edits: Vec<Edit> = edits.into_iter().flatten().collect();
    source::apply(source, edits).map_err(|error| {
        format!("{}\u{a0}: ce fichier ne peut pas être changé sans risque\u{202f}; rien n’a été écrit. Est-il bien en UTF-8\u{202f}?", error.0.display())
    })
}

/// Whether a page was sent to a home page, which says rather that it is no more.
fn is_home_of(url: &str, to: &str) -> bool {
    let path = |url: &str| Url::parse(url).map(|url| url.path().to_owned()).unwrap_or_default();
    path(to) == "/" && path(url) != "/"
}
