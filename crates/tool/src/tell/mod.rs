//! What tells those who keep a catalogue where it stands: its problems, its gaps, what changed, what answers, which
//! addresses live; and the forms its files may have.

mod advice;
pub(crate) mod check;
mod completeness;
pub(crate) mod diff;
pub(crate) mod files;
mod forge;
mod kinds;
mod labels;
pub(crate) mod links;
pub(crate) mod search;

pub(crate) use advice::today;

use std::process::ExitCode;

use crate::terminal::Terminal;
use crate::{Failed, UNABLE};

/// Something is wrong in the data.
const WRONG: u8 = 1;

/// Whether all is well, or why nothing could be done, in French.
pub(crate) type Done = Result<bool, Failed>;

/// What scripts are told of a command that is done; what is said of an error is for people.
pub(crate) fn exit_code(done: Done, terminal: Terminal) -> ExitCode {
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(WRONG),
        Err(error) => {
            terminal.warn(error);
            ExitCode::from(UNABLE)
        }
    }
}
