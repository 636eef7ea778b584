//! Markdown whose head is YAML between two lines of three hyphens: the body is the field `$body`.

use catalogue::Json;

use super::{ReadError, yaml};

/// The key of the text below the head.
pub(crate) const BODY: &str = "$body";

pub(super) fn document(file: &str, text: &str) -> Result<Json, ReadError> {
    let missing = || ReadError::NoFrontMatter { file: file.to_owned() };
    let text = text.trim_start();
    let head = text.strip_prefix("---").ok_or_else(missing)?;
    // The first line is what is left of the hyphens that open it.
    let lines = head.split_inclusive('\n').enumerate();
    let lines = lines.take_while(|(rank, line)| *rank == 0 || line.trim_end() != "---");
    let end: usize = lines.map(|(_, line)| line.len()).sum();
    let closing = head[end..].split_inclusive('\n').next().ok_or_else(missing)?;
    // The line of hyphens stays before it, so that lines are counted as in the file.
    let Json::Object(mut fields) = yaml::document(file, &text[..end + 3])? else { return Err(missing()) };
    fields.push((BODY.to_owned(), Json::String(head[end + closing.len()..].trim().to_owned())));
    Ok(Json::Object(fields))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_is_a_field() {
        let tree = document("a.md", "---\r\ntitle: A --- B\r\n---\r\n\r\nUn *texte*.\r\n").unwrap();
        assert_eq!(tree.to_string(), r#"{"title":"A --- B","$body":"Un *texte*."}"#);
        assert!(document("a.md", "---\ntitle: A\n").is_err());
        assert!(document("a.md", "# A\n").is_err());
        let error = document("a.md", "---\na: 1\nb: [\n---\nx\n").unwrap_err().to_string();
        assert!(error.starts_with("a.md:"), "{error}");
    }
}
