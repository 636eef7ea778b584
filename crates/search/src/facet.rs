//! The one table of facets: URL parameters, index, counts and panel are projections of it. Those of the format come
//! first, then the fields that the catalogue adds.
//!
//! It knows the catalogue, not the query nor the views.

use std::borrow::Cow;

use catalogue::{
    Axis, Catalogue, Entry, EntryIndex, FieldType, HostField, Initiated, Said, Stage, Status, TermIndex, Text, UNKNOWN,
    VocabularyKey,
};
use messages::{Language, Message, UNKNOWN as NOT_KNOWN, UNKNOWN_FEMININE};

/// A facet of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// What it is.
    Nature,
    Theme,
    /// Whether it lives on.
    Status,
    /// Whether the administration initiated it.
    Initiated,
    /// Maturity of the resource.
    Resource,
    /// Maturity of the community.
    Community,
    /// Maturity of the governance.
    Governance,
    /// Help that is looked for.
    Need,
    /// Family of obstacles.
    Obstacle,
    Licence,
    Bearer,
    Audience,
    /// Territorial scale.
    Scale,
    /// Support given.
    Support,
}

/// Where the values of a facet come from. A value is a code in its domain.
#[derive(Debug, Clone, Copy)]
pub enum Domain {
    /// The terms of a vocabulary; the code is the rank of the term.
    Terms(VocabularyKey),
    /// The entries; the code is the rank of the entry.
    Entries,
    /// Words of the format and what people read; the code is the rank of the word.
    Words(&'static [&'static str], &'static [Message]),
    /// The terms of a field that the catalogue adds, by its rank; the code is the rank of the term.
    Own(usize),
}

/// One row of the table.
#[derive(Debug)]
pub struct FacetDefinition {
    pub facet: Facet,
    /// The key of its field in the data.
    pub field: &'static str,
    /// Its parameter in URLs.
    pub parameter: &'static str,
    pub name: Message,
    /// Heading of its values.
    pub heading: Message,
    pub domain: Domain,
    /// What « not known » reads, where it is a value.
    pub unknown: Option<Message>,
    /// Gives the codes of an entry.
    codes: fn(&Entry, &mut dyn FnMut(u32)),
}

