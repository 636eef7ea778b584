//! What is said of an import: what was not taken and why, what is new, changed, the same, perhaps there already.

use exchange::{Imported, Merged, Pair};
use messages::Noun;

use crate::LANGUAGE;
use crate::terminal::Terminal;

/// How many lines of one sort are said, unless all are asked for.
const FIRST: usize = 20;
const NEW: Noun = Noun([["aucune nouvelle", "nouvelle", "nouvelles"]]);
const CHANGED: Noun = Noun([["aucune changée", "changée", "changées"]]);
const SAME: Noun = Noun([["aucune inchangée", "inchangée", "inchangées"]]);
const NEAR: Noun = Noun([["aucune peut-être en double", "peut-être en double", "peut-être en double"]]);
const GONE: Noun = Noun([["aucune disparue de la source", "disparue de la source", "disparues de la source"]]);

/// Where an import is told, and whether all of it is.
#[derive(Clone, Copy)]
pub(crate) struct Report {
    pub(crate) terminal: Terminal,
    pub(crate) is_whole: bool,
}

impl Report {
    /// What became of the rows of a source.
    pub(super) fn imported(self, imported: &Imported) {
        let rows = Noun([["aucune ligne lue", "ligne lue", "lignes lues"]]).count(LANGUAGE, imported.row_count);
        self.terminal.remark(rows);
        self.lines("Pas repris tel quel", imported.remarks.iter().map(ToString::to_string));
        let same = imported.same.iter().map(|(name, id)| format!("{name} → {id}"));
        self.lines("En double dans la source, réunies", same);
        let unread = imported.unread.iter().map(|(key, count)| format!("{key}\u{a0}: {count}"));
        self.lines("Rubriques de la source sans champ, et dans combien de lignes", unread);
    }

    /// What it brings to a catalogue.
    pub(super) fn merged(self, merged: &Merged) {
        self.lines("Nouvelles", merged.new.iter().map(|(name, id)| format!("{name} → {id}")));
        let changed = merged.changed.iter().map(|changed| {
            let changes = changed.changes.iter().map(|change| match change.from.as_str() {
                "" => format!("{} ajouté", change.field),
                from => format!("{}\u{a0}: «\u{a0}{from}\u{a0}» → «\u{a0}{}\u{a0}»", change.field, change.to),
            });
            format!("{}\u{a0}: {}", changed.id, changes.collect::<Vec<_>>().join("\u{202f}; "))
        });
        self.lines("Changées", changed);
        let pair = |pair: &Pair| format!("{} = {} ({})", pair.name, pair.id, pair.because.in_french());
        self.lines("Déjà là sous un autre identifiant", merged.found.iter().map(pair));
        self.lines("Peut-être déjà là, non ajoutées (--add-near les ajoute)", merged.near.iter().map(pair));
        let kept = merged.kept.iter();
        let kept = kept.map(|(id, change)| format!("{id}.{}\u{a0}: reste «\u{a0}{}\u{a0}»", change.field, change.from));
        self.lines("Dites autrement par la source, laissées", kept);
        self.lines("N’y sont plus dans la source, laissées", merged.gone.iter().cloned());
        let counts = [
            NEW.count(LANGUAGE, merged.new.len()),
            CHANGED.count(LANGUAGE, merged.changed.len()),
            SAME.count(LANGUAGE, merged.same_count),
            NEAR.count(LANGUAGE, merged.near.len()),
            GONE.count(LANGUAGE, merged.gone.len()),
        ];
        self.terminal.say(counts.join(", "));
    }

    /// Lines under a heading, the first ones unless all are asked for.
    fn lines(self, heading: &str, lines: impl ExactSizeIterator<Item = String>) {
        let count = lines.len();
        if count == 0 {
            return;
        }
        self.terminal.remark(format_args!("{heading} ({})\u{a0}:", messages::number(LANGUAGE, count)));
        let most = if self.is_whole { count } else { FIRST };
        lines.take(most).for_each(|line| self.terminal.remark(format_args!("  {line}")));
        if count > most {
            let left = messages::number(LANGUAGE, count - most);
            self.terminal.remark(format_args!("  … et {left} de plus (--all les dit toutes)"));
        }
    }
}
