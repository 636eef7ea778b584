//! The words of the format: values that are one of a few, each an enum.

use text::words;

words! {
    /// The kinds of entry, in the order of the catalogue's tabs.
    Kind {
        /// A digital commons.
        Commons = "commun",
        /// A support programme.
        Programme = "programme",
        Organisation = "organisation",
        /// A document, data set, repository…
        Resource = "ressource",
        /// An event, policy or starting situation.
        Event = "evenement",
        /// A way to contribute.
        Contribution = "contribution",
        /// A definition, notion or grid.
        Definition = "definition",
    }
}

words! {
    /// Whether the administration initiated a commons.
    Initiated {
        /// It did.
        Yes = "oui",
        /// It did not.
        No = "non",
    }
}

words! {
    /// Whether a use is allowed.
    Answer {
        /// Allowed.
        Yes = "oui",
        /// To be checked.
        Check = "verifier",
        /// Not allowed.
        No = "non",
    }
}

words! {
    /// How mature one side of a commons is, from the least.
    Stage {
        /// Being thought about.
        Reflection = "reflexion",
        /// Being built.
        Construction = "construction",
        /// In use and changing.
        Evolution = "evolution",
        Complete = "abouti",
    }
}

words! {
    /// The three sides of a commons whose maturity is judged.
    Axis {
        /// What is shared.
        Resource = "ressource",
        /// Who uses and maintains it.
        Community = "communaute",
        /// Who decides, by which rules.
        Governance = "gouvernance",
    }
}

words! {
    /// What an address leads to.
    LinkKind {
        /// The thing's own site.
        Site = "site",
        /// Source code or models.
        Repository = "depot",
        Wiki = "wiki",
        Document = "document",
        Data = "donnees",
        /// A form or page to reach people.
        Contact = "contact",
        /// Anything else.
        Other = "autre",
    }
}

words! {
    /// The two families of a call's challenges.
    ChallengeAxis {
        /// Across themes.
        Transversal = "transversal",
        /// Of one theme.
        Thematic = "thematique",
    }
}

words! {
    /// What happened to an entry.
    ChangeNature {
        /// It joined the catalogue.
        New = "nouveau",
        /// It was there, and says something else.
        Modified = "modifie",
    }
}

words! {
    /// Where a whole card leads.
    GridLink {
        Fiche = "fiche",
        /// To the entry's own site, or to the fiche if it has none.
        Site = "site",
    }
}
