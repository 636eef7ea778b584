//! What the catalogue counts, as charts: every number is one that the facets give, with the query
//! that shows the same entries.
//!
//! It knows the index, not how charts look.

use std::borrow::Cow;

use catalogue::{Catalogue, Kind, Model};
use messages::{Language, Message, number as written};
use search::facet::{Domain, Facet, FacetIndex};
use search::query::{Query, Scope};
use search::{Index, Results};

/// How many rows a chart of entries has at most, or one of terms of the catalogue's own: there are as many bearers as
/// there are commons.
const MOST_ROWS: usize = 12;
/// In tenths: what is known of no more than the rest is not known of nearly all, and the bar of these would be the only
/// one that is seen.
const NEARLY_ALL: usize = 9;

/// What a chart is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The kinds of entries.
    Kinds,
    Values(FacetIndex),
    /// What commons look for, beside what programmes give.
    Help,
}

impl Subject {
    /// The heading of its chart.
    #[must_use]
    pub fn title(self, catalogue: &Catalogue) -> &str {
        let language = catalogue.site.language;
        match self {
            Self::Kinds => Message(["Genres de fiches"]).to(language),
            Self::Help => Message(["Besoins et soutiens"]).to(language),
            Self::Values(facet) => facet.row(catalogue).heading(language),
        }
    }

    /// The facet of the format that it is about.
    fn of_format(self) -> Option<Facet> {
        if let Self::Values(facet) = self { facet.of_format() } else { None }
    }

    /// What a column counts.
    #[must_use]
    pub fn column(self, scope: Scope, catalogue: &Catalogue) -> &'static str {
        let language = catalogue.site.language;
        match (self, scope) {
            (Self::Help, Scope::Kind(kind)) if kind.is(Model::Programme) => Message(["Soutiens"]).to(language),
            (Self::Help, _) => Facet::Need.name(language),
            (_, Scope::All) => Message(["Fiches"]).to(language),
            (_, scope) => scope.name(catalogue),
        }
    }
}

/// What a row counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    Kind(Kind),
    /// A value of a facet, by its code.
    Value(FacetIndex, u32),
}

impl Label {
    /// What people read.
    #[must_use]
    pub fn name(self, catalogue: &Catalogue, language: Language) -> &str {
        match self {
            Self::Kind(kind) => catalogue.kinds.words(kind).plural,
            Self::Value(facet, code) => facet.row(catalogue).label(catalogue, code, language),
        }
    }
}

/// A number of entries, with the query that finds them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// How many.
    pub count: usize,
    /// Those.
    pub query: Query,
}

/// A row of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What is counted.
    pub label: Label,
    /// Whether it counts what is not known.
    pub is_unknown: bool,
    /// One count for each scope of the chart; none where the row means nothing there.
    pub counts: Vec<Option<Count>>,
}

/// A chart, which is a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// What it is about.
    pub subject: Subject,
    /// What each column counts.
    pub scopes: Vec<Scope>,
    /// The number of entries of the first scope.
    pub total: usize,
    pub rows: Vec<Row>,
    /// What is not known of nearly all: how many, and the query that finds them where there is one. It has no row.
    pub unknown: Option<(usize, Option<Query>)>,
    /// How many values have no row: only the longest charts leave some out.
    pub left_out: usize,
    /// The greatest count, which the longest bar stands for.
    pub greatest: usize,
}

impl Chart {
    /// Whether it counts something that is known.
    fn counts_something(&self) -> bool {
        let known = self.rows.iter().filter(|row| !row.is_unknown);
        known.flat_map(|row| row.counts.iter().flatten()).any(|count| count.count > 0)
    }

