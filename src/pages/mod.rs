//! One module a page.

mod about;
mod catalogue;
mod compare;
mod configure;
mod embed;
mod entries;
mod entry;
mod guide;
mod home;
mod not_found;
mod propose;
mod relations;
mod selection;
mod statistics;
mod status;

pub(super) use about::About;
pub(super) use catalogue::CataloguePage;
pub(super) use compare::Compare;
pub(super) use configure::Configure;
pub(super) use embed::{EmbedFoot, EmbeddedEntry};
pub(super) use entries::{Entries, entry_list};
pub(super) use entry::Fiche;
pub(super) use guide::guide;
pub(super) use home::Home;
pub(super) use not_found::NotFound;
pub(super) use propose::Propose;
pub(super) use relations::Relations;
pub(super) use selection::Selection;
pub(super) use statistics::Statistics;
#[cfg(feature = "csr")]
pub(super) use status::failure_notice;
pub(super) use status::{DataProblems, Failed, Waiting};
