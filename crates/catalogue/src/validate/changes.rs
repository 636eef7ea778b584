//! What changed in the catalogue: each change is whole, or told and left out.

use super::checker::Checker;
use crate::change::Change;
use crate::diagnostic::{Path, Severity};
use crate::value::{Parts, Value};
use crate::words::ChangeNature;

pub(super) fn changes(checker: &mut Checker<'_>, items: Value, path: &Path<'_>) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for change in checker.each(items, path, change) {
        // After those of the same date: the order of the file decides between them.
        let place = changes.partition_point(|known| known.date >= change.date);
        changes.insert(place, change);
    }
    changes
}

/// One change: everything that is wrong in it is told, not only what comes first.
fn change(checker: &mut Checker<'_>, mut parts: Parts, path: &Path<'_>) -> Option<Change> {
    let date = checker.required(&mut parts, "date", path).date();
    let nature = checker.required(&mut parts, "nature", path).one_of(ChangeNature::ALL);
    let (ids, list) = (parts.value("entries"), path.key("entries"));
    if !ids.is_sound() {
        checker.missing(Severity::LeftOut, &list);
    }
    let entries = checker.references(ids, &list);
    let reason = checker.required(&mut parts, "reason", path).text();
    // References that lead nowhere have been told one by one; without any other, nothing is left to tell.
    (!entries.is_empty()).then_some(Change { date: date?, nature: nature?, entries, reason: reason? })
}
