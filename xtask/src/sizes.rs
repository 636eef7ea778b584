//! How much the built files weigh, as they are and compressed.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};

use crate::paths;

/// Sizes of a file, in bytes.
#[derive(Clone, Debug)]
pub(crate) struct FileSize {
    pub(crate) name: String,
    pub(crate) raw: usize,
    /// Compressed by brotli at its highest quality, as a static host would.
    pub(crate) brotli: usize,
}

/// Measures every file of a folder, by name; what is in its folders is left out.
pub(crate) fn measure(folder: &Path) -> Result<Vec<FileSize>> {
    let mut files = Vec::new();
    for path in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = path?.path();
        if path.is_file() {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push(FileSize { name, raw: fs::metadata(&path)?.len() as usize, brotli: brotli(&path)? });
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// The lengths of the pages in the folders of a folder, in bytes.
pub(crate) fn pages(folder: &Path) -> Result<Vec<u64>> {
    let pages = paths::files(folder)?.into_iter().filter(|page| page.ends_with("index.html"));
    let inside = pages.filter(|page| page.parent() != Some(folder));
    inside.map(|page| Ok(fs::metadata(page)?.len())).collect()
}

/// The length of a file compressed by brotli, in bytes.
pub(crate) fn brotli(path: &Path) -> Result<usize> {
    Ok(compressed(&fs::read(path)?, 11).len())
}

/// These bytes compressed by brotli, at a quality up to 11.
pub(crate) fn compressed(bytes: &[u8], quality: u32) -> Vec<u8> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, quality, 22);
    writer.write_all(bytes).expect("writing to memory does not fail");
    writer.into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_text_shrinks_and_nothing_stays_small() {
        assert!(compressed(&b"commun ".repeat(1000), 11).len() < 50);
        assert!(compressed(b"", 11).len() < 3);
    }
}
