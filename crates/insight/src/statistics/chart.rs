//! A chart, which is a table: what it is about, its rows and its columns, and what is read of it. It does not know how
//! they are counted.

use catalogue::{Catalogue, Kind, Model};
use messages::{ENTRIES, Language, Message, Noun, number as written};
use search::facet::{Facet, FacetIndex};
use search::query::{Query, Scope};

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
    pub fn title(self, catalogue: &Catalogue) -> &str {
        let language = catalogue.site.language;
        match self {
            Self::Kinds => Message(["Genres de fiches"]).to(language),
            Self::Help => Message(["Besoins et soutiens"]).to(language),
            Self::Values(facet) => facet.row(catalogue).heading(language),
        }
    }

    /// The facet of the format that it is about.
    pub(super) fn of_format(self) -> Option<Facet> {
        if let Self::Values(facet) = self { facet.of_format() } else { None }
    }
}

/// What a row counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    Kind(Kind),
    /// A value of a facet, by its code.
    Value(FacetIndex, u32),
}

/// A number of entries, with the query that finds them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    pub count: usize,
    pub query: Query,
}

/// A row of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub label: Label,
    /// Whether it counts what is not known.
    pub is_unknown: bool,
    /// One count for each scope of the chart; none where the row means nothing there.
    pub counts: Vec<Option<Count>>,
}

/// A chart, which is a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    pub subject: Subject,
    /// The kind that it counts, where another counts the same of another kind.
    pub kind: Option<Kind>,
    /// What each column counts.
    pub scopes: Vec<Scope>,
    /// The number of entries that it is about.
    pub total: usize,
    pub rows: Vec<Row>,
    /// What is not known of nearly all: how many, and the query that finds them where there is one. It has no row.
    pub unknown: Option<(usize, Option<Query>)>,
    /// How many values have no row: only the longest charts leave some out.
    pub left_out: usize,
    /// The count that the longest bar would stand for: the greatest of this chart, or of those that are read beside it.
    pub greatest: usize,
}

impl Chart {
    /// Whether it counts something that is known.
    pub(super) fn counts_something(&self) -> bool {
        let known = self.rows.iter().filter(|row| !row.is_unknown);
        known.flat_map(|row| row.counts.iter().flatten()).any(|count| count.count > 0)
    }

    /// What a column counts.
    pub fn column(&self, scope: Scope, catalogue: &Catalogue) -> &'static str {
        let language = catalogue.site.language;
        let is_programme = |scope: &Scope| matches!(scope, Scope::Kind(kind) if kind.is(Model::Programme));
        let is_beside = |other: &&Scope| is_programme(other) == is_programme(&scope);
        match (self.subject, scope) {
            // Of several kinds, it is the kind that tells columns apart.
            (Subject::Help, _) if self.scopes.iter().filter(is_beside).count() > 1 => scope.name(catalogue),
            (Subject::Help, scope) if is_programme(&scope) => Message(["Soutiens"]).to(language),
            (Subject::Help, _) => Facet::Need.name(language),
            (_, Scope::All) => Message(["Fiches"]).to(language),
            (_, scope) => scope.name(catalogue),
        }
    }

    /// What it is about is called so: the entries of its first scope, of any kind where it is about several.
    fn noun(&self, catalogue: &Catalogue) -> Noun {
        match self.scopes[..] {
            [Scope::Kind(first), Scope::Kind(second), ..] if second.is(first.model()) => {
                catalogue.words_of(first.model()).noun
            }
            [first, ..] => first.noun(catalogue),
            [] => ENTRIES,
        }
    }

    /// What it counts, and what is to be known to read it.
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
            subject if subject.of_format().and_then(Facet::axis).is_some() => {
                Message([" Le niveau est attribué par la rédaction."])
            }
            Subject::Values(_) => Message([" Une fiche peut compter sur plusieurs lignes."]),
        };
        let (how, counted) = (how.to(language), self.noun(catalogue).count(language, self.total));
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
