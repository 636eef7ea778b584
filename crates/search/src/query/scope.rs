//! Which entries a query looks at, and the facets that they have.

use catalogue::Model::{Commons, Contribution, Event, Organisation, Programme, Resource};
use catalogue::{Catalogue, EVERYTHING, Kind, MOST_KINDS, Model};
use messages::{ENTRIES, Message, Noun};

use crate::facet::{Facet, FacetIndex};

/// The facets of the format in the order of the panel: whether each is shown for all entries, and the models whose
/// kinds show it.
static PANEL: [(Facet, bool, &[Model]); Facet::COUNT] = [
    (Facet::Nature, true, Model::ALL),
    (Facet::Theme, true, Model::ALL),
    (Facet::Status, true, &[Commons, Programme, Organisation, Resource]),
    (Facet::Support, false, &[Programme]),
    (Facet::Initiated, true, &[Commons, Programme]),
    (Facet::Resource, false, &[Commons]),
    (Facet::Community, false, &[Commons]),
    (Facet::Governance, false, &[Commons]),
    (Facet::Need, false, &[Commons]),
    (Facet::Obstacle, false, &[Commons, Programme]),
    (Facet::Licence, true, &[Commons, Programme, Resource]),
    (Facet::Bearer, true, &[Commons, Programme, Resource]),
    (Facet::Audience, true, &[Commons, Programme, Resource, Event, Contribution]),
    (Facet::Scale, true, &[Commons, Programme, Event]),
];

/// Which entries are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Those of one kind.
    Kind(Kind),
    /// All of them.
    All,
}

impl Scope {
    /// The most scopes that a catalogue has: everything comes last.
    pub(crate) const MOST: usize = MOST_KINDS + 1;

    /// Its rank among as many.
    pub(crate) const fn rank(self) -> usize {
        match self {
            Self::Kind(kind) => kind.rank(),
            Self::All => Self::MOST - 1,
        }
    }

    /// The word of the URL.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.word(),
            Self::All => EVERYTHING,
        }
    }

    /// The scope of a word of the URL, for a catalogue that has these kinds.
    pub fn parse(word: &str, kinds: &[Kind]) -> Option<Self> {
        let kind = || kinds.iter().copied().find(|kind| kind.word() == word);
        if word == Self::All.word() { Some(Self::All) } else { kind().map(Self::Kind) }
    }

    /// What its tab is called.
    pub fn name(self, catalogue: &Catalogue) -> &'static str {
        match self {
            Self::Kind(kind) => catalogue.kinds.words(kind).plural,
            Self::All => Message(["Tout"]).to(catalogue.site.language),
        }
    }

    /// What is counted in it.
    pub fn noun(self, catalogue: &Catalogue) -> Noun {
        match self {
            Self::Kind(kind) => catalogue.kinds.words(kind).noun,
            Self::All => ENTRIES,
        }
    }

    /// The scopes that a catalogue shows, in the order of the tabs.
    pub fn shown(catalogue: &Catalogue) -> impl Iterator<Item = Self> {
        catalogue.kinds.shown().iter().copied().map(Self::Kind).chain([Self::All])
    }

    /// The facets that the panel shows for its entries, in order, each with whether it is open at first, if the
    /// catalogue says so: those that it chose, else ours, then its own.
    pub fn facets(self, catalogue: &Catalogue) -> Vec<(FacetIndex, Option<bool>)> {
        let has =
            |kinds: &[Kind]| kinds.is_empty() || self == Self::All || kinds.iter().any(|kind| self.contains(*kind));
        let is_shown = |(_, is_of_all, models): &&(Facet, bool, &[Model])| match self {
            Self::Kind(kind) => models.contains(&kind.model()),
            Self::All => *is_of_all,
        };
        let ours = PANEL.iter().filter(is_shown);
        let ours = ours.map(|(facet, ..)| (facet.definition().field, FacetIndex::from(*facet)));
        let own = FacetIndex::own(catalogue).filter(|(_, field)| has(&field.kinds));
        let own = own.map(|(facet, field)| (field.id.as_str(), facet));
        if catalogue.facets.is_empty() {
            return ours.chain(own).map(|(_, facet)| (facet, None)).collect();
        }
        // A field of the catalogue is named before one of the format of the same key.
        let known: Vec<(&str, FacetIndex)> = own.chain(ours).collect();
        let chosen = catalogue.facets.iter().filter(|choice| has(&choice.kinds));
        chosen
            .filter_map(|choice| {
                let (_, facet) = known.iter().find(|(field, _)| *field == choice.field)?;
                Some((*facet, choice.is_open))
            })
            .collect()
    }

    /// Whether entries of this kind are looked at.
    pub fn contains(self, kind: Kind) -> bool {
        self == Self::All || self == Self::Kind(kind)
    }
}
