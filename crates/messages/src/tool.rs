//! What the command line says of a catalogue: its checks, what changed in it, what its addresses answer, what a search
//! finds. What is wrong with a command or a file is beside the error that says so.

use std::io::{Error, ErrorKind};

use crate::{ENTRIES, Language, Message, Noun, number, quoted};

pub const PROBLEMS: Noun = Noun([["aucun problème", "problème", "problèmes"]]);
pub const WARNINGS: Noun = Noun([["aucun avertissement", "avertissement", "avertissements"]]);
pub const ADVICE: Noun = Noun([["aucun conseil", "conseil", "conseils"]]);
pub const READ: Noun = Noun([["aucune fiche lue", "fiche lue", "fiches lues"]]);
pub const LEFT_OUT: Noun = Noun([["aucune écartée", "écartée", "écartées"]]);
pub const STRICT_SHOWS: Message = Message([" (voir --strict)"]);

pub const FILLED: Message = Message(["Rempli"]);
pub const ALL_ENTRIES: Message = Message(["Fiches"]);

pub const FILES: Noun = Noun([["aucun fichier", "fichier", "fichiers"]]);
pub const CHANGED_FILES: Noun = Noun([["Aucun fichier changé", "fichier changé", "fichiers changés"]]);
pub const AS_THEY_WERE: Noun =
    Noun([["aucun fichier laissé tel quel", "fichier laissé tel quel", "fichiers laissés tels quels"]]);
pub const TO_LAY_OUT: Message = Message(["à mettre en forme"]);
pub const LAID_OUT: Message = Message(["mis en forme"]);

pub const NO_SUMMARY: Message =
    Message(["Cette fiche n’a pas de résumé\u{a0}: une phrase qui dit ce que c’est aide à la trouver."]);
pub const OLD: Message =
    Message(["Cette fiche n’a pas été vérifiée depuis plus d’un an. Relisez-la, puis changez cette date."]);

/// Why the machine refuses: by its number for what seldom happens; what is no refusal of the machine says it itself.
pub fn refusal(language: Language, error: &Error) -> String {
    let said = match language {
        Language::French => match error.kind() {
            ErrorKind::NotFound => "ce fichier ou son dossier n’existe pas",
            ErrorKind::PermissionDenied => "vous n’en avez pas le droit",
            ErrorKind::AlreadyExists => "ce nom est déjà pris",
            ErrorKind::IsADirectory => "c’est un dossier",
            ErrorKind::NotADirectory => "ce qui devrait être un dossier n’en est pas un",
            ErrorKind::ReadOnlyFilesystem => "ce disque ne s’écrit pas",
            ErrorKind::StorageFull => "le disque est plein",
            ErrorKind::QuotaExceeded => "vous n’avez plus de place sur ce disque",
            ErrorKind::FileTooLarge => "ce fichier serait trop grand pour ce disque",
            ErrorKind::InvalidFilename | ErrorKind::InvalidInput => "ce nom ne convient pas à ce système",
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy | ErrorKind::AddrInUse => {
                "un autre programme s’en sert"
            }
            ErrorKind::DirectoryNotEmpty => "ce dossier n’est pas vide",
            ErrorKind::OutOfMemory => "cette machine manque de mémoire",
            ErrorKind::InvalidData => "ce n’est pas du texte en UTF-8",
            ErrorKind::AddrNotAvailable => "cette machine n’a pas cette adresse",
            ErrorKind::ConnectionRefused => "connexion refusée",
            ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::NotConnected
            | ErrorKind::BrokenPipe
            | ErrorKind::UnexpectedEof => "connexion coupée",
            ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable | ErrorKind::NetworkDown => {
                "cette machine n’a pas de réseau qui y mène"
            }
            ErrorKind::TimedOut | ErrorKind::WouldBlock => "pas de réponse à temps",
            _ => match error.raw_os_error() {
                Some(code) => return format!("erreur {code} du système"),
                None => return error.to_string(),
            },
        },
    };
    said.to_owned()
}

pub fn file_name(language: Language, id: &str) -> String {
    match language {
        Language::French => format!("Ce fichier devrait porter le nom de sa fiche\u{a0}: {id}.yml."),
    }
}

pub fn no_file(language: Language, id: &str) -> String {
    match language {
        Language::French => format!("Aucun fichier n’a la fiche {}, que cet ordre nomme.", quoted(language, id)),
    }
}

pub fn same_name(language: Language, id: &str) -> String {
    match language {
        Language::French => {
            format!("La fiche {} a le même nom. Est-ce la même chose\u{202f}?", quoted(language, id))
        }
    }
}

pub fn same_address(language: Language, id: &str) -> String {
    match language {
        Language::French => {
            format!("La fiche {} a la même adresse. Est-ce la même chose\u{202f}?", quoted(language, id))
        }
    }
}

pub const ADDED_ENTRIES: Noun = Noun([["aucune fiche ajoutée", "fiche ajoutée", "fiches ajoutées"]]);
pub const REMOVED_ENTRIES: Noun = Noun([["aucune fiche retirée", "fiche retirée", "fiches retirées"]]);
pub const CHANGED_ENTRIES: Noun = Noun([["aucune fiche modifiée", "fiche modifiée", "fiches modifiées"]]);
pub const ELSEWHERE: Message = Message(["Hors des fiches\u{a0}: "]);
pub const REORDERED: Message = Message(["L’ordre des fiches a changé."]);
pub const NOTHING_CHANGED: Message = Message(["Rien n’a changé."]);
pub const DRAFT: Message = Message(["Proposition pour «\u{a0}changes\u{a0}», à relire\u{a0}:"]);
pub const ADDED: Message = Message(["ajouté"]);
pub const REMOVED: Message = Message(["retiré"]);
pub const IN_ANOTHER_ORDER: Message = Message(["dans un autre ordre"]);
pub const REWRITTEN: Message = Message(["réécrit"]);
pub const NOTHING: Message = Message(["rien"]);
pub const YES: Message = Message(["oui"]);
pub const NO: Message = Message(["non"]);
pub const AND: Message = Message(["et"]);
pub const OTHERS: Noun = Noun([["", "autre", "autres"]]);

