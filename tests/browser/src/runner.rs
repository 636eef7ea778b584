//! Runs the scenarios one after another and counts them, in the words of
//! `cargo test`.

use std::process::ExitCode;
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use lexopt::Arg::{Long, Value};
use lexopt::ValueExt;
use xtask::server::Server;

use crate::browser::Browser;
use crate::engine::Engine;
use crate::photos::file_name;
use crate::suite::{Scenario, Suite};

/// How long a scenario may last before it counts as failed.
const PATIENCE: Duration = Duration::from_secs(400);
/// How many scenarios of a run may pass at their second try only: browsers and their drivers stumble on
/// busy machines, rarely. More than that is the site's fault.
const SECOND_TRIES: usize = 2;

/// What the command line asks for.
struct Options {
    engine: Engine,
    /// Only the scenarios whose name has this.
    filter: String,
    list: bool,
    /// Pages to photograph, instead of running scenarios.
    screenshots: Option<Vec<String>>,
}

/// Runs what the command line asks for:
/// `--engine NAME [--list] [FILTER]`, or
/// `--engine NAME --screenshots [PATH]…`.
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
    let options = read_options()?;
    let chosen: Vec<&Scenario> =
        suite.scenarios.iter().filter(|scenario| scenario.name.contains(&options.filter)).collect();
    if options.list {
        for scenario in chosen {
            println!("{}: test", scenario.name);
        }
        return Ok(true);
    }
    let dist = xtask::paths::dist();
    anyhow::ensure!(
        dist.join("index.html").is_file(),
        "there is no site in {}; run `cargo xtask build`",
        dist.display()
    );
    let server = Rc::new(Server::start(&dist, 0).context("cannot serve the site")?);
    let browser = Browser::start(options.engine, server, suite.ready).await?;
    let result = match &options.screenshots {
        Some(pages) => {
            let pages = if pages.is_empty() { &suite.pages } else { pages };
            browser.photograph(pages).await.map(|()| true)
        }
        None => {
            let skipped = suite.scenarios.len() - chosen.len();
            Ok(run_all(&browser, &chosen, skipped).await)
        }
    };
    browser.quit().await;
    result
}

async fn run_all(browser: &Browser, scenarios: &[&Scenario], skipped: usize) -> bool {
    println!("running {} scenarios in {}", scenarios.len(), browser.engine());
    let start = Instant::now();
    let mut failed: Vec<String> = Vec::new();
    let mut stumbled: Vec<String> = Vec::new();
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
                stumbled.push(told);
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
    if stumbled.len() > SECOND_TRIES {
        println!("\nmore than {SECOND_TRIES} scenarios passed at the second try only: they count as failed");
        failed.append(&mut stumbled);
    }
    for (title, told) in [("passed at the second try only", &stumbled), ("failures", &failed)] {
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

async fn run_one(browser: &Browser, scenario: &Scenario) -> Result<()> {
    let test = async {
        browser.reset().await.context("cannot reset the browser")?;
        scenario.run(browser).await
    };
    tokio::time::timeout(PATIENCE, test)
        .await
        .unwrap_or_else(|_| Err(anyhow::anyhow!("not finished after {PATIENCE:?}")))
}

/// What helps to understand a failure, as far as the browser still answers.
async fn evidence(browser: &Browser, name: &str) -> String {
    const PATIENCE: Duration = Duration::from_secs(15);
    let gather = async {
        let path = browser.path().await.unwrap_or_default();
        let log = browser.log().await;
        let picture = format!("failed/{}-{}", browser.engine(), file_name(name));
        let picture = match browser.screenshot(&picture).await {
            Ok(file) => file.display().to_string(),
            Err(error) => format!("none, {error:#}"),
        };
        let log: String = log.iter().map(|entry| format!("\n    {entry}")).collect();
        format!("  at {path}\n  picture: {picture}\n  console:{log}")
    };
    tokio::time::timeout(PATIENCE, gather).await.unwrap_or_else(|_| "  the browser does not answer".to_owned())
}

fn read_options() -> Result<Options> {
    let mut args = lexopt::Parser::from_env();
    let mut engine = None;
    let mut options = Options { engine: Engine::Chromium, filter: String::new(), list: false, screenshots: None };
    while let Some(arg) = args.next()? {
        match (arg, &mut options.screenshots) {
            (Long("engine"), _) => engine = Some(args.value()?.parse()?),
            (Long("list"), _) => options.list = true,
            (Long("screenshots"), _) => options.screenshots = Some(Vec::new()),
            (Value(page), Some(pages)) => pages.push(page.string()?),
            (Value(filter), None) => options.filter = filter.string()?,
            (other, _) => return Err(other.unexpected().into()),
        }
    }
    match engine {
        Some(engine) => options.engine = engine,
        None => anyhow::ensure!(options.list, "choose an --engine: chromium, firefox or webkit"),
    }
    Ok(options)
}
