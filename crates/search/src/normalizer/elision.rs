//! Elisions: « l’énergie » is « énergie ».

/// The small words that lose their last letter before another word.
const ELIDED: [&str; 16] =
    ["c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "presqu", "entr"];

/// Whether a reduced word, followed by an apostrophe, is only an elided small word.
pub(crate) fn is_elided(word: &str) -> bool {
    ELIDED.contains(&word)
}
