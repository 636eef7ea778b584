//! `new`: a catalogue of five entries to start from, and what publishes it.

use std::path::{Path, PathBuf};

use site::Files;
use thiserror::Error;

use crate::cli::NAME;
use crate::place::{self, PlaceError};
use crate::terminal::Terminal;

/// The servers that the documentation configures, whose blocks it has word for word.
const HOSTING: &str = include_str!("../../../../docs/heberger.md");
/// The files that are kept in the catalogue, as they are there but for what is between braces.
const FILES: [(&str, &str); 6] = [
    (names::DATA_FILE, include_str!("catalogue.json")),
    ("LISEZMOI.md", include_str!("LISEZMOI.md")),
    (".gitignore", include_str!("gitignore")),
    (".gitlab-ci.yml", include_str!("recipes/gitlab.yml")),
    (".github/workflows/pages.yml", include_str!("recipes/github.yml")),
    (".forgejo/workflows/pages.yml", include_str!("recipes/forgejo.yml")),
];
/// The files that go with the site on a server, and the language of their block in the documentation.
const SERVERS: [(&str, &str); 2] = [("serveur/.htaccess", "apache"), ("serveur/web.config", "xml")];
/// The title when the folder has no name that says one.
const TITLE: &str = "Nos communs";

/// Why there is no new catalogue, in French.
#[derive(Debug, Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Place(#[from] PlaceError),
}

#[derive(clap::Args)]
pub(crate) struct Options {
    #[arg(value_name = "DOSSIER", help = "Le dossier à faire\u{202f}; s’il est là, il doit être vide")]
    folder: PathBuf,
    #[arg(long, value_name = "NOM", help = "Le nom du catalogue\u{202f}; sans cette option, celui du dossier")]
    title: Option<String>,
}

/// Writes the catalogue, and says what to do next.
pub(crate) fn run(options: Options, terminal: Terminal) -> Result<(), Failure> {
    let title = options.title.unwrap_or_else(|| title_of(&options.folder));
    let files = files(&title);
    place::fill_folder(&options.folder, &files)?;
    let folder = options.folder.display();
    terminal.say(format_args!("{folder}\u{a0}: un catalogue de cinq fiches, «\u{a0}{title}\u{a0}», est prêt."));
    let enter = if options.folder.as_os_str() == "." { String::new() } else { format!("  cd {folder}\n") };
    terminal.say(format_args!(
        "Ensuite\u{a0}:\n{enter}  {NAME} serve    pour le voir\n  {NAME} build    pour l’écrire, prêt à déposer\nLISEZMOI.md dit le reste."
    ));
    Ok(())
}

/// Every file of a new catalogue.
fn files(title: &str) -> Files {
    let mut files = Files::new();
    for (name, text) in FILES {
        let title =
            if name == names::DATA_FILE { serde_json::Value::from(title).to_string() } else { title.to_owned() };
        let text = text.replace("{version}", env!("CARGO_PKG_VERSION")).replace("{tool}", NAME);
        files.insert(name.to_owned(), text.replace("{title}", &title).into_bytes());
    }
    for (name, language) in SERVERS {
        let block = HOSTING.split_once(&format!("```{language}\n")).and_then(|(_, rest)| rest.split("```").next());
        files.insert(name.to_owned(), block.unwrap_or_default().as_bytes().to_vec());
    }
    files.insert("catalogue.schema.json".to_owned(), catalogue::schema().into_bytes());
    files
}

/// The name of a folder as a title: `nos-communs` gives « Nos communs ».
fn title_of(folder: &Path) -> String {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let name = folder.file_name().map(|name| name.to_string_lossy().replace(['-', '_'], " ")).unwrap_or_default();
    let mut letters = name.trim().chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => TITLE.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_catalogue_has_no_problem_and_five_entries() {
        for title in ["Démo", "L’\"atelier\" \\ ville"] {
            let files = files(title);
            let json = String::from_utf8(files[names::DATA_FILE].clone()).unwrap();
            let loaded = catalogue::read(&json).unwrap();
            assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
            assert_eq!(loaded.catalogue.entries().len(), 5);
            assert_eq!(loaded.catalogue.site.title.as_str(), title);
        }
    }

    #[test]
    fn every_file_has_what_it_is_for() {
        for (name, bytes) in files("Démo") {
            let text = String::from_utf8(bytes).unwrap();
            assert!(text.len() > 20, "{name}: {text}");
            for left in ["{title}", "{tool}", "{version}"] {
                assert!(!text.contains(left), "{name} has {left}");
            }
        }
    }

    #[test]
    fn a_folder_gives_its_name() {
        for (folder, title) in [("nos-communs", "Nos communs"), ("/a/été_b/", "Été b"), ("/", TITLE)] {
            assert_eq!(title_of(Path::new(folder)), title);
        }
    }
}
