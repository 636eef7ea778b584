//! The words of the format: values that are one of a few, each an enum.

use messages::{Language, Message, Noun, words};

words! {
    /// The kinds of entry of the format, in the order of the catalogue's tabs: what every kind is made on.
    Model {
        Commons = "commun": ["Commun"],
        Programme = "programme": ["Programme de soutien"],
        Organisation = "organisation": ["Organisation"],
        /// A document, data set, repository…
        Resource = "ressource": ["Ressource"],
        /// An event, policy or starting situation.
        Event = "evenement": ["Événement ou démarche"],
        /// A way to contribute.
        Contribution = "contribution": ["Façon de contribuer"],
        /// A definition, notion or grid.
        Definition = "definition": ["Définition ou grille"],
    }
}

impl Model {
    /// What tabs and breadcrumbs name the entries of this kind, and what is counted of it.
    pub(crate) const fn plural_and_noun(self) -> (Message, Noun) {
        match self {
            Self::Commons => (Message(["Communs"]), Noun([["Aucun commun", "commun", "communs"]])),
            Self::Programme => (Message(["Programmes"]), Noun([["Aucun programme", "programme", "programmes"]])),
            Self::Organisation => {
                (Message(["Organisations"]), Noun([["Aucune organisation", "organisation", "organisations"]]))
            }
            Self::Resource => (Message(["Ressources"]), Noun([["Aucune ressource", "ressource", "ressources"]])),
            Self::Event => (Message(["Événements"]), Noun([["Aucun événement", "événement", "événements"]])),
            Self::Contribution => {
                (Message(["Contributions"]), Noun([["Aucune contribution", "contribution", "contributions"]]))
            }
            Self::Definition => (Message(["Définitions"]), Noun([["Aucune définition", "définition", "définitions"]])),
        }
    }
}

words! {
    /// Whether the administration initiated a commons.
    Initiated {
        Yes = "oui": ["Oui"],
        No = "non": ["Non"],
    }
}

words! {
    /// Whether a use is allowed.
    Answer {
        Yes = "oui": ["Oui."],
        Check = "verifier": ["À vérifier."],
        No = "non": ["Non."],
    }
}

words! {
    /// How mature one side of a commons is, from the least.
    Stage {
        /// Being thought about.
        Reflection = "reflexion": ["En réflexion"],
        Construction = "construction": ["En construction"],
        /// In use and changing.
        Evolution = "evolution": ["En évolution"],
        Complete = "abouti": ["Aboutie"],
    }
}

impl Stage {
    /// A stage that may not be known, inside a sentence.
    pub const fn inside(stage: Option<Self>, language: Language) -> &'static str {
        let inside = match stage {
            None => Message(["non renseignée"]),
            Some(Self::Reflection) => Message(["en réflexion"]),
            Some(Self::Construction) => Message(["en construction"]),
            Some(Self::Evolution) => Message(["en évolution"]),
            Some(Self::Complete) => Message(["aboutie"]),
        };
        inside.to(language)
    }

    /// The stages of the three axes in words.
    pub fn all_inside(stages: [Option<Self>; 3], language: Language) -> String {
        let [resource, community, governance] = stages.map(|stage| Self::inside(stage, language));
        match language {
            Language::French if stages == [None; 3] => "Maturité non renseignée".to_owned(),
            Language::French => {
                format!("Maturité\u{a0}: ressource {resource}, communauté {community}, gouvernance {governance}")
            }
        }
    }
}

words! {
    /// The three sides of a commons whose maturity is judged.
    Axis {
        /// What is shared.
        Resource = "ressource": ["Ressource"],
        /// Who uses and maintains it.
        Community = "communaute": ["Communauté"],
        /// Who decides, by which rules.
        Governance = "gouvernance": ["Gouvernance"],
    }
}

impl Axis {
    /// The letter that stands for it where there is no room.
    pub const fn letter(self, language: Language) -> &'static str {
        const LETTERS: [Message; 3] = [Message(["R"]), Message(["C"]), Message(["G"])];
        LETTERS[self as usize].to(language)
    }
}

