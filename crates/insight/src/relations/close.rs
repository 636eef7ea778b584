//! The entries that are close to one, each with what they share.

use catalogue::{Catalogue, EntryIndex, Relation, TermIndex};
use text::sorting::sorted_by_key;

/// How many close entries are given at most.
const MOST_RELATED: usize = 6;

/// A theme of more than this part of the entries of a kind does not bring two of them together.
const COMMON: usize = 3;

/// Something that two entries share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// Both have this bearer.
    Bearer(EntryIndex),
    /// This programme supports both.
    Programme(EntryIndex),
    /// Both have this theme.
    Theme(TermIndex),
}

impl Tie {
    /// What a tie counts: people who bear both know both, a programme chose both for something they
    /// have in common, a theme only says that they speak of the same thing. Two themes weigh less
    /// than a programme, so that a long list of themes never comes first.
    const fn weight(self) -> u32 {
        match self {
            Self::Bearer(_) => 6,
            Self::Programme(_) => 5,
            Self::Theme(_) => 2,
        }
    }
}

/// What two entries share, the strongest first: bearers, programmes, themes, each in the order of
/// the first entry.
pub fn ties(catalogue: &Catalogue, one: EntryIndex, other: EntryIndex) -> Vec<Tie> {
    let (a, b) = (catalogue.entry(one), catalogue.entry(other));
    let mut ties: Vec<Tie> = Vec::new();
    ties.extend(a.bearers.iter().filter(|bearer| b.bearers.contains(bearer)).map(|bearer| Tie::Bearer(*bearer)));
    let supporting = |index: EntryIndex| catalogue.citations(index).iter().filter(|c| c.relation == Relation::Example);
    let both = supporting(one).filter(|citation| supporting(other).any(|other| other.from == citation.from));
    ties.extend(both.map(|citation| Tie::Programme(citation.from)));
    ties.extend(a.themes.iter().filter(|theme| b.themes.contains(theme)).map(|theme| Tie::Theme(*theme)));
    ties
}

/// The entries of the same kind that share the most with this one, [`MOST_RELATED`] at most; none of
/// those in `but`.
///
/// Each tie adds its weight, the principal theme of both one more. An entry that only shares a theme
/// of more than a third of its kind is not close. Ties of the score keep the order of the data.
pub fn related(catalogue: &Catalogue, index: EntryIndex, but: &[EntryIndex]) -> Vec<EntryIndex> {
    let kind = catalogue.entry(index).kind;
    let total = catalogue.of_kind(kind).count();
    let common: Vec<TermIndex> = (catalogue.entry(index).themes.iter().copied())
        .filter(|theme| {
            catalogue.of_kind(kind).filter(|(_, entry)| entry.themes.contains(theme)).count() * COMMON > total
        })
        .collect();
    let mut found: Vec<(u32, EntryIndex)> = Vec::new();
    for (other, entry) in catalogue.of_kind(kind) {
        if other == index || but.contains(&other) {
            continue;
        }
        let ties = ties(catalogue, index, other);
        let telling = |tie: &Tie| !matches!(tie, Tie::Theme(theme) if common.contains(theme));
        if ties.iter().any(telling) {
            let first = catalogue.entry(index).themes.first();
            let principal = u32::from(first.is_some_and(|first| entry.themes.first() == Some(first)));
            let score = ties.iter().map(|tie| tie.weight()).sum::<u32>() + principal;
            found.push((score, other));
        }
    }
    let mut found = sorted_by_key(&found, |(score, _)| u32::MAX - score);
    found.truncate(MOST_RELATED);
    found.into_iter().map(|(_, entry)| entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue::read;

    /// A catalogue of commons `a`, `b`… with these fields.
    fn catalogue(commons: &[&str]) -> Catalogue {
        let entry = |(rank, fields): (usize, &&str)| {
            let id = char::from(b'a' + u8::try_from(rank).expect("a test has few entries"));
            format!(r#"{{"id": "{id}", "kind": "commun", "name": "{id}", {fields}}}"#)
        };
        let commons: Vec<String> = commons.iter().enumerate().map(entry).collect();
        let json = format!(
            r#"{{"format": 1, "site": {{"title": "Essai"}},
                 "vocabularies": {{"theme": [{{"id": "eau", "label": "Eau"}}, {{"id": "air", "label": "Air"}}, {{"id": "feu", "label": "Feu"}}]}},
                 "entries": [{},
                   {{"id": "p", "kind": "programme", "name": "P", "examples": ["a", "c"]}},
                   {{"id": "o", "kind": "organisation", "name": "O"}}]}}"#,
            commons.join(",")
        );
        let loaded = read(&json).expect("the test writes a catalogue");
        assert_eq!(loaded.diagnostics, [], "{json}");
        loaded.catalogue
    }

    fn check(commons: &[&str], expected: &[(&str, usize)]) {
        let catalogue = catalogue(commons);
        let a = catalogue.find("a").expect("there is an a");
        let found = related(&catalogue, a, &[]);
        let found: Vec<(&str, usize)> = (found.iter())
            .map(|entry| (catalogue.entry(*entry).id.as_str(), ties(&catalogue, a, *entry).len()))
            .collect();
        assert_eq!(found, expected, "{commons:?}");
    }

    const NOTHING: &str = r#""themes": []"#;

    #[test]
    fn a_bearer_counts_more_than_a_programme_and_that_more_than_a_theme() {
        check(
            &[
                r#""bearers": ["o"], "themes": ["eau"]"#,
                r#""themes": ["eau"]"#,
                NOTHING,
                r#""bearers": ["o"]"#,
                NOTHING,
                NOTHING,
            ],
            &[("d", 1), ("c", 1), ("b", 1)],
        );
    }

    #[test]
    fn a_theme_of_most_entries_says_nothing_alone() {
        check(&[r#""themes": ["eau"]"#, r#""themes": ["eau"]"#, r#""themes": ["eau"]"#], &[("c", 2)]);
        check(&[r#""themes": ["eau"]"#, r#""themes": ["air"]"#, NOTHING, NOTHING], &[("c", 1)]);
    }

    #[test]
    fn the_principal_theme_of_both_comes_first_and_ties_keep_the_order_of_the_data() {
        let [one, two] = [r#""themes": ["eau", "air"]"#, r#""themes": ["air", "eau"]"#];
        let mut commons = vec![one, two, NOTHING, r#""themes": ["air"]"#, one];
        commons.resize(12, NOTHING);
        // c and e count the same.
        check(&commons, &[("c", 1), ("e", 2), ("b", 2), ("d", 1)]);
    }

    #[test]
    fn there_are_six_at_most_and_none_of_those_already_shown() {
        let mut commons = vec![r#""bearers": ["o"]"#; 9];
        commons[2] = NOTHING;
        let catalogue = catalogue(&commons);
        let [a, b] = ["a", "b"].map(|id| catalogue.find(id).expect("it is there"));
        let found = related(&catalogue, a, &[b]);
        let ids: Vec<&str> = found.iter().map(|entry| catalogue.entry(*entry).id.as_str()).collect();
        assert_eq!(ids, ["d", "e", "f", "g", "h", "i"]);
    }
}
