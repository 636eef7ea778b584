//! Inflections: words of one family have one stem.

use frostem::{Algorithm, Stemmer};

use super::is_number;
use crate::letters::{lowercase, reduced};

/// The stem of a word as it is written, reduced.
///
/// Source: the Snowball stemmer for French, which reads accents; hence the word as written, in lower
/// case. Two families that it joins or parts wrongly, and that public services use every day, are apart.
pub(in crate::search) fn stem(written: &str) -> String {
    if is_number(written) {
        return reduced(written);
    }
    let word = lowercase(written);
    match word.as_str() {
        // A town is no commons, and a public thing is what a public place is.
        "commune" | "communes" => "commune".to_owned(),
        "publique" | "publiques" => "public".to_owned(),
        _ => reduced(&Stemmer::new(Algorithm::French).stem(&word)),
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
            &["communal", "communaux", "communales"],
            &["commune", "Communes"],
            &["public", "publics", "publique", "publiques"],
        ] {
            for word in family {
                assert_eq!(stem(word), stem(family[0]), "{word}, like {}", family[0]);
            }
        }
        assert_eq!(stem("C30"), "c30");
        assert_ne!(stem("habitat"), stem("habitude"));
        assert_ne!(stem("communes"), stem("communs"));
    }
}
