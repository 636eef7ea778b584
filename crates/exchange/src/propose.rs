//! A mapping for a table that no mapping knows: from its headings, and from what its cells look like.

use std::collections::BTreeSet;

use catalogue::{ENTRY, Json, Shape};

use crate::path::Row;
use crate::prose::{self, Prose};
use crate::read::{Document, LINE, ROOT};
use crate::values::{object, text};
use crate::written::{address, date, email, fold};

/// Each field and the headings that are for it, folded, in the order of preference.
const HEADINGS: [(&str, &str); 30] = [
    (
        "name",
        "nom name title titre intitule libelle denomination nom-du-service logiciel projet outil product \
         produit nom-du-projet nom-complet",
    ),
    ("id", "id identifiant identifier slug"),
    ("aliases", "alias aliases sigle acronyme autres-noms acronym"),
    (
        "summary",
        "resume summary tagline accroche baseline fonction description-courte short-description sous-titre \
         soustitre objet",
    ),
    ("description", "description description-longue details presentation long-description contenu"),
    ("need", "besoin usage cas-d-usage contexte-usage need"),
    (
        "themes",
        "theme themes thematique thematiques categorie categories category domaine domaines secteur tags \
         rubrique",
    ),
    ("nature", "nature type genre kind composant"),
    ("keywords", "mots-cles mot-cle keywords etiquettes"),
    (
        "bearers",
        "porteur porteurs operateur organisme organisation producteur editeur structure structure-porteuse \
         owner publisher auteur ministere",
    ),
    ("partners", "partenaire partenaires partners"),
    ("users", "utilisateurs utilisateur users administrations-utilisatrices"),
    ("providers", "prestataire prestataires support providers"),
    ("licences", "licence licences license licenses"),
    ("version", "version derniere-version"),
    ("technologies", "technologies technologie langage langages language platforms stack"),
    ("audiences", "public publics audience cible cibles"),
    ("territories", "territoire territoires region pays departement country"),
    ("status.state", "statut status etat"),
    ("updated", "mise-a-jour date-de-mise-a-jour updated updated-at last-update modifie maj derniere-mise-a-jour"),
    ("emails", "courriel courriels email emails mail contact-email e-mail"),
    (
        "links.site",
        "site url lien site-web website website-url homepage homepage-url adresse lien-du-service landing-url \
         page",
    ),
    ("links.depot", "depot repository repo repo-url code-source github source-code source-code-url code forge"),
    ("links.document", "documentation doc docs"),
    ("links.donnees", "donnees data jeu-de-donnees"),
    ("links.contact", "contact formulaire"),
    ("identifiers.wikidata", "wikidata"),
    ("identifiers.siren", "siren siren-epci"),
    ("identifiers.doi", "doi"),
    ("note", "note notes remarque remarques commentaire commentaires precisions"),
];

/// What may separate several values of a cell.
const SEPARATORS: [&str; 4] = [" | ", ";", "|", ","];

