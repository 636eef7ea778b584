//! What lets other sites show views of this one in a frame as high as what it shows: the script of
//! their pages, and a page of an imaginary site that has it.

use super::Files;
use export::files::{EMBED_SCRIPT, EXAMPLES};

/// The script, and the example.
pub(super) fn files(script: &str) -> Files {
    let [page, style] = EXAMPLES;
    let texts = [
        (EMBED_SCRIPT, script),
        (page, include_str!("../../../docs/exemples-integration.html")),
        (style, include_str!("../../../docs/exemples-integration.css")),
    ];
    texts.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).collect()
}
