//! What docs/heberger.md has a host copy, where no server is there to try it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::support::{Site, real_data};

/// What every version of IIS has a type for.
const KNOWN: [&str; 5] = [".css", ".html", ".png", ".txt", ".xml"];

#[test]
fn iis_is_told_the_type_of_every_file() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/heberger.md")).unwrap();
    let block = page.split_once("```xml\n").expect("there is a block for IIS").1;
    let document = roxmltree::Document::parse(block.split("```").next().unwrap()).expect("web.config is XML");
    let extensions = |element: &str| -> BTreeSet<&str> {
        let named = document.descendants().filter(|node| node.has_tag_name(element));
        named.filter_map(|node| node.attribute("fileExtension")).collect()
    };
    let told = extensions("mimeMap");
    // A type that IIS has already is an error, unless it is taken away first.
    assert_eq!(told, extensions("remove"));

    let site = Site::new("iis");
    assert!(site.build(&real_data(), &["--url", "https://communs.example/a"]).status.success());
    let mut seen = 0;
    for folder in [site.out.clone(), site.out.join("communs/grist")] {
        for file in fs::read_dir(folder).unwrap() {
            let name = file.unwrap().file_name().into_string().unwrap();
            let Some((_, extension)) = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()) else { continue };
            let extension = format!(".{extension}");
            assert!(told.contains(extension.as_str()) || KNOWN.contains(&extension.as_str()), "{name}");
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen} files");
}
