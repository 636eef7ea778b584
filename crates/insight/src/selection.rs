//! Entries that a visitor names: those kept, those compared. A plain list of ids, equal to its place
//! in a URL and on the device.
//!
//! Ids are slugs: a comma never stands in one.

use catalogue::{Catalogue, EntryIndex};

/// The parameter that names entries in a URL.
const PARAMETER: &str = "ids";

/// How many entries can be compared: more columns than that no longer read side by side.
pub const MOST_COMPARED: usize = 4;
/// How many entries are kept, so that their address stays one that every browser and server takes.
pub const MOST_KEPT: usize = 100;

/// The ids of a list between commas, each once.
fn parse(list: &str) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for id in text::listed(list) {
        if !ids.iter().any(|known| known == id) {
            ids.push(id.to_owned());
        }
    }
    ids
}

/// What a device keeps of a list: the ids that a catalogue has, then, after a semicolon, the others. Those may
/// come back to it, and count for nothing meanwhile.
pub fn to_keep(catalogue: &Catalogue, ids: &[String]) -> String {
    let (known, others): (Vec<&str>, Vec<&str>) =
        ids.iter().map(String::as_str).partition(|id| catalogue.find(id).is_some());
    let mark = if others.is_empty() { "" } else { ";" };
    format!("{}{mark}{}", known.join(","), others.join(","))
}

/// The ids that a device keeps; none when the text is something else: storage is open to others.
pub fn kept(text: &str) -> Vec<String> {
    let is_ours = text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-,;".contains(c));
    if is_ours { parse(&text.replace(';', ",")) } else { Vec::new() }
}

/// The ids of the search part of a URL; nothing when it names none at all.
pub fn in_search(search: &str) -> Option<Vec<String>> {
    let lists: Vec<String> =
        text::parameters(search).filter(|(name, _)| name == PARAMETER).map(|(_, list)| list.into_owned()).collect();
    Some(parse(&lists.join(","))).filter(|ids| !ids.is_empty())
}

/// The search part of a URL that names entries, with its question mark; nothing without any.
pub fn search(ids: &[String]) -> String {
    let encoded: Vec<String> = ids.iter().map(|id| text::encoded(id)).collect();
    if encoded.is_empty() { String::new() } else { format!("?{PARAMETER}={}", encoded.join(",")) }
}

/// A list with one more entry at its end, or without it if it had it.
#[must_use]
pub fn toggled(ids: &[String], id: &str) -> Vec<String> {
    let mut others: Vec<String> = ids.iter().filter(|known| *known != id).cloned().collect();
    if others.len() == ids.len() && ids.len() < MOST_KEPT {
        others.push(id.to_owned());
    }
    others
}

/// What a list names in a catalogue.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// The entries, in the order of the list.
    pub entries: Vec<EntryIndex>,
    /// The ids that no entry has.
    pub unknown: Vec<String>,
    /// Entries beyond the most that are shown.
    pub too_many: usize,
}

/// The entries of a list, `most` of them at most.
pub fn named(catalogue: &Catalogue, ids: &[String], most: usize) -> Named {
    let mut named = Named::default();
    for id in ids {
        match catalogue.find(id) {
            Some(entry) if named.entries.len() < most => named.entries.push(entry),
            Some(_) => named.too_many += 1,
            None => named.unknown.push(id.clone()),
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue::read;

    fn ids(list: &[&str]) -> Vec<String> {
        list.iter().map(|id| (*id).to_owned()).collect()
    }

    #[test]
    fn a_url_names_entries_once_and_in_order() {
        for (text, expected, back) in [
            ("", None, ""),
            ("?ids=", None, ""),
            ("?ids=,,", None, ""),
            ("?ids=b,a,b", Some(ids(&["b", "a"])), "?ids=b,a"),
            ("ids=a&ids=b&vue=liste", Some(ids(&["a", "b"])), "?ids=a,b"),
            ("?ids=%3Cb%3E%2C+a", Some(ids(&["<b>", "a"])), "?ids=%3Cb%3E,a"),
        ] {
            let found = in_search(text);
            assert_eq!(found, expected, "{text}");
            assert_eq!(search(&found.unwrap_or_default()), back, "{text}");
        }
    }

    #[test]
    fn keeping_and_giving_up_are_opposite() {
        let one = ids(&["a"]);
        assert_eq!(toggled(&one, "b"), ids(&["a", "b"]));
        assert_eq!(toggled(&toggled(&one, "b"), "b"), one);
        let full: Vec<String> = (0..MOST_KEPT).map(|id| id.to_string()).collect();
        assert_eq!(toggled(&full, "one-more"), full);
        assert_eq!(toggled(&full, "0").len(), MOST_KEPT - 1);
    }

    fn two() -> Catalogue {
        let json = r#"{"format": 1, "site": {"title": "Essai"}, "entries": [
            {"id": "a", "kind": "commun", "name": "A"}, {"id": "b", "kind": "commun", "name": "B"}]}"#;
        read(json).expect("the test writes a catalogue").catalogue
    }

    #[test]
    fn a_device_keeps_apart_what_the_catalogue_no_longer_has() {
        let catalogue = two();
        for (list, text) in [
            (ids(&[]), ""),
            (ids(&["b", "a"]), "b,a"),
            (ids(&["gone", "b", "old", "a"]), "b,a;gone,old"),
            (ids(&["gone"]), ";gone"),
        ] {
            assert_eq!(to_keep(&catalogue, &list), text);
            let mut back = kept(text);
            back.sort();
            let mut list = list;
            list.sort();
            assert_eq!(back, list, "{text}");
        }
        assert_eq!(kept("b,a,b"), ids(&["b", "a"]), "as the release before kept it");
        for other in ["[\"a\"]", "{\"a\": 1}", "a b", "A", "a|b", "é"] {
            assert_eq!(kept(other), ids(&[]), "{other}");
        }
    }

    #[test]
    fn what_is_not_in_the_catalogue_is_told() {
        let catalogue = two();
        let [a, b] = ["a", "b"].map(|id| catalogue.find(id).expect("it is there"));
        for (list, most, entries, unknown, too_many) in [
            ("b,x,a", 4, vec![b, a], ids(&["x"]), 0),
            ("b,x,a", 1, vec![b], ids(&["x"]), 1),
            ("", 4, vec![], vec![], 0),
        ] {
            assert_eq!(named(&catalogue, &parse(list), most), Named { entries, unknown, too_many }, "{list}");
        }
    }
}
