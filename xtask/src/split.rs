//! Makes the program in two modules, the second for the pages that are seldom used, as Leptos' own build does: the
//! splitter takes out of what cargo wrote all that only these pages need, wasm-bindgen joins the rest to JavaScript,
//! and a script loads the second module into the first.

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use names::{APP_STEM, FETCH_SECOND_MODULE, SECOND_STEM};
use wasm_split_cli_support::{Options, transform};

use crate::{paths, process, site};

const TARGET: &str = "wasm32-unknown-unknown";
const SCRIPT: &str = "communs.js";
const MODULE: &str = "communs_bg.wasm";
const LOADER: &str = "second.js";
const SECOND: &str = "split_seldom_used.wasm";
/// The files of the program, as the tools write them, then as the site has them, around the hash of them all: they name
/// each other, so that none has a hash of its own.
const FILES: [(&str, &str, &str); 4] = [
    (SCRIPT, APP_STEM, ".js"),
    (MODULE, APP_STEM, "_bg.wasm"),
    (LOADER, SECOND_STEM, ".js"),
    (SECOND, SECOND_STEM, ".wasm"),
];

/// Writes the program into a folder.
///
/// # Errors
/// When a tool fails, or the program has not the modules that the site is made for.
pub(crate) fn build(folder: &Path) -> Result<()> {
    let program = ["--release", "--target", TARGET, "--package", "communs", "--bin", "communs", "--features", "split"];
    let mut cargo = process::command("cargo", &["rustc"]);
    // Only the last step has a flag of its own: crates are compiled once for this program and for trunk's.
    process::run(site::with_plain_paths(cargo.args(program)).args(["--", "-C", "link-args=--emit-relocs"]))?;
    let compiled = paths::target().join(TARGET).join("release/communs.wasm");

    let built = paths::target().join("split");
    let _ = fs::remove_dir_all(&built);
    let main = built.join("communs.wasm");
    let compiled = fs::read(&compiled).with_context(|| format!("cannot read {}", compiled.display()))?;
    let (script, loader) = (format!("./{SCRIPT}"), format!("./{LOADER}"));
    let mut options = Options::new(&compiled);
    (options.output_dir, options.main_out_path) = (&built, &main);
    (options.main_module, options.link_name) = (&script, &loader);
    transform(options).map_err(|error| anyhow!("the program cannot be split: {error:#}"))?;
    let joined = ["--target", "web", "--no-typescript", "--keep-lld-exports", "--no-demangle", "--out-dir"];
    process::run(process::command("wasm-bindgen", &joined).arg(&built).arg(&main))?;

    complete_loader(&built.join(LOADER))?;
    let mut minify = process::command("esbuild", &["--minify", "--allow-overwrite", "--log-level=warning"]);
    minify.arg(format!("--outdir={}", built.display())).args([SCRIPT, LOADER].map(|name| built.join(name)));
    process::run(&mut minify)?;
    for module in [MODULE, SECOND] {
        site::optimise(&built.join(module))?;
    }
    shorten_names(&built.join(SCRIPT), &built.join(MODULE))?;
    write_hashed(&built, folder)
}

/// Has the script that starts the app fetch the second module, as it does the first, and has any type do that a host
/// gives to that file.
fn complete_loader(loader: &Path) -> Result<()> {
    let mut script = fs::read_to_string(loader)?;
    for (theirs, ours) in [
        (format!("fetch(new URL(\"./{SECOND}\", import.meta.url))"), format!("globalThis.{FETCH_SECOND_MODULE}()")),
        (
            "WebAssembly.instantiateStreaming(src, imports)".to_owned(),
            "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)".to_owned(),
        ),
    ] {
        ensure!(script.matches(&theirs).count() == 1, "the loader of the second module has no {theirs}");
        script = script.replace(&theirs, &ours);
    }
    Ok(fs::write(loader, script)?)
}

/// Writes the files of the program into a folder, under the names that they have in the site.
fn write_hashed(built: &Path, folder: &Path) -> Result<()> {
    let mut hasher = DefaultHasher::new();
    for (name, ..) in FILES {
        fs::read(built.join(name)).with_context(|| format!("no tool wrote {name}"))?.hash(&mut hasher);
    }
    let hash = hasher.finish();
    let hashed = |stem: &str, end: &str| format!("{stem}{hash:016x}{end}");
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder)?;
    for (name, stem, end) in FILES {
        let (file, written) = (built.join(name), folder.join(hashed(stem, end)));
        if name.ends_with(".wasm") {
            fs::copy(file, written)?;
            continue;
        }
        let mut script = fs::read_to_string(file)?;
        for (name, stem, end) in FILES {
            // Elsewhere, the same names only join what is imported to who imports it.
            for link in ["from\"./", "new URL(\""] {
                script = script.replace(&format!("{link}{name}"), &format!("{link}{}", hashed(stem, end)));
            }
        }
        fs::write(written, script)?;
    }
    Ok(())
}

/// Puts a number in the place of the names that only join the first module to its script, as long as each: there are
/// some two hundred, each with a hash, which no compression makes smaller.
fn shorten_names(script: &Path, module: &Path) -> Result<()> {
    let (mut text, mut bytes) = (fs::read_to_string(script)?, fs::read(module)?);
    for (rank, name) in joining_names(&text).into_iter().enumerate() {
        let number = format!("{rank:_>width$}", width = name.len());
        text = text.replace(&name, &number);
        if let Some(at) = bytes.windows(name.len()).position(|window| window == name.as_bytes()) {
            bytes[at..at + name.len()].copy_from_slice(number.as_bytes());
        }
    }
    fs::write(script, text)?;
    Ok(fs::write(module, bytes)?)
}

/// The names that wasm-bindgen makes: `__wbg_focus_` and sixteen hexadecimal digits.
fn joining_names(script: &str) -> BTreeSet<String> {
    let words = script.split(|c: char| !c.is_alphanumeric() && c != '_');
    let is_hashed = |word: &str| {
        let hash = word.strip_prefix("__wbg_").and_then(|word| word.rsplit('_').next());
        hash.is_some_and(|hash| hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    words.filter(|word| is_hashed(word)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_a_hash_are_told_from_others() {
        let script = "__wbg_focus_0123456789abcdef: function(arg0) { }, __wbg_init(), __wbg_set_wasm, \
            __wbg_focus_0123456789abcdef, __wbindgen_start, __wbg_a_b_fedcba9876543210";
        let found = joining_names(script);
        assert_eq!(
            found.into_iter().collect::<Vec<_>>(),
            ["__wbg_a_b_fedcba9876543210", "__wbg_focus_0123456789abcdef"]
        );
    }
}
