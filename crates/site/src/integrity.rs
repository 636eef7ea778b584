//! Hashes: integrity of what pages load, names that change with their content.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The value of an `integrity` attribute (Subresource Integrity, W3C).
pub(super) fn of(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// The source expression of an inline script (Content Security Policy Level 3, W3C).
pub(super) fn source(script: &str) -> String {
    format!("'{}'", of(script.as_bytes()))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_the_specifications() {
        // The example of the specification of Subresource Integrity.
        assert_eq!(of(b"alert('Hello, world.');"), "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
        // The example of MDN for an inline script.
        assert_eq!(source("var inline = 1;"), "'sha256-B2yPHKaXnvFWtRChIbabYmUBFZdVfKKXHbWtWidDVF8='");
        assert_ne!(short_hash(&[b"ab", b"c"]), short_hash(&[b"a", b"bc"]));
    }
}
