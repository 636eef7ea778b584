//! Finds every value of the wrong type in a piece of JSON that serde refuses.
//!
//! serde stops at the first error and does not say where it was. Because every field of the raw
//! types is optional, a piece of the value that holds only one field, or one item of a list, can
//! be tried alone: what still fails alone is at fault. The cost is paid only for faulty pieces.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::diagnostic::{Diagnostic, Expected, JsonType, Path, Severity, nearest, shortened};

/// Reads `value` as a `T`; on failure tells every fault, then reads what is left without them.
///
/// `None` only if even the value without its faults cannot be read, which is when it is not an
/// object at all.
pub(crate) fn read<T: DeserializeOwned>(
    value: &Value,
    path: &Path<'_>,
    severity: Severity,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<T> {
    if let Ok(read) = T::deserialize(value) {
        return Some(read);
    }
    let mut pruned = value.clone();
    prune(&mut pruned, path, severity, diagnostics, &|candidate| {
        T::deserialize(candidate).err().map(|error| error.to_string())
    });
    T::deserialize(&pruned).ok()
}

/// Tells why a candidate cannot be read, or `None` if it can.
type Refusal<'a> = dyn Fn(&Value) -> Option<String> + 'a;

/// Removes from `value` what `refuse` refuses, and tells it. Returns whether `value` itself must go.
fn prune(
    value: &mut Value,
    path: &Path<'_>,
    severity: Severity,
    diagnostics: &mut Vec<Diagnostic>,
    refuse: &Refusal<'_>,
) -> bool {
    let Some(reason) = refuse(value) else { return false };
    let empty = match value {
        Value::Object(_) => Value::Object(Map::new()),
        Value::Array(_) => Value::Array(Vec::new()),
        _ => Value::Null,
    };
    if empty.is_null() || refuse(&empty).is_some() {
        diagnostics.push(fault(value, path, severity, &reason));
        return true;
    }
    match value {
        Value::Object(fields) => {
            let keys: Vec<String> = fields.keys().cloned().collect();
            for key in keys {
                let Some(field) = fields.get_mut(&key) else { continue };
                let alone = |candidate: &Value| {
                    refuse(&Value::Object(Map::from_iter([(key.clone(), candidate.clone())])))
                };
                if prune(field, &path.key(&key), severity, diagnostics, &alone) {
                    fields.remove(&key);
                }
            }
        }
        Value::Array(items) => {
            let mut index = 0;
            items.retain_mut(|item| {
                let alone = |candidate: &Value| refuse(&Value::Array(vec![candidate.clone()]));
                let gone = prune(item, &path.index(index), severity, diagnostics, &alone);
                index += 1;
                !gone
            });
        }
        _ => {}
    }
    false
}

/// Makes a diagnostic of serde's reason, whose wording is stable: "unknown field `x`, expected …"
/// or "invalid type: …, expected …".
fn fault(value: &Value, path: &Path<'_>, severity: Severity, reason: &str) -> Diagnostic {
    let place = path.to_string();
    if let Some(rest) = reason.strip_prefix("unknown field `") {
        let mut names = rest.split('`').step_by(2);
        let found = names.next().unwrap_or_default();
        return Diagnostic {
            severity: Severity::Ignored,
            path: place,
            entry: None,
            found: shortened(found).into_owned(),
            expected: Expected::KnownKey,
            suggestion: nearest(found, rest.split('`').skip(2).step_by(2)),
        };
    }
    let wanted = reason.rsplit("expected ").next().unwrap_or_default();
    let kind = match wanted.split_whitespace().next().unwrap_or_default() {
        "text" => JsonType::Text,
        "a" if wanted.starts_with("a boolean") => JsonType::Boolean,
        "a" if wanted.starts_with("a sequence") => JsonType::List,
        "a" => JsonType::String,
        "map" => JsonType::Object,
        _ => JsonType::Number,
    };
    Diagnostic { severity, path: place, entry: None, found: excerpt(value), expected: Expected::Type(kind), suggestion: None }
}

/// The value as JSON, cut after 60 characters.
pub(crate) fn excerpt(value: &Value) -> String {
    // A long string is cut before it is written, not after.
    let text = match value {
        Value::String(text) if text.len() > 240 => format!("\"{}…", text.chars().take(60).collect::<String>()),
        _ => value.to_string(),
    };
    shortened(&text).into_owned()
}

/// Cuts every string of more than `limit` characters, and tells where.
pub(crate) fn cut_long_texts(value: &mut Value, path: &Path<'_>, limit: usize, diagnostics: &mut Vec<Diagnostic>) {
    match value {
        Value::String(text) => {
            if let Some((end, _)) = text.char_indices().nth(limit) {
                diagnostics.push(Diagnostic {
                    severity: Severity::Ignored,
                    path: path.to_string(),
                    entry: None,
                    found: text.chars().count().to_string(),
                    expected: Expected::AtMost(limit),
                    suggestion: None,
                });
                text.truncate(end);
                text.push('…');
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                cut_long_texts(item, &path.index(index), limit, diagnostics);
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields.iter_mut() {
                cut_long_texts(field, &path.key(key), limit, diagnostics);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::catalogue::raw::RawEntry;

    fn faults(value: &Value) -> Vec<(String, Expected, Option<String>)> {
        let mut diagnostics = Vec::new();
        let read: Option<RawEntry> = read(value, &Path::ROOT, Severity::LeftOut, &mut diagnostics);
        assert!(read.is_some() || !value.is_object(), "what is left without its faults is readable");
        diagnostics.into_iter().map(|d| (d.path, d.expected, d.suggestion)).collect()
    }

    #[test]
    fn tells_every_fault_and_where_it_is() {
        let entry = json!({
            "id": 3, "name": "A", "themes": ["a", 4], "editorial_name": "yes", "order": "one",
            "sumary": "B", "links": [{"url": "https://a.fr"}, {"ulr": "x", "label": ["y"]}, 7], "maturity": []
        });
        let expected = |kind| Expected::Type(kind);
        let mut found = faults(&entry);
        found.sort_by(|a, b| a.0.cmp(&b.0));
        assert_eq!(found, [
            ("editorial_name".into(), expected(JsonType::Boolean), None),
            ("id".into(), expected(JsonType::String), None),
            ("links[1].label".into(), expected(JsonType::Text), None),
            ("links[1].ulr".into(), Expected::KnownKey, Some("url".into())),
            ("links[2]".into(), expected(JsonType::Object), None),
            ("maturity".into(), expected(JsonType::Object), None),
            ("order".into(), expected(JsonType::Number), None),
            ("sumary".into(), Expected::KnownKey, Some("summary".into())),
            ("themes[1]".into(), expected(JsonType::String), None),
        ]);
    }

    #[test]
    fn says_that_a_value_is_no_object() {
        assert_eq!(faults(&json!("entry")), [(String::new(), Expected::Type(JsonType::Object), None)]);
    }

    #[test]
    fn cuts_what_no_one_would_read() {
        let mut value = json!({"a": ["x".repeat(30), "y"]});
        let mut diagnostics = Vec::new();
        cut_long_texts(&mut value, &Path::ROOT, 10, &mut diagnostics);
        assert_eq!(value, json!({"a": ["xxxxxxxxxx…", "y"]}));
        assert_eq!(diagnostics[0].path, "a[0]");
        assert_eq!(excerpt(&json!("z".repeat(100_000))).chars().count(), 61);
    }
}
