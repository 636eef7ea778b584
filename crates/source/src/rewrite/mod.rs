//! Files changed so that they say another tree: what is the same keeps its text, its comments and its place.

#[cfg(test)]
mod tests;

use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::edit::{Edit, EditError, apply, end_of_line, is_flow};
use crate::folder::{ENTRIES_FOLDER, is_file_name};
use crate::layout::{WIDTH, json_line, json_value, yaml_fields, yaml_items, yaml_text};
use crate::lines::line_start;
use crate::node::{Field, Node, Span, Value};
use crate::{File, Format, Source};

/// The files that change, whole, for the source to say another catalogue, an object. In a folder, a new entry has a
/// file of its own; the others stay in their files.
///
/// # Errors
/// When a file would not say what it should.
pub fn rewritten(source: &Source, new: &Node) -> Result<Vec<(PathBuf, String)>, EditError> {
    let site = &source.files[0];
    let refused = |path: &Path| EditError(path.to_owned());
    let (old_site, new_site) = (without(&source.root, "entries"), without(new, "entries"));
    // What each file says and is to say, but for a key.
    let mut trees = vec![(site, &source.root, new, "")];
    let mut added: &[Node] = &[];
    if source.is_folder {
        let (kept, others) =
            new.items_at("entries").split_at_checked(source.entries().len()).ok_or_else(|| refused(&site.path))?;
        added = others;
        // The file of the site may have the order of entries, and an entry its id from its file.
        trees = vec![(site, &old_site, &new_site, "entries")];
        trees.extend(source.entries().iter().zip(kept).map(|(old, new)| (source.file(old.span), old, new, "id")));
    }
    let mut rewriting = Rewriting { source, edits: Vec::new() };
    for (file, old, new, _) in &trees {
        if !rewriting.value(old, new, Place::default()) {
            return Err(refused(&file.path));
        }
    }
    let mut changed = apply(source, rewriting.edits)?;
    for (path, text) in &changed {
        let tree = trees.iter().find(|(file, ..)| file.path == *path);
        if !tree.is_some_and(|(file, _, new, but)| says(file, text, new, but)) {
            return Err(refused(path));
        }
    }
    let entries = site.path.parent().unwrap_or(Path::new("")).join(ENTRIES_FOLDER);
    for entry in added {
        let path = entries.join(format!("{}.yml", entry.id().unwrap_or_default()));
        let is_free = source.files.iter().all(|file| file.path != path);
        if !is_free || !entry.id().is_some_and(is_file_name) {
            return Err(EditError(path));
        }
        changed.push((path, yaml_text(entry)));
    }
    Ok(changed)
}

/// An object without a key.
fn without(node: &Node, key: &str) -> Node {
    let fields = node.fields().iter().filter(|field| field.key != key).cloned().collect();
    Node { span: node.span, value: Value::Object(fields) }
}

/// Whether a new text of a file says a tree, but for one key.
fn says(file: &File, text: &str, tree: &Node, but: &str) -> bool {
    let file = File { text: text.to_owned(), ..file.clone() };
    file.root(0).is_ok_and(|read| is_same(&without(&read, but), &without(tree, but)))
}

/// Whether two values say the same, whatever way their numbers are written and their keys ordered.
fn is_same(a: &Node, b: &Node) -> bool {
    match (&a.value, &b.value) {
        (Value::Number(a), Value::Number(b)) => is_same_number(a, b),
        (Value::List(a), Value::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b)),
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len()
                && by_key(a).iter().zip(by_key(b)).all(|(a, b)| a.key == b.key && is_same(&a.node, &b.node))
        }
        (a, b) => a == b,
    }
}

/// Fields in the order of their keys: that in which they are written says nothing.
fn by_key(fields: &[Field]) -> Vec<&Field> {
    let mut fields: Vec<&Field> = fields.iter().collect();
    fields.sort_by(|a, b| a.key.cmp(&b.key));
    fields
}

/// As they are written, noughts at their end left: what computes with them would take long ones for each other.
fn is_same_number(a: &str, b: &str) -> bool {
    fn bare(digits: &str) -> &str {
        if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.') } else { digits }
    }
    if [a, b].iter().any(|digits| digits.contains(['e', 'E'])) {
        return a.parse::<f64>().ok() == b.parse::<f64>().ok();
    }
    bare(a) == bare(b)
}

/// Where a value stands in its file.
#[derive(Clone, Copy, Default)]
struct Place<'a> {
    depth: usize,
    /// The key of the root that it is under.
    above: Option<&'a str>,
}

impl<'a> Place<'a> {
    fn inside(self, key: Option<&'a str>) -> Self {
        Self { depth: self.depth + 1, above: self.above.or(key) }
    }
}

struct Rewriting<'a> {
    source: &'a Source,
    edits: Vec<Edit>,
}

