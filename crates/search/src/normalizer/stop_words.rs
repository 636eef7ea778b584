//! Stop words: those that a question is made of, and that tell nothing of its subject; and those that say
//! what is looked for, which tell little beside its subject.

/// The words that tell nothing, reduced, in alphabetical order.
///
/// Source: the list of the Snowball project for French, without the rare forms of its verbs, and
/// with the words that questions start with.
#[rustfmt::skip]
pub(crate) const STOP_WORDS: &[&str] = &[
    "a", "afin", "ai", "ainsi", "alors", "au", "aucun", "aucune", "aussi", "autre", "autres", "aux", "avec", "avez",
    "avoir", "avons", "beaucoup", "besoin", "bien", "c", "ca", "car", "ce", "ceci", "cela", "celle", "celles", "celui", "ces", "cest",
    "cet", "cette", "ceux", "chaque", "cherche", "chez", "combien", "comme", "comment", "d", "dans", "de", "dedans", "depuis",
    "des", "dois", "doit", "donc", "dont", "du", "elle", "elles", "en", "encore", "entre", "es", "est", "et",
    "etaient", "etait", "etant", "ete", "etes", "etre", "eu", "eux", "existe", "faire", "fait", "faut", "il", "ils",
    "j", "jai", "je", "jusqu", "l", "la", "laquelle", "le", "lequel", "les", "lesquels", "leur", "leurs", "lorsqu", "lui",
    "m", "ma", "mais", "me", "meme", "memes", "mes", "mien", "moi", "moins", "mon", "n", "ne", "ni", "nos", "notre",
    "nous", "on", "ont", "ou", "par", "parce", "pas", "pendant", "peu", "peut", "peuvent", "peux", "plus", "pour",
    "pourquoi", "pourrais", "puis", "puisqu", "qu", "quand", "que", "quel", "quelle", "quelles", "quelque",
    "quelques", "quels", "quest", "qui", "quoi", "s", "sa", "sans", "se", "sera", "serait", "ses", "si", "sien", "soi", "soit",
    "sommes", "son", "sont", "souhaite", "sous", "suis", "sur", "t", "ta", "te", "tes", "toi", "ton", "toujours",
    "tous", "tout", "toute", "toutes", "tres", "trouve", "trouver", "tu", "un", "une", "vers", "veut", "veux", "vos",
    "votre", "voudrais", "voulez", "vous", "y",
];

/// The words of « équivalent libre de … », « logiciel pour … » and « alternative to … », reduced, in
/// alphabetical order.
#[rustfmt::skip]
const ASKING_WORDS: &[&str] = &[
    "alternative", "alternatives", "app", "appli", "application", "applications", "applis", "apps", "equivalent",
    "equivalente", "equivalentes", "equivalents", "gratuit", "gratuite", "gratuitement", "gratuites", "gratuits", "libre",
    "libres", "logiciel", "logiciels", "opensource", "outil", "outils", "remplacant", "remplacement", "remplacer",
    "software", "tool", "tools",
];

/// Whether a reduced word tells nothing of what is looked for.
pub(crate) fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

/// Whether a reduced word only says that something is looked for.
pub(crate) fn is_asking(word: &str) -> bool {
    ASKING_WORDS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{ASKING_WORDS, STOP_WORDS, is_stop_word};

    #[test]
    fn knows_whole_words_only() {
        assert!(STOP_WORDS.is_sorted() && ASKING_WORDS.is_sorted());
        for word in ["a", "de", "y", "comment", "voudrais"] {
            assert!(is_stop_word(word), "{word}");
        }
        for word in ["", "omm", "commun", "logement", "vou"] {
            assert!(!is_stop_word(word), "{word}");
        }
    }
}
