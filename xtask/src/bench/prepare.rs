//! Makes what the comparison needs: our search as WebAssembly, the other engines from npm, the
//! catalogues.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};

use super::engines::{Engine, PAGEFIND, PAGEFIND_FILES};
use super::tool::size;
use super::{Corpus, folder, served};
use crate::{paths, process, site};

const MODULE: &str = "communs_benches_wasm";
const TARGET: &str = "wasm32-unknown-unknown";
/// How long Pagefind took to make an index, and its weight.
const OFFLINE: &str = "offline.txt";

/// Builds our search, installs the other engines and bundles each.
pub(super) fn engines() -> Result<()> {
    let site = served();
    fs::create_dir_all(&site)?;
    our_module("ours-reader", &["--no-default-features"])?;
    our_module("ours", &[])?;
    let peers = peers()?;
    let program = peers.join("node_modules/.bin/esbuild");
    let mut esbuild = process::command(&program.to_string_lossy(), &[]);
    let engines = fs::read_dir(peers.join("engines"))?.flatten().map(|entry| entry.path());
    esbuild
        .current_dir(&peers)
        .args(["--bundle", "--minify", "--format=esm", "--log-level=warning", "--external:/ours/*", "--outbase=."])
        .arg(format!("--outdir={}", site.display()))
        .arg("run.js")
        .args(engines);
    process::run(&mut esbuild)?;
    fs::copy(peers.join("page.html"), site.join("page.html"))?;
    Ok(())
}

/// Compiles our module as the app is compiled, into a folder that is served.
fn our_module(name: &str, features: &[&str]) -> Result<()> {
    let output = served().join(name);
    let _ = fs::remove_dir_all(&output);
    let package = ["build", "--release", "--package", "communs-benches-wasm", "--target", TARGET];
    let mut compile = process::command("cargo", &package);
    process::run(compile.args(features))?;
    let compiled = paths::target().join(TARGET).join("release").join(format!("{MODULE}.wasm"));
    process::run(
        process::command("wasm-bindgen", &["--target", "web", "--no-typescript", "--out-dir"])
            .arg(&output)
            .arg(&compiled),
    )?;
    let module = output.join(format!("{MODULE}_bg.wasm"));
    site::optimise(&module)
}

/// Copies `benches/peers/` under `target/`, beside the packages it names, and gives the copy.
fn peers() -> Result<PathBuf> {
    let source = paths::root().join("benches/peers");
    let copy = folder().join("peers");
    let manifest = "package.json";
    let wanted = fs::read(source.join(manifest)).context("cannot read benches/peers/package.json")?;
    let installed = copy.join("node_modules").is_dir() && fs::read(copy.join(manifest)).ok().as_ref() == Some(&wanted);
    fs::create_dir_all(&copy)?;
    process::run(process::command("cp", &["-R"]).arg(source.join(".")).arg(&copy))?;
    if !installed {
        let mut npm = process::command("npm", &["install", "--no-fund", "--no-audit", "--ignore-scripts"]);
        let result = process::run(npm.current_dir(&copy));
        if result.is_err() {
            // Half an installation must not pass for a whole one.
            let _ = fs::remove_dir_all(copy.join("node_modules"));
        }
        result.context("the other engines come from npm, which comes with Node.js")?;
    }
    Ok(copy)
}

/// The folder of a catalogue, made as [`corpus`] says.
fn corpus_folder(corpus: Corpus) -> PathBuf {
    served().join("corpora").join(corpus.name())
}

/// Makes a catalogue with what is typed in it; with Pagefind, its index too.
pub(super) fn corpus(corpus: Corpus, engines: &[&'static Engine]) -> Result<()> {
    let folder = made(corpus)?;
    if corpus == Corpus::Site {
        fs::copy(paths::root().join("benches/relevance/communs.json"), folder.join("relevance.json"))?;
    }
    if engines.iter().any(|engine| engine.name == PAGEFIND) {
        index_offline(&folder)?;
    }
    Ok(())
}

/// Makes the files of a catalogue, and gives their folder.
pub(super) fn made(corpus: Corpus) -> Result<PathBuf> {
    let folder = corpus_folder(corpus);
    let source = match corpus {
        Corpus::Site => "public/catalogue.json".to_owned(),
        Corpus::Made(entries) => entries.to_string(),
    };
    let package = ["run", "--release", "--quiet", "--package", "communs-benches", "--bin", "corpus", "--"];
    process::run(process::command("cargo", &package).arg(source).arg(&folder))?;
    Ok(folder)
}

/// Lets Pagefind make its index, and keeps what it cost.
fn index_offline(folder: &Path) -> Result<()> {
    let output = folder.join(PAGEFIND);
    let _ = fs::remove_dir_all(&output);
    let peers = super::folder().join("peers");
    let mut node = process::command("node", &["pagefind.mjs"]);
    node.current_dir(peers).arg(folder.join("documents.json")).arg(&output);
    let start = Instant::now();
    process::run(&mut node)?;
    let seconds = start.elapsed().as_secs_f64();
    let bytes = size(&output.join("index"))? + size(&output.join("fragment"))?;
    let cost = format!("{seconds:.1} s ahead of time, {:.1} MB of files", bytes as f64 / 1e6);
    fs::write(folder.join(OFFLINE), cost)?;

    // What a page downloads whatever it searches, for its weight.
    let common = served().join(PAGEFIND);
    fs::create_dir_all(&common)?;
    for file in PAGEFIND_FILES {
        fs::copy(output.join(file), common.join(file)).with_context(|| format!("pagefind made no {file}"))?;
    }
    Ok(())
}

/// What an engine did ahead of time, in words.
pub(super) fn offline_index(engine: &Engine, corpus: Corpus) -> Option<String> {
    let told = (engine.name == PAGEFIND).then(|| fs::read_to_string(corpus_folder(corpus).join(OFFLINE)));
    told.and_then(Result::ok)
}
