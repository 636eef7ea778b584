//! Inflections: words of one family have one stem.

use frostem::{Algorithm, Stemmer};

use super::{bare, is_number};
use crate::letters::{lowercase, reduced};

/// The stem of a word as it is written, reduced.
///
/// Source: the Snowball stemmer for French, which reads accents; hence the word as written, in lower
/// case. Two families that it joins or parts wrongly, and that public services use every day, are apart.
pub(in crate::search) fn stem(written: &str) -> String {
    if is_number(written) {
        return reduced(written);
    }
    let word = lowercase(bare(written));
    match word.as_str() {
        // A town is no commons, and a public thing is what a public place is.
        "commune" | "communes" => "commune".to_owned(),
        "publique" | "publiques" => "public".to_owned(),
        // Of a verb, « a » ends a tense that catalogues do not use: « data » is no « date ».
        _ if word.trim_end_matches('s').ends_with('a') => reduced(word.trim_end_matches('s')),
        _ => {
            let mut stem = reduced(&Stemmer::new(Algorithm::French).stem(&word));
            // « plantation » is of « planter », as « mutualisation » of « mutualiser »: in short words the
            // stemmer leaves a part of the ending.
            if stem.len() > 6 && stem.ends_with("at") && word.trim_end_matches('s').ends_with("ation") {
                stem.truncate(stem.len() - 2);
            }
            stem
        }
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn brings_families_together() {
        for family in [
            &["logement", "logements", "Logements"][..],
            &["numérique", "numériques"],
            &["financer", "financement", "financée", "financés"],
            &["mutualiser", "mutualisation", "mutualisé"],
            &["partagé", "partagées", "partager", "partage"],
            &["planter", "plantation", "plantations", "plantée"],
            &["communal", "communaux", "communales"],
            &["commune", "Communes"],
            &["public", "publics", "publique", "publiques"],
        ] {
            for word in family {
                assert_eq!(stem(word), stem(family[0]), "{word}, like {}", family[0]);
            }
        }
        assert_eq!(stem("Notepad++"), stem("notepad"));
        assert_eq!(stem("C30"), "c30");
        assert_ne!(stem("habitat"), stem("habitude"));
        assert_ne!(stem("data"), stem("date"));
        assert_eq!(stem("schémas"), stem("schéma"));
        assert_ne!(stem("communes"), stem("communs"));
    }
}
