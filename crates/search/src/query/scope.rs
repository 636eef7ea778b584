//! Which entries a query looks at, and the facets that they have.

use catalogue::{Catalogue, EVERYTHING, Kind, MOST_KINDS, Model};
use messages::{ENTRIES, Message, Noun};

use crate::facet::{Facet, FacetIndex};

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
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.word(),
            Self::All => EVERYTHING,
        }
    }

    /// The scope of a word of the URL, for a catalogue that has these kinds.
    #[must_use]
    pub fn parse(word: &str, kinds: &[Kind]) -> Option<Self> {
        let kind = || kinds.iter().copied().find(|kind| kind.word() == word);
        if word == Self::All.word() { Some(Self::All) } else { kind().map(Self::Kind) }
    }

    /// What its tab is called.
    #[must_use]
    pub fn name(self, catalogue: &Catalogue) -> &'static str {
        match self {
            Self::Kind(kind) => catalogue.kinds.words(kind).plural,
            Self::All => Message(["Tout"]).to(catalogue.site.language),
        }
    }

    /// What is counted in it.
    #[must_use]
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
    #[must_use]
    pub fn facets(self, catalogue: &Catalogue) -> Vec<(FacetIndex, Option<bool>)> {
        let has =
            |kinds: &[Kind]| kinds.is_empty() || self == Self::All || kinds.iter().any(|kind| self.contains(*kind));
        let ours = self.facets_of_format().iter().map(|facet| (facet.definition().field, FacetIndex::from(*facet)));
        let own = FacetIndex::all(catalogue).skip(Facet::COUNT).zip(&catalogue.fields);
        let own = own.filter(|(_, field)| field.is_facet && has(&field.kinds));
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

    /// The facets of the format that its entries can have, in the order of the panel.
    const fn facets_of_format(self) -> &'static [Facet] {
        let Self::Kind(kind) = self else {
            return &[
                Facet::Nature,
                Facet::Theme,
                Facet::Status,
                Facet::Initiated,
                Facet::Licence,
                Facet::Bearer,
                Facet::Audience,
                Facet::Scale,
            ];
        };
        match kind.model() {
            Model::Commons => &[
                Facet::Nature,
                Facet::Theme,
                Facet::Status,
                Facet::Initiated,
                Facet::Resource,
                Facet::Community,
                Facet::Governance,
                Facet::Need,
                Facet::Obstacle,
                Facet::Licence,
                Facet::Bearer,
                Facet::Audience,
                Facet::Scale,
            ],
            Model::Programme => &[
                Facet::Nature,
                Facet::Theme,
                Facet::Status,
                Facet::Support,
                Facet::Initiated,
                Facet::Obstacle,
                Facet::Licence,
                Facet::Bearer,
                Facet::Audience,
                Facet::Scale,
            ],
            Model::Organisation => &[Facet::Nature, Facet::Theme, Facet::Status],
            Model::Definition => &[Facet::Nature, Facet::Theme],
            Model::Resource => {
                &[Facet::Nature, Facet::Theme, Facet::Status, Facet::Licence, Facet::Bearer, Facet::Audience]
            }
            Model::Event => &[Facet::Nature, Facet::Theme, Facet::Audience, Facet::Scale],
            Model::Contribution => &[Facet::Nature, Facet::Theme, Facet::Audience],
        }
    }

    /// Whether entries of this kind are looked at.
    #[must_use]
    pub fn contains(self, kind: Kind) -> bool {
        self == Self::All || self == Self::Kind(kind)
    }
}
