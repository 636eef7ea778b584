//! JSON with the place of each value. What breaks it is told where it is missing, not where the reader gave up.

use catalogue::ReadError;
use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::{
    CollectOptions, CommentCollectionStrategy, ParseOptions, ParseResult, ParseStringErrorKind, parse_to_ast,
};

use crate::lines::line_start;
use crate::node::{Field, Node, Span, Value};
use crate::{Fault, FaultKind, File};

/// JSON (RFC 8259) and nothing more.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

pub(crate) fn read(file: &File, rank: u32) -> Result<Node, Box<Fault>> {
    let before = file.text.len() - file.text.trim_start().len();
    if file.text[before..].starts_with('<') {
        return Err(file.fault(before..before + 1, FaultKind::Html));
    }
    // What the site reads with has the last word on what is JSON.
    let refused = catalogue::parse(&file.text).err();
    let collected = CollectOptions { comments: CommentCollectionStrategy::Off, tokens: false };
    let parsed = parse_to_ast(&file.text, &collected, &STRICT);
    match (refused, parsed) {
        (None, Ok(ParseResult { value: Some(value), .. })) => Ok(node(value, rank)),
        (Some(refused), Err(error)) => Err(nearest(file, &refused, &error)),
        (Some(refused), Ok(_)) => Err(as_site(file, &refused)),
        (None, Ok(_)) => Err(file.fault(0..0, FaultKind::Truncated)),
        (None, Err(error)) => Err(file.fault(error.range().start..error.range().end, kind(&error))),
    }
}

fn node(value: ast::Value<'_>, file: u32) -> Node {
    let range = value.range();
    let span = Span::new(file, range.start, range.end);
    let value = match value {
        ast::Value::NullKeyword(_) => Value::Null,
        ast::Value::BooleanLit(boolean) => Value::Boolean(boolean.value),
        ast::Value::NumberLit(number) => Value::Number(number.value.to_owned()),
        ast::Value::StringLit(text) => Value::Text(text.value.into_owned()),
        ast::Value::Array(list) => Value::List(fitted(list.elements.into_iter().map(|item| node(item, file)))),
        ast::Value::Object(object) => {
            let field = |field: ast::ObjectProp<'_>| {
                let range = field.name.range();
                let key_span = Span::new(file, range.start, range.end);
                Field { key: field.name.into_string(), key_span, node: node(field.value, file) }
            };
            Value::Object(fitted(object.properties.into_iter().map(field)))
        }
    };
    Node { span, value }
}

/// A list that holds no more room than it needs: made as it is of a list of larger things, it would keep all of theirs.
fn fitted<T>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.shrink_to_fit();
    items
}

/// What is told of the two readers: the first fault of the text.
fn nearest(file: &File, refused: &ReadError, error: &ParseError) -> Box<Fault> {
    let site = as_site(file, refused);
    let (range, kind) = (error.range(), kind(error));
    // A text that runs over the end of its line lost its quotation mark there: what comes after reads askew.
    if site.kind == FaultKind::UnclosedText && site.range.start < range.start {
        return site;
    }
    if site.kind == FaultKind::Truncated && kind == FaultKind::UnclosedText {
        return file.fault(range.start..range.end, FaultKind::Truncated);
    }
    if by_letter(&file.text[site.range.start..]).is_some() {
        return site;
    }
    let (before, after) = file.text.split_at(range.start);
    let word = range.start..range.start + after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len());
    if before.ends_with('"') && !word.is_empty() {
        return file.fault(word, FaultKind::InnerQuote);
    }
    if kind == FaultKind::Unexpected && after.starts_with(char::is_alphabetic) {
        return file.fault(word, FaultKind::NoQuotes);
    }
    if before.trim_end().ends_with(':') && after.starts_with([',', '}', ']']) {
        return file.fault(range.start..range.start, FaultKind::MissingValue);
    }
    let is_unclosed = matches!(kind, FaultKind::Unclosed(_));
    let range = if is_unclosed { range.start..range.start + 1 } else { range.start..range.end };
    file.fault(range, kind)
}

/// The fault where the reader of the site gave up.
fn as_site(file: &File, refused: &ReadError) -> Box<Fault> {
    let ReadError::Syntax { place, truncated, .. } = refused else {
        return file.fault(0..0, FaultKind::Utf16);
    };
    let start = file.text.split_inclusive('\n').take(place.line - 1).map(str::len).sum::<usize>();
    let line = &file.text[start..];
    let at = start + line.char_indices().nth(place.column - 1).map_or(line.len(), |(at, _)| at);
    if *truncated {
        return file.fault(at..at, FaultKind::Truncated);
    }
    // The end of a line inside a text is told at the start of the next one, or on it.
    let line_end = if at == start { start.saturating_sub(1) } else { at };
    let ends_line = file.text[line_end..].trim_start_matches([' ', '\r']).starts_with('\n');
    let before = file.text[..line_end].trim_end_matches('\r');
    if ends_line && is_in_text(&before[line_start(before, before.len())..]) {
        return file.fault(before.len()..before.len(), FaultKind::UnclosedText);
    }
    let end = at + file.text[at..].chars().next().map_or(0, char::len_utf8);
    file.fault(at..end, by_letter(&file.text[at..]).unwrap_or(FaultKind::Unexpected))
}

