//! The oldest browsers that read the pages as they are meant, and what they lack. Older ones read plain HTML.
//!
//! The bundler says otherwise what can be: `light-dark()`, OKLCH, prefixes of masks, selectors of a list.
//! What is left is lost there without harm: the balance of lines (`text-wrap`), cards level across a row
//! (`subgrid`, Chrome 117), hues of themes (Chrome 111), the other words of drawn signs (`content: … / …`),
//! the accent of a host (ours stays, before Chrome 119), grounds that follow what a block holds (`:has()`).

use lightningcss::targets::Browsers;

/// For messages.
pub(super) const NAMES: &str = "some of Chrome and Edge 109, Firefox 115 and Safari 16";

/// Chrome and Firefox: the last versions for Windows 7 and 8.
pub(super) fn browsers() -> Browsers {
    let version = |major: u32| Some(major << 16);
    Browsers {
        chrome: version(109),
        edge: version(109),
        firefox: version(115),
        safari: version(16),
        ios_saf: version(16),
        ..Browsers::default()
    }
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
