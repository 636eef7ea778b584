//! Everything of the file that is not an entry: settings, vocabularies, documents, grids.

use super::checker::{Checker, item_of};
use super::identity::identity;
use crate::base_url::BaseUrl;
use crate::definitions::Shape;
use crate::diagnostic::{Expected, JsonType, Path, Severity};
use crate::entry::Entry;
use crate::scalar;
use crate::site::{Document, Grid, HelpGroup, Site};
use crate::value::{Parts, Value};
use crate::vocabulary::{MOTIFS, Right, Term, TermIndex, Vocabularies, VocabularyKey};
use crate::words::{Answer, GridLink, Model};
use messages::Language;

pub(super) fn vocabularies(checker: &mut Checker<'_>, mut parts: Parts, path: &Path<'_>) -> Vocabularies {
    let mut vocabularies = Vocabularies::default();
    let plain = VocabularyKey::ALL.into_iter().filter(|key| *key != VocabularyKey::Licence);
    for key in plain.chain([VocabularyKey::Licence]) {
        let (mut patterns, mut seen) = (MOTIFS.iter().cycle(), Vec::new());
        let items = parts.value(key.name());
        vocabularies.terms[key as usize] = checker.each(items, &path.key(key.name()), |checker, mut parts, path| {
            // A theme that names no pattern gets one by its rank, so that neighbours still differ.
            let pattern = patterns.next().copied();
            let id = new_id(checker, &mut parts, path, &mut seen)?;
            checker.tell_reserved(&id, &path.key("id"));
            if key == VocabularyKey::Licence {
                return licence(checker, id, parts, path);
            }
            let label = checker.required(&mut parts, "label", path).text()?;
            let motif = checker.optional(&mut parts, "motif", path).one_of(&MOTIFS).or(pattern)?;
            Some(Term { id, label, motif, icon: parts.value("icon").word(), url: None, rights: Vec::new() })
        });
    }
    vocabularies
}

fn licence(checker: &mut Checker<'_>, id: String, mut parts: Parts, path: &Path<'_>) -> Option<Term> {
    if !scalar::is_licence_id(&id) {
        let near = Some(scalar::to_licence_id(&id));
        checker.report(Severity::Warning, &path.key("id"), &id, Expected::LicenceId, near);
    }
    Some(Term {
        id,
        label: checker.required(&mut parts, "label", path).text()?,
        motif: "communs",
        icon: None,
        url: checker.optional(&mut parts, "url", path).address(),
        rights: checker.each(parts.value("rights"), &path.key("rights"), right),
    })
}

fn right(checker: &mut Checker<'_>, mut parts: Parts, path: &Path<'_>) -> Option<Right> {
    let answer = checker.required(&mut parts, "answer", path).one_of(Answer::ALL)?;
    let usage = checker.required(&mut parts, "usage", path).text()?;
    Some(Right { usage, answer, note: parts.text("note").unwrap_or_default() })
}

/// The id of an object, which no other of `seen` has.
fn new_id(checker: &mut Checker<'_>, parts: &mut Parts, path: &Path<'_>, seen: &mut Vec<String>) -> Option<String> {
    let id = checker.required(parts, "id", path).word()?;
    checker.unseen(id, seen, &path.key("id"))
}

pub(super) fn documents(checker: &mut Checker<'_>, items: Value, path: &Path<'_>) -> Vec<Document> {
    let mut seen = Vec::new();
    checker.each(items, path, |checker, mut parts, path| {
        Some(Document {
            id: new_id(checker, &mut parts, path, &mut seen)?,
            title: checker.required(&mut parts, "title", path).text()?,
            nature: parts.text("nature").unwrap_or_default(),
            url: checker.optional(&mut parts, "url", path).address(),
        })
    })
}

/// What the site speaks.
pub(super) fn language(site: &mut Parts) -> Language {
    site.words("languages").iter().find_map(|code| Language::parse(code)).unwrap_or_default()
}

