//! Builds the site with trunk, and serves it.

use std::env;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::server::Server;
use crate::setup::{self, Need};
use crate::{paths, process, sizes};

pub(crate) const DEFAULT_PORT: u16 = 8080;

/// Builds the site into `dist/`, optimised unless `dev`.
///
/// # Errors
/// When a tool is missing or the build fails.
pub(crate) fn build(dev: bool) -> Result<()> {
    prepare()?;
    let mut trunk = trunk(&["build"]);
    trunk.args((!dev).then_some("--release"));
    process::run(&mut trunk)?;

    // Static hosts answer unknown paths with this file: the app then starts
    // there, and reads the path.
    let dist = paths::dist();
    fs::copy(dist.join("index.html"), dist.join("404.html")).context("cannot copy dist/index.html to dist/404.html")?;
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
    build(false)?;
    let server = Server::start(paths::dist(), port)
        .with_context(|| format!("cannot listen on port {port}; choose another one with --port"))?;
    ensure!(answers(port)?, "the built site does not answer");
    println!("Communs is served on {} (Ctrl+C stops it)", server.url("/"));
    server.wait();
    Ok(())
}

/// Tools, then crates: trunk runs offline so that it downloads nothing itself.
fn prepare() -> Result<()> {
    setup::ensure(&[Need::Build])?;
    process::run(&mut process::command("cargo", &["fetch", "--quiet"]))
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
