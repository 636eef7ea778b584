//! Every file of XML, by xmllint: it is well formed.

use std::path::Path;

use anyhow::Result;

use super::{Check, check, file};

const FILES: [&str; 3] = ["feed.xml", "opensearch.xml", "sitemap.xml"];

pub(super) fn checks(folder: &Path) -> Result<Vec<Check>> {
    let lint = |name: &str| {
        let path = file(folder, name);
        check(format!("{name} is well formed, by xmllint"), "xmllint", &["--noout", "--nonet", &path])
    };
    Ok(FILES.map(lint).into())
}
