//! The table and its description, by Frictionless: the types, the constraints and the dialect.

use std::path::Path;

use anyhow::Result;

use super::{Check, file, python};

pub(super) fn checks(folder: &Path) -> Result<Vec<Check>> {
    let package = file(folder, "datapackage.json");
    Ok(vec![python("datapackage.json and its table, by frictionless", "frictionless", &["validate", &package])])
}
