//! Pages as search engines read them: schema.org, in JSON-LD, as the content of a
//! `<script type="application/ld+json">`.
//!
//! Only what the entry says is said. Without a base, nothing has an address of ours.

use serde_json::{Value, json};

use super::columns::{self, AnyColumn, Record};
use super::form::{Form, form};
use super::json::Object;
use super::{address, content_licence, escape, files, publisher_address, publisher_name};
use ::address::route::Route;
use catalogue::{BaseUrl, Catalogue, Entry, EntryIndex, Identifier, LinkKind, Tagged, VocabularyKey};

pub(super) const CONTEXT: &str = "https://schema.org";

/// What the page of an entry is about.
pub fn entry_json_ld(catalogue: &Catalogue, index: EntryIndex, base: Option<&BaseUrl>) -> String {
    let entry = catalogue.entry(index);
    let form = form(catalogue, entry);
    let thing = Object::of_type(type_of(form))
        .with("@context", CONTEXT)
        .with_some("@id", base.map(|base| address::subject(base, entry)))
        .with_some("mainEntityOfPage", base.map(|base| address::entry_page(base, entry)))
        .with("name", entry.name.as_str())
        .with_all("alternateName", entry.aliases.iter().map(String::as_str))
        .with_some("description", entry.summary.as_ref().map(|text| text.as_str()))
        .with_some("url", entry.site().map(address::iri))
        .with_all("image", images(entry, base))
        .with_all("sameAs", entry.identifiers.iter().map(Identifier::url));
    let told = Told { catalogue, entry, base };
    let thing = match form {
        Form::Data => told.data(told.work(thing)),
        Form::Source => {
            told.work(thing).with_some("codeRepository", address::links(entry, LinkKind::Repository).next())
        }
        Form::Software | Form::Application | Form::Work | Form::Guide => told.work(thing),
        Form::Project => told.organisation(thing).with_all("member", told.bearers()),
        Form::Organisation | Form::PublicBody => told.organisation(thing),
        Form::Service | Form::PublicService => told.service(thing),
        Form::Event => told.event(thing),
        Form::Notion | Form::Notions | Form::Other => thing,
    };
    let thing = thing.with_all("additionalProperty", told.own());
    escape::script(&thing.into())
}

/// The addresses of its images, else of its logo.
fn images(entry: &Entry, base: Option<&BaseUrl>) -> impl Iterator<Item = String> {
    let logo = entry.logo.as_deref().filter(|_| entry.images.is_empty());
    base.into_iter().flat_map(move |base| entry.images.iter().chain(logo).map(|image| base.join(&image.file)))
}

/// The page of the catalogue: itself, and the entries that it lists.
pub fn catalogue_json_ld(
    catalogue: &Catalogue,
    entries: impl IntoIterator<Item = EntryIndex>,
    base: Option<&BaseUrl>,
) -> String {
    let list = list(catalogue, entries, base).with_some("url", base.map(|base| address::page(base, &Route::Catalogue)));
    let graph = [data_catalogue(catalogue, base), list.into()];
    escape::script(&json!({ "@context": CONTEXT, "@graph": graph }))
}

/// How many entries a list names, as many as a page of the catalogue: the whole of it is in the files that the
/// catalogue says it is encoded in, and pages must not grow with it.
const MOST_NAMED: usize = 60;

/// Entries in order, the first ones named.
pub(super) fn list(
    catalogue: &Catalogue,
    entries: impl IntoIterator<Item = EntryIndex>,
    base: Option<&BaseUrl>,
) -> Object {
    let mut entries = entries.into_iter().zip(1..);
    let items: Vec<Value> = (entries.by_ref().take(MOST_NAMED))
        .map(|(index, position)| {
            let entry = catalogue.entry(index);
            let item = Object::of_type("ListItem").with("position", position).with("name", entry.name.as_str());
            item.with_some("url", base.map(|base| address::entry_page(base, entry))).into()
        })
        .collect();
    let count = items.len() + entries.count();
    Object::of_type("ItemList").with("numberOfItems", count).with("itemListElement", items)
}

fn data_catalogue(catalogue: &Catalogue, base: Option<&BaseUrl>) -> Value {
    let site = &catalogue.site;
    let publisher = Object::of_type("Organization")
        .with("name", publisher_name(catalogue))
        .with_some("email", site.contact.as_deref())
        .with_some("url", publisher_address(catalogue, base));
    let image = site.identity.image.as_ref().zip(base).map(|(image, base)| base.join(&image.file));
    let file = |format: &'static str, name| {
        base.map(|base| json!({ "@type": "DataDownload", "encodingFormat": format, "contentUrl": base.join(name) }))
    };
    let themes = catalogue.vocabularies.terms(VocabularyKey::Theme).iter();
    Object::of_type("DataCatalog")
        .with_some("@id", base.map(|base| address::named(base, "catalogue")))
        .with("name", catalogue.site_name())
        .with_text("alternateName", site.heading.as_str())
        .with_text("description", site.description.as_str())
        .with_some("url", base.map(BaseUrl::as_str))
        .with("inLanguage", catalogue.site.language.word())
        .with("publisher", Value::from(publisher))
        .with_some("image", image)
        .with_some("license", content_licence_address(catalogue))
        .with_some("dateModified", site.updated.map(|date| date.to_string()))
        .with_all("keywords", themes.map(|theme| theme.label.as_str()))
        .with_all(
            "encoding",
            [file("application/json", files::CATALOGUE), file("text/csv", files::CSV)].into_iter().flatten(),
        )
        .into()
}