impl Rewriting<'_> {
    /// Whether edits inside a value make it say another one. Otherwise there are none: it is to be written whole.
    fn value(&mut self, old: &Node, new: &Node, place: Place<'_>) -> bool {
        if is_same(old, new) {
            return true;
        }
        let count = self.edits.len();
        let is_done = !self.is_alias(old)
            && match (&old.value, &new.value) {
                (Value::Object(old_fields), Value::Object(fields)) => self.object(old, old_fields, fields, place),
                (Value::List(old_items), Value::List(items)) => self.list(old, old_items, items, place),
                _ => false,
            };
        if !is_done {
            self.edits.truncate(count);
        }
        is_done
    }

    /// Whether a value is that of another place, which must not change with it.
    fn is_alias(&self, node: &Node) -> bool {
        let is_inside =
            |span: Span| node.span.file == span.file && node.span.start <= span.start && span.end <= node.span.end;
        // The root of an empty file has no place.
        let is_root = node.span == self.source.root.span;
        !is_root
            && !node
                .items()
                .iter()
                .chain(node.fields().iter().map(|field| &field.node))
                .all(|inner| is_inside(inner.span))
    }

    fn object(&mut self, object: &Node, old: &[Field], new: &[Field], place: Place<'_>) -> bool {
        let is_kept = |field: &Field| new.iter().any(|own| own.key == field.key);
        if !old.iter().all(is_kept) && !self.remove_fields(object, old, is_kept) {
            return false;
        }
        let is_written = |field: &&Field| field.key_span.start < field.key_span.end;
        let Some(mut before) = old.iter().rfind(|field| is_written(field) && is_kept(field)) else {
            return place.depth == 0 && self.fill(object, old, new);
        };
        for field in new {
            let inside = place.inside(Some(&field.key));
            let Some(own) = old.iter().find(|own| own.key == field.key) else {
                self.add_field(object, before, field, inside);
                continue;
            };
            if !self.value(&own.node, &field.node, inside) && !self.replace_field(object, own, field, inside) {
                return false;
            }
            before = Some(own).filter(is_written).unwrap_or(before);
        }
        true
    }

    /// Fields in a file that has none.
    fn fill(&mut self, object: &Node, old: &[Field], new: &[Field]) -> bool {
        let file = self.source.file(object.span);
        let fields: Vec<Field> =
            new.iter().filter(|field| old.iter().all(|own| own.key != field.key)).cloned().collect();
        let end = file.text.len();
        let is_open = file.format == Format::Yaml
            && file.text.lines().all(|line| line.trim().is_empty() || line.starts_with('#'));
        if is_open && !fields.is_empty() {
            let start = if file.text.is_empty() || file.text.ends_with('\n') { "" } else { "\n" };
            self.put(object.span.file, end..end, format!("{start}{}", yaml_text(&Value::Object(fields).into())));
        }
        is_open
    }

    fn list(&mut self, list: &Node, old: &[Node], new: &[Node], place: Place<'_>) -> bool {
        let (Some(last), Some((kept, added))) = (old.last(), new.split_at_checked(old.len())) else { return false };
        let inside = place.inside(None);
        for (own, item) in old.iter().zip(kept) {
            if !self.value(own, item, inside) && !self.replace_item(list, own, item, inside) {
                return false;
            }
        }
        if !added.is_empty() {
            self.add_items(list, last, added, inside);
        }
        true
    }

    fn put(&mut self, file: u32, range: Range<usize>, text: String) {
        self.edits.push(Edit::new(self.source, Span::new(file, range.start, range.end), text));
    }

    fn replace_field(&mut self, object: &Node, own: &Field, field: &Field, place: Place<'_>) -> bool {
        let file = self.source.file(object.span);
        let range = own.node.span.range();
        let key_start = own.key_span.start as usize;
        let line = Line::of(&file.text, key_start);
        match file.format {
            Format::Json => {
                let text = line.json(&file.text, &field.node, place);
                self.put(object.span.file, range, text);
            }
            Format::Yaml if is_flow(file, object) => {
                if range.is_empty() {
                    return false;
                }
                self.put(object.span.file, range, one_line(&field.node));
            }
            Format::Yaml => {
                let key_end = own.key_span.end as usize;
                let Some(colon) = file.text[key_end..].find(':').map(|colon| key_end + colon + 1) else { return false };
                let end = file.text[..range.end].trim_end().len().max(colon);
                self.put(object.span.file, key_start..end, line.yaml_field(field));
            }
        }
        true
    }

    /// Takes fields away, each with what parts it from the one before, or from the next when it is among the first.
    fn remove_fields(&mut self, object: &Node, old: &[Field], is_kept: impl Fn(&Field) -> bool) -> bool {
        let file = self.source.file(object.span);
        // Whose comments are around it is not known.
        let is_block = file.format == Format::Yaml && !is_flow(file, object);
        let Some(first) = old.iter().position(&is_kept).filter(|_| !is_block) else { return false };
        let (start, end) = (|rank: usize| old[rank].key_span.start, |rank: usize| old[rank].node.span.end);
        for rank in (0..old.len()).filter(|rank| !is_kept(&old[*rank])) {
            let range = if rank < first { start(rank)..start(rank + 1) } else { end(rank - 1)..end(rank) };
            self.put(object.span.file, range.start as usize..range.end as usize, String::new());
        }
        true
    }

    fn add_field(&mut self, object: &Node, before: &Field, field: &Field, place: Place<'_>) {
        let file = self.source.file(object.span);
        let line = Line::of(&file.text, before.key_span.start as usize);
        let key = one_line(&Node::text(&*field.key));
        let written = match file.format {
            Format::Json => format!("{key}: {}", line.json(&file.text, &field.node, place)),
            Format::Yaml if is_flow(file, object) => format!("{key}: {}", one_line(&field.node)),
            Format::Yaml => line.yaml_field(field),
        };
        self.edits.push(Edit::after(self.source, object, before, &written));
    }

    fn replace_item(&mut self, list: &Node, own: &Node, item: &Node, place: Place<'_>) -> bool {
        let file = self.source.file(list.span);
        let range = own.span.range();
        let line = Line::of(&file.text, range.start);
        let text = match file.format {
            Format::Json => line.json(&file.text, item, place),
            Format::Yaml if is_flow(file, list) => one_line(item),
            // What stands between the dash and the value is not known.
            Format::Yaml if !line.has_dash() => return false,
            Format::Yaml => below(&yaml_item(item), &line.dash())[2..].to_owned(),
        };
        let end = file.text[..range.end].trim_end().len();
        if end <= range.start {
            return false;
        }
        self.put(list.span.file, range.start..end, text);
        true
    }

    fn add_items(&mut self, list: &Node, last: &Node, items: &[Node], place: Place<'_>) {
        let file = self.source.file(list.span);
        let is_block = file.format == Format::Yaml && !is_flow(file, list);
        let line = Line::of(&file.text, last.span.start as usize);
        // A text in a block starts after its mark.
        let dash = if line.has_dash() { line.dash() } else { Line::of(&file.text, list.span.start as usize).margin() };
        let end = last.span.range().end;
        let is_inline = file.format == Format::Yaml || line.is_inline();
        let text = |item: &Node| match file.format {
            Format::Yaml if is_block => format!("\n{dash}{}", below(&yaml_item(item), &dash)),
            Format::Yaml => format!(", {}", one_line(item)),
            Format::Json if is_inline => format!(", {}", line.json(&file.text, item, place)),
            Format::Json => format!(",\n{}{}", line.before, line.json(&file.text, item, place)),
        };
        let text = items.iter().map(text).collect();
        let at = if is_block { end_of_line(&file.text, end) } else { end };
        self.put(list.span.file, at..at, text);
    }
}

