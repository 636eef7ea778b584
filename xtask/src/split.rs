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

    site::optimise(&built.join(MODULE))?;
    // What one module alone needs, and what these share.
    let mut modules: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (module, pieces) in split.prefetch_map {
        for piece in pieces {
            modules.entry(piece).or_default().insert(module.clone());
        }
    }
    let mut files = Vec::with_capacity(modules.len());
    for (piece, modules) in modules {
        let path = built.join(format!("{piece}.wasm"));
        site::optimise(&path)?;
        files.push(File { modules, pieces: vec![(piece, fs::read(path)?)] });
    }
    let needed = write_pieces(&built, files)?;
    let mut minify = process::command("esbuild", &["--minify", "--allow-overwrite", "--log-level=warning"]);
    minify.arg(format!("--outdir={}", built.display())).args([SCRIPT, LOADER].map(|name| built.join(name)));
    process::run(&mut minify)?;
    shorten_names(&built.join(SCRIPT), &built.join(MODULE))?;
    write_hashed(&built, folder, &needed)
}

/// Writes the pieces into few files, and has the loader take them there; tells which files each module needs.
fn write_pieces(built: &Path, pieces: Vec<File>) -> Result<BTreeMap<String, Vec<String>>> {
    let loader = built.join(LOADER);
    let mut script = fs::read_to_string(&loader)?;
    let mut needed: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let (own, shared): (Vec<File>, Vec<File>) = pieces.into_iter().partition(|file| file.modules.len() == 1);
    let own = own.into_iter().map(|file| (format!("{}.wasm", file.pieces[0].0), file));
    let shared = joined(shared).into_iter().zip(0..).map(|(file, rank)| (format!("shared_{rank}.wasm"), file));
    for (file, File { modules, pieces }) in own.chain(shared) {
        let mut bytes = Vec::new();
        for (name, piece) in pieces {
            let start = bytes.len();
            bytes.extend(piece);
            let theirs = format!("fetch(new URL(\"./{name}.wasm\", import.meta.url))");
            ensure!(script.contains(&theirs), "the loader fetches no {name}");
            let ours = format!("globalThis.{FETCH_MODULE}(\"./{file}\", {start}, {})", bytes.len());
            script = script.replace(&theirs, &ours);
        }
        fs::write(built.join(&file), bytes)?;
        for module in modules {
            needed.entry(module).or_default().push(file.clone());
        }
    }
    // Any type that a host gives to these files does.
    let theirs = "WebAssembly.instantiateStreaming(src, imports)";
    ensure!(script.contains(theirs), "the loader starts no module");
    let script = script.replace(theirs, "WebAssembly.instantiate(await src, imports)");
    for theirs in ["import.meta.url", "instantiateStreaming"] {
        ensure!(!script.contains(theirs), "the loader has another {theirs}");
    }
    fs::write(loader, script)?;
    Ok(needed)
}

/// Pieces of the program, one after the other, with their names, and the modules that need one of them.
#[derive(Debug)]
struct File {
    modules: BTreeSet<String>,
    pieces: Vec<(String, Vec<u8>)>,
}

impl File {
    /// What all modules together download for it, in bytes before compression, where a request counts as some: as many
    /// as have the catalogue and entries come in four files each.
    fn cost(modules: usize, length: usize) -> usize {
        const REQUEST: usize = 6 * 1024;
        modules * (REQUEST + length)
    }

    fn length(&self) -> usize {
        self.pieces.iter().map(|(_, bytes)| bytes.len()).sum()
    }

    /// What is saved by making one file of two: a request for who needs both, less what others would download in vain.
    fn saved(&self, other: &Self) -> Option<usize> {
        let all = self.modules.union(&other.modules).count();
        let apart = Self::cost(self.modules.len(), self.length()) + Self::cost(other.modules.len(), other.length());
        apart.checked_sub(Self::cost(all, self.length() + other.length())).filter(|saved| *saved > 0)
    }
}

/// Joins files as long as that saves something, first what saves most.
fn joined(mut files: Vec<File>) -> Vec<File> {
    let ranks = |files: &[File]| (0..files.len()).flat_map(|one| (0..one).map(move |other| (one, other))).collect();
    loop {
        let pairs: Vec<(usize, usize)> = ranks(&files);
        let saved = pairs.into_iter().filter_map(|(one, other)| Some((files[one].saved(&files[other])?, one, other)));
        let Some((_, one, other)) = saved.max() else { return files };
        let File { modules, pieces } = files.swap_remove(one);
        files[other].modules.extend(modules);
        files[other].pieces.extend(pieces);
    }
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

    /// Pieces of these lengths, in kilobytes, for these modules, joined: the names in each file.
    fn files_of(pieces: &[(&str, usize, &[&str])]) -> Vec<String> {
        let piece = |(name, length, modules): &(&str, usize, &[&str])| File {
            modules: modules.iter().map(|module| (*module).to_owned()).collect(),
            pieces: vec![((*name).to_owned(), vec![0; length * 1024])],
        };
        let names = |file: File| file.pieces.into_iter().map(|(name, _)| name).collect::<String>();
        let mut files: Vec<String> = joined(pieces.iter().map(piece).collect()).into_iter().map(names).collect();
        files.sort();
        files
    }

    #[test]
    fn pieces_share_a_file_when_a_request_costs_more_than_what_comes_in_vain() {
        let (all, two): (&[&str], &[&str]) = (&["x", "y", "z"], &["x", "y"]);
        assert_eq!(files_of(&[("a", 80, all), ("b", 90, all)]), ["ab"], "nobody downloads in vain");
        assert_eq!(files_of(&[("a", 80, all), ("b", 90, two)]), ["a", "b"], "one would download 90 kB in vain");
        assert_eq!(files_of(&[("a", 80, all), ("b", 2, two)]), ["ab"], "one downloads 2 kB, two ask once less");
        assert_eq!(files_of(&[("a", 4, &["x", "y"]), ("b", 4, &["y", "z"]), ("c", 1, two)]), ["ac", "b"]);
    }

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
