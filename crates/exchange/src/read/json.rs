//! JSON: a value, or one a line.

use catalogue::Json;
use messages::Language;

use super::{MOST_NODES, ReadError};

/// A JSON value; of a file of several lines that are each an object, the list of them.
pub(super) fn document(file: &str, text: &str) -> Result<Json, ReadError> {
    if let Some(line) = too_many(text) {
        return Err(ReadError::too_large(file, line, "valeurs", MOST_NODES));
    }
    let error = match catalogue::parse(text) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    let lines: Vec<(usize, &str)> = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()).collect();
    let is_lines = lines.len() > 1
        && lines.iter().all(|(_, line)| line.trim_start().starts_with('{'))
        && catalogue::parse(lines[0].1).is_ok();
    let told = |error: &catalogue::ReadError| ReadError::Json(error.sentence(Language::French, file));
    if !is_lines {
        return Err(told(&error));
    }
    let row = |(number, line): (usize, &str)| {
        catalogue::parse(line).map_err(|mut error| {
            if let catalogue::ReadError::Syntax { place, .. } = &mut error {
                place.line = number;
            }
            told(&error)
        })
    };
    lines.into_iter().map(row).collect::<Result<_, _>>().map(Json::List)
}

/// The line at which a text has more values than a tree may have: they are counted before memory is taken for them.
fn too_many(text: &str) -> Option<usize> {
    let (mut count, mut line, mut is_text, mut is_escaped) = (0, 1, false, false);
    for byte in text.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_text => is_escaped = true,
            b'"' => is_text = !is_text,
            b'\n' => line += 1,
            b',' | b'[' | b'{' if !is_text => count += 1,
            _ => {}
        }
        if count > MOST_NODES {
            return Some(line);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_rows() {
        assert_eq!(document("a", "{\"a\":1}\n\n{\"a\":2}\n").unwrap().to_string(), r#"[{"a":1},{"a":2}]"#);
        assert_eq!(document("a", "{\n\"a\":1}").unwrap().to_string(), r#"{"a":1}"#);
        let error = document("a.jsonl", "{\"a\":1}\n{\"a\":}\n").unwrap_err().to_string();
        assert!(error.contains("a.jsonl") && error.contains("ligne 2"), "{error}");
    }
}