/// A value on one line, as both formats read it.
fn one_line(node: &Node) -> String {
    let mut out = String::new();
    json_line(&mut out, node);
    out
}

/// What a line has before a place.
struct Line<'a> {
    before: &'a str,
}

impl<'a> Line<'a> {
    fn of(text: &'a str, at: usize) -> Self {
        Self { before: &text[line_start(text, at)..at] }
    }

    fn is_inline(&self) -> bool {
        !self.before.trim().is_empty()
    }

    /// Spaces up to the place.
    fn margin(&self) -> String {
        " ".repeat(self.before.chars().count())
    }

    /// Whether the place is that of an item of YAML.
    fn has_dash(&self) -> bool {
        self.before.trim_end().ends_with('-')
    }

    /// Spaces up to the dash of an item.
    fn dash(&self) -> String {
        let before = self.before.rfind('-').map_or(self.before, |dash| &self.before[..dash]);
        " ".repeat(before.chars().count())
    }

    /// A value of JSON from the place on, as the file indents its own.
    fn json(&self, file: &str, node: &Node, place: Place<'_>) -> String {
        if self.is_inline() {
            return one_line(node);
        }
        let first = file.lines().find(|line| line.trim_start().starts_with('"') && line.starts_with([' ', '\t']));
        let unit = first.map_or("  ", |line| &line[..line.len() - line.trim_start().len()]);
        let mut out = String::new();
        json_value(&mut out, node, WIDTH, place.depth, place.above);
        let line = |line: &str| {
            let depth = (line.len() - line.trim_start().len()) / 2;
            format!("\n{}{}{}", self.before, unit.repeat(depth.saturating_sub(place.depth)), line.trim_start())
        };
        let mut lines = out.split('\n');
        let start = lines.next().unwrap_or_default().to_owned();
        start + &lines.map(line).collect::<String>()
    }

    fn yaml_field(&self, field: &Field) -> String {
        let mut out = String::new();
        yaml_fields(&mut out, std::slice::from_ref(field), 0);
        below(&out, &self.margin())
    }
}

/// An item of a list from its dash on.
fn yaml_item(item: &Node) -> String {
    let mut out = String::new();
    yaml_items(&mut out, std::slice::from_ref(item), 0);
    out
}

/// Lines of YAML without their last end, the others below the first.
fn below(text: &str, margin: &str) -> String {
    let line = |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("\n{margin}{line}") };
    let mut lines = text.trim_end_matches('\n').split('\n');
    let start = lines.next().unwrap_or_default().to_owned();
    start + &lines.map(line).collect::<String>()
}
