//! The versions that other files than the table of tools name too.

use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{paths, process};

pub(super) const TRUNK: &str = "0.21.14";
pub(super) const BINARYEN: &str = "132.0.0";

/// The version of wasm-bindgen in `Cargo.lock`: the command-line tool must be
/// exactly the one of the library.
pub(super) fn wasm_bindgen() -> Result<String> {
    let id = process::output(&mut process::command("cargo", &["pkgid", "wasm-bindgen"]));
    id.and_then(|id| Some(id.trim().rsplit_once('@')?.1.to_owned())).context("Cargo.lock does not name wasm-bindgen")
}

/// The version of a package that the scripts around the app name.
pub(super) fn of_web(package: &str) -> Result<String> {
    let file = paths::web().join("package.json");
    let manifest = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let manifest: Value = serde_json::from_slice(&manifest)?;
    let version = manifest["devDependencies"][package].as_str().map(str::to_owned);
    version.with_context(|| format!("{} does not name {package}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_name_whole_versions() {
        for package in ["esbuild", "typescript"] {
            let version = of_web(package).unwrap();
            assert!(version.split('.').all(|part| part.parse::<u32>().is_ok()), "{package} {version}");
        }
        assert!(of_web("esbuil").is_err());
    }

    #[test]
    fn trunk_asks_for_the_versions_that_are_installed() {
        let trunk = fs::read_to_string(paths::root().join("Trunk.toml")).unwrap();
        for line in [
            format!("trunk-version = \"^{TRUNK}\""),
            format!("wasm_bindgen = \"{}\"", wasm_bindgen().unwrap()),
            format!("wasm_opt = \"version_{}\"", BINARYEN.trim_end_matches(".0")),
        ] {
            assert!(trunk.lines().any(|found| found == line), "{line}");
        }
    }
}
