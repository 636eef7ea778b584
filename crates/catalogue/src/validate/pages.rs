//! The pages that a catalogue lists, and their parts.

use super::checker::Checker;
use super::host;
use crate::diagnostic::{Expected, Path, Severity};
use crate::entry::Entry;
use crate::kinds::Kind;
use crate::pages::{MOST_PAGES, MOST_SECTIONS, Page, PageSection, is_taken};
use crate::scalar;
use crate::section_type::{Menu, SectionType};
use crate::value::{Parts, Value};
use crate::vocabulary::MOTIFS;
use crate::words::Model;
use messages::Language;

/// The ids of the pages that the data lists, as they are written.
pub(super) fn ids(pages: &Value) -> Vec<&str> {
    let Value::List(pages) = pages else { return Vec::new() };
    pages.iter().filter_map(|(_, page)| if let Value::Object(page) = page { page.said("id") } else { None }).collect()
}

/// The pages of the site: a page of the format is taken over by its id, with what else is said of it. Those of the
/// format speak of commons: a catalogue that has none by this name has those only that it lists.
pub(super) fn pages(
    checker: &mut Checker<'_>,
    items: Value,
    entries: &[Entry],
    language: Language,
    path: &Path<'_>,
) -> Vec<Page> {
    let mut seen = Vec::new();
    let mut pages =
        checker.each(items, path, |checker, mut parts, path| page(checker, &mut parts, language, &mut seen, path));
    host::at_most(checker, &mut pages, MOST_PAGES, path);
    let are_others = |kind: Kind| kind != Kind::COMMONS && kind.is(Model::Commons);
    let has_commons = entries.iter().any(|entry| entry.kind == Kind::COMMONS);
    let names_none = checker.kinds.words(Kind::COMMONS).is_of_host
        || !has_commons && entries.iter().any(|entry| are_others(entry.kind));
    if pages.is_empty() && !names_none { Page::of_format(language) } else { pages }
}

fn page(
    checker: &mut Checker<'_>,
    parts: &mut Parts,
    language: Language,
    seen: &mut Vec<String>,
    path: &Path<'_>,
) -> Option<Page> {
    let mut id = checker.required(parts, "id", path).word()?;
    if is_taken(&id) {
        let (first, rest) = id.split_once('/').map_or((id.as_str(), None), |(first, rest)| (first, Some(rest)));
        let free = [format!("{first}-2")].into_iter().chain(rest.map(str::to_owned)).collect::<Vec<_>>().join("/");
        checker.report(Severity::Warning, &path.key("id"), &id, Expected::Unreserved, Some(free.clone()));
        id = free;
    }
    let id = checker.unseen(id, seen, &path.key("id"))?;
    let of_format = Page::of_id(&id, language);
    let title = match (parts.text("title"), &of_format) {
        (Some(title), _) => title,
        (None, Some(page)) => page.title.clone(),
        (None, None) => {
            checker.missing(Severity::LeftOut, &path.key("title"));
            return None;
        }
    };
    let label = parts.text("label").or_else(|| Some(of_format.as_ref()?.label.clone()));
    let lead = parts.text("lead").or_else(|| Some(of_format.as_ref()?.lead.clone()));
    let motif = checker.optional(parts, "motif", path).one_of(&MOTIFS);
    let menu = checker.optional(parts, "menu", path).one_of(Menu::ALL);
    let sections = sections(checker, parts.value("sections"), language, &path.key("sections"));
    Some(Page {
        label: label.unwrap_or_else(|| title.clone()),
        title,
        lead: lead.unwrap_or_default(),
        motif: motif.or(of_format.as_ref().map(|page| page.motif)).unwrap_or("communs"),
        menu: menu.or(of_format.as_ref().and_then(|page| page.menu)),
        sections: if sections.is_empty() { of_format.map(|page| page.sections).unwrap_or_default() } else { sections },
        id,
    })
}

fn sections(checker: &mut Checker<'_>, items: Value, language: Language, path: &Path<'_>) -> Vec<PageSection> {
    let (mut anchors, mut types) = (Vec::new(), Vec::new());
    let mut sections = checker.each(items, path, |checker, mut parts, path| {
        let of = checker.required(&mut parts, "type", path).one_of(SectionType::ALL)?;
        if types.contains(&of) && !of.is_of_host() {
            checker.report(Severity::LeftOut, &path.key("type"), of.word(), Expected::NotYet, None);
            return None;
        }
        let anchor = checker.optional(&mut parts, "id", path).word();
        let heading = parts.text("heading");
        if of.is_of_host() && heading.is_none() {
            checker.missing(Severity::LeftOut, &path.key("heading"));
            return None;
        }
        types.push(of);
        let made = PageSection::new(of, language);
        Some(PageSection {
            id: self::anchor(checker, anchor, &made.id, &mut anchors, path),
            heading: heading.unwrap_or(made.heading),
            lead: parts.text("lead"),
            paragraphs: parts.texts("paragraphs"),
            entries: checker.references(parts.value("entries"), &path.key("entries")),
            query: parts.value("query").word().unwrap_or_default(),
            facet: parts.value("facet").word().filter(|key| host::is_facet(checker, key, &path.key("facet"))),
            kind: checker.optional(&mut parts, "kind", path).one_of(checker.kinds.all()),
            of,
        })
    });
    host::at_most(checker, &mut sections, MOST_SECTIONS, path);
    sections
}

/// The anchor that a part has: the one that it gives itself, else that of its type, if neither is taken.
fn anchor(
    checker: &mut Checker<'_>,
    given: Option<String>,
    own: &str,
    anchors: &mut Vec<String>,
    path: &Path<'_>,
) -> String {
    let first = given.as_deref().unwrap_or(own);
    let is_free = |id: &str, anchors: &[String]| !scalar::is_own_anchor(id) && !anchors.iter().any(|known| known == id);
    let mut free = (2..).map(|n| format!("{first}-{n}")).filter(|id| is_free(id, anchors));
    let id = if is_free(first, anchors) { first.to_owned() } else { free.next().unwrap_or_default() };
    if given.as_deref().is_some_and(|given| given != id) {
        let (severity, expected) = match scalar::is_own_anchor(first) {
            true => (Severity::Warning, Expected::Unreserved),
            false => (Severity::Ignored, Expected::UniqueId),
        };
        checker.report(severity, &path.key("id"), first, expected, Some(id.clone()));
    }
    anchors.push(id.clone());
    id
}
