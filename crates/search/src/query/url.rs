//! Query ↔ the search part of a URL, in one canonical order.
//!
//! `leptos_router` decodes the values of its parameter map twice, so that `%25` is lost: this
//! reads the raw search string instead.

use std::fmt;

use super::{Order, Query, Scope, View};
use crate::facet::{Facet, HOST_PREFIX};
use catalogue::{Catalogue, Kind};
use messages::{Language, quoted};
use text::encoded;

/// The parameter of the order.
const SORT: &str = "tri";

/// A parameter whose value means nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadParameter {
    pub name: String,
    pub value: String,
}

impl BadParameter {
    /// What is wrong with it, as part of a sentence.
    pub fn sentence(&self, language: Language) -> String {
        let [name, value] = [&self.name, &self.value].map(|text| quoted(language, text));
        match language {
            Language::French => format!("{value} n’est pas une valeur de {name}"),
        }
    }
}

impl Query {
    /// Reads the search part of a URL, with or without its question mark, for a catalogue that has these kinds.
    ///
    /// Parameters of other names are not ours and are ignored; a value that means nothing keeps
    /// the default and is told.
    pub fn parse(search: &str, kinds: &[Kind]) -> (Self, Vec<BadParameter>) {
        let mut query = Self::default();
        let mut bad = Vec::new();
        for (name, value) in text::parameters(search) {
            if query.read(&name, &value, kinds) == Some(false) {
                bad.push(BadParameter { name: name.into_owned(), value: value.into_owned() });
            }
        }
        (query, bad)
    }

    /// The same for this catalogue, which may not have the order that is asked for.
    pub fn parse_for(search: &str, catalogue: &Catalogue) -> (Self, Vec<BadParameter>) {
        let (mut query, mut bad) = Self::parse(search, catalogue.kinds.all());
        if !query.sort.is_of(catalogue) {
            let sort = std::mem::take(&mut query.sort);
            bad.push(BadParameter { name: SORT.to_owned(), value: sort.word().into_owned() });
        }
        (query, bad)
    }

    /// The names of the parameters that [`parse`](Self::parse) ignores.
    pub fn unknown_parameters(search: &str) -> Vec<String> {
        let unknown = text::parameters(search).filter(|(name, value)| Self::default().read(name, value, &[]).is_none());
        unknown.map(|(name, _)| name.into_owned()).collect()
    }

    /// Reads a parameter; tells whether its value means something, and nothing where its name is not ours.
    fn read(&mut self, name: &str, value: &str, kinds: &[Kind]) -> Option<bool> {
        Some(match name {
            "q" => set(&mut self.text, Some(value.to_owned())),
            "type" => set(&mut self.scope, Scope::parse(value, kinds)),
            SORT => set(&mut self.sort, Order::parse(value)),
            "vue" => set(&mut self.view, View::parse(value)),
            "page" => set(&mut self.page, value.parse().ok().filter(|page| *page > 0)),
            _ if is_of_facet(name) => {
                for word in text::listed(value) {
                    let page = self.page;
                    *self = std::mem::take(self).with(name, word).with_page(page);
                }
                true
            }
            _ => return None,
        })
    }
}

fn is_of_facet(parameter: &str) -> bool {
    Facet::from_parameter(parameter).is_some() || parameter.starts_with(HOST_PREFIX)
}

fn set<T>(place: &mut T, value: Option<T>) -> bool {
    value.map(|value| *place = value).is_some()
}

