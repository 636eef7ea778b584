//! The engines that are compared, and what each weighs.

use anyhow::{Context, Result};

use super::served;
use crate::sizes::{self, FileSize};

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

/// Compressed sizes, in bytes.
pub(super) struct Weights {
    engines: Vec<FileSize>,
    /// Our module, then the same without the search.
    ours: [usize; 2],
    pagefind: usize,
}

impl Weights {
    /// Measures what was prepared.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(super) fn measure() -> Result<Self> {
        let total = |folder: &str| -> Result<usize> {
            let folder = served().join(folder);
            if !folder.is_dir() {
                return Ok(0);
            }
            Ok(sizes::measure(&folder)?.iter().map(|file| file.brotli).sum())
        };
        Ok(Self {
            engines: sizes::measure(&served().join("engines"))?,
            ours: [total("ours")?, total("ours-reader")?],
            pagefind: total("pagefind")?,
        })
    }

    #[cfg(test)]
    pub(super) fn none() -> Self {
        Self { engines: Vec::new(), ours: [0, 0], pagefind: 0 }
    }

    /// What a page downloads to have this engine; ours without the reading of the catalogue, which
    /// the others do not do.
    pub(super) fn of(&self, engine: &Engine) -> usize {
        let file = format!("{}.js", engine.name);
        let adapter = self.engines.iter().find(|known| known.name == file).map_or(0, |known| known.brotli);
        match engine.name {
            OURS => self.ours[0].saturating_sub(self.ours[1]),
            PAGEFIND => adapter + self.pagefind,
            _ => adapter,
        }
    }

    /// Our whole module.
    pub(super) fn ours_with_reader(&self) -> usize {
        self.ours[0]
    }
}
