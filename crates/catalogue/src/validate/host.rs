//! The fields that a catalogue adds: their definitions, then what entries say in them.

use super::checker::{Checker, item_of};
use crate::definitions::Shape;
use crate::diagnostic::{Expected, JsonType, Path, Severity};
use crate::entry::{HostValue, Said};
use crate::host_field::{Decimal, HostField, HostTerm, MOST_FIELDS, MOST_TERMS};
use crate::json::Json;
use crate::kinds::Kind;
use crate::meant;
use crate::text::Text;
use crate::value::{Items, Parts, Value};
use crate::vocabulary::TermIndex;
use crate::words::{FieldType, Rubric, SearchWeight};
use crate::{FacetChoice, RubricChoice};

/// How many facets a catalogue may show.
const MOST_FACETS: usize = 32;

/// The keys of the fields of the format that are facets.
#[rustfmt::skip]
pub(crate) const FACETS: [&str; 14] = [
    "nature", "themes", "status", "initiated", "maturity.resource", "maturity.community", "maturity.governance",
    "needs", "obstacles", "licences", "bearers", "audiences", "territories", "supports",
];

/// The fields that the catalogue adds. What says no type is a text, what has no label is called by its id.
pub(super) fn fields(checker: &mut Checker<'_>, file: &mut Parts) -> Vec<HostField> {
    let (path, mut seen) = (Path::ROOT.key("fields"), Vec::new());
    let mut fields = checker.each_of(file, "fields", |checker, mut said, path| {
        let id = checker.unseen(said.value("id").word()?, &mut seen, &path.key("id"))?;
        Some(field(id, said, checker.kinds.all()))
    });
    at_most(checker, &mut fields, MOST_FIELDS, &path);
    for field in &mut fields {
        at_most(checker, &mut field.terms, MOST_TERMS, &path);
    }
    fields
}

fn field(id: String, mut said: Parts, known: &[Kind]) -> HostField {
    let of = said.value("type").one_of(FieldType::ALL).unwrap_or(FieldType::Text);
    let mut terms: Vec<HostTerm> = Vec::new();
    for term in said.all("terms", term) {
        if terms.iter().all(|known| known.id != term.id) {
            terms.push(term);
        }
    }
    HostField {
        label: said.text("label").unwrap_or_else(|| Text::french(&id)),
        unit: said.text("unit"),
        kinds: kinds(&mut said, known),
        rubric: said.value("rubric").one_of(Rubric::ALL).unwrap_or(Rubric::Description),
        is_facet: is(&mut said, "facet") && matches!(of, FieldType::Terms | FieldType::Answer | FieldType::Entries),
        is_on_card: is(&mut said, "card"),
        is_in_table: is(&mut said, "table"),
        is_order: is(&mut said, "order") && matches!(of, FieldType::Number | FieldType::Date),
        search: said.value("search").one_of(SearchWeight::ALL),
        is_closed: !terms.is_empty(),
        id,
        of,
        terms,
    }
}

fn term(mut said: Parts) -> Option<HostTerm> {
    let id = said.value("id").word()?;
    let label = said.text("label").unwrap_or_else(|| Text::french(&id));
    Some(HostTerm { id, label })
}

/// Whether something is said to be so.
fn is(said: &mut Parts, key: &str) -> bool {
    said.value(key).boolean() == Some(true)
}

/// The kinds that something is for.
fn kinds(said: &mut Parts, known: &[Kind]) -> Vec<Kind> {
    said.value("kinds").items().into_iter().filter_map(|(_, kind)| kind.one_of(known)).collect()
}

/// Leaves out what is over a limit, and tells it once.
pub(super) fn at_most<T>(checker: &mut Checker<'_>, items: &mut Vec<T>, most: usize, path: &Path<'_>) {
    if items.len() > most {
        checker.report(Severity::Ignored, path, &items.len().to_string(), Expected::AtMostItems(most), None);
        items.truncate(most);
    }
}

/// Whether this is the key of a field that is a facet; told if not.
pub(super) fn is_facet(checker: &mut Checker<'_>, field: &str, path: &Path<'_>) -> bool {
    let own = checker.fields.iter().filter(|field| field.is_facet).map(|field| field.id.as_str());
    let known: Vec<&str> = own.chain(FACETS).collect();
    if known.contains(&field) {
        return true;
    }
    let near = meant::key(field, &known);
    checker.report(Severity::Ignored, path, field, Expected::Facet, near);
    false
}

pub(super) fn facets(checker: &mut Checker<'_>, file: &mut Parts) -> Vec<FacetChoice> {
    let (path, mut seen) = (Path::ROOT.key("facets"), Vec::new());
    let mut facets = checker.each_of(file, "facets", |checker, mut said, path| {
        let field = checker.unseen(said.value("field").word()?, &mut seen, &path.key("field"))?;
        let is_open = said.value("open").boolean();
        Some(FacetChoice { field, is_open, kinds: kinds(&mut said, checker.kinds.all()) })
    });
    facets.retain(|facet| is_facet(checker, &facet.field, &path));
    at_most(checker, &mut facets, MOST_FACETS, &path);
    facets
}

/// The rubrics that the catalogue places or names otherwise; one may be told for several kinds apart.
pub(super) fn rubrics(checker: &mut Checker<'_>, file: &mut Parts) -> Vec<RubricChoice> {
    checker.value(file, "rubrics", &Path::ROOT).objects(|mut said| {
        let rubric = said.value("id").one_of(Rubric::ALL)?;
        let (title, kinds) = (said.text("title"), kinds(&mut said, checker.kinds.all()));
        let (shows_empty, is_hidden) = (said.value("empty").boolean(), is(&mut said, "hidden"));
        Some(RubricChoice { rubric, title, kinds, shows_empty, is_hidden })
    })
}

/// What an entry of this kind says in the fields that the catalogue adds.
pub(super) fn values(checker: &mut Checker<'_>, json: Json, kind: Kind, path: &Path<'_>) -> Vec<HostValue> {
    let Json::Object(said) = json else {
        checker.reader().refuse::<()>(&json, path, JsonType::Object);
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
    if of == FieldType::Answer {
        return answer(checker, &json, path);
    }
    let shape = Shape::of_host(of);
    let value = checker.reader().value(shape, json, path);
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
        checker.reader().refuse::<()>(json, path, JsonType::Boolean);
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
