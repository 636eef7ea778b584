//! The engines that are compared, and what each weighs.

use anyhow::{Context, Result};

use super::served;
use crate::sizes;

/// A search engine, whose adapter is `benches/peers/engines/{name}.js`.
#[derive(Debug)]
pub(crate) struct Engine {
    pub(super) name: &'static str,
    /// Its name in tables.
    pub(super) title: &'static str,
}

/// Every engine, ours first.
pub(super) const ENGINES: [Engine; 9] = [
    Engine { name: OURS, title: "**Communs**" },
    Engine { name: "flexsearch", title: "FlexSearch" },
    Engine { name: "minisearch", title: "MiniSearch" },
    Engine { name: "orama", title: "Orama" },
    Engine { name: "lunr", title: "lunr" },
    Engine { name: "fuse", title: "Fuse.js" },
    Engine { name: "ufuzzy", title: "uFuzzy" },
    Engine { name: PAGEFIND, title: "Pagefind" },
    Engine { name: "naive", title: "naive scan" },
];

pub(super) const OURS: &str = "ours";
pub(super) const PAGEFIND: &str = "pagefind";
/// Those that ours is compared with by ratios.
pub(super) const REFERENCES: [&str; 2] = ["flexsearch", "minisearch"];

/// The files of its bundle that a page of Pagefind downloads whatever is searched.
pub(super) const PAGEFIND_FILES: [&str; 3] = ["pagefind.js", "pagefind-worker.js", "wasm.fr.pagefind"];

pub(super) fn find(name: &str) -> Result<&'static Engine> {
    let names = || ENGINES.each_ref().map(|engine| engine.name).join(", ");
    ENGINES.iter().find(|engine| engine.name == name).with_context(|| format!("the engines are {}", names()))
}

/// What a page downloads to have an engine, compressed, in bytes; ours without the reading of the catalogue, which the
/// others do not do.
pub(super) fn weight(engine: &Engine) -> Result<usize> {
    if engine.name == OURS {
        return Ok(of_folder(OURS)?.saturating_sub(of_folder("ours-reader")?));
    }
    let adapter = sizes::brotli(&served().join("engines").join(format!("{}.js", engine.name)))?;
    Ok(adapter + if engine.name == PAGEFIND { of_folder(PAGEFIND)? } else { 0 })
}

/// The same of the files of a folder that is served.
pub(super) fn of_folder(name: &str) -> Result<usize> {
    Ok(sizes::measure(&served().join(name))?.iter().map(|file| file.brotli).sum())
}
