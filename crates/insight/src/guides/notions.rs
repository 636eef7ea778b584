//! What a digital commons is: definitions, the lexicon, examples, readings.
//!
//! Natures are terms of the data: those named here are of the editors' vocabulary, and another
//! catalogue that has none of them has none of these lists.

use catalogue::{Catalogue, Entry, EntryIndex, Model, TermIndex, VocabularyKey};
use text::letters::reduced;
use text::sorting::sorted_by_key;

/// The nature of what defines commons themselves.
pub const DEFINITION: &str = "notion-definition";
/// The nature of what characterises them.
pub const CHARACTERISTIC: &str = "caracteristique";
/// The natures of what is read.
const READINGS: [&str; 3] = ["article", "tribune", "documentation"];

/// The commons of one principal theme.
#[derive(Debug, Clone)]
pub struct Sector {
    pub theme: TermIndex,
    pub commons: Vec<EntryIndex>,
}

fn has_nature(catalogue: &Catalogue, entry: &Entry, natures: &[&str]) -> bool {
    let id = |term| catalogue.vocabularies.term(VocabularyKey::Nature, term).id.as_str();
    entry.nature.is_some_and(|term| natures.contains(&id(term)))
}

/// Whether an entry is on commons themselves: on that theme first.
pub(crate) fn is_on_commons(catalogue: &Catalogue, entry: &Entry) -> bool {
    !entry.themes.is_empty() && catalogue.motif(entry) == "communs"
}

/// The entries of a model that are of this nature.
pub fn of_nature(catalogue: &Catalogue, model: Model, nature: &str) -> impl Iterator<Item = EntryIndex> {
    let entries = catalogue.of_model(model).filter(move |(_, entry)| has_nature(catalogue, entry, &[nature]));
    entries.map(|(index, _)| index)
}

/// The other definitions.
pub(crate) fn other_definitions(catalogue: &Catalogue) -> impl Iterator<Item = EntryIndex> {
    let is_other = |entry: &Entry| !has_nature(catalogue, entry, &[DEFINITION, CHARACTERISTIC]);
    catalogue.of_model(Model::Definition).filter(move |(_, entry)| is_other(entry)).map(|(index, _)| index)
}

/// The other definitions, by name.
pub fn lexicon(catalogue: &Catalogue) -> Vec<EntryIndex> {
    let terms: Vec<EntryIndex> = other_definitions(catalogue).collect();
    sorted_by_key(&terms, |index| reduced(catalogue.entry(*index).name.as_str()))
}

/// The commons that the documents of the definitions give as examples, with their principal theme.
pub fn examples(catalogue: &Catalogue) -> impl Iterator<Item = (TermIndex, EntryIndex)> {
    let documents =
        |entry: &Entry| -> Vec<usize> { entry.sources.iter().filter_map(|source| source.document).collect() };
    let definitions = of_nature(catalogue, Model::Definition, DEFINITION);
    let defining: Vec<usize> = definitions.flat_map(|index| documents(catalogue.entry(index))).collect();
    catalogue.of_model(Model::Commons).filter_map(move |(index, entry)| {
        let is_cited = documents(entry).iter().any(|document| defining.contains(document));
        Some((*entry.themes.first().filter(|_| is_cited)?, index))
    })
}

/// The same by theme, in the order of the vocabulary.
pub fn sectors(catalogue: &Catalogue) -> Vec<Sector> {
    let examples: Vec<_> = examples(catalogue).collect();
    let themes = catalogue.vocabularies.terms(VocabularyKey::Theme).iter();
    let themes = themes.filter_map(|term| catalogue.vocabularies.find(VocabularyKey::Theme, &term.id));
    themes
        .map(|theme| {
            let commons = examples.iter().filter(|(of, _)| *of == theme);
            Sector { theme, commons: commons.map(|(_, index)| *index).collect() }
        })
        .filter(|sector| !sector.commons.is_empty())
        .collect()
}

/// Articles, letters and guides on commons themselves: on that theme first, or linked with a definition.
pub fn readings(catalogue: &Catalogue) -> impl Iterator<Item = EntryIndex> {
    let is_definition = |index: &EntryIndex| catalogue.entry(*index).kind.is(Model::Definition);
    let about = move |index: EntryIndex, entry: &Entry| {
        is_on_commons(catalogue, entry)
            || entry.related.iter().any(is_definition)
            || catalogue.citations(index).iter().any(|citation| is_definition(&citation.from))
    };
    let entries = catalogue.entries().filter(|(_, entry)| matches!(entry.kind.model(), Model::Resource | Model::Event));
    let entries = entries.filter(move |(index, entry)| has_nature(catalogue, entry, &READINGS) && about(*index, entry));
    entries.map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guides::tests::{catalogue, ids};

    const ENTRIES: &str = r#"
        {"id": "d", "kind": "definition", "name": "Commun", "nature": "notion-definition", "sources": [{"document": "1"}], "related": ["r2"]},
        {"id": "z", "kind": "definition", "name": "Zone", "nature": "notion"},
        {"id": "e", "kind": "definition", "name": "Écart"},
        {"id": "a", "kind": "commun", "name": "A", "themes": ["eau"], "sources": [{"document": "1"}]},
        {"id": "b", "kind": "commun", "name": "B", "themes": ["eau"], "sources": [{"document": "2"}]},
        {"id": "r1", "kind": "ressource", "name": "R1", "nature": "article", "themes": ["communs"]},
        {"id": "r2", "kind": "ressource", "name": "R2", "nature": "article", "themes": ["eau"]},
        {"id": "r3", "kind": "ressource", "name": "R3", "nature": "article", "themes": ["eau"]},
        {"id": "r4", "kind": "ressource", "name": "R4", "nature": "notion", "themes": ["communs"]}"#;

    #[test]
    fn terms_are_in_french_order() {
        let catalogue = catalogue(ENTRIES);
        assert_eq!(ids(&catalogue, lexicon(&catalogue)), ["e", "z"]);
        assert_eq!(ids(&catalogue, of_nature(&catalogue, Model::Definition, "notion-definition")), ["d"]);
        assert_eq!(ids(&catalogue, of_nature(&catalogue, Model::Definition, "rien")), [""; 0]);
    }

    #[test]
    fn examples_come_from_the_texts_that_define() {
        let catalogue = catalogue(ENTRIES);
        let sectors = sectors(&catalogue);
        assert_eq!(sectors.len(), 1);
        assert_eq!(ids(&catalogue, sectors[0].commons.clone()), ["a"]);
        assert_eq!(ids(&catalogue, readings(&catalogue)), ["r1", "r2"]);
    }
}
