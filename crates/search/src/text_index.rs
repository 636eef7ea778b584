//! The index of words: terms, where they are, and what means the same.

use std::ops::Range;
use std::sync::Mutex;

use super::beginnings::Beginnings;
use super::normalizer::{STOP_WORDS, is_stop_word, stem};
use super::postings::{Postings, Sequences};
use super::ranking::MatchKind;
use super::scratch::Scratch;
use super::terms::Terms;
use super::tokenizer::words;
use catalogue::Catalogue;
use text::letters::reduced;
use text::sorting::sorted_ranks;

/// An index of the words of a catalogue, made by a [`super::Builder`].
#[derive(Debug)]
pub struct TextIndex {
    pub(super) terms: Terms,
    /// The terms that tell nothing.
    pub(super) stop_words: Vec<u32>,
    pub(super) postings: Postings,
    pub(super) beginnings: Beginnings,
    pub(super) sequences: Sequences,
    pub(super) synonyms: Synonyms,
    /// The rank of the kind of each entry.
    pub(super) kinds: Vec<u8>,
    /// Whether each entry is over.
    pub(super) over: Vec<bool>,
    pub(super) scratch: Mutex<Scratch>,
    pub(super) remembered: Mutex<Vec<Remembered>>,
}

/// The terms that answer a word, and how.
pub(super) type Answers = Vec<(Range<u32>, MatchKind)>;

/// What the words of the last texts that no term is were found near to.
#[derive(Debug)]
pub(super) struct Remembered {
    pub(super) word: String,
    pub(super) is_last: bool,
    pub(super) answers: Answers,
}

/// Ways to say the same, in groups.
#[derive(Debug)]
pub(super) struct Synonyms {
    groups: Vec<Vec<Saying>>,
    /// The first word of each saying in the singular, its group and its rank there, sorted.
    firsts: Vec<(String, usize, usize)>,
}

impl Synonyms {
    fn new<'a>(texts: impl Iterator<Item = &'a Vec<String>>) -> Self {
        let sayings = |group: &Vec<String>| -> Vec<Saying> {
            group.iter().map(|text| Saying::new(text)).filter(|saying| !saying.words.is_empty()).collect()
        };
        let groups: Vec<Vec<Saying>> = texts.map(sayings).collect();
        let firsts = groups.iter().enumerate().flat_map(|(group, sayings)| {
            sayings.iter().enumerate().map(move |(rank, saying)| (saying.words[0].singular().to_owned(), group, rank))
        });
        let firsts: Vec<(String, usize, usize)> = firsts.collect();
        let order = sorted_ranks(firsts.len(), &|a, b| firsts[a].cmp(&firsts[b]));
        Self { firsts: order.into_iter().map(|place| firsts[place].clone()).collect(), groups }
    }

    /// The sayings that start with a word, each with its group.
    pub(super) fn starting_with(&self, word: &Word) -> impl Iterator<Item = (&[Saying], &Saying)> {
        let word = word.singular().to_owned();
        let start = self.firsts.partition_point(|(first, ..)| *first < word);
        let found = self.firsts[start..].iter().take_while(move |(first, ..)| *first == word);
        found.map(|(_, group, rank)| (self.groups[*group].as_slice(), &self.groups[*group][*rank]))
    }
}

/// One way to say something.
#[derive(Debug, Clone)]
pub(super) struct Saying {
    pub(super) words: Vec<Word>,
    /// Whether words that tell nothing are there too: « temps qu’il fait » is not « temps ».
    pub(super) whole: bool,
}

/// A word in the two forms that are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// As it is written.
    pub(super) written: String,
    /// Reduced.
    pub(super) term: String,
    /// Its stem, reduced.
    pub(super) stem: String,
}

impl Word {
    pub(super) fn new(written: &str) -> Self {
        Self { written: written.to_owned(), term: reduced(written), stem: stem(written) }
    }

    pub(super) fn is_telling(&self) -> bool {
        !is_stop_word(&self.term)
    }

    /// Whether it is the same word, in the singular or the plural: a whole family would mean more.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.singular() == other.singular()
    }

    pub(super) fn singular(&self) -> &str {
        self.term.trim_end_matches(['s', 'x'])
    }
}

impl TextIndex {
    pub(super) fn new(
        catalogue: &Catalogue,
        terms: Terms,
        postings: Postings,
        sequences: Sequences,
        acronyms: &[Vec<String>],
    ) -> Self {
        let entries = catalogue.entries().len();
        Self {
            stop_words: STOP_WORDS.iter().filter_map(|word| terms.find(word)).collect(),
            beginnings: Beginnings::new(&terms, &postings, entries),
            terms,
            postings,
            sequences,
            synonyms: Synonyms::new(catalogue.synonyms.iter().chain(acronyms)),
            kinds: catalogue.entries().map(|(_, entry)| entry.kind.rank() as u8).collect(),
            over: catalogue.entries().map(|(_, entry)| entry.is_over()).collect(),
            scratch: Mutex::new(Scratch::new(entries)),
            remembered: Mutex::default(),
        }
    }

    /// The terms that stand for a word: itself and its family.
    pub(super) fn terms_of(&self, word: &Word) -> Vec<u32> {
        let mut found: Vec<u32> = self.terms.find(&word.term).into_iter().collect();
        for rank in self.terms.family(&word.term, &word.stem) {
            if !found.contains(&rank) {
                found.push(rank);
            }
        }
        found
    }
}

impl Saying {
    fn new(text: &str) -> Self {
        let mut words: Vec<Word> = words(text).map(|range| Word::new(&text[range])).collect();
        let whole = words.len() > 1 && words.iter().filter(|word| word.is_telling()).count() < 2;
        words.retain(|word| whole || word.is_telling());
        Self { words, whole }
    }

    /// Whether it says all that the other says.
    pub(super) fn holds(&self, other: &Self) -> bool {
        other.words.iter().all(|word| self.words.iter().any(|known| known.is_like(word)))
    }
}
