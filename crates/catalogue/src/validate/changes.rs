//! What changed in the catalogue, newest first.

use super::checker::Checker;
use crate::change::Change;
use crate::diagnostic::Path;
use crate::value::{Parts, Value};
use crate::words::ChangeNature;

pub(super) fn changes(checker: &mut Checker<'_>, file: &mut Parts) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for change in checker.value(file, "changes", &Path::ROOT).objects(change) {
        // After those of the same date: the order of the file decides between them.
        let place = changes.partition_point(|known| known.date >= change.date);
        changes.insert(place, change);
    }
    changes
}

fn change(mut said: Parts) -> Option<Change> {
    Some(Change {
        date: said.value("date").date()?,
        nature: said.value("nature").one_of(ChangeNature::ALL)?,
        entries: said.value("entries").all(Value::entry),
        reason: said.text("reason")?,
    })
}