/// Every facet of the format, in the order of the enum.
#[rustfmt::skip]
pub static FACETS: [FacetDefinition; Facet::COUNT] = [
    FacetDefinition {
        facet: Facet::Nature, field: "nature", parameter: "nature", domain: Domain::Terms(VocabularyKey::Nature),
        name: Message(["Type"]), heading: Message(["Type"]), unknown: Some(NOT_KNOWN),
        codes: |entry, give| one(entry.nature, give),
    },
    FacetDefinition {
        facet: Facet::Theme, field: "themes", parameter: "theme", domain: Domain::Terms(VocabularyKey::Theme),
        name: Message(["Thème"]), heading: Message(["Thèmes"]), unknown: None,
        codes: |entry, give| entry.themes.iter().for_each(|term| give(term.0)),
    },
    FacetDefinition {
        facet: Facet::Status, field: "status", parameter: "statut", domain: Domain::Words(Status::WORDS, Status::NAMES),
        name: Message(["Statut"]), heading: Message(["Statuts"]), unknown: Some(NOT_KNOWN),
        codes: |entry, give| entry.status.iter().for_each(|status| give(status.state as u32)),
    },
    FacetDefinition {
        facet: Facet::Initiated, field: "initiated", parameter: "administration",
        domain: Domain::Words(Initiated::WORDS, Initiated::NAMES),
        name: Message(["Initié par l’administration"]), heading: Message(["Initié par l’administration"]),
        unknown: Some(Message(["Non précisé"])),
        codes: |entry, give| entry.initiated.into_iter().for_each(|answer| give(answer as u32)),
    },
    stage(Facet::Resource, "maturity.resource", "ressource", Message(["Maturité de la ressource"]),
        |entry, give| stage_code(entry, Axis::Resource, give)),
    stage(Facet::Community, "maturity.community", "communaute", Message(["Maturité de la communauté"]),
        |entry, give| stage_code(entry, Axis::Community, give)),
    stage(Facet::Governance, "maturity.governance", "gouvernance", Message(["Maturité de la gouvernance"]),
        |entry, give| stage_code(entry, Axis::Governance, give)),
    FacetDefinition {
        facet: Facet::Need, field: "needs", parameter: "besoin", domain: Domain::Terms(VocabularyKey::Need),
        name: Message(["Besoins"]), heading: Message(["Besoins"]), unknown: None,
        codes: |entry, give| entry.needs.iter().for_each(|need| one(need.tag, give)),
    },
    FacetDefinition {
        facet: Facet::Obstacle, field: "obstacles", parameter: "frein", domain: Domain::Terms(VocabularyKey::Obstacle),
        name: Message(["Freins"]), heading: Message(["Freins"]), unknown: None,
        codes: |entry, give| entry.obstacles.iter().for_each(|obstacle| one(obstacle.tag, give)),
    },
    FacetDefinition {
        facet: Facet::Licence, field: "licences", parameter: "licence", domain: Domain::Terms(VocabularyKey::Licence),
        name: Message(["Licence"]), heading: Message(["Licences"]), unknown: Some(UNKNOWN_FEMININE),
        codes: |entry, give| entry.licences.iter().for_each(|licence| give(licence.term.0)),
    },
    FacetDefinition {
        facet: Facet::Bearer, field: "bearers", parameter: "porteur", domain: Domain::Entries,
        name: Message(["Porteur"]), heading: Message(["Porteurs"]), unknown: Some(NOT_KNOWN),
        codes: |entry, give| entry.bearers.iter().for_each(|bearer| give(bearer.0)),
    },
    FacetDefinition {
        facet: Facet::Audience, field: "audiences", parameter: "public", domain: Domain::Terms(VocabularyKey::Audience),
        name: Message(["Publics"]), heading: Message(["Publics"]), unknown: None,
        codes: |entry, give| entry.audiences.iter().for_each(|audience| one(audience.tag, give)),
    },
    FacetDefinition {
        facet: Facet::Scale, field: "territories", parameter: "echelle", domain: Domain::Terms(VocabularyKey::Scale),
        name: Message(["Échelle de territoire"]), heading: Message(["Échelles de territoire"]), unknown: None,
        codes: |entry, give| entry.territories.iter().for_each(|territory| one(territory.tag, give)),
    },
    FacetDefinition {
        facet: Facet::Support, field: "supports", parameter: "soutien", domain: Domain::Terms(VocabularyKey::Support),
        name: Message(["Soutien apporté"]), heading: Message(["Soutien apporté"]), unknown: None,
        codes: |entry, give| entry.supports.iter().for_each(|support| one(support.tag, give)),
    },
];

const fn stage(
    facet: Facet,
    field: &'static str,
    parameter: &'static str,
    name: Message,
    codes: fn(&Entry, &mut dyn FnMut(u32)),
) -> FacetDefinition {
    let domain = Domain::Words(Stage::WORDS, Stage::NAMES);
    FacetDefinition { facet, field, parameter, name, heading: name, domain, unknown: Some(UNKNOWN_FEMININE), codes }
}

fn one(term: Option<TermIndex>, give: &mut dyn FnMut(u32)) {
    if let Some(term) = term {
        give(term.0);
    }
}

fn stage_code(entry: &Entry, axis: Axis, give: &mut dyn FnMut(u32)) {
    if let Some(stage) = entry.stage(axis) {
        give(stage as u32);
    }
}

impl Facet {
    /// The number of facets.
    pub const COUNT: usize = 14;

    /// Those of maturity, in the order of [`Axis::ALL`].
    pub const AXES: [Self; 3] = [Self::Resource, Self::Community, Self::Governance];

    /// The axis of maturity that it is, if it is one.
    pub fn axis(self) -> Option<Axis> {
        Self::AXES.iter().position(|facet| *facet == self).map(|rank| Axis::ALL[rank])
    }

    /// Its row of the table.
    pub fn definition(self) -> &'static FacetDefinition {
        &FACETS[self as usize]
    }

    /// Its row, among those of a catalogue.
    pub fn row(self) -> Row<'static> {
        Row::Format(self.definition())
    }

    /// What it is called.
    pub fn name(self, language: Language) -> &'static str {
        self.definition().name.to(language)
    }

    /// The facet of a URL parameter.
    pub(crate) fn from_parameter(parameter: &str) -> Option<Self> {
        FACETS.iter().find(|row| row.parameter == parameter).map(|row| row.facet)
    }
}

/// What stands before the id of a field of the catalogue's own in URLs, so that no id is ever one of our parameters.
pub(crate) const HOST_PREFIX: &str = "v.";

