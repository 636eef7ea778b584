//! Case: the Latin, Greek and Cyrillic letters that have two forms.

/// The lower case of a letter.
pub(super) fn lower(c: char) -> char {
    let shifted = |by: u32| char::from_u32(c as u32 + by).unwrap_or(c);
    match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ω' | 'А'..='Я' => shifted(32),
        'Ѐ'..='Џ' => shifted(80),
        'Œ' | 'Š' | 'Ž' => shifted(1),
        'Ÿ' => 'ÿ',
        _ => c,
    }
}

/// The upper case of a letter.
pub(super) fn upper(c: char) -> char {
    let shifted = |by: u32| char::from_u32(c as u32 - by).unwrap_or(c);
    match c {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' | 'α'..='ρ' | 'σ'..='ω' | 'а'..='я' => shifted(32),
        'ѐ'..='џ' => shifted(80),
        'œ' | 'š' | 'ž' => shifted(1),
        'ÿ' => 'Ÿ',
        _ => c,
    }
}
