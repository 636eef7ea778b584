//! Everything of the file that is not an entry: settings, vocabularies, documents, grids.

use super::checker::Checker;
use crate::base_url::BaseUrl;
use crate::diagnostic::{Expected, JsonType, Path, Severity};
use crate::entry::Entry;
use crate::forgiving::Listed;
use crate::raw::{RawDocument, RawGrid, RawHelpGroup, RawLicenceTerm, RawRight, RawSite, RawTerm, RawVocabularies};
use crate::scalar;
use crate::site::{Document, Grid, HelpGroup, Section, Site};
use crate::vocabulary::{MOTIFS, Right, Term, TermIndex, Vocabularies, VocabularyKey};
use crate::words::{Answer, GridLink, Kind};
use messages::Language;

pub(super) fn vocabularies(checker: &mut Checker<'_>, raw: RawVocabularies, path: &Path<'_>) -> Vocabularies {
    let mut vocabularies = Vocabularies::default();
    let plain = [
        (VocabularyKey::Theme, raw.theme),
        (VocabularyKey::Nature, raw.nature),
        (VocabularyKey::Need, raw.need),
        (VocabularyKey::Obstacle, raw.obstacle),
        (VocabularyKey::Support, raw.support),
        (VocabularyKey::Audience, raw.audience),
        (VocabularyKey::Scale, raw.scale),
    ];
    for (key, raw) in plain {
        let mut rank = 0;
        let mut seen = Vec::new();
        vocabularies.terms[key as usize] = checker.each(raw, &path.key(key.name()), |checker, raw, path| {
            let term = term(checker, raw, path, rank, &mut seen);
            rank += 1;
            term
        });
    }
    let mut seen = Vec::new();
    vocabularies.terms[VocabularyKey::Licence as usize] =
        checker.each(raw.licence, &path.key("licence"), |checker, raw, path| licence(checker, raw, path, &mut seen));
    vocabularies
}

fn term(checker: &mut Checker<'_>, raw: RawTerm, path: &Path<'_>, rank: usize, seen: &mut Vec<String>) -> Option<Term> {
    let id = checker.slug(Some(raw.id), &path.key("id"))?;
    let id = checker.unseen(id, seen, &path.key("id"))?;
    checker.tell_reserved(&id, &path.key("id"));
    let label = checker.required_text(Some(raw.label), &path.key("label"))?;
    let motif = checker
        .word(raw.motif, &path.key("motif"), &MOTIFS, |word| MOTIFS.iter().copied().find(|known| *known == word));
    // A theme that names no pattern gets one by its rank, so that neighbours still differ.
    let motif = motif.unwrap_or(MOTIFS[rank % MOTIFS.len()]);
    Some(Term { id, label, motif, icon: raw.icon, url: None, rights: Vec::new() })
}

fn licence(checker: &mut Checker<'_>, raw: RawLicenceTerm, path: &Path<'_>, seen: &mut Vec<String>) -> Option<Term> {
    let place = path.key("id");
    let id = checker.required(Some(raw.id), &place)?;
    let id = checker.unseen(id, seen, &place)?;
    checker.tell_reserved(&id, &place);
    if !scalar::is_licence_id(&id) {
        checker.report(Severity::Ignored, &place, &id, Expected::LicenceId, Some(scalar::to_licence_id(&id)));
    }
    Some(Term {
        id,
        label: checker.required_text(Some(raw.label), &path.key("label"))?,
        motif: "communs",
        icon: None,
        url: checker.url(raw.url, &path.key("url")),
        rights: checker.each(raw.rights, &path.key("rights"), right),
    })
}

fn right(checker: &mut Checker<'_>, raw: RawRight, path: &Path<'_>) -> Option<Right> {
    let answer = checker.required_word(Some(raw.answer), &path.key("answer"), Answer::WORDS, Answer::parse)?;
    Some(Right { usage: checker.required_text(Some(raw.usage), &path.key("usage"))?, answer, note: raw.note })
}

pub(super) fn documents(checker: &mut Checker<'_>, raw: Listed<RawDocument>, path: &Path<'_>) -> Vec<Document> {
    let mut seen = Vec::new();
    checker.each(raw, path, |checker, raw, path| {
        let id = checker.required(Some(raw.id), &path.key("id"))?;
        Some(Document {
            id: checker.unseen(id, &mut seen, &path.key("id"))?,
            title: checker.required_text(Some(raw.title), &path.key("title"))?,
            nature: raw.nature,
            url: checker.url(raw.url, &path.key("url")),
        })
    })
}

