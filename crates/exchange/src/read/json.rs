//! JSON: a value, or one a line.

use catalogue::Json;
use messages::Language;

use super::ReadError;

/// A JSON value; of a file of several lines that are each an object, the list of them.
pub(super) fn document(file: &str, text: &str) -> Result<Json, ReadError> {
    let error = match catalogue::parse(text) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let is_lines = lines.clone().count() > 1
        && lines.all(|line| line.trim_start().starts_with('{'))
        && text.lines().find(|line| !line.trim().is_empty()).is_some_and(|line| catalogue::parse(line).is_ok());
    let told = |error: &catalogue::ReadError| ReadError::Json(error.sentence(Language::French, file));
    if !is_lines {
        return Err(told(&error));
    }
    let mut rows = Vec::new();
    for (rank, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let row = catalogue::parse(line).map_err(|error| match error {
            catalogue::ReadError::Syntax { mut place, truncated, excerpt } => {
                place.line = rank + 1;
                told(&catalogue::ReadError::Syntax { place, truncated, excerpt })
            }
            other => told(&other),
        })?;
        rows.push(row);
    }
    Ok(Json::List(rows))
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
