//! The one table of facets: URL parameters, index, counts and panel are projections of it.
//!
//! It knows the catalogue, not the query nor the views.

use std::borrow::Cow;

use catalogue::{
    Axis, Catalogue, Entry, EntryIndex, Initiated, Stage, Status, TermIndex, Text, UNKNOWN, VocabularyKey,
};
use messages::{Language, Message, UNKNOWN as NOT_KNOWN, UNKNOWN_FEMININE};

/// A facet of the catalogue.
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
}

/// One row of the table.
#[derive(Debug)]
pub struct FacetDefinition {
    pub facet: Facet,
    /// Its parameter in URLs.
    pub parameter: &'static str,
    /// What it is called.
    pub name: Message,
    /// Heading of its values.
    pub heading: Message,
    /// Where its values come from.
    pub domain: Domain,
    /// What « not known » reads, where it is a value.
    pub unknown: Option<Message>,
    /// Gives the codes of an entry.
    codes: fn(&Entry, &mut dyn FnMut(u32)),
}

/// Every facet, in the order of the panel.
pub static FACETS: [FacetDefinition; Facet::COUNT] = [
    FacetDefinition {
        facet: Facet::Nature,
        parameter: "nature",
        name: Message(["Type"]),
        heading: Message(["Type"]),
        domain: Domain::Terms(VocabularyKey::Nature),
        unknown: Some(NOT_KNOWN),
        codes: |entry, give| one(entry.nature, give),
    },
    FacetDefinition {
        facet: Facet::Theme,
        parameter: "theme",
        name: Message(["Thème"]),
        heading: Message(["Thèmes"]),
        domain: Domain::Terms(VocabularyKey::Theme),
        unknown: None,
        codes: |entry, give| entry.themes.iter().for_each(|term| give(term.0)),
    },
    FacetDefinition {
        facet: Facet::Status,
        parameter: "statut",
        name: Message(["Statut"]),
        heading: Message(["Statuts"]),
        domain: Domain::Words(Status::WORDS, Status::NAMES),
        unknown: Some(NOT_KNOWN),
        codes: |entry, give| entry.status.iter().for_each(|status| give(status.state as u32)),
    },
    FacetDefinition {
        facet: Facet::Initiated,
        parameter: "administration",
        name: Message(["Initié par l’administration"]),
        heading: Message(["Initié par l’administration"]),
        domain: Domain::Words(Initiated::WORDS, Initiated::NAMES),
        unknown: Some(Message(["Non précisé"])),
        codes: |entry, give| entry.initiated.into_iter().for_each(|answer| give(answer as u32)),
    },
    stage(Facet::Resource, "ressource", Message(["Maturité de la ressource"]), |entry, give| {
        stage_code(entry, Axis::Resource, give)
    }),
    stage(Facet::Community, "communaute", Message(["Maturité de la communauté"]), |entry, give| {
        stage_code(entry, Axis::Community, give)
    }),
    stage(Facet::Governance, "gouvernance", Message(["Maturité de la gouvernance"]), |entry, give| {
        stage_code(entry, Axis::Governance, give)
    }),
    FacetDefinition {
        facet: Facet::Need,
        parameter: "besoin",
        name: Message(["Besoins"]),
        heading: Message(["Besoins"]),
        domain: Domain::Terms(VocabularyKey::Need),
        unknown: None,
        codes: |entry, give| entry.needs.iter().for_each(|need| one(need.tag, give)),
    },
    FacetDefinition {
        facet: Facet::Obstacle,
        parameter: "frein",
        name: Message(["Freins"]),
        heading: Message(["Freins"]),
        domain: Domain::Terms(VocabularyKey::Obstacle),
        unknown: None,
        codes: |entry, give| entry.obstacles.iter().for_each(|obstacle| one(obstacle.tag, give)),
    },
    FacetDefinition {
        facet: Facet::Licence,
        parameter: "licence",
        name: Message(["Licence"]),
        heading: Message(["Licences"]),
        domain: Domain::Terms(VocabularyKey::Licence),
        unknown: Some(UNKNOWN_FEMININE),
        codes: |entry, give| entry.licences.iter().for_each(|licence| give(licence.term.0)),
    },
    FacetDefinition {
        facet: Facet::Bearer,
        parameter: "porteur",
        name: Message(["Porteur"]),
        heading: Message(["Porteurs"]),
        domain: Domain::Entries,
        unknown: Some(NOT_KNOWN),
        codes: |entry, give| entry.bearers.iter().for_each(|bearer| give(bearer.0)),
    },
    FacetDefinition {
        facet: Facet::Audience,
        parameter: "public",
        name: Message(["Publics"]),
        heading: Message(["Publics"]),
        domain: Domain::Terms(VocabularyKey::Audience),
        unknown: None,
        codes: |entry, give| entry.audiences.iter().for_each(|audience| one(audience.tag, give)),
    },
    FacetDefinition {
        facet: Facet::Scale,
        parameter: "echelle",
        name: Message(["Échelle de territoire"]),
        heading: Message(["Échelles de territoire"]),
        domain: Domain::Terms(VocabularyKey::Scale),
        unknown: None,
        codes: |entry, give| entry.territories.iter().for_each(|territory| one(territory.tag, give)),
    },
    FacetDefinition {
        facet: Facet::Support,
        parameter: "soutien",
        name: Message(["Soutien apporté"]),
        heading: Message(["Soutien apporté"]),
        domain: Domain::Terms(VocabularyKey::Support),
        unknown: None,
        codes: |entry, give| entry.supports.iter().for_each(|support| one(support.tag, give)),
    },
];

