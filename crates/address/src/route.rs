//! The pages and their addresses. Links, the app and whatever renders pages share this list, so
//! that none is missed.

use std::fmt;

use catalogue::{ABOUT, Catalogue, Entry, HOME, Kind, LONGEST_FILE_NAME, is_page_id, is_taken};
use messages::words;

/// How many entries a page of the list of all entries has.
pub const ENTRIES_PER_PAGE: usize = 200;

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    Home,
    /// The filterable catalogue.
    Catalogue,
    /// The list of all entries, by name; its pages are numbered from 1.
    Entries(u32),
    Entry(Kind, String),
    /// A page beside the catalogue, by its id: any address that is none of ours, the content says whether there is one.
    Page(String),
    /// Some entries side by side.
    Compare,
    /// The entries that a visitor keeps.
    Selection,
    /// Who supports and who bears what.
    Relations,
    /// What the catalogue counts.
    Statistics,
    /// How to show a view of the catalogue in another site.
    Configure,
    /// The writing of an entry, or of its correction.
    Propose,
    /// The catalogue, to be shown in another site.
    Embed,
    /// One entry, to be shown in another site.
    EmbedEntry(Kind, String),
    /// Any other address.
    NotFound(String),
}

words! {
    /// A part of the program that comes for the pages that it draws, with its name in the program and in the site.
    Module {
        /// The catalogue, and the pages that do not exist.
        Catalogue = "catalogue",
        /// The pages of entries.
        Entry = "entry",
        /// The pages made of parts.
        Guide = "guide",
        /// The pages that few visits see.
        SeldomUsed = "seldom_used",
        /// What searches words, for the pages that do.
        Search = "search",
    }
}

impl Route {
    /// The page of an entry.
    pub fn of(entry: &Entry) -> Self {
        Self::Entry(entry.kind, entry.id.clone())
    }

    /// A page of this id: the home page has an address of its own.
    pub fn of_page(id: &str) -> Self {
        if id == HOME { Self::Home } else { Self::Page(id.to_owned()) }
    }

    /// Every page of a site with this content, and these pages beside it, that a file can be: not the page that does
    /// not exist, nor those of an entry whose id no folder can have as its name.
    pub fn every<'a>(catalogue: &Catalogue, pages: impl IntoIterator<Item = &'a str>) -> Vec<Self> {
        let entries = catalogue.entries();
        let lists = u32::try_from(entries.len().div_ceil(ENTRIES_PER_PAGE).max(1)).unwrap_or(u32::MAX);
        let mut routes = vec![Self::Home, Self::Catalogue, Self::Configure, Self::Propose, Self::Embed];
        routes.extend(pages.into_iter().map(Self::of_page).filter(|page| *page != Self::Home));
        routes.extend([Self::Compare, Self::Selection, Self::Relations, Self::Statistics]);
        routes.extend((1..=lists).map(Self::Entries));
        for (_, entry) in entries.filter(|(_, entry)| entry.id.len() <= LONGEST_FILE_NAME) {
            routes.extend([Self::of(entry), Self::EmbedEntry(entry.kind, entry.id.clone())]);
        }
        routes
    }

    /// Whether other sites show this page in a frame.
    pub const fn is_embed(&self) -> bool {
        matches!(self, Self::Embed | Self::EmbedEntry(..))
    }

    /// The module that draws this page, when it is not the first one, which comes with every visit.
    pub const fn module(&self) -> Option<Module> {
        match self {
            Self::Home => None,
            Self::Catalogue | Self::Embed | Self::NotFound(_) => Some(Module::Catalogue),
            Self::Entry(..) | Self::EmbedEntry(..) => Some(Module::Entry),
            Self::Page(_) => Some(Module::Guide),
            Self::Entries(_)
            | Self::Compare
            | Self::Selection
            | Self::Relations
            | Self::Statistics
            | Self::Configure
            | Self::Propose => Some(Module::SeldomUsed),
        }
    }

    /// Whether this page shows what the data may leave to a second file: the others show lists.
    pub fn shows_details(&self) -> bool {
        match self {
            Self::Page(id) => id != ABOUT,
            other => matches!(other, Self::Entry(..) | Self::EmbedEntry(..) | Self::Compare | Self::Propose),
        }
    }

    /// Whether this page is above all a text: whoever reads it needs no app.
    pub const fn is_text(&self) -> bool {
        matches!(self, Self::Page(_) | Self::Relations | Self::Statistics)
    }

    /// Whether search engines are to list this page: one that only shows what a visitor has chosen says
    /// nothing to others, and a frame shows what another page does.
    pub const fn is_listed(&self) -> bool {
        !self.is_embed() && !matches!(self, Self::Compare | Self::Selection)
    }

    /// The page of the site that shows the same: itself, but for those made for other sites.
    pub fn in_site(&self) -> Self {
        match self {
            Self::Embed => Self::Catalogue,
            Self::EmbedEntry(kind, id) => Self::Entry(*kind, id.clone()),
            other => other.clone(),
        }
    }

    /// From this page to the root of the site, as a relative address that ends with a slash.
    pub fn to_root(&self) -> String {
        let depth = self.to_string().matches('/').count().saturating_sub(1);
        if depth == 0 { "./".to_owned() } else { "../".repeat(depth) }
    }

    /// The folder of this page below the root of the site: empty, or with a slash at its end.
    pub fn folder(&self) -> String {
        self.to_string().trim_start_matches('/').to_owned()
    }

    /// Reads the path of a URL, below the root of the site of a catalogue that has these kinds.
    pub fn parse(path: &str, kinds: &[Kind]) -> Self {
        let trimmed = path.trim_matches('/');
        let trimmed = trimmed.strip_suffix("index.html").unwrap_or(trimmed).trim_end_matches('/');
        match trimmed {
            "" => Self::Home,
            "catalogue" => Self::Catalogue,
            "comparer" => Self::Compare,
            "selection" => Self::Selection,
            "relations" => Self::Relations,
            "statistiques" => Self::Statistics,
            "integrer" => Self::Configure,
            "proposer" => Self::Propose,
            "embed" => Self::Embed,
            "fiches" => Self::Entries(1),
            _ => (Self::parse_folder(trimmed, kinds))
                .or_else(|| (is_page_id(trimmed) && !is_taken(trimmed)).then(|| Self::Page(trimmed.to_owned())))
                .unwrap_or_else(|| Self::NotFound(path.to_owned())),
        }
    }

    fn parse_folder(path: &str, kinds: &[Kind]) -> Option<Self> {
        let (folder, rest) = path.split_once('/')?;
        match folder {
            "fiches" => rest.parse().ok().filter(|page| *page > 1).map(Self::Entries),
            "embed" => entry_below(rest, kinds).map(|(kind, id)| Self::EmbedEntry(kind, id)),
            _ => entry_below(path, kinds).map(|(kind, id)| Self::Entry(kind, id)),
        }
    }
}