/// A mapping, as the text of its file; nothing when the documents hold no rows. `name` is the id of the source.
pub fn propose(name: &str, documents: &[Document]) -> Option<String> {
    let document = documents.first()?;
    let (path, rows) = rows_of(document)?;
    let mut columns: Vec<&str> = Vec::new();
    let several = documents.iter().skip(1).flat_map(|document| Row::all(&document.tree, &document.file, &path));
    let rows: Vec<Row<'_>> = rows.into_iter().chain(several).take(500).collect();
    for row in &rows {
        let Json::Object(fields) = row.value else { continue };
        for (key, _) in fields {
            if key != LINE && key != ROOT && !columns.contains(&key.as_str()) {
                columns.push(key);
            }
        }
    }
    let columns: Vec<Column<'_>> = columns.into_iter().map(|name| Column::of(name, &rows)).collect();
    let mut fields: Vec<(&str, Vec<Json>)> = Vec::new();
    let mut used = BTreeSet::new();
    for (field, words) in HEADINGS {
        for word in words.split(' ') {
            let found = columns
                .iter()
                .find(|column| column.folded == word && !used.contains(column.name) && column.may_be(field));
            let Some(column) = found else { continue };
            used.insert(column.name);
            put(&mut fields, field, column);
            if matches!(field, "name" | "id" | "summary" | "nature" | "updated" | "version" | "status.state") {
                break;
            }
        }
    }
    // Headings that say nothing known: what their cells are.
    for column in columns.iter().filter(|column| !used.contains(column.name) && column.filled > 0) {
        if column.addresses * 10 >= column.filled * 8 {
            let is_code = column.values.iter().filter(|value| is_forge(value)).count() * 2 > column.values.len();
            put(&mut fields, if is_code { "links.depot" } else { "links.autre" }, column);
        } else if column.emails * 10 >= column.filled * 8 {
            put(&mut fields, "emails", column);
        }
    }
    if fields.iter().all(|(field, _)| *field != "name") {
        // The first column whose cells differ and are short.
        let column = columns.iter().filter(|column| !used.contains(column.name)).find(|column| column.is_name())?;
        put(&mut fields, "name", column);
    }
    let keys = columns.iter().take(3).map(|column| Json::String(column.name.to_owned())).collect();
    Some(file(name, &path, fields, keys))
}

/// The rows of a document and their path: its own when it is a list, else those of its longest list of objects.
fn rows_of(document: &Document) -> Option<(String, Vec<Row<'_>>)> {
    let mut path = "[]".to_owned();
    if let Json::Object(fields) = &document.tree {
        let lists = fields.iter().filter(|(_, value)| matches!(value.items().first(), Some(Json::Object(_))));
        if let Some((key, _)) = lists.max_by_key(|(_, value)| value.items().len()) {
            path = format!("{key}[]");
        } else if fields.len() > 1 && fields.iter().all(|(_, value)| matches!(value, Json::Object(_))) {
            path = "{}".to_owned();
        }
    }
    let rows = Row::all(&document.tree, &document.file, &path);
    (!rows.is_empty()).then_some((path, rows))
}

struct Column<'a> {
    name: &'a str,
    folded: String,
    values: Vec<String>,
    filled: usize,
    addresses: usize,
    emails: usize,
    dates: usize,
    prose: Prose,
    separator: Option<&'static str>,
}

impl<'a> Column<'a> {
    fn of(name: &'a str, rows: &[Row<'_>]) -> Self {
        let values: Vec<String> = rows.iter().flat_map(|row| row.words(name)).map(Into::into).collect();
        let count = |is: &dyn Fn(&str) -> bool| values.iter().filter(|value| is(value)).count();
        let separated = |separator: &&str| count(&|value| value.contains(separator)) * 5 >= values.len().max(1);
        Self {
            name,
            folded: fold(name),
            filled: values.len(),
            addresses: count(&|value| address(value).is_some()),
            emails: count(&|value| email(value).is_some()),
            dates: count(&|value| date(value).is_some()),
            prose: prose::guess(values.iter().map(|value| value.as_str().into())),
            separator: SEPARATORS.into_iter().find(separated),
            values,
        }
    }

    /// Whether its cells are of what a field holds.
    fn may_be(&self, field: &str) -> bool {
        let most = |count: usize| count * 10 >= self.filled * 6;
        match field {
            _ if self.filled == 0 => false,
            "emails" => most(self.emails),
            "updated" => most(self.dates),
            _ if field.starts_with("links.") => {
                most(self.addresses) || field == "links.contact" && most(self.emails + self.addresses)
            }
            "id" => self
                .values
                .iter()
                .all(|value| fold(value) == **value && value.contains(|c: char| c.is_ascii_lowercase())),
            _ => !most(self.addresses),
        }
    }

    fn is_name(&self) -> bool {
        let distinct: BTreeSet<&str> = self.values.iter().map(String::as_str).collect();
        let is_short = self.values.iter().all(|value| value.chars().count() <= 120);
        let has_letters =
            self.values.iter().filter(|value| value.contains(char::is_alphabetic)).count() * 2 > self.filled;
        self.filled > 0
            && is_short
            && has_letters
            && distinct.len() * 10 >= self.filled * 8
            && self.addresses * 2 < self.filled
    }
}

