//! Addresses in parts: the parameters of their search part, the words of their path.

use std::borrow::Cow;

/// The parameters of the search part of an address, with or without its question mark, decoded.
pub fn parameters(search: &str) -> form_urlencoded::Parse<'_> {
    form_urlencoded::parse(search.trim_start_matches('?').as_bytes())
}

/// The value of the first parameter of this name.
pub fn parameter<'a>(search: &'a str, name: &str) -> Option<Cow<'a, str>> {
    parameters(search).find(|(known, _)| known == name).map(|(_, value)| value)
}

/// What a parameter lists, between commas.
pub fn listed(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim).filter(|word| !word.is_empty())
}

/// A text as the value of a parameter.
pub fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// A path as people read it, without its `%XX`.
pub fn decoded(path: &str) -> String {
    // What cuts a form but not a path is protected.
    let protected = path.replace('+', "%2B").replace('&', "%26").replace('=', "%3D");
    form_urlencoded::parse(protected.as_bytes()).map(|(name, _)| name.into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_read_as_they_are_written() {
        let said = "a&b=c,%25 é";
        let search = format!("?q=1&fiche={}&fiche=2", encoded(said));
        assert_eq!(parameter(&search, "fiche").as_deref(), Some(said));
        assert_eq!(parameter(&search, "absent"), None);
        assert_eq!(decoded("/a+b%20c&d=é"), "/a+b c&d=é");
        assert_eq!(listed(" a, ,b,").collect::<Vec<_>>(), ["a", "b"]);
    }
}
