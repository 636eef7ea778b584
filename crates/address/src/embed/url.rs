//! Presentation ↔ its parameters of a URL, in one canonical order.

use std::fmt;

use super::{Accent, EntryView, Ground, Look, Part, Presentation};
use messages::Language;
use search::query::BadParameter;

/// The version of the parameters.
const VERSION: &str = "1";
/// The parameter of the presentation of results, which is that of an entry here.
const VIEW: &str = "vue";

impl Presentation {
    /// The names of the parameters.
    pub const NAMES: [&'static str; 8] = ["v", "apparence", "accent", "fond", "lang", "limite", "masquer", "colonnes"];

    /// Reads the search part of a URL, with or without its question mark.
    ///
    /// Parameters of other names are not ours and are ignored; a value that means nothing keeps what
    /// was there and is told.
    pub fn parse(search: &str) -> (Self, Vec<BadParameter>) {
        let mut shown = Self::default();
        let mut bad = Vec::new();
        for (name, value) in text::parameters(search) {
            let read = match &*name {
                "v" => (value == VERSION).then_some(shown),
                "lang" => Language::parse(&value).map(|_| shown),
                "apparence" => Look::parse(&value).map(|look| Self { look, ..shown }),
                "accent" => Accent::parse(&value).map(|accent| Self { accent: Some(accent), ..shown }),
                "fond" => Ground::parse(&value).map(|ground| Self { ground, ..shown }),
                "limite" => number(&value, Self::MOST_RESULTS).map(|limit| shown.with_limit(limit)),
                "colonnes" => number(&value, Self::MOST_COLUMNS).map(|columns| shown.with_columns(Some(columns))),
                "masquer" => {
                    for word in text::listed(&value) {
                        match Part::parse(word) {
                            Some(part) => shown = shown.hiding(part),
                            None => bad.push(BadParameter { name: name.to_string(), value: word.to_owned() }),
                        }
                    }
                    Some(shown)
                }
                _ => Some(shown),
            };
            match read {
                Some(read) => shown = read,
                None => bad.push(BadParameter { name: name.into_owned(), value: value.into_owned() }),
            }
        }
        (shown, bad)
    }
}

/// A whole number from 1, written without a sign nor a leading zero.
fn number(text: &str, most: u8) -> Option<u8> {
    text.parse().ok().filter(|number: &u8| (1..=most).contains(number) && number.to_string() == text)
}

/// How the search part of a URL asks an entry to be shown, and the value that means nothing, if any.
pub fn entry_view(search: &str) -> (EntryView, Option<BadParameter>) {
    let mut view = EntryView::default();
    let mut bad = None;
    for (name, value) in text::parameters(search) {
        if name == VIEW {
            match EntryView::parse(&value) {
                Some(read) => view = read,
                None => bad = Some(BadParameter { name: name.into_owned(), value: value.into_owned() }),
            }
        }
    }
    (view, bad)
}

/// The canonical parameters, without a question mark; empty for the default presentation. Version 1
/// is the one that is read when none is written.
impl fmt::Display for Presentation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let default = Self::default();
        let hidden: Vec<&str> = Part::ALL.iter().filter(|part| self.hides(**part)).map(|part| part.word()).collect();
        let parts = [
            ("apparence", (self.look != default.look).then(|| self.look.word().to_owned())),
            ("accent", self.accent.map(|accent| accent.to_string())),
            ("fond", (self.ground != default.ground).then(|| self.ground.word().to_owned())),
            ("limite", (self.limit != default.limit).then(|| self.limit.to_string())),
            ("masquer", (!hidden.is_empty()).then(|| hidden.join(","))),
            ("colonnes", self.columns.map(|columns| columns.to_string())),
        ];
        let written = parts.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", value?)));
        f.write_str(&written.collect::<Vec<String>>().join("&"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(search: &str, canonical: &str, told: &[&str]) {
        let (shown, bad) = Presentation::parse(search);
        assert_eq!(shown.to_string(), canonical, "{search}");
        let bad: Vec<String> = bad.iter().map(|bad| format!("{}={}", bad.name, bad.value)).collect();
        assert_eq!(bad, told, "{search}");
    }

    #[test]
    fn has_one_canonical_form() {
        for (search, canonical) in [
            ("", ""),
            ("?v=1&lang=fr&apparence=auto&fond=opaque&limite=12", ""),
            ("colonnes=3&apparence=sombre&theme=mobilite", "apparence=sombre&colonnes=3"),
            ("accent=%238D2B2F", "accent=8d2b2f"),
            ("accent=f0a", "accent=ff00aa"),
            ("masquer=tri,recherche&masquer=tri,,date", "masquer=recherche,tri,date"),
            ("limite=6&limite=60&fond=transparent", "fond=transparent&limite=60"),
            ("utm_source=lettre&vue=cartes", ""),
        ] {
            check(search, canonical, &[]);
        }
    }

    #[test]
    fn tells_bad_values_and_goes_on() {
        for (search, canonical, told) in [
            ("v=2", "", &["v=2"][..]),
            ("lang=en&apparence=noir", "", &["lang=en", "apparence=noir"]),
            ("apparence=sombre&apparence=noir", "apparence=sombre", &["apparence=noir"]),
            ("accent=red", "", &["accent=red"]),
            (
                "accent=&accent=12345&accent=%23%23123&accent=1234567",
                "",
                &["accent=", "accent=12345", "accent=##123", "accent=1234567"],
            ),
            ("accent=fff;background:url(//x)", "", &["accent=fff;background:url(//x)"]),
            ("fond=%23fff", "", &["fond=#fff"]),
            (
                "limite=0&limite=61&limite=%2B5&limite=05&limite=",
                "",
                &["limite=0", "limite=61", "limite=+5", "limite=05", "limite="],
            ),
            ("colonnes=5&colonnes=2", "colonnes=2", &["colonnes=5"]),
            ("masquer=recherche,pub", "masquer=recherche", &["masquer=pub"]),
        ] {
            check(search, canonical, told);
        }
    }

    #[test]
    fn an_entry_has_its_own_views() {
        for (search, view, told) in [
            ("", EntryView::EntryPage, None),
            ("?vue=carte", EntryView::Card, None),
            ("vue=carte&vue=tableau", EntryView::Card, Some("tableau")),
        ] {
            let (read, bad) = entry_view(search);
            assert_eq!((read, bad.map(|bad| bad.value).as_deref()), (view, told), "{search}");
        }
    }

    fn presentations() -> impl Strategy<Value = Presentation> {
        let accent = proptest::option::of("[0-9a-f]{6}");
        let parts = proptest::collection::vec(0..Part::ALL.len(), 0..4);
        (0..3usize, accent, 0..2usize, 1..61u8, proptest::option::of(1..5u8), parts).prop_map(
            |(look, accent, ground, limit, columns, parts)| {
                let shown = Presentation {
                    look: Look::ALL[look],
                    accent: accent.as_deref().and_then(Accent::parse),
                    ground: Ground::ALL[ground],
                    ..Presentation::default()
                };
                let shown = shown.with_limit(limit).with_columns(columns);
                parts.into_iter().fold(shown, |shown, part| shown.hiding(Part::ALL[part]))
            },
        )
    }

    proptest! {
        #[test]
        fn reads_back_what_it_writes(shown in presentations()) {
            let (read, bad) = Presentation::parse(&shown.to_string());
            prop_assert_eq!(read, shown);
            prop_assert!(bad.is_empty());
        }

        #[test]
        fn never_fails_on_any_search(search in ".{0,60}", name in 0..8usize, value in ".{0,12}") {
            for search in [search, format!("{}={value}", Presentation::NAMES[name])] {
                let (shown, _) = Presentation::parse(&search);
                prop_assert_eq!(Presentation::parse(&shown.to_string()), (shown, Vec::new()));
                let _ = entry_view(&search);
            }
        }
    }
}
