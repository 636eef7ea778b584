//! Who supports what, who bears what, and who is named in the fields that a catalogue adds, as lists.

use catalogue::{Catalogue, EntryIndex, FieldType, HostField, Model, Relation, Said};

/// An entry, and those that it supports or bears, or that name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Links {
    /// The programme, the bearer, or what is named.
    pub from: EntryIndex,
    /// What it supports or bears, or what names it, in the order of the data.
    pub to: Vec<EntryIndex>,
}

/// The programmes that support entries, in the order of the data.
pub fn supports(catalogue: &Catalogue) -> Vec<Links> {
    let programmes =
        catalogue.of_model(Model::Programme).map(|(from, entry)| Links { from, to: entry.examples.clone() });
    programmes.filter(|links| !links.to.is_empty()).collect()
}

/// The entries that bear commons or programmes, in the order of the data.
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

/// The fields that the catalogue adds whose values are entries, each with these entries and those that name them there,
/// in the order of the data; fields that nobody fills are left out.
pub fn named_in_fields(catalogue: &Catalogue) -> Vec<(&HostField, Vec<Links>)> {
    let fields = catalogue.fields.iter().enumerate().filter(|(_, field)| field.of == FieldType::Entries);
    let named = fields.map(|(rank, field)| {
        let mut naming: Vec<Vec<EntryIndex>> = vec![Vec::new(); catalogue.entries().len()];
        for (from, entry) in catalogue.entries() {
            if let Some(Said::Entries(named)) = entry.said(rank) {
                named.iter().for_each(|named| naming[named.rank()].push(from));
            }
        }
        let links = catalogue.entries().map(|(from, _)| Links { from, to: std::mem::take(&mut naming[from.rank()]) });
        (field, links.filter(|links| !links.to.is_empty()).collect::<Vec<Links>>())
    });
    named.filter(|(_, links)| !links.is_empty()).collect()
}

/// How many commons no programme supports, have no known bearer, and are in no link of the catalogue's own.
pub fn alone(catalogue: &Catalogue) -> usize {
    let mut is_linked = vec![false; catalogue.entries().len()];
    let own = named_in_fields(catalogue).into_iter().flat_map(|(_, links)| links);
    for links in supports(catalogue).into_iter().chain(own) {
        [links.from].iter().chain(&links.to).for_each(|index| is_linked[index.rank()] = true);
    }
    let commons = catalogue.of_model(Model::Commons).filter(|(_, entry)| entry.bearers.is_empty());
    commons.filter(|(index, _)| !is_linked[index.rank()]).count()
}
