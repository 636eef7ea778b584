//! The list of pages, by xmllint and the schema that sitemaps.org publishes.

use std::path::Path;

use anyhow::Result;

use super::{Check, check, file};
use crate::paths;

pub(super) fn checks(folder: &Path) -> Result<Vec<Check>> {
    let schema = paths::sitemap_schema();
    let sitemap = file(folder, "sitemap.xml");
    let arguments = ["--noout", "--nonet", "--schema", &schema.to_string_lossy(), &sitemap];
    Ok(vec![check("sitemap.xml keeps to its schema, by xmllint", "xmllint", &arguments)])
}
