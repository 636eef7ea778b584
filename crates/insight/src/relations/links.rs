//! Who supports what and who bears what, as lists.

use catalogue::{Catalogue, EntryIndex, Model, Relation};

/// An entry, and those that it supports or bears.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Links {
    /// The programme, or the bearer.
    pub from: EntryIndex,
    /// What it supports or bears, in the order of the data.
    pub to: Vec<EntryIndex>,
}

/// The programmes that support entries, in the order of the data.
#[must_use]
pub fn supports(catalogue: &Catalogue) -> Vec<Links> {
    let programmes =
        catalogue.of_model(Model::Programme).map(|(from, entry)| Links { from, to: entry.examples.clone() });
    programmes.filter(|links| !links.to.is_empty()).collect()
}

/// The entries that bear commons or programmes, in the order of the data.
#[must_use]
pub fn bears(catalogue: &Catalogue) -> Vec<Links> {
    let borne = |from| {
        let to = catalogue.citations(from).iter().filter(|citation| {
            let kind = catalogue.entry(citation.from).kind;
            citation.relation == Relation::Bearer && matches!(kind.model(), Model::Commons | Model::Programme)
        });
        Links { from, to: to.map(|citation| citation.from).collect() }
    };
    catalogue.entries().map(|(from, _)| borne(from)).filter(|links| !links.to.is_empty()).collect()
}

/// The commons that no programme supports and whose bearer is not known.
#[must_use]
pub fn alone(catalogue: &Catalogue) -> Vec<EntryIndex> {
    let mut is_supported = vec![false; catalogue.entries().len()];
    for to in supports(catalogue).iter().flat_map(|links| &links.to) {
        is_supported[to.rank()] = true;
    }
    let commons = catalogue.of_model(Model::Commons).filter(|(_, entry)| entry.bearers.is_empty());
    commons.map(|(index, _)| index).filter(|index| !is_supported[index.rank()]).collect()
}
