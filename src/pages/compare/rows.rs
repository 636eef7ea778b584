//! The rubrics of several entries as the rows of one table, and which of them differ.

use std::borrow::Cow;

use crate::components::{inline_all, licences, nature};
use crate::pages::entry::{Block, rubrics_as};
use crate::state::content::{Content, use_language};
use catalogue::{Axis, EntryIndex, Kind, Text, VocabularyKey};
use messages::{entry_page, selection};

/// A rubric.
pub(super) struct Group {
    pub(super) title: Cow<'static, str>,
    pub(super) rows: Vec<Row>,
}

/// What each entry says of one thing; a cell without blocks is not known.
pub(super) struct Row {
    pub(super) label: String,
    pub(super) cells: Vec<Vec<Block>>,
    /// Whether some cells differ, be it only because one is not known.
    pub(super) differ: bool,
}

/// What one entry says: pieces under their labels.
type Column = Vec<(String, Block)>;

/// The kind of the first of these entries, if all have the same model: they have the same rubrics.
pub(super) fn common_kind(content: &Content, entries: &[EntryIndex]) -> Option<Kind> {
    let first = content.entry(*entries.first()?).kind;
    entries.iter().all(|index| content.entry(*index).kind.is(first.model())).then_some(first)
}

/// The rows of these entries: a few facts, then the rubrics of their kind, or those that all kinds
/// have.
pub(super) fn of(content: &Content, entries: &[EntryIndex]) -> Vec<Group> {
    let language = use_language();
    // Definitions have no rubrics of their own.
    let kind = common_kind(content, entries).unwrap_or(Kind::DEFINITION);
    let facts = entries.iter().map(|index| facts(content, *index)).collect();
    let mut groups = vec![Group { title: selection::IN_SHORT.to(language).into(), rows: rows(facts) }];
    let mut columns: Vec<_> = entries.iter().map(|index| rubrics_as(content, *index, kind).into_iter()).collect();
    loop {
        let rubrics: Vec<_> = columns.iter_mut().filter_map(Iterator::next).collect();
        let Some((title, ..)) = rubrics.first() else { break };
        if rubrics.iter().all(|(_, blocks, is_missing)| blocks.is_empty() && !is_missing) {
            continue;
        }
        let title = title.clone();
        let columns = (rubrics.into_iter())
            .map(|(_, blocks, _)| blocks.into_iter().flat_map(|block| split(&title, block)).collect());
        let mut rows = rows(columns.collect());
        if rows.is_empty() {
            rows.push(Row {
                label: title.to_string(),
                cells: entries.iter().map(|_| Vec::new()).collect(),
                differ: false,
            });
        }
        groups.push(Group { title, rows });
    }
    groups
}

fn text(text: &str) -> Block {
    Block::Paragraphs(None, vec![Text::french(text)])
}

/// What is known of an entry besides its rubrics.
fn facts(content: &Content, index: EntryIndex) -> Column {
    let language = use_language();
    let (catalogue, entry) = (content.catalogue(), content.entry(index));
    let terms = &catalogue.vocabularies;
    let mut facts = Column::new();
    let mut add = |label: &str, said: &str| {
        if !said.is_empty() {
            facts.push((label.to_owned(), text(said)));
        }
    };
    let themes = entry.themes.iter().map(|theme| &terms.term(VocabularyKey::Theme, *theme).label);
    let themes = inline_all(themes, "\u{202f}; ");
    let territories = inline_all(entry.territories.iter().map(|territory| &territory.text), "\u{202f}; ");
    add(selection::KIND.to(language), catalogue.kinds.words(entry.kind).name);
    add(selection::NATURE.to(language), &nature(catalogue, entry).unwrap_or_default());
    add(selection::THEMES.to(language), &themes);
    add(entry_page::LICENCES.agree(language, 1), &licences(catalogue, entry).unwrap_or_default());
    add(entry_page::STATUS.to(language), entry.status.as_ref().map_or("", |status| status.state.name(language)));
    add(entry_page::INITIATED.to(language), entry.initiated.map_or("", |answer| answer.name(language)));
    add(entry_page::TERRITORIES.agree(language, 1), &territories);
    facts
}

