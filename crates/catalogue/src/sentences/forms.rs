//! The right form of a value that has the wrong one, as it is written in the data file.

use crate::{Diagnostic, JsonType};

/// What objects look like, by the keys that they are under.
const OBJECTS: [(&str, &str); 24] = [
    ("site", r#"{"title": "…"}"#),
    ("publisher", r#"{"name": "…"}"#),
    ("header_links footer_links", r#"{"label": "…", "url": "…"}"#),
    ("logo image", r#"{"file": "…"}"#),
    ("grounds", r##"{"light": "#…", "dark": "#…"}"##),
    ("vocabularies", r#"{"theme": [{"id": "…", "label": "…"}]}"#),
    ("grids", r#"{"id": "…", "heading": "…", "entries": ["…"]}"#),
    ("pages", r#"{"id": "…", "title": "…", "sections": [{"type": "texte", "heading": "…"}]}"#),
    ("sections", r#"{"type": "texte", "heading": "…", "paragraphs": ["…"]}"#),
    ("help_groups", r#"{"need": "…", "supports": ["…"]}"#),
    ("documents", r#"{"id": "…", "title": "…"}"#),
    ("changes", r#"{"date": "2026-11-22", "nature": "nouveau", "entries": ["…"], "reason": "…"}"#),
    ("entries", r#"{"id": "…", "kind": "commun", "name": "…"}"#),
    ("about", r#"{"heading": "…", "paragraphs": ["…"]}"#),
    ("licence", r#"{"id": "…"}"#),
    ("rights", r#"{"usage": "…", "answer": "oui"}"#),
    ("links", r#"{"url": "https://…", "kind": "site"}"#),
    ("partners", r#"{"entry": "…", "role": "…"}"#),
    ("maturity", r#"{"resource": {"stage": "evolution"}}"#),
    ("resource community governance", r#"{"stage": "evolution"}"#),
    ("metrics", r#"{"label": "…", "value": "…"}"#),
    ("dates waves", r#"{"label": "…", "date": "2026-11"}"#),
    ("sources", r#"{"document": "…"}"#),
    ("needs obstacles supports audiences territories call", r#"{"text": "…"}"#),
];

/// An example of a type of value, made from the one found when that can be.
pub(super) fn of(kind: JsonType, diagnostic: &Diagnostic) -> String {
    let found = diagnostic.found.as_str();
    let is_plain = found.starts_with(|c: char| c.is_ascii_digit() || "-tf".contains(c)) && !found.ends_with('…');
    let is_text = found.starts_with('"') && found.ends_with('"');
    match kind {
        JsonType::List if is_plain || is_text => format!("[{found}]"),
        JsonType::List => "[…]".to_owned(),
        JsonType::Text | JsonType::String if is_plain => format!("\"{found}\""),
        JsonType::Text | JsonType::String => "\"…\"".to_owned(),
        JsonType::Number => found.trim_matches('"').parse().unwrap_or(3_u32).to_string(),
        JsonType::Boolean => "true".to_owned(),
        JsonType::Object => object(&diagnostic.path).to_owned(),
    }
}

fn object(path: &str) -> &'static str {
    if path.starts_with("vocabularies.") && !path.contains("rights") {
        return r#"{"id": "…", "label": "…"}"#;
    }
    let key = path.rsplit('.').next().and_then(|key| key.split('[').next()).unwrap_or_default();
    let known = OBJECTS.iter().find(|(keys, _)| keys.split(' ').any(|known| known == key));
    known.map_or("{…}", |(_, form)| form)
}
