//! Texts in Markdown or HTML as plain words: paragraphs, and lists with what introduces them.

use std::borrow::Cow;

use pulldown_cmark::{Options, Parser, html};
use scraper::{Html, Node};

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Prose {
    #[default]
    Plain,
    Markdown,
    Html,
}

/// A text without its marks.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Blocks {
    pub(crate) paragraphs: Vec<String>,
    /// Lists, each with the heading or the sentence before it, when there is one.
    pub(crate) lists: Vec<(String, Vec<String>)>,
}

/// The paragraphs and lists of a text.
pub(crate) fn blocks(prose: Prose, text: &str) -> Blocks {
    let paragraphs = |text: &str| text.split("\n\n").map(one_line).filter(|line| !line.is_empty()).collect();
    match prose {
        Prose::Plain => Blocks { paragraphs: paragraphs(&text.replace("\r\n", "\n")), lists: Vec::new() },
        Prose::Markdown if !is_marked(text) => Blocks { paragraphs: vec![one_line(text)], lists: Vec::new() },
        Prose::Markdown => {
            let mut page = String::new();
            html::push_html(&mut page, Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES));
            of_html(&page)
        }
        Prose::Html => of_html(text),
    }
}

/// A text on one line, its paragraphs and lists one after the other.
pub(crate) fn line(prose: Prose, text: &str) -> String {
    if prose == Prose::Plain || prose == Prose::Markdown && !is_marked(text) {
        return one_line(text);
    }
    let Blocks { mut paragraphs, lists } = blocks(prose, text);
    for (heading, items) in lists {
        let start = if heading.is_empty() { String::new() } else { format!("{heading}\u{a0}: ") };
        paragraphs.push(format!("{start}{}", items.join(", ")));
    }
    paragraphs.join(" ")
}

/// Whether Markdown would make something of a text.
fn is_marked(text: &str) -> bool {
    text.contains(['<', '&', '[', '*', '_', '`', '#', '\n', '\\', '~', '|'])
}

