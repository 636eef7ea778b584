//! The whole catalogue for portals of open data: DCAT (version 3) in JSON-LD, with its context
//! inside, so that it is read without the network.
//!
//! Identifiers of entries are those of [`json_ld`](super::json_ld); those of the catalogue, of its
//! themes and kinds are in this very file. Organisations are agents, entries that are data are data
//! sets, and every other entry is a resource: the data says of none at which address a service answers.
//! The files of the whole catalogue are a data set of their own: portals such as those of udata take
//! data sets and nothing else.

use std::iter;

use serde_json::{Value, json};

use super::form::{Form, form};
use super::json::{Object, file};
use super::json_ld::content_licence_address;
use super::{address, files, publisher_address, publisher_name};
use catalogue::{
    BaseUrl, Catalogue, Entry, Kind, Licence, Licensed, LinkKind, Model, PartialDate, TermIndex, Text, UNTOLD_LANGUAGE,
    VocabularyKey,
};
use messages::{Message, exports};

/// The catalogue and everything in it.
///
/// Without a base nothing has an address of ours: readers that are given the text alone would make
/// addresses of their own disk from relative ones. Identifiers are then good inside this file only.
pub fn dcat(catalogue: &Catalogue, base: Option<&BaseUrl>) -> String {
    let writer = Writer { catalogue, base };
    let entries = catalogue.entries().map(|(_, entry)| writer.entry(entry));
    let graph: Vec<Value> = ([writer.catalogue(), writer.publisher(), writer.data_set()].into_iter())
        .chain(writer.schemes())
        .chain(entries)
        .collect();
    file(json!({ "@context": context(), "@graph": graph }))
}

/// What the short names stand for.
fn context() -> Value {
    let french = |property: &str| json!({ "@id": property, "@language": UNTOLD_LANGUAGE });
    let node = |property: &str| json!({ "@id": property, "@type": "@id" });
    json!({
        "dcat": "http://www.w3.org/ns/dcat#",
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "accessURL": node("dcat:accessURL"),
        "alternative": french("dcterms:alternative"),
        "conformsTo": node("dcterms:conformsTo"),
        "dataset": node("dcat:dataset"),
        "description": french("dcterms:description"),
        "distribution": node("dcat:distribution"),
        "downloadURL": node("dcat:downloadURL"),
        "format": node("dcterms:format"),
        "homepage": node("foaf:homepage"),
        "identifier": "dcterms:identifier",
        "inScheme": node("skos:inScheme"),
        "keyword": french("dcat:keyword"),
        "label": french("rdfs:label"),
        "landingPage": node("dcat:landingPage"),
        "language": node("dcterms:language"),
        "license": node("dcterms:license"),
        "mbox": node("foaf:mbox"),
        "mediaType": node("dcat:mediaType"),
        "modified": "dcterms:modified",
        "name": "foaf:name",
        "page": node("foaf:page"),
        "prefLabel": french("skos:prefLabel"),
        "publisher": node("dcterms:publisher"),
        "resource": node("dcat:resource"),
        "rights": node("dcterms:rights"),
        "theme": node("dcat:theme"),
        "themeTaxonomy": node("dcat:themeTaxonomy"),
        "title": french("dcterms:title"),
        "type": node("dcterms:type"),
    })
}

/// The names of what is neither an entry nor a term.
const CATALOGUE: &str = "catalogue";
const PUBLISHER: &str = "editeur";
const DATA_SET: &str = "fiches";
const THEMES: &str = "themes";
const KINDS: &str = "types";

/// The files that hold the whole catalogue: title, name, type, format, schema.
const FILES: [(Message, [&str; 4]); 2] = [
    (exports::CATALOGUE_FILE, [files::CATALOGUE, "application/json", "JSON", files::SCHEMA]),
    (exports::TABLE_FILE, [files::CSV, "text/csv", "CSV", files::TABLE_SCHEMA]),
];

/// French, in the list of languages that DCAT profiles of Europe use.
const FRENCH: &str = "http://publications.europa.eu/resource/authority/language/FRA";

/// Writes nodes.
struct Writer<'a> {
    catalogue: &'a Catalogue,
    base: Option<&'a BaseUrl>,
}

