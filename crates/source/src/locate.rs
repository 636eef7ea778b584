//! Where in the files the paths of problems are.

use std::collections::HashMap;

use catalogue::{shortened, with_parents};

use crate::Source;
use crate::node::{Node, Span};

/// The places of some paths.
#[derive(Debug)]
pub struct Locations {
    /// For each path: the last key that names it, its first value.
    found: HashMap<String, (Option<Span>, Option<Span>)>,
}

impl Locations {
    /// Looks for paths, such as `entries[3].themes[0]`, in one reading of the tree.
    pub fn of<'a>(source: &Source, paths: impl Iterator<Item = &'a str>) -> Self {
        let mut found = HashMap::new();
        for path in paths.flat_map(with_parents) {
            if !found.contains_key(path) {
                found.insert(path.to_owned(), (None, None));
            }
        }
        let mut locations = Self { found };
        if !locations.found.is_empty() {
            locations.visit(&source.root, &mut String::new());
        }
        locations
    }

    /// The place of the value of a path, or of its key; what is not there has the place of what it is missing from:
    /// of its key, when it has one.
    pub fn get(&self, path: &str, is_of_key: bool) -> Span {
        let found = |(rank, path): (usize, &str)| {
            let (key, value) = self.found.get(path)?;
            if is_of_key && rank == 0 { key.or(*value) } else { value.or(*key) }
        };
        with_parents(path).enumerate().find_map(found).unwrap_or_default()
    }

    fn visit(&mut self, node: &Node, path: &mut String) {
        if let Some((_, value)) = self.found.get_mut(path.as_str()) {
            value.get_or_insert(node.span);
        }
        let length = path.len();
        for field in node.fields() {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(&shortened(&field.key));
            if let Some((key, _)) = self.found.get_mut(path.as_str()) {
                *key = Some(field.key_span);
            }
            self.visit(&field.node, path);
            path.truncate(length);
        }
        for (rank, item) in node.items().iter().enumerate() {
            path.push_str(&format!("[{rank}]"));
            self.visit(item, path);
            path.truncate(length);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::{File, Format};

    #[test]
    fn paths_are_found_in_either_format() {
        for (format, text) in [
            (Format::Json, "{\"entries\": [{\"id\": \"a\", \"b\": [1, 2]}], \"c.d\": {\"e\": 1}}"),
            (Format::Yaml, "entries:\n  - id: \"a\"\n    b: [1, 2]\nc.d: {e: 1}\n"),
        ] {
            let source = Source::read(File { path: PathBuf::new(), format, text: text.to_owned() }).unwrap();
            let paths = ["entries[0].b[1]", "entries[0].id", "entries[0].b[7].x", "c.d.e", "absent"];
            let found = Locations::of(&source, paths.into_iter());
            let of = |path: &str, is_of_key| &text[found.get(path, is_of_key).range()];
            assert_eq!(of("entries[0].b[1]", false), "2");
            assert_eq!(of("entries[0].id", false), "\"a\"");
            assert_eq!(of("entries[0].id", true).trim_matches('"'), "id");
            assert_eq!(of("entries[0].b[7].x", false), "[1, 2]");
            assert_eq!(of("c.d.e", true).trim_matches('"'), "e");
            assert!(of("absent", false).len() > 20, "the root");
        }
    }
}
