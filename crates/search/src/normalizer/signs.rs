//! Signs that are part of a name: « C++ », « C# », « .NET ».

use std::ops::Range;

/// The signs that end a name.
const AFTER: [u8; 2] = [b'+', b'#'];

/// Where a word stands with the signs that are part of it: those that follow it, unless letters come after a
/// lone one (« Bac+5 »), and the dot that starts a word.
#[inline(always)]
pub(crate) fn with_signs(bytes: &[u8], word: Range<usize>) -> (usize, usize) {
    let Range { mut start, mut end } = word;
    if bytes.get(end).is_some_and(|byte| AFTER.contains(byte)) {
        let signs = bytes[end..].iter().take_while(|byte| AFTER.contains(byte)).count();
        let is_followed = bytes.get(end + signs).is_some_and(u8::is_ascii_alphanumeric);
        end += if signs == 1 && is_followed { 0 } else { signs };
    }
    let is_free = |before: &[u8]| matches!(before.last(), None | Some(b' ' | b'(' | b'\n'));
    if start > 0 && bytes[start - 1] == b'.' && !bytes[start].is_ascii_digit() && is_free(&bytes[..start - 1]) {
        start -= 1;
    }
    (start, end)
}

/// A word without its signs.
pub(crate) fn bare(word: &str) -> &str {
    word.trim_start_matches('.').trim_end_matches(['+', '#'])
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn leaves_the_letters() {
        for (word, expected) in [("c++", "c"), (".net", "net"), ("notepad", "notepad"), ("c#", "c")] {
            assert_eq!(bare(word), expected);
        }
    }
}
