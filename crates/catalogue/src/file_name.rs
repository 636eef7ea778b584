//! What an id may be so that every system can write the folder of its entry page.

use super::diagnostic::Expected;

/// How many letters the name of a folder may have, on the systems in use.
pub const LONGEST_FILE_NAME: usize = 255;

/// Whether Windows keeps this name for one of its devices: <https://learn.microsoft.com/windows/win32/fileio/naming-a-file>.
pub fn is_of_windows(id: &str) -> bool {
    let port = id.strip_prefix("com").or_else(|| id.strip_prefix("lpt"));
    matches!(id, "con" | "prn" | "aux" | "nul") || matches!(port.map(str::as_bytes), Some([b'1'..=b'9']))
}

/// What an id would have to be instead of this one.
pub(super) fn fault(id: &str) -> Option<Expected> {
    if is_of_windows(id) {
        return Some(Expected::WindowsName);
    }
    (id.len() > LONGEST_FILE_NAME).then_some(Expected::ShortId(LONGEST_FILE_NAME))
}
