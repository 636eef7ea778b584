//! A catalogue as people keep it: one JSON or YAML file, or a folder with a file an entry; read with the place of each
//! value, and written back.
//!
//! It knows how files are written, not what they mean: that is `catalogue`, which reads the JSON that this makes of
//! them and whose problems this finds again in the files.

mod details;
mod edit;
mod fault;
mod folder;
mod json;
mod layout;
mod lines;
mod locate;
mod node;
mod rewrite;
mod yaml;

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

pub use details::divided;
pub use edit::{Edit, EditError, apply, replace, set};
pub use fault::{Fault, FaultKind};
pub use folder::{ENTRIES_FOLDER, SITE_FILE, SplitError, split};
pub use layout::{formatted, json_text};
pub use lines::{Lines, Places, line_start};
pub use locate::Locations;
pub use node::{Field, Node, Span, Value};
pub use rewrite::rewritten;

/// Why there is no catalogue to read.
#[derive(Debug, Error)]
pub enum SourceError {
    #[error("{}: cannot be read", .path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{}: a folder without {SITE_FILE}", .0.display())]
    NoSite(PathBuf),
    #[error(transparent)]
    Fault(#[from] Box<Fault>),
}

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Json,
    Yaml,
}

impl Format {
    /// By the end of its name; what has no known one is JSON.
    pub fn of(path: &Path) -> Self {
        let is_yaml =
            path.extension().is_some_and(|end| end.eq_ignore_ascii_case("yml") || end.eq_ignore_ascii_case("yaml"));
        if is_yaml { Self::Yaml } else { Self::Json }
    }
}

/// A file of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    pub path: PathBuf,
    pub format: Format,
    /// Without its byte order mark; letters that are not UTF-8 are each a mark of their loss.
    pub text: String,
}

/// What is odd in how the files are kept, without being wrong in the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Oddity {
    /// The file of an entry is not named by its id.
    FileName { span: Span, id: String },
    /// The order of entries names one that has no file.
    NoFile { span: Span, id: String },
}

/// The files of a catalogue and what they say.
#[derive(Debug, Clone)]
pub struct Source {
    pub files: Vec<File>,
    /// The whole catalogue, an object.
    pub root: Node,
    pub oddities: Vec<Oddity>,
    /// Why files of entries cannot be read: all that is known of such an entry is its id, the name of its file.
    pub faults: Vec<Box<Fault>>,
    /// Whether it is a folder with a file an entry.
    pub is_folder: bool,
}

impl Source {
    /// Reads a JSON file, a YAML file, or a folder with [`SITE_FILE`] and [`ENTRIES_FOLDER`].
    ///
    /// # Errors
    /// When a file cannot be read, or is neither JSON nor YAML; that of an entry of a folder costs this entry alone.
    pub fn open(path: &Path) -> Result<Self, SourceError> {
        if path.is_dir() {
            return folder::open(path);
        }
        let mut source = Self::read(open_file(path)?)?;
        details::complete(&mut source)?;
        Ok(source)
    }

    /// Reads a catalogue that is one file.
    ///
    /// # Errors
    /// When it is not of its format, or not an object.
    pub fn read(file: File) -> Result<Self, SourceError> {
        let root = file.root(0)?;
        if !matches!(root.value, Value::Object(_)) {
            return Err(file.fault(0..file.text.len().min(1), FaultKind::NotAnObject).into());
        }
        Ok(Self { files: vec![file], root, oddities: Vec::new(), faults: Vec::new(), is_folder: false })
    }

    /// The catalogue as one JSON text: the file itself when it is one.
    pub fn json(&self) -> Cow<'_, str> {
        match &self.files[..] {
            [file] if file.format == Format::Json => Cow::Borrowed(&file.text),
            _ => Cow::Owned(json_text(&self.root)),
        }
    }

    /// Whether it is published: its entries are in two files, of which neither says all.
    pub fn is_divided(&self) -> bool {
        !self.is_folder && self.files.len() > 1
    }

    /// The file of a place.
    pub fn file(&self, span: Span) -> &File {
        &self.files[span.file as usize]
    }

    /// The entries, in order.
    pub fn entries(&self) -> &[Node] {
        self.root.items_at("entries")
    }
}

impl File {
    /// What the file says, whatever it is; its values are those of the file of this rank.
    ///
    /// # Errors
    /// When it is not of its format.
    pub fn root(&self, rank: u32) -> Result<Node, Box<Fault>> {
        if self.text.chars().take(4).any(|c| c == '\0') {
            // Every other byte of UTF-16 is nought.
            return Err(self.fault(0..0, FaultKind::Utf16));
        }
        match self.format {
            Format::Json => json::read(self, rank),
            Format::Yaml => yaml::read(self, rank),
        }
    }

    pub(crate) fn fault(&self, range: std::ops::Range<usize>, kind: FaultKind) -> Box<Fault> {
        let path = self.path.display().to_string();
        Box::new(Fault { file: path, text: self.text.clone(), range, kind })
    }
}

/// The text of a file, by the format that its name tells.
///
/// # Errors
/// When it cannot be read.
pub fn open_file(path: &Path) -> Result<File, SourceError> {
    let bytes = fs::read(path).map_err(|source| SourceError::Unreadable { path: path.to_owned(), source })?;
    let is_utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    // What is in UTF-16 is told by its noughts, even where it has none.
    let text = if is_utf16 { "\0".to_owned() } else { String::from_utf8_lossy(&bytes).into_owned() };
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    Ok(File { path: path.to_owned(), format: Format::of(path), text })
}
