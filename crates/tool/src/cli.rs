//! The command line: every command with its help, in French, and what is said of one that is misused.

use std::env;
use std::ffi::OsString;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, CommandFactory, FromArgMatches, Parser, Subcommand};
use messages::{Message, tool, uncapitalised};

use crate::{NAME, build};
#[cfg(feature = "keep")]
use crate::{
    export, import, manual, new, serve,
    tell::{check, diff, files, links, search},
};

/// A command line that shows a command at work.
macro_rules! example {
    ($words:literal) => {
        concat!("Exemple\u{a0}: ", env!("CARGO_BIN_NAME"), " ", $words)
    };
}

#[derive(Parser)]
#[command(
    name = NAME,
    version,
    about = "Tenir un catalogue de communs numériques\u{a0}: le commencer, le voir, le vérifier, le publier",
    after_help = example!("check catalogue.json"),
    arg_required_else_help = false
)]
pub(crate) struct Cli {
    #[arg(long, short, global = true, help = "Ne dit que ce qui ne va pas")]
    pub(crate) quiet: bool,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    #[cfg(feature = "keep")]
    #[command(flatten)]
    Keep(Keep),
    #[command(
        about = "Écrit le site entier, prêt à déposer",
        after_help = example!("build --url https://exemple.fr/communs/"),
        // After those that make the data ready, not after them all.
        display_order = 6
    )]
    Build(build::Options),
}

/// What is done to a catalogue beside writing its site.
#[cfg(feature = "keep")]
#[derive(Subcommand)]
pub(crate) enum Keep {
    #[command(
        about = "Commence un catalogue\u{a0}: cinq fiches, de quoi les voir et de quoi les publier",
        after_help = example!("new nos-communs"),
        mut_group("MappingOptions", |group| group.requires("from"))
    )]
    New(new::Options),
    #[command(
        about = "Montre le site sur cette machine\u{202f}; ce que l’on enregistre s’y voit aussitôt",
        after_help = example!("serve --data catalogue.json")
    )]
    Serve(serve::Options),
    #[command(
        about = "Vérifie un catalogue et montre ce qui n’y va pas\u{202f}; échoue s’il y a un problème",
        after_help = example!("check catalogue.json")
    )]
    Check(check::Options),
    #[command(
        about = "Fait d’un catalogue un dossier\u{a0}: une fiche par fichier",
        after_help = example!("split catalogue.json mon-catalogue")
    )]
    Split(files::Split),
    #[command(
        about = "Fait d’un catalogue un fichier, JSON ou YAML selon son nom",
        after_help = example!("join mon-catalogue catalogue.json")
    )]
    Join(files::Join),
    #[command(
        about = "Met des fichiers en forme, commentaires gardés",
        after_help = example!("fmt mon-catalogue")
    )]
    Fmt(files::Fmt),
    #[command(
        about = "Fait un catalogue d’une liste que d’autres tiennent, ou l’y ajoute\u{a0}: tableau, JSON, YAML, Markdown",
        after_help = example!("import tableau.xlsx --into catalogue.json")
    )]
    Import(import::Options),
    #[command(
        about = "Écrit un catalogue sous une autre forme\u{a0}: tableau, publiccode.yml, codemeta.json, API",
        after_help = example!("export catalogue.json --to xlsx --out catalogue.xlsx")
    )]
    Export(export::Options),
    #[command(
        about = "Dit ce qui a changé d’un catalogue à l’autre, et propose la suite de «\u{a0}changes\u{a0}»",
        after_help = example!("diff site/catalogue.json catalogue.json")
    )]
    Diff(diff::Options),
    #[command(
        about = "Cherche dans un catalogue comme le site",
        after_help = example!("search catalogue.json logement vacant")
    )]
    Search(search::Options),
    #[command(
        about = "Interroge chaque adresse d’un catalogue\u{202f}; échoue s’il y en a de mortes",
        after_help = example!("links --write catalogue.json")
    )]
    Links(links::Options),
    #[command(
        about = "Écrit le schéma JSON des fichiers de données, pour les éditeurs",
        after_help = example!("schema > catalogue.schema.json")
    )]
    Schema,
    #[command(
        about = "Écrit ce qui complète les commandes dans un terminal",
        after_help = example!("completions bash > ~/.local/share/bash-completion/completions/communs")
    )]
    Completions(manual::CompletionOptions),
    #[command(
        about = "Écrit les pages de manuel dans un dossier",
        after_help = example!("manual ~/.local/share/man/man1")
    )]
    Manual(manual::Options),
}

impl Command {
    /// What is said of it while it lasts, if it may last.
    pub(crate) fn doing(&self) -> Option<Message> {
        match self {
            Self::Build(_) => Some(tool::WRITING_SITE),
            #[cfg(feature = "keep")]
            Self::Keep(command) => command.doing(),
        }
    }
}

#[cfg(feature = "keep")]
impl Keep {
    fn doing(&self) -> Option<Message> {
        match self {
            Self::New(_) => Some(tool::STARTING),
            Self::Check(_) => Some(tool::CHECKING),
            Self::Split(_) | Self::Join(_) | Self::Fmt(_) => Some(tool::LAYING_OUT),
            Self::Import(_) => Some(tool::IMPORTING),
            Self::Export(_) => Some(tool::EXPORTING),
            Self::Diff(_) => Some(tool::COMPARING),
            Self::Search(_) => Some(tool::SEARCHING),
            Self::Links(_) => Some(tool::ASKING),
            // It says itself where it is, and ends when it is told to.
            Self::Serve(_) | Self::Schema | Self::Completions(_) | Self::Manual(_) => None,
        }
    }
}

