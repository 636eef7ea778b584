//! Runs the scenarios one after another and counts them, in the words of
//! `cargo test`.

use std::process::ExitCode;
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::{Context, Error, Result};
use clap::Parser;
use fantoccini::error::{CmdError, ErrorStatus};
use tokio::time::error::Elapsed;
use xtask::server::Server;

use crate::browser::Browser;
use crate::engine::Engine;
use crate::photos::file_name;
use crate::suite::{Scenario, Suite};

/// How long a scenario may last before it counts as failed.
const PATIENCE: Duration = Duration::from_secs(400);
/// How many scenarios of a run may pass at their second try only, on busy machines; more than that is the site's fault.
const SECOND_TRIES: usize = 2;
/// The same for those at whose first try the browser itself died, or answered no more.
const BROWSERS_LOST: usize = 3;

/// What the command line asks for.
#[derive(Parser)]
struct Options {
    /// The one that runs scenarios; without it, they are counted.
    #[arg(long)]
    engine: Option<Engine>,
    /// Photograph pages instead, those of these paths.
    #[arg(long)]
    screenshots: bool,
    /// What the names of the scenarios have, or the paths of pages.
    words: Vec<String>,
}

/// Runs what the command line asks for.
pub fn run(suite: &Suite) -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let result = runtime.context("cannot start").and_then(|runtime| runtime.block_on(execute(suite)));
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn execute(suite: &Suite) -> Result<bool> {
    let options = Options::parse();
    let is_chosen = |scenario: &&Scenario| options.words.iter().all(|word| scenario.name.contains(word));
    let chosen: Vec<&Scenario> = suite.scenarios.iter().filter(is_chosen).collect();
    let Some(engine) = options.engine else {
        println!("{} scenarios, which an --engine runs", chosen.len());
        return Ok(true);
    };
    let dist = xtask::paths::dist();
    anyhow::ensure!(
        dist.join("index.html").is_file(),
        "there is no site in {}; run `cargo xtask build`",
        dist.display()
    );
    let server = Rc::new(Server::start(&dist, 0).context("cannot serve the site")?);
    let browser = Browser::start(engine, server, suite.ready).await?;
    let result = if options.screenshots {
        let pages = if options.words.is_empty() { &suite.pages } else { &options.words };
        browser.photograph(pages).await.map(|()| true)
    } else {
        Ok(run_all(&browser, &chosen, suite.scenarios.len() - chosen.len()).await)
    };
    browser.quit().await;
    result
}

async fn run_all(browser: &Browser, scenarios: &[&Scenario], skipped: usize) -> bool {
    println!("running {} scenarios in {}", scenarios.len(), browser.engine());
    let start = Instant::now();
    let mut failed: Vec<String> = Vec::new();
    let (mut stumbled, mut lost) = (Vec::new(), Vec::new());
    for scenario in scenarios {
        let name = &scenario.name;
        let started = Instant::now();
        let Err(first) = run_one(browser, scenario).await else {
            println!("test {name} ... ok ({:.1} s)", started.elapsed().as_secs_f64());
            continue;
        };
        let told = format!("{name}\n  {first:#}\n{}", evidence(browser, name).await);
        println!("test {name} ... failed, tried again\n{told}");
        let retried = match browser.restart().await {
            // What a failure leaves behind must not fail the next one.
            Ok(()) => run_one(browser, scenario).await,
            Err(error) => Err(error.context("the browser does not restart")),
        };
        match retried {
            Ok(()) => {
                println!("test {name} ... ok, the second time");
                if is_lost(&first) { lost.push(told) } else { stumbled.push(told) }
            }
            Err(second) => {
                println!("test {name} ... FAILED\n  {second:#}");
                failed.push(told);
                if let Err(error) = browser.restart().await {
                    println!("the browser does not restart: {error:#}");
                }
            }
        }
    }
    for (told, limit) in [(&mut stumbled, SECOND_TRIES), (&mut lost, BROWSERS_LOST)] {
        if told.len() > limit {
            println!("\nmore than {limit} scenarios passed at the second try only: they count as failed");
            failed.append(told);
        }
    }
    for (title, told) in
        [("passed at the second try only", &stumbled), ("the browser was lost, once", &lost), ("failures", &failed)]
    {
        if !told.is_empty() {
            println!("\n{title}:");
            told.iter().for_each(|one| println!("    {one}"));
        }
    }
    println!(
        "\ntest result: {}. {} passed; {} failed; 0 ignored; 0 measured; {skipped} filtered out; \
         finished in {:.2}s",
        if failed.is_empty() { "ok" } else { "FAILED" },
        scenarios.len() - failed.len(),
        failed.len(),
        start.elapsed().as_secs_f64()
    );
    failed.is_empty()
}

/// Whether the browser died or hung, as the driver tells it; what a page does wrong is told otherwise.
fn is_lost(error: &Error) -> bool {
    error.chain().any(|cause| match cause.downcast_ref::<CmdError>() {
        Some(CmdError::Standard(told)) => {
            matches!(told.error, ErrorStatus::InvalidSessionId | ErrorStatus::UnknownError | ErrorStatus::Timeout)
        }
        Some(CmdError::Lost(_) | CmdError::Failed(_) | CmdError::FailedC(_)) => true,
        Some(_) => false,
        None => cause.is::<Elapsed>(),
    })
}

async fn run_one(browser: &Browser, scenario: &Scenario) -> Result<()> {
    let test = async {
        browser.reset().await.context("cannot reset the browser")?;
        scenario.run(browser).await
    };
    tokio::time::timeout(PATIENCE, test)
        .await
        .unwrap_or_else(|late| Err(Error::from(late).context(format!("not finished after {PATIENCE:?}"))))
}

/// What helps to understand a failure, as far as the browser still answers.
async fn evidence(browser: &Browser, name: &str) -> String {
    const PATIENCE: Duration = Duration::from_secs(15);
    let gather = async {
        let path = browser.path().await.unwrap_or_default();
        let log = browser.log().await;
        let focus = browser.js("return document.activeElement?.cloneNode().outerHTML ?? ''", &[]).await;
        let focus: String = focus.unwrap_or_default();
        let picture = format!("failed/{}-{}", browser.engine(), file_name(name));
        let picture = match browser.screenshot(&picture).await {
            Ok(file) => file.display().to_string(),
            Err(error) => format!("none, {error:#}"),
        };
        let log: String = log.iter().map(|entry| format!("\n    {entry}")).collect();
        format!("  at {path}\n  focus: {focus}\n  picture: {picture}\n  console:{log}")
    };
    tokio::time::timeout(PATIENCE, gather).await.unwrap_or_else(|_| "  the browser does not answer".to_owned())
}
