//! From the JSON Schema to the fields of a form.

use catalogue::{FieldType, HostField, Json, Kind};

/// The name of the entry's type in the schema.
const ENTRY: &str = "RawEntry";
/// The name of the type of texts, which may be in several languages.
const TEXT: &str = "Text";

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its key in the file.
    pub key: String,
    /// What it is, in French: the title that the schema gives it for readers, or else its description.
    pub label: String,
    /// Whether an entry must have it.
    pub is_required: bool,
    pub shape: Shape,
}

/// What is written in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A few words.
    Line,
    /// Sentences.
    Paragraph,
    /// A whole number.
    Whole,
    /// Yes or no.
    Check,
    /// One of these words.
    Choice(Vec<String>),
    /// A term of this vocabulary.
    Term(String),
    /// The id of something of this list of the file.
    Reference(String),
    /// Any number of values.
    List(Box<Shape>),
    /// Several fields.
    Object(Vec<Field>),
}

/// The key under which entries fill the fields that the catalogue adds.
const HOST_VALUES: &str = "values";

/// The key of entries that says of which kind they are.
const KIND: &str = "kind";

/// The fields of an entry, in the order of the schema, with those and the kinds that the catalogue adds; none when this
/// is not the schema of a catalogue.
pub fn entry_fields(schema: &Json, own: &[HostField], kinds: &[Kind]) -> Vec<Field> {
    let mut fields = fields_of(schema, ENTRY, None);
    for field in fields.iter_mut().filter(|field| field.key == KIND) {
        field.shape = Shape::Choice(kinds.iter().map(|kind| kind.word().to_owned()).collect());
    }
    if let Some(place) = fields.iter().position(|field| field.key == HOST_VALUES) {
        if own.is_empty() {
            fields.remove(place);
        } else {
            fields[place].shape = Shape::Object(own.iter().map(host_field).collect());
        }
    }
    fields
}

/// The field of a form for one that the catalogue adds.
fn host_field(field: &HostField) -> Field {
    let list = |shape| Shape::List(Box::new(shape));
    let shape = match field.of {
        FieldType::Text => Shape::Paragraph,
        FieldType::Paragraphs => list(Shape::Paragraph),
        FieldType::Terms if field.is_closed => {
            list(Shape::Choice(field.terms.iter().map(|term| term.id.clone()).collect()))
        }
        FieldType::Terms => list(Shape::Line),
        FieldType::Answer => Shape::Check,
        FieldType::Entries => list(Shape::Reference("entries".to_owned())),
        FieldType::Number | FieldType::Date | FieldType::Address => Shape::Line,
    };
    let unit = field.unit.as_ref().map(|unit| format!(" ({unit})")).unwrap_or_default();
    Field { key: field.id.clone(), label: format!("{}{unit}", field.label), is_required: false, shape }
}

fn fields_of(schema: &Json, name: &str, vocabulary: Option<&str>) -> Vec<Field> {
    let Some(object) = schema.get("$defs").and_then(|types| types.get(name)) else { return Vec::new() };
    let Some(Json::Object(properties)) = object.get("properties") else { return Vec::new() };
    let required = object.get("required").map(Json::items).unwrap_or_default();
    let label = |property: &Json| {
        let said = ["title", "description"].iter().find_map(|key| property.get(key)?.as_str());
        said.unwrap_or_default().trim_end_matches('.').to_owned()
    };
    let field = |(key, property): &(String, Json)| Field {
        key: key.clone(),
        label: label(property),
        is_required: required.iter().any(|name| name.as_str() == Some(key)),
        shape: shape_of(schema, property, vocabulary),
    };
    properties.iter().map(field).collect()
}

