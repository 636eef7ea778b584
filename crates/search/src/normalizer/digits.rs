//! Digits: numbers are neither inflected nor misspelt, and « 100 000 » is also « 100000 ».

/// Whether a word holds a digit.
pub(crate) fn is_number(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether two words are the thousands and the units of one number.
pub(crate) fn joins_thousands(before: &str, between: &[u8], after: &str) -> bool {
    let digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    // A space, or as bytes of UTF-8 the no-break spaces U+00A0 and U+202F.
    before.len() <= 3
        && after.len() == 3
        && digits(before)
        && digits(after)
        && matches!(between, b" " | b"\xc2\xa0" | b"\xe2\x80\xaf")
}

#[cfg(test)]
mod tests {
    use super::joins_thousands;

    #[test]
    fn knows_thousands() {
        for (before, between, after, expected) in [
            ("100", " ", "000", true),
            ("2", "\u{a0}", "000", true),
            ("20", "\u{202f}", "500", true),
            ("2021", " ", "000", false),
            ("100", " ", "00", false),
            ("100", "-", "000", false),
            ("les", " ", "100", false),
        ] {
            assert_eq!(joins_thousands(before, between.as_bytes(), after), expected, "{before}{between}{after}");
        }
    }
}