impl Writer<'_> {
    fn named(&self, name: &str) -> String {
        self.base.map_or_else(|| format!("_:{name}"), |base| address::named(base, name))
    }

    fn subject(&self, entry: &Entry) -> String {
        self.base.map_or_else(|| format!("_:fiche-{}", entry.id), |base| address::subject(base, entry))
    }

    fn node(&self, class: &str, id: String) -> Object {
        Object::of_type(class).with("@id", id)
    }

    fn catalogue(&self) -> Value {
        let subjects = |wanted: fn(Form) -> bool| {
            let entries = self.catalogue.entries().map(|(_, entry)| entry);
            let listed = entries.filter(move |entry| !is_agent(entry) && wanted(form(self.catalogue, entry)));
            listed.map(|entry| self.subject(entry))
        };
        let node = self.node("dcat:Catalog", self.named(CATALOGUE)).with("title", self.catalogue.site_name());
        self.of_site(node)
            .with_some("homepage", self.base.map(BaseUrl::as_str))
            .with("themeTaxonomy", self.named(THEMES))
            .with_all("distribution", self.base.iter().flat_map(|_| FILES.map(|(_, [name, ..])| self.named(name))))
            .with_all("dataset", iter::once(self.named(DATA_SET)).chain(subjects(|form| form == Form::Data)))
            .with_all("resource", subjects(|form| form != Form::Data))
            .into()
    }

    /// What the site says of the catalogue and of the files that hold it.
    fn of_site(&self, node: Object) -> Object {
        let site = &self.catalogue.site;
        node.with_text("description", site.description.as_str())
            .with("publisher", self.named(PUBLISHER))
            .with("language", FRENCH)
            .with_some("license", content_licence_address(self.catalogue))
            .with_some("modified", site.updated.map(whole_date))
    }

    /// The entries, as the files that hold them all.
    fn data_set(&self) -> Value {
        let title = exports::data_set(self.catalogue.site.language, self.catalogue.site_name());
        let themes = self.catalogue.vocabularies.terms(VocabularyKey::Theme).iter();
        // No entry has this identifier: theirs have no full stop.
        let node = self.node("dcat:Dataset", self.named(DATA_SET)).with("identifier", files::CATALOGUE);
        self.of_site(node.with("title", title))
            .with_some("landingPage", self.base.map(BaseUrl::as_str))
            .with_all("theme", themes.map(|theme| self.theme(&theme.id)))
            .with_all("distribution", self.base.iter().flat_map(|base| FILES.iter().map(|file| self.file(base, file))))
            .into()
    }

    /// A file that holds the whole catalogue.
    fn file(&self, base: &BaseUrl, (title, [name, media_type, format, schema]): &(Message, [&str; 4])) -> Value {
        self.node("dcat:Distribution", self.named(name))
            .with("title", title.to(self.catalogue.site.language))
            .with("accessURL", base.join(name))
            .with("downloadURL", base.join(name))
            .with("mediaType", format!("https://www.iana.org/assignments/media-types/{media_type}"))
            .with("format", format!("http://publications.europa.eu/resource/authority/file-type/{format}"))
            .with("conformsTo", base.join(schema))
            .with_some("license", content_licence_address(self.catalogue))
            .into()
    }

    fn publisher(&self) -> Value {
        let contact = self.catalogue.site.contact.as_ref();
        self.node("foaf:Agent", self.named(PUBLISHER))
            .with("name", publisher_name(self.catalogue))
            .with_some("mbox", contact.map(|contact| format!("mailto:{contact}")))
            .with_some("homepage", publisher_address(self.catalogue, self.base))
            .into()
    }

    /// The themes and the kinds, each in its scheme.
    fn schemes(&self) -> impl Iterator<Item = Value> {
        let language = self.catalogue.site.language;
        let scheme =
            |name, title: Message| self.node("skos:ConceptScheme", self.named(name)).with("title", title.to(language));
        let concept = |id: String, label: Value, scheme| {
            let concept = self.node("skos:Concept", id).with("prefLabel", label);
            Value::from(concept.with("inScheme", self.named(scheme)))
        };
        let themes = self.catalogue.vocabularies.terms(VocabularyKey::Theme).iter();
        let themes = themes.map(move |theme| concept(self.theme(&theme.id), worded(&theme.label), THEMES));
        let kinds = self.catalogue.kinds.all().iter();
        let kinds =
            kinds.map(move |kind| concept(self.kind(*kind), self.catalogue.kinds.words(*kind).name.into(), KINDS));
        iter::once(scheme(THEMES, exports::THEMES).into())
            .chain(themes)
            .chain(iter::once(scheme(KINDS, exports::KINDS).into()))
            .chain(kinds)
    }

    fn theme(&self, id: &str) -> String {
        self.named(&format!("theme-{id}"))
    }

    fn kind(&self, kind: Kind) -> String {
        self.named(&format!("type-{}", kind.word()))
    }

    fn entry(&self, entry: &Entry) -> Value {
        let id = self.subject(entry);
        let entry_page = self.base.map(|base| address::entry_page(base, entry));
        if is_agent(entry) {
            let agent = self.node("foaf:Organization", id).with("name", entry.name.as_str());
            return agent.with_some("page", entry_page).with_some("homepage", entry.site().map(address::iri)).into();
        }
        let is_data = form(self.catalogue, entry) == Form::Data;
        let theme = |theme: &TermIndex| self.theme(&self.catalogue.vocabularies.term(VocabularyKey::Theme, *theme).id);
        let publishers = entry.bearers.iter().map(|bearer| self.catalogue.entry(*bearer));
        let node = self
            .node(if is_data { "dcat:Dataset" } else { "dcat:Resource" }, id)
            .with("identifier", entry.id.as_str())
            .with("title", worded(&entry.name))
            .with_all("alternative", entry.aliases.iter().map(String::as_str))
            .with_some("description", entry.summary.as_ref().map(worded))
            .with("type", self.kind(entry.kind))
            .with_all("theme", entry.themes.iter().map(theme))
            .with_all("keyword", entry.keywords.iter().map(String::as_str))
            .with_all("publisher", publishers.filter(|bearer| is_agent(bearer)).map(|bearer| self.subject(bearer)))
            .with_some("modified", entry.updated.map(whole_date))
            .with_some("landingPage", entry.site().map(address::iri))
            .with_some("page", entry_page);
        let node = self.with_licence(node, entry);
        if !is_data {
            return node.into();
        }
        let distribution = |url| json!({ "@type": "dcat:Distribution", "accessURL": url });
        node.with_all("distribution", address::links(entry, LinkKind::Data).map(distribution)).into()
    }

    /// The licence, by the address of its text; by its name alone when it has none. DCAT has one at most for a thing:
    /// that of the data, or else the first; the others are statements of rights.
    fn with_licence(&self, node: Object, entry: &Entry) -> Object {
        let term = |licence: &Licence| self.catalogue.vocabularies.term(VocabularyKey::Licence, licence.term);
        let licences = &entry.licences;
        let has_text = |licence: &Licence| term(licence).url.is_some();
        let of_data = licences.iter().position(|licence| licence.of == Licensed::Data && has_text(licence));
        let first = of_data.or_else(|| licences.iter().position(has_text));
        let others = licences.iter().enumerate().filter(|(rank, _)| Some(*rank) != first);
        let others = others.map(|(_, licence)| {
            let label = term(licence).label.as_str();
            let about = licence.of.in_brackets(self.catalogue.site.language).unwrap_or_default();
            json!({ "@type": "dcterms:RightsStatement", "label": format!("{label}{about}") })
        });
        let address = first.and_then(|rank| term(&licences[rank]).url.as_ref()).map(address::iri);
        node.with_some("license", address).with_all("rights", others)
    }
}

/// Whether an entry is someone rather than something.
fn is_agent(entry: &Entry) -> bool {
    entry.kind.is(Model::Organisation)
}

/// A text in every language that it has, each told where it is not the one of the context.
fn worded(text: &Text) -> Value {
    let version = |(language, words): (Option<&str>, &str)| match language {
        Some(language) => json!({ "@language": language, "@value": words }),
        None => words.into(),
    };
    let mut versions: Vec<Value> = text.versions().map(version).collect();
    if versions.len() == 1 { versions.remove(0) } else { versions.into() }
}

/// A date to the day, the first of its month or year when it says no more, as feeds give it: readers complete
/// a year or a month with the day that they are read on.
fn whole_date(date: PartialDate) -> Value {
    let date = PartialDate { month: date.month.or(Some(1)), day: date.day.or(Some(1)), ..date };
    json!({ "@type": "xsd:date", "@value": date.to_string() })
}
