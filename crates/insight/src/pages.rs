//! Which pages of a catalogue, and which of their parts, have something to show.

use std::cmp::Reverse;

use catalogue::{Catalogue, Entry, EntryIndex, HOME, Kind, LinkKind, Model, Page, PageSection, SectionType, Stage};
use search::facet::{Facet, FacetIndex};
use search::query::{Query, Scope};
use search::{Index, ValueCount};

use crate::guides::{
    CHARACTERISTIC, DEFINITION, calls, criteria, dated, definitions_about, examples, is_on_commons, methods, of_nature,
    other_definitions, practices, projects, readings, situations, such,
};
use crate::relations;

/// The pages that have something to show, as ranks in the catalogue; the one that the site opens on is there anyway.
pub fn shown(index: &Index) -> Vec<usize> {
    let pages = index.catalogue().pages.iter().enumerate();
    pages
        .filter(|(_, page)| page.id == HOME || page.sections.iter().any(|section| has(index, section)))
        .map(|(rank, _)| rank)
        .collect()
}

/// Whether a part of a page has something to show.
///
/// A search that has words is judged without them: they may not be indexed yet.
pub fn has(index: &Index, section: &PageSection) -> bool {
    let catalogue = &**index.catalogue();
    let some = |model, is_such: fn(&Entry) -> bool| such(catalogue, model, is_such).next().is_some();
    let definitions = |nature: &str| of_nature(catalogue, Model::Definition, nature).next().is_some();
    match section.of {
        SectionType::Definitions => definitions(DEFINITION),
        SectionType::Characteristics => definitions(CHARACTERISTIC),
        SectionType::Natures => some(Model::Commons, |entry| entry.nature.is_some() || !entry.levels.is_empty()),
        // Sources may come later.
        SectionType::Examples => {
            examples(catalogue).next().is_some() || catalogue.lacks_details && definitions(DEFINITION)
        }
        SectionType::Lexicon => other_definitions(catalogue).next().is_some(),
        SectionType::Readings => readings(catalogue).next().is_some(),
        SectionType::Ways => ways(catalogue).next().is_some(),
        SectionType::Skills | SectionType::Help => some(Model::Commons, |entry| !entry.needs.is_empty()),
        SectionType::Join => some(Model::Contribution, |entry| entry.order.is_none() && entry.nature.is_some()),
        SectionType::Places => places(catalogue).next().is_some(),
        SectionType::Propose => {
            let site = &catalogue.site;
            (site.contact.is_some() || site.repository.is_some()) && some(Model::Commons, |_| true)
        }
        SectionType::Notions => !notions(catalogue).is_empty(),
        SectionType::Situations => !situations(catalogue).is_empty(),
        SectionType::Scales => says_something(index, Facet::Scale.into(), &scales(index)),
        SectionType::Path => !stages(index).is_empty() || !path_guides(catalogue).is_empty(),
        SectionType::Programmes => some(Model::Programme, |_| true),
        SectionType::Calls => calls(catalogue).next().is_some(),
        SectionType::SelfCheck => self_check(index).is_some(),
        SectionType::Obstacles => {
            projects(catalogue).any(|(_, entry)| !entry.obstacles.is_empty()) || practices(catalogue).next().is_some()
        }
        SectionType::Methods => methods(catalogue).next().is_some(),
        // Dates may come later.
        SectionType::History => {
            dated(catalogue).next().is_some() || catalogue.lacks_details && some(Model::Programme, |_| true)
        }
        SectionType::Proposals => some(Model::Programme, |entry| !entry.proposals.is_empty()),
        SectionType::Maturity | SectionType::Portrait => catalogue.says(|said| said.maturity),
        SectionType::Questions => criteria(catalogue).next().is_some(),
        SectionType::KeyFigures => {
            let counted = [Kind::COMMONS, Kind::PROGRAMME, Kind::ORGANISATION];
            catalogue.entries().any(|(_, entry)| entry.kind.is_added() || counted.contains(&entry.kind))
        }
        SectionType::Network => relations::has_network(catalogue),
        SectionType::Grid => section.grid.is_some_and(|rank| !catalogue.grids[rank].entries.is_empty()),
        SectionType::Themes => !themes(index).is_empty(),
        SectionType::Invitation => !section.heading.is_empty(),
        SectionType::Documents => !catalogue.documents.is_empty(),
        SectionType::Text => !section.paragraphs.is_empty(),
        SectionType::Entries => !section.entries.is_empty(),
        SectionType::Search => index.counts(&Query::parse_for(&section.query, catalogue).0.opened(catalogue)).count > 0,
        SectionType::Facet => {
            values(index, section).is_some_and(|(facet, _, values)| says_something(index, facet, &values))
        }
    }
}

/// Whether a value is other than « not known ».
fn says_something(index: &Index, facet: FacetIndex, values: &[ValueCount]) -> bool {
    let size = facet.row(index.catalogue()).size(index.catalogue());
    values.iter().any(|value| value.code < size)
}

/// The values of a facet of commons, with how many commons have each.
pub fn of_commons(index: &Index, facet: Facet) -> Vec<ValueCount> {
    let scope = Scope::Kind(index.catalogue().kind_of(Model::Commons));
    index.counts(&Query::of(scope)).values(facet).to_vec()
}

