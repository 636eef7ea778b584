//! What an import did not take as it was, or what its reader should know: one sentence each, with its place.

use std::fmt;

use messages::{Language, Noun};

const COLUMNS: Noun = Noun([["aucune colonne", "colonne", "colonnes"]]);

/// A place in what was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// The path of the file, from the folder that was given.
    pub file: String,
    /// The line of a table, or the rank of a row, from 1; 0 for the whole file.
    pub row: usize,
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.row > 0 { write!(f, ":{}", self.row) } else { Ok(()) }
    }
}

/// Something that was not taken, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    pub at: At,
    /// The field of the entry that goes without it; empty for none.
    pub field: String,
    pub cause: Cause,
}

/// Why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// A row has no name, so that no entry can be made of it.
    NoName,
    /// A line that stands above the headings of a table, as its title does.
    AboveHeadings,
    /// Two columns have this heading; the second is read as the third word says.
    HeadingTwice { heading: String, read_as: String },
    /// An object has this key more than once; the first counts.
    KeyTwice { key: String },
    /// A line has more cells than there are headings.
    TooManyCells { found: usize, expected: usize },
    /// Two rows give this id; the second has another.
    IdTwice { id: String, given: String },
    /// A value is not of the form that the field needs.
    NotA { what: &'static str, found: String },
    /// A word that the mapping does not tell.
    UnknownWord { found: String, expected: String },
    /// A cell of the catalogue's own table that said something and is empty.
    Emptied { was: String },
    /// A column of that table that tells what others do.
    Derived,
    /// A cell of that table that had room for the start of what the catalogue says.
    Cut,
    /// The kind of an entry, which that table does not change.
    KindStays { kind: String },
    /// What the check of catalogues says of it.
    Refused(String),
    /// The encoding that was found, when it is not UTF-8.
    Encoding(&'static str),
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\u{a0}: ", self.at)?;
        if !self.field.is_empty() {
            write!(f, "{}\u{a0}: ", self.field)?;
        }
        match &self.cause {
            Cause::NoName => f.write_str(
                "ligne sans nom, laissée de côté. Donnez-lui un nom, ou dites dans la correspondance où il est.",
            ),
            Cause::AboveHeadings => f.write_str("cette ligne, au-dessus des titres des colonnes, n’est pas lue."),
            Cause::HeadingTwice { heading, read_as } => write!(
                f,
                "deux colonnes s’appellent «\u{a0}{heading}\u{a0}»\u{202f}; la seconde se lit «\u{a0}{read_as}\u{a0}»."
            ),
            Cause::KeyTwice { key } => write!(
                f,
                "la clé «\u{a0}{key}\u{a0}» y est deux fois\u{202f}; la première compte. Ôtez l’autre, ou faites une liste."
            ),
            Cause::TooManyCells { found, expected } => write!(
                f,
                "{found} cellules pour {}\u{202f}; celles de trop sont laissées de côté. Un texte qui contient le séparateur s’écrit entre guillemets.",
                COLUMNS.count(Language::French, *expected)
            ),
            Cause::IdTwice { id, given } => {
                write!(
                    f,
                    "l’identifiant «\u{a0}{id}\u{a0}» est déjà pris\u{202f}; la fiche s’appelle «\u{a0}{given}\u{a0}»."
                )
            }
            Cause::NotA { what, found } => {
                write!(f, "«\u{a0}{found}\u{a0}» n’est pas {what}\u{202f}; cette valeur est laissée de côté.")
            }
            Cause::UnknownWord { found, expected } => write!(
                f,
                "«\u{a0}{found}\u{a0}» ne se traduit pas\u{202f}; attendu\u{a0}: {expected}. Ajoutez ce mot à la correspondance."
            ),
            Cause::Emptied { was } => {
                write!(f, "cellule vidée\u{202f}; «\u{a0}{was}\u{a0}» reste. Pour l’ôter, ôtez-le du catalogue.")
            }
            Cause::Derived => {
                f.write_str("cette colonne se déduit d’autres valeurs\u{202f}; son changement n’est pas repris.")
            }
            Cause::Cut => f.write_str(
                "la fin de ce texte n’a pas tenu dans la cellule\u{202f}; il reste comme il était. Changez-le dans le catalogue.",
            ),
            Cause::KindStays { kind } => write!(
                f,
                "le genre d’une fiche ne change pas par le tableau\u{202f}; elle reste «\u{a0}{kind}\u{a0}»."
            ),
            Cause::Refused(sentence) => f.write_str(sentence),
            Cause::Encoding(name) => write!(f, "lu en {name}\u{202f}; le catalogue s’écrit en UTF-8."),
        }
    }
}

/// A value as it is shown in a sentence: on one line, and cut when it is long.
pub(crate) fn shown(value: &str) -> String {
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut start: String = line.chars().take(60).collect();
    if start.len() < line.len() {
        start.push('…');
    }
    start
}
