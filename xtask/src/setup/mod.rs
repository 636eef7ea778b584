//! Installs what is missing, and only that.

mod install;
mod tools;
mod versions;

use std::panic::resume_unwind;
use std::thread;

use anyhow::{Result, ensure};

use install::Install;
use tools::Tool;

/// What a tool is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// Formatting and lints.
    Lint,
    /// Building the site.
    Build,
    /// Making its program as light as can be.
    Light,
    /// The servers that the documentation configures.
    Hosts,
    /// Making what hosts install, for this machine.
    Packages,
    /// The same for the other systems.
    Release,
    /// Scoring pages.
    Lighthouse,
    /// Judging the exported files.
    Exports,
    /// The browser tests, in whichever engine.
    Browser,
    Chromium,
    Firefox,
    WebKit,
}

impl Need {
    pub(crate) const ALL: &[Self] = &[
        Self::Lint,
        Self::Build,
        Self::Light,
        Self::Hosts,
        Self::Exports,
        Self::Browser,
        Self::Chromium,
        Self::Firefox,
        Self::WebKit,
    ];
}

/// Makes sure that the tools for these needs are there.
///
/// # Errors
/// When a tool is missing and may not be installed from here; the error says
/// what to run by hand.
pub(crate) fn ensure(needs: &[Need]) -> Result<()> {
    println!("setup");
    let tools: Vec<Tool> = tools::all()?.into_iter().filter(|tool| needs.contains(&tool.need)).collect();
    let (fetched, others): (Vec<&Tool>, Vec<&Tool>) = tools.iter().partition(|tool| tool.install.is_fetched());
    // Packages that come as they are used take no processor, and those that are compiled take it whole.
    thread::scope(|scope| {
        let fetching = scope.spawn(|| install_missing(&fetched));
        install_missing(&others)?;
        fetching.join().unwrap_or_else(|panic| resume_unwind(panic))
    })
}

/// Installs those of these tools that are missing, in their order.
fn install_missing(tools: &[&Tool]) -> Result<()> {
    let missing: Vec<&Install> = tools.iter().map(|tool| &tool.install).filter(|install| !install.is_there()).collect();
    for Tool { install, why, .. } in tools {
        let name = install.name();
        if install.is_there() {
            println!("  {name}: there");
            continue;
        }
        println!("  {name}: missing; {why}");
        install.run(&missing)?;
        ensure!(
            install.is_there(),
            "{name} was installed but is not seen in the right version; is an older one first on PATH?"
        );
        println!("  {name}: installed");
    }
    Ok(())
}
