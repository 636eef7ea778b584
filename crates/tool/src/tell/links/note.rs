//! What `--write` changes in the files: `dead` beside an address, an address that moved, `checked` of an entry whose
//! addresses all answer. Nothing else changes in them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use source::EditError;
use url::Url;

use super::ask::Kind;
use super::{Link, Links, is_of_links};

/// The files that change, whole.
pub(super) fn texts(links: &Links<'_>) -> Result<Vec<(PathBuf, String)>, EditError> {
    let Links { source, today, .. } = *links;
    let date = today.to_string();
    let mut edits = Vec::new();
    let mut answered: BTreeMap<&str, bool> = BTreeMap::new();
    for Link { url, places, known, is_dead } in links.answered() {
        let answers = matches!(known.answer.kind, Kind::Alive | Kind::Moved) && known.checked == today;
        for place in places {
            if let Some(entry) = place.entry {
                *answered.entry(entry).or_insert(true) &= answers;
            }
            if is_dead && is_of_links(&place.path) {
                edits.extend(source::set(source, place.holder, "dead", &date, Some("url")));
            } else if let (Kind::Moved, Some(to)) = (known.answer.kind, &known.answer.to)
                && !is_home_of(url, to)
            {
                edits.push(source::replace(source, place.span, to));
            }
        }
    }
    for entry in source.entries() {
        if entry.id().is_some_and(|id| answered.get(id) == Some(&true)) && entry.str_at("checked") != Some(&date) {
            edits.extend(source::set(source, entry, "checked", &date, None));
        }
    }
    source::apply(source, edits)
}

/// Whether a page was sent to a home page, which says rather that it is no more.
fn is_home_of(url: &str, to: &str) -> bool {
    let path = |url: &str| Url::parse(url).map(|url| url.path().to_owned()).unwrap_or_default();
    path(to) == "/" && path(url) != "/"
}
