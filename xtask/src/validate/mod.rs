//! Exported files, judged by tools that we did not write.
//!
//! Our own tests read what our own code wrote; a misreading of a specification would be in both.
//! Here each format is read by the tools that others read it with.

mod embedding;
mod schema_org;

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::test::Outcome;
use crate::{paths, process};

/// What every catalogue of DCAT has.
const SHAPES: &str = "tests/fixtures/exports/dcat-shapes.ttl";

/// A command whose success is a check.
struct Check {
    /// What is right when it succeeds.
    name: String,
    command: Command,
}

/// Runs every check on a built folder, and prints what is wrong.
pub(crate) fn validate(folder: &Path) -> Result<Outcome> {
    ensure!(folder.is_dir(), "{} is not there: nothing to validate", folder.display());
    let mut outcome = Outcome::default();
    for Check { name, mut command } in checks(folder)? {
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
    Ok(outcome)
}

fn checks(folder: &Path) -> Result<Vec<Check>> {
    let file = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let read = |name: &str, script: &str, read: &str| python(name, "python", &[&ours(script), &file(read)]);
    let lint = |name: &str, options: &[&str], read: &str| {
        check(name, "xmllint", &[&["--noout", "--nonet"], options, &[&file(read)]].concat())
    };
    let shapes = ["--shacl", SHAPES, "--data-file-format", "json-ld", &file("catalogue.jsonld")];
    let pages = paths::tools().join("node_modules/sitemap/schema/sitemap.xsd");
    let package = ["validate", &file("datapackage.json")];
    let mut checks = vec![
        python("datapackage.json and its table, by frictionless", "frictionless", &package),
        read("catalogue.jsonld is RDF, by rdflib", "read_graph.py", "catalogue.jsonld"),
        read("catalogue.jsonld is harvested whole, as udata does", "harvest.py", "catalogue.jsonld"),
        python("catalogue.jsonld has the shape of DCAT, by pySHACL", "pyshacl", &shapes),
        read("feed.xml, by feedparser", "read_feed.py", "feed.xml"),
        read("robots.txt, by urllib.robotparser", "read_robots.py", "robots.txt"),
        read("vagues.ics, by icalendar", "read_calendar.py", "vagues.ics"),
        lint("feed.xml is well formed, by xmllint", &[], "feed.xml"),
        lint("opensearch.xml is well formed, by xmllint", &[], "opensearch.xml"),
        lint("sitemap.xml is well formed, by xmllint", &[], "sitemap.xml"),
        lint("sitemap.xml keeps to its schema, by xmllint", &["--schema", &pages.to_string_lossy()], "sitemap.xml"),
        schema_org::check(folder)?,
    ];
    checks.extend(embedding::checks(folder)?);
    Ok(checks)
}

/// A check by one of our tools.
fn check(name: &str, program: &str, arguments: &[&str]) -> Check {
    Check { name: name.to_owned(), command: process::command(program, arguments) }
}

/// A check by a program of our Python environment.
fn python(name: &str, program: &str, arguments: &[&str]) -> Check {
    check(name, &paths::python().join("bin").join(program).to_string_lossy(), arguments)
}

/// A script of this folder, as an argument.
fn ours(name: &str) -> String {
    paths::root().join("xtask/src/validate").join(name).to_string_lossy().into_owned()
}
