//! A catalogue of any size in the format of the app, the same for the same seed.

use std::fmt::Write;

use catalogue::Kind;
use serde_json::{Value, json};

use crate::random::{Random, Zipf};
use crate::vocabulary::{Vocabulary, push_word};

/// The seed of the published measures.
pub const SEED: u64 = 20_261_122;

/// The median number of words of an entry.
const MEDIAN_WORDS: f64 = 40.0;
/// An entry has no more words than this.
const MOST_WORDS: usize = 500;

const THEMES: [&str; 18] = [
    "Services publics",
    "Données",
    "Logiciel",
    "Mobilité",
    "Énergie",
    "Géographie",
    "Éducation",
    "Alimentation",
    "Urbanisme",
    "Climat",
    "Inclusion",
    "Accessibilité",
    "Biodiversité",
    "Logistique",
    "Cybersécurité",
    "Intelligence artificielle",
    "Spatial",
    "Eau",
];
const NATURES: [&str; 12] = [
    "Logiciel",
    "Base de données",
    "Plateforme",
    "Service",
    "Méthode",
    "Référentiel",
    "Documentation",
    "Wiki",
    "Encyclopédie",
    "Démarche locale",
    "Réseau",
    "Média",
];
const NEEDS: [&str; 6] =
    ["Financement", "Aide juridique", "Aide technique", "Terrain d’essai", "Contributeurs", "Formation"];
const LICENCES: [&str; 8] =
    ["Licence Ouverte 2.0", "AGPL-3.0", "MIT", "CC BY-SA 4.0", "ODbL 1.0", "Apache-2.0", "EUPL-1.2", "CC0 1.0"];
const AUDIENCES: [&str; 8] = [
    "Collectivités",
    "Administrations",
    "Associations",
    "Citoyens",
    "Entreprises",
    "Développeurs",
    "Enseignement",
    "Porteurs de projet",
];

/// A catalogue of this many entries, as the text of `catalogue.json`.
///
/// Its words follow Zipf's law, and its vocabulary grows as the square root of its size, as Heaps'
/// law has it: 21,000 words for 5,000 entries, 95,000 for 100,000.
pub fn catalogue_json(entries: usize, seed: u64) -> String {
    let mut random = Random::new(seed);
    let size = (300.0 * (entries as f64).sqrt()) as usize;
    let mut writer = Writer {
        vocabulary: Vocabulary::new(size, &mut random),
        // A steep start: most entries are of a few values, as in real catalogues.
        skewed: Zipf::new(THEMES.len(), 0.8),
        random,
    };
    let mut json = head();
    for rank in 0..entries {
        let separator = if rank == 0 { "" } else { "," };
        write!(json, "{separator}\n{}", writer.entry(rank)).expect("writing to a string never fails");
    }
    json.push_str("\n]}\n");
    json
}

/// Everything before the entries, up to the bracket that opens their list.
fn head() -> String {
    let vocabulary = |labels: &[&str]| -> Vec<Value> {
        labels.iter().enumerate().map(|(rank, label)| json!({ "id": term(rank), "label": label })).collect()
    };
    let head = json!({
        "format": 1,
        "site": { "title": "Catalogue d’essai", "heading": "Un catalogue fait de hasard" },
        "vocabularies": {
            "theme": vocabulary(&THEMES),
            "nature": vocabulary(&NATURES),
            "need": vocabulary(&NEEDS),
            "licence": vocabulary(&LICENCES),
            "audience": vocabulary(&AUDIENCES),
        },
    });
    let mut json = head.to_string();
    json.truncate(json.len() - 1);
    json.push_str(",\"entries\":[");
    json
}

/// The id of a term of a vocabulary.
fn term(rank: usize) -> String {
    format!("terme-{rank}")
}

struct Writer {
    vocabulary: Vocabulary,
    skewed: Zipf,
    random: Random,
}

impl Writer {
    fn entry(&mut self, rank: usize) -> Value {
        let words = self.length();
        let name = self.random.between(2, 5);
        let summary = (words / 3).clamp(10, 20);
        // Nine entries in ten are commons, as the page of the catalogue shows these first.
        let kind = if self.random.chance(0.9) { Kind::COMMONS } else { self.random.one(Kind::OF_FORMAT) };
        let mut entry = json!({
            "id": format!("fiche-{rank}"),
            "kind": kind.word(),
            "name": self.name(name),
            "summary": self.sentences(summary),
        });
        let mut left = words.saturating_sub(name + summary);
        if self.random.chance(0.9) {
            entry["nature"] = json!(term(self.code(NATURES.len())));
        }
        let count = self.random.between(1, 3);
        entry["themes"] = json!(self.codes(count, THEMES.len()));
        if self.random.chance(0.7) {
            entry["licence"] = json!({ "id": term(self.code(LICENCES.len())) });
        }
        for (key, often, size) in [("needs", 0.4, NEEDS.len()), ("audiences", 0.6, AUDIENCES.len())] {
            if self.random.chance(often) {
                let count = self.random.between(1, 2);
                let tagged: Vec<Value> = (self.codes(count, size).into_iter())
                    .map(|tag| json!({ "tag": tag, "text": self.sentences(2) }))
                    .collect();
                left = left.saturating_sub(2 * tagged.len());
                entry[key] = json!(tagged);
            }
        }
        let mut description = Vec::new();
        while left > 0 {
            let paragraph = left.min(60);
            description.push(self.sentences(paragraph));
            left -= paragraph;
        }
        entry["description"] = json!(description);
        entry
    }