/// A facet of a catalogue: its rank among those of the format, then among the fields that the catalogue adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FacetIndex(pub u8);

impl From<Facet> for FacetIndex {
    fn from(facet: Facet) -> Self {
        Self(facet as u8)
    }
}

impl AsRef<str> for Facet {
    /// Its parameter in URLs.
    fn as_ref(&self) -> &str {
        self.definition().parameter
    }
}

impl FacetIndex {
    /// Every facet of a catalogue, and the fields that it adds that are none, which no entry has a value of.
    pub fn all(catalogue: &Catalogue) -> impl Iterator<Item = Self> + use<> {
        (0..=u8::MAX).take(Facet::COUNT + catalogue.fields.len()).map(Self)
    }

    /// The facet of a URL parameter.
    pub fn find(catalogue: &Catalogue, parameter: &str) -> Option<Self> {
        match parameter.strip_prefix(HOST_PREFIX) {
            Some(id) => Self::own(catalogue).find(|(_, field)| field.id == id).map(|(facet, _)| facet),
            None => Facet::from_parameter(parameter).map(Self::from),
        }
    }

    /// Those that the catalogue adds, each with its field.
    pub fn own(catalogue: &Catalogue) -> impl Iterator<Item = (Self, &HostField)> {
        Self::all(catalogue).skip(Facet::COUNT).zip(&catalogue.fields).filter(|(_, field)| field.is_facet)
    }

    /// Its rank, from 0.
    pub const fn rank(self) -> usize {
        self.0 as usize
    }

    /// The facet of the format that it is.
    pub fn of_format(self) -> Option<Facet> {
        FACETS.get(self.rank()).map(|row| row.facet)
    }

    /// Its row of the table.
    pub fn row(self, catalogue: &Catalogue) -> Row<'_> {
        match FACETS.get(self.rank()) {
            Some(row) => Row::Format(row),
            None => Row::Host(self.rank() - Facet::COUNT, &catalogue.fields[self.rank() - Facet::COUNT]),
        }
    }
}

