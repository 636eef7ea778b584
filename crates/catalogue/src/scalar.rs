//! Small values that cannot be built invalid: ids, dates, addresses.

use std::fmt;

use super::diagnostic::nearest;
use messages::Language;

/// The word, in URLs, of what is not known: no id is written so there.
pub const UNKNOWN: &str = "inconnu";

/// The names that pages have for their own parts: no grid of the home page nor part of a page is named so.
#[rustfmt::skip]
const ANCHORS: [&str; 21] = [
    "app", "app-failure", "autres-besoins", "catalogue-data", "contenu", "contents-title", "diagnostics-title",
    "entraide-title", "invitation-title", "legend-title", "lobe", "logo", "missing-file", "my-selection",
    "newer-version", "panel-display", "panel-menu", "q", "search-button", "sources-title", "themes-title",
];

/// Whether the home page has a part of this name, or one that is named after a grid of this name.
pub(crate) fn is_own_anchor(id: &str) -> bool {
    ANCHORS.iter().any(|own| *own == id || own.strip_suffix("-title") == Some(id))
}

/// Whether `id` is one that SPDX could give to a licence, so that addresses hold it as it is.
pub(crate) fn is_licence_id(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
}

/// The id nearest to `id` that a licence could have.
pub(crate) fn to_licence_id(id: &str) -> String {
    let kept = |c: char| if c.is_ascii_alphanumeric() || "+-.".contains(c) { c } else { ' ' };
    id.chars().map(kept).collect::<String>().split_whitespace().collect::<Vec<_>>().join("-")
}

/// The present name of a licence of GNU whose former one does not say whether later versions are meant too:
/// `GPL-3.0` is `GPL-3.0-only`, `GPL-3.0+` is `GPL-3.0-or-later`.
pub(crate) fn renamed_licence(id: &str) -> Option<String> {
    let version = ["AGPL-", "GFDL-", "GPL-", "LGPL-"].iter().find_map(|family| id.strip_prefix(family))?;
    let (version, end) = version.strip_suffix('+').map_or((version, "-only"), |version| (version, "-or-later"));
    let is_version = version.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    (is_version && !version.is_empty()).then(|| id.trim_end_matches('+').to_owned() + end)
}

/// Whether `id` is made of lower-case ASCII letters, digits and single inner hyphens.
pub(crate) fn is_slug(id: &str) -> bool {
    !id.is_empty()
        && id
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

/// A date of year, month or day precision, in the proleptic Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartialDate {
    pub year: u16,
    pub month: Option<u8>,
    /// Day, 1 to the last of the month.
    pub day: Option<u8>,
}

impl PartialDate {
    /// Reads `AAAA`, `AAAA-MM` or `AAAA-MM-JJ` (ISO 8601).
    pub fn parse(text: &str) -> Option<Self> {
        let number = |part: &str, width: usize, most: u16| -> Option<u16> {
            let is_whole = part.len() == width && part.bytes().all(|b| b.is_ascii_digit());
            part.parse().ok().filter(|number: &u16| is_whole && (1..=most).contains(number))
        };
        let mut parts = text.split('-');
        let mut date = Self { year: number(parts.next()?, 4, 9999)?, month: None, day: None };
        if let Some(month) = parts.next() {
            let month = number(month, 2, 12)? as u8;
            date.month = Some(month);
            if let Some(day) = parts.next() {
                date.day = Some(number(day, 2, last_day(date.year, month))? as u8);
            }
        }
        parts.next().is_none().then_some(date)
    }

    /// The date as people read it: « 27 juin 2023 ».
    pub fn in_words(self, language: Language) -> String {
        messages::date(language, self.year, self.month, self.day)
    }

    /// Since when something is so, inside a sentence: « depuis le 27 juin 2023 ».
    pub fn since(self, language: Language) -> String {
        messages::since(language, self.year, self.month, self.day)
    }
}

/// The number of days of a month.
fn last_day(year: u16, month: u8) -> u16 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// An address that is safe to put in a link: `http`, `https` or `mailto`, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafeUrl(String);

