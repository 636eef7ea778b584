//! YAML, event by event: scalars stay as they are written, so that `1.10`, `non` and dates are not changed.

use catalogue::Json;
use saphyr_parser::{Event, Parser, ScalarStyle};

use super::{MOST_DEPTH, MOST_NODES, ReadError};

/// How many quoted texts of a file may start their lines at its margin.
const MOST_MENDED: usize = 100;

/// The first document of a text. Plain `true`, `false` and `null` are themselves; every other scalar is a string.
///
/// A key written twice is there twice; an alias is a copy, and copies count among the nodes. Quoted texts whose lines
/// start at the margin, which the specification forbids and most readers take, are read.
pub(super) fn document(file: &str, text: &str) -> Result<Json, ReadError> {
    let mut read = parse(file, text);
    let mut mended = None;
    for _ in 0..MOST_MENDED {
        let Err(ReadError::Yaml { line, column, cause, .. }) = &read else { break };
        if !cause.contains("indentation in quoted scalar") {
            break;
        }
        let Some(better) = indented(mended.as_deref().unwrap_or(text), *line, *column) else { break };
        read = parse(file, &better);
        mended = Some(better);
    }
    read
}

/// A text where the lines of the quoted scalar that starts at a place are indented, which changes nothing in it.
fn indented(text: &str, line: usize, column: usize) -> Option<String> {
    let lines: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let start = lines + text[lines..].char_indices().nth(column.checked_sub(1)?)?.0;
    let quote = text[start..].chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut out = text[..=start].to_owned();
    let mut rest = text[start + 1..].chars();
    while let Some(c) = rest.next() {
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

fn parse(file: &str, text: &str) -> Result<Json, ReadError> {
    let mut builder = Builder::default();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| ReadError::Yaml {
            file: file.to_owned(),
            line: error.marker().line(),
            column: error.marker().col() + 1,
            cause: error.info().to_owned(),
        })?;
        let too_large = |what, most| ReadError::too_large(file, span.start.line(), what, most);
        match event {
            Event::Alias(anchor) => {
                let Some((value, size)) = builder.anchors.get(anchor).cloned().flatten() else { continue };
                builder.count += size;
                if builder.count > MOST_NODES {
                    return Err(too_large("valeurs une fois les alias suivis", MOST_NODES));
                }
                builder.put(value, size);
            }
            Event::Scalar(text, style, anchor, _) => {
                let value = match (style, text.as_ref()) {
                    (ScalarStyle::Plain, "" | "~" | "null" | "Null" | "NULL") => Json::Null,
                    (ScalarStyle::Plain, "true" | "True" | "TRUE") => Json::Boolean(true),
                    (ScalarStyle::Plain, "false" | "False" | "FALSE") => Json::Boolean(false),
                    _ => {
                        let mut text = text.into_owned();
                        text.shrink_to_fit();
                        Json::String(text)
                    }
                };
                builder.keep(anchor, &value, 1);
                builder.put(value, 1);
            }
            Event::SequenceStart(anchor, _) => builder.open.push(Open { is_list: true, anchor, ..Open::default() }),
            Event::MappingStart(anchor, _) => builder.open.push(Open { anchor, ..Open::default() }),
            Event::SequenceEnd | Event::MappingEnd => builder.close(),
            Event::DocumentEnd => break,
            _ => {}
        }
        builder.count += 1;
        if builder.count > MOST_NODES {
            return Err(too_large("valeurs", MOST_NODES));
        }
        if builder.open.len() > MOST_DEPTH {
            return Err(too_large("niveaux l’un dans l’autre", MOST_DEPTH));
        }
    }
    Ok(builder.root.unwrap_or_default())
}

/// What is being read.
#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    /// The value of each anchor, and how many nodes it has.
    anchors: Vec<Option<(Json, usize)>>,
    count: usize,
    root: Option<Json>,
}

/// A list or an object whose end has not come.
#[derive(Default)]
struct Open {
    is_list: bool,
    anchor: usize,
    items: Vec<Json>,
    fields: Vec<(String, Json)>,
    key: Option<String>,
    size: usize,
}

impl Builder {
    /// Puts a value of this many nodes where it goes.
    fn put(&mut self, value: Json, size: usize) {
        let Some(open) = self.open.last_mut() else {
            self.root.get_or_insert(value);
            return;
        };
        open.size += size;
        if open.is_list {
            open.items.push(value);
        } else if let Some(key) = open.key.take() {
            open.fields.push((key, value));
        } else {
            open.key = Some(match value {
                Json::String(text) => text,
                other => other.to_string(),
            });
        }
    }

    fn close(&mut self) {
        let Some(mut open) = self.open.pop() else { return };
        open.items.shrink_to_fit();
        open.fields.shrink_to_fit();
        let value = if open.is_list { Json::List(open.items) } else { Json::Object(merged(open.fields)) };
        self.keep(open.anchor, &value, open.size + 1);
        self.put(value, open.size + 1);
    }

    fn keep(&mut self, anchor: usize, value: &Json, size: usize) {
        if anchor > 0 {
            self.anchors.resize(self.anchors.len().max(anchor + 1), None);
            self.anchors[anchor] = Some((value.clone(), size));
        }
    }
}

/// Fields with those of `<<` among them, which the others hide.
fn merged(fields: Vec<(String, Json)>) -> Vec<(String, Json)> {
    if fields.iter().all(|(key, _)| key != "<<") {
        return fields;
    }
    let (merge, mut fields): (Vec<_>, Vec<_>) = fields.into_iter().partition(|(key, _)| key == "<<");
    for (_, value) in merge {
        let sources = if let Json::List(items) = value { items } else { vec![value] };
        for source in sources {
            let Json::Object(more) = source else { continue };
            let more: Vec<_> = more.into_iter().filter(|(key, _)| fields.iter().all(|(own, _)| own != key)).collect();
            fields.extend(more);
        }
    }
    fields
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
    }

    #[test]
    fn aliases_are_copies_and_bombs_are_refused() {
        let text = "a: &x {b: 1}\nc: *x\nd: {<<: *x, e: 2}\n";
        assert_eq!(
            document("a.yml", text).unwrap().to_string(),
            r#"{"a":{"b":"1"},"c":{"b":"1"},"d":{"e":"2","b":"1"}}"#
        );
        let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for level in 1..12 {
            let inner = vec![format!("*a{}", level - 1); 10].join(", ");
            bomb.push_str(&format!("a{level}: &a{level} [{inner}]\n"));
        }
        let error = document("bombe.yml", &bomb).unwrap_err().to_string();
        assert!(error.starts_with("bombe.yml:") && error.contains("alias"), "{error}");
        let deep = "[".repeat(5000);
        assert!(document("a.yml", &deep).is_err());
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
    }
}