fn is_forge(url: &str) -> bool {
    ["github.com", "gitlab", "codeberg.org", "git.", "forge"].iter().any(|part| url.contains(part))
}

/// Adds the rule of a column to those of a field.
fn put<'a>(fields: &mut Vec<(&'a str, Vec<Json>)>, field: &'a str, column: &Column<'_>) {
    let mut rule = vec![("from", text(column.name))];
    let (field, kind) = match field.split_once('.') {
        Some(("links", kind)) => ("links", Some(kind)),
        _ => (field, None),
    };
    rule.extend(kind.map(|kind| ("kind", text(kind))));
    let is_list = matches!(ENTRY.shape(field), Some(Shape::List(_)));
    if let Some(separator) = column.separator.filter(|_| is_list && !matches!(field, "description" | "links")) {
        rule.push(("split", text(separator)));
    }
    if ["summary", "description", "need", "note"].contains(&field) {
        rule.extend(match column.prose {
            Prose::Plain => None,
            Prose::Markdown => Some(("prose", text("markdown"))),
            Prose::Html => Some(("prose", text("html"))),
        });
    }
    if field == "links" && matches!(kind, Some("autre" | "document" | "donnees")) {
        rule.push(("label", text(column.name)));
    }
    let rule = if rule.len() == 1 { text(column.name) } else { object(rule) };
    match fields.iter_mut().find(|(name, _)| *name == field) {
        Some((_, rules)) => rules.push(rule),
        None => fields.push((field, vec![rule])),
    }
}

fn file(name: &str, path: &str, fields: Vec<(&str, Vec<Json>)>, keys: Vec<Json>) -> String {
    let fields = fields
        .into_iter()
        .map(|(field, mut rules)| (field, if rules.len() == 1 { rules.remove(0) } else { Json::List(rules) }));
    let set = object([("rows", text(path)), ("entry", text("commun")), ("fields", object(fields))]);
    let mapping = object([
        ("name", text(name)),
        ("title", text(name)),
        ("recognise", object([("keys", Json::List(keys))])),
        ("sets", Json::List(vec![set])),
    ]);
    source::json_text(&mapping.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Mapping, read};

    #[test]
    fn headings_and_values_make_a_mapping() {
        let table = "Intitulé;Descriptif;Thématiques;Lien;Code;Maj;Machin\nA;<p>x</p>;a, b;https://a.fr;https://github.com/a/a;01/02/2026;https://m.fr\nB;y;c, d;https://b.fr;;;https://n.fr\n";
        let document = read::document("liste.csv", table.as_bytes(), &mut Vec::new()).unwrap();
        let text = propose("liste", std::slice::from_ref(&document)).unwrap();
        let mapping = Mapping::read("liste.json", &text).unwrap();
        let imported = crate::convert(&mapping, vec![document], Vec::new(), None, None);
        let first = &imported.tree.get("entries").unwrap().items()[0];
        assert_eq!(first.get("name").unwrap().to_string(), "\"A\"");
        assert_eq!(first.get("themes").unwrap().to_string(), r#"["a","b"]"#);
        assert_eq!(first.get("updated").unwrap().to_string(), "\"2026-02-01\"");
        let links = first.get("links").unwrap().to_string();
        for part in ["\"kind\":\"site\"", "\"kind\":\"depot\"", "\"kind\":\"autre\""] {
            assert!(links.contains(part), "{links}");
        }
        assert_eq!(imported.unread, [("Descriptif".to_owned(), 2)], "what no rule takes is told");
    }
}
