//! The pages of entries at the addresses that they had: each leads to the present one, without scripts.

use address::route::Route;
use catalogue::{Entry, Kind, LONGEST_FILE_NAME};

use super::{Data, page_file};

/// The files of these pages, for the site and for frames.
pub(super) fn files(data: &Data<'_>) -> impl Iterator<Item = (String, Vec<u8>)> {
    data.content.catalogue().entries().flat_map(move |(_, entry)| {
        former_places(entry).into_iter().flat_map(move |(kind, id)| {
            let html = page(data, entry, kind);
            [Route::Entry, Route::EmbedEntry]
                .map(|route| (page_file(&route(kind, id.to_owned())), html.clone().into_bytes()))
        })
    })
}

/// Where the page of an entry was: under the ids that it had, and in the folder that the format gives to its model.
fn former_places(entry: &Entry) -> Vec<(Kind, &str)> {
    let ids = entry.former_ids.iter().map(String::as_str).chain([entry.id.as_str()]);
    let ids = ids.filter(|id| id.len() <= LONGEST_FILE_NAME);
    let mut places: Vec<(Kind, &str)> =
        ids.flat_map(|id| [entry.kind, Kind::of(entry.kind.model())].map(|kind| (kind, id))).collect();
    places.retain(|(kind, id)| kind.folder() != entry.kind.folder() || *id != entry.id);
    // In the folder of the format, both are one.
    places.dedup_by_key(|(kind, id)| (kind.folder(), *id));
    places
}

/// A page in the folder of a kind, which leads to the present one of this entry.
fn page(data: &Data<'_>, entry: &Entry, kind: Kind) -> String {
    let folder = entry.kind.folder();
    let above = if kind.folder() == folder { "../".to_owned() } else { format!("../../{folder}/") };
    let (id, language, name) = (&entry.id, data.language().word(), text::escaped(entry.name.as_str()));
    format!(
        "<!doctype html><html lang=\"{language}\"><meta charset=\"utf-8\"><meta name=\"robots\" content=\"noindex\">\
         <meta http-equiv=\"refresh\" content=\"0; url={above}{id}/\"><title>{name}</title><p><a href=\"{above}{id}/\">{name}</a></p>"
    )
}
