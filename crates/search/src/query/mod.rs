//! What the visitor asks of the catalogue, free of the data: a plain value, equal to its URL.

mod scope;
mod url;

pub use scope::Scope;
pub use url::BadParameter;

use std::borrow::Cow;

use catalogue::{Catalogue, Kind, Model};
use messages::words;

use crate::facet::{FACETS, FacetIndex, HOST_PREFIX};

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
    pub fn parse(word: &str) -> Option<Self> {
        match word.strip_prefix(HOST_PREFIX) {
            Some(id) => Some(Self::Host(id.to_owned())),
            None => Sort::parse(word).map(Self::Format),
        }
    }

    /// Whether a catalogue has it.
    fn is_of(&self, catalogue: &Catalogue) -> bool {
        match self {
            Self::Format(_) => true,
            Self::Host(id) => catalogue.fields.iter().any(|field| field.is_order && field.id == *id),
        }
    }

    /// The word of the URL.
    pub fn word(&self) -> Cow<'static, str> {
        match self {
            Self::Format(sort) => sort.word().into(),
            Self::Host(id) => format!("{HOST_PREFIX}{id}").into(),
        }
    }

    /// Every order of a catalogue, with what it is called.
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

/// A query of the catalogue. Values of filters are words: whether they exist is for the index to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    pub text: String,
    pub scope: Scope,
    /// For each facet of which a value is chosen, its parameter and these values, sorted and distinct; the facets
    /// of the format come first, in the order of their table.
    filters: Vec<(String, Vec<String>)>,
    pub sort: Order,
    pub view: View,
    /// Page, from 1.
    pub page: u32,
}

impl Default for Query {
    fn default() -> Self {
        Self {
            text: String::new(),
            scope: Scope::Kind(Kind::COMMONS),
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

    /// Every chosen value with its facet, of those that a catalogue has: the others filter nothing.
    pub fn filters_of(&self, catalogue: &Catalogue) -> impl Iterator<Item = (FacetIndex, &str)> {
        self.filters().filter_map(|(parameter, value)| Some((FacetIndex::find(catalogue, parameter)?, value)))
    }

    /// Whether a value is chosen.
    pub fn has(&self, facet: impl AsRef<str>, value: &str) -> bool {
        self.values(facet).iter().any(|chosen| chosen == value)
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
        let is_open = catalogue.kinds.shown().contains(&Kind::COMMONS) && catalogue.filled(Kind::COMMONS).is_some();
        if self.scope == Self::default().scope && !is_open {
            self.scope = Scope::Kind(catalogue.first_kind());
        }
        self
    }

    /// Asks for another text.
    #[must_use]
    pub fn with_text(self, text: &str) -> Self {
        Self { text: text.to_owned(), page: 1, ..self }
    }

    /// Everything of these entries.
    pub fn of(scope: Scope) -> Self {
        Self { scope, ..Self::default() }
    }

    /// Everything made on a model: of its kind or, where its entries are of several, of all kinds.
    pub fn of_model(catalogue: &Catalogue, model: Model) -> Self {
        match catalogue.kinds_of(model)[..] {
            [kind] => Self::of(Scope::Kind(kind)),
            _ => Self::of(Scope::All),
        }
    }

    /// Looks at other entries.
    #[must_use]
    pub fn with_scope(self, scope: Scope) -> Self {
        Self { scope, page: 1, ..self }
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
