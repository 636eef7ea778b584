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
mod needs;
mod not_found;
mod propose;
mod relations;
mod seldom_used;
mod selection;
mod statistics;
mod status;

pub(super) use catalogue::CataloguePage;
pub(super) use embed::{EmbedFoot, EmbeddedEntry};
pub(super) use entries::{Entries, entry_list};
pub(super) use entry::EntryPage;
pub(super) use home::Home;
pub(super) use needs::Needs;
pub(super) use not_found::NotFound;
#[cfg(feature = "csr")]
pub(super) use seldom_used::fetch_second_module;
pub(super) use seldom_used::seldom_used;
#[cfg(feature = "csr")]
pub(super) use status::failure_notice;
pub(super) use status::{DataProblems, Failed, Unavailable, Waiting};