words! {
    /// What an address leads to.
    LinkKind {
        /// The thing's own site.
        Site = "site": ["Site"],
        /// Source code or models.
        Repository = "depot": ["Dépôt de code"],
        Wiki = "wiki": ["Wiki"],
        Document = "document": ["Document"],
        Data = "donnees": ["Données"],
        /// A form or page to reach people.
        Contact = "contact": ["Contact"],
        /// Anything else.
        Other = "autre": ["Lien"],
    }
}

words! {
    /// Whether something lives on.
    Status {
        Active = "actif": ["Actif"],
        Trial = "essai": ["En essai"],
        /// Nothing has been heard of it for long.
        Dormant = "dormant": ["Sans signe de vie"],
        /// Closed, and kept to be read.
        Archived = "archive": ["Archivé"],
        /// Ended, and nothing took its place.
        Abandoned = "abandonne": ["Arrêté"],
        /// Something else took its place.
        Replaced = "remplace": ["Remplacé"],
    }
}

impl Status {
    /// Whether it is over: such an entry says so wherever it is named, and comes after those that live.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Archived | Self::Abandoned | Self::Replaced)
    }
}

words! {
    /// What a licence is about.
    Licensed {
        All = "tout": ["Tout"],
        Code = "code": ["Code"],
        Data = "donnees": ["Données"],
        /// Texts, images.
        Content = "contenus": ["Contenus"],
    }
}

impl Licensed {
    /// What a licence is about, in brackets after its name; nothing when it is everything.
    pub fn in_brackets(self, language: Language) -> Option<String> {
        (self != Self::All).then(|| messages::in_brackets(&[self.name(language)]))
    }
}

words! {
    /// Registers that give identifiers.
    Register {
        /// An item of Wikidata: Q42.
        Wikidata = "wikidata": ["Wikidata"],
        /// The nine digits of a French organisation.
        Siren = "siren": ["SIREN"],
        /// The number of a French association: W751234567.
        Rna = "rna": ["RNA"],
        /// The Research Organization Registry: 05v1ya123.
        Ror = "ror": ["ROR"],
        /// A digital object identifier: 10.5281/zenodo.123.
        Doi = "doi": ["DOI"],
        /// An identifier of Software Heritage: swh:1:snp:….
        Swhid = "swhid": ["Software Heritage"],
    }
}

words! {
    /// The two families of a call's challenges.
    ChallengeAxis {
        /// Across themes.
        Transversal = "transversal": ["Défis transversaux"],
        /// Of one theme.
        Thematic = "thematique": ["Défis thématiques"],
    }
}

words! {
    /// What happened to an entry.
    ChangeNature {
        /// It joined the catalogue.
        New = "nouveau": ["Nouveau"],
        /// It was there, and says something else.
        Modified = "modifie": ["Modifié"],
    }
}

words! {
    /// Where a whole card leads.
    GridLink {
        EntryPage = "fiche",
        /// To the entry's own site, or to the entry page if it has none.
        Site = "site",
    }
}

words! {
    /// What a field of a catalogue's own holds.
    FieldType {
        /// A short text.
        Text = "texte",
        Paragraphs = "paragraphes",
        /// One term of a list, or several.
        Terms = "termes",
        Number = "nombre",
        Date = "date",
        /// Yes or no.
        Answer = "oui-non",
        Address = "adresse",
        /// One entry, or several.
        Entries = "fiches",
    }
}

words! {
    /// How much the words of a field weigh in the search.
    SearchWeight {
        /// As much as themes.
        Strong = "fort",
        /// As much as the rest of the text.
        Weak = "faible",
    }
}

words! {
    /// The rubrics of entry pages, of all kinds.
    Rubric {
        Need = "besoin",
        Bearers = "porteurs",
        Description = "description",
        Governance = "gouvernance",
        Maturity = "maturite",
        Obstacles = "freins",
        Resources = "ressources",
        /// Of a programme: what it gives.
        Supports = "soutiens",
        /// Of a programme: what it supports.
        Supported = "soutenus",
        Examples = "exemples",
        /// Of a programme: obstacles that it lifted.
        Lifted = "freins-leves",
        Proposals = "propositions",
    }
}
