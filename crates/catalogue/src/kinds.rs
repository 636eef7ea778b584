//! The kinds of entries of a catalogue: those of the format and those that it adds, how it calls them, where their
//! pages are, and which of them it shows.

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};

use super::words::Model;
use messages::{ENTRIES, Language, Message, Noun, uncapitalised};

/// The word that stands for every kind in addresses: none has it.
pub const EVERYTHING: &str = "tout";

/// The kinds that a catalogue may have: those of the format, and sixteen of its own.
pub const MOST_KINDS: usize = Model::ALL.len() + 16;

/// A kind of entries: a handle to its row, which knows its model and its addresses without the catalogue.
///
/// What a kind can do is its model's affair; two kinds made on the same model are two kinds. Handles are compared by
/// rank: those of two catalogues are not to be mixed.
#[derive(Clone, Copy)]
pub struct Kind(&'static Row);

#[derive(Debug)]
struct Row {
    rank: u8,
    model: Model,
    id: &'static str,
    folder: &'static str,
}

/// The kinds of the format, in the order of [`Model`].
const FORMAT: &[Row] = &[
    of_format(Model::Commons, "communs"),
    of_format(Model::Programme, "programmes"),
    of_format(Model::Organisation, "organisations"),
    of_format(Model::Resource, "ressources"),
    of_format(Model::Event, "evenements"),
    of_format(Model::Contribution, "contributions"),
    of_format(Model::Definition, "definitions"),
];

const fn of_format(model: Model, folder: &'static str) -> Row {
    Row { rank: model as u8, model, id: model.word(), folder }
}

impl Kind {
    pub const COMMONS: Self = Self::of(Model::Commons);
    pub const PROGRAMME: Self = Self::of(Model::Programme);
    pub const ORGANISATION: Self = Self::of(Model::Organisation);
    pub const RESOURCE: Self = Self::of(Model::Resource);
    pub const EVENT: Self = Self::of(Model::Event);
    pub const CONTRIBUTION: Self = Self::of(Model::Contribution);
    pub const DEFINITION: Self = Self::of(Model::Definition);

    /// The kinds of the format, in the order of [`Model`].
    pub const OF_FORMAT: &'static [Self] = &[
        Self::COMMONS,
        Self::PROGRAMME,
        Self::ORGANISATION,
        Self::RESOURCE,
        Self::EVENT,
        Self::CONTRIBUTION,
        Self::DEFINITION,
    ];

    /// One that a catalogue adds or moves.
    ///
    /// As its words are, it is kept as long as the program runs.
    fn of_host(rank: usize, model: Model, id: &str, folder: &str) -> Self {
        let [id, folder] = [id, folder].map(kept);
        let rank = u8::try_from(rank).expect("a catalogue has fewer kinds than that");
        Self(Box::leak(Box::new(Row { rank, model, id, folder })))
    }

    /// The kind of the format that is its own model.
    pub const fn of(model: Model) -> Self {
        Self(&FORMAT[model as usize])
    }

    /// Its rank among the kinds of its catalogue; those of the format come first, in their order.
    pub const fn rank(self) -> usize {
        self.0.rank as usize
    }

    /// The kind of the format that it is made on: what its entries have, and what is made of it.
    pub const fn model(self) -> Model {
        self.0.model
    }

    /// Whether it is none of the format.
    pub const fn is_added(self) -> bool {
        self.rank() >= FORMAT.len()
    }

    /// Whether it is made on this one.
    pub fn is(self, model: Model) -> bool {
        self.0.model == model
    }

    /// The word for it, in data and in addresses.
    pub const fn word(self) -> &'static str {
        self.0.id
    }

    /// The folder of its entry pages.
    pub const fn folder(self) -> &'static str {
        self.0.folder
    }
}

impl PartialEq for Kind {
    fn eq(&self, other: &Self) -> bool {
        self.0.rank == other.0.rank
    }
}

impl Eq for Kind {}

impl Hash for Kind {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.rank.hash(state);
    }
}

impl fmt::Debug for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.id)
    }
}

