//! How near the names of two things are.

use std::collections::BTreeSet;

use crate::written::fold;

/// The names of a thing, as they are compared.
#[derive(Debug, Default)]
pub(crate) struct Names {
    pub(crate) folded: Vec<String>,
    /// The words of each name, and of it without what it has between parentheses.
    words: Vec<BTreeSet<String>>,
    /// The words of each name without what it says of its sort or of its use.
    short_words: Vec<BTreeSet<String>>,
}

impl Names {
    pub(crate) fn add(&mut self, name: &str) {
        let short = without_parentheses(name);
        let acronym = acronym(name);
        self.words.extend([Some(name), short.as_deref(), acronym].into_iter().flatten().map(words));
        self.short_words.extend(shorter(short.as_deref().unwrap_or(name)).map(words));
        self.folded.extend([Some(name), acronym].into_iter().flatten().map(fold).filter(|name| name.len() > 1));
    }

    /// The first letters of words that near names share.
    pub(crate) fn starts(&self) -> impl Iterator<Item = &str> {
        let names = self.folded.iter().chain(self.words.iter().flatten()).map(String::as_str);
        names.filter_map(|word| word.get(..4.min(word.len())).filter(|start| start.len() >= 3))
    }

    pub(crate) fn nearness(&self, other: &Self) -> Nearness {
        let pairs = self.folded.iter().flat_map(|a| other.folded.iter().map(move |b| (a, b)));
        let nearest = pairs.map(|(a, b)| near_names(a, b)).min().unwrap_or(Nearness::Far);
        let is_same = |words: &BTreeSet<String>| other.words.iter().any(|other| are_same(words, other));
        // What one alone says of its sort: « Squash TF » is not « Squash TM ».
        let are_equal = |short: &[BTreeSet<String>], whole: &[BTreeSet<String>]| {
            short.iter().any(|words| !words.iter().all(|word| is_common(word)) && whole.contains(words))
        };
        let is_near = || {
            self.words.iter().any(is_same)
                || are_equal(&self.short_words, &other.words)
                || are_equal(&other.short_words, &self.words)
        };
        if nearest == Nearness::Far && is_near() { Nearness::Near } else { nearest }
    }
}

/// A name without what it has between parentheses, where it has some.
fn without_parentheses(name: &str) -> Option<String> {
    let (before, rest) = name.split_once('(')?;
    let (_, after) = rest.split_once(')')?;
    Some(format!("{before} {after}"))
}

/// The acronym between parentheses at the end of a name, when its letters are those of the words before it.
fn acronym(name: &str) -> Option<&str> {
    let (before, acronym) = name.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let mut letters = before.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase());
    let is_one = acronym.len() > 1
        && acronym.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && letters.clone().next() == acronym.chars().next()
        && acronym.chars().all(|c| letters.any(|letter| letter == c));
    is_one.then_some(acronym)
}

/// A name without the two or three capitals at its end that say what sort of thing it is (« PDF », « LMS »), and
/// without what it is for.
fn shorter(name: &str) -> impl Iterator<Item = &str> {
    let name = name.trim_end();
    let start = name.trim_end_matches(|c: char| c.is_ascii_uppercase());
    let is_sort = (2..=3).contains(&(name.len() - start.len()))
        && start.trim_end().ends_with(|c: char| c.is_ascii_lowercase())
        && fold(start).len() >= LONG_ENOUGH_ALONE;
    let used = [" for ", " pour "].into_iter().find_map(|word| name.split_once(word));
    let used = used.map(|(before, _)| before).filter(|before| before.contains(' '));
    Some(start).filter(|_| is_sort).into_iter().chain(used)
}

/// The shortest name that what is after it may be left out of: « Argo » is not « Argo CD ».
const LONG_ENOUGH_ALONE: usize = 6;

/// The words of a name that say something.
fn words(name: &str) -> BTreeSet<String> {
    let name = fold(name);
    name.split('-').filter(|word| !word.is_empty() && !EMPTY.contains(word)).map(str::to_owned).collect()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Nearness {
    Same,
    Near,
    Far,
}

/// Words that say nothing.
const EMPTY: [&str; 14] =
    ["the", "le", "la", "les", "l", "de", "du", "des", "d", "org", "io", "fr", "project", "projet"];
/// Words that a name may have where another has none: what a thing is, its house, its edition, the form of a company.
const COMMON: &str = "app appli application logiciel software plateforme platform server serveur core apache \
    mozilla gnu community edition esr lts ng ide inc corp corporation company ltd limited llc gmbh sas";
/// The shortest names that a slip may tell apart: shorter ones, a letter apart, are those of different things.
const LONG_ENOUGH: usize = 10;

fn is_common(word: &str) -> bool {
    COMMON.split(' ').any(|common| common == word)
}

/// Whether words are the same but for common ones, which one side alone has: « Selenium Server » is not
/// « Selenium IDE ».
fn are_same(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    let (less, more) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    less.is_subset(more)
        && more.difference(less).all(|word| is_common(word))
        && !less.iter().all(|word| is_common(word))
}

/// How near two folded names are, letter by letter. Names that differ by a number are those of different things.
fn near_names(a: &str, b: &str) -> Nearness {
    if a == b || a.replace('-', "") == b.replace('-', "") {
        return Nearness::Same;
    }
    let words = |name: &str| -> BTreeSet<String> { name.split('-').map(str::to_owned).collect() };
    let (left, right) = (words(a), words(b));
    let numbers = |name: &str| -> String { name.chars().filter(char::is_ascii_digit).collect() };
    let shorter = a.len().min(b.len());
    // A word of a letter or two tells one thing from another: « Cloud A », « Cloud B ».
    let by_a_letter = left.symmetric_difference(&right).any(|word| word.len() <= 2);
    if !by_a_letter && numbers(a) == numbers(b) && shorter >= LONG_ENOUGH && a.len().abs_diff(b.len()) <= 2 {
        let distance = strsim::osa_distance(a, b);
        if distance <= usize::from(shorter >= 12) + 1 {
            return Nearness::Near;
        }
    }
    Nearness::Far
}
