//! What sentences are made with: numbers, dates, quotation marks, lists.

use crate::Language;
use text::letters::lowercase;

/// Words of ours inside a sentence, without their capital. What the data names keeps its own letters: only
/// its editors know which of them are capitals, and views have no way to change them.
pub fn uncapitalised(words: &str) -> String {
    let (first, rest) = words.split_at(words.chars().next().map_or(0, char::len_utf8));
    lowercase(first) + rest
}

/// `« text »`.
pub fn quoted(language: Language, text: &str) -> String {
    match language {
        Language::French => format!("«\u{a0}{text}\u{a0}»"),
    }
}

/// A whole number: in French, with narrow no-break spaces between thousands.
pub fn number(language: Language, n: usize) -> String {
    let between = match language {
        Language::French => '\u{202f}',
    };
    let digits = n.to_string();
    let mut out = String::new();
    for (rank, digit) in digits.chars().enumerate() {
        if rank > 0 && (digits.len() - rank).is_multiple_of(3) {
            out.push(between);
        }
        out.push(digit);
    }
    out
}

const MONTHS: [[&str; 12]; Language::COUNT] = [[
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]];

/// A number with its decimals: « -1 234,5 ».
pub fn decimal(language: Language, sign: &str, whole: u64, part: &str) -> String {
    let point = match language {
        Language::French => ',',
    };
    let sign = if sign.is_empty() { "" } else { "\u{2212}" };
    let whole = number(language, usize::try_from(whole).unwrap_or(usize::MAX));
    if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}{point}{part}") }
}

/// A date, of which the day, or the month too, may not be known: « 27 juin 2023 », « juin 2023 », « 2023 ».
pub fn date(language: Language, year: u16, month: Option<u8>, day: Option<u8>) -> String {
    let month = month.map(|month| MONTHS[language as usize][usize::from(month) - 1]);
    match language {
        Language::French => match (day, month) {
            (Some(1), Some(month)) => format!("1er\u{a0}{month} {year}"),
            (Some(day), Some(month)) => format!("{day}\u{a0}{month} {year}"),
            (None, Some(month)) => format!("{month} {year}"),
            _ => year.to_string(),
        },
    }
}

/// Since when something is so, inside a sentence: « depuis le 27 juin 2023 », « depuis juin 2023 », « depuis 2023 ».
pub fn since(language: Language, year: u16, month: Option<u8>, day: Option<u8>) -> String {
    let date = date(language, year, month, day);
    match language {
        Language::French => format!("depuis {}{date}", if day.is_some() { "le " } else { "" }),
    }
}

/// « a, b et c ».
pub fn enumeration(items: &[&str], and: &str) -> String {
    match items {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// What more is said of something, in brackets after it; nothing when that is empty.
pub fn in_brackets(said: &[&str]) -> String {
    let said: Vec<&str> = said.iter().copied().filter(|said| !said.is_empty()).collect();
    if said.is_empty() { String::new() } else { format!(" ({})", said.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Noun;

    #[test]
    fn counts_agree() {
        const COMMONS: Noun = Noun([["Aucun commun", "commun", "communs"]]);
        for (n, expected) in
            [(0, "Aucun commun"), (1, "1\u{a0}commun"), (8, "8\u{a0}communs"), (12_200, "12\u{202f}200\u{a0}communs")]
        {
            assert_eq!(COMMONS.count(Language::French, n), expected);
        }
        for (n, expected) in [(0, "0"), (999, "999"), (2413, "2\u{202f}413"), (1_637_000, "1\u{202f}637\u{202f}000")] {
            assert_eq!(number(Language::French, n), expected);
        }
    }

    #[test]
    fn our_words_lose_their_capital_inside_sentences() {
        for (words, inside) in
            [("Événement", "événement"), ("Aucune fiche", "aucune fiche"), ("8 fiches", "8 fiches"), ("", "")]
        {
            assert_eq!(uncapitalised(words), inside);
        }
    }

    #[test]
    fn dates_read_in_french() {
        for (year, month, day, expected) in [
            (2023, None, None, "2023"),
            (2023, Some(8), None, "août 2023"),
            (2026, Some(11), Some(22), "22\u{a0}novembre 2026"),
            (2026, Some(6), Some(1), "1er\u{a0}juin 2026"),
        ] {
            assert_eq!(date(Language::French, year, month, day), expected);
            let article = if day.is_some() { "le " } else { "" };
            assert_eq!(since(Language::French, year, month, day), format!("depuis {article}{expected}"));
        }
    }

    #[test]
    fn a_colon_is_as_far_from_its_word_as_a_word() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let files = std::fs::read_dir(folder).expect("the sources are there").flatten();
        let texts = files.map(|file| std::fs::read_to_string(file.path()).expect("they are texts"));
        let narrow = concat!("\\u{202f", "}:");
        let found: Vec<String> = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
        assert!(found.len() > 1000, "{} lines were read", found.len());
        let found: Vec<&String> = found.iter().filter(|line| line.contains(narrow)).collect();
        assert!(found.is_empty(), "{found:?}");
    }
}
