//! What the check of catalogues refuses is taken out, and told: what is written is valid.

use catalogue::{Json, Severity};
use messages::Language;

use crate::remark::{At, Cause, Remark};

/// How many times what is left is looked at again: taking a value out may leave an object without what it needs.
const MOST_PASSES: usize = 4;

/// Takes out of a catalogue what the check finds wrong in it.
pub(crate) fn settle(tree: &mut Json, remarks: &mut Vec<Remark>) {
    for _ in 0..MOST_PASSES {
        // The check takes the tree: its text is several times smaller than a second one.
        let text = tree.to_string();
        let checked = catalogue::read_tree(std::mem::take(tree)).map(|loaded| loaded.diagnostics);
        *tree = catalogue::parse(&text).expect("a tree is written as JSON");
        let Ok(mut problems) = checked else { return };
        problems.retain(|problem| problem.severity != Severity::Warning);
        if problems.is_empty() {
            return;
        }
        let mut paths: Vec<Vec<Step>> = Vec::new();
        for problem in &problems {
            let mut path = steps(&problem.path);
            if problem.severity == Severity::LeftOut && path.first() == Some(&Step::Key("entries".to_owned())) {
                path.truncate(2);
            }
            // What is missing is told at the place where it would be.
            while !path.is_empty() && !is_there(tree, &path) {
                path.pop();
            }
            let at = At { file: place(tree, &path), row: 0 };
            remarks.push(Remark {
                at,
                field: problem.path.clone(),
                cause: Cause::Refused(problem.sentence(Language::French)),
            });
            paths.push(path);
        }
        // From the end, so that ranks stay true.
        paths.sort();
        paths.dedup();
        for path in paths.iter().rev() {
            remove(tree, path);
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Rank(usize),
    Key(String),
}

/// `entries[3].links[0].url` as steps.
fn steps(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for part in path.split(['.', '[']) {
        match part.strip_suffix(']').and_then(|rank| rank.parse().ok()) {
            Some(rank) => steps.push(Step::Rank(rank)),
            None if !part.is_empty() => steps.push(Step::Key(part.to_owned())),
            None => {}
        }
    }
    steps
}

/// The id of the entry that a path goes through, or the whole catalogue.
fn place(tree: &Json, path: &[Step]) -> String {
    let [Step::Key(list), Step::Rank(rank), ..] = path else { return "catalogue".to_owned() };
    let id = tree.get(list).and_then(|list| list.items().get(*rank)).and_then(|item| item.get("id")?.as_str());
    id.unwrap_or("catalogue").to_owned()
}

fn is_there(value: &Json, path: &[Step]) -> bool {
    let Some((step, rest)) = path.split_first() else { return true };
    let inner = match step {
        Step::Rank(rank) => value.items().get(*rank),
        Step::Key(key) => value.get(key),
    };
    inner.is_some_and(|inner| is_there(inner, rest))
}

fn remove(value: &mut Json, path: &[Step]) {
    let Some((step, rest)) = path.split_first() else { return };
    match (value, step) {
        (Json::List(items), Step::Rank(rank)) if *rank < items.len() => {
            if rest.is_empty() {
                items.remove(*rank);
            } else {
                remove(&mut items[*rank], rest);
            }
        }
        (Json::Object(fields), Step::Key(key)) => {
            if rest.is_empty() {
                fields.retain(|(name, _)| name != key);
            } else if let Some((_, inner)) = fields.iter_mut().find(|(name, _)| name == key) {
                remove(inner, rest);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_taken_out_and_told() {
        let text = r#"{"format":1,"site":{"title":"A"},"entries":[
            {"id":"a","kind":"commun","name":"A","themes":["x"],"links":[{"url":"javascript:x","kind":"site"}]},
            {"id":"a","kind":"commun","name":"B"},{"id":"c","kind":"commun","name":"C","updated":"hier"}]}"#;
        let mut tree = catalogue::parse(text).unwrap();
        let mut remarks = Vec::new();
        settle(&mut tree, &mut remarks);
        let loaded = catalogue::read_tree(tree.clone()).unwrap();
        assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
        assert_eq!(loaded.catalogue.entries().len(), 2);
        assert!(remarks.len() >= 4, "{remarks:?}");
        assert!(remarks.iter().any(|remark| remark.to_string().contains("hier")));
    }
}
