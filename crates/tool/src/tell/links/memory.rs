//! What addresses answered before: those that lately did are not asked again, and those that fail have since when.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde_json::{Value, json};

use super::ask::{Answer, Kind};
use crate::refusal;

/// Days for which an address that answered is not asked again; it may be asked on the morrow.
const FRESH: i32 = 1;
/// Days between the first failure and the one that makes an address dead.
const WEEK: i32 = 7;

/// The name of the file, beside the catalogue.
const NAME: &str = ".communs-liens.json";

/// What is known of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) answer: Answer,
    /// When it was asked last.
    pub(super) checked: Date,
    /// When it first failed, if it has failed ever since.
    pub(super) failing_since: Option<Date>,
}

#[derive(Debug, Default)]
pub(super) struct Memory(BTreeMap<String, Known>);

/// The file of what is known of the addresses of a catalogue.
pub(super) fn beside(path: &Path) -> PathBuf {
    if path.is_dir() { path.join(NAME) } else { path.with_file_name(NAME) }
}

impl Memory {
    pub(super) fn open(path: &Path) -> Result<Self, String> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(format!("{}\u{a0}: lecture impossible ({}).", path.display(), refusal(&error))),
        };
        let unread = || {
            format!(
                "{}\u{a0}: ce fichier n’est pas celui où cette commande note ce que les adresses ont répondu. Donnez-en un autre avec --cache, ou supprimez-le.",
                path.display()
            )
        };
        let Ok(Value::Object(known)) = serde_json::from_str(&text) else { return Err(unread()) };
        let known = known.into_iter().map(|(url, value)| Some((url, read(&value)?))).collect::<Option<_>>();
        known.map(Self).ok_or_else(unread)
    }

    /// What the file holds.
    pub(super) fn text(&self) -> String {
        let one = |(url, known): (&String, &Known)| {
            let Known { answer, checked, failing_since } = known;
            let since = failing_since.map(|date| date.to_string());
            let told = json!({
                "answer": answer.kind.word(), "why": answer.why, "to": answer.to,
                "checked": checked.to_string(), "failing_since": since,
            });
            (url.clone(), told)
        };
        format!("{:#}\n", Value::Object(self.0.iter().map(one).collect()))
    }

    pub(super) fn get(&self, url: &str) -> Option<&Known> {
        self.0.get(url)
    }

    /// Whether an address answered so lately that it need not be asked.
    pub(super) fn is_fresh(&self, url: &str, today: Date) -> bool {
        self.get(url).is_some_and(|known| !is_failure(known.answer.kind) && days(known.checked, today) < FRESH)
    }

    /// Keeps what an address answered today.
    pub(super) fn note(&mut self, url: &str, answer: Answer, today: Date) {
        let before = self.get(url).and_then(|known| known.failing_since);
        // A wall says neither that it lives nor that it is dead.
        let failing_since = match answer.kind {
            Kind::Gone | Kind::Unreachable => Some(before.unwrap_or(today)),
            Kind::Refused => before,
            Kind::Alive | Kind::Moved => None,
        };
        self.0.insert(url.to_owned(), Known { answer, checked: today, failing_since });
    }

    /// Whether an address failed twice, a week apart, and never answered between.
    pub(super) fn is_dead(&self, url: &str, today: Date) -> bool {
        let known = self.get(url).filter(|known| is_failure(known.answer.kind) && known.checked == today);
        known.and_then(|known| known.failing_since).is_some_and(|since| days(since, today) >= WEEK)
    }

    /// Whether some host answered today, whatever it said.
    pub(super) fn has_answers(&self, today: Date) -> bool {
        self.0.values().any(|known| known.checked == today && known.answer.kind != Kind::Unreachable)
    }

    /// Forgets the addresses that the catalogue no longer has.
    pub(super) fn forget_others<T>(&mut self, addresses: &BTreeMap<&str, T>) {
        self.0.retain(|url, _| addresses.contains_key(url.as_str()));
    }
}

const fn is_failure(kind: Kind) -> bool {
    matches!(kind, Kind::Gone | Kind::Unreachable)
}

fn days(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

fn read(value: &Value) -> Option<Known> {
    let date = |key: &str| value[key].as_str()?.parse::<Date>().ok();
    let kind = Kind::parse(value["answer"].as_str()?)?;
    let why = value["why"].as_str().unwrap_or_default().to_owned();
    let answer = Answer { kind, to: value["to"].as_str().map(str::to_owned), why };
    Some(Known { answer, checked: date("checked")?, failing_since: date("failing_since") })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn an_address_is_dead_after_two_failures_a_week_apart() {
        let answer = |kind| Answer { kind, to: None, why: String::new() };
        for (answers, dead) in [
            (&[(1, Kind::Gone), (8, Kind::Gone)][..], true),
            (&[(1, Kind::Gone), (7, Kind::Gone)], false),
            (&[(1, Kind::Unreachable), (3, Kind::Unreachable), (9, Kind::Gone)], true),
            (&[(1, Kind::Gone), (5, Kind::Alive), (9, Kind::Gone)], false),
            (&[(1, Kind::Gone), (9, Kind::Refused)], false),
            (&[(1, Kind::Gone), (5, Kind::Refused), (9, Kind::Gone)], true),
            (&[(9, Kind::Gone)], false),
        ] {
            let mut memory = Memory::default();
            let mut today = date(2026, 11, 1);
            for (day, kind) in answers {
                today = date(2026, 11, *day);
                memory.note("a", answer(*kind), today);
                let text = memory.text();
                let value: Value = serde_json::from_str(&text).unwrap();
                assert_eq!(read(&value["a"]).as_ref(), memory.get("a"), "it is kept from one day to the other");
            }
            assert_eq!(memory.is_dead("a", today), dead, "{answers:?}");
        }
    }
}
