//! Packs the app that the tool is to carry: the folder that `COMMUNS_CARRIED_APP` names, if it is set.

use std::collections::BTreeSet;
use std::env;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use flate2::{Compression, GzBuilder};
use tar::{Builder, EntryType, Header};

const FOLDER: &str = "COMMUNS_CARRIED_APP";
/// The data that trunk puts beside the app: a site has its own in their place.
const DATA: &str = "catalogue.json";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-env-changed={FOLDER}");
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo says where a build script writes"));
    let folder = env::var_os(FOLDER).filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let carried = match folder {
        None => "None",
        Some(folder) => {
            println!("cargo::rerun-if-changed={}", folder.display());
            pack(&folder, &out.join("app.tar.gz"))?;
            "Some(include_bytes!(concat!(env!(\"OUT_DIR\"), \"/app.tar.gz\")))"
        }
    };
    fs::write(out.join("app.rs"), carried)
}

/// Writes an archive that depends on the files alone, not on their dates nor on who keeps them.
fn pack(folder: &Path, archive: &Path) -> io::Result<()> {
    let mut builder = Builder::new(GzBuilder::new().write(File::create(archive)?, Compression::best()));
    for name in names(folder)? {
        let bytes = fs::read(folder.join(&name))?;
        let mut header = Header::new_ustar();
        header.set_entry_type(EntryType::Regular);
        header.set_mode(0o644);
        header.set_size(u64::try_from(bytes.len()).expect("a file in memory has a length"));
        builder.append_data(&mut header, name, bytes.as_slice())?;
    }
    builder.into_inner()?.finish()?;
    Ok(())
}

/// The files of a folder, in order, with slashes between their parts.
fn names(root: &Path) -> io::Result<BTreeSet<String>> {
    let (mut names, mut folders) = (BTreeSet::new(), vec![root.to_owned()]);
    while let Some(folder) = folders.pop() {
        for file in fs::read_dir(folder)? {
            let path = file?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                names.insert(name);
            }
        }
    }
    names.remove(DATA);
    Ok(names)
}
