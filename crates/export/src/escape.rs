//! Text made safe for where it is put: XML, or a script of an HTML page.

use serde_json::Value;

/// A text for the content or an attribute of XML 1.0.
///
/// Control characters, and the two code points that XML 1.0 does not have, are left out.
pub(super) fn xml(text: &str) -> String {
    text::escaped(&text.replace(|c: char| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'), ""))
}

/// A JSON value as the content of a `<script>` of an HTML page.
///
/// These characters stand only inside strings, where JSON reads their code as well; so no text of
/// the data can close the script or open a comment.
pub(super) fn script(value: &Value) -> String {
    let codes =
        [('<', "\\u003c"), ('>', "\\u003e"), ('&', "\\u0026"), ('\u{2028}', "\\u2028"), ('\u{2029}', "\\u2029")];
    codes.into_iter().fold(value.to_string(), |json, (sign, code)| json.replace(sign, code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_text() {
        assert_eq!(xml("<a b='c'>&"), "&lt;a b='c'&gt;&amp;");
        assert_eq!(xml("a\u{0}b\u{1b}c\nd\u{85}e\u{ffff}f"), "abcdef");
    }

    #[test]
    fn scripts_cannot_be_closed() {
        let value = Value::from("</script><!-- & \u{2028}\u{2029}");
        let script = script(&value);
        assert_eq!(script, r#""\u003c/script\u003e\u003c!-- \u0026 \u2028\u2029""#);
        assert_eq!(serde_json::from_str::<Value>(&script).ok(), Some(value), "it still says the same");
    }
}
