//! Digits: numbers are neither inflected nor misspelt, and « 100 000 » is also « 100000 ».

/// Whether a word holds a digit.
pub(in crate::search) fn is_number(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether two words are the thousands and the units of one number.
pub(in crate::search) fn joins_thousands(before: &str, between: &str, after: &str) -> bool {
    let digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    matches!(between, " " | "\u{a0}" | "\u{202f}")
        && before.len() <= 3
        && after.len() == 3
        && digits(before)
        && digits(after)
}
