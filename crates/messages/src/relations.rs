//! The page of the links between programmes, commons and bearers.

use super::{count, count_of, uncapitalised};
use catalogue::Kind;

/// Title.
pub const TITLE: &str = "Qui porte, qui soutient";
/// Under the title.
pub const LEAD: &str = "Les communs, les programmes qui les soutiennent et les structures qui les portent, d’abord en liste, puis en réseau.";
/// The way to the drawing.
pub const SEE_NETWORK: &str = "Voir le réseau";
/// First list.
pub const SUPPORTS: &str = "Ce que soutient chaque programme";
/// Second list.
pub const BEARS: &str = "Ce que porte chaque structure";
/// Third list.
pub const ALONE: &str = "Communs sans lien connu";
/// Under its heading.
pub const ALONE_NOTE: &str = "Leur porteur n’est pas renseigné et aucun programme du catalogue ne les cite.";
/// The drawing.
pub const NETWORK: &str = "Le réseau";
/// Name of the frame that it scrolls in.
pub const DRAWING: &str = "Dessin du réseau";
/// Under its heading.
pub const NETWORK_NOTE: &str = "Chaque trait joint un commun à un programme qui le soutient, ou à une structure qui le porte. Chaque nom ouvre sa fiche\u{202f}; au clavier, les listes ci-dessus mènent aux mêmes.";
/// The three layers.
pub const LAYERS: [&str; 3] = ["Programmes", "Communs", "Structures porteuses"];

/// What the page counts: « 13 programmes avec des fiches soutenues, 27 structures porteuses, 8 communs sans lien connu. »
#[must_use]
pub fn summary(programmes: usize, bearers: usize, alone: usize) -> String {
    let bearers = count(bearers, "Aucune structure porteuse", "structure porteuse", "structures porteuses");
    format!(
        "{} avec des fiches soutenues, {}, {} sans lien connu.",
        count_of(Kind::Programme, programmes),
        uncapitalised(&bearers),
        uncapitalised(&count_of(Kind::Commons, alone))
    )
}