/// The address of the licence of the content, when the vocabulary of licences has it.
pub(super) fn content_licence_address(catalogue: &Catalogue) -> Option<String> {
    content_licence(catalogue)?.url.as_ref().map(address::iri)
}

/// The type of schema.org for a form.
const fn type_of(form: Form) -> &'static str {
    match form {
        Form::Data => "Dataset",
        Form::Software => "SoftwareApplication",
        Form::Source => "SoftwareSourceCode",
        Form::Application => "WebApplication",
        Form::Work => "CreativeWork",
        Form::Project => "Project",
        Form::Service => "Service",
        Form::PublicService => "GovernmentService",
        Form::Organisation => "Organization",
        Form::PublicBody => "GovernmentOrganization",
        Form::Event => "Event",
        Form::Guide => "HowTo",
        Form::Notion => "DefinedTerm",
        Form::Notions => "DefinedTermSet",
        Form::Other => "Thing",
    }
}

/// An entry, and what its facts are told with.
struct Told<'a> {
    catalogue: &'a Catalogue,
    entry: &'a Entry,
    base: Option<&'a BaseUrl>,
}

impl Told<'_> {
    /// What can be said of everything that was made.
    fn work(&self, thing: Object) -> Object {
        let licences = self.entry.licences.iter();
        let licences = licences.map(|licence| self.catalogue.vocabularies.term(VocabularyKey::Licence, licence.term));
        thing
            .with_all("license", licences.filter_map(|term| term.url.as_ref()).map(address::iri))
            .with_some("version", self.entry.version.as_deref())
            .with_some("dateModified", self.entry.updated.map(|date| date.to_string()))
            .with_all("maintainer", self.bearers())
            .with_all("keywords", self.keywords())
            .with_all("audience", self.audiences())
    }

    /// What can be said of data, which the catalogue holds for good.
    fn data(&self, thing: Object) -> Object {
        let files = address::links(self.entry, LinkKind::Data);
        let files = files.map(|url| json!({ "@type": "DataDownload", "url": url }));
        let holder = Object::of_type("DataCatalog")
            .with_some("@id", self.base.map(|base| address::named(base, "catalogue")))
            .with("name", self.catalogue.site_name())
            .with_some("url", self.base.map(BaseUrl::as_str));
        thing.with_all("distribution", files).with("includedInDataCatalog", Value::from(holder))
    }

    fn organisation(&self, thing: Object) -> Object {
        let logo = self.entry.logo.as_ref().zip(self.base).map(|(logo, base)| base.join(&logo.file));
        thing
            .with_some("logo", logo)
            .with_all("email", self.entry.emails.iter().map(String::as_str))
            .with_all("keywords", self.keywords())
            .with_all("areaServed", self.territories())
    }

    fn service(&self, thing: Object) -> Object {
        let nature = self.entry.nature.map(|nature| self.catalogue.vocabularies.term(VocabularyKey::Nature, nature));
        thing
            .with_some("serviceType", nature.map(|term| term.label.as_str()))
            .with_all("provider", self.bearers())
            .with_all("areaServed", self.territories())
            .with_all("audience", self.audiences())
    }

    fn event(&self, thing: Object) -> Object {
        thing
            .with_all("organizer", self.bearers())
            .with_all("keywords", self.keywords())
            .with_all("audience", self.audiences())
    }

    /// Who bears it; one that is no organisation of ours keeps its name only.
    fn bearers(&self) -> impl Iterator<Item = Value> {
        self.entry.bearers.iter().map(|index| {
            let bearer = self.catalogue.entry(*index);
            let (name, base) = match form(self.catalogue, bearer) {
                form @ (Form::Organisation | Form::PublicBody) => (type_of(form), self.base),
                _ => ("Organization", None),
            };
            Object::of_type(name)
                .with_some("@id", base.map(|base| address::subject(base, bearer)))
                .with("name", bearer.name.as_str())
                .into()
        })
    }

    fn keywords(&self) -> impl Iterator<Item = &str> {
        let themes = self.entry.themes.iter();
        themes
            .map(|theme| self.catalogue.vocabularies.term(VocabularyKey::Theme, *theme).label.as_str())
            .chain(self.entry.keywords.iter().map(String::as_str))
    }

    /// What it says in the fields that the catalogue adds.
    fn own(&self) -> impl Iterator<Item = Value> {
        columns::all(self.catalogue).filter(|column| matches!(column, AnyColumn::Host(..))).filter_map(|column| {
            let mut values: Vec<Value> = Vec::new();
            let record = Record { catalogue: self.catalogue, entry: self.entry, base: self.base };
            column.visit(&record, &mut |value| values.push(value.into()));
            let value = if values.len() > 1 { Value::Array(values) } else { values.pop()? };
            let name = column.title(self.catalogue.site.language).to_owned();
            Some(Object::of_type("PropertyValue").with("name", name).with("value", value).into())
        })
    }

    fn territories(&self) -> impl Iterator<Item = &str> {
        self.entry.territories.iter().map(|territory| territory.text.as_str())
    }

    fn audiences(&self) -> impl Iterator<Item = Value> {
        let text = |audience: &Tagged| json!({ "@type": "Audience", "audienceType": audience.text.as_str() });
        self.entry.audiences.iter().map(text)
    }
}
