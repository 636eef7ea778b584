//! The waves of calls, for calendars: iCalendar (RFC 5545).
//!
//! Only waves whose day the data gives are written. A day that the editors deduced is told in the
//! words of the data, in the description.

use super::address;
use catalogue::{BaseUrl, Catalogue, DatedFact, Entry, PartialDate};
use messages::exports;

/// The longest line, in bytes, without its end (section 3.1).
const LINE: usize = 75;

/// The waves of every call, one event of a day each, in the order of the data; none without a wave,
/// since a calendar must hold something.
pub fn calendar(catalogue: &Catalogue, base: Option<&BaseUrl>) -> Option<String> {
    let mut out = Lines(String::new());
    out.push("BEGIN", "VCALENDAR");
    out.push("VERSION", "2.0");
    out.push("PRODID", "-//Communs//Communs//FR");
    out.push("CALSCALE", "GREGORIAN");
    out.push("X-WR-CALNAME", &text(&exports::calendar_title(catalogue.site.language, catalogue.site_name())));
    for (_, entry) in catalogue.entries() {
        for (wave, rank) in entry.waves.iter().zip(1..) {
            if let Some(day) = wave.date.and_then(day) {
                event(&mut out, catalogue, entry, wave, (rank, &day), base);
            }
        }
    }
    out.push("END", "VCALENDAR");
    out.0.contains("BEGIN:VEVENT").then_some(out.0)
}

fn event(
    out: &mut Lines,
    catalogue: &Catalogue,
    entry: &Entry,
    wave: &DatedFact,
    (rank, date): (usize, &str),
    base: Option<&BaseUrl>,
) {
    let host = base.map_or("communs.invalid", BaseUrl::authority);
    let title = exports::wave(catalogue.site.language, entry.name.as_str(), wave.label.as_str());
    out.push("BEGIN", "VEVENT");
    out.push("UID", &format!("{}-vague-{rank}@{host}", entry.id));
    // When the data last said so: a file made twice from the same data is the same.
    let stamp = catalogue.site.updated.or(entry.checked).and_then(day).unwrap_or_else(|| "19700101".to_owned());
    out.push("DTSTAMP", &format!("{stamp}T000000Z"));
    out.push("DTSTART;VALUE=DATE", date);
    out.push("SUMMARY", &text(&title));
    let told = [wave.text.as_ref(), entry.note.as_ref(), entry.summary.as_ref()].into_iter().flatten();
    let told: Vec<&str> = told.map(|text| text.as_str()).collect();
    if !told.is_empty() {
        out.push("DESCRIPTION", &text(&told.join("\n")));
    }
    if let Some(base) = base {
        out.push("URL", &address::entry_page(base, entry));
    }
    out.push("TRANSP", "TRANSPARENT");
    out.push("BEGIN", "VALARM");
    out.push("ACTION", "DISPLAY");
    out.push("DESCRIPTION", &text(&title));
    out.push("TRIGGER", "-P7D");
    out.push("END", "VALARM");
    out.push("END", "VEVENT");
}

/// A whole day, as `AAAAMMJJ`.
fn day(date: PartialDate) -> Option<String> {
    Some(format!("{:04}{:02}{:02}", date.year, date.month?, date.day?))
}

/// A value of type TEXT (section 3.3.11).
fn text(text: &str) -> String {
    let text = text.replace(|c: char| c != '\n' && c.is_control(), "").replace('\\', "\\\\");
    text.replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// Content lines, folded inside words: some readers trim lines, and would join two words otherwise.
///
/// By hand: the crate `icalendar` (0.17), with six others, folds at spaces, and its calls are as many as ours.
struct Lines(String);

impl Lines {
    fn push(&mut self, name: &str, value: &str) {
        let (mut length, mut before) = (0, ' ');
        for c in format!("{name}:{value}").chars() {
            let is_inside_word = c != ' ' && !matches!(before, ' ' | '\\');
            // Words are shorter than what is left to find an inside in.
            if length + c.len_utf8() > LINE || length + 8 > LINE && is_inside_word {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
            before = c;
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut lines = Lines(String::new());
        lines.push("SUMMARY", &"é".repeat(100));
        for line in lines.0.split("\r\n") {
            assert!(line.len() <= LINE, "{line}");
        }
        assert_eq!(lines.0.replace("\r\n ", ""), format!("SUMMARY:{}\r\n", "é".repeat(100)));
        let (mut lines, text) = (Lines(String::new()), "un mot ".repeat(40) + "fin");
        lines.push("SUMMARY", &text);
        assert!(
            lines.0.split("\r\n").skip(1).all(|line| !line.starts_with("  ") && !line.ends_with(' ')),
            "{}",
            lines.0
        );
        assert_eq!(lines.0.replace("\r\n ", ""), format!("SUMMARY:{text}\r\n"));
    }

    #[test]
    fn separators_are_text() {
        assert_eq!(text("a, b; c\\d\ne\rf"), "a\\, b\\; c\\\\d\\nef");
    }
}