pub(super) fn site(checker: &mut Checker<'_>, raw: RawSite, path: &Path<'_>) -> Site {
    let contact = Some(raw.contact).filter(|contact| !contact.is_empty());
    let about = raw.about.into_items().into_iter();
    Site {
        url: address(checker, raw.url, &path.key("url")),
        title: checker.required_text(Some(raw.title), &path.key("title")).unwrap_or_default(),
        heading: raw.heading,
        description: raw.description,
        introduction: raw.introduction,
        invitation_heading: raw.invitation_heading,
        invitation: raw.invitation,
        contact: contact.and_then(|contact| checker.email(contact, &path.key("contact"))),
        updated: checker.date(Some(raw.updated).filter(|date| !date.is_empty()), &path.key("updated")),
        language: raw.languages.into_items().iter().find_map(|code| Language::parse(code)).unwrap_or_default(),
        examples: raw.examples.into_items(),
        about: about.map(|raw| Section { heading: raw.heading, paragraphs: raw.paragraphs.into_items() }).collect(),
        licence: raw.licence,
        repository: checker.url(raw.repository, &path.key("repository")),
        hides_problems: raw.show_problems == Some(false),
    }
}

/// Groups of words of one meaning: a word outside any group says nothing.
pub(super) fn synonyms(checker: &mut Checker<'_>, raw: Listed<Listed<String>>, path: &Path<'_>) -> Vec<Vec<String>> {
    checker.each(raw, path, |checker, group, path| {
        let is_group = group.iter().all(|(rank, _)| rank.is_some());
        let words = group.into_items();
        if !is_group {
            let found = format!("\"{}\"", words.concat());
            checker.report(Severity::Ignored, path, &found, Expected::Type(JsonType::List), None);
        }
        is_group.then_some(words)
    })
}

/// The public address of the site.
fn address(checker: &mut Checker<'_>, url: Option<String>, path: &Path<'_>) -> Option<BaseUrl> {
    let url = url?;
    let address = BaseUrl::parse(&url).ok();
    if address.is_none() {
        let root = url.split(['?', '#']).next().unwrap_or_default();
        let near = scalar::to_url(root).filter(|near| BaseUrl::parse(near).is_ok());
        checker.report(Severity::Ignored, path, &url, Expected::SiteUrl, near);
    }
    address
}

pub(super) fn grids(checker: &mut Checker<'_>, raw: Listed<RawGrid>, path: &Path<'_>) -> Vec<Grid> {
    let mut seen = Vec::new();
    checker.each(raw, path, |checker, raw, path| {
        let mut id = checker.slug(Some(raw.id), &path.key("id"))?;
        if scalar::is_own_anchor(&id) {
            let free = format!("{id}-2");
            checker.report(Severity::Ignored, &path.key("id"), &id, Expected::Unreserved, Some(free.clone()));
            id = free;
        }
        let id = checker.unseen(id, &mut seen, &path.key("id"))?;
        let link = checker.word(raw.link, &path.key("link"), GridLink::WORDS, GridLink::parse);
        let columns = raw.columns.map(|columns| columns.to_string());
        let columns = checker.word(columns, &path.key("columns"), &["3", "4"], |word| match word {
            "3" => Some(3),
            "4" => Some(4),
            _ => None,
        });
        Some(Grid {
            id,
            heading: checker.required_text(Some(raw.heading), &path.key("heading"))?,
            lead: raw.lead,
            columns: columns.unwrap_or(3),
            link: link.unwrap_or(GridLink::EntryPage),
            image: raw.image.unwrap_or(false),
            more: raw.more.unwrap_or(false),
            entries: checker.references(raw.entries, &path.key("entries")),
        })
    })
}

pub(super) fn help_groups(checker: &mut Checker<'_>, raw: Listed<RawHelpGroup>, path: &Path<'_>) -> Vec<HelpGroup> {
    checker.each(raw, path, |checker, raw, path| {
        let need = checker.required_term(VocabularyKey::Need, raw.need, &path.key("need"))?;
        Some(HelpGroup { need: Some(need), supports: checker.references(raw.supports, &path.key("supports")) })
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
    let commons = entries.iter().filter(|entry| entry.kind == Kind::Commons);
    let mut needed: Vec<Option<TermIndex>> = commons.flat_map(|entry| &entry.needs).map(|need| need.tag).collect();
    needed.retain(|need| groups.iter().all(|group| group.need != *need));
    needed.sort_unstable_by_key(|need| need.map_or(u32::MAX, |term| term.0));
    needed.dedup();
    for term in needed.iter().flatten().filter(|_| !groups.is_empty()) {
        let id = checker.vocabularies.term(VocabularyKey::Need, *term).id.clone();
        checker.report(Severity::Ignored, path, &id, Expected::HelpGroup, None);
    }
    needed.into_iter().map(|need| HelpGroup { need, supports: Vec::new() }).collect()
}
