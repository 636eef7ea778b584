//! Runs every check and test, or some parts, and sums them up.

mod report;
mod steps;

use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::ValueEnum;

use crate::setup::{self, Need};
use crate::{process, site};
pub(crate) use report::Outcome;
use report::Report;
use steps::Step;

/// A part of the tests that can be run alone, in the order they run: what fails fastest comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "lower")]
pub(crate) enum Part {
    Lint,
    Native,
    Budgets,
    Hosts,
    /// The files that others read, judged by tools that are not ours
    Exports,
    /// What hosts install, made of the tool as tests compile it, and tried without Rust
    Packages,
    Chromium,
    Firefox,
    WebKit,
}

impl Part {
    fn name(self) -> String {
        format!("{self:?}").to_lowercase()
    }

    const fn needs(self) -> &'static [Need] {
        match self {
            // The browser app is checked for its own target.
            Self::Lint => &[Need::Lint, Need::Build],
            Self::Native => &[],
            Self::Budgets => &[Need::Build, Need::Light],
            Self::Hosts => &[Need::Build, Need::Light, Need::Hosts],
            Self::Exports => &[Need::Build, Need::Light, Need::Exports],
            // With the environment of Python in which exports are judged comes what makes another.
            Self::Packages => &[Need::Build, Need::Light, Need::Exports],
            Self::Chromium => &[Need::Build, Need::Light, Need::Browser, Need::Chromium],
            Self::Firefox => &[Need::Build, Need::Light, Need::Browser, Need::Firefox],
            Self::WebKit => &[Need::Build, Need::Light, Need::Browser, Need::WebKit],
        }
    }

    /// Whether this part looks at the site of `dist/`.
    fn needs_site(self) -> bool {
        !matches!(self, Self::Lint | Self::Native)
    }
}

/// What to run.
#[derive(clap::Args)]
pub(crate) struct Selection {
    /// Only this part, or these
    #[arg(long = "only", value_name = "PART")]
    pub(crate) parts: Vec<Part>,
    /// Test dist/ as it is
    #[arg(long = "no-build")]
    pub(crate) skip_build: bool,
    /// Only the browser scenarios whose name has this
    pub(crate) filter: Option<String>,
}

impl Selection {
    /// The selected parts, in the order they run.
    fn parts(&self) -> impl Iterator<Item = Part> {
        let is_selected = |part: &Part| self.parts.is_empty() || self.parts.contains(part);
        Part::value_variants().iter().copied().filter(is_selected)
    }
}

/// Runs the steps in order up to the first that fails, those of one company side by side, then prints the counts.
///
/// Returns whether every step passed: the total is the last thing printed.
///
/// # Errors
/// When a tool is missing and cannot be installed.
pub(crate) fn run(selection: &Selection) -> Result<bool> {
    let needs: Vec<Need> = selection.parts().flat_map(Part::needs).copied().collect();
    if !needs.is_empty() {
        setup::ensure(&needs)?;
    }
    let mut report = Report::default();
    let mut failure = None;
    let steps = steps::of(selection);
    for group in steps.chunk_by(|step, next| step.company.is_some() && step.company == next.company) {
        if failure.is_some() {
            group.iter().for_each(|step| report.skip(&step.name));
            continue;
        }
        thread::scope(|scope| {
            let running: Vec<_> = group.iter().map(|step| scope.spawn(|| run_step(step))).collect();
            for (step, running) in group.iter().zip(running) {
                let (outcome, duration) = running.join().expect("a step does not panic");
                if outcome.failed > 0 {
                    failure = Some(&step.name);
                }
                report.add(&step.name, outcome, duration);
            }
        });
    }
    if let Some(step) = failure {
        println!("\n{step} failed; the steps after it were not run");
    }
    print!("\n{report}");
    Ok(failure.is_none())
}

/// Runs one step: what came out of it, how long it took.
fn run_step(step: &Step) -> (Outcome, Duration) {
    println!("\n== {}", step.name);
    let start = Instant::now();
    let outcome = (step.run)().unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        Outcome::FAILED
    });
    (outcome, start.elapsed())
}

/// Photographs these pages, or those that the browser tests name.
///
/// # Errors
/// When the build fails or a page cannot be opened.
pub(crate) fn take_screenshots(pages: &[String]) -> Result<()> {
    setup::ensure(Part::Chromium.needs())?;
    site::build(site::Program::Published, &[])?;
    let mut command = steps::browser_tests(Part::Chromium);
    command.arg("--screenshots").args(pages);
    process::run(&mut command)
}
