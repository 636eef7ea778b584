//! Words that could be French: they are pronounced, accented and inflected as French words are.

use std::collections::HashSet;

use crate::random::{Random, Zipf};

/// The words that hold sentences together, the most frequent first.
const FUNCTION_WORDS: [&str; 64] = [
    "de", "la", "le", "et", "les", "des", "à", "en", "un", "du", "une", "pour", "que", "dans", "qui", "par", "sur",
    "est", "au", "avec", "ce", "il", "plus", "ne", "se", "pas", "ou", "sont", "aux", "sans", "leur", "leurs", "cette",
    "ces", "son", "sa", "ses", "mais", "comme", "elle", "ils", "nous", "vous", "entre", "tout", "tous", "être", "fait",
    "peut", "deux", "aussi", "où", "notre", "votre", "chaque", "sous", "dont", "si", "chez", "vers", "afin", "ainsi",
    "donc", "très",
];

/// The words that lose their last letter before a vowel.
const ELIDED: [&str; 6] = ["de", "la", "le", "que", "ne", "se"];

const ONSETS: [&str; 38] = [
    "b", "c", "d", "f", "g", "j", "l", "m", "n", "p", "r", "s", "t", "v", "d", "l", "m", "n", "p", "r", "s", "t", "ch",
    "br", "cr", "dr", "fr", "gr", "pl", "pr", "tr", "cl", "bl", "gl", "ph", "qu", "st", "",
];
const NUCLEI: [&str; 27] = [
    "a", "a", "a", "e", "e", "i", "i", "i", "o", "o", "u", "u", "é", "é", "è", "ê", "ou", "an", "en", "in", "on", "ai",
    "oi", "eu", "au", "â", "ô",
];
const ENDINGS: [&str; 36] = [
    "", "", "", "", "r", "l", "t", "n", "s", "c", "x", "age", "ance", "elle", "ence", "er", "ère", "ette", "eur",
    "euse", "ien", "ier", "ir", "isme", "ité", "ment", "oir", "tion", "té", "ure", "ique", "able", "ible", "if", "al",
    "œur",
];

/// A vocabulary with how often each word is said.
#[derive(Debug, Clone)]
pub(crate) struct Vocabulary {
    words: Vec<String>,
    ranks: Zipf,
}

impl Vocabulary {
    /// A vocabulary of this many words.
    pub(crate) fn new(size: usize, random: &mut Random) -> Self {
        let mut words: Vec<String> = FUNCTION_WORDS.iter().map(|word| (*word).to_owned()).collect();
        let mut known: HashSet<String> = words.iter().cloned().collect();
        while words.len() < size {
            let word = invented(words.len(), random);
            if word.chars().count() > 2 && known.insert(word.clone()) {
                words.push(word);
            }
        }
        // The shift makes « de » one word in twenty, as in French.
        let ranks = Zipf::new(words.len(), 1.7);
        Self { words, ranks }
    }

    /// Any word, as often as it is said.
    pub(crate) fn word(&self, random: &mut Random) -> String {
        let rank = self.ranks.rank(random);
        if rank < FUNCTION_WORDS.len() { self.words[rank].clone() } else { inflected(&self.words[rank], random) }
    }

    /// A word that means something.
    pub(crate) fn content_word(&self, random: &mut Random) -> String {
        loop {
            let rank = self.ranks.rank(random);
            if rank >= FUNCTION_WORDS.len() {
                return inflected(&self.words[rank], random);
            }
        }
    }
}

/// A word for a rank: what is said often is short.
fn invented(rank: usize, random: &mut Random) -> String {
    let syllables = match rank {
        0..600 => random.between(1, 2),
        600..6000 => 2,
        _ => random.between(2, 3),
    };
    let mut word = String::new();
    for syllable in 0..syllables {
        // An onset may be empty at the start of a word, not between two vowels.
        let onset = loop {
            let onset = random.one(&ONSETS);
            if syllable == 0 || !onset.is_empty() {
                break onset;
            }
        };
        word.push_str(onset);
        word.push_str(random.one(&NUCLEI));
    }
    let ending = random.one(&ENDINGS);
    if ending.starts_with(is_vowel) {
        word.push_str(random.one(&ONSETS[..14]));
    }
    word.push_str(ending);
    word
}

/// A word, sometimes plural or feminine.
fn inflected(word: &str, random: &mut Random) -> String {
    let mut word = word.to_owned();
    let draw = random.unit();
    if draw < 0.06 && !word.ends_with(['e', 's', 'x']) {
        word.push('e');
    }
    if (0.04..0.30).contains(&draw) && !word.ends_with(['s', 'x']) {
        word.push('s');
    }
    word
}

/// Appends a word to a text, with an apostrophe where French has one.
pub(crate) fn push_word(text: &mut String, word: &str) {
    let last = text.rsplit(' ').next().unwrap_or_default();
    if word.starts_with(is_vowel) && ELIDED.contains(&last) {
        text.pop();
        text.push('’');
    } else if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(word);
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'é' | 'è' | 'ê' | 'â' | 'ô' | 'œ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_elided_as_in_french() {
        for (words, expected) in [
            (&["de", "or"][..], "d’or"),
            (&["la", "rue"], "la rue"),
            (&["sur", "île"], "sur île"),
            (&["le", "été"], "l’été"),
        ] {
            let mut text = String::new();
            words.iter().for_each(|word| push_word(&mut text, word));
            assert_eq!(text, expected);
        }
    }

    #[test]
    fn vocabularies_have_their_size_and_accents() {
        let vocabulary = Vocabulary::new(5000, &mut Random::new(7));
        let distinct: HashSet<&String> = vocabulary.words.iter().collect();
        assert_eq!(distinct.len(), 5000);
        let accented = vocabulary.words.iter().filter(|word| !word.is_ascii()).count();
        assert!((1000..4000).contains(&accented), "{accented} words have an accent");
    }
}
