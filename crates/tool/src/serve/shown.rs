//! What is served: the last site that could be made, and what is wrong in the data since.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use messages::tool::PROBLEMS;
use messages::{ENTRIES, number};
use site::{Files, PrerenderError};
use source::Source;
use tokio::sync::watch;

use super::Failure;
use crate::app::of_app;
use crate::data::DataError;
use crate::problem::{Problem, Weight};
use crate::terminal::Terminal;
use crate::{LANGUAGE, data};

/// A site, and what its pages are to say of the data.
#[derive(Debug, Default)]
pub(super) struct Shown {
    pub(super) files: Files,
    /// Another one for other data.
    pub(super) version: String,
    /// One line each, in French.
    pub(super) problems: Vec<String>,
}

/// What tells a file of data from another one.
pub(super) fn version(json: &str) -> String {
    let mut hasher = DefaultHasher::new();
    json.hash(&mut hasher);
    format!("{:x}", hasher.finish())
}

/// Makes the site again, for those who watch it.
pub(super) struct Workshop {
    app: Files,
    data: PathBuf,
    terminal: Terminal,
    /// What was last read, or why it could not be.
    source: Result<Source, String>,
    shown: watch::Sender<Arc<Shown>>,
}

impl Workshop {
    /// Makes the site a first time. Data that cannot be read are to be mended while it is served.
    ///
    /// # Errors
    /// When the app cannot be filled, or when there is no file of data.
    pub(super) fn open(app: Files, data: PathBuf, terminal: Terminal) -> Result<Self, Failure> {
        let source = match data::open(&data) {
            Err(error @ (DataError::Unreadable { .. } | DataError::NoSite(_))) => return Err(Failure::Absent(error)),
            Err(error @ (DataError::Inside(_) | DataError::Table(_))) => return Err(Failure::Data(error)),
            source => source.map_err(|error| error.line()),
        };
        let (shown, _) = watch::channel(Arc::new(Shown::default()));
        let workshop = Self { app, data, terminal, source, shown };
        workshop.make()?;
        Ok(workshop)
    }

    /// What is served, now and later.
    pub(super) fn shown(&self) -> watch::Receiver<Arc<Shown>> {
        self.shown.subscribe()
    }

    /// Reads the data again, and makes the site if they are others.
    pub(super) fn renew(&mut self) {
        let source = data::open(&self.data).map_err(|error| error.line());
        let is_same = match (&source, &self.source) {
            (Ok(now), Ok(before)) => now.files == before.files,
            (Err(now), Err(before)) => now == before,
            _ => false,
        };
        if is_same {
            return;
        }
        self.source = source;
        if let Err(error) = self.make() {
            self.tell(of_app(&error));
        }
    }

    fn make(&self) -> Result<(), PrerenderError> {
        let start = Instant::now();
        let source = match &self.source {
            Ok(source) => source,
            Err(error) => {
                self.tell(error.clone());
                return Ok(());
            }
        };
        let json = source.json();
        let (data, problems) = match data::read_for_site(source, &self.data, &json, &self.app) {
            Ok(read) => read,
            Err(error) => {
                self.tell(error.line());
                return Ok(());
            }
        };
        let files = site::site(&self.app, &data, data.base().as_ref())?.whole();
        data::lines(&problems).for_each(|problem| self.terminal.warn(problem));
        let (count, time) = (ENTRIES.count(LANGUAGE, data.catalogue().entries().len()), start.elapsed().as_millis());
        let verdict = PROBLEMS.count(LANGUAGE, data::problem_count(&problems));
        let time = number(LANGUAGE, usize::try_from(time).unwrap_or(usize::MAX));
        self.terminal.say(format_args!("{}\u{a0}: {count}, {verdict} ({time}\u{a0}ms)", self.data.display()));
        // What costs nothing is not said over the page.
        let problems: Vec<Problem<'_>> =
            problems.into_iter().filter(|problem| problem.weight < Weight::Warning).collect();
        let problems = data::lines(&problems).collect();
        self.shown.send_replace(Arc::new(Shown { files, version: version(&json), problems }));
        Ok(())
    }

    /// Says what keeps the data from being shown; the former site stays.
    fn tell(&self, problem: String) {
        self.terminal.warn(&problem);
        self.shown.send_modify(|shown| {
            let (files, version) = (shown.files.clone(), shown.version.clone());
            *shown = Arc::new(Shown { files, version, problems: vec![problem] });
        });
    }
}
