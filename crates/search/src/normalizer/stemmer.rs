//! Inflections: words of one family have one stem.

use frostem::{Algorithm, Stemmer};

use super::{bare, is_number};
use text::letters::{lowercase, reduced};

/// The stem of a word as it is written, reduced.
///
/// Source: the Snowball stemmer for French, which reads accents; hence the word as written, in lower
/// case. Two families that it joins or parts wrongly, and that public services use every day, are apart.
pub(crate) fn stem(written: &str) -> String {
    if is_number(written) {
        return reduced(written);
    }
    let word = lowercase(bare(written));
    let singular = word.trim_end_matches('s');
    match word.as_str() {
        // A town is no commons, and a public thing is what a public place is.
        "commune" | "communes" => "commune".to_owned(),
        "publique" | "publiques" => "public".to_owned(),
        // Of a verb, « a » ends a tense that catalogues do not use: « data » is no « date ».
        _ if singular.len() > 3 && singular.ends_with('a') => reduced(singular),
        _ => {
            let mut stem = reduced(&Stemmer::new(Algorithm::French).stem(&word));
            // « plantation » is of « planter » as « mutualisation » of « mutualiser », « archivage » of « archiver »:
            // the stemmer leaves a part of these endings.
            let endings = [("ation", "at", 4), ("age", "ag", 5)];
            let left = endings.iter().find(|(ending, left, least)| {
                singular.ends_with(ending) && stem.ends_with(left) && stem.len() >= left.len() + least
            });
            if left.is_some() && !matches!(singular, "avantage" | "davantage" | "equipage" | "équipage" | "personnage")
            {
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
            &["partagé", "partagées", "partager", "partage", "partages"],
            &["planter", "plantation", "plantations", "plantée"],
            &["archiver", "archivage", "archives"],
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
        assert_ne!(stem("cas"), stem("ça"));
        assert_ne!(stem("personnage"), stem("personne"));
        assert_eq!(stem("schémas"), stem("schéma"));
        assert_ne!(stem("communes"), stem("communs"));
    }
}
