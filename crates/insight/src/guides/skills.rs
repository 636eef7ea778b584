//! What one can bring, and the commons that need exactly that.
//!
//! One brings what a commons may need: skills are the terms of the vocabulary of needs.

use std::fmt;

use catalogue::{Catalogue, EntryIndex, Model, Text, Vocabularies, VocabularyKey};
use search::query::BadParameter;
use text::sorting::sorted_by_key;

/// The parameter of the URL that holds skills: `apport=technique,juridique`.
const PARAMETER: &str = "apport";

/// What a skill also answers, besides the need of the same id.
///
/// Who trains and relays brings members; a territory that tries a commons becomes one.
const ALSO: [(&str, &str); 2] = [("formation", "membres"), ("territoire", "membres")];

/// Skills: ids of needs, in the order of the vocabulary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Skills(Vec<String>);

/// A commons that needs what one can bring.
#[derive(Debug, Clone)]
pub struct Match {
    pub entry: EntryIndex,
    /// Its needs that are answered, in its own order.
    pub needs: Vec<Text>,
}

impl Skills {
    /// Reads the search part of a URL; a parameter with a value that is no need is told.
    pub fn parse(search: &str, vocabularies: &Vocabularies) -> (Self, Vec<BadParameter>) {
        let mut asked = Vec::new();
        let mut bad = Vec::new();
        for (name, values) in text::parameters(search) {
            if name != PARAMETER {
                continue;
            }
            for value in text::listed(&values) {
                match vocabularies.find(VocabularyKey::Need, value) {
                    Some(_) => asked.push(value.to_owned()),
                    None => bad.push(BadParameter { name: PARAMETER.to_owned(), value: value.to_owned() }),
                }
            }
        }
        (Self::ordered(vocabularies, |id| asked.iter().any(|asked| asked == id)), bad)
    }

    fn ordered(vocabularies: &Vocabularies, has: impl Fn(&str) -> bool) -> Self {
        let terms = vocabularies.terms(VocabularyKey::Need).iter();
        Self(terms.filter(|term| has(&term.id)).map(|term| term.id.clone()).collect())
    }

    /// Whether nothing is brought.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this is brought.
    pub fn has(&self, skill: &str) -> bool {
        self.0.iter().any(|known| known == skill)
    }

    /// With this skill if it was not there, without it otherwise.
    #[must_use]
    pub fn toggled(&self, skill: &str, vocabularies: &Vocabularies) -> Self {
        Self::ordered(vocabularies, |id| self.has(id) != (id == skill))
    }

    /// Whether a need is answered.
    fn answer(&self, need: &str) -> bool {
        self.has(need) || ALSO.iter().any(|(skill, also)| *also == need && self.has(skill))
    }
}

/// The search part of the URL, without its question mark; empty without skills.
impl fmt::Display for Skills {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() { Ok(()) } else { write!(f, "{PARAMETER}={}", self.0.join(",")) }
    }
}

/// The commons that need these skills, the one with the most needs answered first.
pub fn matches(catalogue: &Catalogue, skills: &Skills) -> Vec<Match> {
    let vocabularies = &catalogue.vocabularies;
    let found: Vec<Match> = catalogue
        .of_model(Model::Commons)
        .filter_map(|(entry, commons)| {
            let answered = commons.needs.iter().filter(|need| {
                need.tag.is_some_and(|tag| skills.answer(&vocabularies.term(VocabularyKey::Need, tag).id))
            });
            let needs: Vec<Text> = answered.map(|need| need.text.clone()).collect();
            (!needs.is_empty()).then_some(Match { entry, needs })
        })
        .collect();
    sorted_by_key(&found, |found| std::cmp::Reverse(found.needs.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guides::tests::catalogue;

    const COMMONS: &str = r#"
        {"id": "a", "kind": "commun", "name": "A", "needs": [{"text": "Du code", "tag": "technique"}]},
        {"id": "b", "kind": "commun", "name": "B", "needs": [{"text": "Des membres", "tag": "membres"}, {"text": "Autre"}]},
        {"id": "c", "kind": "commun", "name": "C", "needs": [{"text": "Des tests", "tag": "technique"}, {"text": "Des ateliers", "tag": "formation"}]},
        {"id": "d", "kind": "programme", "name": "D", "needs": [{"text": "Du code", "tag": "technique"}]}"#;

    #[test]
    fn the_commons_that_needs_most_of_it_comes_first() {
        let catalogue = catalogue(COMMONS);
        for (search, expected) in [
            ("", &[][..]),
            ("apport=technique", &["a: Du code", "c: Des tests"]),
            ("apport=technique,formation", &["c: Des tests, Des ateliers", "a: Du code", "b: Des membres"]),
            ("apport=formation", &["b: Des membres", "c: Des ateliers"]),
            ("apport=membres", &["b: Des membres"]),
        ] {
            let (skills, _) = Skills::parse(search, &catalogue.vocabularies);
            let found: Vec<String> = matches(&catalogue, &skills)
                .into_iter()
                .map(|Match { entry, needs }| {
                    let needs: Vec<&str> = needs.iter().map(Text::as_str).collect();
                    format!("{}: {}", catalogue.entry(entry).id, needs.join(", "))
                })
                .collect();
            assert_eq!(found, expected, "{search}");
        }
    }

    #[test]
    fn skills_are_read_in_one_order_from_either_form() {
        let vocabularies = catalogue(COMMONS).vocabularies;
        for (search, expected, bad) in [
            ("?apport=formation,technique", "apport=technique,formation", 0),
            ("apport=formation&apport=technique&q=x", "apport=technique,formation", 0),
            ("apport=technique,technique", "apport=technique", 0),
            ("apport=rien,,technique", "apport=technique", 1),
            ("autre=technique", "", 0),
        ] {
            let (skills, told) = Skills::parse(search, &vocabularies);
            assert_eq!((skills.to_string().as_str(), told.len()), (expected, bad), "{search}");
        }
        let (skills, _) = Skills::parse("apport=formation", &vocabularies);
        let both = skills.toggled("technique", &vocabularies);
        assert_eq!(both.to_string(), "apport=technique,formation");
        assert_eq!(both.toggled("technique", &vocabularies), skills);
    }
}
