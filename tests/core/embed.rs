//! The parameters of frames beside all the others.

use std::collections::BTreeSet;

use address::embed::{Ground, Look, Part, Presentation};
use address::route::Route;
use catalogue::Kind;
use search::facet::FACETS;
use search::query::{Query, Scope, Sort, View};

#[test]
fn no_name_stands_for_two_things() {
    let of_query = ["q", "type", "tri", "vue", "page"];
    let names: Vec<&str> =
        Presentation::NAMES.into_iter().chain(of_query).chain(FACETS.iter().map(|row| row.parameter)).collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{names:?}");
}

#[test]
fn the_scripts_know_the_same_words() {
    assert_eq!(names::EMBED_PARAMETERS, Presentation::NAMES.join(" "));
    for (words, known) in [
        (names::LOOKS, Look::ALL.iter().map(|look| look.word()).collect::<Vec<_>>()),
        (names::GROUNDS, Ground::ALL.iter().map(|ground| ground.word()).collect()),
        (names::PARTS, Part::ALL.iter().map(|part| part.word()).collect()),
    ] {
        assert_eq!(words, known.join(" "));
    }
    assert_eq!(Route::Embed.to_string(), format!("/{}", names::EMBED_FOLDER));
    assert_eq!(names::MOST_COLUMNS, Presentation::MOST_COLUMNS.to_string());
}

#[test]
fn a_query_and_a_look_share_an_address() {
    let query = Query::default().with_sort(Sort::Name).with_view(View::Cards);
    let query = query.with_text("eau & accent=f00").with_scope(Scope::All).with_page(2);
    let (shown, _) =
        Presentation::parse("apparence=sombre&masquer=tri,date&colonnes=3&limite=6&fond=transparent&accent=0af");
    for address in [format!("{query}&{shown}"), format!("{shown}&{query}")] {
        assert_eq!(Query::parse(&address, Kind::OF_FORMAT), (query.clone(), Vec::new()));
        assert_eq!(Presentation::parse(&address), (shown, Vec::new()));
    }
}
