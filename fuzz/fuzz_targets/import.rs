//! Any file is read or refused, and what is made of it is valid. The first byte chooses the form, the second the
//! mapping; the rest is the file.
#![no_main]

use exchange::Mapping;
use exchange::read::EXTENSIONS;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let [form, mapping, bytes @ ..] = input else { return };
    let name = format!("a.{}", EXTENSIONS[usize::from(*form) % EXTENSIONS.len()]);
    let mut remarks = Vec::new();
    let document = match exchange::read::document(&name, bytes, &mut remarks) {
        Ok(document) => document,
        Err(error) => {
            assert!(error.to_string().contains(&name), "{error}");
            return;
        }
    };
    let documents = vec![document];
    let shipped = exchange::names().cycle().nth((*mapping).into()).and_then(exchange::shipped).expect("it is shipped");
    let proposed = exchange::propose("a", &documents)
        .map(|text| Mapping::read("a.json", &text).expect("what is proposed is a mapping"));
    for mapping in [shipped].into_iter().chain(proposed) {
        let imported = exchange::convert(&mapping, documents.clone(), Vec::new(), None, None);
        let is_empty = imported.tree.get("entries").is_none_or(|entries| entries.items().is_empty());
        // The tool writes no catalogue without entries.
        if !is_empty {
            let loaded = catalogue::read_tree(imported.tree).expect("it is an object");
            assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
        }
    }
});
