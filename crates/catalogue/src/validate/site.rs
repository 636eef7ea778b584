//! Everything of the file that is not an entry: settings, vocabularies, documents, grids, changes.

use super::checker::{Checker, item_of};
use super::identity::identity;
use crate::base_url::BaseUrl;
use crate::diagnostic::{Expected, JsonType, Path, Severity};
use crate::entry::Entry;
use crate::scalar;
use crate::site::{Change, Document, Grid, HelpGroup, Site};
use crate::value::{Parts, Value};
use crate::vocabulary::{MOTIFS, Right, Term, TermIndex, Vocabularies, VocabularyKey};
use crate::words::{Answer, ChangeNature, GridLink, Model};
use messages::Language;

pub(super) fn vocabularies(checker: &mut Checker<'_>, mut said: Parts, path: &Path<'_>) -> Vocabularies {
    let mut vocabularies = Vocabularies::default();
    for key in VocabularyKey::ALL {
        let (mut patterns, mut seen) = (MOTIFS.iter().cycle(), Vec::new());
        let items = said.value(key.word());
        vocabularies.terms[*key as usize] = checker.each(items, &path.key(key.word()), |checker, mut said, path| {
            // A theme that names no pattern gets one by its rank, so that neighbours still differ.
            let pattern = patterns.next().copied();
            let path = path.key("id");
            let id = checker.unseen(said.value("id").word()?, &mut seen, &path)?;
            checker.tell_reserved(&id, &path);
            if *key == VocabularyKey::Licence {
                return licence(checker, id, said, &path);
            }
            let motif = said.value("motif").one_of(&MOTIFS).or(pattern)?;
            let icon = said.value("icon").word();
            Some(Term { id, label: said.text("label")?, motif, icon, url: None, rights: Vec::new() })
        });
    }
    vocabularies
}

fn licence(checker: &mut Checker<'_>, id: String, mut said: Parts, path: &Path<'_>) -> Option<Term> {
    if !scalar::is_licence_id(&id) {
        checker.report(Severity::Warning, path, &id, Expected::LicenceId, Some(scalar::to_licence_id(&id)));
    }
    Some(Term {
        id,
        label: said.text("label")?,
        motif: "communs",
        icon: None,
        url: said.value("url").address(),
        rights: said.all("rights", right),
    })
}

fn right(mut said: Parts) -> Option<Right> {
    let usage = said.text("usage")?;
    Some(Right {
        usage,
        answer: said.value("answer").one_of(Answer::ALL)?,
        note: said.text("note").unwrap_or_default(),
    })
}

pub(super) fn documents(checker: &mut Checker<'_>, file: &mut Parts) -> Vec<Document> {
    let mut seen = Vec::new();
    checker.each_of(file, "documents", |checker, mut said, path| {
        Some(Document {
            id: checker.unseen(said.value("id").word()?, &mut seen, &path.key("id"))?,
            title: said.text("title")?,
            nature: said.text("nature").unwrap_or_default(),
            url: said.value("url").address(),
        })
    })
}

/// What the site speaks.
pub(super) fn language(site: &mut Parts) -> Language {
    site.words("languages").iter().find_map(|code| Language::parse(code)).unwrap_or_default()
}

pub(super) fn site(checker: &mut Checker<'_>, mut said: Parts, language: Language, path: &Path<'_>) -> Site {
    checker.fields(&mut said, path);
    Site {
        url: said.value("url").word().and_then(|url| BaseUrl::parse(&url).ok()),
        title: checker.required(&mut said, "title", path).text().unwrap_or_default(),
        heading: said.text("heading").unwrap_or_default(),
        description: said.text("description").unwrap_or_default(),
        introduction: said.text("introduction").unwrap_or_default(),
        invitation_heading: said.text("invitation_heading").unwrap_or_default(),
        invitation: said.text("invitation").unwrap_or_default(),
        contact: said.value("contact").word(),
        updated: said.value("updated").date(),
        language,
        examples: said.texts("examples"),
        licence: said.value("licence").word().unwrap_or_default(),
        repository: said.value("repository").address(),
        identity: identity(&mut said),
        hides_problems: said.value("show_problems").boolean() == Some(false),
    }
}

