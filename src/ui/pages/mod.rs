//! One module a page.

mod about;
mod catalogue;
mod entry;
mod home;
mod not_found;
mod status;

pub(super) use about::About;
pub(super) use catalogue::CataloguePage;
pub(super) use entry::Fiche;
pub(super) use home::Home;
pub(super) use not_found::NotFound;
pub(super) use status::{DataProblems, Failed, Waiting};
