//! The public address of the site, from which every whole address is made.
//!
//! Its parts are those of RFC 3986; it knows nothing of the pages.

use std::fmt;

/// The address of a site: `http` or `https`, without query or fragment, with a slash at its end.
///
/// The scheme and the host are in lower case, as RFC 3986 (6.2.2.1) compares them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(String);

/// Why a text is not the address of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BaseUrlError {
    /// Another scheme, or none.
    #[error("expected an address that starts with http:// or https://")]
    Scheme,
    /// No host, or a user's name before it.
    #[error("expected a host after the scheme")]
    Host,
    /// A part that changes from page to page.
    #[error("expected an address without ? or #")]
    QueryOrFragment,
    /// A space, or one of `" < > \ ^ { | }` and the grave accent.
    #[error("expected an address without spaces, quotes, braces or the like")]
    Character,
}

impl BaseUrl {
    /// Reads an address and completes it with its last slash.
    ///
    /// # Errors
    /// When nothing can be added after the text to make the address of a page.
    pub fn parse(text: &str) -> Result<Self, BaseUrlError> {
        let lower = text.to_ascii_lowercase();
        let scheme = ["https://", "http://"].into_iter().find(|scheme| lower.starts_with(scheme));
        let scheme = scheme.ok_or(BaseUrlError::Scheme)?;
        let rest = &text[scheme.len()..];
        let end = rest.find('/').unwrap_or(rest.len());
        let (authority, path) = (&lower[scheme.len()..scheme.len() + end], &rest[end..]);
        if rest.contains(['?', '#']) {
            return Err(BaseUrlError::QueryOrFragment);
        }
        if rest.contains(|c: char| c.is_whitespace() || c.is_control() || "\"<>\\^`{|}".contains(c)) {
            return Err(BaseUrlError::Character);
        }
        if authority.is_empty() || authority.starts_with(':') || authority.contains('@') {
            return Err(BaseUrlError::Host);
        }
        let slash = if path.ends_with('/') { "" } else { "/" };
        Ok(Self([scheme, authority, path, slash].concat()))
    }

    /// The address, with its last slash.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host, and its port where it names one.
    pub fn authority(&self) -> &str {
        self.0.split('/').nth(2).unwrap_or_default()
    }

    /// The address of what is at `path` below the root of the site, with or without a first slash.
    pub fn join(&self, path: &str) -> String {
        let path = path.trim_start_matches('/');
        format!("{}{path}", self.0)
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_sites_end_with_a_slash() {
        for (text, expected) in [
            ("https://communs.example", "https://communs.example/"),
            ("https://communs.example/", "https://communs.example/"),
            ("HTTPS://Communs.Example/Ville", "https://communs.example/Ville/"),
            ("http://127.0.0.1:8080/a/b/", "http://127.0.0.1:8080/a/b/"),
            ("http://[::1]:8080", "http://[::1]:8080/"),
            ("https://communs.example/villes%20amies", "https://communs.example/villes%20amies/"),
        ] {
            assert_eq!(BaseUrl::parse(text).map(|url| url.to_string()), Ok(expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_no_page_can_be_added_to_is_refused() {
        for (text, expected) in [
            ("", BaseUrlError::Scheme),
            ("communs.example", BaseUrlError::Scheme),
            ("//communs.example", BaseUrlError::Scheme),
            ("mailto:a@communs.example", BaseUrlError::Scheme),
            ("javascript://communs.example/%0aalert(1)", BaseUrlError::Scheme),
            ("file:///etc/passwd", BaseUrlError::Scheme),
            ("https://", BaseUrlError::Host),
            ("https:///a", BaseUrlError::Host),
            ("https://:80", BaseUrlError::Host),
            ("https://a:b@communs.example", BaseUrlError::Host),
            ("https://communs.example/?q=a", BaseUrlError::QueryOrFragment),
            ("https://communs.example/#/catalogue", BaseUrlError::QueryOrFragment),
            ("https://communs.example/ a", BaseUrlError::Character),
            (" https://communs.example", BaseUrlError::Scheme),
            ("https://communs.example/{a}", BaseUrlError::Character),
            ("https://communs.example/\"><script>", BaseUrlError::Character),
        ] {
            assert_eq!(BaseUrl::parse(text), Err(expected), "{text}");
        }
    }

    #[test]
    fn pages_stand_below_the_address() {
        let site = BaseUrl::parse("https://communs.example/ville").expect("the test writes an address");
        for (path, expected) in [
            ("/", "https://communs.example/ville/"),
            ("", "https://communs.example/ville/"),
            ("/catalogue/", "https://communs.example/ville/catalogue/"),
            ("sitemap.xml", "https://communs.example/ville/sitemap.xml"),
        ] {
            assert_eq!(site.join(path), expected, "{path}");
        }
    }
}
