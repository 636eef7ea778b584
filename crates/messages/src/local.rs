//! The page for local governments.

/// Title.
pub const TITLE: &str = "Un commun dans votre collectivité";
/// Lead.
pub const LEAD: &str = "D’où partez-vous\u{202f}? Choisissez la situation qui ressemble à la vôtre et suivez-la pas à pas, ou partez de l’échelle de votre territoire.";
/// Chapter of definitions.
pub const WHAT: &str = "De quoi parle-t-on\u{202f}?";
/// Chapter of situations.
pub const SITUATIONS: &str = "Votre situation de départ";
/// Before them.
pub const SITUATIONS_LEAD: &str = "La source donne la parole à des collectivités\u{202f}; nous avons choisi les intitulés et les fiches de chaque étape, sauf l’incubateur, qu’elle cite.";
/// Steps.
pub const STEPS: [&str; 4] = ["Comprendre", "Reprendre un commun", "Se faire aider", "Agir"];
/// All commons of a theme.
#[must_use]
pub fn theme(label: &str) -> String {
    format!("Tous les communs du thème {}", super::quoted(label))
}
/// Chapter of scales.
pub const SCALES: &str = "Votre échelle de territoire";
/// Before them.
pub const SCALES_LEAD: &str = "Les fiches qui disent où elles s’appliquent. Un commun sans échelle connue peut convenir partout\u{a0}: ouvrez alors tout le catalogue.";
/// Chapter of stages.
pub const PATH: &str = "De l’idée à la durée";
/// Before it.
pub const PATH_LEAD: &str = "À chaque stade, des communs qui en sont là, dont s’inspirer. Le stade est celui de leur ressource, attribué par la rédaction.";
/// Guides.
pub const GUIDES: &str = "Pour chaque étape, en détail\u{a0}:";
