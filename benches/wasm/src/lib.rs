//! Our search as a module of its own: what a page of the comparison loads, in place of the app.
//!
//! It holds one catalogue and its index. Answers are packed numbers, so that what is measured is
//! the search and not the making of objects.

use std::cell::RefCell;
use std::sync::Arc;

use catalogue::Catalogue;
use wasm_bindgen::prelude::*;

#[cfg(feature = "search")]
use search::Index;

#[derive(Default)]
struct State {
    catalogue: Option<Arc<Catalogue>>,
    #[cfg(feature = "search")]
    index: Option<Index>,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// Reads a catalogue, and says how many entries it has.
///
/// # Errors
/// When the text is not a catalogue.
#[wasm_bindgen]
pub fn load(json: &str) -> Result<usize, JsError> {
    let catalogue = catalogue::read(json)?.catalogue;
    let entries = catalogue.entries().len();
    STATE.with_borrow_mut(|state| state.catalogue = Some(Arc::new(catalogue)));
    Ok(entries)
}

/// Builds the index of the catalogue that was read.
///
/// # Errors
/// When none was.
#[cfg(feature = "search")]
#[wasm_bindgen]
pub fn build() -> Result<(), JsError> {
    STATE.with_borrow_mut(|state| {
        let catalogue = state.catalogue.as_ref().ok_or_else(|| JsError::new("no catalogue was read"))?;
        state.index = Some(Index::new(Arc::clone(catalogue)));
        Ok(())
    })
}

/// Answers what is typed: the number of results, a sum that depends on every count of every facet,
/// then the ranks of the first 20 entries.
///
/// # Errors
/// When no index was built.
#[cfg(feature = "search")]
#[wasm_bindgen]
pub fn search(text: &str) -> Result<Vec<f64>, JsError> {
    const FIRST: usize = 20;
    STATE.with_borrow(|state| {
        let index = state.index.as_ref().ok_or_else(|| JsError::new("no index was built"))?;
        let results = index.top(&communs_benches::typing::typed(text), FIRST);
        let counts = results.facets.iter().flat_map(|facet| &facet.values);
        let sum = counts.map(|value| f64::from(value.code + 1) * value.count as f64).sum();
        let ranks = results.hits.iter().take(FIRST).map(|hit| hit.entry.rank() as f64);
        Ok([results.count as f64, sum].into_iter().chain(ranks).collect())
    })
}

/// The size of the linear memory, in bytes: it never shrinks.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn memory_bytes() -> f64 {
    const PAGE: usize = 64 * 1024;
    (core::arch::wasm32::memory_size::<0>() * PAGE) as f64
}
