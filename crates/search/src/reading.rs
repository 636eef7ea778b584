//! What a text means to the index: for each of its words, the terms that answer it.

use std::ops::Range;
use std::sync::PoisonError;

use super::near::{MOST_EDITS, near};
use super::normalizer::{bare, is_asking, is_number, is_stop_word, relatives};
use super::ranking::MatchKind;
use super::text_index::{Answers, Remembered, Saying, TextIndex, Word};
use super::tokenizer::words;
use text::letters::reduced;
use text::sorting::sorted_by_key;

/// A word is cut into this many parts at most.
const MOST_PARTS: usize = 5;
/// This many ways to cut a word are kept.
const MOST_SPLITS: usize = 8;
/// Words beyond are not read.
const MOST_WORDS: usize = 32;
/// Words beyond are not even cut.
const MOST_TYPED: usize = 64;
/// Near terms beyond, for one word, are not kept.
const MOST_NEAR: usize = 12;
/// Shorter starts are shared by too many unrelated words.
const SHORTEST_ROOT: usize = 6;
/// Endings beyond change more than the form of a word.
const LONGEST_ENDING: usize = 5;

/// A text as the index understands it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// Its words, those that tell nothing aside.
    pub(super) words: Vec<ReadWord>,
    /// Other ways to say some of them.
    pub(super) phrases: Vec<Phrase>,
}

/// A word and the terms that answer it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ReadWord {
    pub(super) word: Word,
    /// Whether it only says that something is looked for, as « logiciel » in « logiciel de cartographie »: others
    /// say what, and an entry answers by these.
    pub(super) only_asks: bool,
    pub(super) answers: Answers,
    /// How rare it is, once entries have been found by it.
    pub(super) rarity: u32,
}

/// Terms that answer some words together, one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phrase {
    /// The words of the text that it stands for.
    pub(super) words: Range<usize>,
    /// For each of its own words, the terms that are it.
    pub(super) parts: Vec<Vec<u32>>,
    pub(super) kind: MatchKind,
}

impl Reading {
    /// Reads a text; its last word may be unfinished.
    pub(super) fn of(index: &TextIndex, text: &str) -> Self {
        let typed = Typed::new(text);
        let mut reading = Self::default();
        let last = typed.telling.len().saturating_sub(1);
        let asks = |place: &usize| is_asking(&typed.all[*place].term);
        let only_asking = typed.telling.iter().all(asks);
        for (rank, place) in typed.telling.iter().enumerate() {
            let word = typed.all[*place].clone();
            let answers = direct(index, &word, rank == last);
            reading.words.push(ReadWord { word, only_asks: asks(place) && !only_asking, answers, rarity: 0 });
        }
        reading.join(index, &typed);
        reading.split(index);
        reading.add_synonyms(index, &typed);
        reading.correct(index);
        reading
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Words typed apart that the index has in one: « co voiturage ».
    fn join(&mut self, index: &TextIndex, typed: &Typed) {
        for start in 0..typed.all.len() {
            for length in 2..=3.min(typed.all.len() - start) {
                let run = &typed.all[start..start + length];
                let words = typed.telling_in(start..start + length);
                let joined: String = run.iter().map(|word| word.written.as_str()).collect();
                // « de marché » is no « démarche ».
                if words.len() < 2 {
                    continue;
                }
                let starts = words.end == self.words.len();
                let started = if starts { index.terms.starting_with(&reduced(&joined)) } else { 0..0 };
                let whole = index.terms_of(&Word::new(&joined));
                for (terms, kind) in [(whole, MatchKind::Joined), (started.collect(), MatchKind::Prefix)] {
                    if !terms.is_empty() {
                        self.phrases.push(Phrase { words: words.clone(), parts: vec![terms], kind });
                    }
                }
            }
        }
    }

    /// Words typed in one that the index has apart: « opendata », « nosgestesclimat ».
    fn split(&mut self, index: &TextIndex) {
        for rank in 0..self.words.len() {
            let read = &self.words[rank];
            let is_known = read.answers.iter().any(|(_, kind)| *kind <= MatchKind::Inflection);
            for parts in splits(index, &read.word.term, is_known) {
                let parts = parts.iter().map(|part| index.terms_of(&Word::new(part))).collect();
                let phrase = Phrase { words: rank..rank + 1, parts, kind: MatchKind::Joined };
                if phrase.parts.len() == 2 || index.holds(&phrase) {
                    self.phrases.push(phrase);
                }
            }
        }
    }

    /// Words that nothing sure answers, read as their nearest terms.
    fn correct(&mut self, index: &TextIndex) {
        let last = self.words.len().saturating_sub(1);
        for rank in 0..self.words.len() {
            let read = &self.words[rank];
            let is_known = read.answers.iter().any(|(_, kind)| *kind != MatchKind::Derived);
            if !is_known && !self.is_said(index, rank) {
                let near = nearest(index, &read.word.term, rank == last);
                self.words[rank].answers.extend(near);
            }
        }
    }

    /// What means the same as some words.
    fn add_synonyms(&mut self, index: &TextIndex, typed: &Typed) {
        let started = typed.all.iter().flat_map(|word| index.synonyms.starting_with(word));
        let said =
            started.flat_map(|(group, saying)| typed.says(saying).into_iter().map(move |words| (group, saying, words)));
        for (group, saying, words) in said {
            // « logement » is not another way to say « logement vacant », nor the reverse.
            let differs = |other: &&Saying| !other.holds(saying) && !saying.holds(other);
            for other in group.iter().filter(differs) {
                let parts: Vec<Vec<u32>> = other.words.iter().map(|word| index.terms_of(word)).collect();
                if let ([terms], 1) = (parts.as_slice(), words.len()) {
                    let answers = terms.iter().map(|term| (*term..term + 1, MatchKind::Synonym));
                    self.words[words.start].answers.extend(answers);
                } else if parts.iter().all(|terms| !terms.is_empty()) {
                    self.phrases.push(Phrase { words: words.clone(), parts, kind: MatchKind::Synonym });
                }
            }
        }
    }

    /// Whether some entry holds another way to say a word.
    pub(super) fn is_said(&self, index: &TextIndex, word: usize) -> bool {
        self.phrases.iter().any(|phrase| phrase.words.contains(&word) && index.holds(phrase))
    }

    /// How a term answers a word of the text by itself, and which.
    pub(super) fn word_of(&self, term: u32) -> Option<(usize, MatchKind)> {
        let of_word = |(rank, read): (usize, &ReadWord)| {
            let kinds = read.answers.iter().filter(|(terms, _)| terms.contains(&term)).map(|(_, kind)| *kind);
            kinds.min().map(|kind| (rank, kind))
        };
        self.words.iter().enumerate().filter_map(of_word).min_by_key(|(_, kind)| *kind)
    }

    /// How a term answers the text, by itself or for several words.
    pub(super) fn answer(&self, term: u32) -> Option<MatchKind> {
        let alone = self.word_of(term).map(|(_, kind)| kind);
        let phrases = self.phrases.iter().filter(|phrase| phrase.parts.len() == 1 && phrase.parts[0].contains(&term));
        alone.into_iter().chain(phrases.map(|phrase| phrase.kind)).min()
    }
}

/// The words of a text.
struct Typed {
    /// Each once; a word typed again moves to the end, since the last one is the one being typed.
    all: Vec<Word>,
    /// The places of those that tell something; of all of them if none does.
    telling: Vec<usize>,
}

impl Typed {
    fn new(text: &str) -> Self {
        let mut all: Vec<Word> = Vec::new();
        for range in words(text).take(MOST_TYPED) {
            let word = Word::new(&text[range]);
            all.retain(|known| known.term != word.term);
            all.push(word);
        }
        let mut telling: Vec<usize> = (0..all.len()).filter(|place| all[*place].is_telling()).collect();
        if telling.is_empty() {
            telling = (0..all.len()).collect();
        }
        telling.truncate(MOST_WORDS);
        Self { all, telling }
    }

