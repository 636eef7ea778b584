//! A problem in the text around it, underlined, as compilers show theirs.

use std::borrow::Cow;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use messages::quoted;

use super::{Problem, Weight};
use crate::LANGUAGE;

/// Characters shown on each side of a problem in a long line.
const AROUND: usize = 60;

/// The problem, for a terminal with colours; what prints it takes them away where there is none.
pub(crate) fn shown(problem: &Problem<'_>) -> String {
    let level = match problem.weight {
        Weight::Fatal | Weight::LeftOut => Level::ERROR.with_name("erreur\u{a0}"),
        Weight::Ignored => Level::WARNING.with_name("attention\u{a0}"),
        Weight::Warning => Level::NOTE.with_name("avertissement\u{a0}"),
        Weight::Advice => Level::HELP.with_name("conseil\u{a0}"),
    };
    let (line, column) = problem.start;
    let extract = Extract::of(problem.text, problem.range.clone(), line);
    let near = problem.near.as_ref().map(|near| format!("{}\u{202f}?", quoted(LANGUAGE, near)));
    let annotation = AnnotationKind::Primary.span(extract.range).label(near.unwrap_or_default());
    let snippet = Snippet::source(extract.text).line_start(extract.line).fold(false).annotation(annotation);
    let group = level.primary_title(problem.sentence.as_str());
    let mut group = if extract.is_cut {
        group.element(Origin::path(problem.file.as_str()).line(line).char_column(column)).element(snippet)
    } else {
        group.element(snippet.path(problem.file.as_str()))
    };
    if !problem.path.is_empty() {
        group = group.element(Level::NOTE.with_name("chemin\u{a0}").message(problem.path.as_str()));
    }
    format!("{}\n", Renderer::styled().render(&[group]))
}

/// Whether a line is shown whole.
fn is_short(line: &str) -> bool {
    line.chars().nth(AROUND * 4).is_none()
}

/// The lines around a problem.
struct Extract<'a> {
    text: Cow<'a, str>,
    /// The bytes of the problem in it, up to the end of its first line.
    range: Range<usize>,
    /// The number of its first line.
    line: usize,
    /// Whether its line is cut.
    is_cut: bool,
}

impl<'a> Extract<'a> {
    /// Around a problem whose first line has this number.
    fn of(text: &'a str, range: Range<usize>, number: usize) -> Self {
        let line_start = source::line_start(text, range.start);
        let line_end = text[range.start..].find('\n').map_or(text.len(), |end| range.start + end);
        let end = range.end.clamp(range.start, line_end);
        let line = &text[line_start..line_end];
        if !is_short(line) {
            let before = line[..range.start - line_start].char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
            let shown = &line[before..];
            let (from, to) = (range.start - line_start - before, end - line_start - before);
            let room = shown.char_indices().nth(AROUND * 2).map_or(shown.len(), |(at, _)| at).max(from);
            return Self { text: Cow::Borrowed(&shown[..room]), range: from..to.min(room), line: number, is_cut: true };
        }
        // One line before and one after, where they are short too.
        let above = source::line_start(text, line_start.saturating_sub(1));
        let start = if line_start > 0 && is_short(&text[above..line_start]) { above } else { line_start };
        let below = text[line_end..].strip_prefix('\n').map(|rest| rest.lines().next().unwrap_or_default());
        let stop = below.filter(|line| is_short(line)).map_or(line_end, |line| line_end + 1 + line.len());
        let line = if start < line_start { number - 1 } else { number };
        Self { text: Cow::Borrowed(&text[start..stop]), range: range.start - start..end - start, line, is_cut: false }
    }
}

#[cfg(test)]
mod tests {
    use source::{File, Format, Source, SourceError};

    use super::*;

    fn told(text: &str) -> Option<String> {
        let file = File { path: "a.json".into(), format: Format::Json, text: text.to_owned() };
        match Source::read(file) {
            Err(SourceError::Fault(fault)) => Some(shown(&Problem::of_fault(&fault))),
            _ => None,
        }
    }

    #[test]
    fn whatever_is_cut_is_told() {
        let text = "{\"é\": [1, \"à\", null],\r\n \"b\": {\"c\": true}}";
        for (at, c) in text.char_indices() {
            assert!(at == 0 || told(&text[..at]).is_some(), "{}", &text[..at]);
            let without = format!("{}{}", &text[..at], &text[at + c.len_utf8()..]);
            assert!(told(&without).is_none_or(|told| told.contains("a.json")), "{without}");
        }
        assert!(told(text).is_none());
    }

    #[test]
    fn a_long_line_is_cut_around_its_problem() {
        let text = format!("{{\"a\": [{}1 2{}]}}", "0, ".repeat(500), ", 0".repeat(500));
        let told = told(&text).expect("a comma is missing");
        assert!(told.contains("a.json") && told.contains(":1509") && told.len() < 1_000, "{told}");
    }
}
