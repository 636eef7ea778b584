//! What the check of catalogues refuses is taken out, and told: what is written is valid.

use catalogue::{Json, Severity, with_parents};
use messages::Language;

use crate::remark::{At, Cause, Remark};

/// How many times what is left is looked at again: taking a value out may leave an object without what it needs.
const MOST_PASSES: usize = 4;

/// Takes out of a catalogue what the check finds wrong in it.
pub(crate) fn settle(tree: &mut Json, remarks: &mut Vec<Remark>) {
    for pass in 0..MOST_PASSES {
        // The check takes the tree: its text is several times smaller than a second one.
        let text = tree.to_string();
        let checked = catalogue::read_tree(std::mem::take(tree)).map(|loaded| loaded.diagnostics);
        *tree = catalogue::parse(&text).expect("a tree is written as JSON");
        let Ok(mut problems) = checked else { return };
        problems.retain(|problem| problem.severity != Severity::Warning);
        if problems.is_empty() {
            return;
        }
        let mut refused = Vec::new();
        for problem in &problems {
            // An entry that is left out goes whole.
            let is_whole = problem.severity == Severity::LeftOut && problem.path.starts_with("entries[");
            let item = problem.path.split_inclusive(']').next().unwrap_or_default();
            let path = if is_whole { item } else { &problem.path };
            // What is missing is told at the place where it would be.
            let path = with_parents(path).find(|path| at(tree, path).is_some()).unwrap_or_default();
            if path.is_empty() && pass > 0 {
                // It was told before it was taken out.
                continue;
            }
            let is_in_item = path.starts_with(item) && !item.contains('.');
            let owner = at(tree, item).filter(|_| is_in_item).and_then(|item| item.get("id")?.as_str());
            remarks.push(Remark {
                at: At { file: owner.unwrap_or("catalogue").to_owned(), row: 0 },
                field: problem.path.clone(),
                cause: Cause::Refused(problem.sentence(Language::French)),
            });
            refused.push(path);
        }
        for path in refused.into_iter().filter(|path| !path.is_empty()) {
            at(tree, path).into_iter().for_each(|value| *value = Json::Null);
        }
        sweep(tree);
    }
}

/// What is at a path such as `entries[3].links[0].url`.
fn at<'a>(tree: &'a mut Json, path: &str) -> Option<&'a mut Json> {
    let mut steps = path.split(['.', '[']).filter(|step| !step.is_empty());
    steps.try_fold(tree, |value, step| match (value, step.strip_suffix(']')) {
        (Json::List(items), Some(rank)) => items.get_mut(rank.parse::<usize>().ok()?),
        (Json::Object(fields), None) => fields.iter_mut().find(|(key, _)| key == step).map(|(_, value)| value),
        _ => None,
    })
}

/// Takes out what is null.
fn sweep(value: &mut Json) {
    match value {
        Json::List(items) => {
            items.retain(|item| *item != Json::Null);
            items.iter_mut().for_each(sweep);
        }
        Json::Object(fields) => {
            fields.retain(|(_, value)| *value != Json::Null);
            fields.iter_mut().for_each(|(_, value)| sweep(value));
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

    #[test]
    fn what_is_missing_is_told_once() {
        for text in [
            r#"{"format":1,"site":{"title":"A"},"entries":[]}"#,
            r#"{"site":{"title":"A"},"entries":[{"id":"a","kind":"commun","name":"A"}]}"#,
        ] {
            let mut tree = catalogue::parse(text).unwrap();
            let mut remarks = Vec::new();
            settle(&mut tree, &mut remarks);
            assert_eq!(remarks.len(), 1, "{text}: {remarks:?}");
        }
    }
}
