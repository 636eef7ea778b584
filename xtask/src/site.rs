//! Builds the site with trunk, and serves it.

use std::env;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::server::Server;
use crate::setup::{self, Need};
use crate::{paths, process, sizes};

pub(crate) const DEFAULT_PORT: u16 = 8080;

/// Builds the site into `dist/`, optimised unless `dev`: the app, by trunk, whole and, when optimised, by
/// parts too, then every page by our tool, which takes these options too.
///
/// # Errors
/// When a tool is missing or the build fails.
pub(crate) fn build(dev: bool, options: &[String]) -> Result<()> {
    prepare()?;
    let app = paths::target().join("app");
    let with_trunk = |folder: &Path, options: &[&str]| {
        let mut trunk = trunk(&["build", "--dist"]);
        trunk.arg(folder).args(options);
        if !dev {
            for_size(trunk.arg("--release"));
        }
        process::run(&mut trunk)
    };
    with_trunk(&app, &[])?;
    if !dev {
        for (pages, folder) in [("frame-pages", "cadres"), ("everyday-pages", "quotidien"), ("other-pages", "autres")] {
            let built = paths::target().join(format!("app-{folder}"));
            with_trunk(&built, &["--features", &format!("csr,{pages}")])?;
            put_program(&built, &app.join(folder))?;
        }
    }
    // While one works on the site, the tool is soon built rather than quick.
    let profile = if dev { "dev" } else { "tool" };
    write_with(profile, &app, &paths::root().join("public/catalogue.json"), &paths::dist(), options)
}

/// Has cargo compile the standard library too: for size, and without the messages of panics, which then
/// are traps. A tenth of every program goes. The pinned compiler holds these features of cargo, under the
/// variable that the standard library itself is built with.
pub(crate) fn for_size(command: &mut Command) {
    command.envs([
        ("RUSTC_BOOTSTRAP", "1"),
        ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
        ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
        ("CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT", "true"),
        ("CARGO_PROFILE_RELEASE_PANIC", "immediate-abort"),
    ]);
}

/// Copies the program of an app, without its page and its other files.
fn put_program(app: &Path, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    for file in fs::read_dir(app)?.flatten() {
        let name = file.file_name();
        if [".js", ".wasm"].iter().any(|end| name.to_string_lossy().ends_with(end)) {
            fs::copy(file.path(), folder.join(name))?;
        }
    }
    Ok(())
}

/// Writes a whole site from the app and the data.
///
/// # Errors
/// When the tool refuses the data.
pub(crate) fn write(app: &Path, data: &Path, out: &Path, options: &[String]) -> Result<()> {
    write_with("tool", app, data, out, options)
}

fn write_with(profile: &str, app: &Path, data: &Path, out: &Path, options: &[String]) -> Result<()> {
    let run = ["run", "--quiet", "--profile", profile, "--package", "tool", "--bin", "catalogue", "--", "build"];
    let mut tool = process::command("cargo", &run);
    tool.arg("--app").arg(app).arg("--data").arg(data).arg("--out").arg(out).args(options);
    process::run(&mut tool)
}

/// Writes the site, from the app already built, as one that knows its address: some files must name it.
///
/// # Errors
/// When the tool refuses the data.
pub(crate) fn build_validated() -> Result<()> {
    let url = ["--url", "https://communs.example/a/b/"].map(str::to_owned);
    write(&paths::target().join("app"), &paths::root().join("public/catalogue.json"), &paths::validated_site(), &url)
}

/// Writes the site in one page, from the app already built, and shows its size.
///
/// # Errors
/// When the tool refuses the data.
pub(crate) fn write_single_file() -> Result<()> {
    let page = paths::single_file();
    write(
        &paths::target().join("app"),
        &paths::root().join("public/catalogue.json"),
        &page,
        &["--single-file".to_owned()],
    )?;
    println!("{:>12} bytes  {}", fs::metadata(&page)?.len(), page.display());
    Ok(())
}

/// Shows what a visitor would download.
///
/// # Errors
/// When `dist/` cannot be read.
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

/// Builds the site and serves it until interrupted; with `dev`, trunk builds
/// again whenever a file changes.
///
/// # Errors
/// When the build fails or the port is taken.
pub(crate) fn serve(dev: bool, port: u16) -> Result<()> {
    if dev {
        prepare()?;
        let port = port.to_string();
        return process::run(&mut trunk(&["serve", "--port", &port]));
    }
    build(false, &[])?;
    let server = Server::start(paths::dist(), port)
        .with_context(|| format!("cannot listen on port {port}; choose another one with --port"))?;
    ensure!(answers(port)?, "the built site does not answer");
    println!("Communs is served on {} (Ctrl+C stops it)", server.url("/"));
    server.wait();
    Ok(())
}

/// Tools, then crates, those of the standard library too: trunk runs offline so that it downloads nothing
/// itself.
fn prepare() -> Result<()> {
    setup::ensure(&[Need::Build])?;
    process::run(&mut process::command("cargo", &["fetch", "--quiet"]))?;
    let mut of_std = process::command("cargo", &["fetch", "--quiet", "--target", "wasm32-unknown-unknown"]);
    for_size(&mut of_std);
    process::run(&mut of_std)
}

fn trunk(args: &[&str]) -> Command {
    let mut trunk = process::command("trunk", args);
    trunk
        .env("TRUNK_OFFLINE", "true")
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Added to the flags of .cargo/config.toml.
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", without_machine_paths());
    // Trunk reads this variable as a boolean and stops at the usual `1`.
    if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        trunk.env("NO_COLOR", "true");
    } else {
        trunk.env_remove("NO_COLOR");
    }
    trunk
}

/// Compiler flags that leave out of the WebAssembly where this machine keeps its crates.
fn without_machine_paths() -> String {
    let registries = paths::cargo_home()
        .map(|home| home.join("registry").join("src"))
        .and_then(|sources| fs::read_dir(sources).ok());
    let folders = registries.into_iter().flatten().flatten().map(|folder| folder.path());
    let flags = folders.map(|folder| format!("--remap-path-prefix={}/=", folder.display()));
    flags.collect::<Vec<_>>().join(" ")
}

/// Whether the home page comes with a success.
fn answers(port: u16) -> Result<bool> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    write!(stream, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")?;
    let mut reply = Vec::new();
    stream.read_to_end(&mut reply)?;
    Ok(reply.starts_with(b"HTTP/1.1 200 "))
}
