//! The other pages as search engines read them: what each one is, and the terms or the programmes that it
//! holds. Pages of entries and lists of commons are in [`json_ld`](super::json_ld).

use super::json::Object;
use super::json_ld::{CONTEXT, list};
use super::{address, escape};
use ::address::route::Route;
use catalogue::{ABOUT, BaseUrl, Catalogue, EntryIndex, Model, SectionType};
use messages::{shell, understand};

/// A page with its title and what it is for; nothing for the pages that only show what a visitor or another
/// site chose, and for those that say it in words of their own.
pub fn page_json_ld(
    catalogue: &Catalogue,
    route: &Route,
    (name, description): (&str, &str),
    base: Option<&BaseUrl>,
) -> Option<String> {
    let (kind, held) = match route {
        Route::Page(id) => {
            let page = catalogue.page(id)?;
            let terms = if page.has(SectionType::Lexicon) { lexicon(catalogue, route, base) } else { None };
            let held =
                terms.or_else(|| page.has(SectionType::Programmes).then(|| programmes(catalogue, base)).flatten());
            (if id == ABOUT { "AboutPage" } else { "WebPage" }, held)
        }
        Route::Statistics | Route::Configure | Route::Propose => ("WebPage", None),
        Route::Relations | Route::Entries(_) => ("CollectionPage", None),
        Route::Home | Route::Catalogue | Route::Entry(..) => return None,
        Route::Compare | Route::Selection | Route::Embed | Route::EmbedEntry(..) | Route::NotFound(_) => return None,
    };
    let site =
        Object::of_type("WebSite").with("name", catalogue.site_name()).with_some("url", base.map(BaseUrl::as_str));
    let page = Object::of_type(kind)
        .with("@context", CONTEXT)
        .with("name", name)
        .with_text("description", description)
        .with_some("url", base.map(|base| address::page(base, route)))
        .with("inLanguage", catalogue.site.language.word())
        .with("isPartOf", site)
        .with_some("mainEntity", held);
    Some(escape::script(&page.into()))
}

/// Every definition, at its anchor in the page that tells them all.
fn lexicon(catalogue: &Catalogue, route: &Route, base: Option<&BaseUrl>) -> Option<Object> {
    let page = base.map(|base| address::page(base, route));
    let terms = catalogue.of_model(Model::Definition).map(|(_, entry)| {
        Object::of_type("DefinedTerm")
            .with("name", entry.name.as_str())
            .with_some("description", entry.summary.as_ref().map(|text| text.as_str()))
            .with_some("url", page.as_ref().map(|page| format!("{page}#{}", entry.id)))
    });
    let terms: Vec<Object> = terms.collect();
    let set = Object::of_type("DefinedTermSet").with("name", understand::LEXICON.to(catalogue.site.language));
    (!terms.is_empty()).then(|| set.with_all("hasDefinedTerm", terms))
}

/// Every programme, at its entry page.
fn programmes(catalogue: &Catalogue, base: Option<&BaseUrl>) -> Option<Object> {
    let programmes: Vec<EntryIndex> = catalogue.of_model(Model::Programme).map(|(index, _)| index).collect();
    (!programmes.is_empty())
        .then(|| list(catalogue, programmes, base).with("name", shell::PROGRAMMES.to(catalogue.site.language)))
}
