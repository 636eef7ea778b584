//! The CSV as a Data Package (Frictionless, version 1), so that one command checks it whole.

use serde_json::{Value, json};

use super::csv::SEPARATOR;
use super::json::{Object, file};
use super::{content_licence, files, publisher_address, publisher_name, table_schema};
use catalogue::{BaseUrl, Catalogue};
use messages::exports;

/// The descriptor of the folder that holds [`files::CSV`].
pub fn data_package(catalogue: &Catalogue, base: Option<&BaseUrl>) -> String {
    let site = &catalogue.site;
    let title = catalogue.site_name();
    let url = site.identity.publisher.as_ref().and_then(|_| publisher_address(catalogue, base));
    let publisher = Object::default()
        .with("title", publisher_name(catalogue))
        .with("role", "publisher")
        .with_some("path", url)
        .with_some("email", site.contact.as_deref());
    let package = Object::default()
        .with("profile", "tabular-data-package")
        .with("name", "catalogue")
        .with("title", title)
        .with_text("description", site.description.as_str())
        .with_some("homepage", base.map(BaseUrl::as_str))
        .with_some("licenses", licence(catalogue).map(|licence| json!([licence])))
        .with("contributors", json!([Value::from(publisher)]))
        .with("resources", json!([table(catalogue)]));
    file(package)
}

fn licence(catalogue: &Catalogue) -> Option<Value> {
    let id = catalogue.site.licence.as_str();
    let term = content_licence(catalogue);
    let licence = Object::default()
        .with_text("name", id)
        .with_some("title", term.map(|term| term.label.as_str()))
        .with_some("path", term.and_then(|term| term.url.as_ref()).map(|url| url.as_str()));
    (!id.is_empty()).then(|| licence.into())
}

fn table(catalogue: &Catalogue) -> Value {
    let language = catalogue.site.language;
    json!({
        "profile": "tabular-data-resource",
        "name": "fiches",
        "title": exports::TABLE.to(language),
        "description": exports::TABLE_NOTE.to(language),
        "path": files::CSV,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {
            "delimiter": SEPARATOR,
            "lineTerminator": "\r\n",
            "quoteChar": "\"",
            "doubleQuote": true,
            "header": true,
        },
        "schema": table_schema::schema(catalogue),
    })
}
