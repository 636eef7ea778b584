//! The command line.

use std::io::{self, Write};

use anyhow::{Error, Result, bail};
use lexopt::Arg::{Long, Short, Value};
use lexopt::{Parser, ValueExt};

use crate::setup::{self, Need};
use crate::test::{self, Selection};
use crate::{bench, scripts, site, style};

const HELP: &str = "\
cargo xtask <command>

  setup [build|test]       install what is missing to build, or to test (default)
  build [--dev] [--url ADDRESS] [--single-file]
                           build the site into dist/ and show its sizes; ADDRESS is
                           where it will be; --single-file also makes one page of
                           it all, dist.html
  serve [--dev] [--port N] build the site, then serve it on http://127.0.0.1:8080;
                           with --dev, build again whenever a file changes
  test [--only PART]… [--no-build] [FILTER]
                           run every check and test, or some parts only:
                           lint, native, budgets, hosts, exports, chromium,
                           firefox, webkit; exports has the files that others read
                           judged by tools that are not ours;
                           FILTER keeps the browser scenarios whose name has it
  shots [PATH]…            photograph pages into target/screenshots/, at three
                           widths and in both themes
  style                    bundle the style sheets into target/style/
  scripts                  bundle the scripts around the app into target/web/
  bench search [--entries N,…] [--engines a,b] [--write]
                           measure the search beside other engines in Chromium;
                           N is a number of entries or `site`; --write puts the
                           tables in docs/performance.md
  bench typing [--no-build] [--write]
                           measure the site while one types in it
  bench web [--no-build] [--write]
                           measure first visits on a slow phone and network
  ci                       what continuous integration runs: the whole of test
";

/// Runs the command of this command line; `false` is a failure that has
/// already been told.
///
/// # Errors
/// When the command line is wrong or the command fails.
pub fn run(mut args: Parser) -> Result<bool> {
    let name = match args.next()? {
        Some(Value(name)) => name.string()?,
        None | Some(Long("help") | Short('h')) => "help".to_owned(),
        Some(other) => return Err(other.unexpected().into()),
    };
    match name.as_str() {
        "setup" => {
            let needs = match operands(&mut args)?.as_slice() {
                [] => Need::ALL,
                [only] if only == "test" => Need::ALL,
                [only] if only == "build" => &[Need::Build][..],
                other => bail!("unknown kind of setup: {}", other.join(" ")),
            };
            setup::ensure(needs)
        }
        "build" => {
            let Options { dev, single_file, url, .. } = options(&mut args, &["dev", "single-file", "url"])?;
            let address: Vec<String> = url.into_iter().flat_map(|url| ["--url".to_owned(), url]).collect();
            site::build(dev, &address)?;
            if single_file {
                return site::write_single_file().map(|()| true);
            }
            site::print_sizes()
        }
        "serve" => {
            let Options { dev, port, .. } = options(&mut args, &["dev", "port"])?;
            site::serve(dev, port)
        }
        "test" => {
            let options = options(&mut args, &["only", "no-build", "filter"])?;
            return test::run(&options.selection);
        }
        "ci" => {
            options(&mut args, &[])?;
            return test::run(&Selection::default());
        }
        "bench" => bench::run(&bench::Options::read(&mut args)?),
        "shots" => test::take_screenshots(&operands(&mut args)?),
        "style" => {
            options(&mut args, &[])?;
            style::bundle()
        }
        "scripts" => {
            options(&mut args, &[])?;
            scripts::bundle()
        }
        "help" => Ok(io::stdout().write_all(HELP.as_bytes())?),
        other => bail!("unknown command: {other}\n\n{HELP}"),
    }
    .map(|()| true)
}

#[derive(Default)]
struct Options {
    dev: bool,
    single_file: bool,
    url: Option<String>,
    port: u16,
    selection: Selection,
}

/// Reads the options that a command allows.
fn options(args: &mut Parser, allowed: &[&str]) -> Result<Options> {
    let mut options = Options { port: site::DEFAULT_PORT, ..Options::default() };
    while let Some(arg) = args.next()? {
        match arg {
            Long("dev") if allowed.contains(&"dev") => options.dev = true,
            Long("single-file") if allowed.contains(&"single-file") => options.single_file = true,
            Long("url") if allowed.contains(&"url") => options.url = Some(args.value()?.string()?),
            Long("port") if allowed.contains(&"port") => options.port = args.value()?.parse()?,
            Long("no-build") if allowed.contains(&"no-build") => {
                options.selection.skip_build = true;
            }
            Long("only") if allowed.contains(&"only") => {
                let part = args.value()?.string()?.parse();
                options.selection.parts.push(part.map_err(Error::msg)?);
            }
            Value(text) if allowed.contains(&"filter") => {
                options.selection.filter = Some(text.string()?);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

/// Reads a command line that has no option.
fn operands(args: &mut Parser) -> Result<Vec<String>> {
    let mut operands = Vec::new();
    while let Some(arg) = args.next()? {
        match arg {
            Value(text) => operands.push(text.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(operands)
}
