//! What entries say in the fields that the catalogue adds, in words.

use super::{inline, inline_all};
use crate::state::content::{Content, use_language};
use catalogue::{Entry, HostField, Initiated, Said};

/// What an entry says in these fields, to be composed, each with its label: « Plateforme : Android, Web ».
pub(crate) fn told(content: &Content, entry: &Entry, is_shown: fn(&HostField) -> bool) -> Vec<(String, String)> {
    let fields = &content.catalogue().fields;
    let shown = entry.values.iter().filter(|value| is_shown(&fields[value.field]));
    shown
        .map(|value| (inline(&fields[value.field].label).into_owned(), in_words(content, value.field, &value.said)))
        .collect()
}

/// A value in words, to be composed.
pub(crate) fn in_words(content: &Content, field: usize, said: &Said) -> String {
    let (language, field) = (use_language(), &content.catalogue().fields[field]);
    match said {
        Said::Text(text) => inline(text).into_owned(),
        Said::Paragraphs(texts) => inline_all(texts.iter(), " "),
        Said::Terms(terms) => inline_all(terms.iter().map(|term| &field.term(*term).label), ", "),
        Said::Number(number) => {
            let (sign, whole, part) = number.parts();
            let number = messages::decimal(language, sign, whole, &part);
            field.unit.as_ref().map_or(number.clone(), |unit| format!("{number}\u{a0}{}", inline(unit)))
        }
        Said::Date(date) => date.in_words(language),
        Said::Answer(answer) => if *answer { Initiated::Yes } else { Initiated::No }.name(language).to_owned(),
        Said::Address(url) => url.host().to_owned(),
        Said::Entries(entries) => inline_all(entries.iter().map(|index| &content.entry(*index).name), ", "),
    }
}