pub fn becomes(language: Language, before: &str, after: &str) -> String {
    match language {
        Language::French => format!("{before} devient {after}"),
    }
}

/// The news of entries that the catalogue did not have.
pub fn entered(language: Language, names: &str) -> String {
    match language {
        Language::French => format!("Entrée au catalogue\u{a0}: {names}."),
    }
}

/// The news of entries that were changed, and of what in them when that is told.
pub fn updated(language: Language, names: &str, fields: &str) -> String {
    match language {
        Language::French if fields.is_empty() => format!("{names}\u{a0}: mise à jour."),
        Language::French => format!("{names}\u{a0}: mise à jour ({fields})."),
    }
}

pub const ADDRESSES: Noun = Noun([["aucune adresse", "adresse", "adresses"]]);
pub const ALIVE: Noun = Noun([["aucune vivante", "vivante", "vivantes"]]);
pub const MOVED: Noun = Noun([["aucune déplacée", "déplacée", "déplacées"]]);
pub const GONE: Noun = Noun([["aucune disparue", "disparue", "disparues"]]);
pub const REFUSED: Noun = Noun([["aucune refusée", "refusée", "refusées"]]);
pub const UNREACHABLE: Noun = Noun([["aucune injoignable", "injoignable", "injoignables"]]);
pub const DEAD: Noun = Noun([["aucune morte", "morte", "mortes"]]);
pub const DEAD_LATER: Message = Message([
    "Une adresse n’est dite morte qu’à son deuxième échec, sept jours au moins après le premier. Relancez cette commande alors.",
]);
pub const NO_NETWORK: Message =
    Message(["Aucune adresse ne répond\u{a0}: cette machine a-t-elle accès au réseau\u{202f}? Rien n’a été noté."]);

pub fn unknown_value(language: Language, value: &str, facet: &str) -> String {
    let (value, facet) = (quoted(language, value), quoted(language, facet));
    match language {
        Language::French => {
            format!("--query\u{a0}: le catalogue n’a pas la valeur {value} de {facet}\u{202f}; elle est ignorée.")
        }
    }
}

pub fn ignored_parameter(language: Language, why: &str) -> String {
    match language {
        Language::French => format!("--query\u{a0}: {why}\u{202f}; elle est ignorée."),
    }
}

pub fn unknown_parameter(language: Language, name: &str) -> String {
    let name = quoted(language, name);
    match language {
        Language::French => {
            format!("--query\u{a0}: {name} n’est pas un paramètre du catalogue\u{202f}; il est ignoré.")
        }
    }
}

pub fn unknown_word(language: Language, word: &str, near: Option<&str>) -> String {
    let near = near.map(|near| quoted(language, near));
    match language {
        Language::French => {
            let near = near.map(|near| format!(" ({near}\u{202f}?)")).unwrap_or_default();
            format!("Aucune fiche n’a le mot {}{near}.", quoted(language, word))
        }
    }
}

/// How many entries answer a search, of which so many are shown.
pub fn found(language: Language, count: usize, shown: usize) -> String {
    let found = ENTRIES.count(language, count);
    match language {
        Language::French if shown < count => {
            let first = match shown {
                0 => "aucune n’est montrée".to_owned(),
                1 => "la première ci-dessus".to_owned(),
                _ => format!("les {} premières ci-dessus", number(language, shown)),
            };
            format!("{found}, {first} (--limit en montre plus)")
        }
        Language::French => found,
    }
}

/// What is being done, how much of it when that is known, and for how many seconds.
pub fn progress(language: Language, doing: Message, done: Option<(usize, usize)>, seconds: u64) -> String {
    let doing = doing.to(language);
    match language {
        Language::French => {
            let number = |count| number(language, count);
            let done = done.map(|(done, all)| format!("\u{a0}: {} sur {}", number(done), number(all)));
            format!("{doing}{}… {seconds}\u{a0}s", done.unwrap_or_default())
        }
    }
}

pub const WRITING_SITE: Message = Message(["Écriture du site"]);
pub const STARTING: Message = Message(["Écriture du catalogue"]);
pub const CHECKING: Message = Message(["Vérification"]);
pub const LAYING_OUT: Message = Message(["Mise en forme"]);
pub const IMPORTING: Message = Message(["Import"]);
pub const EXPORTING: Message = Message(["Export"]);
pub const COMPARING: Message = Message(["Comparaison"]);
pub const SEARCHING: Message = Message(["Recherche"]);
pub const ASKING: Message = Message(["Adresses interrogées"]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_systems_say_is_not_repeated_in_their_language() {
        for code in 1..200 {
            let said = refusal(Language::French, &Error::from_raw_os_error(code));
            assert!(!said.contains("os error"), "{code}: {said}");
        }
        assert_eq!(refusal(Language::French, &Error::other("la cause")), "la cause");
    }
}
