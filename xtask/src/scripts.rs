//! Bundles the scripts around the app into the files that the tool puts in the site, for the browsers of the floor.

use anyhow::Result;

use crate::style::floor;
use crate::{paths, process};

/// The scripts of pages, of their worker and of other sites.
const CLASSIC: [&str; 8] = ["boot", "embed", "frame_height", "frame_look", "not_found", "one_file", "rescue", "worker"];
/// The one that pages load as a module.
const MODULES: [&str; 1] = ["start"];

/// Writes them under `target/web`.
pub(crate) fn bundle() -> Result<()> {
    for (format, names) in [("iife", &CLASSIC[..]), ("esm", &MODULES)] {
        // The configuration of the compiler is not the bundler's: it would say that what is strict already is.
        // WebKit never ends a page that goes while one of its modules awaits at its top level: none may.
        let engines = "--supported:top-level-await=false";
        let options = ["--bundle", "--minify", "--tsconfig-raw={}", "--log-level=warning", engines];
        let mut bundler = process::command("esbuild", &options);
        bundler.arg(format!("--format={format}")).arg(format!("--target={}", floor::targets()));
        bundler.arg(format!("--outdir={}", paths::bundled("web").display()));
        bundler.args(names.iter().map(|name| paths::web().join(format!("src/{name}.js"))));
        process::run(&mut bundler)?;
    }
    Ok(())
}
