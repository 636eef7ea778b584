//! The languages of the site, and what is said in each of them.

use crate::{number, words};

words! {
    /// A language that the site speaks, by its code (ISO 639-1). Another one makes the compiler list every
    /// sentence that it lacks.
    #[derive(Default)]
    Language {
        /// French.
        #[default]
        French = "fr",
    }
}

impl Language {
    /// The number of languages.
    pub const COUNT: usize = Self::ALL.len();

    /// The language with the country whose ways of writing the site has, as Open Graph names them.
    pub const fn locale(self) -> &'static str {
        match self {
            Self::French => "fr_FR",
        }
    }
}

/// A sentence without parameter, in each language. One with parameters is a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Message(pub [&'static str; Language::COUNT]);

impl Message {
    /// The sentence in a language.
    pub const fn to(self, language: Language) -> &'static str {
        self.0[language as usize]
    }
}

/// What can be counted, in each language: none of it, one, several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noun(pub [[&'static str; 3]; Language::COUNT]);

impl Noun {
    /// The form that agrees with a count: in French, zero is singular.
    pub const fn agree(self, language: Language, n: usize) -> &'static str {
        let [_, one, several] = self.0[language as usize];
        let is_several = match language {
            Language::French => n > 1,
        };
        if is_several { several } else { one }
    }

    /// The count and its noun: « Aucun commun », « 1 commun », « 8 communs ».
    pub fn count(self, language: Language, n: usize) -> String {
        match n {
            0 => self.0[language as usize][0].to_owned(),
            n => format!("{}\u{a0}{}", number(language, n), self.agree(language, n)),
        }
    }
}
