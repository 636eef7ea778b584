//! Diacritics: letters without their accents, cedillas and strokes.

/// The plain letters of U+00C0 to U+017F, in order; `*` for those that are no letter or are several.
///
/// Source: the canonical decompositions of the Unicode Character Database, completed for the
/// letters with a stroke, which have none.
const PLAIN: &[u8; 192] = b"aaaaaa*ceeeeiiiidnooooo*ouuuuy**aaaaaa*ceeeeiiiidnooooo*ouuuuy*y\
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll\
        lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// The lower-case letter under the diacritic of a letter from `À` to `ſ`.
pub(super) fn plain(c: char) -> char {
    char::from(PLAIN[c as usize - 'À' as usize])
}

/// Whether a character only adds to the one before it what people leave out when they type: a diacritic, a
/// point of Hebrew, a vowel or a lengthening of Arabic.
pub fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}'
    )
}
