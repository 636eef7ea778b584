//! The fields that a catalogue adds: their definitions, then what entries say in them.

use super::checker::{Checker, item_of};
use crate::definitions::Shape;
use crate::diagnostic::{Expected, JsonType, Path, Severity};
use crate::host_field::{Decimal, HostField, HostTerm, HostValue, MOST_FIELDS, MOST_TERMS, Said};
use crate::json::Json;
use crate::kinds::{KindWords, Kinds};
use crate::meant;
use crate::reader::Reader;
use crate::text::Text;
use crate::value::{Items, Parts, Value};
use crate::vocabulary::TermIndex;
use crate::words::{FieldType, Kind, Rubric, SearchWeight};
use crate::{FacetChoice, RubricChoice};
use messages::Language;

/// How many facets a catalogue may show.
const MOST_FACETS: usize = 32;

/// The keys of the fields of the format that are facets.
pub(crate) const FACETS: [&str; 14] = [
    "nature",
    "themes",
    "status",
    "initiated",
    "maturity.resource",
    "maturity.community",
    "maturity.governance",
    "needs",
    "obstacles",
    "licences",
    "bearers",
    "audiences",
    "territories",
    "supports",
];

pub(super) fn fields(checker: &mut Checker<'_>, items: Value, path: &Path<'_>) -> Vec<HostField> {
    let mut seen = Vec::new();
    let mut fields = checker.each(items, path, |checker, mut parts, path| {
        let id = checker.required(&mut parts, "id", path).word()?;
        let id = checker.unseen(id, &mut seen, &path.key("id"))?;
        let of = checker.required(&mut parts, "type", path).one_of(FieldType::ALL)?;
        let label = checker.required(&mut parts, "label", path).text()?;
        let terms = terms(checker, parts.value("terms"), &path.key("terms"));
        Some(HostField {
            id,
            label,
            of,
            unit: parts.text("unit"),
            kinds: kinds(checker, &mut parts, path),
            rubric: checker.optional(&mut parts, "rubric", path).one_of(Rubric::ALL).unwrap_or(Rubric::Description),
            is_facet: parts.value("facet").boolean().unwrap_or(false)
                && matches!(of, FieldType::Terms | FieldType::Answer | FieldType::Entries),
            is_on_card: parts.value("card").boolean().unwrap_or(false),
            is_in_table: parts.value("table").boolean().unwrap_or(false),
            is_order: parts.value("order").boolean().unwrap_or(false)
                && matches!(of, FieldType::Number | FieldType::Date),
            search: checker.optional(&mut parts, "search", path).one_of(SearchWeight::ALL),
            is_closed: !terms.is_empty(),
            terms,
        })
    });
    at_most(checker, &mut fields, MOST_FIELDS, path);
    fields
}

fn terms(checker: &mut Checker<'_>, items: Value, path: &Path<'_>) -> Vec<HostTerm> {
    let mut seen = Vec::new();
    let mut terms = checker.each(items, path, |checker, mut parts, path| {
        let id = checker.required(&mut parts, "id", path).word()?;
        let id = checker.unseen(id, &mut seen, &path.key("id"))?;
        let label = parts.text("label").unwrap_or_else(|| Text::french(&id));
        Some(HostTerm { id, label })
    });
    at_most(checker, &mut terms, MOST_TERMS, path);
    terms
}

fn kinds(checker: &mut Checker<'_>, parts: &mut Parts, path: &Path<'_>) -> Vec<Kind> {
    checker.optional(parts, "kinds", path).all(|kind| kind.one_of(Kind::ALL))
}

/// Leaves out what is over a limit, and tells it once.
fn at_most<T>(checker: &mut Checker<'_>, items: &mut Vec<T>, most: usize, path: &Path<'_>) {
    if items.len() > most {
        checker.report(Severity::Ignored, path, &items.len().to_string(), Expected::AtMostItems(most), None);
        items.truncate(most);
    }
}

