//! Any text is cut into words that stand in it, in order, and whose reduced form is stable.
#![no_main]

use search::{reduced, tokens};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut end = 0;
    for token in tokens(text) {
        assert!(end <= token.range.start && token.range.start < token.range.end);
        end = token.range.end;
        assert_eq!(token.term, reduced(&text[token.range]));
        assert!(!token.term.is_empty());
        assert_eq!(reduced(&token.term), token.term);
    }
});