/// The words of a text, a space between them.
pub(crate) fn one_line(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// What ends a line of words.
const BLOCKS: &str =
    "p div br hr blockquote pre table tr ul ol li dl dt dd section article header footer figure figcaption aside main";
const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
/// What is not for readers.
const UNREAD: [&str; 8] = ["script", "style", "template", "noscript", "svg", "iframe", "object", "head"];

#[derive(Default)]
struct Walk {
    blocks: Blocks,
    words: String,
    heading: String,
    /// The items of the list that is open, and how many lists are in one another.
    items: Vec<String>,
    depth: usize,
}

impl Walk {
    /// Ends a line of words, which goes where it stands.
    fn end(&mut self) {
        let line = one_line(&std::mem::take(&mut self.words));
        if line.is_empty() {
            return;
        }
        if self.depth > 0 {
            self.items.push(line);
        } else {
            self.flush_heading();
            self.blocks.paragraphs.push(line);
        }
    }

    /// A heading without a list below it is a paragraph.
    fn flush_heading(&mut self) {
        if !self.heading.is_empty() {
            self.blocks.paragraphs.push(std::mem::take(&mut self.heading));
        }
    }

    fn end_list(&mut self) {
        let items = std::mem::take(&mut self.items);
        if items.is_empty() {
            return;
        }
        let mut heading = std::mem::take(&mut self.heading);
        let introduces =
            self.blocks.paragraphs.last().is_some_and(|last| last.ends_with(':') && last.chars().count() <= 160);
        if heading.is_empty() && introduces {
            heading = self.blocks.paragraphs.pop().unwrap_or_default();
        }
        let heading = heading.trim_end_matches([':', ' ', '\u{a0}', '\u{202f}']).to_owned();
        self.blocks.lists.push((heading, items));
    }
}

/// By steps over the tree, never by calls: pages may be as deep as they are long.
fn of_html(page: &str) -> Blocks {
    let page = Html::parse_fragment(page);
    let mut walk = Walk::default();
    let mut unread = 0_usize;
    for edge in page.tree.root().traverse() {
        let (node, opens) = match edge {
            ego_tree::iter::Edge::Open(node) => (node, true),
            ego_tree::iter::Edge::Close(node) => (node, false),
        };
        let Node::Element(element) = node.value() else {
            if let (Node::Text(text), true, 0) = (node.value(), opens, unread) {
                walk.words.push_str(text);
            }
            continue;
        };
        let name = element.name();
        if UNREAD.contains(&name) {
            unread = if opens { unread + 1 } else { unread.saturating_sub(1) };
        } else if HEADINGS.contains(&name) {
            if opens {
                walk.end();
            } else {
                let heading = one_line(&std::mem::take(&mut walk.words));
                walk.flush_heading();
                walk.heading = heading;
            }
        } else if BLOCKS.split(' ').any(|block| block == name) {
            walk.end();
            if matches!(name, "ul" | "ol") {
                walk.depth = if opens { walk.depth + 1 } else { walk.depth.saturating_sub(1) };
                if walk.depth == 0 {
                    walk.end_list();
                }
            }
        } else if matches!(name, "td" | "th") && !opens {
            walk.words.push(' ');
        }
    }
    walk.depth = 0;
    walk.end();
    walk.flush_heading();
    walk.blocks
}

/// Whether a text looks written in HTML, in Markdown, or in neither.
pub(crate) fn guess<'a>(texts: impl Iterator<Item = Cow<'a, str>>) -> Prose {
    let (mut html, mut markdown) = (0, 0);
    for text in texts {
        html +=
            usize::from(["</p>", "</div>", "<br", "</li>", "</a>", "</strong>"].iter().any(|tag| text.contains(tag)));
        markdown += usize::from(["](http", "**", "\n- ", "\n* ", "\n#"].iter().any(|mark| text.contains(mark)));
    }
    match (html, markdown) {
        (0, 0) => Prose::Plain,
        (html, markdown) if html >= markdown => Prose::Html,
        _ => Prose::Markdown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(prose: Prose, text: &str, paragraphs: &[&str], lists: &[(&str, &[&str])]) {
        let blocks = blocks(prose, text);
        assert_eq!(blocks.paragraphs, paragraphs, "{text}");
        let expected: Vec<_> = lists
            .iter()
            .map(|(heading, items)| ((*heading).to_owned(), items.iter().map(ToString::to_string).collect()))
            .collect();
        assert_eq!(blocks.lists, expected, "{text}");
    }

    #[test]
    fn marks_leave_words() {
        check(Prose::Markdown, "Un [lien](https://a.fr) et **gras**.\n\nFin.", &["Un lien et gras.", "Fin."], &[]);
        check(
            Prose::Markdown,
            "# Titre\n\nTexte :\n\n- un\n- deux\n  - trois\n\nFin",
            &["Titre", "Fin"],
            &[("Texte", &["un", "deux", "trois"])],
        );
        check(Prose::Markdown, "## Contenu\n\n* un\n* deux", &[], &[("Contenu", &["un", "deux"])]);
        check(Prose::Markdown, "A\n\n<Button href=\"/x\">Aller</Button>", &["A", "Aller"], &[]);
        check(Prose::Html, "<p>A &amp; B<p>C<ul><li>un<li>deux", &["A & B", "C"], &[("", &["un", "deux"])]);
        check(Prose::Html, "<script>alert(1)</script><div>A<br>B", &["A", "B"], &[]);
        check(Prose::Plain, "a\r\nb\r\n\r\nc <d>", &["a b", "c <d>"], &[]);
        assert_eq!(line(Prose::Markdown, "Un\n\n- a\n- b"), "Un a, b");
    }

    #[test]
    fn html_that_closes_nothing_is_read() {
        let deep = "<div><b><i>x".repeat(2_000);
        assert!(!blocks(Prose::Html, &deep).paragraphs.is_empty());
    }
}