pub(super) fn site(checker: &mut Checker<'_>, mut parts: Parts, language: Language, path: &Path<'_>) -> Site {
    Site {
        url: parts.value("url").word().and_then(|url| address(checker, &url, &path.key("url"))),
        title: checker.required(&mut parts, "title", path).text().unwrap_or_default(),
        heading: parts.text("heading").unwrap_or_default(),
        description: parts.text("description").unwrap_or_default(),
        introduction: parts.text("introduction").unwrap_or_default(),
        invitation_heading: parts.text("invitation_heading").unwrap_or_default(),
        invitation: parts.text("invitation").unwrap_or_default(),
        contact: checker.optional(&mut parts, "contact", path).word(),
        updated: checker.optional(&mut parts, "updated", path).date(),
        language,
        examples: parts.texts("examples"),
        licence: parts.value("licence").word().unwrap_or_default(),
        repository: checker.optional(&mut parts, "repository", path).address(),
        identity: identity(checker, &mut parts, path),
        hides_problems: parts.value("show_problems").boolean() == Some(false),
    }
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

/// The public address of the site.
fn address(checker: &mut Checker<'_>, url: &str, path: &Path<'_>) -> Option<BaseUrl> {
    let address = BaseUrl::parse(url).ok();
    if address.is_none() {
        let root = url.split(['?', '#']).next().unwrap_or_default();
        let near = scalar::to_url(root).filter(|near| BaseUrl::parse(near).is_ok());
        checker.report(Severity::Ignored, path, url, Expected::SiteUrl, near);
    }
    address
}

pub(super) fn grids(checker: &mut Checker<'_>, items: Value, path: &Path<'_>) -> Vec<Grid> {
    let mut seen = Vec::new();
    checker.each(items, path, |checker, mut parts, path| {
        let mut id = checker.required(&mut parts, "id", path).word()?;
        if scalar::is_own_anchor(&id) {
            let free = format!("{id}-2");
            checker.report(Severity::Warning, &path.key("id"), &id, Expected::Unreserved, Some(free.clone()));
            id = free;
        }
        let id = checker.unseen(id, &mut seen, &path.key("id"))?;
        let link = checker.optional(&mut parts, "link", path).one_of(GridLink::ALL);
        let columns = parts.value("columns").number().map_or(Value::Absent, |number| Value::Word(number.to_string()));
        let columns = checker.check(Shape::Word(&["3", "4"]), columns, &path.key("columns")).one_of(&[3, 4]);
        Some(Grid {
            id,
            heading: checker.required(&mut parts, "heading", path).text()?,
            lead: parts.text("lead").unwrap_or_default(),
            columns: columns.unwrap_or(3),
            link: link.unwrap_or(GridLink::EntryPage),
            image: parts.value("image").boolean().unwrap_or(false),
            more: parts.value("more").boolean().unwrap_or(false),
            entries: checker.references(parts.value("entries"), &path.key("entries")),
        })
    })
}

pub(super) fn help_groups(checker: &mut Checker<'_>, items: Value, path: &Path<'_>) -> Vec<HelpGroup> {
    checker.each(items, path, |checker, mut parts, path| {
        let need = checker.must(Shape::Term(VocabularyKey::Need), parts.value("need"), &path.key("need")).term()?;
        let supports = checker.references(parts.value("supports"), &path.key("supports"));
        Some(HelpGroup { need: Some(need), supports })
    })
}

/// The groups of the needs that commons have and the file does not list, in the order of the vocabulary; at the
/// end, that of the needs without a term.
pub(super) fn other_help_groups(
    checker: &mut Checker<'_>,
    entries: &[Entry],
    groups: &[HelpGroup],
    path: &Path<'_>,
) -> Vec<HelpGroup> {
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
        checker.report(Severity::Warning, path, &id, Expected::HelpGroup, None);
    }
    needed.into_iter().map(|need| HelpGroup { need, supports: Vec::new() }).collect()
}
