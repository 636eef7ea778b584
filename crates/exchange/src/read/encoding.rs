//! Bytes as text: UTF-8, UTF-16 and Windows-1252, with or without a mark.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::ReadError;

/// A text, and its encoding when it is not UTF-8.
///
/// Without a mark, bytes that are no UTF-8 are UTF-16 when every other one is nought, else Windows-1252.
///
/// # Errors
/// When nothing is there, or when the bytes are of no text.
pub(super) fn text<'a>(file: &str, bytes: &'a [u8]) -> Result<(Cow<'a, str>, Option<&'static str>), ReadError> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (guess(bytes), 0));
    let (text, had_errors) = encoding.decode_without_bom_handling(&bytes[mark..]);
    if text.trim().is_empty() {
        return Err(ReadError::Empty { file: file.to_owned() });
    }
    if had_errors || text.contains('\0') {
        return Err(ReadError::NotText { file: file.to_owned() });
    }
    Ok((text, (encoding != UTF_8).then(|| encoding.name())))
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let start = &bytes[..bytes.len().min(4096)];
    let noughts = |first: usize| start.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let half = start.len() / 2;
    match (noughts(0), noughts(1)) {
        (_, odd) if half > 0 && odd * 2 > half => UTF_16LE,
        (even, _) if half > 0 && even * 2 > half => UTF_16BE,
        _ if str::from_utf8(bytes).is_ok() => UTF_8,
        _ => WINDOWS_1252,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_of_spreadsheets_are_told_apart() {
        let expected = "nom;été\r\n«\u{a0}œuvre\u{a0}»;1\r\n";
        let utf_16 = |swap: bool, mark: bool| -> Vec<u8> {
            let mark = if mark { "\u{feff}" } else { "" };
            let units: Vec<u16> = format!("{mark}{expected}").encode_utf16().collect();
            units.iter().flat_map(|unit| if swap { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        };
        for (bytes, name) in [
            (expected.as_bytes().to_vec(), None),
            (format!("\u{feff}{expected}").into_bytes(), None),
            (utf_16(false, true), Some("UTF-16LE")),
            (utf_16(true, true), Some("UTF-16BE")),
            (utf_16(false, false), Some("UTF-16LE")),
            (utf_16(true, false), Some("UTF-16BE")),
            (WINDOWS_1252.encode(expected).0.into_owned(), Some("windows-1252")),
        ] {
            let (text, found) = text("a.csv", &bytes).unwrap();
            assert_eq!((text.as_ref(), found), (expected, name));
        }
        assert!(matches!(text("a.csv", b" \n"), Err(ReadError::Empty { .. })));
        assert!(matches!(text("a.csv", b"PK\x03\x04\0\0\0\xff\x10\0\0"), Err(ReadError::NotText { .. })));
    }
}
