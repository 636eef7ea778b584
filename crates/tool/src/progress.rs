//! One line that says that work goes on: on a terminal alone, once it has taken a second, erased at its end.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use messages::Message;
use messages::tool::progress;

use crate::LANGUAGE;

/// What is quicker says nothing.
const FIRST: Duration = Duration::from_secs(1);
/// Between two looks at how far it is.
const NEXT: Duration = Duration::from_millis(200);

/// The line of this process, which has one terminal.
static LINE: Mutex<Line> = Mutex::new(Line { shown: String::new(), done: None });

/// What stands on the line of the cursor, and how much is done.
struct Line {
    shown: String,
    done: Option<(usize, usize)>,
}

impl Line {
    /// Shows this in the place of what is there.
    fn show(&mut self, output: &mut impl Write, text: String) {
        if text != self.shown {
            self.erase(output);
            let _ = write!(output, "{text}").and_then(|()| output.flush());
            self.shown = text;
        }
    }

    /// Writes blanks over it, which every terminal understands.
    fn erase(&mut self, output: &mut impl Write) {
        if !self.shown.is_empty() {
            let blanks = " ".repeat(self.shown.chars().count());
            let _ = write!(output, "\r{blanks}\r").and_then(|()| output.flush());
            self.shown.clear();
        }
    }

    fn text(&self, doing: Message, since: Duration) -> String {
        progress(LANGUAGE, doing, self.done, since.as_secs())
    }
}

fn line() -> MutexGuard<'static, Line> {
    LINE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Writes what stays on the terminal, with nothing of the line in it.
pub(crate) fn aside(write: impl FnOnce()) {
    let mut line = line();
    line.erase(&mut io::stderr());
    write();
}

/// Says how much of the work is done.
pub(crate) fn tell(done: usize, all: usize) {
    line().done = Some((done, all));
}

/// Work that goes on as long as this value lives.
pub(crate) struct Work(Option<(Sender<()>, JoinHandle<()>)>);

impl Work {
    /// Shows nothing unless somebody watches.
    pub(crate) fn begin(doing: Message, is_quiet: bool) -> Self {
        if is_quiet || !io::stderr().is_terminal() {
            return Self(None);
        }
        let (end, ended) = mpsc::channel();
        let start = Instant::now();
        let shower = thread::spawn(move || {
            let mut wait = FIRST;
            while ended.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                let mut line = line();
                let text = line.text(doing, start.elapsed());
                line.show(&mut io::stderr(), text);
                wait = NEXT;
            }
        });
        Self(Some((end, shower)))
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        if let Some((end, shower)) = self.0.take() {
            // Its end is what ends the thread.
            drop(end);
            let _ = shower.join();
            aside(|| {});
        }
    }
}

#[cfg(test)]
mod tests {
    use messages::tool::IMPORTING;

    use super::*;

    #[test]
    fn the_line_is_one_and_leaves_nothing() {
        let mut line = Line { shown: String::new(), done: None };
        let mut output = Vec::new();
        line.erase(&mut output);
        assert!(output.is_empty(), "nothing was shown");
        let text = line.text(IMPORTING, Duration::from_millis(1999));
        assert_eq!(text, "Import… 1\u{a0}s");
        line.show(&mut output, text.clone());
        line.show(&mut output, text);
        line.done = Some((12, 3400));
        let text = line.text(IMPORTING, Duration::from_secs(61));
        assert_eq!(text, "Import\u{a0}: 12 sur 3\u{202f}400… 61\u{a0}s");
        line.show(&mut output, text);
        line.erase(&mut output);
        // What a terminal shows in the end.
        let mut screen = Vec::new();
        let mut cursor = 0;
        for c in String::from_utf8(output).unwrap().chars() {
            assert_ne!(c, '\n');
            if c == '\r' {
                cursor = 0;
                continue;
            }
            screen.resize(screen.len().max(cursor + 1), ' ');
            screen[cursor] = c;
            cursor += 1;
        }
        assert!(cursor == 0 && screen.iter().all(|c| *c == ' '), "{screen:?}");
        assert_eq!(screen.len(), "Import : 12 sur 3 400… 61 s".chars().count(), "it was shown");
    }
}
