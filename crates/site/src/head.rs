//! What pages say of themselves to search engines and to other sites, and the files that go with them.

use super::{Files, PrerenderError, identity};
use address::route::Route;
use catalogue::{Entry, LONGEST_FILE_NAME, Model, PartialDate, Picture};
use communs::{Content, page_name, page_title};
use export::{BaseUrl, files};
use messages::{embed, propose, relations, selection, shell, statistics};
use text::escaped;

/// How long a description is, in characters: search engines cut them about there.
const DESCRIPTION: usize = 160;

/// The elements of the head of a page, after its title.
pub(super) fn of_page(route: &Route, content: &Content, base: Option<&BaseUrl>) -> String {
    let catalogue = content.catalogue();
    let title = page_title(route, content);
    let whole = description(route, content);
    let description = cut(&whole, DESCRIPTION);
    let canonical = base.map(|base| base.join(&route.to_string()));
    let to_root = route.to_root();
    let mut head = String::new();
    let mut property = |name: &str, content: &str| {
        head.push_str(&format!("<meta property=\"{name}\" content=\"{}\">", escaped(content)));
    };
    property("og:title", &title);
    property("og:description", &description);
    property("og:type", if matches!(route, Route::Entry(..)) { "article" } else { "website" });
    property("og:locale", catalogue.site.language.locale());
    property("og:site_name", catalogue.site.title.as_str());
    if let Some(canonical) = &canonical {
        property("og:url", canonical);
    }
    let image = own_image(route, content).or(catalogue.site.identity.image.as_ref()).zip(base);
    if let Some((image, base)) = image {
        property("og:image", &base.join(&image.file));
        if let Some((width, height)) = image.size {
            property("og:image:width", &width.to_string());
            property("og:image:height", &height.to_string());
        }
        if !image.alt.is_empty() {
            property("og:image:alt", image.alt.as_str());
        }
        head.push_str("<meta name=\"twitter:card\" content=\"summary_large_image\">");
    }
    if !route.is_listed() {
        head.push_str("<meta name=\"robots\" content=\"noindex\">");
    }
    head.push_str(&format!("<meta name=\"description\" content=\"{}\">", escaped(&description)));
    let mut link = |attributes: &str, href: &str| {
        head.push_str(&format!("<link {attributes} href=\"{}\">", escaped(href)));
    };
    link("rel=\"manifest\"", &format!("{to_root}{}", files::MANIFEST));
    for (kind, name) in [("text/csv", files::CSV), ("application/ld+json", files::DCAT)] {
        link(&format!("rel=\"alternate\" type=\"{kind}\""), &format!("{to_root}{name}"));
    }
    if let Some((base, canonical)) = base.zip(canonical) {
        link("rel=\"canonical\"", &canonical);
        let site = escaped(catalogue.site.title.as_str());
        if !catalogue.changes.is_empty() {
            link(&format!("rel=\"alternate\" type=\"application/atom+xml\" title=\"{site}\""), &base.join(files::FEED));
        }
        link(
            &format!("rel=\"search\" type=\"application/opensearchdescription+xml\" title=\"{site}\""),
            &base.join(files::OPEN_SEARCH),
        );
        if matches!(route, Route::Entry(..)) {
            let document = format!("{canonical}{}", files::OEMBED);
            link("rel=\"alternate\" type=\"application/json+oembed\"", &document);
        }
    }
    let structured = match route {
        Route::Entry(kind, id) => content.find(*kind, id).map(|index| export::entry_json_ld(catalogue, index, base)),
        Route::Home | Route::Catalogue => {
            let commons = catalogue.of_model(Model::Commons).map(|(index, _)| index);
            Some(export::catalogue_json_ld(catalogue, commons, base))
        }
        _ => export::page_json_ld(catalogue, route, (page_name(route, content), &whole), base),
    };
    if let Some(structured) = structured {
        head.push_str(&format!("<script type=\"application/ld+json\">{structured}</script>"));
    }
    head
}

/// The first image of an entry, else its logo, that other sites can show: they draw none in SVG.
fn own_image<'a>(route: &Route, content: &'a Content) -> Option<&'a Picture> {
    let Route::Entry(kind, id) = route else { return None };
    let entry = content.entry(content.find(*kind, id)?);
    let is_shown = |image: &&Picture| {
        ["png", "jpg", "jpeg", "webp"].iter().any(|end| image.file.to_ascii_lowercase().ends_with(&format!(".{end}")))
    };
    entry.images.iter().chain(entry.logo.as_deref()).find(is_shown)
}

