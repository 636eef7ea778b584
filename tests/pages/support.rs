//! Pages, and how tests ask them: by what a reader meets in them, never as text.

use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use address::route::Route;
use catalogue::Catalogue;
use communs::{Content, Root, render_at};
use scraper::{ElementRef, Html, Selector};

/// The data file of the real content.
pub const REAL: &str = include_str!("../../public/catalogue.json");

/// The page that the app is drawn in, which holds the drawings.
pub const TEMPLATE: &str = include_str!("../../index.html");

/// The results of a query.
pub const RESULTS: &str = "[aria-labelledby=count]";

/// The names of these results, as a list or as cards.
pub const NAMES: &str = "[aria-labelledby=count] li h3:has(a)";

static CONTENT: LazyLock<Arc<Content>> = LazyLock::new(|| content_of(REAL));

/// The catalogues of others, each with the path of its file.
pub fn other_catalogues() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/catalogues");
    let items = fs::read_dir(&folder).expect("the folder is there").map(|item| item.expect("it can be read").path());
    let files = items.filter(|path| path.extension().is_some_and(|end| end == "json"));
    let found: Vec<_> = files
        .map(|path| (path.display().to_string(), fs::read_to_string(&path).expect("the file can be read")))
        .collect();
    assert_eq!(found.len(), 6, "{folder:?}");
    found
}

/// The real content, loaded.
pub fn real() -> Arc<Content> {
    Arc::clone(&CONTENT)
}

/// The real content.
pub fn catalogue() -> &'static Catalogue {
    CONTENT.catalogue()
}

/// Every page of the real content.
pub fn routes() -> Vec<Route> {
    CONTENT.routes()
}

/// The content of a file.
pub fn content_of(json: &str) -> Arc<Content> {
    Content::from_json(json).expect("the file is a catalogue")
}

/// A page of the real content.
pub fn page(path: &str) -> Html {
    page_in(&CONTENT, path)
}

/// A page of another file.
pub fn page_of(json: &str, path: &str) -> Html {
    page_in(&content_of(json), path)
}

/// A page of a content, without the marks of places where views change.
pub fn page_in(content: &Arc<Content>, path: &str) -> Html {
    Html::parse_document(&render_at(path, content, Root::at("/")).replace("<!>", ""))
}

/// What a page says, with the attributes that are read aloud or shown, and the subjects of its mails.
pub fn everything_said(page: &Html) -> String {
    let mut said = page.one("body").said();
    for name in ["placeholder", "aria-label", "title", "alt"] {
        let elements = page.tree.nodes().filter_map(|node| node.value().as_element());
        said.extend(elements.filter_map(|element| element.attr(name)).flat_map(|text| [" ", text]));
    }
    if page.has("a[href^=mailto]") {
        said.extend(page.attributes("a[href^=mailto]", "href").iter().flat_map(|text| [" ", text]));
    }
    said
}

/// The words of a text that name commons.
pub fn commons_named(said: &str) -> Vec<&str> {
    let words = said.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| ["commun", "communs"].contains(&word.to_lowercase().as_str())).collect()
}

/// A page, or a part of one, that is asked by selectors. What is looked for is there, or the test fails:
/// nothing passes because there was nothing to look at. `has` and `count` ask whether it is.
pub trait Ask<'a>: Copy {
    /// What is asked.
    fn part(self) -> ElementRef<'a>;

    /// What a selector finds, in order.
    fn all(self, css: &str) -> Vec<ElementRef<'a>> {
        let found: Vec<_> = self.part().select(&selector(css)).collect();
        assert!(!found.is_empty(), "no {css} in: {}", self.part().html());
        found
    }

    /// The only element that a selector finds.
    fn one(self, css: &str) -> ElementRef<'a> {
        let found = self.all(css);
        assert_eq!(found.len(), 1, "how many {css} in: {}", self.part().html());
        found[0]
    }

    /// How many elements a selector finds.
    fn count(self, css: &str) -> usize {
        self.part().select(&selector(css)).count()
    }

    /// Whether a selector finds something.
    fn has(self, css: &str) -> bool {
        self.count(css) > 0
    }

    /// What is read in each element that a selector finds.
    fn texts(self, css: &str) -> Vec<String> {
        self.all(css).into_iter().map(Ask::said).collect()
    }

    /// An attribute of each element that a selector finds.
    fn attributes(self, css: &str, name: &str) -> Vec<&'a str> {
        let of = |element: ElementRef<'a>| element.attr(name).unwrap_or_else(|| panic!("{css} without {name}"));
        self.all(css).into_iter().map(of).collect()
    }

    /// What stands under the only heading that reads so.
    fn under(self, heading: &str) -> ElementRef<'a> {
        let headings = self.all("h2, h3").into_iter().filter(|element| element.said() == heading);
        let parts: Vec<_> = headings.filter_map(|element| ElementRef::wrap(element.parent()?)).collect();
        assert_eq!(parts.len(), 1, "how many {heading} in: {:?}", self.texts("h2, h3"));
        parts[0]
    }

    /// What is read in the main part of a page.
    fn main(self) -> String {
        self.one("main").said()
    }

    /// What is read, spaces collapsed but those that do not break.
    fn said(self) -> String {
        let text: String = self.part().text().collect();
        text.split([' ', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

impl<'a> Ask<'a> for ElementRef<'a> {
    fn part(self) -> ElementRef<'a> {
        self
    }
}

impl<'a> Ask<'a> for &'a Html {
    fn part(self) -> ElementRef<'a> {
        self.root_element()
    }
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error:?}"))
}
