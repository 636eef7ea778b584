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

/// The words of a text, as they are compared: no case, accent, ligature or elided article.
pub(in crate::search) fn words(text: &str) -> Vec<String> {
    let plain: String = text.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect();
    let plain = plain.to_lowercase().replace('œ', "oe").replace('æ', "ae");
    let mut words = Vec::new();
    for piece in plain.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        let elided = ["c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"];
        if word.is_empty() || piece.ends_with(['\'', '’', 'ʼ']) && elided.contains(&word) {
            continue;
        }
        words.push(word.to_owned());
    }
    words
}
