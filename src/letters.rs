//! Letters: reduced to what people type, and changed of case.
//!
//! Search and the checking of ids both compare texts this way, so it belongs to neither. Only the
//! Latin letters of European languages have another case here: the tables of the standard library,
//! for every script, weigh more than this whole module's users.

/// The plain letters of U+00C0 to U+017F, in order; `*` for those that are no letter or are several.
///
/// Source: the canonical decompositions of the Unicode Character Database, completed for the
/// letters with a stroke, which have none.
const PLAIN: &[u8; 192] = b"aaaaaa*ceeeeiiiidnooooo*ouuuuy**aaaaaa*ceeeeiiiidnooooo*ouuuuy*y\
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll\
        lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Appends the reduced form of `c`: lower case, without diacritics or ligatures; nothing for a
/// combining mark.
pub(crate) fn push_reduced(c: char, out: &mut String) {
    match c {
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        '\u{300}'..='\u{36f}' => {}
        'Æ' | 'æ' => out.push_str("ae"),
        'Œ' | 'œ' => out.push_str("oe"),
        'ß' => out.push_str("ss"),
        'Þ' | 'þ' => out.push_str("th"),
        'Ĳ' | 'ĳ' => out.push_str("ij"),
        '×' | '÷' => out.push(c),
        'À'..='ſ' => out.push(char::from(PLAIN[c as usize - 'À' as usize])),
        _ => out.push(c),
    }
}

/// Whether a character makes words: letters, digits and combining marks, but no sign nor picture.
pub(crate) fn makes_words(c: char) -> bool {
    match c {
        '\0'..='\u{bf}' => c.is_ascii_alphanumeric(),
        '×'
        | '÷'
        | '\u{2b0}'..='\u{2ff}'
        | '\u{2000}'..='\u{2bff}'
        | '\u{3000}'..='\u{303f}'
        | '\u{e000}'..='\u{f8ff}' => false,
        '\u{fe00}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff0f}' | '\u{fff0}'..='\u{ffff}' | '\u{1f000}'..='\u{1faff}' => {
            false
        }
        _ => true,
    }
}

/// The lower case of a letter.
fn lower(c: char) -> char {
    let shifted = |by: u32| char::from_u32(c as u32 + by).unwrap_or(c);
    match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => shifted(32),
        'Œ' | 'Š' | 'Ž' => shifted(1),
        'Ÿ' => 'ÿ',
        _ => c,
    }
}

/// The upper case of a letter.
fn upper(c: char) -> char {
    let shifted = |by: u32| char::from_u32(c as u32 - by).unwrap_or(c);
    match c {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' => shifted(32),
        'œ' | 'š' | 'ž' => shifted(1),
        'ÿ' => 'Ÿ',
        _ => c,
    }
}

/// A text in lower case.
#[must_use]
pub fn lowercase(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// A text whose first letter is a capital.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(upper).into_iter().chain(chars).collect()
}

/// The reduced form of a whole text, to compare and sort names in French.
#[must_use]
pub fn reduced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| push_reduced(c, &mut out));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reduces_french() {
        for (text, expected) in [
            ("Énergie", "energie"),
            ("ŒUVRE, cœur", "oeuvre, coeur"),
            ("À où ça, naïf, aiguë", "a ou ca, naif, aigue"),
            ("e\u{301}te\u{301}", "ete"),
            ("Æ ß ÿ", "ae ss y"),
            ("日本", "日本"),
            ("Łódź, Þór, Đakovo", "lodz, thor, dakovo"),
            ("3 × 2 ÷ 1", "3 × 2 ÷ 1"),
        ] {
            assert_eq!(reduced(text), expected);
        }
    }

    #[test]
    fn changes_case() {
        assert_eq!(lowercase("ÉNERGIE, ŒUVRE ÿ Ÿ × Š"), "énergie, œuvre ÿ ÿ × š");
        for (text, expected) in [
            ("énergie", "Énergie"),
            ("œuvre", "Œuvre"),
            ("à vérifier", "À vérifier"),
            ("", ""),
            ("2023", "2023"),
            ("÷", "÷"),
        ] {
            assert_eq!(capitalised(text), expected);
        }
    }

    #[test]
    fn knows_what_makes_words() {
        let words: String = "L’été à 3 €, « œuvre » — 日本 × 🙂 …".chars().filter(|c| makes_words(*c)).collect();
        assert_eq!(words, "Létéà3œuvre日本");
    }
}
