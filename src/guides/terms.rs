//! The terms of the lexicon that a text uses, to be explained where it uses them.

use super::notions::{CHARACTERISTIC, DEFINITION, lexicon};
use crate::catalogue::{Catalogue, Entry, EntryIndex};
use crate::letters::{makes_words, reduced};

/// A word to compare: without case, accents or the mark of the plural, but for an acronym (« CI »), which
/// would be another word in small letters.
fn comparable(word: &str) -> String {
    let is_acronym = word.len() <= 4 && word.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    if is_acronym {
        return word.to_owned();
    }
    let word = reduced(word);
    word.strip_suffix('s').unwrap_or(&word).to_owned()
}

fn words(text: &str) -> Vec<String> {
    text.split(|c| !makes_words(c)).filter(|word| !word.is_empty()).map(comparable).collect()
}

/// What a term is called: its name, what is in its parentheses, its other names.
fn names(entry: &Entry) -> Vec<Vec<String>> {
    let names = entry.name.as_str().split(['(', ')']).chain(entry.aliases.iter().map(String::as_str));
    names.map(words).filter(|words| !words.is_empty()).collect()
}

/// The terms that each of these groups of texts is the first to use, in the order of the lexicon; the
/// entry that the texts are of explains itself.
#[must_use]
pub fn first_used(catalogue: &Catalogue, of: EntryIndex, groups: &[Vec<&str>]) -> Vec<Vec<EntryIndex>> {
    let mut terms: Vec<(EntryIndex, Vec<Vec<String>>)> = lexicon(catalogue, &[DEFINITION, CHARACTERISTIC])
        .into_iter()
        .filter(|index| *index != of)
        .map(|index| (index, names(catalogue.entry(index))))
        .collect();
    let mut used = Vec::new();
    for texts in groups {
        let texts: Vec<Vec<String>> = texts.iter().map(|text| words(text)).collect();
        let says = |name: &Vec<String>| texts.iter().any(|text| text.windows(name.len()).any(|part| part == name));
        let (here, elsewhere): (Vec<_>, Vec<_>) = terms.into_iter().partition(|(_, names)| names.iter().any(says));
        used.push(here.into_iter().map(|(index, _)| index).collect());
        terms = elsewhere;
    }
    used
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guides::tests::{catalogue, ids};

    const ENTRIES: &str = r#"
        {"id": "d", "kind": "definition", "name": "Commun", "nature": "notion-definition"},
        {"id": "geo", "kind": "definition", "name": "Géocommun"},
        {"id": "ci", "kind": "definition", "name": "Communauté d’intérêt (CI)"},
        {"id": "libre", "kind": "definition", "name": "Logiciel libre", "aliases": ["open source"]},
        {"id": "a", "kind": "commun", "name": "A"}"#;

    #[test]
    fn terms_are_found_where_they_are_used_first() {
        let catalogue = catalogue(ENTRIES);
        let (commons, _) = catalogue.find("a").map(|index| (index, ())).expect("the entry");
        let used = |groups: &[Vec<&str>]| -> Vec<Vec<String>> {
            let found = first_used(&catalogue, commons, groups);
            found.into_iter().map(|group| ids(&catalogue, group).into_iter().map(str::to_owned).collect()).collect()
        };
        for (text, expected) in [
            ("Des GÉOCOMMUNS, pour tous.", vec!["geo"]),
            ("La communauté d’intérêt se réunit.", vec!["ci"]),
            ("Une CI par sujet.", vec!["ci"]),
            ("Ceux-ci et ceci.", vec![]),
            ("Du code open-source", vec!["libre"]),
            ("Un logiciel vraiment libre, un commun", vec![]),
        ] {
            assert_eq!(used(&[vec![text]]), [expected], "{text}");
        }
        let twice = used(&[vec!["un géocommun"], vec!["rien", "géocommun, logiciel libre"]]);
        assert_eq!(twice, [vec!["geo"], vec!["libre"]]);
    }

    #[test]
    fn a_term_does_not_explain_itself() {
        let catalogue = catalogue(ENTRIES);
        let geo = catalogue.find("geo").expect("the entry");
        assert_eq!(first_used(&catalogue, geo, &[vec!["Un géocommun"]]), [vec![]]);
    }
}