pub(super) fn facets(checker: &mut Checker<'_>, items: Value, path: &Path<'_>) -> Vec<FacetChoice> {
    let mut seen = Vec::new();
    let mut facets = checker.each(items, path, |checker, mut parts, path| {
        let field = checker.required(&mut parts, "field", path).word()?;
        let own = checker.fields.iter().filter(|field| field.is_facet).map(|field| field.id.as_str());
        let known: Vec<&str> = own.chain(FACETS).collect();
        if !known.contains(&field.as_str()) {
            let near = meant::key(&field, &known);
            checker.report(Severity::Ignored, &path.key("field"), &field, Expected::Facet, near);
            return None;
        }
        let field = checker.unseen(field, &mut seen, &path.key("field"))?;
        let is_open = parts.value("open").boolean();
        Some(FacetChoice { field, is_open, kinds: kinds(checker, &mut parts, path) })
    });
    at_most(checker, &mut facets, MOST_FACETS, path);
    facets
}

/// The kinds: those that the catalogue places first, in its order, then the others in ours.
pub(super) fn kinds_shown(checker: &mut Checker<'_>, items: Value, language: Language, path: &Path<'_>) -> Kinds {
    let mut kinds = Kinds::of_format(language);
    let (mut placed, mut hidden) = (Vec::new(), Vec::new());
    checker.each(items, path, |checker, mut parts, path| {
        let kind = checker.required(&mut parts, "id", path).one_of(Kind::ALL)?;
        if placed.contains(&kind) {
            checker.report(Severity::Ignored, &path.key("id"), kind.word(), Expected::NotYet, None);
            return None::<()>;
        }
        placed.push(kind);
        if parts.value("hidden").boolean() == Some(true) {
            hidden.push(kind);
        }
        let said = ["one", "several", "none"].map(|key| parts.text(key));
        if let [Some(one), Some(several), Some(none)] = &said {
            kinds.words[kind as usize] = KindWords::of_host(one.as_str(), several.as_str(), none.as_str());
        } else if said.iter().any(Option::is_some) {
            // A noun has all its forms, or those of the format.
            let lacking = ["one", "several", "none"].into_iter().zip(&said).find(|(_, text)| text.is_none());
            lacking.into_iter().for_each(|(key, _)| checker.missing(Severity::Ignored, &path.key(key)));
        }
        None
    });
    let others = Kind::ALL.iter().filter(|kind| !placed.contains(kind));
    kinds.shown = placed.iter().chain(others).copied().filter(|kind| !hidden.contains(kind)).collect();
    kinds
}

pub(super) fn rubrics(checker: &mut Checker<'_>, items: Value, path: &Path<'_>) -> Vec<RubricChoice> {
    checker.each(items, path, |checker, mut parts, path| {
        Some(RubricChoice {
            rubric: checker.required(&mut parts, "id", path).one_of(Rubric::ALL)?,
            title: parts.text("title"),
            kinds: kinds(checker, &mut parts, path),
            shows_empty: parts.value("empty").boolean(),
            is_hidden: parts.value("hidden").boolean() == Some(true),
        })
    })
}

/// What an entry of this kind says in the fields that the catalogue adds.
pub(super) fn values(checker: &mut Checker<'_>, json: Json, kind: Kind, path: &Path<'_>) -> Vec<HostValue> {
    let Json::Object(said) = json else {
        let mut reader = Reader { entry: checker.entry.clone(), diagnostics: checker.diagnostics };
        reader.refuse::<()>(&json, path, JsonType::Object);
        return Vec::new();
    };
    let mut values: Vec<HostValue> = Vec::with_capacity(said.len());
    for (key, json) in said {
        let path = path.key(&key);
        let Some(field) = checker.fields.iter().position(|field| field.id == key && field.is_of(kind)) else {
            let known: Vec<&str> =
                checker.fields.iter().filter(|field| field.is_of(kind)).map(|field| field.id.as_str()).collect();
            let near = meant::key(&key, &known);
            checker.report(Severity::Ignored, &path, &key, Expected::KnownKey, near);
            continue;
        };
        if values.iter().any(|value| value.field == field) {
            checker.report(Severity::Ignored, &path, &key, Expected::Once, None);
        } else if !json.is_empty() {
            let place = values.partition_point(|value| value.field < field);
            let said = value(checker, field, json, &path);
            said.into_iter().for_each(|said| values.insert(place, HostValue { field, said }));
        }
    }
    values
}

