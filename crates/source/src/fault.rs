//! What keeps a file from being read, its place, and what is said of it.

use std::ops::Range;

use messages::Language;
use thiserror::Error;

/// Why a text is not what its name says.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{file}: {kind:?} at byte {}", .range.start)]
pub struct Fault {
    /// The file, as it was named.
    pub file: String,
    /// Its text.
    pub text: String,
    /// The bytes at fault; none where something is missing.
    pub range: Range<usize>,
    pub kind: FaultKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// There is no text.
    Unreadable,
    /// There are no files.
    UnreadableFolder,
    /// A quotation mark inside a text, which ends it there.
    InnerQuote,
    MissingComma,
    MissingColon,
    MissingValue,
    /// A comma with nothing after it, or nothing before.
    ExtraComma,
    /// A text whose closing quotation mark is missing.
    UnclosedText,
    /// A list or an object that this bracket opens and nothing closes.
    Unclosed(char),
    /// The text stops before its end.
    Truncated,
    Comment,
    SingleQuotes,
    /// The quotation marks of word processors.
    CurvedQuotes,
    /// A no-break space, or a letter that takes no room, between values.
    HiddenSpace,
    /// A tab, or another control character, inside a text.
    Control,
    /// A word that should be between quotation marks.
    NoQuotes,
    /// A backslash with what cannot follow one.
    Escape,
    /// Something after the end.
    AfterEnd,
    TooDeep,
    Utf16,
    NotAnObject,
    /// A page, where JSON is expected.
    Html,
    Unexpected,
    /// A tab where YAML wants spaces.
    Tab,
    /// A line that starts under nothing.
    Indentation,
    /// A colon inside a text without quotation marks.
    Colon,
    /// An alias of nothing.
    UnknownAnchor,
    /// Aliases that make far more than the file says.
    TooManyAliases,
    /// A key that is a list or an object.
    ComplexKey,
    SeveralDocuments,
}

impl Fault {
    /// What is wrong, in a sentence, then what to do.
    pub const fn sentence(&self, language: Language) -> &'static str {
        match language {
            Language::French => french(self.kind),
        }
    }
}

const fn french(kind: FaultKind) -> &'static str {
    match kind {
        FaultKind::Unreadable => {
            "ce fichier ne peut pas être lu. Vérifiez que vous en avez le droit et, si c’est un lien, qu’il mène à un fichier."
        }
        FaultKind::UnreadableFolder => "ce dossier ne peut pas être lu. Vérifiez que vous en avez le droit.",
        FaultKind::InnerQuote => {
            "un guillemet droit ferme le texte juste avant ceci. Dans un texte, écrivez-le \\\", ou prenez «\u{a0}…\u{a0}»."
        }
        FaultKind::MissingComma => "il manque une virgule ici, avant ce qui suit.",
        FaultKind::MissingColon => "il manque «\u{a0}:\u{a0}» entre la clé et sa valeur.",
        FaultKind::MissingValue => "il manque une valeur après «\u{a0}:\u{a0}».",
        FaultKind::ExtraComma => "cette virgule est de trop\u{a0}: rien ne la suit ou ne la précède. Retirez-la.",
        FaultKind::UnclosedText => "il manque un guillemet à la fin de ce texte.",
        FaultKind::Unclosed('[') => {
            "le fichier s’arrête avant sa fin\u{a0}: ce crochet n’est jamais fermé, il manque «\u{a0}]\u{a0}»."
        }
        FaultKind::Unclosed(_) => {
            "le fichier s’arrête avant sa fin\u{a0}: cette accolade n’est jamais fermée, il manque «\u{a0}}\u{a0}»."
        }
        FaultKind::Truncated => {
            "le fichier s’arrête avant sa fin\u{a0}: il manque sans doute une accolade ou un crochet fermant, ou l’envoi a été coupé."
        }
        FaultKind::Comment => "le JSON n’a pas de commentaires. Retirez-le, ou tenez le fichier en YAML, qui en a.",
        FaultKind::SingleQuotes => "en JSON, un texte est entre guillemets droits doubles (\").",
        FaultKind::CurvedQuotes => {
            "en JSON, un texte est entre guillemets droits doubles (\"), pas entre ceux des traitements de texte."
        }
        FaultKind::HiddenSpace => {
            "une espace insécable ou un signe invisible n’a pas sa place ici. Mettez une espace ordinaire, ou rien."
        }
        FaultKind::Control => {
            "en JSON, une tabulation ou un autre signe de commande ne peut pas être dans un texte. Mettez une espace."
        }
        FaultKind::NoQuotes => "ce mot doit être entre guillemets droits (\").",
        FaultKind::Escape => {
            "cette barre oblique inverse ne veut rien dire ici\u{a0}: écrivez-la deux fois (\\\\) ou retirez-la."
        }
        FaultKind::AfterEnd => {
            "le fichier est fini avant ceci\u{a0}: une accolade ou un crochet est sans doute de trop."
        }
        FaultKind::TooDeep => "trop de listes et d’objets les uns dans les autres (127 au plus).",
        FaultKind::Utf16 => {
            "le fichier est enregistré en UTF-16 («\u{a0}Unicode\u{a0}» pour certains éditeurs). Enregistrez-le en UTF-8\u{a0}: dans le Bloc-notes, «\u{a0}Enregistrer sous\u{a0}», puis l’encodage «\u{a0}UTF-8\u{a0}»."
        }
        FaultKind::NotAnObject => {
            "il faut un objet\u{a0}: une accolade en JSON, des lignes «\u{a0}clé: valeur\u{a0}» en YAML."
        }
        FaultKind::Html => {
            "ceci est une page HTML ou du XML, pas du JSON\u{a0}: l’adresse d’où vient ce fichier donnait sans doute autre chose."
        }
        FaultKind::Unexpected => {
            "ceci n’a pas sa place ici. Souvent, une virgule ou un guillemet manque ou est de trop."
        }
        FaultKind::Tab => "une tabulation ne peut pas décaler une ligne en YAML. Remplacez-la par des espaces.",
        FaultKind::Indentation => {
            "cette ligne n’est alignée avec rien de ce qui précède. Vérifiez les espaces à son début."
        }
        FaultKind::Colon => {
            "«\u{a0}: \u{a0}» ne peut pas être dans un texte sans guillemets, et une clé n’a pas sa place ici. Mettez le texte entre guillemets, ou vérifiez les espaces au début de la ligne."
        }
        FaultKind::UnknownAnchor => "rien ne porte ce nom (&…) plus haut dans le fichier.",
        FaultKind::TooManyAliases => {
            "les renvois (alias *…) de ce fichier en font bien plus que ce qu’il dit. Écrivez les valeurs là où elles servent."
        }
        FaultKind::ComplexKey => "une clé est un mot, ni une liste ni un objet.",
        FaultKind::SeveralDocuments => "un seul document par fichier\u{a0}: retirez «\u{a0}---\u{a0}» et ce qui suit.",
    }
}
