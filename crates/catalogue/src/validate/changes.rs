//! What changed in the catalogue: each change is whole, or told and left out.

use super::checker::Checker;
use crate::change::Change;
use crate::diagnostic::{Expected, Path, Severity};
use crate::forgiving::Listed;
use crate::raw::RawChange;
use crate::scalar::PartialDate;
use crate::words::ChangeNature;

pub(super) fn changes(checker: &mut Checker<'_>, raw: Listed<RawChange>, path: &Path<'_>) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for change in checker.each(raw, path, change) {
        // After those of the same date: the order of the file decides between them.
        let place = changes.partition_point(|known| known.date >= change.date);
        changes.insert(place, change);
    }
    changes
}

/// One change: everything that is wrong in it is told, not only what comes first.
fn change(checker: &mut Checker<'_>, raw: RawChange, path: &Path<'_>) -> Option<Change> {
    let date = date(checker, raw.date, &path.key("date"));
    let nature = Some(raw.nature);
    let nature = checker.required_word(nature, &path.key("nature"), ChangeNature::WORDS, ChangeNature::parse);
    let list = path.key("entries");
    if raw.entries.is_empty() {
        checker.missing(Severity::LeftOut, &list);
    }
    let entries = checker.references(raw.entries, &list);
    let reason = checker.required_text(Some(raw.reason), &path.key("reason"));
    // References that lead nowhere have been told one by one; without any other, nothing is left to tell.
    (!entries.is_empty()).then_some(Change { date: date?, nature: nature?, entries, reason: reason? })
}

/// A date without which the change has no place among the others.
fn date(checker: &mut Checker<'_>, date: String, path: &Path<'_>) -> Option<PartialDate> {
    let date = checker.required(Some(date), path)?;
    let read = PartialDate::parse(&date);
    if read.is_none() {
        checker.report(Severity::LeftOut, path, &date, Expected::Date, None);
    }
    read
}
