//! Where the site stands: a folder of static files may be put at any path, and may be one file without any
//! path at all; every link starts at the [`Root`].

use std::sync::Arc;

use crate::route::Route;

/// Where the site starts, as links write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Root {
    /// Ends with a slash, but for a site in one file, where it is `#`.
    start: Arc<str>,
}

impl Root {
    /// The root at an address that ends with a slash: a path from the root of the host (`/a/b/`), or
    /// a relative one (`../../`).
    pub fn at(start: &str) -> Self {
        Self { start: start.into() }
    }

    /// The root of a site in one file: what follows `#` stands for the address of the page.
    pub fn in_one_file() -> Self {
        Self::at("#")
    }

    /// The root next to a file, from its whole address: `https://host/a/b/file?v=1` gives `/a/b/`.
    ///
    /// What starts with two slashes would be the address of another host: of slashes in a row, one is kept.
    pub fn of_file(address: &str) -> Self {
        let address = address.split(['?', '#']).next().unwrap_or_default();
        let path =
            address.split_once("://").map_or(address, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
        let (folders, _) = path.rsplit_once('/').unwrap_or_default();
        let mut start = String::from("/");
        // Browsers read a backslash as a slash, and leave out what is blank.
        for folder in folders.split(['/', '\\']).filter(|folder| folder.contains(|sign| sign > ' ')) {
            start.push_str(folder);
            start.push('/');
        }
        Self::at(&start)
    }

    /// Whether a path of this host is in the site.
    pub fn holds(&self, path: &str) -> bool {
        self.is_one_file() || path.starts_with(&*self.start)
    }

    /// Whether the site is one file.
    pub fn is_one_file(&self) -> bool {
        &*self.start == "#"
    }

    /// The address of a page. An unknown one may start with what browsers read as a second slash.
    pub fn link(&self, route: &Route) -> String {
        let path = route.to_string();
        let is_slash = |sign: char| sign <= ' ' || sign == '/' || sign == '\\';
        let below = if self.is_one_file() { &path } else { path.trim_start_matches(is_slash) };
        format!("{}{below}", self.start)
    }

    /// The address of a page with a search part, without its question mark.
    pub fn link_with(&self, route: &Route, search: &str) -> String {
        let mark = if search.is_empty() { "" } else { "?" };
        format!("{}{mark}{search}", self.link(route))
    }

    /// The address of a file at the root; none when the site is one file.
    pub fn file(&self, name: &str) -> Option<String> {
        (!self.is_one_file()).then(|| format!("{}{name}", self.start))
    }

    /// The name of something that this site has of its own on its host, where its page is at this path.
    pub fn own(&self, name: &str, page: &str) -> String {
        // A site in one file is next to others: the address of the file tells it from them.
        let file = if self.is_one_file() { page } else { "" };
        format!("{file}{}{name}", self.start)
    }

    /// The path below the root, which starts with a slash.
    pub fn below<'a>(&self, path: &'a str) -> &'a str {
        path.strip_prefix(self.start.trim_end_matches('/')).filter(|rest| rest.starts_with('/')).unwrap_or(path)
    }
}

/// The path and the search part that the hash of a site in one file stands for; `#/a/#b` is a part of
/// the page `/a/`.
pub fn in_hash(hash: &str) -> [&str; 2] {
    let page = hash.trim_start_matches('#').split('#').next().unwrap_or_default();
    page.split_once('?').map_or([page, ""], |(path, search)| [path, search])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use catalogue::Kind;

    use super::*;

    #[test]
    fn links_start_at_the_root() {
        let entry_page = Route::Entry(Kind::COMMONS, "grist".into());
        for (root, home, page) in [
            (Root::at("/"), "/", "/communs/grist/"),
            (Root::at("/a/b/"), "/a/b/", "/a/b/communs/grist/"),
            (Root::at("../../"), "../../", "../../communs/grist/"),
            (Root::in_one_file(), "#/", "#/communs/grist/"),
        ] {
            assert_eq!(root.link(&Route::Home), home);
            assert_eq!(root.link(&entry_page), page);
        }
        assert_eq!(Root::in_one_file().file("catalogue.json"), None);
    }

    #[test]
    fn the_hash_of_one_file_is_a_page_and_perhaps_a_part_of_it() {
        for (hash, expected) in [
            ("", ["", ""]),
            ("#/soutiens/", ["/soutiens/", ""]),
            ("#/catalogue/?q=rue", ["/catalogue/", "q=rue"]),
            ("#/soutiens/#freins", ["/soutiens/", ""]),
            ("#/contribuer/?apport=technique#apport", ["/contribuer/", "apport=technique"]),
        ] {
            assert_eq!(in_hash(hash), expected);
        }
    }

    #[test]
    fn the_root_is_next_to_the_data() {
        for (address, root) in [
            ("https://communs.example/catalogue.json", "/"),
            ("http://localhost:8080/a/b/catalogue.json?v=12#x", "/a/b/"),
            ("/catalogue.json", "/"),
            ("http://localhost:8080//catalogue.json", "/"),
            ("http://localhost:8080//evil.example//a///catalogue.json", "/evil.example/a/"),
            ("http://localhost:8080", "/"),
        ] {
            assert_eq!(Root::of_file(address), Root::at(root), "{address}");
        }
        assert!(Root::at("/a/").holds("/a/fiches/") && !Root::at("/a/").holds("/b/"));
    }

    proptest! {
        /// Whatever the path of the page, and whatever the path that it does not know.
        #[test]
        fn no_link_leaves_the_host(path in "[/\\\\.%a-z:@?#\t]{0,12}", asked in "[/\\\\.%a-z:@\t]{0,12}") {
            let root = Root::of_file(&format!("https://communs.example/{path}"));
            for route in [Route::Home, Route::Catalogue, Route::parse(&asked, catalogue::Kind::OF_FORMAT), Route::NotFound(asked.clone())] {
                let link = root.link(&route);
                // Browsers read a backslash as a slash, and leave tabs out.
                let mut signs = link.chars().filter(|sign| *sign != '\t');
                let first = [signs.next(), signs.next()];
                prop_assert!(first[0] == Some('/') && ![Some('/'), Some('\\')].contains(&first[1]), "{link:?}");
            }
        }
    }

    #[test]
    fn paths_are_read_below_the_root() {
        for (root, path, below) in [
            ("/", "/communs/a/", "/communs/a/"),
            ("/a/b/", "/a/b/fiches/", "/fiches/"),
            ("/a/", "/ab/", "/ab/"),
            ("/a/", "/a", "/a"),
        ] {
            assert_eq!(Root::at(root).below(path), below, "{path} below {root}");
        }
    }
}
