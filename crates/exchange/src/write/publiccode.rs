//! `publiccode.yml`, version 0.4 of the standard: what the catalogue knows, and in comments what the team must add.

use std::fmt::Write as _;

use catalogue::{Catalogue, Entry, Json, Licensed, Status, Text, UNTOLD_LANGUAGE, VocabularyKey};

use super::repository;

/// The longest short description, in characters, as the standard says.
const SHORT: usize = 150;

/// The file of an entry; nothing for what is no software.
pub fn publiccode(catalogue: &Catalogue, entry: &Entry) -> Option<String> {
    let url = repository(catalogue, entry)?;
    let mut out = String::from(
        "# Fait à partir d’une fiche de catalogue\u{a0}: à relire et à compléter par l’équipe du logiciel.\n# https://yml.publiccode.tools\npubliccodeYmlVersion: \"0.4\"\n",
    );
    let mut line = |key: &str, value: &str| {
        let _ = writeln!(out, "{key}: {}", quoted(value));
    };
    line("name", entry.name.as_str());
    line("url", url);
    if let Some(site) = entry.site() {
        line("landingURL", site.as_str());
    }
    if let Some(version) = &entry.version {
        line("softwareVersion", version);
    }
    if let Some(date) = entry.updated.filter(|date| date.day.is_some()) {
        line("releaseDate", &date.to_string());
    }
    let state = entry.status.as_ref().map(|status| match status.state {
        Status::Active | Status::Dormant => "stable",
        Status::Trial => "beta",
        Status::Archived | Status::Abandoned | Status::Replaced => "obsolete",
    });
    if let Some(state) = state {
        line("developmentStatus", state);
    }
    let bearer = entry.bearers.first().map(|bearer| catalogue.entry(*bearer));
    if let Some(bearer) = bearer {
        out.push_str("organisation:\n");
        let _ = writeln!(out, "  name: {}", quoted(bearer.name.as_str()));
        if let Some(site) = bearer.site() {
            let _ = writeln!(out, "  uri: {}", quoted(site.as_str()));
        }
    }
    let users: Vec<&str> = entry
        .users
        .iter()
        .filter_map(|party| party.entry.map(|index| &catalogue.entry(index).name).or(party.name.as_ref()))
        .map(Text::as_str)
        .collect();
    if !users.is_empty() {
        out.push_str("usedBy:\n");
    }
    for user in users {
        let _ = writeln!(out, "  - {}", quoted(user));
    }
    out.push_str("description:\n");
    let texts = entry.summary.iter().chain(&entry.description);
    let mut languages: Vec<&str> = Vec::new();
    for (language, _) in texts.flat_map(Text::versions) {
        let language = language.unwrap_or(UNTOLD_LANGUAGE);
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    for language in &languages {
        let said = |text: &Text| {
            text.versions()
                .find(|(tag, _)| tag.unwrap_or(UNTOLD_LANGUAGE) == *language)
                .map(|(_, said)| said.to_owned())
        };
        let short = entry.summary.as_ref().and_then(said).unwrap_or_default();
        let long: Vec<String> = entry.description.iter().filter_map(said).collect();
        let _ = writeln!(out, "  {language}:");
        if !short.is_empty() {
            let _ = writeln!(out, "    shortDescription: {}", quoted(&cut(&short)));
        }
        let long = if long.is_empty() { short } else { long.join("\n\n") };
        let _ = writeln!(out, "    longDescription: {}", quoted(&long));
    }
    let mut licences: Vec<&str> = Vec::new();
    for licence in &entry.licences {
        let id = catalogue.vocabularies.term(VocabularyKey::Licence, licence.term).id.as_str();
        // The data or the texts of a software may be under another licence, which the standard has no place for.
        let is_of_code = matches!(licence.of, Licensed::Code | Licensed::All);
        if is_of_code && !licences.contains(&id) {
            licences.push(id);
        }
    }
    out.push_str("legal:\n");
    if licences.is_empty() {
        out.push_str("  # license: \"\"            # identifiant SPDX\n");
    } else {
        let _ = writeln!(out, "  license: {}", quoted(&licences.join(" OR ")));
    }
    out.push_str(
        "localisation:\n  localisationReady: false   # à vérifier\n  availableLanguages: [\"fr\"] # à vérifier\nmaintenance:\n  type: \"community\"          # à vérifier\u{a0}: internal, contract, community ou none\n",
    );
    if let Some(email) = entry.emails.first() {
        let name = bearer.map_or(entry.name.as_str(), |bearer| bearer.name.as_str());
        let _ = writeln!(out, "  contacts:\n    - name: {}\n      email: {}", quoted(name), quoted(email));
    } else {
        out.push_str("  # contacts: [{name: \"\", email: \"\"}]\n");
    }
    out.push_str("softwareType: \"standalone/other\" # à vérifier\nplatforms: [\"web\"]          # à vérifier\n");
    Some(out)
}

/// A text between double quotes, which YAML reads as JSON does.
fn quoted(text: &str) -> String {
    Json::String(text.to_owned()).to_string()
}

/// A short description: whole, or cut after a word.
fn cut(text: &str) -> String {
    if text.chars().count() <= SHORT {
        return text.to_owned();
    }
    let start: String = text.chars().take(SHORT - 1).collect();
    let end = start.rfind(' ').unwrap_or(start.len());
    format!("{}…", start[..end].trim_end_matches([',', ';', ':', ' ']))
}
