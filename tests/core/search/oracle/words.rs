//! Words as they are compared, by the reference decomposition of Unicode.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

/// The words of a text that must be held, the last of which may be a start only.
pub(super) fn asked(text: &str) -> Vec<String> {
    let mut asked = words(text);
    if let Some(last) = asked.pop() {
        // A word typed again is being typed: its start is enough.
        asked.retain(|word| *word != last);
        asked.push(last);
    }
    asked
}

/// Whether words hold every word that is asked, the last one as a start.
pub(super) fn holds(entry: &BTreeSet<String>, asked: &[String]) -> bool {
    asked.split_last().is_none_or(|(last, whole)| {
        whole.iter().all(|word| entry.contains(word)) && entry.iter().any(|word| word.starts_with(last))
    })
}

/// The words of a text, as they are compared: no case, accent, ligature or elided article, and the signs of
/// names like « C++ » and « .NET ».
pub(in crate::search) fn words(text: &str) -> Vec<String> {
    let plain: String = text.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect();
    let plain: Vec<char> = plain.to_lowercase().replace('œ', "oe").replace('æ', "ae").chars().collect();
    let is_letter = |at: usize| plain.get(at).is_some_and(|c| c.is_alphanumeric());
    let elided = ["c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"];
    let mut words = Vec::new();
    let mut at = 0;
    while at < plain.len() {
        let start = at;
        while is_letter(at) {
            at += 1;
        }
        if start == at {
            at += 1;
            continue;
        }
        let mut word: String = plain[start..at].iter().collect();
        if elided.contains(&word.as_str()) && plain.get(at).is_some_and(|c| ['\'', '’', 'ʼ'].contains(c)) {
            continue;
        }
        let signs = plain[at..].iter().take_while(|c| ['+', '#'].contains(*c)).count();
        if signs > 1 || signs == 1 && !is_letter(at + 1) {
            word.extend(&plain[at..at + signs]);
            at += signs;
        }
        let before: String = plain[..start].iter().rev().take(2).collect();
        if [".", ". ", ".(", ".\n"].contains(&before.as_str()) && !word.starts_with(|c: char| c.is_ascii_digit()) {
            word.insert(0, '.');
        }
        words.push(word);
    }
    words
}
