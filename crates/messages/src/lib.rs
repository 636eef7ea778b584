//! Every visible sentence that is not data, in French, by page.
//!
//! It knows ids, diagnostics and dates; not the views. No-break spaces are written as escapes
//! (`\u{a0}` before « : » and inside « », `\u{202f}` before « ; ! ? »), so that they can be seen.

pub mod catalogue;
pub mod configure;
pub mod contribute;
pub mod diagnostics;
pub mod embed;
pub mod exports;
pub mod facets;
pub mod fiche;
mod forms;
pub mod guides;
pub mod home;
pub mod local;
pub mod propose;
pub mod relations;
pub mod selection;
pub mod self_check;
pub mod shell;
pub mod statistics;
pub mod support;
pub mod understand;

use ::catalogue::{Kind, PartialDate};
pub use text::letters::capitalised;
use text::letters::lowercase;

/// What an unknown value reads.
pub const UNKNOWN: &str = "Non renseigné";
/// The same, of a feminine noun.
pub const UNKNOWN_FEMININE: &str = "Non renseignée";
/// The name of the site when the data gives none.
pub const SITE: &str = "Communs";
/// Said after a link that leaves the site.
pub const EXTERNAL: &str = "site externe";

/// `« text »`.
#[must_use]
pub fn quoted(text: &str) -> String {
    format!("«\u{a0}{text}\u{a0}»")
}

/// Words of ours inside a sentence, without their capital. What the data names keeps its own letters: only
/// its editors know which of them are capitals, and views have no way to change them.
fn uncapitalised(words: &str) -> String {
    let (first, rest) = words.split_at(words.chars().next().map_or(0, char::len_utf8));
    lowercase(first) + rest
}

/// A count and its noun: « 1 commun », « 8 communs », « Aucun commun ».
#[must_use]
pub fn count(n: usize, none: &str, singular: &str, plural: &str) -> String {
    match n {
        0 => none.to_owned(),
        1 => format!("1\u{a0}{singular}"),
        n => format!("{}\u{a0}{plural}", number(n)),
    }
}

/// The form of a word that agrees with a count.
#[must_use]
pub const fn agree(n: usize, singular: &'static str, plural: &'static str) -> &'static str {
    if n > 1 { plural } else { singular }
}

/// A whole number with narrow no-break spaces between thousands.
#[must_use]
pub fn number(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (rank, digit) in digits.chars().enumerate() {
        if rank > 0 && (digits.len() - rank).is_multiple_of(3) {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    out
}

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// A date: « 2023 », « juin 2023 », « 27 juin 2023 ».
#[must_use]
pub fn date(date: PartialDate) -> String {
    let month = date.month.map(|month| MONTHS[usize::from(month) - 1]);
    match (date.day, month) {
        (Some(1), Some(month)) => format!("1er\u{a0}{month} {}", date.year),
        (Some(day), Some(month)) => format!("{day}\u{a0}{month} {}", date.year),
        (None, Some(month)) => format!("{month} {}", date.year),
        _ => date.year.to_string(),
    }
}

/// The name of a kind: singular, plural, « aucun … ».
struct KindNames(&'static str, &'static str, &'static str);

const fn kind_names(kind: Kind) -> KindNames {
    match kind {
        Kind::Commons => KindNames("commun", "communs", "Aucun commun"),
        Kind::Programme => KindNames("programme", "programmes", "Aucun programme"),
        Kind::Organisation => KindNames("organisation", "organisations", "Aucune organisation"),
        Kind::Resource => KindNames("ressource", "ressources", "Aucune ressource"),
        Kind::Event => KindNames("événement", "événements", "Aucun événement"),
        Kind::Contribution => KindNames("contribution", "contributions", "Aucune contribution"),
        Kind::Definition => KindNames("définition", "définitions", "Aucune définition"),
    }
}

/// The singular name of a kind, capitalised.
#[must_use]
pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Commons => "Commun",
        Kind::Programme => "Programme de soutien",
        Kind::Organisation => "Organisation",
        Kind::Resource => "Ressource",
        Kind::Event => "Événement ou démarche",
        Kind::Contribution => "Façon de contribuer",
        Kind::Definition => "Définition ou grille",
    }
}

/// The same after a name: « (organisation) ».
#[must_use]
pub fn of_kind(of: Kind) -> String {
    format!("({})", uncapitalised(kind(of)))
}

/// The plural name of a kind, capitalised, as tabs and breadcrumbs show it.
#[must_use]
pub const fn kinds(kind: Kind) -> &'static str {
    match kind {
        Kind::Commons => "Communs",
        Kind::Programme => "Programmes",
        Kind::Organisation => "Organisations",
        Kind::Resource => "Ressources",
        Kind::Event => "Événements",
        Kind::Contribution => "Contributions",
        Kind::Definition => "Définitions",
    }
}

/// « 8 communs ».
#[must_use]
pub fn count_of(kind: Kind, n: usize) -> String {
    let KindNames(singular, plural, none) = kind_names(kind);
    count(n, none, singular, plural)
}

/// What more is said of something, in brackets after it; nothing when that is empty.
#[must_use]
pub fn in_brackets(said: &[&str]) -> String {
    let said: Vec<&str> = said.iter().copied().filter(|said| !said.is_empty()).collect();
    if said.is_empty() { String::new() } else { format!(" ({})", said.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree() {
        for (n, expected) in
            [(0, "Aucun commun"), (1, "1\u{a0}commun"), (8, "8\u{a0}communs"), (12_200, "12\u{202f}200\u{a0}communs")]
        {
            assert_eq!(count_of(Kind::Commons, n), expected);
        }
        for (n, expected) in [(0, "0"), (999, "999"), (2413, "2\u{202f}413"), (1_637_000, "1\u{202f}637\u{202f}000")] {
            assert_eq!(number(n), expected);
        }
    }

    #[test]
    fn our_words_lose_their_capital_inside_sentences() {
        for (words, inside) in
            [("Événement", "événement"), ("Aucune fiche", "aucune fiche"), ("8 fiches", "8 fiches"), ("", "")]
        {
            assert_eq!(uncapitalised(words), inside);
        }
        assert_eq!(of_kind(Kind::Organisation), "(organisation)");
    }

    #[test]
    fn dates_read_in_french() {
        for (iso, expected) in [
            ("2023", "2023"),
            ("2023-08", "août 2023"),
            ("2026-11-22", "22\u{a0}novembre 2026"),
            ("2026-06-01", "1er\u{a0}juin 2026"),
        ] {
            assert_eq!(PartialDate::parse(iso).map(date).as_deref(), Some(expected));
        }
    }
}
