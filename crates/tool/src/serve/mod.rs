//! `serve`: the site as it would be written, on this machine only; what is saved shows in the open page.
//!
//! Nothing is written to the disk: the whole site is in memory, made again each time the data, or a file that they name,
//! change. While they cannot be read, the former site stays, and the page says why.

mod edit;
mod http;
mod shown;
mod watch;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;

use thiserror::Error;
use tokio::runtime::Builder;

use crate::app::{AppError, SiteOptions, of_app};
use crate::data::DataError;
use crate::refusal;
use crate::terminal::Terminal;
use edit::Edit;
use shown::Workshop;
use site::PrerenderError;
use source::Format;

/// The first port that is tried, and how many are when none is asked for.
const PORTS: (u16, u16) = (8000, 20);

/// Why nothing is served, in French.
#[derive(Debug, Error)]
pub(crate) enum Failure {
    /// A file that is not there is most often one that is not here.
    #[error(
        "{0} Donnez les données avec --data, ou commencez un catalogue avec «\u{a0}{tool} new mon-catalogue\u{a0}».",
        tool = crate::NAME
    )]
    Absent(DataError),
    #[error(transparent)]
    Data(DataError),
    #[error(
        "{}\u{a0}: --edit n’écrit que dans un catalogue en un fichier JSON\u{202f}; «\u{a0}{} join\u{a0}» en fait un, ou servez sans --edit",
        .0.display(),
        crate::NAME
    )]
    NotEditable(PathBuf),
    #[error(transparent)]
    App(#[from] AppError),
    #[error("{}", of_app(.0))]
    Fill(#[from] PrerenderError),
    #[error("le port {port} ne peut pas servir ({})\u{202f}; choisissez-en un autre avec --port", refusal(.source))]
    Port { port: u16, source: io::Error },
    #[error("{}\u{a0}: ce dossier ne peut pas être suivi ({})", .folder.display(), watch::refusal(.source))]
    Unwatched { folder: PathBuf, source: notify::Error },
    #[error("le site ne peut pas être servi ({})", refusal(.0))]
    Server(#[from] io::Error),
}

#[derive(clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    site: SiteOptions,
    #[arg(
        long,
        value_name = "PORT",
        help = "Le port, 65535 au plus\u{202f}; sans cette option, 8000 ou le premier libre après lui"
    )]
    port: Option<u16>,
    #[arg(long, help = "Laisse le formulaire du site enregistrer dans les données, depuis cette machine seulement")]
    edit: bool,
}

/// Serves the site until it is interrupted.
pub(crate) fn run(options: &Options, terminal: Terminal) -> Result<(), Failure> {
    let data = &options.site.data;
    if options.edit && (data.is_dir() || Format::of(data) != Format::Json || edit::is_divided(data)) {
        return Err(Failure::NotEditable(data.clone()));
    }
    let workshop = Workshop::open(options.site.app()?, data.clone(), terminal)?;
    let shown = workshop.shown();
    let listener = listen(options.port)?;
    let address = listener.local_addr()?;
    let edit = options.edit.then(|| Edit::new(data.clone())).transpose()?;
    let query = edit.as_ref().map(|edit| edit.query()).unwrap_or_default();
    watch::follow(data, workshop)?;
    terminal.say(format_args!(
        "Le site est sur http://{address}/{query} (Ctrl+C l’arrête)\u{202f}; ce que vous enregistrez dans {} s’y voit aussitôt.",
        data.display()
    ));
    listener.set_nonblocking(true)?;
    Builder::new_current_thread().enable_all().build()?.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, http::router(shown, edit)).await
    })?;
    Ok(())
}

/// Listens on the port that is asked for, or on the first one that is free.
fn listen(asked: Option<u16>) -> Result<TcpListener, Failure> {
    let bind = |port| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    let (first, count) = PORTS;
    let port = asked.unwrap_or(first);
    let others = (first + 1..first + count).filter(|_| asked.is_none());
    bind(port).or_else(|source| others.map(bind).find_map(Result::ok).ok_or(Failure::Port { port, source }))
}
