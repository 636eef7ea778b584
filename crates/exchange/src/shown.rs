//! What values of a catalogue show, as tables write it: names of entries, labels of terms. Two values that show the
//! same are the same to whoever reads a table.

use std::collections::HashMap;

use catalogue::{
    Catalogue, Decimal, FieldType, Identifier, Json, Licensed, SafeUrl, Shape, Table, Text, VocabularyKey,
};

use crate::fields;
use crate::written::date;

/// Names and labels by their ids.
#[derive(Debug, Default)]
pub(crate) struct Shown {
    names: HashMap<String, String>,
    labels: HashMap<(VocabularyKey, String), String>,
    /// Fields that the catalogue adds: what they hold, and the labels of their terms.
    own: HashMap<String, (FieldType, HashMap<String, String>)>,
}

impl Shown {
    pub(crate) fn of(catalogue: &Catalogue) -> Self {
        let names = catalogue.entries().map(|(_, entry)| (entry.id.clone(), entry.name.as_str().to_owned()));
        let labels = VocabularyKey::ALL.iter().copied().flat_map(|key| {
            let terms = catalogue.vocabularies.terms(key).iter();
            terms.map(move |term| ((key, term.id.clone()), term.label.as_str().to_owned()))
        });
        let own = catalogue.fields.iter().map(|field| {
            let terms = field.terms.iter().map(|term| (term.id.clone(), term.label.as_str().to_owned()));
            (field.id.clone(), (field.of, terms.collect()))
        });
        Self { names: names.collect(), labels: labels.collect(), own: own.collect() }
    }

    /// Adds the name of an entry that comes.
    pub(crate) fn name(&mut self, id: &str, name: &str) {
        self.names.entry(id.to_owned()).or_insert_with(|| name.to_owned());
    }

    /// What a field that the catalogue adds holds.
    pub(crate) fn own_type(&self, id: &str) -> Option<FieldType> {
        self.own.get(id).map(|(of, _)| *of)
    }

    /// What a value shows; empty when a table shows nothing of it.
    pub(crate) fn value(&self, shape: Shape, value: &Json) -> String {
        match shape {
            Shape::Term(key) => self.labels.get(&(key, word(value))).map_or_else(String::new, |label| one_line(label)),
            Shape::Entry => self.names.get(&word(value)).map_or_else(String::new, |name| one_line(name)),
            Shape::Tagged(_) => self.value(Shape::Text, value.get("text").unwrap_or(value)),
            Shape::Object(table) => self.object(table, value),
            Shape::Address => SafeUrl::parse(&word(value)).map(|url| export::iri(&url)).unwrap_or_default(),
            Shape::Identifier(register) => {
                Identifier::parse(register, &word(value)).map_or_else(|| word(value), |known| known.value)
            }
            Shape::Date => date(&word(value)).unwrap_or_else(|| word(value)),
            Shape::Boolean => match value {
                Json::Boolean(answer) => if *answer { "oui" } else { "non" }.to_owned(),
                value => word(value).to_lowercase(),
            },
            _ => one_line(&word(value)),
        }
    }

    /// What a value of a field of the catalogue's own shows.
    pub(crate) fn own_value(&self, id: &str, shape: Shape, value: &Json) -> String {
        let Some((of, labels)) = self.own.get(id) else { return self.value(shape, value) };
        let shown = self.value(shape, value);
        match of {
            FieldType::Terms => labels.get(&shown).map_or_else(String::new, |label| one_line(label)),
            FieldType::Number => Decimal::parse(&shown).map_or(shown, Decimal::plain),
            _ => shown,
        }
    }

    fn object(&self, table: &Table, value: &Json) -> String {
        let keys = fields::main_keys(table);
        let Some(Shape::Term(key)) = keys.first().and_then(|key| table.shape(key)) else {
            // A word may stand for the object.
            let alone = Some(value).filter(|value| !matches!(value, Json::Object(_)));
            let told = keys.iter().find_map(|key| {
                let part = value.get(key).or(alone)?;
                let shown = self.value(table.shape(key)?, part);
                (!shown.is_empty()).then_some(shown)
            });
            return told.unwrap_or_default();
        };
        let id = one_line(&word(value.get(keys[0]).unwrap_or(value)));
        if !self.labels.contains_key(&(key, id.clone())) {
            return String::new();
        }
        let of = value.get("of").and_then(Json::as_str).unwrap_or(Licensed::All.word());
        format!("{of} : {id}")
    }
}

/// The words that a value stands for, in the language that is shown.
fn word(value: &Json) -> String {
    Text::of(value.clone()).map(|text| text.as_str().to_owned()).unwrap_or_default()
}

fn one_line(text: &str) -> String {
    // What separates values in a cell is in none of them.
    text.replace('|', "/").split_whitespace().collect::<Vec<_>>().join(" ")
}
