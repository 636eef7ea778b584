//! The app that is filled with the data: the one that the tool carries, or a folder.

use std::io::{self, Read};
use std::path::PathBuf;

use export::SitemapError;
use flate2::read::GzDecoder;
use site::{Files, PrerenderError};
use tar::Archive;
use thiserror::Error;

use crate::place::{self, PlaceError};

/// The archive that `build.rs` made.
const CARRIED: Option<&[u8]> = include!(concat!(env!("OUT_DIR"), "/app.rs"));

/// Why there is no app, in French.
#[derive(Debug, Error)]
pub(crate) enum AppError {
    #[error(
        "cet outil a été construit sans l’application\u{a0}: donnez son dossier avec --app, ou dans la variable COMMUNS_APP (dans le dépôt, «\u{a0}cargo xtask build\u{a0}» l’écrit dans target/app)"
    )]
    Absent,
    #[error("l’application que porte cet outil ne se lit pas\u{202f}; installez-le à nouveau")]
    Damaged(#[from] io::Error),
    #[error(transparent)]
    Folder(#[from] PlaceError),
}

/// What a site is made of, said the same way to every command that makes one.
#[derive(clap::Args)]
pub(crate) struct SiteOptions {
    #[arg(
        long,
        value_name = "DOSSIER",
        env = "COMMUNS_APP",
        hide_env = true,
        help = "L’application, si ce n’est celle que porte l’outil\u{202f}; la variable COMMUNS_APP la donne aussi"
    )]
    app: Option<PathBuf>,
    #[arg(
        long,
        value_name = "CATALOGUE",
        default_value = names::DATA_FILE,
        help = "Les données\u{a0}: fichier JSON ou YAML, ou dossier\u{202f}; sans cette option, catalogue.json"
    )]
    pub(crate) data: PathBuf,
}

impl SiteOptions {
    /// The files of the app, all in memory.
    ///
    /// # Errors
    /// When there is none, or when it cannot be read.
    pub(crate) fn app(&self) -> Result<Files, AppError> {
        match (&self.app, CARRIED) {
            (Some(folder), _) => Ok(place::files_of(folder)?),
            (None, Some(archive)) => Ok(unpack(archive)?),
            (None, None) => Err(AppError::Absent),
        }
    }
}

fn unpack(archive: &[u8]) -> io::Result<Files> {
    let mut files = Files::new();
    for entry in Archive::new(GzDecoder::new(archive)).entries()? {
        let mut entry = entry?;
        let name = entry.path()?.to_string_lossy().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes)?;
        files.insert(name, bytes);
    }
    Ok(files)
}

/// What is wrong with an app that cannot be filled, in French.
pub(crate) fn of_app(error: &PrerenderError) -> String {
    match error {
        PrerenderError::NoFile(name) => {
            format!("--app\u{a0}: ce dossier n’a pas de fichier {name}\u{202f}; donnez celui de l’application, entier")
        }
        PrerenderError::NoPlace(name) => format!(
            "--app\u{a0}: rien dans index.html n’est fait pour «\u{a0}{name}\u{a0}»\u{202f}; l’application et l’outil doivent être de la même version"
        ),
        PrerenderError::NotText(_) | PrerenderError::NotHtml(_) => {
            "--app\u{a0}: un fichier de l’application est abîmé\u{202f}; donnez son dossier tel qu’il a été construit"
                .to_owned()
        }
        PrerenderError::Sitemap(SitemapError::TooManyPages { count }) => format!(
            "sitemap.xml\u{a0}: {} pages, plus que ce format n’en permet\u{202f}; sans --url ni site.url, le site s’écrit sans ce fichier",
            messages::number(crate::LANGUAGE, *count)
        ),
    }
}
