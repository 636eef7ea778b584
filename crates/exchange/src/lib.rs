//! What other lists keep, brought into a catalogue, and a catalogue in the forms that they read.
//!
//! Bytes become trees ([`read`]), trees become rows, and rows become a catalogue ([`convert()`]) as a [`Mapping`]
//! says, a small file of data. It is pure: the tool gives it bytes and writes what it gives back.

mod book;
mod convert;
mod duplicates;
mod fields;
mod items;
mod mapping;
mod merge;
mod names;
mod own_table;
mod path;
mod propose;
mod prose;
pub mod read;
mod remark;
mod settle;
mod shipped;
mod shown;
mod update;
mod values;
pub mod write;
mod written;

pub use convert::{Imported, Target, convert};
pub use duplicates::{Because, Known, Sureness};
pub use mapping::{Mapping, MappingError, Recognise, Rule, Rules, Set};
pub use merge::{Changed, Manner, MergeError, Merged, Pair, merge};
pub use propose::propose;
pub use prose::Prose;
pub use read::{Document, ReadError};
pub use remark::{At, Cause, Remark};
pub use shipped::{names, recognised, shipped};
pub use update::Change;
