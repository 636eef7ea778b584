//! Everything the views ask of the browser. Nothing here fails: a refusal (storage denied in a
//! sandboxed frame, no clipboard) is an answer like another. Natively, nothing happens.

#[cfg(not(feature = "csr"))]
mod native;
#[cfg(feature = "csr")]
mod web;

/// Where the page says that its data is.
#[cfg_attr(not(feature = "csr"), allow(dead_code, reason = "natively, no page says it"))]
pub(crate) enum Source {
    /// At this address.
    Address(String),
    /// In the page itself.
    Text(String),
}

#[cfg(not(feature = "csr"))]
pub(crate) use native::*;
#[cfg(feature = "csr")]
pub(crate) use web::*;
#[cfg(feature = "csr")]
pub use web::{find_root, tell_panics};
