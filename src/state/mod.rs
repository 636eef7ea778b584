//! What the views share: the content, where the visitor is, what the device keeps.
//!
//! One rule, from a key or a click to what is drawn:
//! 1. A gesture makes a new [`search::query::Query`], then an address; [`location`] goes there. Back and Forward
//!    go there too: the signal of the location is the only one that says where the visitor is.
//! 2. What is typed is answered at once, from [`query`], and its address follows once typing pauses.
//! 3. Everything else is a memo of the location and of the content: nothing is set twice.

pub(crate) mod content;
pub(crate) mod device;
pub(crate) mod dress;
pub(crate) mod frame;
pub(crate) mod kept;
pub(crate) mod later;
pub(crate) mod links;
pub(crate) mod load;
pub(crate) mod location;
pub(crate) mod query;
