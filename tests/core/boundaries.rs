//! What each module may use, as the code map says: the compiler only knows that the core builds
//! without Leptos.

use std::collections::BTreeSet;
use std::path::Path;

use crate::support::{files, root};

/// For each top-level module, the others that it may use.
const MAY_USE: [(&str, &[&str]); 18] = [
    ("distance", &[]),
    ("letters", &[]),
    ("sorting", &[]),
    ("catalogue", &["distance", "letters", "sorting"]),
    ("facet", &["catalogue"]),
    ("query", &["catalogue", "facet"]),
    ("embed", &["query"]),
    ("form", &["catalogue", "letters"]),
    ("guides", &["catalogue", "letters", "query", "sorting"]),
    ("search", &["catalogue", "distance", "facet", "letters", "query", "sorting"]),
    ("route", &["catalogue", "query"]),
    ("relations", &["catalogue", "sorting"]),
    ("statistics", &["catalogue", "facet", "query", "search", "sorting"]),
    ("selection", &["catalogue"]),
    ("messages", &["catalogue", "embed", "facet", "guides", "letters", "query", "route", "search", "statistics"]),
    ("export", &["catalogue", "messages", "route"]),
    ("prerender", &["catalogue", "embed", "export", "messages", "route", "ui"]),
    (
        "ui",
        &[
            "catalogue",
            "embed",
            "export",
            "facet",
            "form",
            "guides",
            "letters",
            "messages",
            "query",
            "relations",
            "route",
            "search",
            "selection",
            "sorting",
            "statistics",
        ],
    ),
];

/// The network, then the rest of the browser, then what starts the app.
const BROWSER: &[&str] = &["ui/load.rs", "ui/browser.rs", "ui/browser/", "main.rs"];

/// Crates, or parts of the standard library, that only these places may name.
const ONLY_IN: [(&str, &[&str]); 17] = [
    ("frostem", &["search/normalizer/stemmer.rs"]),
    ("web_sys", BROWSER),
    ("js_sys", BROWSER),
    ("wasm_bindgen", BROWSER),
    ("wasm_bindgen_futures", BROWSER),
    ("gloo_net", &["ui/load.rs"]),
    ("leptos", &["ui/", "main.rs"]),
    ("leptos_router", &["ui/", "main.rs"]),
    ("serde", &["catalogue/"]),
    ("serde_json", &["catalogue/", "export/"]),
    ("schemars", &["catalogue/"]),
    ("std::fs", &["bin/"]),
    ("std::env", &["bin/"]),
    ("std::net", &[]),
    ("std::process", &["bin/"]),
    ("std::time", &["ui/"]),
    ("std::thread", &[]),
];

/// The code of a file, its comments, strings and characters blanked.
fn code_of(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(raw) = rest.strip_prefix("r#\"") {
            raw.find("\"#").map_or(rest.len(), |end| end + 5)
        } else if c == '"' {
            closing(rest)
        } else if rest.starts_with("'\\") || c == '\'' && rest.chars().nth(2) == Some('\'') {
            rest[1..].char_indices().skip(1).find(|(_, c)| *c == '\'').map_or(rest.len(), |(end, _)| end + 2)
        } else {
            code.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        code.push(' ');
        rest = &rest[skipped..];
    }
    code
}

/// The length of a string that starts with its quotation mark.
fn closing(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '"' if !escaped => return at + 1,
            _ => escaped = c == '\\' && !escaped,
        }
    }
    text.len()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// What follows each whole occurrence of a path in some code.
fn after<'a>(code: &'a str, path: &'a str) -> impl Iterator<Item = &'a str> {
    code.match_indices(path).filter_map(move |(at, _)| {
        let rest = &code[at + path.len()..];
        (!code[..at].ends_with(is_word) && !rest.starts_with(is_word)).then_some(rest)
    })
}

/// The first names of what follows `crate` or the like: `::a::b` gives a, `::{a::b, c}` gives a and c.
fn first_names(rest: &str) -> Vec<String> {
    let name = |text: &str| text.trim_start().chars().take_while(|c| is_word(*c)).collect::<String>();
    let Some(rest) = rest.strip_prefix("::") else { return Vec::new() };
    let Some(group) = rest.strip_prefix('{') else { return vec![name(rest)] };
    let mut names = vec![name(group)];
    let mut depth = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name(&group[at + 1..])),
            _ => {}
        }
    }
    names
}