/// The themes of commons, the most frequent first, with how many commons have each: of each kind by itself.
pub fn themes(index: &Index) -> Vec<(Kind, Vec<ValueCount>)> {
    let of_kind = |kind: Kind| {
        let all = index.counts(&Query::of(Scope::Kind(kind)));
        let some: Vec<ValueCount> = all.values(Facet::Theme).iter().copied().filter(|theme| theme.count > 0).collect();
        (kind, text::sorting::sorted_by_key(&some, |theme| Reverse(theme.count)))
    };
    let kinds = index.catalogue().kinds_of(Model::Commons).into_iter().map(of_kind);
    kinds.filter(|(_, themes)| !themes.is_empty()).collect()
}

/// The scales, with how many entries apply there.
pub fn scales(index: &Index) -> Vec<ValueCount> {
    index.counts(&Query::of(Scope::All)).values(Facet::Scale).to_vec()
}

/// The stages, with how many commons are at each; nothing where none is at any.
pub fn stages(index: &Index) -> Vec<(Stage, Query, usize)> {
    let scope = Scope::Kind(index.catalogue().kind_of(Model::Commons));
    let counts = of_commons(index, Facet::Resource);
    let stages = Stage::ALL.iter().map(|stage| {
        let query = Query::of(scope).with(Facet::Resource, stage.word());
        let count = counts.iter().find(|value| value.code == *stage as u32).map_or(0, |value| value.count);
        (*stage, query, count)
    });
    let stages: Vec<_> = stages.collect();
    if stages.iter().all(|(_, _, count)| *count == 0) { Vec::new() } else { stages }
}

/// The guides on commons themselves.
pub fn path_guides(catalogue: &Catalogue) -> Vec<EntryIndex> {
    let documentation = of_nature(catalogue, Model::Resource, "documentation");
    documentation.filter(|index| is_on_commons(catalogue, catalogue.entry(*index))).collect()
}

/// The values of the facet of a part, those that answer most first, with the facet and the query that they narrow.
pub fn values(index: &Index, section: &PageSection) -> Option<(FacetIndex, Query, Vec<ValueCount>)> {
    let catalogue = index.catalogue();
    let key = section.facet.as_deref()?;
    let of_format = || search::facet::FACETS.iter().find(|row| row.field == key).map(|row| FacetIndex::from(row.facet));
    let own = FacetIndex::own(catalogue).find(|(_, field)| field.id == key).map(|(facet, _)| facet);
    let facet = own.or_else(of_format)?;
    let query = Query::of(section.kind.map_or(Scope::All, Scope::Kind));
    let counts = index.counts(&query).facets.into_iter().find(|counts| counts.facet == facet)?;
    let counts: Vec<ValueCount> = counts.values.into_iter().filter(|value| value.count > 0).collect();
    Some((facet, query, text::sorting::sorted_by_key(&counts, |value| Reverse(value.count))))
}

/// The ways to contribute that have a rank.
fn ways(catalogue: &Catalogue) -> impl Iterator<Item = EntryIndex> {
    such(catalogue, Model::Contribution, |entry| entry.order.is_some())
}

/// The ways to contribute that have a rank, by rank.
pub fn ordered_ways(catalogue: &Catalogue) -> Vec<EntryIndex> {
    let ways: Vec<EntryIndex> = ways(catalogue).collect();
    text::sorting::sorted_by_key(&ways, |index| catalogue.entry(*index).order)
}

/// Where commons and programmes are worked on: the entry, and the rank of the link among its own.
pub fn places(catalogue: &Catalogue) -> impl Iterator<Item = (EntryIndex, usize)> {
    projects(catalogue).flat_map(|(index, entry)| {
        let links = entry.links.iter().enumerate();
        let is_place = |kind| matches!(kind, LinkKind::Repository | LinkKind::Wiki);
        links.filter(move |(_, link)| is_place(link.kind) && link.url.is_some()).map(move |(rank, _)| (index, rank))
    })
}

/// What to know of commons before a situation is chosen: the definitions of its programmes, then what characterises
/// them; nothing where there is no situation.
pub fn notions(catalogue: &Catalogue) -> Vec<EntryIndex> {
    let situations = situations(catalogue);
    if situations.is_empty() {
        return Vec::new();
    }
    let about = definitions_about(catalogue, &situations);
    about.into_iter().chain(of_nature(catalogue, Model::Definition, CHARACTERISTIC)).collect()
}

/// The page of the self-assessment, if it has something to show.
pub fn self_check(index: &Index) -> Option<&Page> {
    let is_of_it = |section: &PageSection| matches!(section.of, SectionType::Maturity | SectionType::Questions);
    let has = |page: &&Page| page.sections.iter().any(|section| is_of_it(section) && has(index, section));
    index.catalogue().pages.iter().find(has)
}

/// The first part of this type that has something to show, with its page.
pub fn first(index: &Index, of: SectionType) -> Option<(&Page, &PageSection)> {
    let sections = index.catalogue().pages.iter().flat_map(|page| page.sections.iter().map(move |part| (page, part)));
    sections.into_iter().find(|(_, section)| section.of == of && has(index, section))
}
