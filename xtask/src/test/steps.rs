//! The list of steps and how each is run.

use std::process::Command;

use anyhow::Result;

use super::report::Outcome;
use super::{Part, Selection};
use crate::{budgets, cargo, hosts, paths, process, release, site, validate};

/// One step, which counts what passed and what failed.
pub(super) struct Step {
    pub(super) name: String,
    /// Those of one company that follow each other run side by side.
    pub(super) company: Option<Company>,
    action: Action,
}

/// Steps that leave a processor to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Company {
    /// The native tests, of which some wait, and the release build, whose links take one processor.
    Compilers,
    Browsers,
}

enum Action {
    /// A command that is one check: its success is all that counts.
    Check(Command),
    /// A command that prints `test result:` lines.
    Tests(Command),
    Build,
    Budgets,
    Hosts,
    Exports,
    Packages,
}

impl Step {
    pub(super) fn run(self) -> Result<Outcome> {
        match self.action {
            Action::Check(mut command) => {
                process::run(&mut command)?;
                Ok(Outcome::PASSED)
            }
            Action::Tests(mut command) => {
                let label = self.company.map(|_| format!("{:<9}", self.name)).unwrap_or_default();
                run_tests(&mut command, &label)
            }
            Action::Build => {
                site::build(site::Program::Published, &[])?;
                site::write_single_file()?;
                site::print_sizes()?;
                Ok(Outcome::PASSED)
            }
            Action::Hosts => Ok(Outcome { passed: hosts::check()?, failed: 0 }),
            Action::Budgets => budgets::check(),
            Action::Packages => Ok(Outcome { passed: release::check()?, failed: 0 }),
            Action::Exports => {
                site::build_validated()?;
                validate::validate(&paths::validated_site())
            }
        }
    }
}

/// The steps of the selected parts, in the order of [`Part`].
pub(super) fn of(selection: &Selection) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut built = selection.skip_build;
    for part in selection.parts() {
        if part.needs_site() && !built {
            built = true;
            steps.push(beside(Company::Compilers, "release build", Action::Build));
        }
        match part {
            Part::Lint => steps.extend(lints()),
            Part::Native => steps.push(native_tests()),
            Part::Budgets => steps.push(step("budgets", Action::Budgets)),
            Part::Hosts => steps.push(step("hosts", Action::Hosts)),
            Part::Exports => steps.push(step("exports", Action::Exports)),
            Part::Packages => steps.push(step("packages", Action::Packages)),
            Part::Chromium | Part::Firefox | Part::WebKit => {
                let mut command = browser_tests(part);
                command.args(&selection.filter);
                steps.push(beside(Company::Browsers, &part.name(), Action::Tests(command)));
            }
        }
    }
    steps
}

/// The command that runs the browser tests in an engine.
pub(super) fn browser_tests(part: Part) -> Command {
    let package = ["test", "--quiet", "--package", "communs-browser-tests", "--"];
    let mut command = process::command("cargo", &package);
    command.args(["--engine", &part.name()]);
    command
}

fn native_tests() -> Step {
    let command = cargo::native(&["test", "--lib", "--bins", "--tests"]);
    beside(Company::Compilers, "native", Action::Tests(command))
}

fn lints() -> Vec<Step> {
    const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];
    let checked: [(&str, &[&str], &[&str]); 3] = [
        (
            "clippy native",
            &["--workspace", "--all-targets", "--exclude", "communs-benches-wasm", "--features", "communs/ssr"],
            &[],
        ),
        (
            "clippy app",
            &["--package", "communs", "--package", "communs-benches-wasm", "--features", "communs/csr"],
            &WASM,
        ),
        ("clippy modules", &["--package", "communs", "--features", "communs/split"], &WASM),
    ];
    let format = process::command("cargo", &["fmt", "--all", "--check"]);
    let mut steps = vec![step("format", Action::Check(format))];
    for (name, project) in [("types", "tsconfig.json"), ("types of worker", "tsconfig.worker.json")] {
        let mut types = process::command("tsc", &["--project"]);
        types.arg(paths::web().join(project));
        steps.push(step(name, Action::Check(types)));
    }
    let mut scripts = process::command("node", &["--test", "--test-reporter=tap"]);
    scripts.current_dir(paths::web());
    steps.push(step("scripts", Action::Tests(scripts)));
    steps.extend(checked.map(|(name, args, target)| {
        let mut clippy = process::command("cargo", &["clippy", "--quiet"]);
        clippy.args(args).args(target).args(["--", "--deny", "warnings"]);
        step(name, Action::Check(clippy))
    }));
    steps
}

fn step(name: &str, action: Action) -> Step {
    Step { name: name.to_owned(), company: None, action }
}

fn beside(company: Company, name: &str, action: Action) -> Step {
    Step { company: Some(company), ..step(name, action) }
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
