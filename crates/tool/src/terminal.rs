//! What the tool says on a terminal, and when it says nothing.

use std::fmt::Display;
use std::io::Write;

use messages::Message;

use crate::progress::{self, Work};

/// Where what a command says goes. A reader that is gone is no failure;
/// colours are for who wants them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terminal {
    is_quiet: bool,
}

impl Terminal {
    /// With `is_quiet`, only what is wrong is said.
    pub(crate) fn new(is_quiet: bool) -> Self {
        Self { is_quiet }
    }

    /// What goes well, on the standard output, unless quiet.
    pub(crate) fn say(self, line: impl Display) {
        if !self.is_quiet {
            self.give(line);
        }
    }

    /// What was asked for, on the standard output.
    pub(crate) fn give(self, line: impl Display) {
        progress::aside(|| _ = writeln!(anstream::stdout(), "{line}"));
    }

    /// What helps to understand what was done, on the standard error, unless quiet.
    pub(crate) fn remark(self, line: impl Display) {
        if !self.is_quiet {
            self.warn(line);
        }
    }

    /// What is wrong, on the standard error.
    pub(crate) fn warn(self, line: impl Display) {
        progress::aside(|| _ = writeln!(anstream::stderr(), "{line}"));
    }

    /// Has whoever watches see that work goes on, as long as what this returns lives.
    pub(crate) fn work(self, doing: Message) -> Work {
        Work::begin(doing, self.is_quiet)
    }
}
