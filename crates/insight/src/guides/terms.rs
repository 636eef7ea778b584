//! The terms of the lexicon that a text uses, to be explained where it uses them.

use super::notions::lexicon;
use catalogue::{Catalogue, Entry, EntryIndex};
use text::letters::{makes_words, reduced};

/// The words of a text between spaces, to be compared: without case, accents or the mark of the plural, but
/// for an acronym (« CI »), which would be another word in small letters.
fn comparable(text: &str) -> String {
    let mut words = String::from(" ");
    for word in text.split(|c| !makes_words(c)).filter(|word| !word.is_empty()) {
        if word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()) {
            words.push_str(word);
        } else {
            let word = reduced(word);
            words.push_str(word.strip_suffix('s').unwrap_or(&word));
        }
        words.push(' ');
    }
    words
}

/// Whether comparable texts hold a term: its name, what is in its parentheses, one of its other names.
fn say(texts: &str, entry: &Entry) -> bool {
    let names = entry.name.as_str().split(['(', ')']).chain(entry.aliases.iter().map(String::as_str));
    names.map(comparable).any(|name| name.len() > 1 && texts.contains(&name))
}

/// The terms that each of these groups of texts is the first to use, in the order of the lexicon; the
/// entry that the texts are of explains itself.
pub fn first_used(catalogue: &Catalogue, of: EntryIndex, groups: &[Vec<&str>]) -> Vec<Vec<EntryIndex>> {
    let mut terms = lexicon(catalogue);
    terms.retain(|index| *index != of);
    let mut used = Vec::new();
    for texts in groups {
        // No name goes over the end of a text.
        let texts: String = texts.iter().map(|text| comparable(text) + "\n").collect();
        let mut here = Vec::new();
        terms.retain(|index| {
            let says = say(&texts, catalogue.entry(*index));
            if says {
                here.push(*index);
            }
            !says
        });
        used.push(here);
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
        let commons = catalogue.find("a").expect("the entry");
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
