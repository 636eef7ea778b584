//! The pages and their addresses. Links, the app and whatever renders pages share this list, so
//! that none is missed.

use std::fmt;

use crate::catalogue::{Entry, Kind};

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The home page.
    Home,
    /// The filterable catalogue.
    Catalogue,
    /// One entry.
    Entry(Kind, String),
    /// About the site.
    About,
    /// Any other address.
    NotFound(String),
}

impl Route {
    /// The page of an entry.
    #[must_use]
    pub fn of(entry: &Entry) -> Self {
        Self::Entry(entry.kind, entry.id.clone())
    }

    /// Reads the path of a URL, below the root of the site.
    #[must_use]
    pub fn parse(path: &str) -> Self {
        let trimmed = path.trim_matches('/');
        let trimmed = trimmed.strip_suffix("index.html").unwrap_or(trimmed).trim_end_matches('/');
        match trimmed {
            "" => Self::Home,
            "catalogue" => Self::Catalogue,
            "a-propos" => Self::About,
            _ => match trimmed.split_once('/') {
                Some((folder, id)) if !id.is_empty() && !id.contains('/') => {
                    let kind = Kind::ALL.iter().copied().find(|kind| kind_folder(*kind) == folder);
                    kind.map_or_else(|| Self::NotFound(path.to_owned()), |kind| Self::Entry(kind, id.to_owned()))
                }
                _ => Self::NotFound(path.to_owned()),
            },
        }
    }
}

/// The folder of the fiches of a kind.
#[must_use]
pub const fn kind_folder(kind: Kind) -> &'static str {
    match kind {
        Kind::Commons => "communs",
        Kind::Programme => "programmes",
        Kind::Organisation => "organisations",
        Kind::Resource => "ressources",
        Kind::Event => "evenements",
        Kind::Contribution => "contributions",
        Kind::Definition => "definitions",
    }
}

/// The path below the root of the site, starting with a slash.
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => f.write_str("/"),
            Self::Catalogue => f.write_str("/catalogue"),
            Self::About => f.write_str("/a-propos"),
            Self::Entry(kind, id) => write!(f, "/{}/{id}", kind_folder(*kind)),
            Self::NotFound(path) => f.write_str(path),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_reads_back_from_its_address() {
        let entry = |kind: &Kind| Route::Entry(*kind, "a-b".into());
        let pages = [Route::Home, Route::Catalogue, Route::About].into_iter().chain(Kind::ALL.iter().map(entry));
        for route in pages {
            assert_eq!(Route::parse(&route.to_string()), route);
            assert_eq!(Route::parse(&format!("{route}/")), route, "with a trailing slash");
        }
        assert_eq!(Route::parse("/catalogue/index.html"), Route::Catalogue);
        for path in ["/rien", "/communs", "/communs/", "/communs/a/b", "/voitures/a"] {
            assert!(matches!(Route::parse(path), Route::NotFound(_)), "{path}");
        }
    }
}
