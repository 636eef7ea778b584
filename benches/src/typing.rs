//! What visitors type, letter by letter: words of the entries, some mistyped, some without accents.

use catalogue::{Catalogue, Entry};
use search::query::{Query, Scope};
use search::{reduced, tokens};

use crate::random::Random;

/// How many queries are typed.
const QUERIES: usize = 60;

/// Queries of one to four words drawn from the entries; a third has a typo.
pub fn typing(catalogue: &Catalogue, seed: u64) -> Vec<String> {
    let mut random = Random::new(seed);
    let entries: Vec<&Entry> = catalogue.entries().map(|(_, entry)| entry).collect();
    let mut queries: Vec<String> = Vec::new();
    // A catalogue without words has no query: the number of draws has a limit.
    for _ in 0..100 * QUERIES {
        if queries.len() == QUERIES || entries.is_empty() {
            break;
        }
        let entry: &Entry = random.one(&entries);
        let count = [1, 1, 1, 2, 2, 2, 2, 3, 3, 4][random.below(10)];
        let Some(query) = phrase(text_of(entry, &mut random), count, &mut random) else { continue };
        let query = if queries.len().is_multiple_of(3) { mistyped(&query, &mut random) } else { query };
        let query = if random.chance(0.5) { reduced(&query) } else { query };
        if !queries.contains(&query) {
            queries.push(query);
        }
    }
    queries
}

/// What a visitor who typed this text asks: every kind of entry, no filter.
pub fn typed(text: &str) -> Query {
    Query::of(Scope::All).with_text(text)
}

/// What is in the field after each key.
pub fn keystrokes(query: &str) -> impl Iterator<Item = &str> {
    query.char_indices().map(|(start, c)| &query[..start + c.len_utf8()])
}

/// A text of an entry: its name half of the time.
fn text_of<'a>(entry: &'a Entry, random: &mut Random) -> &'a str {
    let others = entry.summary.iter().chain(&entry.description).map(|text| text.as_str());
    let others: Vec<&str> = others.collect();
    if others.is_empty() || random.chance(0.5) { entry.name.as_str() } else { random.one(&others) }
}

/// Words that follow each other in a text, one of them at least not a mere function word.
fn phrase(text: &str, count: usize, random: &mut Random) -> Option<String> {
    const MEANINGFUL: usize = 4;
    let words: Vec<&str> = tokens(text).map(|token| &text[token.range]).collect();
    let start = random.below(words.len().checked_sub(count)? + 1);
    let chosen = &words[start..start + count];
    let meaningful = chosen.last().is_some_and(|word| word.chars().count() >= MEANINGFUL);
    meaningful.then(|| chosen.join(" "))
}

/// The longest word with a letter doubled, dropped, replaced or swapped with the next, never the first.
fn mistyped(query: &str, random: &mut Random) -> String {
    let words: Vec<&str> = query.split(' ').collect();
    let longest = words.iter().enumerate().max_by_key(|(_, word)| word.chars().count()).map_or(0, |(rank, _)| rank);
    let mut letters: Vec<char> = words[longest].chars().collect();
    let place = random.between(1, letters.len().saturating_sub(2).max(1));
    if place + 1 < letters.len() {
        match random.below(4) {
            0 => letters.insert(place, letters[place]),
            1 => drop(letters.remove(place)),
            2 => letters[place] = random.one(&['a', 'e', 'i', 'n', 'r', 's', 't', 'u']),
            _ => letters.swap(place, place + 1),
        }
    }
    let word: String = letters.into_iter().collect();
    let typed: Vec<&str> =
        words.iter().enumerate().map(|(rank, known)| if rank == longest { word.as_str() } else { known }).collect();
    typed.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus;

    #[test]
    fn queries_are_the_same_for_the_same_seed_and_a_third_is_mistyped() {
        let catalogue = catalogue::read(&corpus::catalogue_json(500, 1)).unwrap().catalogue;
        let queries = typing(&catalogue, 3);
        assert_eq!(queries, typing(&catalogue, 3));
        assert_eq!(queries.len(), QUERIES);
        assert!(queries.iter().all(|query| (1..=4).contains(&query.split(' ').count())), "{queries:?}");
        assert!(queries.iter().any(|query| !query.is_ascii()), "no accent is left");

        let mut known: Vec<String> = Vec::new();
        for (_, entry) in catalogue.entries() {
            let texts = [&entry.name].into_iter().chain(&entry.summary).chain(&entry.description);
            texts.for_each(|text| known.extend(tokens(text.as_str()).map(|token| token.term)));
        }
        known.sort_unstable();
        let unknown = |query: &&String| tokens(query).any(|token| known.binary_search(&token.term).is_err());
        let mistyped = queries.iter().filter(unknown).count();
        assert!((10..=20).contains(&mistyped), "{mistyped} queries have an unknown word");
    }

    #[test]
    fn each_letter_is_a_key() {
        let typed: Vec<&str> = keystrokes("été à").collect();
        assert_eq!(typed, ["é", "ét", "été", "été ", "été à"]);
    }

    #[test]
    fn a_catalogue_without_entries_has_no_query() {
        let empty = catalogue::read(&corpus::catalogue_json(0, 1)).unwrap().catalogue;
        assert!(typing(&empty, 1).is_empty());
    }
}