/// A row of the table of a catalogue.
#[derive(Debug, Clone, Copy)]
pub enum Row<'a> {
    /// A facet of the format.
    Format(&'static FacetDefinition),
    /// A field that the catalogue adds, with its rank among them.
    Host(usize, &'a HostField),
}

impl<'a> Row<'a> {
    /// Its parameter in URLs.
    pub fn parameter(&self) -> Cow<'static, str> {
        match self {
            Self::Format(row) => row.parameter.into(),
            Self::Host(_, field) => format!("{HOST_PREFIX}{}", field.id).into(),
        }
    }

    /// What it is called.
    pub fn name(&self, language: Language) -> &'a str {
        match self {
            Self::Format(row) => row.name.to(language),
            Self::Host(_, field) => field.label.as_str(),
        }
    }

    /// Heading of its values.
    pub fn heading(&self, language: Language) -> &'a str {
        match self {
            Self::Format(row) => row.heading.to(language),
            Self::Host(_, field) => field.label.as_str(),
        }
    }

    /// Where its values come from.
    pub fn domain(&self) -> Domain {
        match self {
            Self::Format(row) => row.domain,
            Self::Host(rank, field) => match field.of {
                FieldType::Answer => Domain::Words(Initiated::WORDS, Initiated::NAMES),
                FieldType::Entries => Domain::Entries,
                _ => Domain::Own(*rank),
            },
        }
    }

    /// What « not known » reads, where it is a value.
    pub fn unknown(&self) -> Option<Message> {
        match self {
            Self::Format(row) => row.unknown,
            Self::Host(..) => None,
        }
    }

    /// The number of codes of the domain; that of « not known », where it is a value, is this number.
    pub fn size(&self, catalogue: &Catalogue) -> u32 {
        let size = match self.domain() {
            Domain::Terms(key) => catalogue.vocabularies.terms(key).len(),
            Domain::Own(rank) => catalogue.fields[rank].terms.len(),
            Domain::Entries => catalogue.entries().len(),
            Domain::Words(words, _) => words.len(),
        };
        u32::try_from(size).expect("a catalogue read in memory has fewer than 2^32 values")
    }

    /// Gives the codes of an entry, some perhaps twice; « not known » alone when there is none and it is a value.
    pub(crate) fn each_code(&self, catalogue: &Catalogue, entry: &Entry, give: &mut dyn FnMut(u32)) {
        match self {
            Self::Format(row) => {
                let mut none = true;
                (row.codes)(entry, &mut |code| {
                    none = false;
                    give(code);
                });
                if none && row.unknown.is_some() {
                    give(self.size(catalogue));
                }
            }
            Self::Host(rank, field) if field.is_facet => match entry.said(*rank) {
                Some(Said::Terms(terms)) => terms.iter().for_each(|term| give(term.0)),
                Some(Said::Entries(entries)) => entries.iter().for_each(|entry| give(entry.0)),
                Some(Said::Answer(answer)) => give(u32::from(!answer)),
                _ => {}
            },
            Self::Host(..) => {}
        }
    }

    /// The distinct codes of an entry, ascending.
    pub fn codes(&self, catalogue: &Catalogue, entry: &Entry) -> Vec<u32> {
        let mut codes = Vec::new();
        self.each_code(catalogue, entry, &mut |code| {
            if let Err(place) = codes.binary_search(&code) {
                codes.insert(place, code);
            }
        });
        codes
    }

    /// The word of a code in URLs, where commas stand between words and that of « not known » is taken where it is a
    /// value: an id that is this word is told, and must not be mistaken meanwhile.
    pub fn word(&self, catalogue: &'a Catalogue, code: u32) -> Cow<'a, str> {
        if code >= self.size(catalogue) {
            return UNKNOWN.into();
        }
        let id = match self.domain() {
            Domain::Terms(key) => &catalogue.vocabularies.term(key, TermIndex(code)).id,
            Domain::Own(rank) => &catalogue.fields[rank].term(TermIndex(code)).id,
            Domain::Entries => &catalogue.entry(EntryIndex(code)).id,
            Domain::Words(words, _) => return words[code as usize].into(),
        };
        if self.unknown().is_some() && id == UNKNOWN {
            return id.replacen('i', "%69", 1).into();
        }
        escaped(id)
    }

    /// The code of a word of a URL.
    pub fn code(&self, catalogue: &Catalogue, word: &str) -> Option<u32> {
        if self.unknown().is_some() && word == UNKNOWN {
            return Some(self.size(catalogue));
        }
        let id = unescaped(&word.replace("%69", "i"));
        match self.domain() {
            Domain::Terms(key) => catalogue.vocabularies.find(key, &id).map(|term| term.0),
            Domain::Own(rank) => catalogue.fields[rank].find(&id).map(|term| term.0),
            Domain::Entries => catalogue.find(&id).map(|entry| entry.0),
            Domain::Words(words, _) => {
                words.iter().position(|known| *known == word).and_then(|rank| u32::try_from(rank).ok())
            }
        }
    }

    /// The text of the data for a code, which may be in another language; words of the format have none.
    pub fn text(&self, catalogue: &'a Catalogue, code: u32) -> Option<&'a Text> {
        match self.domain() {
            _ if code >= self.size(catalogue) => None,
            Domain::Terms(key) => Some(&catalogue.vocabularies.term(key, TermIndex(code)).label),
            Domain::Own(rank) => Some(&catalogue.fields[rank].term(TermIndex(code)).label),
            Domain::Entries => Some(&catalogue.entry(EntryIndex(code)).name),
            Domain::Words(..) => None,
        }
    }

    /// What people read for a code.
    pub fn label(&self, catalogue: &'a Catalogue, code: u32, language: Language) -> &'a str {
        if code >= self.size(catalogue) {
            return self.unknown().unwrap_or(NOT_KNOWN).to(language);
        }
        match self.domain() {
            Domain::Words(_, names) => names[code as usize].to(language),
            _ => self.text(catalogue, code).map_or("", Text::as_str),
        }
    }
}

/// An id as a word of URLs, where commas stand between words.
fn escaped(id: &str) -> Cow<'_, str> {
    if id.contains(['%', ',']) { id.replace('%', "%25").replace(',', "%2C").into() } else { id.into() }
}

/// The id that a word of a URL stands for.
fn unescaped(word: &str) -> String {
    word.replace("%2C", ",").replace("%25", "%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stand_in_the_order_of_the_enum() {
        for (rank, row) in FACETS.iter().enumerate() {
            assert_eq!(row.facet as usize, rank);
            assert_eq!(Facet::from_parameter(row.parameter), Some(row.facet));
        }
    }
}