impl SafeUrl {
    /// Takes an address if its scheme is one of the three, it holds nothing that cannot be seen, and what
    /// reads as its host is the one that it leads to.
    pub fn parse(url: &str) -> Option<Self> {
        let (scheme, rest) = url.split_once(':')?;
        let rest_is_whole = match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" => rest
                .strip_prefix("//")
                .map(authority)
                .is_some_and(|host| !host.is_empty() && !host.starts_with(':') && !host.contains('@')),
            "mailto" => is_email(rest.split('?').next().unwrap_or_default()),
            _ => false,
        };
        let clean = !url.chars().any(|c| is_unseen(c) || matches!(c, '"' | '<' | '>' | '\\'));
        (rest_is_whole && clean).then(|| Self(url.to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host without `www.`, to be read by people; the address itself for `mailto`.
    pub fn host(&self) -> &str {
        let (_, rest) = self.0.split_once(':').unwrap_or(("", &self.0));
        let host = authority(rest.trim_start_matches('/'));
        host.strip_prefix("www.").unwrap_or(host)
    }
}

/// What stands between the two slashes of an address and its path: the host, and a port if any.
fn authority(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// Whether a web address names a user before its host: `https://bank.example@elsewhere.example/` leads
/// elsewhere than to where it seems to.
pub(crate) fn names_user(url: &str) -> bool {
    url.split_once("://").is_some_and(|(_, rest)| authority(rest).contains('@'))
}

/// Whether a character takes no place, or changes the place of others: blanks, controls, directions.
fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The safe address nearest to `text` in spelling: what to suggest for one that is not, such as
/// `htps://a.fr`, `http//a.fr`, `a.fr/b` or `b@a.fr`.
pub(crate) fn to_url(text: &str) -> Option<String> {
    let text = text.trim();
    let (scheme, rest) = text.split_at(text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len()));
    let lower = scheme.to_ascii_lowercase();
    let known = ["https", "http"].into_iter();
    let meant = known.clone().find(|known| *known == lower).map(str::to_owned).or_else(|| nearest(&lower, known));
    let candidate = if is_email(text) {
        format!("mailto:{text}")
    } else if let (Some(meant), true) = (meant, rest.starts_with([':', ';', '/'])) {
        format!("{meant}://{}", rest.trim_start_matches([':', ';', '/']))
    } else if scheme.is_empty() && rest.starts_with("//") {
        format!("https:{text}")
    } else if !text.contains(':') {
        format!("https://{text}")
    } else {
        text.to_owned()
    };
    (candidate.contains('.') && SafeUrl::parse(&candidate).is_some()).then_some(candidate)
}

/// Whether `text` has the shape of an address of electronic mail.
pub(crate) fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, domain)| {
        let plain =
            |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"._+-".contains(&b));
        plain(local) && plain(domain) && domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_slugs() {
        for (id, expected) in [
            ("open-food-facts", true),
            ("nec21", true),
            ("", false),
            ("A", false),
            ("a--b", false),
            ("-a", false),
            ("é", false),
        ] {
            assert_eq!(is_slug(id), expected, "{id:?}");
        }
        for (id, expected) in
            [("AGPL-3.0", true), ("GPL-2.0+", true), ("MIT, Apache", false), ("Libre", true), ("é", false)]
        {
            assert_eq!(is_licence_id(id), expected, "{id}");
        }
        assert_eq!(to_licence_id("Licence Ouverte, 2.0"), "Licence-Ouverte-2.0");
        for (id, expected) in [
            ("AGPL-3.0", Some("AGPL-3.0-only")),
            ("GPL-2.0+", Some("GPL-2.0-or-later")),
            ("GPL-2.0-only", None),
            ("GPL-2.0-with-GCC-exception", None),
            ("GFDL-", None),
            ("CC-BY-4.0", None),
        ] {
            assert_eq!(renamed_licence(id).as_deref(), expected, "{id}");
        }
    }

    #[test]
    fn dates_have_three_precisions_and_real_days() {
        for (text, expected) in [
            ("2023", true),
            ("2023-06", true),
            ("2023-06-27", true),
            ("2024-02-29", true),
            ("2023-02-29", false),
            ("2023-13", false),
            ("2023-00", false),
            ("23", false),
            ("2023-6", false),
            ("2023-06-27-01", false),
            ("0000", false),
            ("", false),
            ("+202", false),
        ] {
            let date = PartialDate::parse(text);
            assert_eq!(date.is_some(), expected, "{text:?}");
            assert!(date.is_none_or(|date| date.to_string() == text));
        }
    }

    #[test]
    fn links_cannot_run_scripts() {
        for (url, expected) in [
            ("https://www.openstreetmap.fr", true),
            ("HTTP://a.fr/x?y#z", true),
            ("mailto:contact@code.gouv.fr?subject=a", true),
            ("javascript:alert(1)", false),
            ("JaVaScRiPt:alert(1)", false),
            (" javascript:alert(1)", false),
            ("java\nscript:x", false),
            ("data:text/html,x", false),
            ("//a.fr", false),
            ("/a", false),
            ("https://", false),
            ("https:///x", false),
            ("https://a.fr/ b", false),
            ("mailto:", false),
            ("https://banque.example@ailleurs.example/", false),
            ("https://nom:cle@a.fr", false),
            ("https://banque.example%2F@ailleurs.example", false),
            ("https://a.fr:8080/@nom?de=a@b.fr#c@d", true),
            ("https://a.fr/\u{202e}rf.b//:sptth", false),
            ("https://a\u{200b}.fr", false),
        ] {
            assert_eq!(SafeUrl::parse(url).is_some(), expected, "{url:?}");
        }
        for (text, expected) in [
            ("htps://a.fr", Some("https://a.fr")),
            ("http//a.fr/b", Some("http://a.fr/b")),
            ("http:/a.fr", Some("http://a.fr")),
            ("a.fr/b", Some("https://a.fr/b")),
            ("//a.fr", Some("https://a.fr")),
            (" https://a.fr ", Some("https://a.fr")),
            ("b@a.fr", Some("mailto:b@a.fr")),
            ("javascript:a.b()", None),
            ("data:text/html,a.b", None),
            ("rien", None),
            ("", None),
        ] {
            assert_eq!(to_url(text).as_deref(), expected, "{text:?}");
        }
        let host = |url: &str| SafeUrl::parse(url).map(|url| url.host().to_owned());
        assert_eq!(host("https://www.wikimedia.fr/a?b").as_deref(), Some("wikimedia.fr"));
        for (url, expected) in [
            ("https://banque.example@ailleurs.example/", true),
            ("http://a.fr/@b", false),
            ("mailto:a@b.fr", false),
            ("a@b.fr", false),
        ] {
            assert_eq!(names_user(url), expected, "{url}");
        }
    }
}
