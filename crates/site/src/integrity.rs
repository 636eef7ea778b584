//! Hashes: integrity of what pages load, names that change with their content.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// The value of an `integrity` attribute (Subresource Integrity, W3C).
pub(super) fn of(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The source expression of an inline script (Content Security Policy Level 3, W3C).
pub(super) fn source(script: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script)))
}

/// Sixteen hexadecimal digits that change when any part does.
pub(super) fn short_hash(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Tells whether two texts are the same, in the page and here: FNV-1a on 32 bits (Fowler, Noll and Vo,
/// IETF draft-eastlake-fnv) of their UTF-16 units, in hexadecimal.
pub(super) fn fingerprint(text: &str) -> String {
    let hash =
        text.encode_utf16().fold(0x811c_9dc5_u32, |hash, unit| (hash ^ u32::from(unit)).wrapping_mul(0x0100_0193));
    format!("{hash:x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_the_specifications() {
        // The example of the specification of Subresource Integrity.
        assert_eq!(
            of(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
        // The example of MDN for an inline script.
        assert_eq!(source("var inline = 1;"), "'sha256-B2yPHKaXnvFWtRChIbabYmUBFZdVfKKXHbWtWidDVF8='");
        assert_ne!(short_hash(&[b"ab", b"c"]), short_hash(&[b"a", b"bc"]));
    }

    #[test]
    fn a_text_has_the_fingerprint_that_pages_give_it() {
        // The first two are test vectors of the draft.
        let shared: serde_json::Value =
            serde_json::from_str(include_str!("../../../web/tests/shared.json")).expect("the file is JSON");
        let cases = shared["fingerprints"].as_array().expect("there are cases");
        for case in cases {
            assert_eq!(fingerprint(case["text"].as_str().expect("a text")), case["is"], "{case}");
        }
        assert!(cases.len() > 2);
    }
}
