//! Removes from CSS what only people read: comments and extra white space.
//!
//! It never parses values. White space goes only where no grammar of CSS needs
//! it: around `{ } ; ,`, after `(` and `:`, before `)`. Strings and bare
//! `url(…)` are copied as they are.

/// Minifies a well-formed style sheet.
pub(super) fn minify(css: &str) -> String {
    let mut output = String::with_capacity(css.len());
    let mut rest = css;
    let mut space = false;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_ascii_whitespace() {
            space = true;
            1
        } else if let Some(comment) = rest.strip_prefix("/*") {
            // A comment separates two words, as a space does.
            space = true;
            comment.find("*/").map_or(rest.len(), |end| end + 4)
        } else {
            let length = token_length(rest, first);
            push(&mut output, &rest[..length], space);
            space = false;
            length
        };
        rest = &rest[length..];
    }
    output
}

/// Length in bytes of what must be copied in one piece.
fn token_length(rest: &str, first: char) -> usize {
    match first {
        '"' | '\'' => string_length(rest, first),
        '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
        'u' | 'U' if is_bare_url(rest) => rest.find(')').map_or(rest.len(), |end| end + 1),
        // A whole word, so that the `url(` of `my-url(` is not taken for one.
        _ if is_word(first) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
        _ => first.len_utf8(),
    }
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '-' | '_')
}

fn string_length(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, character) in rest.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if character == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// `url(` whose address has no quotes.
fn is_bare_url(rest: &str) -> bool {
    rest.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("url("))
        && !rest[4..].trim_start().starts_with(['"', '\''])
}

fn push(output: &mut String, token: &str, space: bool) {
    if token == "}" && output.ends_with(';') {
        output.pop();
    }
    let joined = output.is_empty()
        || output.ends_with(['{', '}', ';', ',', '(', ':'])
        || token.starts_with(['{', '}', ';', ',', ')']);
    // The white space of an empty custom property is its value.
    let empty_value = output.ends_with(':') && token.starts_with([';', '}']);
    if space && (!joined || empty_value) {
        output.push(' ');
    }
    output.push_str(token);
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[track_caller]
    fn check(css: &str, expected: &str) {
        assert_eq!(minify(css), expected);
        assert_eq!(minify(expected), expected, "minifying twice changes nothing");
    }

    #[test]
    fn white_space_and_last_semicolons_go() {
        check(
            "@layer base {\n  .a > b,\n  c {\n    color : red ;\n    margin: 0 auto;\n  }\n}\n",
            "@layer base{.a > b,c{color :red;margin:0 auto}}",
        );
    }

    #[test]
    fn comments_go_but_still_separate() {
        check("a/* x */b { /* y */ top: 0 } /* z", "a b{top:0}");
    }

    #[test]
    fn white_space_that_means_something_stays() {
        check("a :hover { }", "a :hover{}");
        check(".a .b:not( .c ) [d] {}", ".a .b:not(.c) [d]{}");
        check("a { width: calc( 1px + 2px ) }", "a{width:calc(1px + 2px)}");
        check("@media (min-width: 48em) and (color) {}", "@media (min-width:48em) and (color){}");
        check("a { --x: ; }", "a{--x: }");
        check("a { margin: -1px - 1px }", "a{margin:-1px - 1px}");
    }

    #[test]
    fn strings_and_addresses_are_untouched() {
        check("a::before { content: \"a  /* b */ ; \\\" c\" }", "a::before{content:\"a  /* b */ ; \\\" c\"}");
        check("a { mask: url( data:x,/*  y*/ ) }", "a{mask:url( data:x,/*  y*/ )}");
        check("a { mask: url(\"data:x,  y)\") ; }", "a{mask:url(\"data:x,  y)\")}");
        check("a { b: my-url( c ) }", "a{b:my-url(c)}");
    }

    #[test]
    fn escapes_are_kept_whole() {
        check(".a\\:b\\ c { top: 0 }", ".a\\:b\\ c{top:0}");
    }

    #[test]
    fn any_text_is_accepted() {
        check("", "");
        check("é { top: \"", "é{top:\"");
        check("a\\", "a\\");
    }
}
