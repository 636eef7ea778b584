//! One module a page.

mod catalogue;
mod compare;
mod configure;
mod embed;
mod entries;
mod entry;
mod guide;
mod home;
mod modules;
mod needs;
mod not_found;
mod propose;
mod relations;
mod selection;
mod statistics;
mod status;

pub(super) use catalogue::CataloguePage;
pub(super) use embed::EmbedFoot;
pub(super) use entries::{Entries, entry_list};
pub(super) use home::Home;
#[cfg(feature = "csr")]
pub(super) use modules::fetch_module;
pub(super) use modules::of_module;
pub(super) use needs::Needs;
pub(super) use not_found::NotFound;
#[cfg(feature = "csr")]
pub(super) use status::failure_notice;
pub(super) use status::{DataProblems, Failed, Unavailable, Waiting};
