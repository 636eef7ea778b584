//! The search of the catalogue, for the search bar of browsers: an OpenSearch 1.1 description.

use super::escape::xml;
use super::{address, at_most, files, icon, image_type};
use ::address::route::Route;
use catalogue::{BaseUrl, Catalogue};
use messages::exports;

/// The longest short name, in characters.
const SHORT_NAME: usize = 16;
/// The longest long name.
const LONG_NAME: usize = 48;

/// The description of the search.
pub fn open_search(catalogue: &Catalogue, base: &BaseUrl) -> String {
    let site = catalogue.site_name();
    let contact = catalogue.site.contact.as_deref();
    let contact = contact.map(|contact| format!("<Contact>{}</Contact>\n", xml(contact))).unwrap_or_default();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
         <ShortName>{short}</ShortName>\n\
         <Description>{description}</Description>\n\
         <Url type=\"text/html\" method=\"get\" template=\"{search}?q={{searchTerms}}\"/>\n\
         <Url type=\"application/opensearchdescription+xml\" rel=\"self\" template=\"{own}\"/>\n\
         {contact}\
         <LongName>{long}</LongName>\n\
         <Image type=\"{icon_type}\">{icon}</Image>\n\
         <Language>{language}</Language>\n\
         <OutputEncoding>UTF-8</OutputEncoding>\n\
         <InputEncoding>UTF-8</InputEncoding>\n\
         </OpenSearchDescription>\n",
        short = xml(at_most(SHORT_NAME, site)),
        description = xml(&exports::search(catalogue.site.language, site)),
        language = catalogue.site.language.word(),
        search = xml(&address::page(base, &Route::Catalogue)),
        own = xml(&base.join(files::OPEN_SEARCH)),
        long = xml(at_most(LONG_NAME, site)),
        icon_type = image_type(icon(catalogue)),
        icon = xml(&base.join(icon(catalogue))),
    )
}
