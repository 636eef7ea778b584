//! Texts of the data as they are to be read: in their own language and direction where those are not the
//! page's.

use std::borrow::Cow;

use leptos::prelude::*;

use crate::view;
use catalogue::Text;

/// What Unicode sets around a text of any direction, so that what stands beside does not mix with it.
const OPENS: char = '\u{2068}';
const CLOSES: char = '\u{2069}';
/// The letters of the name of a language, as Unicode has them within a text: unseen. This is before the first.
const TAG: u32 = 0xe_0000;

pub(crate) fn written(text: &Text) -> AnyView {
    as_written(text, composed(text.to_string()))
}

/// What is drawn of a text: most are in French, and cost no element.
pub(crate) fn as_written(text: &Text, drawn: AnyView) -> AnyView {
    if !text.is_foreign() {
        return drawn;
    }
    isolated(text.language().map(str::to_owned), drawn)
}

fn isolated(language: Option<String>, drawn: AnyView) -> AnyView {
    view! { <bdi lang=language dir="auto">{drawn}</bdi> }
}

/// A text to put in words of ours, which [`composed`] draws: set apart by the signs that Unicode has for it, unseen
/// where they stay, as in an attribute.
pub(crate) fn inline(text: &Text) -> Cow<'_, str> {
    if !text.is_foreign() {
        return Cow::Borrowed(text.as_str());
    }
    let language = text.language().unwrap_or_default().chars().filter_map(|c| char::from_u32(TAG + u32::from(c)));
    let opening = std::iter::once(OPENS).chain(language);
    Cow::Owned(opening.chain(text.as_str().chars()).chain([CLOSES]).collect())
}

/// The same of several texts, with what stands between them.
pub(crate) fn inline_all<'a>(texts: impl Iterator<Item = &'a Text>, between: &str) -> String {
    texts.map(inline).collect::<Vec<_>>().join(between)
}

/// Words of ours, in which texts are set apart.
pub(crate) fn composed(words: String) -> AnyView {
    let mut parts = words.split(OPENS);
    let first = parts.next().unwrap_or_default();
    if first.len() == words.len() {
        return words.into_any();
    }
    let mut drawn: Vec<AnyView> = Vec::new();
    let ours = |words: &str| (!words.is_empty()).then(|| words.to_owned().into_any());
    drawn.extend(ours(first));
    for part in parts {
        let (text, rest) = part.split_once(CLOSES).unwrap_or((part, ""));
        let letter = |c: char| u32::from(c).checked_sub(TAG).filter(|letter| *letter < 0x80).and_then(char::from_u32);
        let language: String = text.chars().map_while(letter).collect();
        let text = text.trim_start_matches(|c| letter(c).is_some()).to_owned();
        drawn.push(isolated((!language.is_empty()).then_some(language), text.into_any()));
        drawn.extend(ours(rest));
    }
    drawn.into_any()
}