/// The canonical search part, without its question mark; empty for the default query.
impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let default = Self::default();
        let mut parts: Vec<String> = Vec::new();
        let mut add = |name: &str, value: &str| parts.push(format!("{name}={value}"));
        if !self.text.is_empty() {
            add("q", &encoded(&self.text));
        }
        if self.scope != default.scope {
            add("type", self.scope.word());
        }
        for (parameter, values) in self.facets() {
            let values: Vec<String> = values.iter().map(|value| encoded(value)).collect();
            add(&encoded(parameter), &values.join(","));
        }
        if self.sort != default.sort {
            add(SORT, &encoded(&self.sort.word()));
        }
        if self.view != default.view {
            add("vue", self.view.word());
        }
        if self.page != default.page {
            add("page", &self.page.to_string());
        }
        f.write_str(&parts.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Sort;
    use super::*;
    use crate::facet::FACETS;

    fn parse(search: &str) -> (Query, Vec<BadParameter>) {
        Query::parse(search, Kind::OF_FORMAT)
    }

    fn check(search: &str, canonical: &str) {
        let (query, bad) = parse(search);
        assert_eq!(query.to_string(), canonical, "{search}");
        assert_eq!(bad, [], "{search}");
    }

    #[test]
    fn has_one_canonical_form() {
        check("", "");
        check("?q=%C3%A9nergie+verte", "q=%C3%A9nergie+verte");
        check("vue=tableau&theme=mobilite&q=rue", "q=rue&theme=mobilite&vue=tableau");
        check("theme=mobilite,climat&theme=climat", "theme=climat,mobilite");
        check("utm_source=lettre&q=a%2Cb%25", "q=a%2Cb%25");
        check("type=commun&page=1&tri=pertinence", "");
        check("page=2&theme=climat", "theme=climat&page=2");
        check("type=tout&q=", "type=tout");
        check("v.plateforme=web,android&v.a=1&theme=climat", "theme=climat&v.a=1&v.plateforme=android,web");
    }

    #[test]
    fn tells_bad_values_and_goes_on() {
        let (query, bad) = parse("?tri=hasard&page=0&type=voiture&theme=climat&%ff=%");
        assert_eq!(query.to_string(), "theme=climat");
        let names: Vec<&str> = bad.iter().map(|parameter| parameter.name.as_str()).collect();
        assert_eq!(names, ["tri", "page", "type"]);
    }

    #[test]
    fn an_order_is_one_that_the_catalogue_has() {
        let json = r#"{"format": 1, "site": {"title": "A"}, "fields": [
            {"id": "poids", "type": "nombre", "order": true}, {"id": "mot", "type": "texte"}]}"#;
        let catalogue = catalogue::read(json).expect("it is a catalogue").catalogue;
        for (search, canonical, told) in [
            ("tri=v.poids", "tri=v.poids", None),
            ("tri=nom&q=a", "q=a&tri=nom", None),
            ("tri=v.mot&q=a", "q=a", Some("v.mot")),
            ("tri=v.rien", "", Some("v.rien")),
        ] {
            let (query, bad) = Query::parse_for(search, &catalogue);
            assert_eq!(query.to_string(), canonical, "{search}");
            let bad: Vec<_> = bad.iter().map(|bad| (bad.name.as_str(), bad.value.as_str())).collect();
            assert_eq!(bad, Vec::from_iter(told.map(|value| ("tri", value))), "{search}");
        }
    }

    #[test]
    fn tells_the_names_that_are_not_read() {
        let unknown = Query::unknown_parameters("?q=a&theme=climat&v.a=1&vue=liste&themes=climat&utm_source=b");
        assert_eq!(unknown, ["themes", "utm_source"]);
    }

    #[test]
    fn choosing_and_giving_up_are_opposite() {
        let query = Query { page: 3, ..Query::default() }.toggled(Facet::Theme, "climat");
        assert!(query.has(Facet::Theme, "climat") && query.page == 1);
        assert_eq!(query.clone().toggled(Facet::Theme, "climat"), Query::default());
        assert_eq!(query.with_text("rue").cleared(), Query::default());
    }

    fn queries() -> impl Strategy<Value = Query> {
        // Facets of the format, and fields of catalogues of any name.
        let parameter =
            prop_oneof![(0..Facet::COUNT).prop_map(|rank| FACETS[rank].parameter.to_owned()), "v\\.[a-zé&= -]{0,5}"];
        let filters = proptest::collection::vec((parameter, "[a-zé0-9&=%+ -]{1,8}"), 0..6);
        let orders = prop_oneof![
            (0..Sort::ALL.len()).prop_map(|rank| Order::from(Sort::ALL[rank])),
            "[a-zé&= -]{0,5}".prop_map(Order::Host),
        ];
        (".{0,12}", 0..=Kind::OF_FORMAT.len(), filters, orders, 0..View::ALL.len(), 1..99u32).prop_map(
            |(text, scope, filters, sort, view, page)| {
                let scope = Kind::OF_FORMAT.get(scope).map_or(Scope::All, |kind| Scope::Kind(*kind));
                let mut query = Query { text, scope, sort, view: View::ALL[view], ..Query::default() };
                for (parameter, value) in filters {
                    let value = value.trim().to_owned();
                    if !value.is_empty() {
                        query = query.with(&parameter, &value);
                    }
                }
                query.page = page;
                query
            },
        )
    }

    proptest! {
        #[test]
        fn reads_back_what_it_writes(query in queries()) {
            let (read, bad) = parse(&query.to_string());
            prop_assert_eq!(&read, &query);
            prop_assert!(bad.is_empty());
            prop_assert_eq!(read.to_string(), query.to_string());
        }

        #[test]
        fn never_fails_on_any_search(search in ".{0,60}") {
            let (query, _) = parse(&search);
            prop_assert_eq!(parse(&query.to_string()).0, query);
        }
    }
}
