//! The table of tools: what each is for, how it is seen, where it comes from.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use super::install::Install;
use super::{Need, versions};
use crate::{paths, process};

/// A tool that a command needs.
pub(super) struct Tool {
    pub(super) name: String,
    pub(super) need: Need,
    /// Why it is needed, as the rest of a sentence.
    pub(super) why: &'static str,
    pub(super) check: Check,
    pub(super) install: Install,
}

/// How to see that a tool is there, in the right version.
pub(super) enum Check {
    /// `program --version` names this version.
    Version(&'static str, String),
    /// This file is there.
    File(&'static str),
    /// This folder is there.
    Folder(PathBuf),
    /// One of these programs is on `PATH`.
    Program(&'static [&'static str]),
    /// The npm package is in this folder, in this version.
    NpmPackage(PathBuf, &'static str, String),
    /// The package of Python is in our environment, in this version.
    PythonPackage(&'static str, &'static str),
    /// rustup has this target for the pinned toolchain.
    RustTarget(&'static str),
}

/// Every tool, in the order of installation.
///
/// # Errors
/// When `Cargo.lock` cannot be read.
pub(super) fn all() -> Result<Vec<Tool>> {
    let wasm_bindgen = versions::wasm_bindgen()?;
    Ok(vec![
        component("rustfmt", &["cargo-fmt"]),
        component("clippy", &["cargo-clippy"]),
        Tool { why: "the site is compiled to WebAssembly", ..rust_target(Need::Build, "wasm32-unknown-unknown") },
        cargo_tool(
            "trunk",
            "trunk",
            versions::TRUNK,
            Need::Build,
            "it builds and bundles the site",
            // Offline, it has no use for TLS, which is long to compile; nor has the next one.
            &["--locked", "--no-default-features"],
        ),
        cargo_tool(
            "wasm-bindgen",
            "wasm-bindgen-cli",
            &wasm_bindgen,
            Need::Build,
            "it joins WebAssembly to JavaScript",
            &["--no-default-features", "--bin", "wasm-bindgen"],
        ),
        Tool {
            name: format!("wasm-opt {}", versions::BINARYEN),
            need: Need::Light,
            why: "it makes the WebAssembly smaller",
            check: Check::Version("wasm-opt", versions::BINARYEN.to_owned()),
            install: Install::Npm("binaryen", versions::BINARYEN),
        },
        web("esbuild", Need::Build, "it bundles the scripts around the app")?,
        web("typescript", Need::Lint, "it checks the types of the scripts around the app")?,
        web("typescript", Need::Exports, "it judges what pages say to search engines")?,
        python("frictionless", versions::FRICTIONLESS, "it judges the exported table"),
        python("rdflib", versions::RDFLIB, "it reads the catalogue for portals"),
        python("pyshacl", versions::PYSHACL, "it judges the catalogue for portals"),
        python("feedparser", versions::FEEDPARSER, "it reads the feed"),
        python("icalendar", versions::ICALENDAR, "it reads the calendar"),
        rust_target(Need::Packages, "x86_64-unknown-linux-musl"),
        rust_target(Need::Release, "aarch64-unknown-linux-musl"),
        rust_target(Need::Release, "x86_64-apple-darwin"),
        rust_target(Need::Release, "aarch64-apple-darwin"),
        rust_target(Need::Release, "x86_64-pc-windows-gnullvm"),
        Tool { need: Need::Packages, ..python("ziglang", versions::ZIG, "it links the tool for each system") },
        Tool {
            need: Need::Packages,
            check: Check::PythonPackage("cargo_zigbuild", versions::CARGO_ZIGBUILD),
            ..python("cargo-zigbuild", versions::CARGO_ZIGBUILD, "it has cargo link through zig")
        },
        Tool { need: Need::Lighthouse, ..npm("lighthouse", versions::LIGHTHOUSE, "it scores the pages") },
        npm("schema-dts", versions::SCHEMA_DTS, "it knows the words of schema.org"),
        npm("sitemap", versions::SITEMAP, "it has the schema of sitemaps"),
        npm("dompurify", versions::DOMPURIFY, "other sites clean what their authors write with it"),
        npm("jsdom", versions::JSDOM, "DOMPurify runs in it"),
        npm("sanitize-html", versions::SANITIZE_HTML, "other sites clean what their authors write with it"),
        Tool { why: "WordPress runs in it", ..package(Need::Exports, "php-cli", &["php"]) },
        wordpress(Need::Exports),
        wordpress(Need::Browser),
        Tool { why: "xmllint reads the exported XML", ..package(Need::Exports, "libxml2-utils", &["xmllint"]) },
        Tool { need: Need::Browser, ..npm("axe-core", versions::AXE_CORE, "it checks the accessibility of the pages") },
        package(Need::Hosts, "nginx", &["nginx"]),
        Tool {
            why: "the documented nginx compresses with it",
            check: Check::File("/etc/nginx/modules-enabled/50-mod-http-brotli-filter.conf"),
            ..package(Need::Hosts, "libnginx-mod-http-brotli-filter", &[])
        },
        package(Need::Hosts, "apache2-bin", &["apache2"]),
        package(Need::Hosts, "curl", &["curl"]),
        package(Need::Chromium, "chromium", &["chromium"]),
        package(Need::Chromium, "chromium-driver", &["chromedriver"]),
        package(Need::Firefox, "firefox-esr", &["firefox-esr", "firefox"]),
        package(Need::WebKit, "webkit2gtk-driver", &["WebKitWebDriver"]),
        package(Need::WebKit, "xvfb", &["Xvfb"]),
        cargo_tool(
            "geckodriver",
            "geckodriver",
            versions::GECKODRIVER,
            Need::Firefox,
            "the tests drive Firefox through it",
            &["--locked"],
        ),
    ])
}

/// The files of WordPress: its filters, and what its pages do with frames.
fn wordpress(need: Need) -> Tool {
    Tool {
        name: "wordpress".to_owned(),
        need,
        why: "many hosts run it",
        check: Check::Folder(paths::wordpress()),
        install: Install::Unpacked("wordpress"),
    }
}

/// A program that Cargo compiles from a package.
fn cargo_tool(
    program: &'static str,
    package: &str,
    version: &str,
    need: Need,
    why: &'static str,
    options: &[&str],
) -> Tool {
    Tool {
        name: format!("{program} {version}"),
        need,
        why,
        check: Check::Version(program, version.to_owned()),
        install: Install::cargo(package, version, options),
    }
}

/// A target of Rust, most often a system that the tool is made for.
fn rust_target(need: Need, name: &'static str) -> Tool {
    Tool {
        name: name.to_owned(),
        need,
        why: "the tool is compiled for it",
        check: Check::RustTarget(name),
        install: Install::RustTarget(name),
    }
}

fn component(name: &'static str, programs: &'static [&'static str]) -> Tool {
    Tool {
        name: name.to_owned(),
        need: Need::Lint,
        why: "the code is checked with it",
        check: Check::Version(programs[0], String::new()),
        install: Install::RustComponent(name),
    }
}

/// A validator, or what one needs, from the registry of Python.
fn python(package: &'static str, version: &'static str, why: &'static str) -> Tool {
    Tool {
        name: format!("{package} {version}"),
        need: Need::Exports,
        why,
        check: Check::PythonPackage(package, version),
        install: Install::Python(package, version),
    }
}

/// The same, from the registry of npm.
fn npm(package: &'static str, version: &'static str, why: &'static str) -> Tool {
    Tool {
        name: format!("{package} {version}"),
        need: Need::Exports,
        why,
        check: Check::NpmPackage(paths::tools(), package, version.to_owned()),
        install: Install::Npm(package, version),
    }
}

/// A package that the scripts around the app name.
fn web(package: &'static str, need: Need, why: &'static str) -> Result<Tool> {
    let version = versions::of_web(package)?;
    Ok(Tool {
        name: format!("{package} {version}"),
        need,
        why,
        check: Check::NpmPackage(paths::web(), package, version),
        install: Install::Web,
    })
}

fn package(need: Need, name: &'static str, programs: &'static [&'static str]) -> Tool {
    Tool {
        name: name.to_owned(),
        need,
        why: "tests run in it or through it",
        check: Check::Program(programs),
        install: Install::Apt(name),
    }
}

impl Check {
    pub(super) fn passes(&self) -> bool {
        match self {
            Self::Version(program, version) => process::output(&mut process::command(program, &["--version"]))
                .is_some_and(|output| names_version(&output, version)),
            Self::File(file) => fs::exists(file).unwrap_or(false),
            Self::Folder(folder) => folder.is_dir(),
            Self::Program(names) => paths::find_program(names).is_some(),
            Self::NpmPackage(folder, package, version) => {
                let manifest = folder.join(format!("node_modules/{package}/package.json"));
                fs::read_to_string(manifest).is_ok_and(|text| text.contains(&format!("\"version\": \"{version}\"")))
            }
            Self::PythonPackage(package, version) => {
                let installed = format!("site-packages/{package}-{version}.dist-info");
                let libraries = fs::read_dir(paths::python().join("lib"));
                libraries.into_iter().flatten().flatten().any(|library| library.path().join(&installed).is_dir())
            }
            Self::RustTarget(name) => rustup_has(name),
        }
    }
}

/// Whether rustup has installed a target.
fn rustup_has(name: &str) -> bool {
    process::output(&mut process::command("rustup", &["target", "list", "--installed"]))
        .is_some_and(|output| output.lines().any(|line| line == name))
}

/// Whether the output of `--version` has this version as a whole word; any
/// output will do for an empty version.
fn names_version(output: &str, version: &str) -> bool {
    version.is_empty() || output.split_whitespace().any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_a_whole_word() {
        assert!(names_version("wasm-opt version 132 (version_132)", "132"));
        assert!(names_version("geckodriver 0.37.1 (abc 2026)\n\nMore", "0.37.1"));
        assert!(!names_version("trunk 0.21.140", "0.21.14"));
    }
}
