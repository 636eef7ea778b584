//! The table of tools: what each is for, where it comes from.

use anyhow::Result;

use super::Need::{self, *};
use super::install::Install::{self, *};
use super::versions;

/// A tool that a command needs.
pub(super) struct Tool {
    pub(super) need: Need,
    pub(super) install: Install,
    /// Why it is needed, as the rest of a sentence.
    pub(super) why: &'static str,
}

const LINT: &str = "the code is checked with it";
const TARGET: &str = "the tool is compiled for it";
const WORDPRESS: &str = "many hosts run it";
const SANITISER: &str = "other sites clean what their authors write with it";
const TEST: &str = "tests run in it or through it";

/// Every tool, in the order of installation.
///
/// # Errors
/// When `Cargo.lock` or the manifest of the scripts cannot be read.
pub(super) fn all() -> Result<Vec<Tool>> {
    // Offline, trunk has no use for TLS, which is long to compile; nor has wasm-bindgen.
    let trunk = Cargo("trunk", "trunk", versions::TRUNK.to_owned(), &["--locked", "--no-default-features"]);
    let joiner: &[&str] = &["--no-default-features", "--bin", "wasm-bindgen"];
    let wasm_bindgen = Cargo("wasm-bindgen", "wasm-bindgen-cli", versions::wasm_bindgen()?, joiner);
    let geckodriver = Cargo("geckodriver", "geckodriver", "0.37.1".to_owned(), &["--locked"]);
    let [esbuild, typescript] = ["esbuild", "typescript"].map(versions::of_web);
    let (esbuild, typescript) = (esbuild?, typescript?);
    let brotli: &[&str] = &["/etc/nginx/modules-enabled/50-mod-http-brotli-filter.conf"];
    let tools = [
        // A rustup that installs nothing by itself leaves out what rust-toolchain.toml names.
        (Lint, RustComponent("rustfmt", "cargo-fmt"), LINT),
        (Lint, RustComponent("clippy", "cargo-clippy"), LINT),
        (Build, RustTarget("wasm32-unknown-unknown"), "the site is compiled to WebAssembly"),
        (Build, trunk, "it builds and bundles the site"),
        (Build, wasm_bindgen, "it joins WebAssembly to JavaScript"),
        (Light, Npm("binaryen", versions::BINARYEN), "it makes the WebAssembly smaller"),
        (Build, Web("esbuild", esbuild), "it bundles the scripts around the app"),
        (Lint, Web("typescript", typescript.clone()), "it checks the types of the scripts around the app"),
        (Exports, Web("typescript", typescript), "it judges what pages say to search engines"),
        (Exports, Python("frictionless", "5.21.0"), "it judges the exported table"),
        (Exports, Python("rdflib", "7.6.0"), "it reads the catalogue for portals"),
        (Exports, Python("pyshacl", "0.40.1"), "it judges the catalogue for portals"),
        (Exports, Python("feedparser", "6.0.14"), "it reads the feed"),
        (Exports, Python("icalendar", "7.3.0"), "it reads the calendar"),
        (Packages, RustTarget("x86_64-unknown-linux-musl"), TARGET),
        (Release, RustTarget("aarch64-unknown-linux-musl"), TARGET),
        (Release, RustTarget("x86_64-apple-darwin"), TARGET),
        (Release, RustTarget("aarch64-apple-darwin"), TARGET),
        (Release, RustTarget("x86_64-pc-windows-gnullvm"), TARGET),
        (Packages, Python("ziglang", "0.17.1"), "it links the tool for each system"),
        (Packages, Python("cargo-zigbuild", "0.24.1"), "it has cargo link through zig"),
        (Lighthouse, Npm("lighthouse", "13.5.0"), "it scores the pages"),
        (Exports, Npm("schema-dts", "2.1.0"), "it knows the words of schema.org"),
        (Exports, Npm("sitemap", "9.0.1"), "it has the schema of sitemaps"),
        (Exports, Npm("dompurify", "3.4.18"), SANITISER),
        (Exports, Npm("jsdom", "26.1.0"), "DOMPurify runs in it"),
        (Exports, Npm("sanitize-html", "2.17.5"), SANITISER),
        (Exports, Apt("php-cli", &["php"]), "WordPress runs in it"),
        (Exports, Unpacked("wordpress"), WORDPRESS),
        (Browser, Unpacked("wordpress"), WORDPRESS),
        (Exports, Apt("libxml2-utils", &["xmllint"]), "xmllint reads the exported XML"),
        (Browser, Npm("axe-core", "4.14.1"), "it checks the accessibility of the pages"),
        (Hosts, Apt("nginx", &["nginx"]), TEST),
        (Hosts, Apt("libnginx-mod-http-brotli-filter", brotli), "the documented nginx compresses with it"),
        (Hosts, Apt("apache2-bin", &["apache2"]), TEST),
        (Hosts, Apt("curl", &["curl"]), TEST),
        (Chromium, Apt("chromium", &["chromium"]), TEST),
        (Chromium, Apt("chromium-driver", &["chromedriver"]), TEST),
        (Firefox, Apt("firefox-esr", &["firefox-esr", "firefox"]), TEST),
        (WebKit, Apt("webkit2gtk-driver", &["WebKitWebDriver"]), TEST),
        (WebKit, Apt("xvfb", &["Xvfb"]), TEST),
        (Firefox, geckodriver, "the tests drive Firefox through it"),
    ];
    Ok(tools.into_iter().map(|(need, install, why)| Tool { need, install, why }).collect())
}
