//! Hyphens and joined words: « co-voiturage » is also « covoiturage ».

/// Whether what stands between two words makes one of them: a single hyphen, apostrophe, dot or underscore.
pub(in crate::search) fn joins(between: &str) -> bool {
    matches!(between, "-" | "\u{2010}" | "\u{2011}" | "'" | "’" | "ʼ" | "." | "_")
}
