//! Stop words: those that a question is made of, and that tell nothing of its subject.

/// The words, reduced, each between spaces.
///
/// Source: the list of the Snowball project for French, without the rare forms of its verbs, and
/// with the words that questions start with.
const STOP_WORDS: &str = " a afin ai ainsi alors au aucun aucune aussi autre autres aux avec avez avoir avons \
    beaucoup bien c ca car ce ceci cela celle celles celui ces cet cette ceux chaque chez combien comme comment \
    d dans de dedans depuis des dois doit donc dont du elle elles en encore entre es est et etaient etait etant ete etes \
    etre eu eux existe fait faire faut il ils j je jusqu l la laquelle le lequel les lesquels leur leurs lorsqu lui \
    m ma mais me meme memes mes mien moi moins mon n ne ni nos notre nous on ont ou par parce pas pendant peu peut \
    peuvent peux plus pour pourquoi pourrais puis puisqu qu quand que quel quelle quelles quels quelque quelques qui \
    quoi s sa sans se sera serait ses si sien soi soit sommes son sont sous souhaite suis sur t ta te tes toi ton \
    toujours tous tout toute toutes tres trouve trouver tu un une vers veut veux vos votre voudrais voulez vous y ";

/// Whether a reduced word tells nothing of what is looked for.
pub(in crate::search) fn is_stop_word(word: &str) -> bool {
    let stands_alone = |at: usize| {
        let around = STOP_WORDS.as_bytes();
        at > 0 && around[at - 1] == b' ' && around.get(at + word.len()) == Some(&b' ')
    };
    !word.is_empty() && STOP_WORDS.match_indices(word).any(|(at, _)| stands_alone(at))
}

#[cfg(test)]
mod tests {
    use super::is_stop_word;

    #[test]
    fn knows_whole_words_only() {
        for word in ["a", "de", "y", "comment", "voudrais"] {
            assert!(is_stop_word(word), "{word}");
        }
        for word in ["", "omm", "commun", "logement", "vou"] {
            assert!(!is_stop_word(word), "{word}");
        }
    }
}
