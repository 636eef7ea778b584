//! What cargo is asked for in more than one place.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::{paths, process};

/// What cargo does of everything that is compiled for this machine, always together: what a package depends on has other
/// features when it is alone, and would be compiled again.
pub(crate) fn native(what: &[&str]) -> Command {
    let mut command = process::command("cargo", what);
    command.args(["--workspace", "--exclude", "communs-benches-wasm", "--features", "communs/ssr"]);
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Every package with its features, along these edges.
    fn features(edges: &str) -> BTreeSet<String> {
        let tree = ["tree", "--offline", "--prefix", "none", "--format", "{p} {f}", "--edges", edges];
        let tree = process::output(&mut native(&tree)).expect("cargo knows the workspace");
        tree.lines().map(|line| line.trim_end_matches(" (*)").to_owned()).collect()
    }

    #[test]
    fn programs_and_tests_are_made_of_the_same() {
        let [programs, tests] = ["normal,build", "normal,build,dev"].map(features);
        assert!(programs.len() > 200, "{} packages", programs.len());
        let others: Vec<_> = programs.difference(&tests).collect();
        assert!(others.is_empty(), "these are compiled twice, with other features for tests: {others:?}");
    }
}