/// The top-level modules that a file uses by `crate::` or by enough `super::`.
fn used(place: &Path, code: &str) -> BTreeSet<String> {
    let mut names: BTreeSet<String> = after(code, "crate").flat_map(first_names).collect();
    let components = place.components().count();
    // `a/b.rs` is two levels below the root, `a/mod.rs` and `a.rs` one.
    let depth = if place.ends_with("mod.rs") { components - 1 } else { components };
    let climb = vec!["super"; depth].join("::");
    names.extend(
        after(code, &climb).flat_map(first_names).filter(|name| MAY_USE.iter().any(|(module, _)| module == name)),
    );
    names
}

/// Everything that a file, at a place below `src`, uses and may not.
fn faults(place: &str, source: &str) -> Vec<String> {
    let code = code_of(source);
    let mut faults = Vec::new();
    let module = place.split(['/', '.']).next().unwrap_or_default();
    if !["lib", "main", "bin"].contains(&module) {
        match MAY_USE.iter().find(|(known, _)| *known == module) {
            None => faults.push(format!("{place}: the module {module} is not in the table of this test")),
            Some((_, allowed)) => {
                let names = used(Path::new(place), &code).into_iter();
                let known = names.filter(|name| MAY_USE.iter().any(|(other, _)| other == name));
                let refused = known.filter(|name| name != module && !allowed.contains(&name.as_str()));
                faults.extend(refused.map(|name| format!("{place}: {module} may not use {name}")));
            }
        }
    }
    for (path, allowed) in ONLY_IN {
        let named = after(&code, path).next().is_some();
        let grouped = path
            .strip_prefix("std::")
            .is_some_and(|part| after(&code, "std").flat_map(first_names).any(|name| name == part));
        if (named || grouped) && !allowed.iter().any(|start| place.starts_with(start)) {
            faults.push(format!("{place}: {path} may not be named here"));
        }
    }
    faults
}

#[test]
fn the_scan_sees_what_it_must() {
    for (place, source, expected) in [
        (
            "catalogue/raw/mod.rs",
            "use crate::search::Index;",
            &["catalogue/raw/mod.rs: catalogue may not use search"][..],
        ),
        ("catalogue/load.rs", "use super::super::query::Query;", &["catalogue/load.rs: catalogue may not use query"]),
        ("catalogue/load.rs", "use super::query;", &[]),
        ("facet.rs", "use super::query::Query;", &["facet.rs: facet may not use query"]),
        ("facet.rs", "use crate::{catalogue::Entry, ui::App};", &["facet.rs: facet may not use ui"]),
        ("search/index.rs", "fn f() -> crate::messages::A {}", &["search/index.rs: search may not use messages"]),
        ("search/index.rs", "// crate::ui\n/// crate::ui\nconst A: &str = \"crate::ui \\\" crate::ui\";", &[]),
        ("search/index.rs", "const A: char = '\"'; use crate::ui::B;", &["search/index.rs: search may not use ui"]),
        ("new.rs", "", &["new.rs: the module new is not in the table of this test"]),
        ("ui/app.rs", "let w = web_sys::window();", &["ui/app.rs: web_sys may not be named here"]),
        ("ui/app.rs", "use leptos::web_sys;", &["ui/app.rs: web_sys may not be named here"]),
        ("ui/app.rs", "use leptos::{ev, web_sys};", &["ui/app.rs: web_sys may not be named here"]),
        ("ui/browser.rs", "let w = web_sys::window();", &[]),
        ("query/url.rs", "use std::{fmt, fs::File};", &["query/url.rs: std::fs may not be named here"]),
        ("bin/catalogue.rs", "use std::fs; use communs::ui::App;", &[]),
    ] {
        assert_eq!(faults(place, source), expected, "{place}: {source}");
    }
}

#[test]
fn modules_use_only_what_they_may() {
    let source_folder = root().join("src");
    let mut found = Vec::new();
    for path in files("src", ".rs") {
        let place =
            path.strip_prefix(&source_folder).expect("the file is below src").to_string_lossy().replace('\\', "/");
        found.extend(faults(&place, &std::fs::read_to_string(&path).expect("the file is UTF-8")));
    }
    assert_eq!(found, [] as [String; 0]);
}

#[test]
fn files_are_short_and_say_what_they_own() {
    let mut seen = 0;
    for folder in ["src", "tests", "xtask/src"] {
        for path in files(folder, ".rs") {
            let source = std::fs::read_to_string(&path).expect("the file is UTF-8");
            let lines = source.lines().count();
            seen += 1;
            assert!(lines <= 400, "{} has {lines} lines", path.display());
            assert!(source.starts_with("//! "), "{} opens with what it owns", path.display());
        }
    }
    assert!(seen > 60, "{seen} files");
}
