//! Hyphens and joined words: « co-voiturage » is also « covoiturage ».

/// Whether what stands between two words makes one of them: a single hyphen, apostrophe, dot or underscore.
pub(crate) fn joins(between: &[u8]) -> bool {
    // As bytes of UTF-8: the hyphens U+2010 and U+2011, then the apostrophes U+2019 and U+02BC.
    matches!(between, b"-" | b"'" | b"." | b"_" | b"\xe2\x80\x90" | b"\xe2\x80\x91" | b"\xe2\x80\x99" | b"\xca\xbc")
}

#[cfg(test)]
mod tests {
    use super::joins;

    #[test]
    fn knows_its_marks() {
        for mark in ["-", "\u{2010}", "\u{2011}", "'", "’", "ʼ", ".", "_"] {
            assert!(joins(mark.as_bytes()), "{mark}");
        }
        for mark in ["", " ", "\u{a0}", "--", ". ", "—", "/"] {
            assert!(!joins(mark.as_bytes()), "{mark}");
        }
    }
}