    /// What it counts, and what is to be known to read it.
    #[must_use]
    pub fn note(&self, catalogue: &Catalogue) -> String {
        let language = catalogue.site.language;
        let how = match self.subject {
            subject if subject.of_format() == Some(Facet::Status) => Message([""]),
            Subject::Kinds => Message([""]),
            Subject::Help if catalogue.words_of(Model::Commons).is_of_host => Message([
                " Sur une même ligne, les fiches qui ont un besoin et les programmes dont le soutien y répond. Le tiret signale qu’il n’y a pas d’équivalent.",
            ]),
            Subject::Help => Message([
                " Sur une même ligne, les communs qui ont un besoin et les programmes dont le soutien y répond. Le tiret signale qu’il n’y a pas d’équivalent.",
            ]),
            subject if matches!(subject.of_format(), Some(Facet::Resource | Facet::Community | Facet::Governance)) => {
                Message([" Le niveau est attribué par la rédaction."])
            }
            Subject::Values(_) => Message([" Une fiche peut compter sur plusieurs lignes."]),
        };
        let (how, counted) = (how.to(language), self.scopes[0].noun(catalogue).count(language, self.total));
        let left_out = (self.left_out > 0).then(|| written(language, self.left_out));
        match language {
            Language::French => {
                let left_out =
                    left_out.map(|lines| format!(" Lignes non montrées\u{a0}: {lines}.")).unwrap_or_default();
                format!("Sur {counted}.{how}{left_out}")
            }
        }
    }
}

/// The charts of a catalogue, in the order they are read. One that counts nothing known is left out.
#[must_use]
pub fn charts(index: &Index) -> Vec<Chart> {
    let catalogue = index.catalogue();
    let answer = |scope| index.top(&Query::default().with_scope(scope), 0);
    let [commons, programmes] = [Model::Commons, Model::Programme].map(|model| Scope::Kind(catalogue.kind_of(model)));
    let [of_commons, of_programmes, of_all] = [commons, programmes, Scope::All].map(answer);
    let format = |facet: Facet| values(catalogue, &of_commons, commons, facet.into());
    let of_all_kinds = |facet: Facet| values(catalogue, &of_all, Scope::All, facet.into());
    let own = FacetIndex::all(catalogue).skip(Facet::COUNT).zip(&catalogue.fields).filter(|(_, field)| field.is_facet);
    let own = own.map(|(facet, _)| {
        let scope = scope_of(catalogue, facet);
        values(catalogue, &answer(scope), scope, facet)
    });
    let charts = [format(Facet::Theme)].into_iter().chain(own).chain([
        format(Facet::Resource),
        format(Facet::Community),
        format(Facet::Governance),
        help(catalogue, [commons, programmes], &of_commons, &of_programmes),
        format(Facet::Status),
        format(Facet::Licence),
        format(Facet::Bearer),
        kinds(catalogue, &of_all),
        of_all_kinds(Facet::Scale),
        of_all_kinds(Facet::Audience),
    ]);
    charts.filter(Chart::counts_something).collect()
}

/// The entries that a facet of the catalogue's own is about: those of the only kind that has values, else all.
fn scope_of(catalogue: &Catalogue, facet: FacetIndex) -> Scope {
    let row = facet.row(catalogue);
    let mut kinds = catalogue.entries().filter(|(_, entry)| !row.codes(catalogue, entry).is_empty());
    let first = kinds.next().map(|(_, entry)| entry.kind);
    first.filter(|first| kinds.all(|(_, entry)| entry.kind == *first)).map_or(Scope::All, Scope::Kind)
}

fn chart(subject: Subject, scopes: Vec<Scope>, total: usize, rows: Vec<Row>) -> Chart {
    let greatest = rows.iter().flat_map(|row| row.counts.iter().flatten()).map(|count| count.count).max();
    Chart { subject, scopes, total, rows, unknown: None, left_out: 0, greatest: greatest.unwrap_or_default() }
}

fn kinds(catalogue: &Catalogue, results: &Results) -> Chart {
    let row = |kind: &Kind| {
        let scope = Scope::Kind(*kind);
        let count = Count { count: results.in_scope(scope), query: Query::default().with_scope(scope) };
        Row { label: Label::Kind(*kind), is_unknown: false, counts: vec![Some(count)] }
    };
    chart(Subject::Kinds, vec![Scope::All], results.total, catalogue.kinds.shown().iter().map(row).collect())
}

