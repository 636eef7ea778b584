//! A catalogue as the plain documents that other engines are given: the same texts and the same
//! codes of facets as our own index reads.

use catalogue::{Catalogue, Entry, Tagged, Text, VocabularyKey};
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
#[must_use]
pub fn documents_json(catalogue: &Catalogue) -> String {
    // The code after the last is « not known ».
    let facets = FACETS.map(|(name, facet)| json!({ "name": name, "size": facet.row().size(catalogue) + 1 }));
    let documents: Vec<Value> = catalogue.entries().map(|(_, entry)| document(catalogue, entry)).collect();
    json!({ "facets": facets, "documents": documents }).to_string()
}

fn document(catalogue: &Catalogue, entry: &Entry) -> Value {
    let codes = FACETS.map(|(_, facet)| facet.row().codes(catalogue, entry));
    let mut name = vec![entry.name.as_str()];
    name.extend(entry.aliases.iter().map(String::as_str));
    let summary: Vec<&str> = [&entry.summary, &entry.need].into_iter().flatten().map(Text::as_str).collect();
    json!({
        "id": entry.id,
        "name": name.join(" · "),
        "summary": summary.join(" "),
        "theme": theme(catalogue, entry).join(" · "),
        "body": body(catalogue, entry).join(" "),
        "codes": codes,
    })
}

/// The words that classify an entry.
fn theme<'a>(catalogue: &'a Catalogue, entry: &'a Entry) -> Vec<&'a str> {
    let label = |key, term| catalogue.vocabularies.term(key, term).label.as_str();
    let mut texts: Vec<&str> = entry.themes.iter().map(|theme| label(VocabularyKey::Theme, *theme)).collect();
    texts.extend(entry.keywords.iter().map(String::as_str));
    texts.extend(entry.nature.map(|nature| label(VocabularyKey::Nature, nature)));
    texts.extend(entry.nature_detail.iter().map(Text::as_str));
    texts
}

/// Everything else that is searched.
fn body<'a>(catalogue: &'a Catalogue, entry: &'a Entry) -> Vec<&'a str> {
    let label = |key, term| catalogue.vocabularies.term(key, term).label.as_str();
    let mut texts: Vec<&str> = entry.bearers.iter().map(|bearer| catalogue.entry(*bearer).name.as_str()).collect();
    for partner in &entry.partners {
        texts.extend(partner.entry.map(|index| catalogue.entry(index).name.as_str()));
        texts.extend(partner.name.iter().chain(&partner.role).map(Text::as_str));
    }
    let tagged: [(VocabularyKey, &[Tagged]); 5] = [
        (VocabularyKey::Need, &entry.needs),
        (VocabularyKey::Obstacle, &entry.obstacles),
        (VocabularyKey::Audience, &entry.audiences),
        (VocabularyKey::Scale, &entry.territories),
        (VocabularyKey::Support, &entry.supports),
    ];
    for (key, item) in tagged.into_iter().flat_map(|(key, items)| items.iter().map(move |item| (key, item))) {
        texts.push(item.text.as_str());
        texts.extend(item.tag.map(|tag| label(key, tag)));
    }
    let lists = [
        &entry.description,
        &entry.problems,
        &entry.context,
        &entry.principles,
        &entry.levels,
        &entry.levers,
        &entry.technologies,
        &entry.examples_note,
        &entry.proposals,
    ];
    texts.extend(lists.into_iter().flatten().map(Text::as_str));
    let single = [&entry.governance, &entry.economic_model, &entry.note, &entry.initiated_basis];
    texts.extend(single.into_iter().flatten().map(Text::as_str));
    texts.extend(entry.call.iter().flat_map(|(label, text)| label.iter().chain([text])).map(Text::as_str));
    for licence in &entry.licences {
        texts.push(label(VocabularyKey::Licence, licence.term));
        texts.extend(licence.note.iter().map(Text::as_str));
    }
    texts.extend(entry.maturity.iter().filter_map(|axis| axis.note.as_ref()).map(Text::as_str));
    texts.extend(entry.metrics.iter().flat_map(|metric| [metric.label.as_str(), metric.value.as_str()]));
    for dated in entry.dates.iter().chain(&entry.waves) {
        texts.push(dated.label.as_str());
        texts.extend(dated.text.iter().map(Text::as_str));
    }
    for link in &entry.links {
        texts.extend(link.label.iter().map(Text::as_str));
        texts.extend(link.url.iter().map(|url| url.host()));
    }
    texts.extend(entry.handles.iter().chain(&entry.emails).map(String::as_str));
    texts.extend(entry.challenges.iter().map(|challenge| challenge.name.as_str()));
    for (heading, items) in entry.criteria.iter().chain(&entry.lists) {
        texts.push(heading.as_str());
        texts.extend(items.iter().map(Text::as_str));
    }
    texts
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
}