/// What is told of a text that starts with what word processors put in the place of a letter of JSON.
fn by_letter(text: &str) -> Option<FaultKind> {
    match text.chars().next()? {
        '“' | '”' | '„' | '«' | '»' | '‘' | '’' => Some(FaultKind::CurvedQuotes),
        '\u{a0}' | '\u{202f}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => Some(FaultKind::HiddenSpace),
        letter if letter.is_control() && !letter.is_whitespace() || letter == '\t' => Some(FaultKind::Control),
        _ => None,
    }
}

/// Whether a line ends inside a text: its quotation marks are not by pairs.
fn is_in_text(line: &str) -> bool {
    let (mut is_inside, mut is_escaped) = (false, false);
    for byte in line.bytes() {
        is_inside ^= byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
    }
    is_inside
}

fn kind(error: &ParseError) -> FaultKind {
    match error.kind() {
        ParseErrorKind::ExpectedComma => FaultKind::MissingComma,
        ParseErrorKind::ExpectedColonAfterObjectKey => FaultKind::MissingColon,
        ParseErrorKind::ExpectedObjectValue => FaultKind::MissingValue,
        ParseErrorKind::TrailingCommasNotAllowed | ParseErrorKind::UnexpectedComma => FaultKind::ExtraComma,
        ParseErrorKind::UnterminatedArray => FaultKind::Unclosed('['),
        ParseErrorKind::UnterminatedObject => FaultKind::Unclosed('{'),
        ParseErrorKind::CommentsNotAllowed | ParseErrorKind::UnterminatedCommentBlock => FaultKind::Comment,
        ParseErrorKind::SingleQuotedStringsNotAllowed => FaultKind::SingleQuotes,
        ParseErrorKind::String(ParseStringErrorKind::UnterminatedStringLiteral) => FaultKind::UnclosedText,
        ParseErrorKind::String(_) => FaultKind::Escape,
        ParseErrorKind::MultipleRootJsonValues => FaultKind::AfterEnd,
        ParseErrorKind::NestingDepthExceeded => FaultKind::TooDeep,
        ParseErrorKind::UnexpectedWord | ParseErrorKind::ExpectedStringObjectProperty => FaultKind::NoQuotes,
        _ => FaultKind::Unexpected,
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::Format;

    fn file(text: &str) -> File {
        File { path: PathBuf::from("a.json"), format: Format::Json, text: text.to_owned() }
    }

    #[test]
    fn what_is_missing_is_told_where_it_is_missing() {
        for (text, at, expected) in [
            ("{\n \"a\": \"b\"\n \"c\": 1\n}", "\n \"c\"", FaultKind::MissingComma),
            ("{\n \"a\": [1\n  2]\n}", "\n  2", FaultKind::MissingComma),
            ("[{\"a\": 1}\n\n {\"b\": 2}]", "\n\n {\"b\"", FaultKind::MissingComma),
            ("{\n \"a\": 1,\n}", ",\n}", FaultKind::ExtraComma),
            ("{\n \"a\": \"b,\n \"c\": 1\n}", "\n \"c\"", FaultKind::UnclosedText),
            ("{\"a\" 1}", "1}", FaultKind::MissingColon),
            ("{\"a\": }", "}", FaultKind::MissingValue),
            ("{\"a\":, \"b\": 1}", ", ", FaultKind::MissingValue),
            ("{\"a\": \"un \"vrai\" commun\"}", "vrai", FaultKind::InnerQuote),
            ("{\"a\": [\"la \"3D\" libre\"]}", "3D", FaultKind::InnerQuote),
            ("{\"a\": 1, // b\n}", "// b", FaultKind::Comment),
            ("{'a': 1}", "'a'", FaultKind::SingleQuotes),
            ("{\n \"a\": [1, 2\n", "[1", FaultKind::Unclosed('[')),
            ("{\"a\": 1} }", "}", FaultKind::AfterEnd),
            ("{\"a\": oui}", "oui", FaultKind::NoQuotes),
            ("{“a”: 1}", "“a", FaultKind::CurvedQuotes),
            ("{\n \"a\": « b »}", "« b", FaultKind::CurvedQuotes),
            ("{\"a\":\u{a0}1}", "\u{a0}1", FaultKind::HiddenSpace),
            ("[1,\u{200b} 2]", "\u{200b} 2", FaultKind::HiddenSpace),
            ("{\"a\": \"b\tc\"}", "\tc", FaultKind::Control),
        ] {
            let fault = read(&file(text), 0).expect_err(text);
            assert_eq!(fault.kind, expected, "{text}");
            assert!(text[fault.range.start..].starts_with(at), "{text}: {:?}", &text[fault.range.start..]);
        }
    }

    #[test]
    fn values_keep_their_place_and_how_they_are_written() {
        let text = "{\"é\": [1.10, \"a\\u00e9\", true, null], \"é\": {}}";
        let root = read(&file(text), 3).unwrap();
        let items = root.get("é").unwrap().items();
        assert_eq!(items[0].value, Value::Number("1.10".into()));
        assert_eq!(items[1].value, Value::Text("aé".into()));
        assert_eq!(&text[items[1].span.range()], "\"a\\u00e9\"");
        assert_eq!(items[1].span.file, 3);
        assert_eq!(root.fields().len(), 2, "a key written twice is there twice");
    }
}
