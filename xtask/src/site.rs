//! Builds the site with trunk, and serves it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use anyhow::{Context, Result};

use crate::server::Server;
use crate::setup::{self, Need};
use crate::{cargo, paths, process, sizes, split};

/// The program of the tool, as cargo names it.
pub(crate) const TOOL: &str = "communs";

/// Where trunk puts the page, what goes with it and the whole program; the one in modules is in a folder there.
pub(crate) fn app() -> PathBuf {
    paths::target().join("app")
}

/// The tool, as it was compiled last on this machine for itself.
pub(crate) fn tool() -> PathBuf {
    paths::target().join("debug").join(TOOL)
}

/// The program of a site.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Program {
    /// Soon built, whole: to see the site on this machine.
    Quick,
    /// As light as can be, whole for the site in one file and in modules for the others: what is published.
    Published,
}

/// Builds the site into `dist/`: the app by trunk, its modules if it has any, then every page by our tool, which takes
/// these options too.
pub(crate) fn build(program: Program, options: &[&str]) -> Result<()> {
    prepare(program)?;
    let app = app();
    thread::scope(|scope| {
        // The longest steps of the app keep one processor busy: the others compile the tool, and give way.
        let tool = scope.spawn(move || process::run(&mut process::giving_way(&program.writer())));
        let mut trunk = trunk(&["build", "--dist"]);
        trunk.arg(&app);
        match program {
            Program::Quick => process::run(trunk.args(["--cargo-profile", "quick"]))?,
            Program::Published => {
                process::run(trunk.arg("--release"))?;
                split::build(&app.join("modules"))?;
            }
        }
        tool.join().expect("running a command does not panic")
    })?;
    write(&app, &paths::dist(), options)
}

/// Makes a module smaller as trunk does, with the options that it reads in our page.
pub(crate) fn optimise(module: &Path) -> Result<()> {
    let page = fs::read_to_string(paths::root().join("index.html")).context("cannot read index.html")?;
    let option = |name: &str| attribute(&page, name).with_context(|| format!("index.html has no {name}"));
    let level = format!("-O{}", option("data-wasm-opt")?);
    let mut tool = process::command("wasm-opt", &[&level]);
    process::run(tool.args(option("data-wasm-opt-params")?.split_whitespace()).arg(module).arg("-o").arg(module))
}

/// The value of the first attribute of this name in a page.
pub(crate) fn attribute<'page>(page: &'page str, name: &str) -> Option<&'page str> {
    between(page, &format!("{name}=\""), "\"")
}

/// What is between two marks of a text, the first ones of their kind.
pub(crate) fn between<'text>(text: &'text str, start: &str, end: &str) -> Option<&'text str> {
    Some(text.split_once(start)?.1.split_once(end)?.0)
}

/// Writes a whole site from the app and the data, with the tool that was compiled last.
fn write(app: &Path, out: &Path, options: &[&str]) -> Result<()> {
    let mut tool = process::command(&tool().to_string_lossy(), &["build", "--app"]);
    tool.arg(app).arg("--data").arg(paths::root().join("public/catalogue.json")).arg("--out").arg(out);
    process::run(tool.args(options))
}

/// Writes the site whose exports are judged, from the app already built, and gives its folder. It has an address, which
/// feeds and the list of pages need.
pub(crate) fn build_validated() -> Result<PathBuf> {
    process::run(&mut Program::Published.writer())?;
    let folder = paths::target().join("validated-site");
    write(&app(), &folder, &["--url", "https://communs.example/a/b/"])?;
    Ok(folder)
}

/// Writes the site in one page, from the app just built, and shows its size.
pub(crate) fn write_single_file() -> Result<()> {
    let page = paths::single_file();
    write(&app(), &page, &["--single-file"])?;
    println!("{:>12} bytes  {}", fs::metadata(&page)?.len(), page.display());
    Ok(())
}

/// Shows what a visitor would download.
pub(crate) fn print_sizes() -> Result<()> {
    let files = sizes::measure(&paths::dist())?;
    println!("{:>12} {:>12}  dist/", "bytes", "brotli");
    for file in &files {
        println!("{:>12} {:>12}  {}", file.raw, file.brotli, file.name);
    }
    let pages = sizes::pages(&paths::dist())?;
    println!("{:>12} {:>12}  {} pages in folders", pages.iter().sum::<u64>(), "", pages.len());
    Ok(())
}

/// Builds the site soon rather than light, and serves it until interrupted; with `dev`, trunk builds again whenever a
/// file changes.
///
/// # Errors
/// When the build fails or the port is taken.
pub(crate) fn serve(dev: bool, port: u16) -> Result<()> {
    if dev {
        prepare(Program::Quick)?;
        let port = port.to_string();
        return process::run(&mut trunk(&["serve", "--port", &port]));
    }
    build(Program::Quick, &[])?;
    let server = Server::start(paths::dist(), port)
        .with_context(|| format!("cannot listen on port {port}; choose another one with --port"))?;
    println!("Communs is served on {} (Ctrl+C stops it)", server.url("/"));
    server.wait()
}

impl Program {
    /// What builds it.
    const fn needs(self) -> &'static [Need] {
        match self {
            Self::Quick => &[Need::Build],
            Self::Published => &[Need::Build, Need::Light],
        }
    }

    /// Compiles the tool that writes its pages: with nothing else, or as tests compile it, which need it too.
    fn writer(self) -> Command {
        match self {
            Self::Quick => {
                let only = ["build", "--quiet", "--package", "tool", "--bin", TOOL, "--no-default-features"];
                process::command("cargo", &only)
            }
            Self::Published => cargo::native(&["build", "--bins"]),
        }
    }
}

/// Tools, then crates: trunk runs offline so that it downloads nothing itself.
fn prepare(program: Program) -> Result<()> {
    setup::ensure(program.needs())?;
    process::run(&mut process::command("cargo", &["fetch", "--quiet"]))
}

fn trunk(args: &[&str]) -> Command {
    let mut trunk = process::command("trunk", args);
    cargo::with_plain_paths(trunk.env("TRUNK_OFFLINE", "true").env("TRUNK_SKIP_VERSION_CHECK", "true"));
    // Trunk reads this variable as a boolean and stops at the usual `1`.
    if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        trunk.env("NO_COLOR", "true");
    } else {
        trunk.env_remove("NO_COLOR");
    }
    trunk
}

#[cfg(test)]
mod tests {
    use super::attribute;

    #[test]
    fn options_are_read_by_their_whole_name() {
        let page = r#"<link data-wasm-opt="z" data-wasm-opt-params="--low -Oz">"#;
        assert_eq!(attribute(page, "data-wasm-opt"), Some("z"));
        assert_eq!(attribute(page, "data-wasm-opt-params"), Some("--low -Oz"));
        assert_eq!(attribute(page, "data-trunk"), None);
    }
}
