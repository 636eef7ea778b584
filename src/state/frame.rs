//! What is around the views: the site, or a page of another site that shows them in a frame.
//!
//! An app does not go from one to the other: links that leave a frame open another tab.

use leptos::prelude::*;

use address::embed::Presentation;
use address::route::Route;
use search::query::Query;

/// What is around the views.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Frame {
    Site,
    /// Another site.
    Embed(Presentation),
    /// The page where another site chooses its view.
    Settings(Memo<Presentation>),
    /// The form of an entry, which is not in the catalogue yet.
    Draft,
}

impl Frame {
    /// The frame of an address: its path below the root, and its search part.
    pub(crate) fn of(path: &str, search: &str) -> Self {
        // The addresses below that lead nowhere too.
        let embedded = format!("{path}/").starts_with(&Route::Embed.to_string());
        if embedded { Self::Embed(Presentation::parse(search).0) } else { Self::Site }
    }

    pub(crate) const fn is_embed(self) -> bool {
        matches!(self, Self::Embed(_))
    }

    /// The page of the catalogue.
    pub(crate) const fn catalogue(self) -> Route {
        match self {
            Self::Site | Self::Draft => Route::Catalogue,
            Self::Embed(_) => Route::Embed,
            Self::Settings(_) => Route::Configure,
        }
    }

    /// Results on one page.
    pub(crate) const fn page_size(self) -> usize {
        match self {
            Self::Embed(shown) => shown.limit(),
            _ => Presentation::MOST_RESULTS as usize,
        }
    }

    /// The search part of the address of a query: a frame keeps how it is shown.
    pub(crate) fn search(self, query: &Query) -> String {
        let shown = match self {
            Self::Site | Self::Draft => String::new(),
            Self::Embed(shown) => shown.to_string(),
            Self::Settings(shown) => shown.get_untracked().to_string(),
        };
        joined(&query.to_string(), &shown)
    }
}

/// Two parts of a search, as one.
pub(crate) fn joined(one: &str, other: &str) -> String {
    let mark = if one.is_empty() || other.is_empty() { "" } else { "&" };
    format!("{one}{mark}{other}")
}

/// What is around the views, for them.
pub(crate) fn use_frame() -> Frame {
    expect_context()
}

#[cfg(test)]
mod tests {
    use super::*;
    use search::query::View;

    #[test]
    fn a_frame_is_known_by_its_address() {
        for (path, embedded) in [
            ("/embed/", true),
            ("/embed", true),
            ("/embed/communs/grist/", true),
            ("/embed/rien/du/tout/", true),
            ("/", false),
            ("/embedded/", false),
            ("/communs/embed/", false),
        ] {
            assert_eq!(Frame::of(path, "").is_embed(), embedded, "{path}");
        }
    }

    #[test]
    fn a_frame_keeps_how_it_is_shown() {
        let query = Query::default().with_text("rue").with_view(View::Cards);
        for (search, query, kept) in [
            ("", &query, "q=rue&vue=cartes"),
            ("apparence=sombre&limite=6", &query, "q=rue&vue=cartes&apparence=sombre&limite=6"),
            ("apparence=sombre", &Query::default(), "apparence=sombre"),
            ("q=eau&utm_source=lettre", &Query::default(), ""),
        ] {
            assert_eq!(Frame::of("/embed/", search).search(query), kept);
        }
        assert_eq!(Frame::of("/catalogue/", "apparence=sombre").search(&query), "q=rue&vue=cartes");
    }
}
