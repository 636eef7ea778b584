//! Files of any format as trees: a table is a list of objects, an object a row. It knows nothing of entries.

mod encoding;
mod front_matter;
mod json;
mod json_ld;
mod rdf;
mod sheet;
mod table;
mod yaml;

use catalogue::Json;
use thiserror::Error;

pub(crate) use self::json_ld::ROOT;
pub(crate) use self::table::LINE;
use crate::remark::{At, Cause, Remark};

/// The most cells that a table may have: a catalogue of ten thousand entries of a hundred columns.
const MOST_CELLS: usize = 1_000_000;
/// The most values that a tree may have.
const MOST_NODES: usize = 2_000_000;

/// Why a file cannot be read at all, in French, with its place.
#[derive(Debug, Error)]
pub enum ReadError {
    #[error(
        "{file}\u{a0}: ce fichier est vide. Il doit contenir au moins une ligne de titres et une ligne de valeurs, ou un objet."
    )]
    Empty { file: String },
    #[error("{file}\u{a0}: ce n’est pas du texte en UTF-8, UTF-16 ou Windows-1252. Enregistrez-le à nouveau en UTF-8.")]
    NotText { file: String },
    #[error(
        "{file}\u{a0}: c’est une page web, pas des données. Téléchargez le fichier lui-même\u{202f}; s’il faut être connecté pour l’avoir, connectez-vous d’abord."
    )]
    WebPage { file: String },
    #[error("{file}:{line}\u{a0}: ce tableau ne peut pas être lu ({cause}).")]
    Table { file: String, line: usize, cause: &'static str },
    #[error(
        "{file}\u{a0}: ce classeur ne peut pas être ouvert\u{a0}: {cause}. Enregistrez-le à nouveau en .xlsx, en .ods ou en CSV."
    )]
    Archive { file: String, cause: &'static str },
    #[error("{}\u{a0}: plus de {most} {what}. Coupez ce fichier en plusieurs.", place(.file, *.line))]
    TooLarge { file: String, line: usize, what: &'static str, most: usize },
    #[error("{at}\u{a0}: ce {form} ne peut pas être lu\u{a0}: {cause}")]
    Syntax { at: String, form: &'static str, cause: String },
    /// As the catalogue tells it.
    #[error("{0}")]
    Json(String),
    #[error("{file}\u{a0}: l’en-tête (entre deux lignes «\u{a0}---\u{a0}») manque ou n’est pas fermé.")]
    NoFrontMatter { file: String },
}

impl ReadError {
    /// What has more than this many of something, at a line, or at none where that is 0.
    fn too_large(file: &str, line: usize, what: &'static str, most: usize) -> Self {
        Self::TooLarge { file: file.to_owned(), line, what, most }
    }
}

fn place(file: &str, row: usize) -> At {
    At { file: file.to_owned(), row }
}

/// A file that was read.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its path from the folder that was given, with `/`.
    pub file: String,
    pub tree: Json,
    /// The headings of a table.
    pub(crate) headings: Vec<String>,
}

/// The extensions of the files that are read in a folder; a file that is named is read whatever its name.
pub const EXTENSIONS: [&str; 17] = [
    "csv", "tsv", "tab", "txt", "xlsx", "ods", "json", "jsonl", "ndjson", "jsonld", "yaml", "yml", "md", "cff", "rdf",
    "ttl", "nt",
];

/// Reads a file by its extension, or by how it starts when that tells nothing.
///
/// # Errors
/// When it is not what its name says, or larger than what a catalogue can be.
pub fn document(file: &str, bytes: &[u8], remarks: &mut Vec<Remark>) -> Result<Document, ReadError> {
    let extension = file.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, end)| end.to_lowercase());
    let done = |(tree, headings)| Document { file: file.to_owned(), tree, headings };
    let is_sheet = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(sheet::CLOSED);
    if is_sheet || matches!(extension.as_deref(), Some("xlsx" | "ods")) {
        if bytes.is_empty() {
            return Err(ReadError::Empty { file: file.to_owned() });
        }
        return sheet::rows(file, bytes, remarks).map(done);
    }
    let (text, encoding) = encoding::text(file, bytes)?;
    if let Some(name) = encoding {
        remarks.push(Remark { at: place(file, 0), field: String::new(), cause: Cause::Encoding(name) });
    }
    let start = text.trim_start();
    let starts_with = |tag: &str| start.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    if starts_with("<!doctype html") || starts_with("<html") {
        return Err(ReadError::WebPage { file: file.to_owned() });
    }
    let tree = match extension.as_deref() {
        Some("json" | "jsonl" | "ndjson" | "jsonld") => json_ld::simplified(json::document(file, &text)?),
        Some("yaml" | "yml" | "cff") => yaml::document(file, &text)?,
        Some("md" | "markdown") => front_matter::document(file, &text)?,
        Some("ttl" | "nt") => json_ld::simplified(rdf::turtle(file, &text)?),
        Some("rdf" | "xml" | "owl") => json_ld::simplified(rdf::xml(file, &text)?),
        Some("csv" | "tsv" | "tab") => return table::rows(file, &text, remarks).map(done),
        _ if start.starts_with(['{', '[']) => json_ld::simplified(json::document(file, &text)?),
        _ if start.starts_with("<?xml") || start.starts_with("<rdf:RDF") => json_ld::simplified(rdf::xml(file, &text)?),
        _ if start.starts_with("@prefix") => json_ld::simplified(rdf::turtle(file, &text)?),
        _ if start.starts_with("---") => {
            front_matter::document(file, &text).or_else(|_| yaml::document(file, &text))?
        }
        _ => return table::rows(file, &text, remarks).map(done),
    };
    Ok(done((tree, Vec::new())))
}
