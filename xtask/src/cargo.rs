//! What cargo is asked for in more than one place.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::{paths, process};

/// The members of the workspace that only a browser runs.
const IN_A_BROWSER: [&str; 2] = ["communs-browser-tests", "communs-benches-wasm"];

/// What cargo does of everything that runs without a browser, compiled once.
pub(crate) fn native(what: &[&str]) -> Command {
    let mut command = process::command("cargo", what);
    command.args(["--workspace", "--features", "communs/ssr"]);
    command.args(IN_A_BROWSER.iter().flat_map(|package| ["--exclude", package]));
    command
}

/// Leaves out of the WebAssembly where this machine keeps its crates and builds them, and the sources of the standard
/// library.
pub(crate) fn with_plain_paths(command: &mut Command) -> &mut Command {
    // Added to the flags of .cargo/config.toml.
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", plain_paths())
}

/// The flags of the compiler that do so.
pub(crate) fn plain_paths() -> String {
    let registries = paths::cargo_home()
        .map(|home| home.join("registry").join("src"))
        .and_then(|sources| fs::read_dir(sources).ok());
    let sysroot = process::output(&mut process::command("rustc", &["--print", "sysroot"]));
    let library = sysroot.map(|sysroot| Path::new(sysroot.trim()).join("lib/rustlib/src/rust"));
    let registries = registries.into_iter().flatten().flatten().map(|folder| folder.path());
    // What build scripts write is compiled where they wrote it.
    let folders = registries.chain(library).chain([paths::target()]);
    let flags = folders.map(|folder| format!("--remap-path-prefix={}/=", folder.display()));
    flags.collect::<Vec<_>>().join(" ")
}