fn value(checker: &mut Checker<'_>, field: usize, json: Json, path: &Path<'_>) -> Option<Said> {
    let of = checker.fields[field].of;
    let shape = match of {
        FieldType::Text => Shape::Text,
        FieldType::Paragraphs => Shape::List(&Shape::Text),
        FieldType::Terms => Shape::List(&Shape::Plain),
        FieldType::Number => Shape::Plain,
        FieldType::Date => Shape::Date,
        FieldType::Answer => return answer(checker, &json, path),
        FieldType::Address => Shape::Address,
        FieldType::Entries => Shape::List(&Shape::Entry),
    };
    let mut reader = Reader { entry: checker.entry.clone(), diagnostics: checker.diagnostics };
    let value = reader.value(shape, json, path);
    let value = checker.check(shape, value, path);
    if !value.is_sound() {
        return None;
    }
    match of {
        FieldType::Text => value.text().map(Said::Text),
        FieldType::Paragraphs => Some(Said::Paragraphs(value.all(Value::text))),
        FieldType::Terms => {
            let terms = host_terms(checker, field, value.items(), path);
            (!terms.is_empty()).then_some(Said::Terms(terms))
        }
        FieldType::Number => {
            let word = value.word()?;
            let number = Decimal::parse(&word);
            if number.is_none() {
                checker.report(Severity::Ignored, path, &word, Expected::Decimal, None);
            }
            number.map(Said::Number)
        }
        FieldType::Date => value.date().map(Said::Date),
        FieldType::Address => value.address().map(Said::Address),
        FieldType::Entries => Some(Said::Entries(value.all(Value::entry))),
        FieldType::Answer => None,
    }
}

/// Yes or no, as forms and spreadsheets write it.
fn answer(checker: &mut Checker<'_>, json: &Json, path: &Path<'_>) -> Option<Said> {
    const WORDS: [(&str, bool); 6] =
        [("oui", true), ("non", false), ("yes", true), ("no", false), ("true", true), ("false", false)];
    if let Json::Boolean(answer) = json {
        return Some(Said::Answer(*answer));
    }
    let word = json.word().unwrap_or_default();
    let known = WORDS.iter().find(|(known, _)| word.eq_ignore_ascii_case(known));
    if known.is_none() {
        let mut reader = Reader { entry: checker.entry.clone(), diagnostics: checker.diagnostics };
        reader.refuse::<()>(json, path, JsonType::Boolean);
    }
    known.map(|(_, answer)| Said::Answer(*answer))
}

/// The terms of a list of words, each once; a field that lists no term takes them all.
fn host_terms(checker: &mut Checker<'_>, field: usize, items: Items, path: &Path<'_>) -> Vec<TermIndex> {
    let mut terms = Vec::new();
    for (rank, item) in items {
        let (Some(word), path) = (item.word(), item_of(path, rank)) else { continue };
        let known = &mut checker.fields[field];
        let found = known.find(&word).or_else(|| {
            let named = known.terms.iter().position(|term| term.label.as_str() == word)?;
            u32::try_from(named).ok().map(TermIndex)
        });
        let found = found.or_else(|| {
            if known.is_closed || known.terms.len() == MOST_TERMS {
                return None;
            }
            known.terms.push(HostTerm { label: Text::french(&word), id: word.clone() });
            known.find(&word)
        });
        let Some(found) = found else {
            let (id, is_closed) = (known.id.clone(), known.is_closed);
            let near = {
                let terms = known.terms.iter().map(|term| (term.id.as_str(), term.label.as_str()));
                if is_closed { meant::id(&word, terms) } else { None }
            };
            let expected = if is_closed { Expected::HostTerm(id) } else { Expected::AtMostItems(MOST_TERMS) };
            checker.report(Severity::Ignored, &path, &word, expected, near);
            continue;
        };
        if terms.contains(&found) {
            checker.report(Severity::Ignored, &path, &word, Expected::NotYet, None);
        } else {
            terms.push(found);
        }
    }
    terms
}
