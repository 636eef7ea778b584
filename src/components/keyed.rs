//! Lists whose rows stay as long as what they show: a row keeps its focus, its folds and what a browser has
//! done to its words, wherever it goes.

use std::sync::Arc;

use leptos::prelude::*;

/// A row for each number, in their order; a number names the same thing as long as the list stands.
///
/// Of one type for all lists: each would cost its own WebAssembly.
pub(crate) fn keyed(numbers: Memo<Vec<u32>>, row: impl Fn(u32) -> AnyView + Send + Sync + 'static) -> AnyView {
    let row: Arc<dyn Fn(u32) -> AnyView + Send + Sync> = Arc::new(row);
    view! { <For each=move || numbers.get() key=|number| *number children=move |number| row(number)/> }.into_any()
}