/// What changed in the catalogue, newest first.
pub(super) fn changes(checker: &mut Checker<'_>, file: &mut Parts) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for change in checker.value(file, "changes", &Path::ROOT).objects(change) {
        // After those of the same date: the order of the file decides between them.
        let place = changes.partition_point(|known| known.date >= change.date);
        changes.insert(place, change);
    }
    changes
}

fn change(mut said: Parts) -> Option<Change> {
    Some(Change {
        date: said.value("date").date()?,
        nature: said.value("nature").one_of(ChangeNature::ALL)?,
        entries: said.value("entries").all(Value::entry),
        reason: said.text("reason")?,
    })
}

/// Groups of words of one meaning: a word outside any group says nothing.
pub(super) fn synonyms(checker: &mut Checker<'_>, groups: Value, path: &Path<'_>) -> Vec<Vec<String>> {
    let mut synonyms = Vec::new();
    for (rank, group) in groups.items() {
        let group = group.items();
        let is_group = group.iter().all(|(rank, _)| rank.is_some());
        let words: Vec<String> = group.into_iter().filter_map(|(_, word)| word.word()).collect();
        if is_group {
            synonyms.push(words);
        } else {
            let found = format!("\"{}\"", words.concat());
            let expected = Expected::Type(JsonType::List);
            checker.report(Severity::Ignored, &item_of(path, rank), &found, expected, None);
        }
    }
    synonyms
}

pub(super) fn grids(checker: &mut Checker<'_>, file: &mut Parts) -> Vec<Grid> {
    let mut seen = Vec::new();
    checker.each_of(file, "grids", |checker, mut said, path| {
        let (mut id, path) = (said.value("id").word()?, path.key("id"));
        if scalar::is_own_anchor(&id) {
            let free = format!("{id}-2");
            checker.report(Severity::Warning, &path, &id, Expected::Unreserved, Some(free.clone()));
            id = free;
        }
        Some(Grid {
            id: checker.unseen(id, &mut seen, &path)?,
            heading: said.text("heading")?,
            lead: said.text("lead").unwrap_or_default(),
            link: said.value("link").one_of(GridLink::ALL).unwrap_or(GridLink::EntryPage),
            columns: said.value("columns").one_of(&[3, 4]).unwrap_or(3),
            image: said.value("image").boolean().unwrap_or(false),
            more: said.value("more").boolean().unwrap_or(false),
            entries: said.value("entries").all(Value::entry),
        })
    })
}

pub(super) fn help_groups(checker: &mut Checker<'_>, file: &mut Parts) -> Vec<HelpGroup> {
    checker.value(file, "help_groups", &Path::ROOT).objects(|mut said| {
        Some(HelpGroup { need: Some(said.value("need").term()?), supports: said.value("supports").all(Value::entry) })
    })
}

/// The groups of the needs that commons have and the file does not list, in the order of the vocabulary; at the
/// end, that of the needs without a term.
pub(super) fn other_help_groups(checker: &mut Checker<'_>, entries: &[Entry], groups: &[HelpGroup]) -> Vec<HelpGroup> {
    let commons = entries.iter().filter(|entry| entry.kind.is(Model::Commons));
    let rank = |need: &Option<TermIndex>| need.map_or(u32::MAX, |term| term.0);
    let mut needed: Vec<Option<TermIndex>> = Vec::new();
    for need in commons.flat_map(|entry| &entry.needs).map(|need| need.tag) {
        if groups.iter().all(|group| group.need != need)
            && let Err(place) = needed.binary_search_by_key(&rank(&need), rank)
        {
            needed.insert(place, need);
        }
    }
    for term in needed.iter().flatten().filter(|_| !groups.is_empty()) {
        let id = checker.vocabularies.term(VocabularyKey::Need, *term).id.clone();
        checker.report(Severity::Warning, &Path::ROOT.key("help_groups"), &id, Expected::HelpGroup, None);
    }
    needed.into_iter().map(|need| HelpGroup { need, supports: Vec::new() }).collect()
}
