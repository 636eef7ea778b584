//! How a catalogue calls its kinds of entries, and which of them it shows.

use super::words::Kind;
use messages::{Language, Noun};

/// What a kind of entry is called.
#[derive(Debug, Clone, Copy)]
pub struct KindWords {
    /// One entry of this kind, alone: « Commun ».
    pub name: &'static str,
    /// What tabs and breadcrumbs name its entries: « Communs ».
    pub plural: &'static str,
    /// What is counted of it.
    pub noun: Noun,
    /// Whether the catalogue calls it so, and not the format.
    pub is_of_host: bool,
}

/// The kinds of a catalogue: their words, and those that it shows.
#[derive(Debug, Clone)]
pub struct Kinds {
    /// In the order of [`Kind`].
    pub(crate) words: Vec<KindWords>,
    /// In the order of the tabs.
    pub(crate) shown: Vec<Kind>,
}

impl Kinds {
    /// Those of the format.
    pub(crate) fn of_format(language: Language) -> Self {
        let words = Kind::ALL.iter().map(|kind| KindWords {
            name: kind.name(language),
            plural: kind.plural(language),
            noun: kind.noun(),
            is_of_host: false,
        });
        Self { words: words.collect(), shown: Kind::ALL.to_vec() }
    }

    /// What a kind is called.
    #[must_use]
    pub fn words(&self, kind: Kind) -> KindWords {
        self.words[kind as usize]
    }

    /// Those shown, in the order of the tabs.
    #[must_use]
    pub fn shown(&self) -> &[Kind] {
        &self.shown
    }
}

impl KindWords {
    /// The words of a catalogue: « logiciel », « logiciels », « aucun logiciel ».
    ///
    /// Words of the site are known when it is built; these are as few, read once, and kept as long as the program runs.
    pub(crate) fn of_host(one: &str, several: &str, none: &str) -> Self {
        let kept = |text: String| -> &'static str { Box::leak(text.into_boxed_str()) };
        let capital = |text: &str| kept(text::letters::capitalised(text));
        let noun = Noun([[capital(none), kept(one.to_owned()), kept(several.to_owned())]; Language::COUNT]);
        Self { name: capital(one), plural: capital(several), noun, is_of_host: true }
    }
}
