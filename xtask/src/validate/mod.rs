//! Exported files, judged by tools that we did not write: one file a format.
//!
//! Our own tests read what our own code wrote; a misreading of a specification would be in both.
//! Here each format is read by the tools that others read it with.

mod calendar;
mod data_package;
mod embedding;
mod feed;
mod graph;
mod robots;
mod schema_org;
mod sitemap;
mod xml;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::test::Outcome;
use crate::{paths, process};

/// A command whose success is a check.
struct Check {
    /// What is right when it succeeds.
    name: String,
    command: Command,
}

/// What the checks of a format are, for the files of a folder.
type Validator = fn(&Path) -> Result<Vec<Check>>;

const VALIDATORS: [Validator; 9] = [
    data_package::checks,
    graph::checks,
    feed::checks,
    robots::checks,
    calendar::checks,
    xml::checks,
    sitemap::checks,
    schema_org::checks,
    embedding::checks,
];

/// Runs every validator on a built folder, and prints what is wrong.
///
/// # Errors
/// When there is no such folder, or a tool cannot be run.
pub(crate) fn validate(folder: &Path) -> Result<Outcome> {
    ensure!(folder.is_dir(), "{} is not there: nothing to validate", folder.display());
    let mut outcome = Outcome::default();
    for validator in VALIDATORS {
        for Check { name, mut command } in validator(folder)? {
            let output = command.output().with_context(|| format!("cannot run `{}`", process::display(&command)))?;
            if output.status.success() {
                println!("  ok      {name}");
                outcome.passed += 1;
                continue;
            }
            println!("  FAILED  {name}");
            print!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
            outcome.failed += 1;
        }
    }
    Ok(outcome)
}

/// A check by one of our tools.
fn check(name: impl Into<String>, program: &str, arguments: &[&str]) -> Check {
    Check { name: name.into(), command: process::command(program, arguments) }
}

/// A check by a program of our Python environment.
fn python(name: impl Into<String>, program: &str, arguments: &[&str]) -> Check {
    check(name, &paths::python().join("bin").join(program).to_string_lossy(), arguments)
}

/// A file of the folder, as an argument.
fn file(folder: &Path, name: &str) -> String {
    folder.join(name).to_string_lossy().into_owned()
}

/// Every page below a folder.
///
/// # Errors
/// When a folder cannot be read.
fn pages(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut pages = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let items = std::fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
        for item in items {
            let path = item?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "html") {
                pages.push(path);
            }
        }
    }
    pages.sort();
    Ok(pages)
}
