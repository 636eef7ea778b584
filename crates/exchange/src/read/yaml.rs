//! YAML as catalogues are read, and what lists of others have besides: several documents, of which the first counts,
//! fields that `<<` brings, quoted texts whose lines start at the margin.

use catalogue::Json;
use messages::Language;
use source::{FaultKind, File, Format, Lines};

use super::{MOST_NODES, ReadError};

/// How many times a text is mended: quoted texts may start their lines at its margin.
const MOST_MENDED: usize = 100;

/// The first document of a text, whose values are as they are written: `1.10`, `non` and dates are texts.
///
/// A key written twice is there twice. Quoted texts whose lines start at the margin, which the specification forbids
/// and most readers take, are read.
pub(super) fn document(file: &str, text: &str) -> Result<Json, ReadError> {
    // Before memory is taken for them: each value but a few starts a line or follows one of these signs.
    if text.bytes().filter(|byte| matches!(byte, b'\n' | b',' | b'[' | b'{')).nth(MOST_NODES).is_some() {
        return Err(ReadError::too_large(file, 0, "valeurs", MOST_NODES));
    }
    let mut read = File { path: file.into(), format: Format::Yaml, text: text.to_owned() };
    let mut mended = 0;
    loop {
        let broken = match read.root(0) {
            Ok(root) => return Ok(merged(root.into())),
            Err(broken) => broken,
        };
        let start = broken.range.start;
        let better = match broken.kind {
            FaultKind::SeveralDocuments => Some(read.text[..start].to_owned()),
            FaultKind::UnclosedText if mended < MOST_MENDED => indented(&read.text, start),
            _ => None,
        };
        read.text = better.ok_or_else(|| {
            let (line, column) = Lines::of(&read.text).place(start);
            let cause = broken.sentence(Language::French).to_owned();
            ReadError::Syntax { at: format!("{file}:{line}:{column}"), form: "YAML", cause }
        })?;
        mended += 1;
    }
}

/// A text where the lines of the quoted scalar that starts at a byte are indented, which changes nothing in it; nothing
/// when it has one line, or no end.
fn indented(text: &str, start: usize) -> Option<String> {
    let quote = text[start..].chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut out = text[..=start].to_owned();
    let mut rest = text[start + 1..].chars();
    loop {
        let c = rest.next()?;
        out.push(c);
        match c {
            '\n' => out.push(' '),
            '\\' if quote == '"' => out.extend(rest.next()),
            c if c == quote => break,
            _ => {}
        }
    }
    out.push_str(rest.as_str());
    (out != text).then_some(out)
}

/// A value whose numbers are as they are written, and whose objects have the fields of their `<<`, which their own hide.
fn merged(value: Json) -> Json {
    let fields = match value {
        Json::Object(fields) => fields,
        Json::List(items) => return Json::List(items.into_iter().map(merged).collect()),
        Json::Number(digits) => return Json::String(digits),
        other => return other,
    };
    let fields = fields.into_iter().map(|(key, value)| (key, merged(value)));
    let (brought, mut fields): (Vec<_>, Vec<_>) = fields.partition(|(key, _)| key == "<<");
    for (_, value) in brought {
        let sources = if let Json::List(items) = value { items } else { vec![value] };
        for source in sources {
            let Json::Object(more) = source else { continue };
            let more: Vec<_> = more.into_iter().filter(|(key, _)| fields.iter().all(|(own, _)| own != key)).collect();
            fields.extend(more);
        }
    }
    Json::Object(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_stay_as_they_are_written() {
        let text = "version: 1.10\ndate: 2026-11-22\nanswer: non\nzip: 01000\nyes: true\nnothing:\nquoted: 'true'\n";
        assert_eq!(
            document("a.yml", text).unwrap().to_string(),
            r#"{"version":"1.10","date":"2026-11-22","answer":"non","zip":"01000","yes":true,"nothing":null,"quoted":"true"}"#
        );
        assert_eq!(
            document("a.yml", "---\na: 1\n---\nb: 2\n").unwrap().to_string(),
            r#"{"a":"1"}"#,
            "the first document"
        );
    }

    #[test]
    fn aliases_are_copies() {
        let text = "a: &x {b: 1}\nc: *x\nd: {<<: *x, e: 2}\n";
        assert_eq!(
            document("a.yml", text).unwrap().to_string(),
            r#"{"a":{"b":"1"},"c":{"b":"1"},"d":{"e":"2","b":"1"}}"#
        );
    }

    #[test]
    fn quoted_texts_may_start_at_the_margin() {
        let text = "a: \"un\ndeux \\\" trois\nquatre\"\nb: 'cinq\nsix'\nc: 7\n";
        assert_eq!(
            document("a.yml", text).unwrap().to_string(),
            r#"{"a":"un deux \" trois quatre","b":"cinq six","c":"7"}"#
        );
    }

    #[test]
    fn faults_have_their_place() {
        let error = document("a.yml", "a: 1\nb: [1, 2\nc: 3\n").unwrap_err().to_string();
        assert!(error.starts_with("a.yml:3:"), "{error}");
        // In French, whatever the reader says of it.
        for (text, told) in [
            ("a: \"un\ndeux\n", "guillemet"),
            ("a:\n\tb: 1\n", "tabulation"),
            ("a: @b\n", "n’a pas sa place"),
            ("a: *b\n", "rien ne porte ce nom"),
            ("a: |0\n  b\n", "alignée"),
        ] {
            let error = document("a.yml", text).unwrap_err().to_string();
            assert!(error.contains(told) && !error.contains(" the ") && !error.contains("while "), "{error}");
        }
    }
}
