//! Acronyms: « Base adresse nationale » is also « BAN ».

use super::is_stop_word;

/// The initials of a name, three at least: of its telling words alone, then of all its words, and
/// the capitals of a name in one word.
pub(crate) fn initials(words: &[String], name: &str) -> Vec<String> {
    let of = |all: bool| -> String {
        words.iter().filter(|word| all || !is_stop_word(word)).filter_map(|word| word.chars().next()).collect()
    };
    let mut found = vec![of(false), of(true)];
    if !name.contains(' ') && name.bytes().any(|byte| byte.is_ascii_lowercase()) {
        found.push(name.chars().filter(char::is_ascii_uppercase).map(|c| c.to_ascii_lowercase()).collect());
    }
    found.dedup();
    found.retain(|acronym| acronym.chars().count() > 2);
    found
}

/// The number of the last of these words whose initials spell an acronym, small words aside;
/// `None` when they do not.
pub(crate) fn spells(words: &[&str], acronym: &str) -> Option<usize> {
    let mut letters = acronym.chars().rev();
    let mut wanted = letters.next();
    for (rank, word) in words.iter().rev().enumerate() {
        let letter = wanted?;
        if word.starts_with(letter) {
            wanted = letters.next();
            if wanted.is_none() {
                return Some(rank + 1);
            }
        } else if !is_stop_word(word) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{initials, spells};

    #[test]
    fn takes_the_initials_of_names() {
        for (name, expected) in [
            ("Base adresse nationale", &["ban"][..]),
            ("Référentiel national des bâtiments", &["rnb", "rndb"]),
            ("Fondation de France", &["fdf"]),
            ("OpenStreetMap", &["osm"]),
            ("Open data", &[]),
            ("RNB", &[]),
        ] {
            let words: Vec<String> = name.split(' ').map(text::letters::reduced).collect();
            assert_eq!(initials(&words, name), expected, "{name}");
        }
    }

    #[test]
    fn knows_what_an_acronym_spells() {
        for (words, acronym, expected) in [
            ("la base adresse nationale", "ban", Some(3)),
            ("le referentiel national des batiments", "rnb", Some(4)),
            ("adresse nationale", "ban", None),
            ("base commune adresse nationale", "ban", None),
            ("", "ban", None),
        ] {
            let words: Vec<&str> = words.split_whitespace().collect();
            assert_eq!(spells(&words, acronym), expected, "{words:?}");
        }
    }
}