/// How many results have a value.
fn number(results: &Results, facet: FacetIndex, code: u32) -> usize {
    let found = results.facets[facet.rank()].values.iter().find(|value| value.code == code);
    found.map_or(0, |value| value.count)
}

/// The count of one value in a scope.
fn count(catalogue: &Catalogue, count: usize, scope: Scope, facet: FacetIndex, code: u32) -> Count {
    let row = facet.row(catalogue);
    let word = row.word(catalogue, code);
    Count { count, query: Query::default().with_scope(scope).with(row.parameter(), &word) }
}

/// The values of a facet: those of the format in their order, the others by number; what is not known at the end, or
/// apart where it is nearly all.
fn values(catalogue: &Catalogue, results: &Results, scope: Scope, facet: FacetIndex) -> Chart {
    let row = facet.row(catalogue);
    let size = row.size(catalogue);
    let is_of_scale = facet == Facet::Scale.into();
    let is_ordered = matches!(row.domain(), Domain::Words(..)) || is_of_scale;
    let counts: Vec<(u32, usize)> = if is_ordered {
        (0..size).map(|code| (code, number(results, facet, code))).collect()
    } else {
        let values = results.facets[facet.rank()].values.iter().filter(|value| value.code < size);
        values.map(|value| (value.code, value.count)).collect()
    };
    let place = |(_, count): &(u32, usize)| if is_ordered { 0 } else { usize::MAX - count };
    let mut counts = text::sorting::sorted_by_key(&counts, place);
    let unknown = match row.unknown() {
        Some(_) => number(results, facet, size),
        None => {
            let of_scope =
                catalogue.entries().filter(|(_, entry)| !matches!(scope, Scope::Kind(kind) if kind != entry.kind));
            of_scope.filter(|(_, entry)| row.codes(catalogue, entry).is_empty()).count()
        }
    };
    let is_nearly_all = unknown * 10 >= results.total * NEARLY_ALL;
    let unknown_row = row.unknown().filter(|_| !is_nearly_all && (unknown > 0 || is_ordered));
    let mut left_out = 0;
    if matches!(row.domain(), Domain::Entries | Domain::Own(_)) {
        let most = MOST_ROWS - usize::from(unknown_row.is_some());
        left_out = counts.len().saturating_sub(most);
        counts.truncate(most);
    }
    counts.extend(unknown_row.map(|_| (size, unknown)));
    let line = |(code, number): (u32, usize)| Row {
        label: Label::Value(facet, code),
        is_unknown: code == size,
        counts: vec![Some(count(catalogue, number, scope, facet, code))],
    };
    let unknown = is_nearly_all.then(|| {
        let found = row.unknown().map(|_| count(catalogue, unknown, scope, facet, size).query);
        (unknown, found)
    });
    let chart = chart(Subject::Values(facet), vec![scope], results.total, counts.into_iter().map(line).collect());
    Chart { unknown: unknown.filter(|(count, _)| *count > 0), left_out, ..chart }
}

