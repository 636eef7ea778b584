//! What the visitor asks of the catalogue, free of the data: a plain value, equal to its URL.

mod url;

pub use url::BadParameter;

use catalogue::Kind;
use messages::{ENTRIES, Language, Message, Noun, words};

use crate::facet::{FACETS, Facet};

words! {
    /// The order of results.
    #[derive(Default)]
    Sort {
        /// The most relevant first; the order of the data without a text.
        #[default]
        Relevance = "pertinence": ["Pertinence"],
        /// By name, in French.
        Name = "nom": ["Nom"],
        /// The most recently changed first.
        Updated = "maj": ["Mise à jour"],
        /// The most mature first.
        Maturity = "maturite": ["Maturité"],
        /// The most in need of help first.
        Needs = "besoins": ["Besoins d’abord"],
    }
}

words! {
    /// How results are shown.
    #[derive(Default)]
    View {
        /// One line of text after another.
        #[default]
        List = "liste": ["Liste"],
        Cards = "cartes": ["Cartes"],
        Table = "tableau": ["Tableau"],
    }
}

/// Which entries are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Those of one kind.
    Kind(Kind),
    /// All of them.
    All,
}

impl Scope {
    /// The number of scopes.
    pub const COUNT: usize = Kind::ALL.len() + 1;

    /// Every scope, in the order of the tabs.
    pub fn all() -> impl Iterator<Item = Self> {
        Kind::ALL.iter().copied().map(Self::Kind).chain([Self::All])
    }

    /// The word of the URL.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.word(),
            Self::All => "tout",
        }
    }

    /// The scope of a word of the URL.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        if word == "tout" { Some(Self::All) } else { Kind::parse(word).map(Self::Kind) }
    }

    /// What its tab is called.
    #[must_use]
    pub const fn name(self, language: Language) -> &'static str {
        match self {
            Self::Kind(kind) => kind.plural(language),
            Self::All => Message(["Tout"]).to(language),
        }
    }

    /// What is counted in it.
    #[must_use]
    pub const fn noun(self) -> Noun {
        match self {
            Self::Kind(kind) => kind.noun(),
            Self::All => ENTRIES,
        }
    }

    /// The facets that its entries can have, in the order of the panel.
    #[must_use]
    pub const fn facets(self) -> &'static [Facet] {
        match self {
            Self::Kind(Kind::Commons) => &[
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
            Self::Kind(Kind::Programme) => &[
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
            Self::Kind(Kind::Organisation) => &[Facet::Nature, Facet::Theme, Facet::Status],
            Self::Kind(Kind::Definition) => &[Facet::Nature, Facet::Theme],
            Self::Kind(Kind::Resource) => {
                &[Facet::Nature, Facet::Theme, Facet::Status, Facet::Licence, Facet::Bearer, Facet::Audience]
            }
            Self::Kind(Kind::Event) => &[Facet::Nature, Facet::Theme, Facet::Audience, Facet::Scale],
            Self::Kind(Kind::Contribution) => &[Facet::Nature, Facet::Theme, Facet::Audience],
            Self::All => &[
                Facet::Nature,
                Facet::Theme,
                Facet::Status,
                Facet::Initiated,
                Facet::Licence,
                Facet::Bearer,
                Facet::Audience,
                Facet::Scale,
            ],
        }
    }

    /// Whether entries of this kind are looked at.
    #[must_use]
    pub fn contains(self, kind: Kind) -> bool {
        self == Self::All || self == Self::Kind(kind)
    }
}

/// A query of the catalogue. Values of filters are words: whether they exist is for the index to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Text typed.
    pub text: String,
    /// Entries looked at.
    pub scope: Scope,
    /// For each facet, the chosen values, sorted and distinct.
    filters: [Vec<String>; Facet::COUNT],
    /// Order.
    pub sort: Sort,
    /// Presentation.
    pub view: View,
    /// Page, from 1.
    pub page: u32,
}

impl Default for Query {
    fn default() -> Self {
        Self {
            text: String::new(),
            scope: Scope::Kind(Kind::Commons),
            filters: Default::default(),
            sort: Sort::default(),
            view: View::default(),
            page: 1,
        }
    }
}

impl Query {
    /// The chosen values of a facet, sorted.
    #[must_use]
    pub fn values(&self, facet: Facet) -> &[String] {
        &self.filters[facet as usize]
    }

    /// Every chosen value with its facet, in the order of the table.
    pub fn filters(&self) -> impl Iterator<Item = (Facet, &str)> {
        FACETS.iter().flat_map(|row| self.values(row.facet).iter().map(|value| (row.facet, value.as_str())))
    }

    /// Whether a value is chosen.
    #[must_use]
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.values(facet).iter().any(|chosen| chosen == value)
    }

    /// Whether nothing narrows the results.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.text.trim().is_empty() && self.filters().next().is_none()
    }

    /// Chooses a value.
    #[must_use]
    pub fn with(mut self, facet: Facet, value: &str) -> Self {
        let values = &mut self.filters[facet as usize];
        if let Err(place) = values.binary_search_by(|chosen| chosen.as_str().cmp(value)) {
            values.insert(place, value.to_owned());
        }
        self.page = 1;
        self
    }

    /// Gives a value up.
    #[must_use]
    pub fn without(mut self, facet: Facet, value: &str) -> Self {
        self.filters[facet as usize].retain(|chosen| chosen != value);
        self.page = 1;
        self
    }

    /// Chooses a value, or gives it up if it is chosen.
    #[must_use]
    pub fn toggled(self, facet: Facet, value: &str) -> Self {
        if self.has(facet, value) { self.without(facet, value) } else { self.with(facet, value) }
    }

    /// Gives up every value of a facet.
    #[must_use]
    pub fn without_facet(mut self, facet: Facet) -> Self {
        self.filters[facet as usize].clear();
        self.page = 1;
        self
    }

    /// Asks for another text.
    #[must_use]
    pub fn with_text(mut self, text: &str) -> Self {
        text.clone_into(&mut self.text);
        self.page = 1;
        self
    }

    /// Looks at other entries.
    #[must_use]
    pub fn with_scope(mut self, scope: Scope) -> Self {
        self.scope = scope;
        self.page = 1;
        self
    }

    /// Asks for another order.
    #[must_use]
    pub fn with_sort(self, sort: Sort) -> Self {
        Self { sort, page: 1, ..self }
    }

    /// Asks for another presentation.
    #[must_use]
    pub fn with_view(self, view: View) -> Self {
        Self { view, page: 1, ..self }
    }

    /// Asks for another page.
    #[must_use]
    pub fn with_page(self, page: u32) -> Self {
        Self { page, ..self }
    }

    /// Gives up the text and every filter; keeps the tab, the order and the presentation.
    #[must_use]
    pub fn cleared(self) -> Self {
        Self { scope: self.scope, sort: self.sort, view: self.view, ..Self::default() }
    }
}