    /// The ranks, among the telling words, of those at some places.
    fn telling_in(&self, places: Range<usize>) -> Range<usize> {
        let before = |end: usize| self.telling.iter().take_while(|place| **place < end).count();
        before(places.start)..before(places.end)
    }

    /// Where something is said, as ranks among the telling words.
    fn says(&self, saying: &Saying) -> Vec<Range<usize>> {
        let places: Vec<usize> = if saying.whole { (0..self.all.len()).collect() } else { self.telling.clone() };
        let said = |run: &&[usize]| run.iter().zip(&saying.words).all(|(place, word)| self.all[*place].is_like(word));
        let runs = places.windows(saying.words.len()).filter(said);
        runs.map(|run| self.telling_in(run[0]..run[run.len() - 1] + 1)).filter(|words| !words.is_empty()).collect()
    }
}

/// The ways to cut a word into terms: in two if it is known, in more if it is not.
fn splits<'a>(index: &TextIndex, term: &'a str, is_known: bool) -> Vec<Vec<&'a str>> {
    let mut found = Vec::new();
    let most = if is_known { 2 } else { MOST_PARTS };
    cut(index, term, most, &mut Vec::new(), &mut found);
    // « démarche » is not « de marché », nor « surface » what is « sur » a « face ».
    found.retain(|parts: &Vec<&str>| match parts.as_slice() {
        [before, after] => !is_stop_word(before) || !is_known && !is_stop_word(after),
        _ => parts.iter().filter(|part| !is_stop_word(part)).count() > 1,
    });
    found.truncate(MOST_SPLITS);
    found
}

