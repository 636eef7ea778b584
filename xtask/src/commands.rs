//! The command line.

use anyhow::Result;
use clap::Parser;

use crate::setup::{self, Need};
use crate::test::{self, Selection};
use crate::{bench, release, scripts, site, style};

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Command {
    /// Install what is missing to build, or to test
    Setup {
        #[arg(value_parser = ["build", "test"], default_value = "test")]
        what: String,
    },
    /// Build the site into dist/ and show its sizes
    Build {
        /// Soon built rather than light
        #[arg(long)]
        dev: bool,
        /// Where it will be
        #[arg(long, value_name = "ADDRESS")]
        url: Option<String>,
        /// Also make one page of it all, dist.html
        #[arg(long)]
        single_file: bool,
    },
    /// Build the site, then serve it
    Serve {
        /// Build again whenever a file changes
        #[arg(long)]
        dev: bool,
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Run every check and test, or some parts only
    Test(Selection),
    /// Make what hosts install into target/packages/, and try it
    Release(release::Options),
    /// Photograph pages into target/screenshots/, at three widths and in both themes
    Shots {
        #[arg(value_name = "PATH")]
        pages: Vec<String>,
    },
    /// Bundle the style sheets into target/style/
    Style,
    /// Bundle the scripts around the app into target/web/
    Scripts,
    /// Measure, in Chromium
    #[command(subcommand)]
    Bench(bench::Options),
}

/// Runs the command of this command line; `false` is a failure that has
/// already been told.
///
/// # Errors
/// When the command fails.
pub fn run() -> Result<bool> {
    match Command::parse() {
        Command::Setup { what } => setup::ensure(if what == "build" { &[Need::Build, Need::Light] } else { Need::ALL }),
        Command::Build { dev, url, single_file } => {
            let address: Vec<&str> = url.iter().flat_map(|url| ["--url", url.as_str()]).collect();
            site::build(if dev { site::Program::Quick } else { site::Program::Published }, &address)?;
            if single_file { site::write_single_file() } else { site::print_sizes() }
        }
        Command::Serve { dev, port } => site::serve(dev, port),
        Command::Test(selection) => return test::run(&selection),
        Command::Release(options) => release::run(&options),
        Command::Shots { pages } => test::take_screenshots(&pages),
        Command::Style => style::bundle(),
        Command::Scripts => scripts::bundle(),
        Command::Bench(options) => bench::run(&options),
    }
    .map(|()| true)
}
