//! The browser itself, through web-sys.

mod data;
mod focus;
mod hand_over;
mod history;
mod page;
mod storage;
mod takeover;
mod time;

pub use data::find_root;
pub(crate) use data::*;
pub(crate) use focus::*;
pub(crate) use hand_over::*;
pub(crate) use history::*;
pub use page::tell_panics;
pub(crate) use page::*;
pub(crate) use storage::*;
pub(crate) use takeover::*;
pub(crate) use time::*;
