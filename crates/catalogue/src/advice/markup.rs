//! Signs of HTML and Markdown in a text: what nobody writes to be read as it is.

/// The elements that people paste or type in a text.
#[rustfmt::skip]
const TAGS: [&str; 38] = [
    "a", "abbr", "b", "blockquote", "br", "center", "cite", "code", "div", "em", "figure", "font", "h1", "h2", "h3",
    "h4", "h5", "h6", "hr", "i", "iframe", "img", "li", "ol", "p", "pre", "script", "small", "span", "strong",
    "style", "sub", "sup", "table", "td", "tr", "u", "ul",
];

/// The first piece of a text that is written in HTML or, failing that, in Markdown.
pub(super) fn found(text: &str) -> Option<&str> {
    let html = tag(text).or_else(|| entity(text));
    html.or_else(|| link(text)).or_else(|| strong(text)).or_else(|| code(text)).or_else(|| block(text))
}

/// `<b>`, `</p>`, `<a href="…">`.
fn tag(text: &str) -> Option<&str> {
    text.match_indices('<').find_map(|(start, _)| {
        let inside = text[start + 1..].trim_start_matches('/');
        let name = inside.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
        let is_tag = TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(name))
            && inside[name.len()..].starts_with(['>', ' ', '/', '\n', '\t']);
        let end = text[start..].find('>').filter(|_| is_tag)?;
        Some(&text[start..=start + end])
    })
}

/// `&nbsp;`, `&#233;`.
fn entity(text: &str) -> Option<&str> {
    text.match_indices('&').find_map(|(start, _)| {
        let end = text[start..].find(';').filter(|end| (3..12).contains(end))?;
        let name = &text[start + 1..start + end];
        let is_name = |name: &str| name.len() > 1 && name.bytes().all(|b| b.is_ascii_alphanumeric());
        (is_name(name) || name.strip_prefix('#').is_some_and(|code| code.bytes().any(|b| b.is_ascii_digit())))
            .then(|| &text[start..=start + end])
    })
}

/// `[label](address)`.
fn link(text: &str) -> Option<&str> {
    text.match_indices("](").find_map(|(middle, _)| {
        let start = text[..middle].rfind('[')?;
        let end = middle + text[middle..].find(')')?;
        let address = &text[middle + 2..end];
        let is_address = address.contains(['/', '.', '#', '@']) && !address.contains(char::is_whitespace);
        is_address.then(|| &text[start..=end])
    })
}

/// `**words**`.
fn strong(text: &str) -> Option<&str> {
    text.match_indices("**").find_map(|(start, _)| {
        let inside = &text[start + 2..];
        let end = inside.find("**")?;
        let words = &inside[..end];
        let is_closed = !words.is_empty() && words.trim() == words && !words.contains(['*', '\n']);
        is_closed.then(|| &text[start..start + end + 4])
    })
}

/// Words between backticks. In the place of an apostrophe, one follows a letter.
fn code(text: &str) -> Option<&str> {
    text.match_indices('`').find_map(|(start, _)| {
        let opens = !text[..start].ends_with(char::is_alphanumeric);
        let end = text[start + 1..].find('`').filter(|end| opens && *end > 0)?;
        Some(&text[start..start + end + 2])
    })
}

/// A line that is a heading, or the first of several that are the items of a list.
fn block(text: &str) -> Option<&str> {
    let lines = || text.lines().map(str::trim);
    let is_heading = |line: &&str| {
        let level = line.len() - line.trim_start_matches('#').len();
        (1..=6).contains(&level) && line[level..].starts_with(' ')
    };
    let mut items = lines().filter(|line| ["- ", "* ", "+ "].iter().any(|mark| line.starts_with(mark)));
    lines().find(is_heading).or_else(|| items.next().filter(|_| items.next().is_some()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn html_and_markdown_are_found() {
        for (text, expected) in [
            ("Une <B>carte</B>", "<B>"),
            ("Voir <a href=\"https://a.fr\">là</a>", "<a href=\"https://a.fr\">"),
            ("ligne<br/>ligne", "<br/>"),
            ("fin</p>", "</p>"),
            ("L&rsquo;eau", "&rsquo;"),
            ("caf&#233; &#xe9;", "&#233;"),
            ("![logo](logo.png)", "[logo](logo.png)"),
            ("Voir [le site](https://a.fr/b) !", "[le site](https://a.fr/b)"),
            ("Une **carte libre** du monde", "**carte libre**"),
            ("Lancer `make`.", "`make`"),
            ("Titre\n\n## Installer\nsuite", "## Installer"),
            ("Il y a :\n- une carte\n- un guide", "- une carte"),
            ("* un\n* deux", "* un"),
        ] {
            assert_eq!(super::found(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn plain_texts_are_left_alone() {
        for text in [
            "R&D, Q&A; M&T&A",
            "a < b et c > d, 2 ** 3 ** 4, <3",
            "https://exemple.fr/<commune>/?a=1&b=2;c",
            "l`eau d`ici",
            "[1] (voir plus loin), [sic](ainsi)",
            "#communs et # 3",
            "C# et F#, n° 3 - un seul - tiret",
            "- un seul tiret",
            "1er étage – salle *",
            "`",
            "**",
            "",
            "é<é&é;",
        ] {
            assert_eq!(super::found(text), None, "{text}");
        }
    }
}
