//! The core as a whole, on the real content and on faulty files: what is read, what is told,
//! what is found. No browser, no views.

mod catalogues;
mod content;
mod details;
mod docs;
mod embed;
mod export;
mod faults;
mod identity;
mod schema;
mod search;
mod selection;
mod support;
