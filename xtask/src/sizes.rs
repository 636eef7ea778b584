//! How much the built files weigh, as they are and compressed.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};

/// Sizes of a file, in bytes.
#[derive(Clone, Debug)]
pub(crate) struct FileSize {
    /// Path from the folder measured, with `/` between parts.
    pub(crate) name: String,
    pub(crate) raw: usize,
    /// Compressed by brotli at its highest quality, as a static host would.
    pub(crate) brotli: usize,
}

/// Measures every file under a folder, by name.
///
/// # Errors
/// When a file cannot be read.
pub(crate) fn measure(folder: &Path) -> Result<Vec<FileSize>> {
    let mut files = Vec::new();
    visit(folder, "", &mut files).with_context(|| format!("cannot measure {}", folder.display()))?;
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

fn visit(folder: &Path, prefix: &str, files: &mut Vec<FileSize>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            visit(&entry.path(), &format!("{name}/"), files)?;
        } else {
            let bytes = fs::read(entry.path())?;
            files.push(FileSize { name, raw: bytes.len(), brotli: compressed_length(&bytes)? });
        }
    }
    Ok(())
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
