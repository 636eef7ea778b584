//! The list of steps and how each is run.

use std::process::Command;

use anyhow::Result;

use super::report::Outcome;
use super::{Part, Selection};
use crate::{budgets, cargo, hosts, paths, process, release, site, validate};

/// One step.
pub(super) struct Step {
    pub(super) name: String,
    /// Those of one company that follow each other run side by side.
    pub(super) company: Option<Company>,
    /// Runs it, and counts what passed and what failed.
    pub(super) run: Box<dyn Fn() -> Result<Outcome> + Sync>,
}

/// Steps that leave a processor to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Company {
    /// The native tests, of which some wait, and the release build, whose links take one processor.
    Compilers,
    Browsers,
}

/// The steps of the selected parts, in the order of [`Part`].
pub(super) fn of(selection: &Selection) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut built = selection.skip_build;
    for part in selection.parts() {
        if part.needs_site() && !built {
            built = true;
            steps.push(beside(Company::Compilers, "release build", build));
        }
        match part {
            Part::Lint => steps.extend(lints()),
            Part::Native => steps.push(beside(Company::Compilers, "native", || {
                run_tests(&mut cargo::native(&["test", "--lib", "--bins", "--tests"]), "native")
            })),
            Part::Budgets => steps.push(step("budgets", budgets::check)),
            Part::Hosts => steps.push(step("hosts", hosts::check)),
            Part::Exports => steps.push(step("exports", || validate::validate(&site::build_validated()?))),
            Part::Packages => steps.push(step("packages", release::check)),
            Part::Chromium | Part::Firefox | Part::WebKit => {
                let filter = selection.filter.clone();
                steps.push(beside(Company::Browsers, &part.name(), move || {
                    run_tests(browser_tests(part).args(&filter), &part.name())
                }));
            }
        }
    }
    steps
}

/// The command that runs the browser tests in an engine.
pub(super) fn browser_tests(part: Part) -> Command {
    let mut command = cargo::native(&["test", "--quiet", "--test", "browser"]);
    command.args(["--", "--engine", &part.name()]);
    command
}

fn build() -> Result<Outcome> {
    site::build(site::Program::Published, &[])?;
    site::write_single_file()?;
    site::print_sizes()?;
    Ok(Outcome::PASSED)
}

fn lints() -> Vec<Step> {
    const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];
    const DENIED: [&str; 3] = ["--", "--deny", "warnings"];
    let app: [(&str, &[&str]); 2] = [
        ("clippy app", &["--package", "communs", "--package", "communs-benches-wasm", "--features", "communs/csr"]),
        ("clippy modules", &["--package", "communs", "--features", "communs/split"]),
    ];
    let mut steps = vec![step("format", || check(&mut process::command("cargo", &["fmt", "--all", "--check"])))];
    for (name, project) in [("types", "tsconfig.json"), ("types of worker", "tsconfig.worker.json")] {
        steps.push(step(name, move || check(process::command("tsc", &["--project"]).arg(paths::web().join(project)))));
    }
    steps.push(step("scripts", || {
        run_tests(process::command("node", &["--test", "--test-reporter=tap"]).current_dir(paths::web()), "")
    }));
    steps.push(step("clippy native", || check(cargo::native(&["clippy", "--quiet", "--all-targets"]).args(DENIED))));
    steps.extend(app.map(|(name, args)| {
        step(name, move || {
            let mut clippy = process::command("cargo", &["clippy", "--quiet"]);
            check(clippy.args(args).args(WASM).args(DENIED))
        })
    }));
    steps
}

fn step(name: &str, run: impl Fn() -> Result<Outcome> + Sync + 'static) -> Step {
    Step { name: name.to_owned(), company: None, run: Box::new(run) }
}

fn beside(company: Company, name: &str, run: impl Fn() -> Result<Outcome> + Sync + 'static) -> Step {
    Step { company: Some(company), ..step(name, run) }
}

/// Runs a command that is one check: its success is all that counts.
fn check(command: &mut Command) -> Result<Outcome> {
    process::run(command)?;
    Ok(Outcome::PASSED)
}

/// Runs a command that prints `test result:` lines, each line after a name.
fn run_tests(command: &mut Command, name: &str) -> Result<Outcome> {
    let label = if name.is_empty() { String::new() } else { format!("{name:<9}") };
    let mut outcome = Outcome::default();
    let success = process::stream(command, &label, |line| {
        if let Some(counts) = Outcome::parse(line) {
            outcome.passed += counts.passed;
            outcome.failed += counts.failed;
        }
    })?;
    // Tests that do not compile, or that die, print no count.
    if !success && outcome.failed == 0 {
        outcome.failed = 1;
    }
    Ok(outcome)
}
