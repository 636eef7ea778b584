//! What an entry says, checked field by field.

use super::checker::Checker;
use super::{Entry, Identified};
use crate::diagnostic::{Path, Severity};
use crate::entry::{AxisMaturity, Challenge, DatedFact, Licence, Link, Metric, Partner, Tagged};
use crate::forgiving::Listed;
use crate::raw::{
    RawCall, RawChallenge, RawCriterion, RawDate, RawLicence, RawLink, RawList, RawMetric, RawPartner, RawSource,
    RawStage, RawTagged,
};
use crate::text::Text;
use crate::vocabulary::VocabularyKey;
use crate::words::{Axis, ChallengeAxis, Initiated, LinkKind, Stage};

pub(super) fn entry(checker: &mut Checker<'_>, identified: Identified, path: &Path<'_>) -> Entry {
    let Identified { id, kind, name, raw, .. } = identified;
    let [resource, community, governance] = [raw.maturity.resource, raw.maturity.community, raw.maturity.governance];
    let maturity_path = path.key("maturity");
    Entry {
        id,
        kind,
        name,
        aliases: raw.aliases.into_items(),
        nature: checker.term(VocabularyKey::Nature, raw.nature, &path.key("nature")),
        nature_detail: raw.nature_detail,
        themes: checker.terms(VocabularyKey::Theme, raw.themes, &path.key("themes")),
        keywords: raw.keywords.into_items(),
        summary: raw.summary,
        call: raw.call.and_then(|raw| call(checker, raw, &path.key("call"))),
        need: raw.need,
        problems: raw.problems.into_items(),
        context: raw.context.into_items(),
        description: raw.description.into_items(),
        principles: raw.principles.into_items(),
        levels: raw.levels.into_items(),
        bearers: checker.references(raw.bearers, &path.key("bearers")),
        partners: checker.each(raw.partners, &path.key("partners"), partner),
        initiated: checker.word(raw.initiated, &path.key("initiated"), Initiated::WORDS, Initiated::parse),
        initiated_basis: raw.initiated_basis,
        governance: raw.governance,
        economic_model: raw.economic_model,
        licence: raw.licence.and_then(|raw| licence(checker, raw, &path.key("licence"))),
        maturity: [
            axis(checker, resource, &maturity_path.key("resource")),
            axis(checker, community, &maturity_path.key("community")),
            axis(checker, governance, &maturity_path.key("governance")),
        ],
        obstacles: tagged(checker, VocabularyKey::Obstacle, raw.obstacles, &path.key("obstacles")),
        needs: tagged(checker, VocabularyKey::Need, raw.needs, &path.key("needs")),
        levers: raw.levers.into_items(),
        metrics: checker.each(raw.metrics, &path.key("metrics"), metric),
        technologies: raw.technologies.into_items(),
        audiences: tagged(checker, VocabularyKey::Audience, raw.audiences, &path.key("audiences")),
        territories: tagged(checker, VocabularyKey::Scale, raw.territories, &path.key("territories")),
        dates: checker.each(raw.dates, &path.key("dates"), dated),
        links: checker.each(raw.links, &path.key("links"), link),
        emails: checker.each(raw.emails, &path.key("emails"), Checker::email),
        handles: raw.handles.into_items(),
        resources: checker.references(raw.resources, &path.key("resources")),
        supports: tagged(checker, VocabularyKey::Support, raw.supports, &path.key("supports")),
        examples: checker.references(raw.examples, &path.key("examples")),
        examples_note: raw.examples_note.into_items(),
        challenges: checker.each(raw.challenges, &path.key("challenges"), challenge),
        waves: checker.each(raw.waves, &path.key("waves"), dated),
        criteria: checker.each(raw.criteria, &path.key("criteria"), criterion),
        proposals: raw.proposals.into_items(),
        lists: checker.each(raw.lists, &path.key("lists"), list),
        related: checker.references(raw.related, &path.key("related")),
        note: raw.note,
        editorial_name: raw.editorial_name,
        order: raw.order,
        sources: checker.each(raw.sources, &path.key("sources"), source),
        updated: checker.date(raw.updated, &path.key("updated")),
        checked: checker.date(raw.checked, &path.key("checked")),
    }
}

fn call(checker: &mut Checker<'_>, raw: RawCall, path: &Path<'_>) -> Option<(Option<Text>, Text)> {
    Some((raw.label, checker.expected_text(raw.text, &path.key("text"))?))
}

