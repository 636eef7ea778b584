//! What the visitor asks of the catalogue, free of the data: a plain value, equal to its URL.

mod url;

pub use url::BadParameter;

use std::borrow::Cow;

use catalogue::{Catalogue, Kind};
use messages::{ENTRIES, Message, Noun, words};

use crate::facet::{FACETS, Facet, FacetIndex, HOST_PREFIX};

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

/// The order that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// One of those of the format.
    Format(Sort),
    /// That of a field that the catalogue adds, by its id: the greatest or the latest first.
    Host(String),
}

impl Default for Order {
    fn default() -> Self {
        Self::Format(Sort::default())
    }
}

impl From<Sort> for Order {
    fn from(sort: Sort) -> Self {
        Self::Format(sort)
    }
}

impl Order {
    /// The order of a word of the URL.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word.strip_prefix(HOST_PREFIX) {
            Some(id) => Some(Self::Host(id.to_owned())),
            None => Sort::parse(word).map(Self::Format),
        }
    }

    /// The word of the URL.
    #[must_use]
    pub fn word(&self) -> Cow<'static, str> {
        match self {
            Self::Format(sort) => sort.word().into(),
            Self::Host(id) => format!("{HOST_PREFIX}{id}").into(),
        }
    }

    /// Every order of a catalogue, with what it is called.
    #[must_use]
    pub fn all(catalogue: &Catalogue) -> Vec<(Self, &str)> {
        let language = catalogue.site.language;
        // An order by what no entry says is none.
        let ours = Sort::ALL.iter().filter(|sort| match sort {
            Sort::Relevance | Sort::Name => true,
            Sort::Updated => catalogue.says(|filled| filled.updated),
            Sort::Maturity => catalogue.says(|filled| filled.maturity),
            Sort::Needs => catalogue.says(|filled| filled.needs),
        });
        let ours = ours.map(|sort| (Self::Format(*sort), sort.name(language)));
        let own = catalogue.fields.iter().filter(|field| field.is_order);
        ours.chain(own.map(|field| (Self::Host(field.id.clone()), field.label.as_str()))).collect()
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

    /// Every scope, in the order of the format.
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
    /// For each facet of which a value is chosen, its parameter and these values, sorted and distinct; the facets
    /// of the format come first, in the order of their table.
    filters: Vec<(String, Vec<String>)>,
    /// Order.
    pub sort: Order,
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
            filters: Vec::new(),
            sort: Order::default(),
            view: View::default(),
            page: 1,
        }
    }
}

/// Where a parameter stands: facets of the format in the order of their table, then the others by name.
fn place_of(parameter: &str) -> (usize, &str) {
    (FACETS.iter().position(|row| row.parameter == parameter).unwrap_or(FACETS.len()), parameter)
}

impl Query {
    /// The chosen values of a facet, by its parameter, sorted.
    #[must_use]
    pub fn values(&self, facet: impl AsRef<str>) -> &[String] {
        let filter = self.filters.iter().find(|(parameter, _)| parameter == facet.as_ref());
        filter.map(|(_, values)| values.as_slice()).unwrap_or_default()
    }

    /// The facets of which a value is chosen, by their parameters, with these values.
    pub fn facets(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.filters.iter().map(|(parameter, values)| (parameter.as_str(), values.as_slice()))
    }

    /// Every chosen value with the parameter of its facet, in the order of the table.
    pub fn filters(&self) -> impl Iterator<Item = (&str, &str)> {
        self.facets().flat_map(|(parameter, values)| values.iter().map(move |value| (parameter, value.as_str())))
    }

    /// Whether a value is chosen.
    #[must_use]
    pub fn has(&self, facet: impl AsRef<str>, value: &str) -> bool {
        self.values(facet).iter().any(|chosen| chosen == value)
    }

    /// Whether nothing narrows the results.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.text.trim().is_empty() && self.filters().next().is_none()
    }

    /// Chooses a value.
    #[must_use]
    pub fn with(self, facet: impl AsRef<str>, value: &str) -> Self {
        self.changed(facet.as_ref(), value, true)
    }

    /// Gives a value up.
    #[must_use]
    pub fn without(self, facet: impl AsRef<str>, value: &str) -> Self {
        self.changed(facet.as_ref(), value, false)
    }

    /// Chooses a value or gives it up.
    fn changed(mut self, parameter: &str, value: &str, is_chosen: bool) -> Self {
        let place = self.filters.binary_search_by(|(known, _)| place_of(known).cmp(&place_of(parameter)));
        let place = place.unwrap_or_else(|place| {
            self.filters.insert(place, (parameter.to_owned(), Vec::new()));
            place
        });
        let values = &mut self.filters[place].1;
        match values.binary_search_by(|chosen| chosen.as_str().cmp(value)) {
            Err(rank) if is_chosen => values.insert(rank, value.to_owned()),
            Ok(rank) if !is_chosen => drop(values.remove(rank)),
            _ => {}
        }
        if values.is_empty() {
            self.filters.remove(place);
        }
        self.page = 1;
        self
    }

    /// Chooses a value, or gives it up if it is chosen.
    #[must_use]
    pub fn toggled(self, facet: impl AsRef<str>, value: &str) -> Self {
        let is_chosen = self.has(facet.as_ref(), value);
        self.changed(facet.as_ref(), value, !is_chosen)
    }

    /// Gives up every value of a facet.
    #[must_use]
    pub fn without_facet(mut self, facet: impl AsRef<str>) -> Self {
        self.filters.retain(|(parameter, _)| parameter != facet.as_ref());
        self.page = 1;
        self
    }

    /// The same query on the first kind that has entries, where it asks for no other and there is no commons, or they
    /// are hidden.
    #[must_use]
    pub fn opened(mut self, catalogue: &Catalogue) -> Self {
        let is_open = catalogue.kinds.shown().contains(&Kind::Commons) && catalogue.filled(Kind::Commons).is_some();
        if self.scope == Self::default().scope && !is_open {
            self.scope = Scope::Kind(catalogue.first_kind());
        }
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
    pub fn with_sort(self, sort: impl Into<Order>) -> Self {
        Self { sort: sort.into(), page: 1, ..self }
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
