//! What is served: the last site that could be made, and what is wrong in the data since.

use std::collections::BTreeSet;
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
use crate::problem::Weight;
use crate::terminal::Terminal;
use crate::{LANGUAGE, data};

/// A site, and what its pages are to say of the data.
#[derive(Debug, Clone, Default)]
pub(super) struct Shown {
    pub(super) files: Files,
    /// Another one for other data.
    pub(super) version: String,
    /// Another one for other data, other comments beside them, other files that they name.
    pub(super) made_of: String,
    /// The folders of these files.
    pub(super) folders: BTreeSet<PathBuf>,
    /// One line each, in French.
    pub(super) problems: Vec<String>,
}

/// What tells data, or files, from others.
pub(super) fn version(of: &(impl Hash + ?Sized)) -> String {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    format!("{:x}", hasher.finish())
}

/// Makes the site again, for those who watch it.
pub(super) struct Workshop {
    app: Files,
    data: PathBuf,
    terminal: Terminal,
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
            source => source,
        };
        let (shown, _) = watch::channel(Arc::new(Shown::default()));
        let workshop = Self { app, data, terminal, shown };
        workshop.make(source)?;
        Ok(workshop)
    }

    /// What is served, now and later.
    pub(super) fn shown(&self) -> watch::Receiver<Arc<Shown>> {
        self.shown.subscribe()
    }

    /// The folders of the files that the data name.
    pub(super) fn folders(&self) -> BTreeSet<PathBuf> {
        self.shown.borrow().folders.clone()
    }

    /// Reads the data and the files that they name again, and makes the site if they are others.
    pub(super) fn renew(&self) {
        if let Err(error) = self.make(data::open(&self.data)) {
            self.tell(of_app(&error));
        }
    }

    fn make(&self, source: Result<Source, DataError>) -> Result<(), PrerenderError> {
        let start = Instant::now();
        let source = match source {
            Ok(source) => source,
            Err(error) => {
                self.tell(error.line());
                return Ok(());
            }
        };
        let json = source.json();
        let (data, problems) = match data::read_for_site(&source, &self.data, &json, &self.app) {
            Ok(read) => read,
            Err(error) => {
                self.tell(error.line());
                return Ok(());
            }
        };
        let texts: Vec<&str> = source.files.iter().map(|file| file.text.as_str()).collect();
        let made_of = version(&(texts, data.beside()));
        // What costs nothing is not said over the page.
        let costly = problems.iter().filter(|problem| problem.weight < Weight::Warning);
        let told: Vec<String> = data::lines(costly).collect();
        let is_same = |before: &Shown| before.made_of == made_of && before.problems == told;
        if is_same(&self.shown.borrow()) {
            return Ok(());
        }
        let files = site::site(&self.app, &data, data.base().as_ref())?.whole();
        let folders = data::named(&self.data, data.catalogue()).map(|(_, path)| data::folder_of(&path)).collect();
        data::lines(&problems).for_each(|problem| self.terminal.warn(problem));
        let (count, time) = (ENTRIES.count(LANGUAGE, data.catalogue().entries().len()), start.elapsed().as_millis());
        let verdict = PROBLEMS.count(LANGUAGE, data::problem_count(&problems));
        let time = number(LANGUAGE, usize::try_from(time).unwrap_or(usize::MAX));
        self.terminal.say(format_args!("{}\u{a0}: {count}, {verdict} ({time}\u{a0}ms)", self.data.display()));
        let version = version(&*json);
        self.shown.send_replace(Arc::new(Shown { files, version, made_of, folders, problems: told }));
        Ok(())
    }

    /// Says what keeps the data from being shown; the former site stays.
    fn tell(&self, problem: String) {
        let problems = vec![problem];
        self.shown.send_if_modified(|shown| {
            let is_new = shown.problems != problems;
            if is_new {
                self.terminal.warn(&problems[0]);
                *shown = Arc::new(Shown { problems, ..Shown::clone(shown) });
            }
            is_new
        });
    }
}