fn description(route: &Route, content: &Content) -> String {
    let site = &content.catalogue().site;
    let language = site.language;
    let own = match route {
        Route::Entry(kind, id) => content.find(*kind, id).and_then(|index| {
            let entry = content.entry(index);
            entry.gist().or(entry.description.first()).map(ToString::to_string)
        }),
        Route::Page(id) => content.page(id).map(|page| page.lead.to_string()).filter(|lead| !lead.is_empty()),
        Route::Entries(_) => Some(shell::entries_lead(language, content.catalogue().entries().len())),
        Route::Compare => Some(selection::COMPARISON_LEAD.to(language).to_owned()),
        Route::Selection => Some(selection::LEAD.to(language).to_owned()),
        Route::Relations => {
            Some(content.of_commons(relations::LEAD, relations::LEAD_OF_ENTRIES).to(language).to_owned())
        }
        Route::Statistics => Some(statistics::LEAD.to(language).to_owned()),
        Route::Configure => Some(embed::LEAD.to(language).to_owned()),
        Route::Propose => Some(propose::LEAD.to(language).to_owned()),
        _ => None,
    };
    let of_site = [&site.description, &site.introduction, &site.heading, &site.title];
    own.unwrap_or_else(|| {
        of_site.into_iter().find(|text| !text.is_empty()).map(ToString::to_string).unwrap_or_default()
    })
}

/// The start of a text, cut between two words.
fn cut(text: &str, length: usize) -> String {
    if text.chars().count() <= length {
        return text.to_owned();
    }
    let start: String = text.chars().take(length - 1).collect();
    let end = start.rfind(' ').unwrap_or(start.len());
    format!("{}…", start[..end].trim_end_matches([',', ';', ':', ' ', '\u{a0}', '\u{202f}']))
}

/// The other formats of the catalogue, and what tools read about the site. Those that must name the
/// address of the site are not made without it.
pub(super) fn other_files(content: &Content, base: Option<&BaseUrl>) -> Result<Files, PrerenderError> {
    let catalogue = content.catalogue();
    let everything = catalogue.entries().map(|(index, _)| index);
    let [surface, _] = identity::surfaces(&catalogue.site.identity);
    let mut made = vec![
        (files::CSV.to_owned(), export::csv(catalogue, everything, base)),
        (files::TABLE_SCHEMA.to_owned(), export::table_schema(catalogue)),
        (files::DATA_PACKAGE.to_owned(), export::data_package(catalogue, base)),
        (files::DCAT.to_owned(), export::dcat(catalogue, base)),
        (files::MANIFEST.to_owned(), export::manifest(catalogue, &surface)),
        (files::ROBOTS.to_owned(), export::robots(base)),
    ];
    made.extend(export::calendar(catalogue, base).map(|calendar| (files::CALENDAR.to_owned(), calendar)));
    if let Some(base) = base {
        let updated = |route: &Route| match route {
            Route::Entry(kind, id) => content.find(*kind, id).and_then(|index| changed(content.entry(index))),
            _ => catalogue.site.updated,
        };
        let pages = content.routes().into_iter().filter(Route::is_listed).map(|route| {
            let date = updated(&route);
            (route, date)
        });
        let sitemap = export::sitemap(pages, base)?;
        made.push((files::SITEMAP.to_owned(), sitemap));
        made.push((files::FEED.to_owned(), export::feed(catalogue, base)));
        made.push((files::OPEN_SEARCH.to_owned(), export::open_search(catalogue, base)));
        let with_pages = catalogue.entries().filter(|(_, entry)| entry.id.len() <= LONGEST_FILE_NAME);
        made.extend(with_pages.map(|(index, entry)| {
            let name = format!("{}{}", Route::of(entry).folder(), files::OEMBED);
            (name, export::oembed(catalogue, index, base))
        }));
    }
    Ok(made.into_iter().map(|(name, text)| (name, text.into_bytes())).collect())
}

/// The last day that is known to have changed an entry page: a sitemap takes whole days only.
fn changed(entry: &Entry) -> Option<PartialDate> {
    [entry.updated, entry.checked].into_iter().flatten().filter(|date| date.day.is_some()).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_are_cut_between_words() {
        assert_eq!(cut("Un texte court.", 20), "Un texte court.");
        assert_eq!(cut("Un texte bien plus long", 14), "Un texte…");
        assert_eq!(cut("Un texte, bien plus long", 12), "Un texte…");
    }

    #[test]
    fn an_entry_page_changed_on_the_last_whole_day() {
        for (updated, checked, expected) in [
            ("2023", "2026-11-22", Some("2026-11-22")),
            ("2026-11-23", "2026-11-22", Some("2026-11-23")),
            ("2024-01-01", "2026-11-22", Some("2026-11-22")),
            ("2024-01-01", "2026-11", Some("2024-01-01")),
            ("2024-01", "", None),
        ] {
            let json = format!(
                r#"{{"format": 1, "site": {{"title": "A"}}, "entries":
                    [{{"id": "a", "kind": "commun", "name": "A", "updated": "{updated}", "checked": "{checked}"}}]}}"#
            );
            let catalogue = catalogue::read(&json).expect("it is a catalogue").catalogue;
            let (_, entry) = catalogue.entries().next().expect("there is an entry");
            assert_eq!(changed(entry).map(|date| date.to_string()).as_deref(), expected, "{updated}, {checked}");
        }
    }
}