/// Cuts what is left of a word, once parts of it are found. Beyond the first, what is shorter than three letters is a
/// small word: anything could be cut into the others.
fn cut<'a>(index: &TextIndex, rest: &'a str, most: usize, parts: &mut Vec<&'a str>, found: &mut Vec<Vec<&'a str>>) {
    let may_be = |part: &str, first: bool| part.len() > if first { 1 } else { 2 } || is_stop_word(part);
    if !parts.is_empty() && may_be(rest, false) && index.terms.find(rest).is_some() {
        found.push(parts.iter().copied().chain([rest]).collect());
    }
    if parts.len() + 1 == most {
        return;
    }
    // Terms that start as the rest does, fewer and fewer.
    let mut terms = 0..index.terms.len();
    for at in 1..rest.len() {
        let Some((part, after)) = rest.split_at_checked(at) else { continue };
        terms = index.terms.starting_with_in(part, terms);
        if terms.is_empty() {
            return;
        }
        if may_be(part, parts.is_empty()) && index.terms.get(terms.start) == part {
            parts.push(part);
            cut(index, after, most, parts, found);
            parts.pop();
        }
    }
}

/// The terms that are a word, or its inflections, or start with it if it is unfinished.
fn direct(index: &TextIndex, word: &Word, is_last: bool) -> Answers {
    let mut answers = Vec::new();
    for term in index.terms_of(word) {
        let kind = relation(&word.term, index.terms.get(term));
        if kind != MatchKind::Derived {
            answers.push((term..term + 1, kind));
        }
    }
    let mut add = |terms: Range<u32>, kind| {
        if !terms.is_empty() {
            answers.push((terms, kind));
        }
    };
    if let Some(term) = index.terms.find_initials(&word.term) {
        add(term..term + 1, MatchKind::Exact);
    }
    if let Some(term) = index.terms.find_inner(&word.term) {
        add(term..term + 1, MatchKind::Joined);
    }
    if is_last {
        add(index.terms.starting_with(&word.term), MatchKind::Prefix);
    }
    if let Some(root) = root(&word.stem) {
        add(index.terms.starting_with(root), MatchKind::Derived);
    }
    relatives(&word.stem).for_each(|start| add(index.terms.starting_with(&start), MatchKind::Derived));
    answers
}

/// How a word of the same family answers another: their stems may be equal and their meanings far
/// apart, as for « commun » and « communication ».
fn relation(word: &str, term: &str) -> MatchKind {
    let letters = bare(word);
    if word != term && letters == bare(term) {
        // « notepad » is « Notepad++ », but « c » is neither « C++ » nor « C# ».
        return if letters.len() > 2 { MatchKind::Inflection } else { MatchKind::Derived };
    }
    let shared = word.bytes().zip(term.bytes()).take_while(|(a, b)| a == b).count();
    match word.len().max(term.len()) - shared {
        0 => MatchKind::Exact,
        ending if ending <= LONGEST_ENDING && ending <= shared => MatchKind::Inflection,
        _ => MatchKind::Derived,
    }
}

/// The start of a stem, that words of neighbouring meanings share: « propos » for « proposit ».
fn root(stem: &str) -> Option<&str> {
    let length = (stem.len() * 3).div_ceil(4).max(SHORTEST_ROOT);
    stem.get(..length).filter(|root| root.len() < stem.len() && !is_number(stem))
}

/// What [`look_for_nearest`] finds, remembered: a key changes the last word only, and this is the slowest
/// part of reading the others.
fn nearest(index: &TextIndex, word: &str, is_last: bool) -> Answers {
    let mut remembered = index.remembered.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = remembered.iter().find(|known| known.word == word && known.is_last == is_last) {
        return known.answers.clone();
    }
    let answers = look_for_nearest(index, word, is_last);
    if remembered.len() == MOST_WORDS {
        remembered.remove(0);
    }
    remembered.push(Remembered { word: word.to_owned(), is_last, answers: answers.clone() });
    answers
}

/// The terms nearest to a word that is not in the index, with their families.
///
/// As search engines usually do: no error in words of up to three letters, one up to five, two
/// beyond. The start of a term is compared only from six letters for one error, eight for two: too
/// many terms start nearly as a short word.
fn look_for_nearest(index: &TextIndex, word: &str, is_last: bool) -> Answers {
    let length = word.chars().count();
    let most = match length {
        _ if is_number(word) => 0,
        0..=3 => 0,
        4..=5 => 1,
        _ => MOST_EDITS,
    };
    let mut found = (1..=most).map(|edits| {
        let mut found = near(&index.terms, word, edits, is_last && length >= 4 + 2 * edits);
        found.retain(|(terms, _)| terms.len() > 1 || !is_stop_word(index.terms.get(terms.start)));
        found
    });
    let found = found.find(|found| !found.is_empty());
    let starts = &index.postings.starts;
    let found = sorted_by_key(&found.unwrap_or_default(), |(terms, edits)| {
        let same_start = index.terms.get(terms.start).as_bytes().first() == word.as_bytes().first();
        (*edits, !same_start, u32::MAX - (starts[terms.end as usize] - starts[terms.start as usize]))
    });
    let mut answers = Vec::new();
    for (terms, edits) in found.into_iter().take(MOST_NEAR) {
        let kind = MatchKind::Typo(edits as u8);
        let family = index.terms_of(&Word::new(index.terms.get(terms.start)));
        answers.extend(family.into_iter().map(|term| (term..term + 1, kind)));
        answers.push((terms, kind));
    }
    answers
}
