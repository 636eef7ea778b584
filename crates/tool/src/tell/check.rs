//! `check`: every problem of the files, for people or for programs.

use std::path::PathBuf;

use catalogue::Loaded;
use messages::Noun;
use messages::tool::{ADVICE, LEFT_OUT, PROBLEMS, READ, STRICT_SHOWS, WARNINGS};
use serde_json::{Value, json};
use source::Source;

use super::{Done, advice, completeness, forge};
use crate::LANGUAGE;
use crate::data::{self, DataError};
use crate::problem::{Problem, Weight, text};
use crate::terminal::Terminal;

#[derive(clap::Args)]
pub(crate) struct Options {
    #[arg(value_name = "CATALOGUE", help = "Le catalogue\u{a0}: fichier JSON ou YAML, ou dossier")]
    path: PathBuf,
    #[arg(
        long,
        value_enum,
        value_name = "FORMAT",
        default_value = "text",
        help = "Pour qui\u{a0}: text, json, sarif ou gitlab\u{202f}; sans cette option, text"
    )]
    format: Format,
    #[arg(long, help = "Ajoute des conseils, et échoue s’il y en a")]
    strict: bool,
    #[arg(long, help = "Dit ce qui est rempli, par genre et par champ")]
    completeness: bool,
}

/// For whom problems are told.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
    Sarif,
    Gitlab,
}

/// Tells each problem of a catalogue.
pub(crate) fn run(options: &Options, terminal: Terminal) -> Done {
    let source = data::open(&options.path).inspect_err(|error| {
        // Programs read of it where they read of the others.
        if let (DataError::Fault(fault), true) = (error, options.format != Format::Text) {
            terminal.give(format_args!("{:#}", report(options, &[Problem::of_fault(fault)], None)));
        }
    })?;
    let json = source.json();
    let (loaded, mut problems) = data::read(&source, &options.path, &json)?;
    let problem_count = data::problem_count(&problems);
    let warning_count = problems.iter().filter(|problem| problem.weight == Weight::Warning).count();
    let advice = advice::of(&source);
    let advice_count = advice.len();
    if options.strict {
        problems.extend(advice);
    }
    if options.format == Format::Text {
        problems.iter().for_each(|problem| terminal.give(text::shown(problem)));
        if options.completeness {
            terminal.give(completeness::table(&source));
        }
        let lost = LEFT_OUT.count(LANGUAGE, loaded.entries_left_out());
        let kept = READ.count(LANGUAGE, loaded.catalogue.entries().len());
        let verdict = PROBLEMS.count(LANGUAGE, problem_count);
        let some = |noun: Noun, count: usize| match count {
            0 => String::new(),
            count => format!(", {}", noun.count(LANGUAGE, count)),
        };
        let (warnings, advice) = (some(WARNINGS, warning_count), some(ADVICE, advice_count));
        let hint = if options.strict || advice_count == 0 { "" } else { STRICT_SHOWS.to(LANGUAGE) };
        terminal.say(format_args!("{kept}, {lost}, {verdict}{warnings}{advice}{hint}"));
    } else {
        terminal.give(format_args!("{:#}", report(options, &problems, Some((&source, &loaded)))));
    }
    Ok(problem_count == 0 && !(options.strict && advice_count > 0))
}

/// The problems for programs.
fn report(options: &Options, problems: &[Problem<'_>], read: Option<(&Source, &Loaded)>) -> Value {
    match options.format {
        Format::Sarif => forge::sarif(problems),
        Format::Gitlab => forge::gitlab(problems),
        Format::Text | Format::Json => {
            let mut report = json!({ "problems": forge::json(problems) });
            if let Some((source, loaded)) = read {
                report["entries"] = loaded.catalogue.entries().len().into();
                report["entries_left_out"] = loaded.entries_left_out().into();
                if options.completeness {
                    report["completeness"] = completeness::json(source);
                }
            }
            report
        }
    }
}