/// Each need of commons, beside the support of programmes of the same id or name; then the supports
/// that answer no need of the vocabulary.
fn help(catalogue: &Catalogue, scopes: [Scope; 2], commons: &Results, programmes: &Results) -> Chart {
    let words = |facet: Facet| {
        let row = facet.row();
        (0..row.size(catalogue)).map(move |code| (code, row.word(catalogue, code)))
    };
    let counted = |results: &Results, scope, facet: Facet, code| {
        Some(count(catalogue, number(results, facet.into(), code), scope, facet.into(), code))
    };
    let need = |code| counted(commons, scopes[0], Facet::Need, code);
    let support = |code| counted(programmes, scopes[1], Facet::Support, code);
    let label = |facet: Facet, code| facet.row().label(catalogue, code, catalogue.site.language);
    let same = |from: Facet, code: u32, word: &str, to: Facet| {
        let alike =
            |(other, other_word): &(u32, Cow<'_, str>)| *other_word == word || label(to, *other) == label(from, code);
        words(to).find(alike).map(|(code, _)| code)
    };
    let mut rows: Vec<Row> = words(Facet::Need)
        .map(|(code, word)| Row {
            label: Label::Value(Facet::Need.into(), code),
            is_unknown: false,
            counts: vec![need(code), same(Facet::Need, code, &word, Facet::Support).and_then(support)],
        })
        .collect();
    let alone = |(code, word): &(u32, Cow<'_, str>)| same(Facet::Support, *code, word, Facet::Need).is_none();
    rows.extend(words(Facet::Support).filter(alone).map(|(code, _)| Row {
        label: Label::Value(Facet::Support.into(), code),
        is_unknown: false,
        counts: vec![None, support(code)],
    }));
    chart(Subject::Help, scopes.to_vec(), commons.total, rows)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use catalogue::read;

    fn index(json: &str) -> Index {
        Index::without_words(Arc::new(read(json).expect("the content is a catalogue").catalogue))
    }

    fn real() -> Index {
        index(include_str!("../../../public/catalogue.json"))
    }

    #[test]
    fn every_count_is_what_its_query_finds() {
        let index = real();
        let mut counts = 0;
        for chart in charts(&index) {
            for count in chart.rows.iter().flat_map(|row| row.counts.iter().flatten()) {
                assert_eq!(index.top(&count.query, 0).count, count.count, "{}", count.query);
                assert!(count.count <= chart.greatest);
                counts += 1;
            }
        }
        assert!(counts > 60, "{counts} counts");
    }

    #[test]
    fn every_entry_of_an_axis_is_counted_once() {
        for chart in charts(&real()) {
            let sum: usize = chart.rows.iter().filter_map(|row| row.counts[0].as_ref()).map(|count| count.count).sum();
            match chart.subject {
                Subject::Help => {}
                subject
                    if subject.of_format().is_none_or(|facet| {
                        [Facet::Resource, Facet::Community, Facet::Governance].contains(&facet)
                    }) =>
                {
                    assert_eq!(sum, chart.total, "{:?}", chart.subject);
                }
                _ => {}
            }
        }
    }

    #[test]
    fn the_most_frequent_come_first_and_what_is_not_known_last() {
        let charts = charts(&real());
        let of = |facet| charts.iter().find(|chart| chart.subject.of_format() == Some(facet)).expect("it has values");
        let counts = |chart: &Chart| -> Vec<usize> {
            chart
                .rows
                .iter()
                .filter(|row| !row.is_unknown)
                .filter_map(|row| Some(row.counts[0].as_ref()?.count))
                .collect()
        };
        for facet in [Facet::Theme, Facet::Licence, Facet::Bearer, Facet::Audience] {
            assert!(counts(of(facet)).is_sorted_by(|a, b| a >= b), "{facet:?}");
        }
        let bearers = of(Facet::Bearer);
        assert!(bearers.rows.len() == MOST_ROWS && bearers.left_out > 0);
        assert!(bearers.rows.last().is_some_and(|row| row.is_unknown));
        assert_eq!(of(Facet::Community).rows.len(), 5, "four stages, and what is not known");
    }

    #[test]
    fn needs_stand_beside_the_supports_of_the_same_name() {
        let charts = charts(&real());
        let help = charts.iter().find(|chart| chart.subject == Subject::Help).expect("there are needs");
        let both = help.rows.iter().filter(|row| row.counts.iter().all(Option::is_some)).count();
        assert!(both > 0 && help.rows.len() > both, "{both} of {}", help.rows.len());
        assert!(help.rows.iter().all(|row| row.counts.len() == help.scopes.len()));
    }

    #[test]
    fn an_empty_catalogue_has_no_chart() {
        assert_eq!(charts(&index(r#"{"format": 1, "site": {"title": "Vide"}}"#)), []);
    }
}