const fn stage(
    facet: Facet,
    parameter: &'static str,
    name: Message,
    codes: fn(&Entry, &mut dyn FnMut(u32)),
) -> FacetDefinition {
    let domain = Domain::Words(Stage::WORDS, Stage::NAMES);
    FacetDefinition { facet, parameter, name, heading: name, domain, unknown: Some(UNKNOWN_FEMININE), codes }
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

    /// Its row of the table.
    #[must_use]
    pub fn definition(self) -> &'static FacetDefinition {
        &FACETS[self as usize]
    }

    /// What it is called.
    #[must_use]
    pub fn name(self, language: Language) -> &'static str {
        self.definition().name.to(language)
    }

    /// The facet of a URL parameter.
    #[must_use]
    pub fn from_parameter(parameter: &str) -> Option<Self> {
        FACETS.iter().find(|row| row.parameter == parameter).map(|row| row.facet)
    }
}

impl FacetDefinition {
    /// The number of codes of the domain; the code of « not known » is this number.
    #[must_use]
    pub fn size(&self, catalogue: &Catalogue) -> u32 {
        let size = match self.domain {
            Domain::Terms(key) => catalogue.vocabularies.terms(key).len(),
            Domain::Entries => catalogue.entries().len(),
            Domain::Words(words, _) => words.len(),
        };
        u32::try_from(size).expect("a catalogue read in memory has fewer than 2^32 values")
    }

    /// Gives the codes of an entry, some perhaps twice; « not known » alone when there is none and it
    /// is a value.
    pub fn each_code(&self, catalogue: &Catalogue, entry: &Entry, give: &mut dyn FnMut(u32)) {
        let mut none = true;
        (self.codes)(entry, &mut |code| {
            none = false;
            give(code);
        });
        if none && self.unknown.is_some() {
            give(self.size(catalogue));
        }
    }

    /// The distinct codes of an entry, ascending.
    #[must_use]
    pub fn codes(&self, catalogue: &Catalogue, entry: &Entry) -> Vec<u32> {
        let mut codes = Vec::new();
        self.each_code(catalogue, entry, &mut |code| codes.push(code));
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// The word of a code in URLs.
    #[must_use]
    pub fn word<'a>(&self, catalogue: &'a Catalogue, code: u32) -> Cow<'a, str> {
        if code >= self.size(catalogue) {
            return UNKNOWN.into();
        }
        match self.domain {
            Domain::Terms(key) => self.word_of(&catalogue.vocabularies.term(key, TermIndex(code)).id),
            Domain::Entries => self.word_of(&catalogue.entry(EntryIndex(code)).id),
            Domain::Words(words, _) => words[code as usize].into(),
        }
    }

    /// An id as a word of URLs, where commas stand between words and one word is taken: it is told, and
    /// must not be mistaken meanwhile.
    fn word_of<'a>(&self, id: &'a str) -> Cow<'a, str> {
        if self.unknown.is_some() && id == UNKNOWN {
            return id.replacen('i', "%69", 1).into();
        }
        if id.contains(['%', ',']) { id.replace('%', "%25").replace(',', "%2C").into() } else { id.into() }
    }

    /// The code of a word of a URL.
    #[must_use]
    pub fn code(&self, catalogue: &Catalogue, word: &str) -> Option<u32> {
        if self.unknown.is_some() && word == UNKNOWN {
            return Some(self.size(catalogue));
        }
        let id = word.replace("%69", "i").replace("%2C", ",").replace("%25", "%");
        match self.domain {
            Domain::Terms(key) => catalogue.vocabularies.find(key, &id).map(|term| term.0),
            Domain::Entries => catalogue.find(&id).map(|entry| entry.0),
            Domain::Words(words, _) => {
                words.iter().position(|known| *known == word).and_then(|rank| u32::try_from(rank).ok())
            }
        }
    }

    /// What people read for a code.
    #[must_use]
    pub fn label<'a>(&self, catalogue: &'a Catalogue, code: u32, language: Language) -> &'a str {
        if code >= self.size(catalogue) {
            return self.unknown.unwrap_or(NOT_KNOWN).to(language);
        }
        match self.domain {
            Domain::Words(_, names) => names[code as usize].to(language),
            _ => self.text(catalogue, code).map_or("", Text::as_str),
        }
    }

    /// The name of a value that the data names.
    #[must_use]
    pub fn text<'a>(&self, catalogue: &'a Catalogue, code: u32) -> Option<&'a Text> {
        match self.domain {
            _ if code >= self.size(catalogue) => None,
            Domain::Terms(key) => Some(&catalogue.vocabularies.term(key, TermIndex(code)).label),
            Domain::Entries => Some(&catalogue.entry(EntryIndex(code)).name),
            Domain::Words(..) => None,
        }
    }
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
