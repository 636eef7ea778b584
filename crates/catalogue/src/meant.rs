//! What was meant by a word that is not the right one: a name for an id, a key in other words.

use super::diagnostic::nearest;
use text::slug;

/// For each key of the format, other words for it: those of French, and of other formats.
const KEYS: &str = "\
entries fiches fiche communs items elements projets projects data
id identifiant slug
kind genre type categorie
name nom titre title label
label libelle nom name titre title
title titre nom name
heading titre title intertitre
summary resume description
keywords mots-cles tags motscles
aliases autres-noms sigles alias
bearers porteurs owners maintainers
partners partenaires
links liens lien url urls site
url adresse lien link href
need besoin
needs besoins
obstacles freins
levers leviers
supports soutiens
audiences publics
territories territoires
changes changements nouveautes
grids grilles
columns colonnes
reason raison motif
updated maj modifie date
checked verifie
contact courriel email
emails courriels email
tag terme
answer reponse
note remarque commentaire
date jour";

/// The key that was meant by another one: in other words, or nearly in the same.
pub(super) fn key(found: &str, keys: &[&str]) -> Option<String> {
    let word = slug(found);
    let mut known = KEYS.lines().filter_map(|line| line.split_once(' '));
    let same = known.find(|(key, words)| keys.contains(key) && words.split(' ').any(|other| other == word));
    same.map(|(key, _)| key.to_owned()).or_else(|| nearest(found, keys.iter().copied()))
}

/// The id that was meant by what is none: the name that goes with it, or nearly the id.
pub(super) fn id<'a>(found: &str, known: impl Iterator<Item = (&'a str, &'a str)>) -> Option<String> {
    let known: Vec<_> = known.collect();
    id_among(found, &known)
}

/// The same, once for every list of ids.
fn id_among(found: &str, known: &[(&str, &str)]) -> Option<String> {
    let word = slug(found);
    let is_meant = |text: &str| !word.is_empty() && slug(text) == word;
    let named = known.iter().find(|(id, name)| is_meant(id) || is_meant(name)).map(|(id, _)| (*id).to_owned());
    named.or_else(|| nearest(found, known.iter().map(|(id, _)| *id)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn keys_are_recognised_in_other_words() {
        let keys = &["id", "name", "summary", "entries", "links"];
        for (found, expected) in [
            ("fiches", Some("entries")),
            ("Fiches", Some("entries")),
            ("Résumé", Some("summary")),
            ("title", Some("name")),
            ("sumary", Some("summary")),
            ("besoin", None),
            ("???", None),
        ] {
            assert_eq!(super::key(found, keys).as_deref(), expected, "{found}");
        }
    }

    #[test]
    fn ids_are_recognised_by_their_name() {
        let known =
            [("ademe", "Agence de la transition"), ("AGPL-3.0", "GNU AGPL, version 3"), ("osm", "OpenStreetMap")];
        for (found, expected) in [
            ("ADEME", Some("ademe")),
            ("Agence de la transition", Some("ademe")),
            ("agpl 3.0", Some("AGPL-3.0")),
            ("Openstreetmap", Some("osm")),
            ("adme", Some("ademe")),
            ("rien", None),
            ("¿?", None),
        ] {
            assert_eq!(super::id(found, known.into_iter()).as_deref(), expected, "{found}");
        }
    }
}
