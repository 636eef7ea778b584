//! What changed in the catalogue, for feed readers: Atom (RFC 4287).
//!
//! XML is written by hand here and in its two neighbours: 45 lines that show what comes out; with a writer of XML, a
//! call for each of their 30 elements and more for their attributes.

use std::collections::BTreeSet;

use super::escape::xml;
use super::{address, content_licence, files, icon, publisher_address, publisher_name};
use catalogue::{BaseUrl, Catalogue, Change, Entry, PartialDate};
use messages::exports;

/// The longest feed: what is older is in the catalogue itself.
const LIMIT: usize = 100;

/// The feed of changes: one Atom entry for each entry of each change, the newest first.
pub fn feed(catalogue: &Catalogue, base: &BaseUrl) -> String {
    let site = &catalogue.site;
    let rights = content_licence(catalogue).map(|term| format!("<rights>{}</rights>\n", xml(term.label.as_str())));
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n\
         <id>{own}</id>\n\
         <title>{title}</title>\n\
         <subtitle>{subtitle}</subtitle>\n\
         <updated>{updated}</updated>\n\
         <author><name>{author}</name>{author_address}</author>\n\
         {rights}\
         <icon>{icon}</icon>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{home}\"/>\n",
        language = site.language.word(),
        own = xml(&base.join(files::FEED)),
        home = xml(base.as_str()),
        icon = xml(&base.join(icon(catalogue))),
        title = xml(&exports::feed_title(site.language, catalogue.site_name())),
        subtitle = xml(exports::FEED_SUBTITLE.to(site.language)),
        author = xml(publisher_name(catalogue)),
        author_address = publisher_address(catalogue, Some(base))
            .map(|address| format!("<uri>{}</uri>", xml(&address)))
            .unwrap_or_default(),
        rights = rights.unwrap_or_default(),
        updated = catalogue.changes.first().map(|change| change.date).or(site.updated).map_or(UNKNOWN.into(), instant),
    );
    // Two changes of one day that say the same of an entry would have one id.
    let mut seen = BTreeSet::new();
    let told = catalogue.changes.iter().flat_map(|change| change.entries.iter().map(move |index| (change, *index)));
    let new = told.filter(|(change, index)| seen.insert((change.date, change.nature, *index)));
    for (change, index) in new.take(LIMIT) {
        push_entry(&mut out, change, catalogue, catalogue.entry(index), base);
    }
    out.push_str("</feed>\n");
    out
}

fn push_entry(out: &mut String, change: &Change, catalogue: &Catalogue, entry: &Entry, base: &BaseUrl) {
    let language = catalogue.site.language;
    let entry_page = address::entry_page(base, entry);
    out.push_str(&format!(
        "<entry>\n\
         <id>{id}</id>\n\
         <title>{title}</title>\n\
         <updated>{updated}</updated>\n\
         <category term=\"{term}\" label=\"{label}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{address}\"/>\n\
         <summary>{reason}</summary>\n\
         </entry>\n",
        id = xml(&format!("{entry_page}#{}-{}", change.date, change.nature.word())),
        title = xml(&format!("{}\u{a0}: {}", change.nature.name(language), entry.name)),
        updated = instant(change.date),
        term = entry.kind.word(),
        label = xml(catalogue.kinds.words(entry.kind).name),
        address = xml(&entry_page),
        reason = xml(change.reason.as_str()),
    ));
}

/// The instant that readers take for « never ».
const UNKNOWN: &str = "1970-01-01T00:00:00Z";

/// The first instant of a date (RFC 3339): of its first day when it names none.
fn instant(date: PartialDate) -> String {
    format!("{:04}-{:02}-{:02}T00:00:00Z", date.year, date.month.unwrap_or(1), date.day.unwrap_or(1))
}
