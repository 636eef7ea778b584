//! `new`: a catalogue of five entries to start from, or of those of a list, and what publishes it.

use std::path::{Path, PathBuf};

use catalogue::Json;
use messages::quoted;
use site::Files;

use crate::import::{self, MappingOptions, Report};
use crate::terminal::Terminal;
use crate::{Failed, LANGUAGE, NAME, place};

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

/// How many entries a catalogue starts from.
const FIRST: usize = 5;
/// What the site of a new catalogue says that is not true of a list.
const OF_THE_FIRST: [&str; 3] = ["introduction", "examples", "licence"];

#[derive(clap::Args)]
pub(crate) struct Options {
    #[arg(value_name = "DOSSIER", help = "Le dossier à faire\u{202f}; s’il est là, il doit être vide")]
    folder: PathBuf,
    #[arg(long, value_name = "NOM", help = "Le nom du catalogue\u{202f}; sans cette option, celui du dossier")]
    title: Option<String>,
    #[arg(
        long,
        num_args = 1..,
        value_name = "SOURCE",
        help = "Part de la liste de ces fichiers ou dossiers, comme «\u{a0}import\u{a0}», au lieu de cinq fiches"
    )]
    from: Vec<PathBuf>,
    #[command(flatten)]
    mapping: MappingOptions,
}

/// Writes the catalogue, and says what to do next.
pub(crate) fn run(options: Options, terminal: Terminal) -> Result<(), Failed> {
    let title = options.title.unwrap_or_else(|| title_of(&options.folder));
    let mut files = files(&title);
    let mut count = FIRST;
    if !options.from.is_empty() {
        let brought = import::read(&options.from, &options.mapping, true, terminal)?;
        let source = brought.title().to_owned();
        let tree = with_site(brought.catalogue(Report { terminal, is_whole: false })?, &title, &source);
        count = tree.get("entries").map_or(0, |entries| entries.items().len());
        files.insert(names::DATA_FILE.to_owned(), source::json_text(&tree.into()).into_bytes());
    }
    place::fill_folder(&options.folder, &files)?;
    let folder = options.folder.display();
    let (entries, title) = (messages::ENTRIES.count(LANGUAGE, count), quoted(LANGUAGE, &title));
    terminal.say(format_args!("{folder}\u{a0}: un catalogue de {entries}, {title}, est prêt."));
    let typed = typed(&options.folder.to_string_lossy());
    let enter = if typed == "." { String::new() } else { format!("  cd {typed}\n") };
    terminal.say(format_args!(
        "Ensuite\u{a0}:\n{enter}  {NAME} serve    pour le voir\n  {NAME} build    pour l’écrire, prêt à déposer\nLISEZMOI.md dit le reste."
    ));
    Ok(())
}

/// A path as one types it in a terminal.
fn typed(path: &str) -> String {
    if path.chars().all(|c| c.is_alphanumeric() || "._-/\\:~".contains(c)) {
        path.to_owned()
    } else if cfg!(windows) {
        format!("\"{path}\"")
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
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

/// A catalogue made of a list, with the site of a new one.
fn with_site(mut catalogue: Json, title: &str, source: &str) -> Json {
    let text = String::from_utf8(files(title).remove(names::DATA_FILE).unwrap_or_default()).unwrap_or_default();
    let first = catalogue::parse(&text).unwrap_or_default();
    let Some(Json::Object(site)) = first.get("site") else { return catalogue };
    let mut site: Vec<_> = site.iter().filter(|(key, _)| !OF_THE_FIRST.contains(&key.as_str())).cloned().collect();
    let introduction = format!("Les fiches de {}, à relire et à compléter.", quoted(LANGUAGE, source));
    site.insert(2, ("introduction".to_owned(), Json::String(introduction)));
    *catalogue.field_mut("site") = Json::Object(site);
    catalogue
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
            let file = source::File { path: "a.json".into(), format: source::Format::Json, text: json };
            assert_eq!(source::formatted(&file).unwrap(), file.text, "it is laid out already");
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
