//! Every page as HTML, rendered natively by the views that run in the browser.

mod catalogue;
mod catalogues;
mod composed;
mod configure;
mod coverage;
mod data;
mod decide;
mod embed;
mod entry_pages;
mod every;
mod faults;
mod guides;
mod home;
mod identity;
mod kinds;
mod own_pages;
mod pictures;
mod propose;
mod relations;
mod statistics;
mod support;
mod verbatim;
