//! Bundles the style sheets into the two files that pages load.

mod minify;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::paths;

/// The sheets before the blocks, in the order of the cascade.
const BEFORE_BLOCKS: [&str; 5] = ["layers", "reset", "tokens", "base", "compositions"];
/// The sheets after the blocks.
const AFTER_BLOCKS: [&str; 2] = ["utilities", "print"];

/// Writes `communs.css` and `motifs.css` under `target/style`.
///
/// # Errors
/// When a sheet cannot be read or the result written.
pub(crate) fn bundle() -> Result<()> {
    let style = paths::root().join("style");
    let mut css = String::new();
    for sheet in sheets(&style)? {
        css.push_str(&minify::minify(&read(&sheet)?));
        css.push('\n');
    }
    let folder = paths::bundled_style();
    write_if_changed(&folder.join("communs.css"), &css)?;
    let motifs = minify::minify(&read(&style.join("motifs.css"))?);
    write_if_changed(&folder.join("motifs.css"), &(motifs + "\n"))
}

/// Every sheet of the main bundle, in order.
fn sheets(style: &Path) -> Result<Vec<PathBuf>> {
    let named = |name: &&str| style.join(format!("{name}.css"));
    let folder = style.join("blocks");
    let mut blocks = fs::read_dir(&folder)
        .and_then(Iterator::collect::<std::io::Result<Vec<_>>>)
        .with_context(|| format!("cannot list {}", folder.display()))?
        .into_iter()
        .map(|entry| entry.path())
        .filter(|file| file.extension().is_some_and(|name| name == "css"))
        .collect::<Vec<_>>();
    blocks.sort();
    Ok(BEFORE_BLOCKS.iter().map(named).chain(blocks).chain(AFTER_BLOCKS.iter().map(named)).collect())
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

/// A file that did not change is not written: what watches it would build
/// again for nothing.
fn write_if_changed(file: &Path, text: &str) -> Result<()> {
    match fs::read_to_string(file) {
        Ok(found) if found == text => return Ok(()),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let folder = file.parent().expect("a bundle is in a folder");
            fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
        }
        _ => {}
    }
    fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
}
