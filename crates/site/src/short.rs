//! A script of ours made short, by rules that hold because of how it is written: comments have lines
//! of their own, statements end with a semicolon, there is no regular expression, and the names that
//! may change begin with a dollar.

use std::collections::BTreeMap;

/// The script without comments and without the spaces that mean nothing, its dollar names of one letter.
pub(super) fn shorten(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    without_spaces(&with_short_names(&lines.collect::<Vec<_>>().join("\n")))
}

/// Each `$name` as a letter, wherever it stands: `${` in a text is no name.
fn with_short_names(script: &str) -> String {
    let mut names = BTreeMap::new();
    let mut pieces = script.split('$');
    let mut short = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let end = piece.find(|c: char| !is_of_name(c)).unwrap_or(piece.len());
        let (name, rest) = piece.split_at(end);
        if name.is_empty() {
            short.push('$');
        } else {
            let rank = names.len();
            short.push_str(names.entry(name).or_insert_with(|| letter(rank)));
        }
        short.push_str(rest);
    }
    short
}

fn letter(rank: usize) -> String {
    let letter = u8::try_from(rank).ok().filter(|rank| *rank < 26).expect("a script of ours has few names");
    char::from(b'a' + letter).to_string()
}

/// Keeps a space between two words, and every space of a text.
fn without_spaces(script: &str) -> String {
    let mut short = String::new();
    let mut quote = None;
    let mut letters = script.chars().peekable();
    while let Some(letter) = letters.next() {
        if quote.is_none() && letter.is_whitespace() {
            while letters.next_if(|next| next.is_whitespace()).is_some() {}
            if short.ends_with(is_of_name) && letters.peek().copied().is_some_and(is_of_name) {
                short.push(' ');
            }
            continue;
        }
        // The last semicolon of a block ends nothing.
        if quote.is_none() && letter == '}' && short.ends_with(';') {
            short.pop();
        }
        if ['"', '`'].contains(&letter) && quote.is_none_or(|quote| quote == letter) {
            quote = if quote.is_none() { Some(letter) } else { None };
        }
        short.push(letter);
    }
    short
}

fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_means_nothing_is_left_out() {
        for (script, short) in [
            ("// A comment.\nlet $long = 1;\n", "let a=1;"),
            ("say(\"a  b // c\");", "say(\"a  b // c\");"),
            ("say(`${$a} : ${ $b }`);", "say(`${a} : ${ b }`);"),
            ("const $f = ({ a: $x }) => {\n  return $x;\n};", "const a=({a:b})=>{return b};"),
            ("if ($x) $y();\nelse $x();", "if(a)b();else a();"),
            ("class A extends B {\n  static c = $d;\n  e() {}\n}", "class A extends B{static c=a;e(){}}"),
        ] {
            assert_eq!(shorten(script), short);
        }
    }
}
