//! The parts that pages are made of, by their words in the format, and the menus that lead to pages.

use messages::{Message, contribute, entry_page, home, local, relations, self_check, support, understand, words};

words! {
    /// The menu that leads to a page.
    Menu {
        /// In the header.
        Top = "haut",
        /// In the footer.
        Foot = "pied",
    }
}

words! {
    /// What a part of a page holds, with its heading in the pages of the format.
    SectionType {
        /// Definitions of commons themselves.
        Definitions = "definitions": understand::DEFINITIONS.0,
        Characteristics = "caracteristiques": understand::CHARACTERISTICS.0,
        /// The types of what is shared.
        Natures = "natures": understand::KINDS.0,
        Examples = "exemples": understand::EXAMPLES.0,
        Lexicon = "lexique": understand::LEXICON.0,
        Readings = "lectures": understand::READINGS.0,
        /// Ways to contribute.
        Ways = "facons": contribute::WAYS.0,
        /// What one can bring, and who needs it.
        Skills = "apports": contribute::SKILLS.0,
        Join = "rejoindre": contribute::JOIN.0,
        /// Repositories and wikis.
        Places = "depots": contribute::PLACES.0,
        Propose = "proposer": contribute::PROPOSE.0,
        /// What to know before the situations.
        Notions = "notions": local::WHAT.0,
        Situations = "situations": local::SITUATIONS.0,
        Scales = "echelles": local::SCALES.0,
        /// From an idea to what lasts.
        Path = "etapes": local::PATH.0,
        /// Programmes compared.
        Programmes = "programmes": support::COMPARE.0,
        Calls = "appels": support::CALLS.0,
        /// The way to the self-assessment.
        SelfCheck = "dossier": support::SELF_CHECK.0,
        Obstacles = "freins": support::OBSTACLES.0,
        Methods = "methodes": support::METHODS.0,
        History = "histoire": support::HISTORY.0,
        Proposals = "propositions": support::PROPOSALS.0,
        /// Of the self-assessment: three stages.
        Maturity = "maturite": self_check::MATURITY.0,
        /// Of the self-assessment: the questions of programmes.
        Questions = "questions": self_check::QUESTIONS.0,
        /// Of the self-assessment: what the answers draw.
        Portrait = "portrait": self_check::RESULT.0,
        /// How many entries there are of each main kind.
        KeyFigures = "chiffres": home::KEY_FIGURES.0,
        /// Programmes, commons and bearers, drawn with their links.
        Network = "reseau": relations::NETWORK.0,
        /// Cards of a grid of the data.
        Grid = "grille": [""],
        /// The themes, with their patterns.
        Themes = "themes": home::THEMES.0,
        /// Those that look for help, by kind of help.
        Help = "entraide": home::HELP.0,
        /// To write, or to propose an entry.
        Invitation = "invitation": [""],
        /// The documents that facts come from.
        Documents = "documents": entry_page::DOCUMENTS.0,
        /// Paragraphs.
        Text = "texte": [""],
        /// Chosen entries.
        Entries = "fiches": [""],
        /// The first entries that a query finds.
        Search = "recherche": [""],
        /// The values of a facet, with their counts.
        Facet = "filtre": [""],
    }
}

impl SectionType {
    /// Its anchor, unless the data gives another.
    pub(crate) const fn anchor(self) -> &'static str {
        match self {
            Self::Natures => "ressources",
            Self::Skills => "apport",
            Self::Places => "lieux",
            Self::Notions => "definition",
            Self::Path => "parcours",
            Self::Programmes => "comparer",
            _ => self.word(),
        }
    }

    /// The sentence that opens it in the pages of the format.
    pub(crate) const fn lead(self) -> Option<Message> {
        Some(match self {
            Self::Definitions => understand::DEFINITIONS_LEAD,
            Self::Natures => understand::KINDS_LEAD,
            Self::Examples => understand::EXAMPLES_LEAD,
            Self::Lexicon => understand::LEXICON_LEAD,
            Self::Readings => understand::READINGS_LEAD,
            Self::Join => contribute::JOIN_LEAD,
            Self::Places => contribute::PLACES_LEAD,
            Self::Propose => contribute::PROPOSE_LEAD,
            Self::Situations => local::SITUATIONS_LEAD,
            Self::Scales => local::SCALES_LEAD,
            Self::Path => local::PATH_LEAD,
            Self::Programmes => support::COMPARE_LEAD,
            Self::SelfCheck => support::SELF_CHECK_LEAD,
            Self::Obstacles => support::OBSTACLES_LEAD,
            Self::History => support::HISTORY_LEAD,
            Self::Proposals => support::PROPOSALS_LEAD,
            Self::Maturity => self_check::MATURITY_LEAD,
            Self::Themes => home::THEMES_LEAD,
            _ => return None,
        })
    }

    /// Whether the data says what it holds, so that a page may have several of them.
    pub const fn is_of_host(self) -> bool {
        matches!(self, Self::Text | Self::Entries | Self::Search | Self::Facet | Self::Grid)
    }

    /// Whether it has no name unless the data gives one.
    pub(crate) fn is_unnamed(self) -> bool {
        self.is_of_host() || self == Self::Invitation
    }

    /// Whether it is a part of the home page of the format, which is drawn with the first module.
    pub const fn is_of_home(self) -> bool {
        matches!(self, Self::KeyFigures | Self::Grid | Self::Themes | Self::Help | Self::Invitation)
    }

    /// Whether it shows [details](crate::DETAILS) of entries, as their sources are.
    pub const fn shows_details(self) -> bool {
        !self.is_of_home() && !matches!(self, Self::Text | Self::Facet | Self::Network | Self::Documents)
    }
}
