//! The oldest browsers that read the pages as they are meant, and what they lack. Older ones read plain HTML.
//!
//! The bundler of scripts writes newer syntax otherwise, and `web/tsconfig.json` knows no newer function. That of
//! style says otherwise what can be: `light-dark()`, OKLCH, prefixes of masks, selectors of a list.
//! What is left is lost there without harm: the balance of lines (`text-wrap`), cards level across a row
//! (`subgrid`, Chrome 117), hues of themes (Chrome 111), the other words of drawn signs (`content: … / …`),
//! the accent of a host (ours stays, before Chrome 119), grounds that follow what a block holds (`:has()`).

use lightningcss::targets::Browsers;

/// For messages.
pub(super) const NAMES: &str = "some of Chrome and Edge 109, Firefox 115 and Safari 16";

/// The oldest versions of Chrome (and Edge), Firefox and Safari. The first two are the last for Windows 7 and 8.
const VERSIONS: [u32; 3] = [109, 115, 16];

/// For the bundler of style.
pub(super) fn browsers() -> Browsers {
    let [chrome, firefox, safari] = VERSIONS.map(|major| Some(major << 16));
    Browsers { chrome, edge: chrome, firefox, safari, ios_saf: safari, ..Browsers::default() }
}

/// For the bundler of scripts.
pub(crate) fn targets() -> String {
    let [chrome, firefox, safari] = VERSIONS;
    format!("chrome{chrome},edge{chrome},firefox{firefox},safari{safari},ios{safari}")
}

/// Functions of values that some of them lack, with the first versions of Chrome, Firefox and Safari that
/// know them. A custom property keeps such a value all the same, and what uses it then has none.
pub(super) const VALUES: [(&str, [&str; 3]); 7] = [
    ("light-dark(", ["123", "120", "17.5"]),
    ("oklch(", ["111", "113", "15.4"]),
    ("oklab(", ["111", "113", "15.4"]),
    ("lch(", ["111", "113", "15"]),
    ("lab(", ["111", "113", "15"]),
    ("color(", ["111", "113", "15"]),
    ("color-mix(", ["111", "113", "16.2"]),
];

/// Selectors that some of them lack. One of these takes its whole rule away.
pub(super) const SELECTORS: [(&str, [&str; 3]); 6] = [
    (":has(", ["105", "121", "15.4"]),
    (":popover-open", ["114", "125", "17"]),
    (":user-invalid", ["119", "88", "16.5"]),
    (":user-valid", ["119", "88", "16.5"]),
    (":open", ["133", "136", "26"]),
    ("::details-content", ["131", "143", "18.4"]),
];
