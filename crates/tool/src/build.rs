//! `catalogue build`: the whole site, made in memory, then put in its place in one go.

use std::path::PathBuf;

use export::{BaseUrl, BaseUrlError, SitemapError};
use messages::Noun;
use site::{Data, PrerenderError};
use thiserror::Error;

use super::data::{self, DataError};
use crate::LANGUAGE;
use crate::place::{self, PlaceError};

/// Why there is no new site, in French.
#[derive(Debug, Error)]
pub(crate) enum Failure {
    #[error("--url {url}\u{a0}: {}", source.sentence(LANGUAGE))]
    Address { url: String, source: BaseUrlError },
    /// As it is told of the data.
    #[error("{0}")]
    Data(String),
    #[error(transparent)]
    Source(#[from] DataError),
    #[error(
        "{0}\u{a0}: rien n’a été écrit. Corrigez les données, ou ajoutez --keep-going pour laisser de côté ce qui n’est pas valable."
    )]
    Problems(String),
    #[error("{}", of_app(.0))]
    App(#[from] PrerenderError),
    #[error(transparent)]
    Place(#[from] PlaceError),
}

fn of_app(error: &PrerenderError) -> String {
    match error {
        PrerenderError::NoFile(name) => {
            format!("--app\u{a0}: ce dossier n’a pas de fichier {name}\u{202f}; donnez celui de l’application, entier")
        }
        PrerenderError::NoPlace(name) => format!(
            "--app\u{a0}: rien dans index.html n’est fait pour «\u{a0}{name}\u{a0}»\u{202f}; l’application et l’outil doivent être de la même version"
        ),
        PrerenderError::NotText(cause) => {
            format!("--app\u{a0}: un texte de l’application n’est pas en UTF-8 ({cause})")
        }
        PrerenderError::NotHtml(cause) => format!("--app\u{a0}: index.html n’est pas du HTML ({cause})"),
        PrerenderError::Sitemap(SitemapError::TooManyPages { count }) => format!(
            "sitemap.xml\u{a0}: {} pages, plus que ce format n’en permet\u{202f}; sans --url ni site.url, le site s’écrit sans ce fichier",
            messages::number(LANGUAGE, *count)
        ),
    }
}

/// Each is the option of its name.
#[derive(clap::Args)]
pub(crate) struct Options {
    #[arg(long, value_name = "DOSSIER")]
    app: PathBuf,
    #[arg(long, value_name = "FICHIER")]
    data: PathBuf,
    #[arg(long, value_name = "DOSSIER")]
    out: PathBuf,
    #[arg(long, value_name = "ADRESSE")]
    url: Option<String>,
    #[arg(long)]
    keep_going: bool,
    #[arg(long)]
    single_file: bool,
}

/// Writes the site.
pub(crate) fn run(options: Options) -> Result<(), Failure> {
    let url = options.url.map(|url| BaseUrl::parse(&url).map_err(|source| Failure::Address { url, source }));
    let url = url.transpose()?;
    let source = data::open(&options.data)?;
    let json = source.json();
    let data = Data::read(&json).map_err(|error| Failure::Data(data::unreadable(&options.data, &error)))?;
    let app = place::files_of(&options.app)?;
    let (beside, missing) = data::beside(&options.data, &json, data.catalogue(), &app);
    let told = [data.problems(), &missing].concat();
    let problems = data::located(&source, &data::with_advice(&json, &told));
    for line in data::lines(&problems) {
        eprintln!("{line}");
    }
    if let (Err(count), false) = (data::verdict(&problems), options.keep_going) {
        return Err(Failure::Problems(count));
    }
    let data = data.with_files(beside);
    if options.single_file {
        let page = site::single_file(&app, &data)?;
        place::replace_file(&options.out, page.as_bytes())?;
        println!("{}\u{a0}: {}\u{a0}octets", options.out.display(), messages::number(LANGUAGE, page.len()));
        return Ok(());
    }
    let base = url.or_else(|| data.base());
    if base.is_none() {
        eprintln!(
            "Sans adresse publique (site.url dans les données, ou --url), le site est écrit sans plan (sitemap.xml), sans flux (feed.xml) et sans les autres fichiers qui doivent la nommer."
        );
    }
    let files = site::site(&app, &data, base.as_ref())?;
    place::replace_folder(&options.out, &files)?;
    println!("{}\u{a0}: {}", options.out.display(), Noun([["", "fichier", "fichiers"]]).count(LANGUAGE, files.len()));
    Ok(())
}
