//! Ligatures: one character that people type as two.

/// The letters that a ligature joins.
pub(super) fn letters_of(c: char) -> Option<&'static str> {
    Some(match c {
        'Æ' | 'æ' => "ae",
        'Œ' | 'œ' => "oe",
        'ß' => "ss",
        'Þ' | 'þ' => "th",
        'Ĳ' | 'ĳ' => "ij",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        _ => return None,
    })
}