    /// The number of words of an entry: half have fewer than the median, a few have many more.
    fn length(&mut self) -> usize {
        let draw = self.random.unit();
        let length = if draw < 0.5 {
            22.0 + (MEDIAN_WORDS - 22.0) * 2.0 * draw
        } else {
            // Square roots are exact on every machine, exponentials are not.
            MEDIAN_WORDS + 30.0 * (1.0 / (2.0 - 2.0 * draw).sqrt() - 1.0)
        };
        (length as usize).min(MOST_WORDS)
    }

    fn name(&mut self, words: usize) -> String {
        let mut name = String::new();
        for rank in 0..words {
            let inside = rank > 0 && rank + 1 < words;
            let word = if inside && self.random.chance(0.4) {
                self.random.one(&["de", "des", "du", "pour", "et"]).to_owned()
            } else {
                self.vocabulary.content_word(&mut self.random)
            };
            push_word(&mut name, &word);
        }
        text::letters::capitalised(&name)
    }

    /// Sentences of this many words in all.
    fn sentences(&mut self, words: usize) -> String {
        let mut text = String::new();
        let mut left = words;
        while left > 0 {
            let length = left.min(self.random.between(6, 18));
            let mut sentence = String::new();
            for rank in 0..length {
                let word = self.vocabulary.word(&mut self.random);
                push_word(&mut sentence, &word);
                if rank + 1 < length && self.random.chance(0.06) {
                    sentence.push(',');
                }
            }
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&text::letters::capitalised(&sentence));
            text.push('.');
            left -= length;
        }
        text
    }

    /// A value among the first `size`, the first ones more often.
    fn code(&mut self, size: usize) -> usize {
        loop {
            let rank = self.skewed.rank(&mut self.random);
            if rank < size {
                return rank;
            }
        }
    }

    /// Distinct terms, at most `count`.
    fn codes(&mut self, count: usize, size: usize) -> Vec<String> {
        let mut codes: Vec<usize> = Vec::new();
        for _ in 0..count {
            let code = self.code(size);
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        codes.into_iter().map(term).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use catalogue::Entry;
    use search::tokens;

    use super::*;

    fn texts(entry: &Entry) -> impl Iterator<Item = &str> {
        let tagged = entry.needs.iter().chain(&entry.audiences).map(|item| &item.text);
        std::iter::once(&entry.name)
            .chain(&entry.summary)
            .chain(tagged)
            .chain(&entry.description)
            .map(|text| text.as_str())
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes() {
        let made = catalogue_json(300, 5);
        assert!(made == catalogue_json(300, 5));
        assert!(made != catalogue_json(300, 6));
    }

    #[test]
    fn a_made_catalogue_is_valid_and_reads_like_a_real_one() {
        let loaded = catalogue::read(&catalogue_json(5000, SEED)).unwrap();
        assert!(loaded.diagnostics.is_empty(), "{:?}", &loaded.diagnostics[..3]);
        let catalogue = loaded.catalogue;
        assert_eq!(catalogue.entries().len(), 5000);

        let words = |entry| texts(entry).flat_map(|text| text.split([' ', '’'])).count();
        let mut lengths: Vec<usize> = catalogue.entries().map(|(_, entry)| words(entry)).collect();
        lengths.sort_unstable();
        let median = lengths[lengths.len() / 2];
        assert!((36..=44).contains(&median), "{median} words");
        assert!(lengths[4990] > 200, "{} words in the longest", lengths[4990]);

        let terms: HashSet<String> =
            catalogue.entries().flat_map(|(_, entry)| texts(entry).flat_map(tokens)).map(|token| token.term).collect();
        assert!((15_000..40_000).contains(&terms.len()), "{} terms", terms.len());
    }

    #[test]
    fn values_of_facets_are_skewed() {
        let catalogue = catalogue::read(&catalogue_json(2000, 1)).unwrap().catalogue;
        let mut counts = vec![0; THEMES.len()];
        for (_, entry) in catalogue.entries() {
            let codes = search::facet::Facet::Theme.row().codes(&catalogue, entry);
            codes.into_iter().for_each(|code| counts[code as usize] += 1);
        }
        assert!(counts[0] > 5 * counts[17] && counts[17] > 0, "{counts:?}");
    }
}
