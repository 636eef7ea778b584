//! Writes what an engine is measured on into a folder: `corpus <entries | file.json> <folder>`.
//!
//! `catalogue.json` is the catalogue, made or copied; `documents.json` the same for other engines;
//! `typing.json` the queries that are typed.

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use communs_benches::corpus::{SEED, catalogue_json};
use communs_benches::documents::documents_json;
use communs_benches::typing::typing;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    communs_benches::end(match arguments.as_slice() {
        [source, folder] => write(source, Path::new(folder)),
        _ => Err("expected the number of entries, or a catalogue, then a folder".into()),
    })
}

fn write(source: &str, folder: &Path) -> Result<(), Box<dyn Error>> {
    let json = match source.parse() {
        Ok(entries) => catalogue_json(entries, SEED),
        Err(_) => fs::read_to_string(source).map_err(|error| format!("cannot read {source}: {error}"))?,
    };
    let loaded = catalogue::read(&json)?;
    if let Some(problem) = loaded.diagnostics.first() {
        return Err(format!("{source} is not valid at {}", problem.path).into());
    }
    fs::create_dir_all(folder)?;
    fs::write(folder.join("documents.json"), documents_json(&loaded.catalogue))?;
    let queries = typing(&loaded.catalogue, SEED);
    fs::write(folder.join("typing.json"), serde_json::to_string(&queries)?)?;
    fs::write(folder.join("catalogue.json"), json)?;
    println!("{}: {} entries, {} queries", folder.display(), loaded.catalogue.entries().len(), queries.len());
    Ok(())
}
