//! Support programmes side by side, and what their calls ask for and gave.

use super::{of_nature, such};
use catalogue::{Catalogue, EntryIndex, Model, TermIndex, VocabularyKey};
use text::sorting::sorted_by_key;

/// A programme and the kinds of support it gives.
#[derive(Debug, Clone)]
pub struct Comparison {
    pub entry: EntryIndex,
    /// For each term of the vocabulary of supports, whether it is given.
    pub gives: Vec<bool>,
}

/// Every programme, those whose supports are not known last.
pub fn compare(catalogue: &Catalogue) -> Vec<Comparison> {
    let terms = catalogue.vocabularies.terms(VocabularyKey::Support);
    let rows: Vec<Comparison> = catalogue
        .of_model(Model::Programme)
        .map(|(entry, programme)| {
            let given: Vec<TermIndex> = programme.supports.iter().filter_map(|support| support.tag).collect();
            let gives = |id: &str| {
                catalogue.vocabularies.find(VocabularyKey::Support, id).is_some_and(|term| given.contains(&term))
            };
            Comparison { entry, gives: terms.iter().map(|term| gives(&term.id)).collect() }
        })
        .collect();
    sorted_by_key(&rows, |row| !row.gives.contains(&true))
}

/// The programmes that are calls: they have challenges or waves.
pub fn calls(catalogue: &Catalogue) -> impl Iterator<Item = EntryIndex> {
    such(catalogue, Model::Programme, |entry| !entry.challenges.is_empty() || !entry.waves.is_empty())
}

/// The related programmes of the same nature, which tell their figures.
pub fn earlier_editions(catalogue: &Catalogue, call: EntryIndex) -> Vec<EntryIndex> {
    let nature = catalogue.entry(call).nature;
    let told = |index: &EntryIndex| {
        let entry = catalogue.entry(*index);
        entry.kind.is(Model::Programme) && entry.nature == nature && !entry.metrics.is_empty()
    };
    catalogue.entry(call).related.iter().copied().filter(told).collect()
}

/// The programmes that have dates.
pub(crate) fn dated(catalogue: &Catalogue) -> impl Iterator<Item = EntryIndex> {
    such(catalogue, Model::Programme, |entry| !entry.dates.is_empty())
}

/// The programmes that have dates, oldest first, those of one bearer together.
pub fn histories(catalogue: &Catalogue) -> Vec<Vec<EntryIndex>> {
    let first = |index: &EntryIndex| catalogue.entry(*index).dates.iter().filter_map(|fact| fact.date).min();
    let dated = sorted_by_key(&dated(catalogue).collect::<Vec<_>>(), first);
    let mut histories: Vec<Vec<EntryIndex>> = Vec::new();
    for programme in dated {
        let bearer = catalogue.entry(programme).bearers.first();
        let same =
            |history: &&mut Vec<EntryIndex>| bearer.is_some() && catalogue.entry(history[0]).bearers.first() == bearer;
        match histories.iter_mut().find(same) {
            Some(history) => history.push(programme),
            None => histories.push(vec![programme]),
        }
    }
    histories
}

/// The grids by which programmes work, each with these programmes.
pub fn methods(catalogue: &Catalogue) -> impl Iterator<Item = (EntryIndex, Vec<EntryIndex>)> {
    let is_programme = |index: &EntryIndex| catalogue.entry(*index).kind.is(Model::Programme);
    let grids = of_nature(catalogue, Model::Definition, "grille").map(move |grid| {
        let related = catalogue.entry(grid).related.iter().copied();
        (grid, related.filter(is_programme).collect::<Vec<_>>())
    });
    grids.filter(|(_, programmes)| !programmes.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guides::tests::{catalogue, ids};

    #[test]
    fn programmes_compare_on_what_they_give() {
        let catalogue = catalogue(
            r#"{"id": "a", "kind": "programme", "name": "A", "supports": [{"text": "On ne sait quoi"}]},
            {"id": "b", "kind": "programme", "name": "B", "supports": [{"text": "Argent", "tag": "financier"}, {"text": "Prêt", "tag": "financier"}]},
            {"id": "c", "kind": "commun", "name": "C"}"#,
        );
        let rows = compare(&catalogue);
        assert_eq!(ids(&catalogue, rows.iter().map(|row| row.entry)), ["b", "a"]);
        assert_eq!([rows[0].gives.as_slice(), &rows[1].gives], [[true, false], [false, false]]);
    }

    #[test]
    fn a_call_leads_to_its_earlier_editions() {
        let catalogue = catalogue(
            r#"{"id": "a", "kind": "programme", "name": "A", "nature": "appel", "waves": [{"label": "Vague", "date": "2023-06-01"}], "related": ["b", "c", "d"]},
            {"id": "b", "kind": "programme", "name": "B", "nature": "appel", "metrics": [{"label": "lauréats", "value": "20"}]},
            {"id": "c", "kind": "programme", "name": "C", "nature": "appel"},
            {"id": "d", "kind": "programme", "name": "D", "metrics": [{"label": "projets", "value": "3"}]}"#,
        );
        assert_eq!(ids(&catalogue, calls(&catalogue)), ["a"]);
        assert_eq!(ids(&catalogue, earlier_editions(&catalogue, calls(&catalogue).next().unwrap())), ["b"]);
    }

    #[test]
    fn the_history_of_a_bearer_reads_from_its_oldest_programme() {
        let catalogue = catalogue(
            r#"{"id": "a", "kind": "programme", "name": "A", "bearers": ["x"], "dates": [{"label": "Début", "date": "2021"}]},
            {"id": "b", "kind": "programme", "name": "B", "dates": [{"label": "Début", "date": "2014"}]},
            {"id": "c", "kind": "programme", "name": "C", "bearers": ["x"], "dates": [{"label": "Début", "date": "1994"}]},
            {"id": "d", "kind": "programme", "name": "D", "dates": [{"label": "Début", "date": "2015"}]},
            {"id": "e", "kind": "programme", "name": "E", "bearers": ["x"]},
            {"id": "x", "kind": "organisation", "name": "X"}"#,
        );
        let told: Vec<Vec<&str>> = histories(&catalogue).into_iter().map(|history| ids(&catalogue, history)).collect();
        assert_eq!(told, [vec!["c", "a"], vec!["b"], vec!["d"]]);
    }
}
