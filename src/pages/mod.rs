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
mod words;

pub(super) use embed::EmbedFoot;
pub(super) use entries::entry_list;
pub(super) use home::Home;
pub(super) use modules::{fetch_module, index_words, of_module};
pub(super) use needs::Needs;
pub(super) use status::{DataProblems, Unavailable, Waiting, failure_notice};
use words::Words;
