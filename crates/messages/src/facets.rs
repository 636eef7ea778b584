//! Names of facets and of the values that are words of the format.

use super::{UNKNOWN, UNKNOWN_FEMININE};
use catalogue::{Axis, Catalogue, Initiated, Kind, Stage};
use search::facet::{Domain, Facet};
use search::query::{Scope, Sort, View};

/// The name of a facet.
#[must_use]
pub const fn name(facet: Facet) -> &'static str {
    match facet {
        Facet::Nature => "Type",
        Facet::Theme => "Thème",
        Facet::Initiated => "Initié par l’administration",
        Facet::Resource => "Maturité de la ressource",
        Facet::Community => "Maturité de la communauté",
        Facet::Governance => "Maturité de la gouvernance",
        Facet::Need => "Besoins",
        Facet::Obstacle => "Freins",
        Facet::Licence => "Licence",
        Facet::Bearer => "Porteur",
        Facet::Audience => "Publics",
        Facet::Scale => "Échelle de territoire",
        Facet::Support => "Soutien apporté",
    }
}

/// The heading of the panel that holds the three axes.
pub const MATURITY: &str = "Maturité";
/// Label of the choice between axes.
pub const AXIS: &str = "Axe de maturité";

/// The name of a value of a facet.
#[must_use]
pub fn value(catalogue: &Catalogue, facet: Facet, code: u32) -> String {
    let definition = facet.definition();
    if let Some(label) = definition.label(catalogue, code) {
        return label.to_owned();
    }
    let known = code < definition.size(catalogue);
    let word = &*definition.word(catalogue, code);
    match definition.domain {
        _ if !known && facet == Facet::Initiated => "Non précisé",
        _ if !known && matches!(facet, Facet::Resource | Facet::Community | Facet::Governance | Facet::Licence) => {
            UNKNOWN_FEMININE
        }
        Domain::Words(_) if facet == Facet::Initiated => Initiated::parse(word).map_or(UNKNOWN, initiated),
        Domain::Words(_) => Stage::parse(word).map_or(UNKNOWN, stage_capitalised),
        _ => UNKNOWN,
    }
    .to_owned()
}

/// The answer to « initiated by the administration? ».
#[must_use]
pub const fn initiated(answer: Initiated) -> &'static str {
    match answer {
        Initiated::Yes => "Oui",
        Initiated::No => "Non",
    }
}

/// A stage, of a feminine noun.
#[must_use]
pub const fn stage(stage: Option<Stage>) -> &'static str {
    match stage {
        None => "non renseignée",
        Some(Stage::Reflection) => "en réflexion",
        Some(Stage::Construction) => "en construction",
        Some(Stage::Evolution) => "en évolution",
        Some(Stage::Complete) => "aboutie",
    }
}

/// A stage, of a feminine noun, at the start of a line.
#[must_use]
pub const fn stage_capitalised(stage: Stage) -> &'static str {
    match stage {
        Stage::Reflection => "En réflexion",
        Stage::Construction => "En construction",
        Stage::Evolution => "En évolution",
        Stage::Complete => "Aboutie",
    }
}

/// The name of an axis.
#[must_use]
pub const fn axis(axis: Axis) -> &'static str {
    match axis {
        Axis::Resource => "Ressource",
        Axis::Community => "Communauté",
        Axis::Governance => "Gouvernance",
    }
}

/// The whole maturity in words.
#[must_use]
pub fn maturity(stages: [Option<Stage>; 3]) -> String {
    if stages == [None; 3] {
        return "Maturité non renseignée".to_owned();
    }
    let [resource, community, governance] = stages.map(stage);
    format!("Maturité\u{a0}: ressource {resource}, communauté {community}, gouvernance {governance}")
}

/// The name of an order.
#[must_use]
pub const fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Relevance => "Pertinence",
        Sort::Name => "Nom",
        Sort::Updated => "Mise à jour",
        Sort::Maturity => "Maturité",
        Sort::Needs => "Besoins d’abord",
    }
}

/// The name of a presentation.
#[must_use]
pub const fn view(view: View) -> &'static str {
    match view {
        View::Cards => "Cartes",
        View::List => "Liste",
        View::Table => "Tableau",
    }
}

/// The name of a tab.
#[must_use]
pub const fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::Kind(kind) => super::kinds(kind),
        Scope::All => "Tout",
    }
}

/// « 8 communs », whatever the scope.
#[must_use]
pub fn count(scope: Scope, n: usize) -> String {
    match scope {
        Scope::Kind(kind) => super::count_of(kind, n),
        Scope::All => super::count(n, "Aucune fiche", "fiche", "fiches"),
    }
}

/// The facets that a kind of entry can have, in the order of the panel.
#[must_use]
pub const fn shown_for(scope: Scope) -> &'static [Facet] {
    match scope {
        Scope::Kind(Kind::Commons) => &[
            Facet::Nature,
            Facet::Theme,
            Facet::Initiated,
            Facet::Resource,
            Facet::Community,
            Facet::Governance,
            Facet::Need,
            Facet::Obstacle,
            Facet::Licence,
            Facet::Bearer,
            Facet::Audience,
            Facet::Scale,
        ],
        Scope::Kind(Kind::Programme) => &[
            Facet::Nature,
            Facet::Theme,
            Facet::Support,
            Facet::Initiated,
            Facet::Obstacle,
            Facet::Licence,
            Facet::Bearer,
            Facet::Audience,
            Facet::Scale,
        ],
        Scope::Kind(Kind::Organisation | Kind::Definition) => &[Facet::Nature, Facet::Theme],
        Scope::Kind(Kind::Resource) => &[Facet::Nature, Facet::Theme, Facet::Licence, Facet::Bearer, Facet::Audience],
        Scope::Kind(Kind::Event) => &[Facet::Nature, Facet::Theme, Facet::Audience, Facet::Scale],
        Scope::Kind(Kind::Contribution) => &[Facet::Nature, Facet::Theme, Facet::Audience],
        Scope::All => &[
            Facet::Nature,
            Facet::Theme,
            Facet::Initiated,
            Facet::Licence,
            Facet::Bearer,
            Facet::Audience,
            Facet::Scale,
        ],
    }
}
