//! Letters: reduced to what people type, and changed of case.
//!
//! Search and the checking of ids both compare texts this way, so it belongs to neither. Only the Latin, Greek and
//! Cyrillic letters of European languages have another case here. In a module that does nothing else, compressed by
//! brotli, these tables weigh 0.3 kB; `str::to_lowercase` alone 8.2, `icu_normalizer` and `icu_casemap` (2) 37,
//! `unicode-normalization` (0.1) 54, `deunicode` (1) 130, for every script.

mod case;
mod diacritics;
mod ligatures;
mod scripts;

use case::{lower, upper};
pub use diacritics::is_mark;
pub use scripts::{leans, stands_alone};

/// Appends the reduced form of `c`: lower case, without diacritics or ligatures; nothing for a
/// combining mark.
fn push_reduced(c: char, out: &mut String) {
    match c {
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        '\0'..='\u{bf}' | '×' | '÷' => out.push(c),
        _ if is_mark(c) => {}
        _ => match ligatures::letters_of(c) {
            Some(letters) => out.push_str(letters),
            None if c <= 'ſ' => out.push(diacritics::plain(c)),
            None => out.push(lower(c)),
        },
    }
}

/// Whether a character makes words: letters, digits and combining marks, but no sign nor picture.
///
/// Punctuation of other scripts than ours: that of Greek, Armenian, Hebrew, Arabic and the Indian ones, then
/// Thai, Khmer and Japanese.
pub fn makes_words(c: char) -> bool {
    match c {
        '\0'..='\u{bf}' => c.is_ascii_alphanumeric(),
        '\u{3005}'..='\u{3007}' => true,
        '×' | '÷' | '\u{2b0}'..='\u{2ff}' => false,
        '\u{37e}' | '\u{387}' | '\u{55a}'..='\u{55f}' | '\u{589}'..='\u{58a}' | '\u{5be}' | '\u{5f3}'..='\u{5f4}' => {
            false
        }
        '\u{60c}' | '\u{61b}'..='\u{61f}' | '\u{66a}'..='\u{66d}' | '\u{6d4}' | '\u{964}'..='\u{965}' => false,
        '\u{e3f}' | '\u{e4f}' | '\u{e5a}'..='\u{e5b}' | '\u{17d4}'..='\u{17da}' | '\u{30fb}' => false,
        '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{e000}'..='\u{f8ff}' => false,
        '\u{fe00}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff5b}'..='\u{ff65}' => false,
        '\u{fff0}'..='\u{ffff}' | '\u{1f000}'..='\u{1faff}' => false,
        _ => true,
    }
}

/// A text in lower case.
pub fn lowercase(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// A text whose first letter is a capital.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(upper).into_iter().chain(chars).collect()
}

/// The reduced form of a whole text, to compare and sort names in French.
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
            ("ΑΘΗΝΑ, Україна, Ђердап", "αθηνα, україна, ђердап"),
            ("مُحَمَّد", "محمد"),
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
        let of = |text: &str| text.chars().filter(|c| makes_words(*c)).collect::<String>();
        assert_eq!(of("L’été à 3 €, « œuvre » — 日本 × 🙂 …"), "Létéà3œuvre日本");
        assert_eq!(of("بيانات، مفتوحة؟ 佐々木・データ。 ข้อมูล ਪੰਜਾਬੀ।"), "بياناتمفتوحة佐々木データข้อมูลਪੰਜਾਬੀ");
    }
}
