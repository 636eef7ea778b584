//! What lets other sites show views of this one in a frame as high as what it shows: the script of
//! their pages, that of ours, and a page of an imaginary site that does so.

use super::Files;
use super::short::shorten;
use export::files::{EMBED_SCRIPT, EXAMPLES};

/// What other sites load, and the example.
pub(super) fn files() -> Files {
    let [page, style] = EXAMPLES;
    let texts = [
        (EMBED_SCRIPT, host_script()),
        (page, include_str!("../../../docs/exemples-integration.html").to_owned()),
        (style, include_str!("../../../docs/exemples-integration.css").to_owned()),
    ];
    texts.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect()
}

/// The script that other sites load, which they name.
fn host_script() -> String {
    shorten(include_str!("embed.js"))
}

/// The script of our pages that tells their height, which stands in them.
pub(super) fn frame_script() -> String {
    shorten(include_str!("embed_frame.js"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_of_other_sites_is_short() {
        let script = host_script();
        assert!(script.len() <= 1900, "{} bytes, as xtask's budgets say:\n{script}", script.len());
        for needed in ["communs:hauteur", "communs:bonjour", "communs-catalogue", "Communs numériques"] {
            assert!(script.contains(needed), "{needed}");
        }
    }
}
