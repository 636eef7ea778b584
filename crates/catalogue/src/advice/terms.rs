//! Terms of one vocabulary that are hardly told apart: two choices for one thing in the filters.

use std::collections::BTreeMap;

use crate::json::Json;
use text::letters::reduced;

/// The terms that read as one before them does: the rank of each, its label, and that of the first.
pub(super) fn alike(terms: &[Json]) -> Vec<(usize, &str, &str)> {
    let mut known = BTreeMap::<String, &str>::new();
    let mut found = Vec::new();
    for (rank, label) in terms.iter().enumerate().filter_map(|(rank, term)| Some((rank, label(term)?))) {
        let read = core(label);
        match known.get(&read) {
            Some(first) => found.push((rank, label, *first)),
            None if read.is_empty() => {}
            None => _ = known.insert(read, label),
        }
    }
    found
}

/// The label of a term, in French or else in its first language.
fn label(term: &Json) -> Option<&str> {
    match term.get("label")? {
        Json::Object(languages) => {
            languages[crate::shown_among(languages.iter().map(|(language, _)| &**language))?].1.as_str()
        }
        label => label.as_str(),
    }
}

/// What is left of a label without its capitals, accents, blanks, plurals, nor signs but those that name languages.
fn core(label: &str) -> String {
    let reduced = reduced(label);
    let words = reduced.split(|c: char| !c.is_alphanumeric() && !"+#".contains(c)).filter(|word| !word.is_empty());
    words.map(|word| if word.len() > 3 { word.trim_end_matches(['s', 'x']) } else { word }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn pairs(labels: &[&str]) -> Vec<(usize, String)> {
        let terms: Vec<_> = labels.iter().map(|label| json!({"id": "a", "label": label}).to_string()).collect();
        let terms: Vec<Json> = terms.iter().map(|term| serde_json::from_str(term).expect("it is JSON")).collect();
        alike(&terms).into_iter().map(|(rank, _, first)| (rank, first.to_owned())).collect()
    }

    #[test]
    fn terms_that_read_alike_are_found() {
        for (one, other) in [
            ("Éducation", "education"),
            ("Donnée ouverte", "Données ouvertes"),
            ("open-data", "Open data"),
            ("Jeu", "Jeux "),
            ("Œuvre", "oeuvres"),
        ] {
            assert_eq!(pairs(&[one, "Mobilité", other]), [(2, one.to_owned())], "{one} and {other}");
        }
        assert_eq!(pairs(&["Région", "Légion", "C", "C++", "C#", "OS", "", "…", "Gaz", "Ga"]), []);
        assert_eq!(pairs(&["Eau", "EAU", "eaux"]).len(), 2);
    }
}
