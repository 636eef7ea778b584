//! What holds commons and programmes back, by family, with what helped those who said it.

use super::such;
use catalogue::{Catalogue, Entry, EntryIndex, Model, TermIndex, Text, VocabularyKey};
use text::sorting::sorted_by_key;

/// The obstacles of one family.
#[derive(Debug, Clone)]
pub struct Family {
    /// The family; none for the obstacles that were not classified.
    pub term: Option<TermIndex>,
    /// Who met them; those who say what helped come first.
    pub cases: Vec<Case>,
}

/// An entry and its obstacles of one family; what helped it is in its own levers.
#[derive(Debug, Clone)]
pub struct Case {
    /// The commons or programme.
    pub entry: EntryIndex,
    pub obstacles: Vec<Text>,
}

/// The commons and the programmes.
pub(crate) fn projects(catalogue: &Catalogue) -> impl Iterator<Item = (EntryIndex, &Entry)> {
    catalogue.entries().filter(|(_, entry)| matches!(entry.kind.model(), Model::Commons | Model::Programme))
}

/// The families that have obstacles, in the order of the vocabulary, then those without a family.
pub fn families(catalogue: &Catalogue) -> Vec<Family> {
    let terms = catalogue.vocabularies.terms(VocabularyKey::Obstacle);
    let known = terms.iter().map(|term| catalogue.vocabularies.find(VocabularyKey::Obstacle, &term.id));
    known
        .chain([None])
        .map(|term| {
            let cases = projects(catalogue).map(|(entry, who)| {
                let obstacles = who.obstacles.iter().filter(|obstacle| obstacle.tag == term);
                Case { entry, obstacles: obstacles.map(|obstacle| obstacle.text.clone()).collect() }
            });
            let cases: Vec<Case> = cases.filter(|case| !case.obstacles.is_empty()).collect();
            Family { term, cases: sorted_by_key(&cases, |case| catalogue.entry(case.entry).levers.is_empty()) }
        })
        .filter(|family| !family.cases.is_empty())
        .collect()
}

/// The programmes that say what helped without saying what held them back.
pub fn practices(catalogue: &Catalogue) -> impl Iterator<Item = EntryIndex> {
    such(catalogue, Model::Programme, |entry| entry.obstacles.is_empty() && !entry.levers.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guides::tests::{catalogue, ids};

    #[test]
    fn obstacles_are_told_by_family_across_commons_and_programmes() {
        let catalogue = catalogue(
            r#"{"id": "a", "kind": "commun", "name": "A", "obstacles": [{"text": "Le droit", "tag": "juridique"}, {"text": "Le temps"}]},
            {"id": "b", "kind": "programme", "name": "B", "obstacles": [{"text": "Le contrat", "tag": "juridique"}], "levers": ["Un modèle"]},
            {"id": "c", "kind": "programme", "name": "C", "levers": ["Un réseau"]},
            {"id": "d", "kind": "organisation", "name": "D", "obstacles": [{"text": "Rien", "tag": "interne"}]}"#,
        );
        let told: Vec<(Option<&str>, Vec<&str>)> = families(&catalogue)
            .into_iter()
            .map(|family| {
                let label =
                    family.term.map(|term| catalogue.vocabularies.term(VocabularyKey::Obstacle, term).id.as_str());
                (label, ids(&catalogue, family.cases.iter().map(|case| case.entry)))
            })
            .collect();
        assert_eq!(told, [(Some("juridique"), vec!["b", "a"]), (None, vec!["a"])]);
        assert_eq!(ids(&catalogue, practices(&catalogue)), ["c"]);
    }
}
