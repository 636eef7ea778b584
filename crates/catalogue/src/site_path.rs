//! The path of something of the site, below its root: it can lead nowhere else, whatever reads it.

/// Whether a text is the path of a page or a file of the site, with its query and fragment if any.
///
/// None of its names starts with a full stop, so that it never goes up; the first one does not read as a host.
pub(crate) fn is_site_path(text: &str) -> bool {
    let is_clean = !text.chars().any(|c| c.is_whitespace() || c.is_control() || "\"<>\\".contains(c));
    let path = text.split(['?', '#']).next().unwrap_or_default();
    let mut names: Vec<&str> = path.split('/').collect();
    // A folder, or nothing before the query.
    if names.last() == Some(&"") {
        names.pop();
    }
    let is_host = text.starts_with("www.") || names.len() > 1 && names[0].contains('.');
    let is_name = |name: &&str| !name.is_empty() && !name.starts_with('.') && !name.contains(':');
    is_clean && !text.is_empty() && !is_host && names.iter().all(is_name) && !path.to_ascii_lowercase().contains("%2e")
}

/// Whether a text is the path of a file of the site whose name ends with one of these, without its full stop.
pub(crate) fn is_file(text: &str, ends: &[&str]) -> bool {
    let end = text.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase());
    is_site_path(text) && !text.contains(['?', '#', '%']) && end.is_some_and(|end| ends.contains(&end.as_str()))
}

/// The path nearest to a text in spelling.
pub(crate) fn nearest_path(text: &str) -> Option<String> {
    let path = text.trim().replace('\\', "/");
    let path = path.trim_start_matches(['.', '/']);
    (path != text && is_site_path(path)).then(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_never_leaves_the_site() {
        for path in ["mentions.html", "a-propos/", "catalogue/?theme=eau#q", "#contenu", "?q=a", "docs/a.b/c", "pages"]
        {
            assert!(is_site_path(path), "{path}");
        }
        for other in [
            "",
            "/a-propos/",
            "//exemple.fr",
            "../ailleurs/",
            "a/../../b",
            "a/./b",
            "%2e%2E/a",
            "a//b",
            "javascript:alert(1)",
            "a/b:c",
            "a\\b",
            "a b",
            "www.exemple.fr",
            "exemple.fr/mentions",
            "a\"b",
            ".htaccess",
        ] {
            assert!(!is_site_path(other), "{other}");
        }
    }

    #[test]
    fn a_file_has_a_known_end() {
        for file in ["logo.svg", "images/Logo.SVG", "été.svg"] {
            assert!(is_file(file, &["svg"]), "{file}");
        }
        for other in ["logo.png", "svg", "logo.svg?v=1", "logo.svg#a", "../logo.svg", "lo%67o.svg", "logo.svg/"] {
            assert!(!is_file(other, &["svg"]), "{other}");
        }
    }

    #[test]
    fn near_paths_are_suggested() {
        for (text, near) in [
            ("./logo.svg", Some("logo.svg")),
            ("/images/logo.svg", Some("images/logo.svg")),
            ("images\\logo.svg", Some("images/logo.svg")),
            ("logo.svg", None),
            ("https://a.fr/logo.svg", None),
        ] {
            assert_eq!(nearest_path(text).as_deref(), near, "{text}");
        }
    }
}
