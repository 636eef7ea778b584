use proptest::prelude::*;

use super::*;
use crate::json_text;

fn source(format: Format, text: &str) -> Source {
    let name = if format == Format::Json { "a.json" } else { "a.yml" };
    Source::read(File { path: PathBuf::from(name), format, text: text.to_owned() }).unwrap()
}

fn tree(text: &str) -> Node {
    catalogue::parse(text).unwrap().into()
}

#[test]
fn only_what_differs_changes() {
    let new = tree(
        r#"{"x":[1,2],"entries":[{"id":"a","n":1.1},{"id":"b2","n":[1,3],"m":2},{"id":"c"}],"documents":[{"id":"d"}]}"#,
    );
    for (format, text, expected) in [
        (
            Format::Json,
            "{\n \"x\": [1,  2],\n \"entries\": [\n  {\"id\": \"a\",   \"n\": 1.10},\n  {\"id\": \"b\", \"n\": [1]}\n ]\n}\n",
            "{\n \"x\": [1,  2],\n \"entries\": [\n  {\"id\": \"a\",   \"n\": 1.10},\n  {\"id\": \"b2\", \"n\": [1, 3], \"m\": 2},\n  {\n   \"id\": \"c\"\n  }\n ],\n \"documents\": [\n  { \"id\": \"d\" }\n ]\n}\n",
        ),
        (
            Format::Yaml,
            "x: [1,  2] # x\nentries:\n  # Un.\n  - id: a\n    n: !!float 1.10\n  - id: b # b\n    n:\n    - 1 # un\n# fin\n",
            "x: [1,  2] # x\nentries:\n  # Un.\n  - id: a\n    n: !!float 1.10\n  - id: b2 # b\n    n:\n    - 1 # un\n    - 3\n    m: 2\n  - id: c\ndocuments:\n  - id: d\n# fin\n",
        ),
        (
            Format::Yaml,
            "{x: [1, 2], entries: [{id: a, n: !!float 1.1}, {id: b, n: [1]}]}",
            "{x: [1, 2], entries: [{id: a, n: !!float 1.1}, {id: \"b2\", n: [1, 3], \"m\": 2}, { \"id\": \"c\" }], \"documents\": [{ \"id\": \"d\" }]}",
        ),
    ] {
        let source = source(format, text);
        let changed = rewritten(&source, &new).unwrap();
        assert_eq!(changed.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>(), [expected]);
        assert_eq!(rewritten(&source, &source.root).unwrap(), []);
    }
}

#[test]
fn what_aliases_say_is_not_changed_with_them() {
    let text = "entries:\n  - id: a\n    links: &all [{url: x}]\n  - id: b\n    links: *all\n";
    let said = |a: &str, b: &str| {
        tree(&format!(
            r#"{{"entries":[{{"id":"a","links":[{{"url":"{a}"}}]}},{{"id":"b","links":[{{"url":"{b}"}}]}}]}}"#
        ))
    };
    let changed = rewritten(&source(Format::Yaml, text), &said("x", "z")).unwrap();
    assert_eq!(changed[0].1, text.replace("    links: *all", "    links:\n      - url: z"));
    assert!(rewritten(&source(Format::Yaml, text), &said("z", "x")).is_err(), "the other would change");
}

#[test]
fn keys_keep_the_order_that_they_have() {
    let text = "{\"a\": {\"b\": 1, \"c\": 2}, \"d\": 3}";
    for format in [Format::Json, Format::Yaml] {
        let changed = rewritten(&source(format, text), &tree(r#"{"d":4,"a":{"c":2,"b":1}}"#)).unwrap();
        assert_eq!(changed[0].1, text.replace('3', "4"));
    }
}

#[test]
fn what_is_gone_takes_nothing_with_it() {
    let text = "{\"a\": 1,\n \"b\": 2,\n \"c\":  3,\n \"d\": 4}";
    for (new, expected) in [
        (r#"{"c":3,"d":4}"#, "{\"c\":  3,\n \"d\": 4}"),
        (r#"{"a":1,"d":5,"e":6}"#, "{\"a\": 1,\n \"d\": 5,\n \"e\": 6}"),
        (r#"{"c":3,"e":6}"#, "{\"c\":  3, \"e\": 6}"),
        (r#"{"b":2}"#, "{\"b\": 2}"),
    ] {
        for format in [Format::Json, Format::Yaml] {
            let changed = rewritten(&source(format, text), &tree(new)).unwrap();
            assert_eq!(changed[0].1.replace("\n \"e\"", " \"e\""), expected.replace("\n \"e\"", " \"e\""), "{new}");
        }
    }
}

/// Any value that an import may bring.
fn values() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Value::Boolean),
        any::<i32>().prop_map(|number| Value::Number(number.to_string())),
        prop_oneof!["[^\u{fffd}]{0,12}", "[a-z:# \n-]{0,12}", "[a-zé]{1,6}"].prop_map(Value::Text),
    ];
    let inner = leaf.prop_recursive(3, 20, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4)
                .prop_map(|items| Value::List(items.into_iter().map(Node::from).collect())),
            prop::collection::btree_map("[a-f]", inner, 0..4).prop_map(|fields| Value::Object(
                fields.into_iter().map(|(key, value)| Field::new(key, value)).collect()
            )),
        ]
    });
    inner.prop_map(Node::from)
}

fn objects() -> impl Strategy<Value = Node> {
    prop::collection::btree_map("[a-f]", values(), 1..5).prop_map(|fields| {
        Value::Object(fields.into_iter().map(|(key, node)| Field { node, ..Field::new(key, Value::Null) }).collect())
            .into()
    })
}

/// The first with what the second says otherwise, and adds.
fn united(old: &Node, new: &Node) -> Node {
    match (&old.value, &new.value) {
        (Value::Object(fields), Value::Object(more)) => {
            let own = fields.iter().map(|field| {
                let other = more.iter().find(|other| other.key == field.key);
                let node = other.map_or_else(|| field.node.clone(), |other| united(&field.node, &other.node));
                Field { node, ..Field::new(&*field.key, Value::Null) }
            });
            let added = more.iter().filter(|other| fields.iter().all(|field| field.key != other.key)).cloned();
            Value::Object(own.chain(added).collect()).into()
        }
        (Value::List(items), Value::List(more)) => Value::List([&items[..], more].concat()).into(),
        _ => new.clone(),
    }
}

proptest! {
    #[test]
    fn the_files_say_the_new_tree(old in objects(), other in objects()) {
        let new = united(&old, &other);
        for (format, text) in [(Format::Json, json_text(&old)), (Format::Yaml, yaml_text(&old)), (Format::Yaml, json_text(&old))] {
            let source = source(format, &text);
            let changed = rewritten(&source, &new);
            prop_assert!(changed.is_ok(), "{}\n{:?}", text, new);
            let text = changed.unwrap().pop().map_or(text, |(_, text)| text);
            let read = File { text, ..source.files[0].clone() }.root(0).unwrap();
            prop_assert!(is_same(&read, &new));
        }
    }
}

#[test]
fn numbers_are_the_same_however_they_are_written() {
    for (a, b, is_same) in [
        ("1.50", "1.5", true),
        ("100", "100.0", true),
        ("1e+3", "1000", true),
        ("100", "10", false),
        ("12345678901.123456", "12345678901.123457", false),
        ("9007199254740993", "9007199254740992", false),
    ] {
        assert_eq!(is_same_number(a, b), is_same, "{a}, {b}");
    }
}
