//! What helps to decide and act, computed from the catalogue alone: which commons need what one
//! can bring, what supports compare on, how others lifted an obstacle, where a situation leads.
//!
//! It knows neither the views nor their sentences. Lists keep the order of the data unless they say
//! otherwise, so that a page always reads the same.

mod notions;
mod obstacles;
mod self_check;
mod situations;
mod skills;
mod supports;
mod terms;

pub use notions::{CHARACTERISTIC, DEFINITION, Sector, lexicon, of_nature, readings, sectors};
pub(crate) use notions::{examples, is_on_commons, other_definitions};
pub(crate) use obstacles::projects;
pub use obstacles::{Case, Family, families, practices};
pub use self_check::{Readiness, SelfCheck, criteria};
pub(crate) use situations::definitions_about;
pub use situations::{situations, steps};
pub use skills::{Match, Skills, matches};
pub(crate) use supports::dated;
pub use supports::{Comparison, calls, compare, earlier_editions, histories, methods};
pub use terms::first_used;

use catalogue::{Catalogue, Entry, EntryIndex, Model};

/// The entries of a model that are such.
pub fn such(catalogue: &Catalogue, model: Model, is_such: fn(&Entry) -> bool) -> impl Iterator<Item = EntryIndex> {
    catalogue.of_model(model).filter(move |(_, entry)| is_such(entry)).map(|(index, _)| index)
}

#[cfg(test)]
pub(crate) mod tests {
    use catalogue::{Catalogue, EntryIndex, read};

    /// A catalogue of these entries, with small vocabularies.
    pub(crate) fn catalogue(entries: &str) -> Catalogue {
        let json = format!(
            r#"{{"format": 1, "site": {{"title": "Essai"}}, "vocabularies": {{
                "theme": [{{"id": "eau", "label": "Eau", "motif": "climat"}}, {{"id": "communs", "label": "Communs", "motif": "communs"}}],
                "nature": [{{"id": "appel", "label": "Appel"}}, {{"id": "notion", "label": "Notion"}},
                    {{"id": "notion-definition", "label": "Définition"}}, {{"id": "caracteristique", "label": "Caractéristique"}},
                    {{"id": "article", "label": "Article"}}, {{"id": "situation", "label": "Situation"}}],
                "need": [{{"id": "technique", "label": "Technique"}}, {{"id": "membres", "label": "Membres"}}, {{"id": "formation", "label": "Formation"}}],
                "obstacle": [{{"id": "interne", "label": "Interne"}}, {{"id": "juridique", "label": "Juridique"}}],
                "support": [{{"id": "financier", "label": "Financement"}}, {{"id": "reseau", "label": "Réseau"}}]
            }}, "documents": [{{"id": "1", "title": "Un", "nature": "article"}}, {{"id": "2", "title": "Deux", "nature": "article"}}],
            "entries": [{entries}]}}"#
        );
        let loaded = read(&json).expect("the test writes JSON");
        assert_eq!(loaded.diagnostics.len(), 0, "{:?}", loaded.diagnostics);
        loaded.catalogue
    }

    pub(crate) fn ids(catalogue: &Catalogue, entries: impl IntoIterator<Item = EntryIndex>) -> Vec<&str> {
        entries.into_iter().map(|index| catalogue.entry(index).id.as_str()).collect()
    }
}
