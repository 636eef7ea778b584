//! The controlled vocabularies that entries refer to, and the handles that point into them.

use super::scalar::SafeUrl;
use super::text::Text;
use super::words::Answer;
use messages::words;

words! {
    /// The vocabularies of the format, by their keys in the data file.
    VocabularyKey {
        /// Themes, each with a motif.
        Theme = "theme",
        /// What an entry is (a data base, a method, an association…).
        Nature = "nature",
        /// Kinds of help that are looked for.
        Need = "need",
        /// Families of obstacles.
        Obstacle = "obstacle",
        /// Kinds of support that programmes give.
        Support = "support",
        Licence = "licence",
        Audience = "audience",
        /// Territorial scales.
        Scale = "scale",
    }
}

/// A term of one vocabulary: its rank there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermIndex(pub u32);

/// One value of a vocabulary.
#[derive(Debug, Clone)]
pub struct Term {
    /// Id, in URLs and in the data.
    pub id: String,
    pub label: Text,
    /// Pattern of a theme: one of [`MOTIFS`].
    pub motif: &'static str,
    /// Name of the pictogram, if any.
    pub icon: Option<String>,
    /// Address of a licence's text.
    pub url: Option<SafeUrl>,
    /// What a licence allows, use by use.
    pub rights: Vec<Right>,
}

/// A use of a commons, and what a licence says of it.
#[derive(Debug, Clone)]
pub struct Right {
    pub usage: Text,
    pub answer: Answer,
    /// Why, or under which condition.
    pub note: Text,
}

/// The patterns that the style draws, each with its hue.
#[rustfmt::skip]
pub const MOTIFS: [&str; 18] = [
    "geographie", "alimentation", "mobilite", "energie", "climat", "urbanisme", "donnees", "cyber", "education",
    "accessibilite", "spatial", "inclusion", "ia", "services", "logistique", "biodiversite", "logiciel", "communs",
];

/// All vocabularies.
#[derive(Debug, Clone, Default)]
pub struct Vocabularies {
    pub(crate) terms: [Vec<Term>; VocabularyKey::ALL.len()],
}

impl Vocabularies {
    /// The terms of a vocabulary, in the order of the data.
    pub fn terms(&self, key: VocabularyKey) -> &[Term] {
        &self.terms[key as usize]
    }

    /// The term that a handle points to.
    pub fn term(&self, key: VocabularyKey, index: TermIndex) -> &Term {
        &self.terms[key as usize][index.0 as usize]
    }

    /// The handle of the term with this id.
    pub fn find(&self, key: VocabularyKey, id: &str) -> Option<TermIndex> {
        let rank = self.terms(key).iter().position(|term| term.id == id)?;
        u32::try_from(rank).ok().map(TermIndex)
    }
}
