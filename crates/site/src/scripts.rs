//! The scripts around the app: `web/` has them, the bundler writes them in the folder of the app.

use serde_json::Value;

use super::{Files, PrerenderError};

/// Where they are in the folder of the app.
const FOLDER: &str = "web/";

/// The text of each; some are to be told what they are written with.
pub(super) struct Scripts<'a> {
    /// In every page, before all that the page addresses.
    pub(super) boot: &'a str,
    /// In the pages of other sites.
    pub(super) embed: &'a str,
    /// In the pages that these show, for the look that their address asks for.
    pub(super) frame_look: &'a str,
    /// In the same, for their height.
    pub(super) frame_height: &'a str,
    /// In the page of unknown addresses. It knows `START`.
    pub(super) not_found: &'a str,
    /// In the site in one file. It knows `PACKED`.
    pub(super) one_file: &'a str,
    /// What pages ask for when they have no app. It knows `CAUSES`.
    pub(super) rescue: &'a str,
    /// Starts the app: a module. It knows `PROGRAM`.
    pub(super) start: &'a str,
    /// The service worker. It knows `RELEASE`.
    pub(super) worker: &'a str,
}

impl<'a> Scripts<'a> {
    /// The scripts of an app.
    pub(super) fn find(app: &'a Files) -> Result<Self, PrerenderError> {
        let text = |name: &'static str| -> Result<&'a str, PrerenderError> {
            let bytes = app.get(name).ok_or(PrerenderError::NoFile(name))?;
            Ok(std::str::from_utf8(bytes)?.trim_end())
        };
        Ok(Self {
            boot: text("web/boot.js")?,
            embed: text("web/embed.js")?,
            frame_look: text("web/frame_look.js")?,
            frame_height: text("web/frame_height.js")?,
            not_found: text("web/not_found.js")?,
            one_file: text("web/one_file.js")?,
            rescue: text("web/rescue.js")?,
            start: text("web/start.js")?,
            worker: text("web/worker.js")?,
        })
    }
}

/// Whether a file of the app is a script to be written elsewhere in the site.
pub(super) fn is_script(name: &str) -> bool {
    name.starts_with(FOLDER)
}

/// The element of this id that holds JSON.
pub(super) fn data(id: &str, json: &str) -> String {
    format!("<script type=\"application/json\" id=\"{id}\">{}</script>", in_script(json))
}

/// A script that knows something under a name. The two are in a block: scripts of one page do not meet.
pub(super) fn knowing(name: &str, known: &Value, script: &str) -> String {
    format!("{{const {name}={};\n{script}}}", in_script(&known.to_string()))
}

/// JSON for a page, where `</script>` would end its element.
fn in_script(json: &str) -> String {
    json.replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_a_script_knows_is_a_value_of_javascript() {
        assert_eq!(
            knowing("KNOWN", &json!({"a": ["b", "é \" \u{2028}"], "c": "</script>"}), "f(KNOWN);"),
            "{const KNOWN={\"a\":[\"b\",\"é \\\" \u{2028}\"],\"c\":\"\\u003c/script>\"};\nf(KNOWN);}"
        );
    }
}
