//! Nouns that the stem of their verb does not start: « réduction », of « réduire ».

/// The end of the stem of a verb and what its forms share, then the same of the noun made from it.
///
/// Source: the verbs of this kind of the third group in French, whose nouns keep the Latin stem; those whose nouns
/// start as they do (« proposer », « proposition ») need no line.
#[rustfmt::skip]
const PAIRS: &[[&str; 4]] = &[
    // stem, forms, stem, forms
    ["cevoir", "cev",   "cept",   "cept"],   // concevoir, conception
    ["cid",    "cid",   "cis",    "cis"],    // décider, décision
    ["clur",   "clu",   "clus",   "clus"],   // inclure, inclusion
    ["duir",   "dui",   "duct",   "duct"],   // réduire, réduction
    ["fendr",  "fend",  "fens",   "fens"],   // défendre, défense
    ["mettr",  "met",   "miss",   "miss"],   // émettre, émission
    ["mouvoir","mouv",  "mot",    "mot"],    // promouvoir, promotion
    ["pondr",  "pond",  "pons",   "pons"],   // répondre, réponse
    ["prim",   "prim",  "press",  "press"],  // imprimer, impression
    ["quer",   "quer",  "quisit", "quis"],   // acquérir, acquisition
    ["revoir", "revoi", "revis",  "revis"],  // prévoir, prévision
    ["rompr",  "romp",  "rupt",   "rupt"],   // interrompre, interruption
    ["soudr",  "sou",   "solu",   "solu"],   // résoudre, résolution
    ["ten",    "ten",   "tien",   "tien"],   // soutenir, soutien
    ["trair",  "trai",  "tract",  "tract"],  // extraire, extraction
    ["vr",     "vrir",  "vertur", "vert"],   // ouvrir, ouverture
];

/// What the relatives of a stem start with: the nouns of a verb, or the verb of a noun.
pub(crate) fn relatives(stem: &str) -> impl Iterator<Item = String> {
    let both = PAIRS.iter().flat_map(|[verb, verbs, noun, nouns]| [(verb, nouns), (noun, verbs)]);
    both.filter_map(move |(end, start)| {
        let base = stem.strip_suffix(*end).filter(|base| !base.is_empty())?;
        Some(format!("{base}{start}"))
    })
}

#[cfg(test)]
mod tests {
    use super::{PAIRS, relatives};
    use crate::normalizer::stem;
    use text::letters::reduced;

    /// Whether a word is found when its relative is typed.
    fn finds(typed: &str, word: &str) -> bool {
        relatives(&stem(typed)).any(|start| reduced(word).starts_with(&start))
    }

    #[test]
    fn knows_the_nouns_of_verbs_and_their_verbs() {
        assert!(PAIRS.is_sorted());
        for (verb, noun) in [
            ("concevoir", "conception"),
            ("recevoir", "réception"),
            ("décider", "décisions"),
            ("exclure", "exclusion"),
            ("réduire", "réduction"),
            ("produire", "production"),
            ("défendre", "défense"),
            ("émettre", "émissions"),
            ("transmettre", "transmission"),
            ("promouvoir", "promotion"),
            ("répondre", "réponse"),
            ("imprimer", "impression"),
            ("acquérir", "acquisition"),
            ("prévoir", "prévisions"),
            ("corrompre", "corruption"),
            ("résoudre", "résolution"),
            ("soutenir", "soutien"),
            ("entretenir", "entretien"),
            ("extraire", "extraction"),
            ("ouvrir", "ouverture"),
            ("couvrir", "couverture"),
        ] {
            assert!(finds(verb, noun) && finds(noun, verb), "{verb}, {noun}");
        }
        for (typed, word) in
            [("devoirs", "devis"), ("mettre", "mission"), ("quérir", "quis"), ("commun", "communication")]
        {
            assert!(!finds(typed, word), "{typed}, not {word}");
        }
    }
}
