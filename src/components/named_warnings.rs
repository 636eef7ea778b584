//! What is said of the entries of an address that are not shown.

use crate::state::content::use_language;
use leptos::prelude::*;

use super::warning;
use insight::selection::Named;
use messages::selection;

/// What was ignored: what the catalogue does not have, what is too many.
pub(crate) fn named_warnings(named: &Named, most: usize) -> Vec<AnyView> {
    let language = use_language();
    let unknown = (!named.unknown.is_empty()).then(|| selection::unknown(language, &named.unknown));
    let too_many = (named.too_many > 0).then(|| selection::too_many(language, named.too_many, most));
    unknown.into_iter().chain(too_many).map(|said| warning(said.into_any())).collect()
}