fn tagged(checker: &mut Checker<'_>, key: VocabularyKey, items: Listed<RawTagged>, path: &Path<'_>) -> Vec<Tagged> {
    checker.each(items, path, |checker, raw, path| {
        let tag = checker.term(key, raw.tag, &path.key("tag"));
        Some(Tagged { text: checker.expected_text(raw.text, &path.key("text"))?, tag })
    })
}

fn partner(checker: &mut Checker<'_>, raw: RawPartner, path: &Path<'_>) -> Option<Partner> {
    let (entry, name) = match raw.entry {
        Some(id) => (checker.reference(&id, &path.key("entry")), raw.name),
        None => (None, checker.expected_text(raw.name.unwrap_or_default(), &path.key("name"))),
    };
    (entry.is_some() || name.is_some()).then_some(Partner { entry, name, role: raw.role })
}

fn licence(checker: &mut Checker<'_>, raw: RawLicence, path: &Path<'_>) -> Option<Licence> {
    if raw.id.is_empty() {
        checker.missing(Severity::Ignored, &path.key("id"));
        return None;
    }
    let term = checker.term(VocabularyKey::Licence, Some(raw.id), &path.key("id"))?;
    Some(Licence { term, note: raw.note })
}

fn axis(checker: &mut Checker<'_>, raw: Option<RawStage>, path: &Path<'_>) -> AxisMaturity {
    let raw = raw.unwrap_or_default();
    let stage = checker.word(raw.stage, &path.key("stage"), Stage::WORDS, Stage::parse);
    AxisMaturity { stage, note: raw.note }
}

fn metric(checker: &mut Checker<'_>, raw: RawMetric, path: &Path<'_>) -> Option<Metric> {
    let date = checker.date(raw.date, &path.key("date"));
    let told = checker.expected_text(raw.value, &path.key("value"));
    told.map(|value| Metric { label: raw.label, value, date })
}

fn dated(checker: &mut Checker<'_>, raw: RawDate, path: &Path<'_>) -> Option<DatedFact> {
    if raw.date.is_none() && raw.text.is_none() {
        checker.missing(Severity::Ignored, &path.key("date"));
    }
    let date = checker.date(raw.date, &path.key("date"));
    (date.is_some() || raw.text.is_some()).then_some(DatedFact { label: raw.label, date, text: raw.text })
}

fn link(checker: &mut Checker<'_>, raw: RawLink, path: &Path<'_>) -> Option<Link> {
    let kind = checker.word(raw.kind, &path.key("kind"), LinkKind::WORDS, LinkKind::parse).unwrap_or(LinkKind::Other);
    let named = raw.url.is_none();
    let url = checker.url(raw.url, &path.key("url"));
    let dead = checker.date(raw.dead, &path.key("dead"));
    let label = raw.label;
    if named && label.is_none() {
        checker.missing(Severity::Ignored, &path.key("url"));
    }
    if let Some(url) = url.as_ref().filter(|_| dead.is_some()) {
        // Its name stays, nothing leads there.
        let label = label.or_else(|| Some(Text::french(url.host())));
        return Some(Link { url: None, dead, label, kind });
    }
    // A thing named without an address is shown as such; one whose address is unsafe is not.
    (url.is_some() || named && label.is_some()).then_some(Link { url, dead, label, kind })
}

fn challenge(checker: &mut Checker<'_>, raw: RawChallenge, path: &Path<'_>) -> Option<Challenge> {
    Some(Challenge {
        axis: checker.word(raw.axis, &path.key("axis"), ChallengeAxis::WORDS, ChallengeAxis::parse),
        theme: checker.term(VocabularyKey::Theme, raw.theme, &path.key("theme")),
        name: checker.expected_text(raw.name, &path.key("name"))?,
        code: raw.code,
        icon: raw.icon,
    })
}

fn criterion(checker: &mut Checker<'_>, raw: RawCriterion, path: &Path<'_>) -> Option<(Text, Vec<Text>)> {
    Some((checker.expected_text(raw.question, &path.key("question"))?, raw.points.into_items()))
}

fn list(checker: &mut Checker<'_>, raw: RawList, path: &Path<'_>) -> Option<(Text, Vec<Text>)> {
    if raw.items.is_empty() {
        checker.missing(Severity::Ignored, &path.key("items"));
        return None;
    }
    Some((raw.heading, raw.items.into_items()))
}

fn source(checker: &mut Checker<'_>, raw: RawSource, path: &Path<'_>) -> Option<(usize, Option<String>)> {
    Some((checker.document(&raw.document, &path.key("document"))?, raw.lines))
}

/// The axes of [`Entry::maturity`] stand in the order of [`Axis`].
const _: () = assert!(Axis::Resource as usize == 0 && Axis::Community as usize == 1 && Axis::Governance as usize == 2);
