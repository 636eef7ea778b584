//! How much the built files weigh, as they are and compressed.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Sizes of a file, in bytes.
#[derive(Clone, Debug)]
pub(crate) struct FileSize {
    pub(crate) name: String,
    pub(crate) raw: usize,
    /// Compressed by brotli at its highest quality, as a static host would.
    pub(crate) brotli: usize,
}

/// Measures every file of a folder, by name; what is in its folders is left out.
///
/// # Errors
/// When a file cannot be read.
pub(crate) fn measure(folder: &Path) -> Result<Vec<FileSize>> {
    let mut files = Vec::new();
    for path in inside(folder)? {
        if path.is_file() {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push(FileSize { name, raw: fs::metadata(&path)?.len() as usize, brotli: brotli(&path)? });
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// The lengths of the pages in the folders of a folder, in bytes.
///
/// # Errors
/// When a folder cannot be read.
pub(crate) fn pages(folder: &Path) -> Result<Vec<u64>> {
    let mut pages = Vec::new();
    for path in inside(folder)? {
        if path.is_dir() {
            pages.extend(fs::metadata(path.join("index.html")).map(|page| page.len()));
            pages.extend(self::pages(&path)?);
        }
    }
    Ok(pages)
}

fn inside(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    entries.map(|entry| Ok(entry?.path())).collect()
}

/// The length of a file compressed by brotli, in bytes.
///
/// # Errors
/// When it cannot be read.
pub(crate) fn brotli(path: &Path) -> Result<usize> {
    compressed_length(&fs::read(path)?)
}

fn compressed_length(bytes: &[u8]) -> Result<usize> {
    const BUFFER: usize = 64 * 1024;
    const QUALITY: u32 = 11;
    const WINDOW: u32 = 22;
    let mut compressor = brotli::CompressorWriter::new(Vec::new(), BUFFER, QUALITY, WINDOW);
    compressor.write_all(bytes)?;
    Ok(compressor.into_inner().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_text_shrinks_and_nothing_stays_small() {
        assert!(compressed_length(&b"commun ".repeat(1000)).unwrap() < 50);
        assert!(compressed_length(b"").unwrap() < 3);
    }
}
