//! What the catalogue counts, as charts: every number is one that the facets give, with the query
//! that shows the same entries.
//!
//! It knows the index, not how charts look.

mod chart;

pub use chart::{Chart, Count, Label, Row, Subject};

use std::borrow::Cow;

use catalogue::{Catalogue, Kind, Model};
use search::facet::{Domain, Facet, FacetIndex};
use search::query::{Query, Scope};
use search::{Index, Results};

/// How many rows a chart of entries has at most, or one of terms of the catalogue's own: there are as many bearers as
/// there are commons.
const MOST_ROWS: usize = 12;
/// In tenths: what is known of no more than the rest is not known of nearly all, and the bar of these would be the only
/// one that is seen.
const NEARLY_ALL: usize = 9;

/// The charts of a catalogue, in the order they are read. One that counts nothing known is left out.
pub fn charts(index: &Index) -> Vec<Chart> {
    let catalogue = index.catalogue();
    let answer = |scope| index.counts(&Query::of(scope));
    let of_model = |model| -> Vec<(Scope, Results)> {
        catalogue.kinds_of(model).into_iter().map(Scope::Kind).map(|scope| (scope, answer(scope))).collect()
    };
    let [commons, programmes] = [Model::Commons, Model::Programme].map(of_model);
    let of_all = answer(Scope::All);
    let are_several = commons.len() > 1;
    let kind_of =
        move |scope: &Scope| if let (Scope::Kind(kind), true) = (scope, are_several) { Some(*kind) } else { None };
    let format = |facet: Facet| {
        commons.iter().map(move |(scope, results)| Chart {
            kind: kind_of(scope),
            ..values(catalogue, results, *scope, facet.into())
        })
    };
    let of_all_kinds = |facet: Facet| values(catalogue, &of_all, Scope::All, facet.into());
    let own = FacetIndex::own(catalogue).map(|(facet, _)| {
        let scope = scope_of(catalogue, facet);
        values(catalogue, &answer(scope), scope, facet)
    });
    let mut of_maturity: Vec<Chart> = Facet::AXES.into_iter().flat_map(format).collect();
    // Those of a kind are read side by side.
    for kind in commons.iter().map(|(scope, _)| kind_of(scope)) {
        let is_of_kind = |chart: &Chart| chart.kind == kind;
        let of_kind = of_maturity.iter().filter(|chart| is_of_kind(chart));
        let greatest = of_kind.map(|chart| chart.greatest).max().unwrap_or_default();
        of_maturity.iter_mut().filter(|chart| is_of_kind(chart)).for_each(|chart| chart.greatest = greatest);
    }
    let of_life = [Facet::Status, Facet::Licence, Facet::Bearer].into_iter().flat_map(format);
    let charts = format(Facet::Theme).chain(own).chain(of_maturity);
    let charts = charts.chain([help(catalogue, &commons, &programmes)]).chain(of_life).chain([
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
    let greatest = greatest.unwrap_or_default();
    Chart { subject, kind: None, scopes, total, rows, unknown: None, left_out: 0, greatest }
}

fn kinds(catalogue: &Catalogue, results: &Results) -> Chart {
    let row = |kind: &Kind| {
        let scope = Scope::Kind(*kind);
        let count = Count { count: results.in_scope(scope), query: Query::of(scope) };
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
    Count { count, query: Query::of(scope).with(row.parameter(), &word) }
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
fn help(catalogue: &Catalogue, commons: &[(Scope, Results)], programmes: &[(Scope, Results)]) -> Chart {
    let words = |facet: Facet| {
        let row = facet.row();
        (0..row.size(catalogue)).map(move |code| (code, row.word(catalogue, code)))
    };
    let (commons, programmes) = (told(catalogue, commons, Facet::Need), told(catalogue, programmes, Facet::Support));
    let counted = |columns: &[&(Scope, Results)], facet: Facet, code: Option<u32>| -> Vec<Option<Count>> {
        let count_of = |(scope, results): &(Scope, Results), code| {
            count(catalogue, number(results, facet.into(), code), *scope, facet.into(), code)
        };
        columns.iter().map(|column| code.map(|code| count_of(column, code))).collect()
    };
    let counts = |need, support| {
        let needs = counted(&commons, Facet::Need, need);
        needs.into_iter().chain(counted(&programmes, Facet::Support, support)).collect()
    };
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
            counts: counts(Some(code), same(Facet::Need, code, &word, Facet::Support)),
        })
        .collect();
    let alone = |(code, word): &(u32, Cow<'_, str>)| same(Facet::Support, *code, word, Facet::Need).is_none();
    rows.extend(words(Facet::Support).filter(alone).map(|(code, _)| Row {
        label: Label::Value(Facet::Support.into(), code),
        is_unknown: false,
        counts: counts(None, Some(code)),
    }));
    let total = commons.iter().map(|(_, results)| results.total).sum();
    let scopes = commons.iter().chain(&programmes).map(|(scope, _)| *scope).collect();
    chart(Subject::Help, scopes, total, rows)
}

/// Those of which a facet is known, else the first.
fn told<'a>(catalogue: &Catalogue, all: &'a [(Scope, Results)], facet: Facet) -> Vec<&'a (Scope, Results)> {
    let size = facet.row().size(catalogue);
    let is_told = |(_, results): &&(Scope, Results)| {
        results.values(facet).iter().any(|value| value.code < size && value.count > 0)
    };
    let told: Vec<_> = all.iter().filter(is_told).collect();
    if told.is_empty() { all.iter().take(1).collect() } else { told }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use catalogue::{Axis, read};

    fn index(json: &str) -> Index {
        Index::without_words(Arc::new(read(json).expect("the content is a catalogue").catalogue))
    }

    fn real() -> Index {
        index(include_str!("../../../../public/catalogue.json"))
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
                subject if subject.of_format().is_none_or(|facet| facet.axis().is_some()) => {
                    assert_eq!(sum, chart.total, "{:?}", chart.subject);
                }
                _ => {}
            }
        }
    }

    #[test]
    fn the_axes_are_drawn_at_one_scale() {
        let scales = |index: &Index| -> Vec<(Option<Kind>, usize)> {
            let charts = charts(index).into_iter();
            let of_axes = charts.filter(|chart| chart.subject.of_format().is_some_and(|facet| facet.axis().is_some()));
            of_axes.map(|chart| (chart.kind, chart.greatest)).collect()
        };
        let found = scales(&real());
        assert!(found.len() == Axis::ALL.len() && found.iter().all(|scale| *scale == found[0]), "{found:?}");
        // Those of another kind have their own.
        let entry = |id: usize, kind: &str, stage: &str| {
            format!(
                r#"{{"id": "e{id}", "kind": "{kind}", "name": "E", "maturity": {{"resource": {{"stage": "{stage}"}}}}}}"#
            )
        };
        let entries = (0..6).map(|id| entry(id, "commun", if id < 4 { "abouti" } else { "reflexion" }));
        let entries: Vec<String> = entries.chain([entry(6, "logiciel", "abouti")]).collect();
        let two = index(&format!(
            r#"{{"format": 1, "site": {{"title": "T"}}, "kinds": [{{"id": "logiciel", "model": "commun", "one": "logiciel"}}],
            "entries": [{}]}}"#,
            entries.join(",")
        ));
        let mut greatest: Vec<usize> = scales(&two).into_iter().map(|(_, greatest)| greatest).collect();
        greatest.sort_unstable();
        greatest.dedup();
        assert_eq!(greatest, [1, 4]);
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
