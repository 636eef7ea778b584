//! Makes the program in modules, one for each group of pages that comes for who goes there, as Leptos' own build does:
//! the splitter takes out of what cargo wrote all that only these pages need, wasm-bindgen joins the rest to JavaScript,
//! and a script loads the other modules into the first.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use names::{APP_STEM, FETCH_MODULE, LOADER_STEM, MODULES_FILE};
use serde_json::json;
use wasm_split_cli_support::{Options, transform};

use crate::{cargo, paths, process, site};

const TARGET: &str = "wasm32-unknown-unknown";
const SCRIPT: &str = "communs.js";
const MODULE: &str = "communs_bg.wasm";
const LOADER: &str = "modules.js";

/// Writes the program into a folder.
///
/// # Errors
/// When a tool fails, or the program has not the modules that the site is made for.
pub(crate) fn build(folder: &Path) -> Result<()> {
    let program = ["--release", "--target", TARGET, "--package", "communs", "--bin", "communs", "--features", "split"];
    let mut cargo = process::command("cargo", &["rustc"]);
    // Only the last step has a flag of its own: crates are compiled once for this program and for trunk's.
    process::run(cargo::with_plain_paths(cargo.args(program)).args(["--", "-C", "link-args=--emit-relocs"]))?;
    let compiled = paths::target().join(TARGET).join("release/communs.wasm");

    let built = paths::target().join("split");
    let _ = fs::remove_dir_all(&built);
    let main = built.join("communs.wasm");
    let compiled = fs::read(&compiled).with_context(|| format!("cannot read {}", compiled.display()))?;
    let (script, loader) = (format!("./{SCRIPT}"), format!("./{LOADER}"));
    let mut options = Options::new(&compiled);
    (options.output_dir, options.main_out_path) = (&built, &main);
    (options.main_module, options.link_name) = (&script, &loader);
    let split = transform(options).map_err(|error| anyhow!("the program cannot be split: {error:#}"))?;
    let joined = ["--target", "web", "--no-typescript", "--keep-lld-exports", "--no-demangle", "--out-dir"];
    process::run(process::command("wasm-bindgen", &joined).arg(&built).arg(&main))?;

    let needed: BTreeMap<String, Vec<String>> = (split.prefetch_map.into_iter())
        .map(|(module, stems)| (module, stems.iter().map(|stem| format!("{stem}.wasm")).collect()))
        .collect();
    let others: BTreeSet<&String> = needed.values().flatten().collect();
    complete_loader(&built.join(LOADER), others.len())?;
    let mut minify = process::command("esbuild", &["--minify", "--allow-overwrite", "--log-level=warning"]);
    minify.arg(format!("--outdir={}", built.display())).args([SCRIPT, LOADER].map(|name| built.join(name)));
    process::run(&mut minify)?;
    for module in others.iter().map(|name| name.as_str()).chain([MODULE]) {
        site::optimise(&built.join(module))?;
    }
    shorten_names(&built.join(SCRIPT), &built.join(MODULE))?;
    write_hashed(&built, folder, &needed)
}

/// Has the script that starts the app fetch the other modules, as it does the first, and has any type do that a host
/// gives to these files.
fn complete_loader(loader: &Path, modules: usize) -> Result<()> {
    let mut script = fs::read_to_string(loader)?;
    for (theirs, ours) in [
        ("fetch(new URL(\"./", format!("globalThis.{FETCH_MODULE}((\"./")),
        (".wasm\", import.meta.url))", ".wasm\"))".to_owned()),
        (
            "WebAssembly.instantiateStreaming(src, imports)",
            "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)".to_owned(),
        ),
    ] {
        ensure!(script.matches(theirs).count() == modules, "the loader of {modules} modules has other {theirs}");
        script = script.replace(theirs, &ours);
    }
    Ok(fs::write(loader, script)?)
}

/// Writes the files of the program into a folder, under the names that they have in the site, around the hash of them
/// all: they name each other, so that none has a hash of its own. With them, what each module needs.
fn write_hashed(built: &Path, folder: &Path, needed: &BTreeMap<String, Vec<String>>) -> Result<()> {
    let others: BTreeSet<&str> = needed.values().flatten().map(String::as_str).collect();
    let files: Vec<&str> = [SCRIPT, MODULE, LOADER].into_iter().chain(others).collect();
    let mut hasher = DefaultHasher::new();
    for name in &files {
        fs::read(built.join(name)).with_context(|| format!("no tool wrote {name}"))?.hash(&mut hasher);
    }
    let hash = hasher.finish();
    let hashed: HashMap<&str, String> = (files.into_iter())
        .map(|name| {
            let new = match name {
                SCRIPT => format!("{APP_STEM}{hash:016x}.js"),
                MODULE => format!("{APP_STEM}{hash:016x}_bg.wasm"),
                LOADER => format!("{LOADER_STEM}{hash:016x}.js"),
                other => {
                    let stem = other.trim_start_matches("split_").trim_end_matches(".wasm");
                    format!("{APP_STEM}{stem}-{hash:016x}.wasm")
                }
            };
            (name, new)
        })
        .collect();
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder)?;
    for (name, new) in &hashed {
        let (file, written) = (built.join(name), folder.join(new));
        if name.ends_with(".wasm") {
            fs::copy(file, written)?;
            continue;
        }
        let mut script = fs::read_to_string(file)?;
        for (name, new) in &hashed {
            // Elsewhere, the same names only join what is imported to who imports it.
            for (link, ours) in [("from\"./", "from\"./"), ("new URL(\"", "new URL(\""), ("(\"./", "(\"")] {
                script = script.replace(&format!("{link}{name}\""), &format!("{ours}{new}\""));
            }
        }
        fs::write(written, script)?;
    }
    let modules: BTreeMap<&String, Vec<&String>> = needed
        .iter()
        .map(|(module, files)| (module, files.iter().map(|name| &hashed[name.as_str()]).collect()))
        .collect();
    Ok(fs::write(folder.join(MODULES_FILE), json!(modules).to_string())?)
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
