//! A catalogue as the plain documents that other engines are given: the same texts and the same
//! codes of facets as our own index reads.

use catalogue::{Catalogue, Entry};
use search::Field;
use search::facet::Facet;
use serde_json::{Value, json};

/// The facets that every engine counts.
const FACETS: [(&str, Facet); 5] = [
    ("nature", Facet::Nature),
    ("theme", Facet::Theme),
    ("need", Facet::Need),
    ("licence", Facet::Licence),
    ("audience", Facet::Audience),
];

/// The documents of a catalogue, in the order of its entries:
/// `{"facets": [{"name", "size"}], "documents": [{"id", "name", "summary", "theme", "body", "codes"}]}`,
/// where `codes` holds, for each facet, the codes of the entry.
pub fn documents_json(catalogue: &Catalogue) -> String {
    // The code after the last is « not known ».
    let facets = FACETS.map(|(name, facet)| json!({ "name": name, "size": facet.row().size(catalogue) + 1 }));
    let documents: Vec<Value> = catalogue.entries().map(|(_, entry)| document(catalogue, entry)).collect();
    json!({ "facets": facets, "documents": documents }).to_string()
}

/// The texts of an entry that our own index searches: those that say its name, what it is, what classifies it, and the
/// others.
fn document(catalogue: &Catalogue, entry: &Entry) -> Value {
    let mut texts: [Vec<String>; 4] = Default::default();
    search::searched_texts(catalogue, entry, &mut |field, text| {
        let place = match field {
            Field::Name | Field::Inner | Field::Alias => 0,
            Field::Summary => 1,
            Field::Replaced | Field::Theme | Field::Host => 2,
            Field::Bearer | Field::Need | Field::Body => 3,
        };
        texts[place].push(text.to_owned());
    });
    let [name, summary, theme, body] = texts;
    json!({
        "id": entry.id,
        "name": name.join(" · "),
        "summary": summary.join(" "),
        "theme": theme.join(" · "),
        "body": body.join(" "),
        "codes": FACETS.map(|(_, facet)| facet.row().codes(catalogue, entry)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus;

    #[test]
    fn documents_have_the_texts_and_the_codes_of_entries() {
        let catalogue = catalogue::read(&corpus::catalogue_json(50, 1)).unwrap().catalogue;
        let made: Value = serde_json::from_str(&documents_json(&catalogue)).unwrap();
        let documents = made["documents"].as_array().unwrap();
        assert_eq!(documents.len(), 50);
        let (_, entry) = catalogue.entries().nth(3).unwrap();
        assert_eq!(documents[3]["id"], entry.id);
        assert_eq!(documents[3]["name"], entry.name.as_str());
        assert_eq!(documents[3]["codes"].as_array().unwrap().len(), made["facets"].as_array().unwrap().len());
        for facet in made["facets"].as_array().unwrap() {
            assert!(facet["size"].as_u64() > Some(1), "{facet}");
        }
    }

    #[test]
    fn other_engines_are_given_what_ours_searches_and_no_more() {
        let json = r#"{"format": 1, "site": {"title": "A"},
            "fields": [{"id": "langage", "type": "texte", "search": "fort"}], "entries": [
            {"id": "a", "kind": "commun", "name": "Krita", "replaces": ["Photoshop"], "users": [{"name": "Lannec"}],
             "metrics": [{"label": "lauréats", "value": "20"}], "values": {"langage": "Kotlin"}}]}"#;
        let made = documents_json(&catalogue::read(json).unwrap().catalogue);
        for (text, is_searched) in [("Photoshop", true), ("Lannec", true), ("Kotlin", true), ("lauréats", false)] {
            assert_eq!(made.contains(text), is_searched, "{text}");
        }
    }
}
