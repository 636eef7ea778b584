//! The addresses of the site's own pages and files, for the views.

use address::route::Route;
use address::{ENTRY, Root};
use leptos::prelude::*;
use search::query::Query;

use super::frame::{Frame, use_frame};

/// The root, for the views.
pub(crate) fn use_root() -> Root {
    expect_context()
}

/// The address of a page.
pub(crate) fn link(route: &Route) -> String {
    use_root().link(route)
}

/// The address of the page of an entry.
pub(crate) fn link_to(entry: &catalogue::Entry) -> String {
    link(&Route::of(entry))
}

/// The address of a page that is about an entry: by its id (`/proposer/`) or by its path (`/integrer/`).
pub(crate) fn link_about(route: &Route, entry: &str) -> String {
    format!("{}?{ENTRY}={entry}", link(route))
}

/// The address of a query of the catalogue, in the frame that the views are in.
pub(crate) fn address(query: &Query) -> String {
    query_address(&use_root(), query, use_frame())
}

/// The address of a query of the catalogue, in a frame.
pub(crate) fn query_address(root: &Root, query: &Query, frame: Frame) -> String {
    root.link_with(&frame.catalogue(), &frame.search(query))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_keeps_its_frame() {
        let (root, query) = (Root::at("/a/"), Query::default().with_text("rue"));
        let embed = Frame::of("/embed/", "limite=6");
        for (query, frame, address) in [
            (&query, Frame::Site, "/a/catalogue/?q=rue"),
            (&query, embed, "/a/embed/?q=rue&limite=6"),
            (&Query::default(), embed, "/a/embed/?limite=6"),
        ] {
            assert_eq!(query_address(&root, query, frame), address);
        }
    }
}