/// The labels on the way to a place of an entry, written as [`path_of`](super::path_of) does; items are named by their
/// rank from 1, and what is no field by its key.
pub fn label_of(mut fields: &[Field], path: &str, item: impl Fn(usize) -> String) -> String {
    let mut labels: Vec<String> = Vec::new();
    for key in path.split(['.', '[']) {
        if let Some(rank) = key.strip_suffix(']').and_then(|rank| rank.parse::<usize>().ok()) {
            labels.push(item(rank + 1));
            continue;
        }
        let field = fields.iter().find(|field| field.key == key);
        labels.push(field.map_or(key, |field| field.label.as_str()).to_owned());
        let shape = field.map(|field| match &field.shape {
            Shape::List(items) => &**items,
            shape => shape,
        });
        fields = if let Some(Shape::Object(fields)) = shape { fields } else { &[] };
    }
    labels.join(" › ")
}

/// The shape of a property; a phrase that a vocabulary sorts has it from the list that it is in.
fn shape_of(schema: &Json, property: &Json, vocabulary: Option<&str>) -> Shape {
    let text = |key| property.get(key).and_then(Json::as_str);
    let vocabulary = text("x-vocabulary").or(vocabulary);
    if let Some(reference) = text("$ref") {
        let name = reference.rsplit('/').next().unwrap_or_default();
        return if name == TEXT { Shape::Paragraph } else { Shape::Object(fields_of(schema, name, vocabulary)) };
    }
    // Something, or nothing.
    if let Some(first) = property.get("anyOf").and_then(|choices| choices.items().first()) {
        return shape_of(schema, first, vocabulary);
    }
    let kind = property.get("type");
    let kind = kind.and_then(|kind| kind.as_str().or_else(|| kind.items().first()?.as_str())).unwrap_or_default();
    let words = property.get("enum").map(Json::items).unwrap_or_default();
    match kind {
        "array" => {
            let items = property.get("items").map_or(Shape::Line, |items| shape_of(schema, items, vocabulary));
            let referred = text("x-reference").map(|list| Shape::Reference(list.to_owned()));
            Shape::List(Box::new(referred.unwrap_or(items)))
        }
        "integer" => Shape::Whole,
        "boolean" => Shape::Check,
        _ if !words.is_empty() => Shape::Choice(words.iter().filter_map(Json::as_str).map(str::to_owned).collect()),
        _ => match (text("x-reference"), vocabulary) {
            (Some(list), _) => Shape::Reference(list.to_owned()),
            (None, Some(vocabulary)) => Shape::Term(vocabulary.to_owned()),
            (None, None) => Shape::Line,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::fields;
    use super::*;
    use catalogue::parse;

    fn shape(path: &[&str]) -> Shape {
        let mut shape = Shape::Object(fields());
        for key in path {
            if let Shape::List(items) = shape {
                shape = *items;
            }
            let Shape::Object(fields) = shape else { panic!("{key} is not in an object") };
            shape = fields.into_iter().find(|field| field.key == *key).unwrap_or_else(|| panic!("no {key}")).shape;
        }
        shape
    }

    #[test]
    fn every_property_of_an_entry_is_a_field() {
        let fields = fields();
        let names: Vec<&str> = fields.iter().map(|field| field.key.as_str()).collect();
        assert_eq!(&names[..4], ["id", "kind", "name", "aliases"], "in the order of the format");
        for Field { key, label, .. } in &fields {
            assert!(
                !label.is_empty() && !label.contains(['`', '\n']) && !label.starts_with("Rubrique"),
                "{key}: {label}"
            );
        }
        let required: Vec<&str> =
            fields.iter().filter(|field| field.is_required).map(|field| field.key.as_str()).collect();
        assert_eq!(required, ["id", "kind", "name"]);
    }

    #[test]
    fn fields_have_the_shape_of_their_values() {
        let term = |name: &str| Shape::Term(name.to_owned());
        let reference = |name: &str| Shape::Reference(name.to_owned());
        let list = |shape| Shape::List(Box::new(shape));
        for (path, expected) in [
            (&["name"][..], Shape::Paragraph),
            (&["summary"], Shape::Paragraph),
            (&["description"], list(Shape::Paragraph)),
            (&["id"], Shape::Line),
            (&["aliases"], list(Shape::Line)),
            (&["links", "url"], Shape::Line),
            (&["nature"], term("nature")),
            (&["themes"], list(term("theme"))),
            (&["needs", "tag"], term("need")),
            (&["supports", "tag"], term("support")),
            (&["licence", "id"], term("licence")),
            (&["bearers"], list(reference("entries"))),
            (&["partners", "entry"], reference("entries")),
            (&["sources", "document"], reference("documents")),
            (&["editorial_name"], Shape::Check),
            (&["order"], Shape::Whole),
            (&["initiated"], Shape::Choice(vec!["oui".into(), "non".into()])),
        ] {
            assert_eq!(shape(path), expected, "{path:?}");
        }
        assert!(matches!(shape(&["maturity", "resource", "stage"]), Shape::Choice(words) if words.len() == 4));
    }

    #[test]
    fn an_entry_may_be_of_any_kind_of_the_catalogue() {
        let schema = parse(include_str!("../../../../public/catalogue.schema.json")).expect("the schema is JSON");
        let json = r#"{"format": 1, "site": {"title": "A"}, "kinds": [{"id": "logiciel", "model": "commun"}]}"#;
        let catalogue = catalogue::read(json).expect("it is a catalogue").catalogue;
        let fields = entry_fields(&schema, &[], catalogue.kinds.all());
        let kind = fields.iter().find(|field| field.key == KIND).expect("an entry has a kind");
        let Shape::Choice(words) = &kind.shape else { panic!("{:?}", kind.shape) };
        assert!(words.len() == 8 && words[0] == "commun" && words[7] == "logiciel", "{words:?}");
    }

    #[test]
    fn places_are_said_with_labels() {
        let fields = fields();
        for (path, label) in [
            ("kind", "Genre"),
            ("themes[1]", "Thèmes, le principal d’abord › 2"),
            ("links[0].url", "Adresses › 1 › Adresse http, https ou mailto"),
            ("governance.tag", "Gouvernance › tag"),
            ("unheard.of", "unheard › of"),
        ] {
            assert_eq!(label_of(&fields, path, |rank| rank.to_string()), label);
        }
    }

    #[test]
    fn the_fields_of_a_catalogue_are_in_its_form() {
        let file = r#"{"format": 1, "site": {"title": "A"}, "fields": [
            {"id": "poids", "label": "Poids", "type": "nombre", "unit": "kg"},
            {"id": "usages", "label": "Usages", "type": "termes", "terms": ["a", "b"]}]}"#;
        let own = catalogue::read(file).expect("the file is JSON").catalogue.fields;
        let schema = parse(include_str!("../../../../public/catalogue.schema.json")).expect("the schema is JSON");
        let fields = entry_fields(&schema, &own, Kind::OF_FORMAT);
        let values = fields.into_iter().find(|field| field.key == HOST_VALUES).map(|field| field.shape);
        let Some(Shape::Object(values)) = values else { panic!("{values:?}") };
        let found: Vec<(&str, &Shape)> = values.iter().map(|field| (field.label.as_str(), &field.shape)).collect();
        let usages = Shape::List(Box::new(Shape::Choice(vec!["a".into(), "b".into()])));
        assert_eq!(found, [("Poids (kg)", &Shape::Line), ("Usages", &usages)]);
        assert!(entry_fields(&schema, &[], Kind::OF_FORMAT).iter().all(|field| field.key != HOST_VALUES));
    }

    #[test]
    fn what_is_no_schema_has_no_field() {
        assert_eq!(entry_fields(&Json::Null, &[], Kind::OF_FORMAT), []);
        assert_eq!(entry_fields(&parse("{\"$defs\": {\"RawEntry\": 3}}").expect("JSON"), &[], Kind::OF_FORMAT), []);
    }
}
