//! The page about contributing.

/// Title.
pub const TITLE: &str = "Contribuer";
/// Lead.
pub const LEAD: &str = "Code, temps, argent, droit ou simple usage\u{a0}: trouvez une façon d’aider qui vous ressemble, puis le commun qui en a besoin.";
/// Chapter of ways.
pub const WAYS: &str = "Façons de contribuer";
/// Chapter of skills.
pub const SKILLS: &str = "Ce que je peux apporter";
/// Before them.
pub const SKILLS_LEAD: &str = "Cochez ce que vous pouvez apporter\u{202f}: les communs qui en ont besoin s’affichent, en commençant par ceux dont vous comblez le plus de besoins.";
/// How needs are matched.
pub const MATCHING: &str = "Former ou relayer, ou offrir un territoire, répond aussi à ceux qui cherchent des membres. L’adresse de la page garde votre choix.";
/// Chapter of ways to join.
pub const JOIN: &str = "Rejoindre, proposer, donner son avis";
/// Before them.
pub const JOIN_LEAD: &str = "Chaque chemin dit à qui il s’adresse et à qui écrire.";
/// Chapter of places.
pub const PLACES: &str = "Suivre un projet là où il vit";
/// Before them.
pub const PLACES_LEAD: &str = "Dépôts de code, wikis et espaces de documents, par leur adresse quand elle est connue.";
/// Chapter of proposals.
pub const PROPOSE: &str = "Proposer un commun";
/// What becomes of it.
pub const PROPOSE_LEAD: &str = "Remplissez le formulaire ou écrivez-nous\u{a0}: ce que vous signalez est vérifié, puis ajouté à la liste, qui évolue avec ces propositions.";
/// For whom.
#[must_use]
pub fn for_whom(audiences: &[&str]) -> String {
    format!("Pour\u{a0}: {}.", audiences.join(", "))
}

/// Number of matches.
#[must_use]
pub fn found(n: usize) -> String {
    super::count(
        n,
        "Aucun commun ne dit chercher cela pour l’instant.",
        "commun cherche ce que vous apportez",
        "communs cherchent ce que vous apportez",
    )
}

#[cfg(test)]
mod tests {
    use super::for_whom;

    #[test]
    fn names_keep_their_capitals() {
        assert_eq!(for_whom(&["EPCI", "Bretagne", "Open Source"]), "Pour\u{a0}: EPCI, Bretagne, Open Source.");
    }
}
