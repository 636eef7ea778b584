//! Elisions: « l’énergie » is « énergie ».

/// Whether a reduced word, followed by an apostrophe, is only an elided small word.
pub(crate) fn is_elided(word: &str) -> bool {
    matches!(
        word,
        "c" | "d"
            | "j"
            | "l"
            | "m"
            | "n"
            | "s"
            | "t"
            | "qu"
            | "jusqu"
            | "lorsqu"
            | "puisqu"
            | "quoiqu"
            | "quelqu"
            | "presqu"
            | "entr"
    )
}