/// What a kind of entry is called.
#[derive(Debug, Clone, Copy)]
pub struct KindWords {
    /// One entry of this kind, alone: « Commun ».
    pub name: &'static str,
    /// What tabs and breadcrumbs name its entries: « Communs ».
    pub plural: &'static str,
    /// What is counted of it.
    pub noun: Noun,
    /// Whether the catalogue calls it so, and not the format.
    pub is_of_host: bool,
}

/// The kinds of a catalogue: their words, and those that it shows.
#[derive(Debug, Clone)]
pub struct Kinds {
    /// Each at its rank.
    pub(crate) all: Vec<Kind>,
    /// At the same ranks.
    pub(crate) words: Vec<KindWords>,
    /// In the order of the tabs.
    pub(crate) shown: Vec<Kind>,
}

impl Kinds {
    /// Those of the format.
    pub(crate) fn of_format(language: Language) -> Self {
        let words = Model::ALL.iter().map(|model| {
            let (plural, noun) = model.plural_and_noun();
            KindWords { name: model.name(language), plural: plural.to(language), noun, is_of_host: false }
        });
        Self { all: Kind::OF_FORMAT.to_vec(), words: words.collect(), shown: Kind::OF_FORMAT.to_vec() }
    }

    /// What the entries made on a model are called: as those of their kind where they are all of one, among those that
    /// have entries.
    pub(crate) fn words_of(&self, model: Model, language: Language, is_filled: impl Fn(Kind) -> bool) -> KindWords {
        let mut kinds = self.all.iter().filter(|kind| kind.is(model) && is_filled(**kind));
        match (kinds.next(), kinds.next()) {
            (Some(_), Some(_)) => KindWords::of_any(language),
            (kind, _) => self.words(kind.copied().unwrap_or(Kind::of(model))),
        }
    }

    /// Gives a kind its folder and its words; one that is none of the format joins the others, and has words.
    pub(crate) fn define(&mut self, model: Model, id: &str, folder: &str, words: Option<KindWords>) -> Kind {
        let known = self.parse(id);
        let rank = known.map_or(self.all.len(), Kind::rank);
        let kind = known.filter(|kind| kind.folder() == folder);
        let kind = kind.unwrap_or_else(|| Kind::of_host(rank, model, id, folder));
        if known.is_some() {
            self.all[rank] = kind;
            words.into_iter().for_each(|words| self.words[rank] = words);
        } else {
            self.all.push(kind);
            self.words.extend(words);
        }
        kind
    }

    /// Every kind, at its rank.
    pub fn all(&self) -> &[Kind] {
        &self.all
    }

    /// The kind of a word.
    pub fn parse(&self, word: &str) -> Option<Kind> {
        self.all.iter().copied().find(|kind| kind.word() == word)
    }

    /// What a kind is called.
    pub fn words(&self, kind: Kind) -> KindWords {
        self.words[kind.rank()]
    }

    /// Those shown, in the order of the tabs.
    pub fn shown(&self) -> &[Kind] {
        &self.shown
    }
}

impl KindWords {
    /// What some entries of this kind are called inside a sentence, one or several.
    pub fn inside(&self, language: Language, count: usize) -> Cow<'static, str> {
        match count {
            // The catalogue's own words keep their capitals.
            _ if self.is_of_host => self.noun.agree(language, count).into(),
            1 => uncapitalised(self.name).into(),
            _ => uncapitalised(self.plural).into(),
        }
    }

    /// What any entry is called.
    pub(crate) const fn of_any(language: Language) -> Self {
        const NAME: Message = Message(["Fiche"]);
        const PLURAL: Message = Message(["Fiches"]);
        Self { name: NAME.to(language), plural: PLURAL.to(language), noun: ENTRIES, is_of_host: true }
    }

    /// The words of a catalogue: « logiciel », « logiciels », « aucun logiciel ».
    ///
    /// Words of the site are known when it is built; these are as few, read once, and kept as long as the program runs.
    pub(crate) fn of_host(one: &str, several: &str, none: &str) -> Self {
        let capital = |text: &str| kept(&text::letters::capitalised(text));
        let noun = Noun([[capital(none), kept(one), kept(several)]; Language::COUNT]);
        Self { name: capital(one), plural: capital(several), noun, is_of_host: true }
    }
}

/// A text that is there as long as the program runs.
fn kept(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}
