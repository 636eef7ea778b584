//! `build`: the whole site, made in memory, then put in its place in one go.

use std::path::PathBuf;

use export::{BaseUrl, BaseUrlError};
use messages::tool::{FILES, PROBLEMS};
use site::PrerenderError;
use thiserror::Error;

use crate::app::{SiteOptions, of_app};
use crate::terminal::Terminal;
use crate::{Failed, LANGUAGE, data, place};

/// Why there is no new site, in French, where it is not the data, the app or the place.
#[derive(Debug, Error)]
enum Failure {
    #[error("--url {url}\u{a0}: {}", source.sentence(LANGUAGE))]
    Address { url: String, source: BaseUrlError },
    #[error(
        "{0}\u{a0}: rien n’a été écrit. Corrigez les données, ou ajoutez --keep-going pour laisser de côté ce qui n’est pas valable."
    )]
    Problems(String),
    #[error("{}", of_app(.0))]
    Fill(PrerenderError),
}

#[derive(clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    site: SiteOptions,
    #[arg(
        long,
        value_name = "DOSSIER",
        default_value = "site",
        default_value_if("single_file", "true", "site.html"),
        help = "Où écrire\u{202f}; sans cette option, le dossier site, ou le fichier site.html"
    )]
    out: PathBuf,
    #[arg(long, value_name = "ADRESSE", help = "L’adresse publique du site, si les données ne la donnent pas")]
    url: Option<String>,
    #[arg(long, help = "Laisse de côté ce qui n’est pas valable, au lieu de ne rien écrire")]
    keep_going: bool,
    #[arg(long, help = "Écrit une seule page, qui s’ouvre d’un double clic")]
    single_file: bool,
}

/// Writes the site.
pub(crate) fn run(options: Options, terminal: Terminal) -> Result<(), Failed> {
    let url = options.url.map(|url| BaseUrl::parse(&url).map_err(|source| Failure::Address { url, source }));
    let url = url.transpose()?;
    let source = data::open(&options.site.data)?;
    let json = source.json();
    let app = options.site.app()?;
    let (data, problems) = data::read_for_site(&source, &options.site.data, &json, &app)?;
    for line in data::lines(&problems) {
        terminal.warn(line);
    }
    let problem_count = data::problem_count(&problems);
    if problem_count > 0 && !options.keep_going {
        return Err(Failure::Problems(PROBLEMS.count(LANGUAGE, problem_count)).into());
    }
    if options.single_file {
        data::spare(&source, &options.out)?;
        let page = site::single_file(&app, &data).map_err(Failure::Fill)?;
        place::replace_file(&options.out, page.as_bytes())?;
        let size = messages::number(LANGUAGE, page.len());
        terminal.say(format_args!("{}\u{a0}: {size}\u{a0}octets", options.out.display()));
        return Ok(());
    }
    let own = data.base();
    let base = url.or_else(|| own.clone());
    let site = site::site(&app, &data, base.as_ref()).map_err(Failure::Fill)?;
    let count = place::replace_folder(&options.out, |take| site.each(take))?;
    terminal.say(format_args!("{}\u{a0}: {}", options.out.display(), FILES.count(LANGUAGE, count)));
    if let Some(own) = own.filter(|own| base.as_ref() != Some(own)) {
        terminal.remark(format_args!(
            "--url n’est pas l’adresse que donnent les données (site.url, {own})\u{a0}: les pages et le code à coller dans d’autres sites nomment celle-ci. Écrivez la même dans les données."
        ));
    }
    if base.is_none() {
        terminal.remark(
            "Sans adresse publique (site.url dans les données, ou --url), le site est écrit sans plan (sitemap.xml), sans flux (feed.xml) et sans les autres fichiers qui doivent la nommer."
        );
    }
    Ok(())
}
