//! Letters reduced to what people type: lower case, without diacritics or ligatures.
//!
//! Search and the checking of ids both compare texts this way, so it belongs to neither.

/// Appends the reduced form of `c`; nothing for a combining mark.
pub(crate) fn push_reduced(c: char, out: &mut String) {
    match c {
        'a'..='z' | '0'..='9' => out.push(c),
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        '\u{300}'..='\u{36f}' => {}
        _ => {
            for lower in c.to_lowercase() {
                match lower {
                    'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => out.push('a'),
                    'ç' | 'ć' | 'č' => out.push('c'),
                    'ď' | 'đ' => out.push('d'),
                    'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => out.push('e'),
                    'ğ' => out.push('g'),
                    'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => out.push('i'),
                    'ł' => out.push('l'),
                    'ñ' | 'ń' | 'ň' => out.push('n'),
                    'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => out.push('o'),
                    'ř' => out.push('r'),
                    'ś' | 'š' | 'ş' => out.push('s'),
                    'ť' | 'ţ' => out.push('t'),
                    'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => out.push('u'),
                    'ý' | 'ÿ' => out.push('y'),
                    'ź' | 'ž' | 'ż' => out.push('z'),
                    'æ' => out.push_str("ae"),
                    'œ' => out.push_str("oe"),
                    'ß' => out.push_str("ss"),
                    '\u{300}'..='\u{36f}' => {}
                    other => out.push(other),
                }
            }
        }
    }
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
    use super::reduced;

    #[test]
    fn reduces_french() {
        for (text, expected) in [
            ("Énergie", "energie"), ("ŒUVRE, cœur", "oeuvre, coeur"), ("À où ça, naïf, aiguë", "a ou ca, naif, aigue"),
            ("e\u{301}te\u{301}", "ete"), ("Æ ß ÿ", "ae ss y"), ("日本", "日本"),
        ] {
            assert_eq!(reduced(text), expected);
        }
    }
}
