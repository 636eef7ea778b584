//! Text made safe for where it is put: XML, or a script of an HTML page.

use serde_json::Value;

/// A text for the content or an attribute of XML 1.0.
///
/// Control characters, and the two code points that XML 1.0 does not have, are left out.
pub(super) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A JSON value as the content of a `<script>` of an HTML page.
///
/// These characters stand only inside strings, where JSON reads their code as well; so no text of
/// the data can close the script or open a comment.
pub(super) fn script(value: &Value) -> String {
    let json = value.to_string();
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_text() {
        assert_eq!(xml("<a b='c'>\"d\" & e</a>"), "&lt;a b=&apos;c&apos;&gt;&quot;d&quot; &amp; e&lt;/a&gt;");
        assert_eq!(xml("a\u{0}b\u{1b}c\nd\u{85}e\u{ffff}f"), "abcdef");
        assert_eq!(xml("L’été\u{a0}: 😀"), "L’été\u{a0}: 😀");
    }

    #[test]
    fn scripts_cannot_be_closed() {
        let value = Value::from("</script><!-- & \u{2028}\u{2029}");
        let script = script(&value);
        assert_eq!(script, r#""\u003c/script\u003e\u003c!-- \u0026 \u2028\u2029""#);
        assert_eq!(serde_json::from_str::<Value>(&script).ok(), Some(value), "it still says the same");
    }
}