const TEMPLATE: &str = "{about}\n\nEmploi\u{a0}: {usage}\n\n{all-args}{after-help}";
const OPTIONS: &str = "Options\u{a0}";
/// What every command has is told after its own options.
const LAST: usize = 100;

/// The whole command line, with nothing left of the English of clap.
pub(crate) fn command() -> clap::Command {
    in_french(Cli::command())
}

fn in_french(command: clap::Command) -> clap::Command {
    let help = clap::Arg::new("help")
        .long("help")
        .short('h')
        .action(ArgAction::Help)
        .help("Dit comment s’en servir")
        .help_heading(OPTIONS)
        .display_order(LAST + 1);
    let mut rank = 0;
    let command = command
        .help_template(TEMPLATE)
        .subcommand_help_heading("Commandes\u{a0}")
        .subcommand_value_name("COMMANDE")
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .mut_args(|arg| {
            // Told as they are typed: clap would sort what is typed without a name by names that nobody sees.
            rank += 1;
            let heading = if arg.is_positional() { "Arguments\u{a0}" } else { OPTIONS };
            let has_value = arg.get_action().takes_values();
            let order = if arg.is_global_set() { LAST } else { rank };
            let arg = arg.display_order(order).help_heading(heading);
            arg.hide_default_value(has_value).hide_possible_values(has_value)
        })
        .arg(help)
        .mut_subcommands(in_french);
    if command.get_version().is_none() {
        return command;
    }
    let version = clap::Arg::new("version").long("version").short('V').action(ArgAction::Version);
    command.arg(version.help("Dit sa version").help_heading(OPTIONS).display_order(LAST + 2))
}

/// What a command line asks for.
///
/// # Errors
/// When it asks for nothing that there is, or for help.
pub(crate) fn parse() -> Result<Cli, clap::Error> {
    let mut words: Vec<OsString> = env::args_os().collect();
    // « help check » is « check --help ».
    if words.get(1).is_some_and(|word| word == "help") {
        words.remove(1);
        words.push("--help".into());
    }
    Cli::from_arg_matches(&command().try_get_matches_from(words)?)
}

/// What is wrong in a command line, in French, then how to use the command that it names, or the tool.
pub(crate) fn misused(error: &clap::Error) -> String {
    let all = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(StyledStr::to_string).collect(),
        Some(value) => vec![value.to_string()],
        None => Vec::new(),
    };
    let of = |kind| all(kind).join(", ");
    let (argument, value) = (of(ContextKind::InvalidArg), of(ContextKind::InvalidValue));
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    // The nearest comes last.
    let near = near.into_iter().find_map(|kind| all(kind).pop());
    let near = near.map(|near| format!("\u{202f}; vouliez-vous écrire «\u{a0}{near}\u{a0}»\u{202f}?"));
    let near = near.unwrap_or_default();
    let problem = match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => format!("{argument}\u{a0}: option inconnue{near}"),
        ErrorKind::UnknownArgument => format!("«\u{a0}{argument}\u{a0}» est de trop"),
        ErrorKind::InvalidSubcommand => {
            format!("{}\u{a0}: commande inconnue{near}", of(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument}\u{a0}: il manque sa valeur"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let valid = of(ContextKind::ValidValue);
            let expected = if valid.is_empty() { help_of(&argument) } else { valid };
            format!("{argument}\u{a0}: «\u{a0}{value}\u{a0}» ne convient pas ({expected}){near}")
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = all(ContextKind::InvalidArg);
            let missing = missing.iter().map(|argument| format!("{argument} ({})", help_of(argument)));
            format!("il manque {}", missing.collect::<Vec<_>>().join(", "))
        }
        ErrorKind::ArgumentConflict => format!("{argument} ne va pas avec {}", of(ContextKind::PriorArg)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "il manque une commande".to_owned()
        }
        _ => "cette ligne de commande ne se lit pas".to_owned(),
    };
    format!("{problem}\n{}", usage())
}

/// The whole command line, and the command of it that is named.
fn commands() -> (clap::Command, Option<clap::Command>) {
    let mut command = command();
    command.build();
    let named = env::args().skip(1).find_map(|word| command.find_subcommand(word).cloned());
    (command, named)
}

/// What the help says that an argument of the command that is named is.
fn help_of(argument: &str) -> String {
    let (all, named) = commands();
    let command = named.unwrap_or(all);
    let known = command.get_arguments().find(|known| known.to_string() == argument);
    let help = known.and_then(clap::Arg::get_help).map(StyledStr::to_string).unwrap_or_default();
    // What it is without the option comes after.
    uncapitalised(help.split('\u{202f}').next().unwrap_or_default())
}

/// What one does first, in order.
const FIRST: [(&str, &str); 4] = [
    ("new mon-catalogue", "commence un catalogue, dans un dossier"),
    ("serve", "le montre sur cette machine, depuis ce dossier"),
    ("check catalogue.json", "dit ce qui n’y va pas"),
    ("build", "écrit le site, prêt à déposer"),
];

/// How to use the command that this command line names, or those that come first.
fn usage() -> String {
    let (command, named) = commands();
    let lines: Vec<String> = match &named {
        Some(named) => {
            let usage = named.clone().render_usage().to_string();
            vec![usage.trim_start_matches("Usage:").trim().to_owned()]
        }
        None => {
            let is_there =
                |words: &str| words.split(' ').next().is_some_and(|name| command.find_subcommand(name).is_some());
            let first = FIRST.into_iter().filter(|(words, _)| is_there(words));
            first.map(|(words, told)| format!("{NAME} {words:<22}{told}")).collect()
        }
    };
    let asked = named.as_ref().and_then(clap::Command::get_bin_name).unwrap_or(NAME);
    format!("Emploi\u{a0}:\n  {}\n«\u{a0}{asked} --help\u{a0}» en dit plus.", lines.join("\n  "))
}
