//! What is said of the problems of the data: where, what was found, what was expected, what to do.

mod forms;
mod french;

use super::{BaseUrlError, Diagnostic, ReadError, Severity};
use messages::{Language, Message, Noun};

/// The place of a problem that is the whole file.
const ROOT: Message = Message(["racine"]);
/// Values that are wrong.
const TO_CORRECT: Noun =
    Noun([["", "valeur du fichier de données est à corriger", "valeurs du fichier de données sont à corriger"]]);
/// Values that would better be written otherwise.
const TO_REVIEW: Noun =
    Noun([["", "valeur du fichier de données est à revoir", "valeurs du fichier de données sont à revoir"]]);
/// Elements that are left out.
const LEFT_OUT: Noun = Noun([[
    "",
    "élément du fichier de données n’est pas affiché",
    "éléments du fichier de données ne sont pas affichés",
]]);

/// Heading of the notice of these problems; warnings are counted when there is nothing else.
pub fn heading(language: Language, problems: &[Diagnostic]) -> String {
    let mut left_out: Vec<&str> = problems
        .iter()
        .filter(|problem| problem.severity == Severity::LeftOut)
        .map(|problem| problem.path.split_inclusive(']').next().unwrap_or_default())
        .collect();
    left_out.dedup();
    let warnings = problems.iter().filter(|problem| problem.is_warning()).count();
    if !left_out.is_empty() {
        LEFT_OUT.count(language, left_out.len())
    } else if warnings < problems.len() {
        TO_CORRECT.count(language, problems.len() - warnings)
    } else {
        TO_REVIEW.count(language, warnings)
    }
}

impl Diagnostic {
    /// The problem as a sentence; its place is told apart.
    pub fn sentence(&self, language: Language) -> String {
        match language {
            Language::French => french::problem_sentence(self),
        }
    }

    /// Its path, to be read.
    pub fn shown_path(&self, language: Language) -> &str {
        if self.path.is_empty() { ROOT.to(language) } else { &self.path }
    }

    /// Where it is: « ligne 3, colonne 12 (site.titre) ».
    pub fn location(&self, language: Language) -> String {
        let path = self.shown_path(language);
        let Some(place) = self.place else { return path.to_owned() };
        let place = match language {
            Language::French => french::line_and_column(place),
        };
        format!("{place} ({path})")
    }
}

impl BaseUrlError {
    /// What the address of a site must be, after one that is not.
    pub const fn sentence(self, language: Language) -> &'static str {
        match language {
            Language::French => french::site_address(self),
        }
    }
}

impl ReadError {
    /// Why the data file, of this name, cannot be read at all.
    pub fn sentence(&self, language: Language, file: &str) -> String {
        match language {
            Language::French => french::read_error(file, self),
        }
    }
}