/// The kind and the id that `communs/grist` stands for.
fn entry_below(path: &str, kinds: &[Kind]) -> Option<(Kind, String)> {
    let (folder, id) = path.split_once('/').filter(|(_, id)| !id.is_empty() && !id.contains('/'))?;
    // A folder of the format that is no longer one leads to the entries of its model.
    let mut known = kinds.iter().chain(Kind::OF_FORMAT);
    let kind = known.find(|kind| kind.folder() == folder)?;
    Some((*kind, id.to_owned()))
}

/// The path below the root of the site, between slashes: static hosts answer it with the `index.html`
/// of a folder, and would redirect to it without the last slash.
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => f.write_str("/"),
            Self::Catalogue => f.write_str("/catalogue/"),
            Self::Page(id) => write!(f, "/{id}/"),
            Self::Compare => f.write_str("/comparer/"),
            Self::Selection => f.write_str("/selection/"),
            Self::Relations => f.write_str("/relations/"),
            Self::Statistics => f.write_str("/statistiques/"),
            Self::Configure => f.write_str("/integrer/"),
            Self::Propose => f.write_str("/proposer/"),
            Self::Embed => f.write_str("/embed/"),
            Self::Entries(1) => f.write_str("/fiches/"),
            Self::Entries(page) => write!(f, "/fiches/{page}/"),
            Self::Entry(kind, id) => write!(f, "/{}/{id}/", kind.folder()),
            Self::EmbedEntry(kind, id) => write!(f, "/embed/{}/{id}/", kind.folder()),
            Self::NotFound(path) => f.write_str(path),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(path: &str) -> Route {
        Route::parse(path, Kind::OF_FORMAT)
    }

    #[test]
    fn every_page_reads_back_from_its_address() {
        let entries = |kind: &Kind| [Route::Entry(*kind, "a-b".into()), Route::EmbedEntry(*kind, "a-b".into())];
        let mut pages = vec![Route::Home, Route::Catalogue, Route::Configure, Route::Propose, Route::Embed];
        pages.extend([Route::Compare, Route::Selection, Route::Relations, Route::Statistics]);
        pages.extend([Route::Entries(1), Route::Entries(12)]);
        pages.extend(["a-propos", "comprendre", "soutiens/autodiagnostic"].map(|id| Route::Page(id.to_owned())));
        assert_eq!(parse("/rien"), Route::Page("rien".to_owned()), "the content says whether there is one");
        for route in pages.into_iter().chain(Kind::OF_FORMAT.iter().flat_map(entries)) {
            assert_eq!(parse(&route.to_string()), route);
            assert_eq!(parse(route.to_string().trim_end_matches('/')), route, "without the last slash");
        }
        assert_eq!(parse("/catalogue/index.html"), Route::Catalogue);
        for path in [
            "/Rien",
            "/rien.html",
            "/a/b/c",
            "/index",
            "/communs",
            "/communs/",
            "/communs/a/b",
            "/fiches/0",
            "/fiches/1",
            "/fiches/a",
            "/embed/communs",
            "/embed/communs/a/b",
            "/embed/voitures/a",
            "/embed/embed/a",
        ] {
            assert!(matches!(parse(path), Route::NotFound(_)), "{path}");
        }
    }

    #[test]
    fn the_root_is_as_far_as_the_page_is_deep() {
        for (route, root) in [
            (Route::Home, "./"),
            (Route::Statistics, "../"),
            (Route::Entries(2), "../../"),
            (Route::Entry(Kind::COMMONS, "a".into()), "../../"),
            (Route::EmbedEntry(Kind::COMMONS, "a".into()), "../../../"),
        ] {
            assert_eq!(route.to_root(), root, "{route}");
        }
    }

    #[test]
    fn what_other_sites_show_is_a_page_of_this_one_too() {
        for (route, page) in [
            (Route::Embed, Route::Catalogue),
            (Route::EmbedEntry(Kind::EVENT, "a".into()), Route::Entry(Kind::EVENT, "a".into())),
            (Route::Home, Route::Home),
        ] {
            assert_eq!(route.in_site(), page);
            assert_eq!(route.is_embed(), route != page);
            assert_eq!(route.is_listed(), route == page);
        }
    }
}
