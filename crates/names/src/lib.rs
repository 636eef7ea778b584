//! Names that the scripts of `web/` and Rust both spell: `web/src/names.js` has each once, and says what it is.

/// The file of scripts itself: a name is a line, `export const NAME = "value";`.
const SOURCE: &[u8] = include_bytes!("../../../web/src/names.js");

macro_rules! names {
    ($($name:ident)*) => {
        // A copy of each: the program would hold the whole file for a part of it.
        $(pub const $name: &str = {
            const VALUE: &[u8] = value_of(concat!("\nexport const ", stringify!($name), " = \""));
            const COPY: [u8; VALUE.len()] = *VALUE.first_chunk().expect("it is that long");
            match str::from_utf8(&COPY) {
                Ok(value) => value,
                Err(_) => panic!("web/src/names.js is UTF-8"),
            }
        };)*
    };
}

names! {
    APP_STEM LOADER_STEM MODULES_FILE PATTERNS_STEM START_STEM FORMER_START_STEM
    DATA_FILE DETAILS_FILE EMBED_FILE EMBED_FOLDER RESCUE_FILE SHELL_FILE STYLE_LAYER_FILE WORKER_FILE
    THEME_KEY SELECTION_KEY
    APP WAITING READY ABSENT
    ASKED FRAMED ROOT THEME LIGHT DARK ACCENT COLOURED_GROUNDS
    FROM_DEVICE FINGERPRINT LATER_HREF TEXT_PAGE MODULE DETAILED
    APP_ID DATA_ID DETAILS_ID FAILURE_ID LACK_ID MENU_ID NEWS_ID SCHEMA_ID SEARCH_ID STYLE_ID
    WITH_APP WITHOUT_APP CAUSE TOOLS BADGE EMPTY_BADGE
    CAUSE_BROWSER CAUSE_CONTENT CAUSE_FILE CAUSE_FRAME CAUSE_NETWORK CAUSE_POLICY CAUSE_PROGRAM CAUSE_TYPE
    CATALOGUE_TEXT FETCH_MODULE TAKE_OVER VISITOR_NEEDS_APP
    EMBED_ELEMENT EMBED_PARAMETERS LOOKS GROUNDS PARTS MOST_COLUMNS
}

/// What follows this start of a line, up to the next quotation mark; the program does not compile without it.
const fn value_of(start: &str) -> &'static [u8] {
    let start = start.as_bytes();
    let mut at = 0;
    while !starts_at(start, at) {
        at += 1;
        assert!(at < SOURCE.len(), "web/src/names.js lacks this name");
    }
    let (_, rest) = SOURCE.split_at(at + start.len());
    let mut end = 0;
    while rest[end] != b'"' {
        end += 1;
    }
    rest.split_at(end).0
}

/// Whether the file has this text at this place.
const fn starts_at(text: &[u8], at: usize) -> bool {
    let mut i = 0;
    while i < text.len() {
        if at + i >= SOURCE.len() || SOURCE[at + i] != text[i] {
            return false;
        }
        i += 1;
    }
    true
}
