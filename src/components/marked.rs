//! Texts with some of their words marked, or with places to break; never HTML.

use std::ops::Range;

use crate::view;
use leptos::prelude::*;

/// A text with some ranges marked, in order and apart; without any, it may break where [`breakable`] says.
pub(crate) fn marked(text: &str, ranges: Vec<Range<usize>>) -> AnyView {
    if ranges.is_empty() {
        return breakable(text);
    }
    let mut parts: Vec<AnyView> = Vec::new();
    let mut end = 0;
    for range in ranges {
        if range.start > end {
            parts.push(text[end..range.start].to_owned().into_any());
        }
        end = range.end;
        parts.push(view! { <mark>{text[range].to_owned()}</mark> });
    }
    parts.push(text[end..].to_owned().into_any());
    parts.into_any()
}

/// A name that may break before its dots when it is a domain name, or another address: browsers that translate
/// pages leave it as it is then.
pub(crate) fn breakable(name: &str) -> AnyView {
    if !name.contains('.') || name.contains(' ') {
        return name.to_owned().into_any();
    }
    let mut parts = name.split('.');
    let first = parts.next().unwrap_or_default().to_owned();
    let rest: Vec<_> = parts.map(|part| view! { <wbr/> {format!(".{part}")} }).collect();
    view! { <span translate="no">{first} {rest}</span> }
}
