//! Dates, addresses and names as sources write them, made as catalogues write them or compared.

use catalogue::{PartialDate, SafeUrl};

/// A date of the format, from those that spreadsheets and programs write: `2026-11-22T08:00:00Z`, `22/11/2026`,
/// `11/2026`, `2026/11/22`, `22.11.2026`.
pub(crate) fn date(text: &str) -> Option<String> {
    let day = text.split(['T', ' ']).next().unwrap_or(text);
    if let Some(date) = PartialDate::parse(day) {
        return Some(date.to_string());
    }
    let parts: Vec<&str> = day.split(['/', '.', '-']).collect();
    let written = match parts[..] {
        [day, month, year] if year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}"),
        [year, month, day] if year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}"),
        [month, year] if year.len() == 4 => format!("{year}-{month:0>2}"),
        _ => return None,
    };
    PartialDate::parse(&written).map(|date| date.to_string())
}

/// An address that a link may have, from those that programs write: `git+https://…`, `git@host:owner/name`,
/// `www.a.fr`.
pub(crate) fn address(text: &str) -> Option<String> {
    let text = text.trim().trim_matches(['<', '>', '"']);
    let text = text.strip_prefix("git+").unwrap_or(text);
    let https = if let Some(rest) = text.strip_prefix("git://") {
        format!("https://{rest}")
    } else if let Some((host, path)) = text.strip_prefix("git@").and_then(|rest| rest.split_once(':')) {
        format!("https://{host}/{path}")
    } else if text.starts_with("www.") {
        format!("https://{text}")
    } else {
        text.to_owned()
    };
    SafeUrl::parse(&https).map(|_| https)
}

/// An address, even without its scheme, as people type it: `a.fr/b`.
pub(crate) fn typed_address(text: &str) -> Option<String> {
    let host = text.split('/').next().unwrap_or(text);
    let end = host.rsplit_once('.').map(|(_, end)| end);
    let is_host = end.is_some_and(|end| end.len() >= 2 && end.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let is_bare = is_host && !text.contains([':', '@']) && !text.contains(char::is_whitespace);
    address(text).or_else(|| if is_bare { address(&format!("https://{text}")) } else { None })
}

/// An address of mail alone.
pub(crate) fn email(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches("mailto:").trim_matches(['<', '>']);
    let (name, host) = text.split_once('@')?;
    let is_one =
        !name.is_empty() && host.contains('.') && !text.contains(|c: char| c.is_whitespace() || ",;<>\"".contains(c));
    is_one.then(|| text.to_owned())
}

/// A name as it is compared: letters and digits alone, without case or accents.
pub(crate) fn fold(name: &str) -> String {
    text::slug(name)
}

/// An address as it is compared: without its scheme, `www.`, what follows `#`, a last `/` or `.git`, nor what only
/// follows visitors.
pub(crate) fn same_address(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let rest = rest.split('#').next().unwrap_or(rest);
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = path.split_once('/').unwrap_or((path, ""));
    let host = host.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let path = path.trim_end_matches('/');
    let path = path.strip_suffix(".git").unwrap_or(path);
    let path = path.strip_suffix("/index.html").unwrap_or(path);
    let is_forge = ["github.com", "gitlab.com", "codeberg.org", "bitbucket.org"].contains(&host);
    let path = if is_forge { path.to_lowercase() } else { path.to_owned() };
    let kept: Vec<&str> = query.split('&').filter(|part| !part.is_empty() && !part.starts_with("utm_")).collect();
    let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
    Some(format!("{host}/{path}{query}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (text, expected) in [
            ("2026-11-22T08:00:00.000Z", Some("2026-11-22")),
            ("2026-11-22 08:00", Some("2026-11-22")),
            ("22/11/2026", Some("2026-11-22")),
            ("2/1/2026", Some("2026-01-02")),
            ("11/2026", Some("2026-11")),
            ("2026/11/22", Some("2026-11-22")),
            ("22.11.2026", Some("2026-11-22")),
            ("2026", Some("2026")),
            ("31/02/2026", None),
            ("hier", None),
            ("1.10", None),
        ] {
            assert_eq!(date(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn addresses_are_made_whole_and_never_run() {
        for (text, expected) in [
            ("git+https://github.com/a/b", Some("https://github.com/a/b")),
            ("git@github.com:a/b.git", Some("https://github.com/a/b.git")),
            ("www.a.fr", Some("https://www.a.fr")),
            ("javascript:alert(1)", None),
            ("data:text/html,x", None),
            ("a.fr et b.fr", None),
        ] {
            assert_eq!(address(text).as_deref(), expected, "{text}");
        }
        for (text, expected) in
            [("a.fr/b", Some("https://a.fr/b")), ("javascript:a.fr", None), ("1.10", None), ("a@b.fr", None)]
        {
            assert_eq!(typed_address(text).as_deref(), expected, "{text}");
        }
        for (a, b) in [
            ("https://github.com/Grist/Core.git", "http://www.github.com/grist/core/"),
            ("https://a.fr/?utm_source=x#y", "http://a.fr"),
            ("https://a.fr/b/index.html", "https://A.fr/b/"),
        ] {
            assert_eq!(same_address(a), same_address(b));
        }
        assert_ne!(same_address("https://a.fr/?id=1"), same_address("https://a.fr/?id=2"));
    }
}
