//! Text cut into the words that the index compares.

use std::ops::Range;

use super::normalizer::{is_elided, with_signs};
use text::letters::{is_mark, leans, makes_words, reduced, stands_alone};

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its reduced form: what is compared.
    pub term: String,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
}

/// The words of a text, in order. Elided articles (l’, d’, qu’…) are left out.
pub fn tokens(text: &str) -> impl Iterator<Item = Token> {
    words(text).map(|range| Token { term: reduced(&text[range.clone()]), range })
}

/// Where the words of a text stand, elided articles left out.
pub(super) fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let mut start = after_signs(text, at);
            if start == text.len() {
                return None;
            }
            at = end_of_word(text, start);
            // The longest elided words have six letters.
            let may_be_elided = at - start <= 6 && !matches!(text.as_bytes().get(at), None | Some(b' '));
            let elided = may_be_elided
                && text[at..].starts_with(['\'', '’', 'ʼ'])
                && is_elided(&text[start..at].to_ascii_lowercase());
            // Combining marks alone make no word.
            let is_word = text.as_bytes()[start].is_ascii() || text[start..at].chars().any(|c| !is_mark(c));
            if is_word && !elided {
                (start, at) = with_signs(text.as_bytes(), start..at);
                return Some(start..at);
            }
        }
    })
}

/// Where the characters from `start` on that make no word end.
///
/// Bytes are looked at first, here and below: this is where most of the making of an index is spent.
fn after_signs(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        let (makes, length) = if byte.is_ascii() {
            (byte.is_ascii_alphanumeric(), 1)
        } else {
            text[at..].chars().next().map_or((false, 1), |c| (makes_words(c), c.len_utf8()))
        };
        if makes {
            break;
        }
        at += length;
    }
    at
}

/// Where the word that starts at `start` ends: letters in a row, or one sign of a script without spaces.
fn end_of_word(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    let mut alone = false;
    while let Some(byte) = bytes.get(at) {
        if byte.is_ascii() {
            if alone || !byte.is_ascii_alphanumeric() {
                break;
            }
            at += 1;
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        let parts = alone || stands_alone(c);
        if if parts && at > start { !leans(c) } else { !makes_words(c) } {
            break;
        }
        alone = parts;
        at += c.len_utf8();
    }
    at
}

#[cfg(test)]
mod tests {
    use super::tokens;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = tokens(text).map(|token| token.term).collect();
        assert_eq!(found, expected, "{text}");
        for token in tokens(text) {
            assert!(text.get(token.range.clone()).is_some(), "{text}: {token:?}");
        }
    }

    #[test]
    fn cuts_french_words() {
        check("L’énergie d'aujourd’hui", &["energie", "aujourd", "hui"]);
        check("Coloc'Auto", &["coloc", "auto"]);
        check("logements vacants, cœurs de ville", &["logements", "vacants", "coeurs", "de", "ville"]);
        check("transport.data.gouv.fr", &["transport", "data", "gouv", "fr"]);
        check("Data-Food — 2021 !", &["data", "food", "2021"]);
        check("e\u{301}te\u{301} \u{301}", &["ete"]);
        check(" … ", &[]);
    }

    #[test]
    fn keeps_the_signs_of_names() {
        check("C++, C#, F# et Notepad++ (.NET)", &["c++", "c#", "f#", "et", "notepad++", ".net"]);
        check("Bac+5, C++17, EvalPro+.", &["bac", "5", "c++", "17", "evalpro+"]);
        check("Iceshrimp.NET, node.js … fin. Net", &["iceshrimp", "net", "node", "js", "fin", "net"]);
        check("+33 #1 a + b ++ c.d", &["33", "1", "a", "b", "c", "d"]);
    }

    #[test]
    fn parts_what_no_space_parts() {
        check("開放資料 et données", &["開", "放", "資", "料", "et", "donnees"]);
        check("API資料2", &["api", "資", "料", "2"]);
        check("ข้อมูล", &["ข้", "อ", "มู", "ล"]);
        check("プログラム", &["プ", "ロ", "グ", "ラ", "ム"]);
        check("منصة البيانات، المفتوحة", &["منصة", "البيانات", "المفتوحة"]);
        check("ਪੰਜਾਬੀ ਸ਼ਬਦਕੋਸ਼", &["ਪੰਜਾਬੀ", "ਸ਼ਬਦਕੋਸ਼"]);
    }

    #[test]
    fn gives_the_place_of_words() {
        let text = "l’Énergie verte";
        let words: Vec<&str> = tokens(text).map(|token| &text[token.range]).collect();
        assert_eq!(words, ["Énergie", "verte"]);
    }
}
