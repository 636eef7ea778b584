//! Archives that depend on what they hold alone: no date, no owner.

use std::io::{Cursor, Write};

use anyhow::Result;
use flate2::{Compression, GzBuilder};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A file of an archive.
#[derive(Clone)]
pub(super) struct Member {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    /// As Unix writes the rights of a file.
    mode: u32,
}

impl Member {
    pub(super) fn text(name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.to_owned(), bytes: bytes.into(), mode: 0o644 }
    }

    /// One that is run.
    pub(super) fn program(name: &str, bytes: Vec<u8>) -> Self {
        Self { name: name.to_owned(), bytes, mode: 0o755 }
    }

    /// The same in a folder.
    pub(super) fn below(self, folder: &str) -> Self {
        Self { name: format!("{folder}/{}", self.name), ..self }
    }
}

pub(super) fn tar_gz(members: &[Member]) -> Result<Vec<u8>> {
    let mut builder = tar::Builder::new(GzBuilder::new().write(Vec::new(), Compression::best()));
    for Member { name, bytes, mode } in members {
        let mut header = tar::Header::new_ustar();
        header.set_entry_type(tar::EntryType::Regular);
        header.set_mode(*mode);
        header.set_size(bytes.len().try_into()?);
        // What is left empty is no number to every reader.
        header.set_uid(0);
        header.set_gid(0);
        header.set_mtime(0);
        builder.append_data(&mut header, name, bytes.as_slice())?;
    }
    Ok(builder.into_inner()?.finish()?)
}

pub(super) fn zip(members: &[Member]) -> Result<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for Member { name, bytes, mode } in members {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(9))
            .last_modified_time(DateTime::default())
            .unix_permissions(*mode);
        writer.start_file(name, options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_files_give_the_same_bytes() {
        let members = [Member::program("a/communs", vec![7; 5000]), Member::text("a/LICENSE", "x")];
        assert_eq!(tar_gz(&members).unwrap(), tar_gz(&members).unwrap());
        assert_eq!(zip(&members).unwrap(), zip(&members).unwrap());
    }
}
