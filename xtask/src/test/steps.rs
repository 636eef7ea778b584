//! The list of steps and how each is run.

use std::process::Command;

use anyhow::Result;

use super::report::Outcome;
use super::{Part, Selection};
use crate::{budgets, hosts, paths, process, site, validate};

/// One step, which counts what passed and what failed.
pub(super) struct Step {
    pub(super) name: String,
    action: Action,
}

enum Action {
    /// A command that is one check: its success is all that counts.
    Check(Command),
    /// A command that prints `test result:` lines.
    Tests(Command),
    /// The same in a browser, beside the others.
    Browser(Command),
    Build,
    Budgets,
    Hosts,
    Exports,
}

impl Step {
    /// Whether it can run beside others of its kind: browsers mostly wait.
    pub(super) fn runs_beside_others(&self) -> bool {
        matches!(self.action, Action::Browser(_))
    }

    pub(super) fn run(self) -> Result<Outcome> {
        match self.action {
            Action::Check(mut command) => {
                process::run(&mut command)?;
                Ok(Outcome::PASSED)
            }
            Action::Tests(mut command) => run_tests(&mut command, ""),
            Action::Browser(mut command) => run_tests(&mut command, &format!("{:<9}", self.name)),
            Action::Build => {
                site::build(false, &[])?;
                site::write_single_file()?;
                site::print_sizes()?;
                Ok(Outcome::PASSED)
            }
            Action::Hosts => Ok(Outcome { passed: hosts::check()?, failed: 0 }),
            Action::Budgets => {
                let budgets::Outcome { kept, broken } = budgets::check()?;
                Ok(Outcome { passed: kept, failed: broken })
            }
            Action::Exports => {
                site::build_validated()?;
                let validate::Counts { passed, failed } = validate::validate(&paths::validated_site())?;
                Ok(Outcome { passed, failed })
            }
        }
    }
}

/// The steps of the selected parts, in the order of [`Part::ALL`].
pub(super) fn of(selection: &Selection) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut built = selection.skip_build;
    for part in selection.parts() {
        if part.needs_site() && !built {
            built = true;
            steps.push(step("release build", Action::Build));
        }
        match part {
            Part::Lint => steps.extend(lints()),
            Part::Core => steps.extend([
                tests("core", &["--package", "communs"]),
                tests("tool", &["--package", "communs", "--features", "cli", "--test", "core", "schema"]),
                tests("xtask", &["--package", "xtask"]),
                tests("benches", &["--package", "communs-benches", "--lib"]),
            ]),
            Part::Pages => {
                // One set of features for both: the views are compiled once.
                let both = [
                    "--package",
                    "communs",
                    "--features",
                    "prerender",
                    "--test",
                    "pages",
                    "--test",
                    "prerender",
                    "--bin",
                    "catalogue",
                    "--lib",
                ];
                steps.push(tests("pages", &both));
            }
            Part::Budgets => steps.push(step("budgets", Action::Budgets)),
            Part::Hosts => steps.push(step("hosts", Action::Hosts)),
            Part::Exports => steps.push(step("exports", Action::Exports)),
            Part::Chromium | Part::Firefox | Part::WebKit => {
                let mut command = browser_tests(part);
                command.args(&selection.filter);
                steps.push(step(part.name(), Action::Browser(command)));
            }
        }
    }
    steps
}

/// The command that runs the browser tests in an engine.
pub(super) fn browser_tests(part: Part) -> Command {
    let package = ["test", "--quiet", "--package", "communs-browser-tests", "--"];
    let mut command = process::command("cargo", &package);
    command.args(["--engine", part.name()]);
    command
}

fn lints() -> Vec<Step> {
    // Each set of features is a program of its own, with lints of its own.
    const APP: &str = "csr,frame-pages,everyday-pages,other-pages";
    const CHECKED: [(&str, &[&str]); 8] = [
        ("clippy core", &["--package", "communs", "--all-targets"]),
        ("clippy tool", &["--package", "communs", "--all-targets", "--features", "cli"]),
        ("clippy pages", &["--package", "communs", "--all-targets", "--features", "prerender"]),
        (
            "clippy app",
            &["--package", "communs", "--lib", "--bins", "--features", APP, "--target", "wasm32-unknown-unknown"],
        ),
        ("clippy xtask", &["--package", "xtask", "--all-targets"]),
        ("clippy browser", &["--package", "communs-browser-tests", "--all-targets"]),
        ("clippy benches", &["--package", "communs-benches", "--package", "communs-benches-page", "--all-targets"]),
        ("clippy measured", &["--package", "communs-benches-wasm", "--target", "wasm32-unknown-unknown"]),
    ];
    let format = process::command("cargo", &["fmt", "--all", "--check"]);
    let mut steps = vec![step("format", Action::Check(format))];
    steps.extend(CHECKED.map(|(name, args)| {
        let mut clippy = process::command("cargo", &["clippy", "--quiet"]);
        clippy.args(args).args(["--", "--deny", "warnings"]);
        step(name, Action::Check(clippy))
    }));
    steps
}

fn step(name: &str, action: Action) -> Step {
    Step { name: name.to_owned(), action }
}

fn tests(name: &str, args: &[&str]) -> Step {
    let mut command = process::command("cargo", &["test"]);
    command.args(args);
    step(name, Action::Tests(command))
}

fn run_tests(command: &mut Command, label: &str) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    let success = process::stream(command, label, |line| {
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
