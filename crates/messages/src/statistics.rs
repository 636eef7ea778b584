//! The page of statistics.

use super::{facets, number};
use insight::statistics::Subject;
use search::facet::Facet;
use search::query::Scope;

/// Title.
pub const TITLE: &str = "Statistiques";
/// Under the title.
pub const LEAD: &str =
    "Ce que compte le catalogue, et ce qu’il ne sait pas encore. Chaque nombre ouvre les fiches qu’il compte.";
/// Name of the totals.
pub const TOTALS: &str = "Totaux";
/// Head of the column of values.
pub const VALUE: &str = "Valeur";
/// A row without meaning in a column.
pub const NO_MATCH: &str = "sans équivalent";

/// The heading of a chart.
#[must_use]
pub const fn title(subject: Subject) -> &'static str {
    match subject {
        Subject::Kinds => "Genres de fiches",
        Subject::Help => "Besoins et soutiens",
        Subject::Values(Facet::Theme) => "Thèmes",
        Subject::Values(Facet::Licence) => "Licences",
        Subject::Values(Facet::Bearer) => "Porteurs",
        Subject::Values(Facet::Scale) => "Échelles de territoire",
        Subject::Values(facet) => facets::name(facet),
    }
}

/// What a chart counts, and what is to be known to read it.
#[must_use]
pub fn note(subject: Subject, scope: Scope, total: usize, left_out: usize) -> String {
    let several = match subject {
        Subject::Kinds => "",
        Subject::Help => {
            " Sur une même ligne, les communs qui ont un besoin et les programmes dont le soutien y répond. Le tiret signale qu’il n’y a pas d’équivalent."
        }
        Subject::Values(Facet::Resource | Facet::Community | Facet::Governance) => {
            " Le niveau est attribué par la rédaction."
        }
        Subject::Values(Facet::Licence) => "",
        Subject::Values(_) => " Une fiche peut compter sur plusieurs lignes.",
    };
    let rest = if left_out > 0 { format!(" Lignes non montrées\u{a0}: {}.", number(left_out)) } else { String::new() };
    format!("Sur {}.{several}{rest}", facets::count(scope, total))
}

/// What a column of a chart counts.
#[must_use]
pub const fn column(subject: Subject, scope: Scope) -> &'static str {
    match (subject, scope) {
        (Subject::Help, Scope::All | Scope::Kind(catalogue::Kind::Commons)) => "Besoins",
        (Subject::Help, _) => "Soutiens",
        (_, Scope::All) => "Fiches",
        (_, scope) => facets::scope(scope),
    }
}