/// A piece of a rubric under its label, cut where it says several things.
fn split(title: &str, mut block: Block) -> Column {
    let language = use_language();
    let under = |label: Option<String>, block| vec![(label.unwrap_or_else(|| title.to_owned()), block)];
    match block {
        Block::Paragraphs(ref mut heading, _)
        | Block::Sentences(ref mut heading, _)
        | Block::Entries(ref mut heading, _)
        | Block::Address(ref mut heading, _)
        | Block::Dates(ref mut heading, _) => under(heading.take(), block),
        Block::Facts(facts) => facts.into_iter().map(|(label, said, _)| (label, text(&said))).collect(),
        Block::Needs(needs) => {
            let needs = needs.into_iter().map(|(need, _)| (need, None)).collect();
            under(Some(entry_page::headings::NEEDS.to(language).to_owned()), Block::Sentences(None, needs))
        }
        Block::Governance(sides) => (sides
            .into_iter()
            .zip([entry_page::headings::DECIDES, entry_page::headings::PAYS]))
        .filter_map(|(side, label)| Some((label.to(language).to_owned(), Block::Paragraphs(None, vec![side.text?]))))
        .collect(),
        Block::From(_, block) => split(title, *block),
        Block::Maturity(axes) => (Axis::ALL.iter().zip(axes))
            .filter_map(|(axis, maturity)| {
                let stage = maturity.stage.map(|stage| Text::french(stage.name(language)));
                let texts: Vec<Text> = stage.into_iter().chain(maturity.note).collect();
                (!texts.is_empty()).then(|| (axis.name(language).to_owned(), Block::Paragraphs(None, texts)))
            })
            .collect(),
        // An offer of help is something to do, not something to compare.
        Block::OfferHelp(_) => Vec::new(),
        other @ (Block::Resources(_) | Block::Challenges(_)) => under(None, other),
    }
}

/// A row for each label of some column, in the order in which they first come.
fn rows(columns: Vec<Column>) -> Vec<Row> {
    let width = columns.len();
    let mut rows: Vec<Row> = Vec::new();
    for (rank, column) in columns.into_iter().enumerate() {
        for (label, block) in column {
            let place = rows.iter().position(|row| row.label == label).unwrap_or_else(|| {
                rows.push(Row { label, cells: (0..width).map(|_| Vec::new()).collect(), differ: false });
                rows.len() - 1
            });
            rows[place].cells[rank].push(block);
        }
    }
    for row in &mut rows {
        row.differ = row.cells.iter().any(|cell| *cell != row.cells[0]);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(columns: &[&[(&str, &str)]], expected: &[(&str, bool)]) {
        let column =
            |column: &&[(&str, &str)]| column.iter().map(|(label, said)| ((*label).to_owned(), text(said))).collect();
        let rows = rows(columns.iter().map(column).collect());
        let found: Vec<(&str, bool)> = rows.iter().map(|row| (row.label.as_str(), row.differ)).collect();
        assert_eq!(found, expected, "{columns:?}");
        assert!(rows.iter().all(|row| row.cells.len() == columns.len()));
    }

    #[test]
    fn a_row_differs_when_a_cell_does_or_is_not_known() {
        check(&[&[("a", "1"), ("b", "2")], &[("b", "2"), ("a", "3")]], &[("a", true), ("b", false)]);
        check(&[&[("a", "1")], &[]], &[("a", true)]);
        check(&[&[("a", "1"), ("a", "2")], &[("a", "1"), ("a", "2")]], &[("a", false)]);
        check(&[&[], &[("c", "1")], &[("d", "1")]], &[("c", true), ("d", true)]);
    }
}
