//! The pages that a catalogue lists, and their parts: the home page and the one about the site too.

use super::checker::Checker;
use super::host;
use crate::diagnostic::{Expected, Path, Severity};
use crate::entry::Entry;
use crate::kinds::Kind;
use crate::meant;
use crate::pages::{ABOUT, Beside, HOME, MOST_PAGES, MOST_SECTIONS, Page, PageSection, is_taken};
use crate::scalar;
use crate::section_type::{Menu, SectionType};
use crate::value::{Parts, Value};
use crate::vocabulary::MOTIFS;
use crate::words::Model;
use messages::Language;
use text::slug;

/// The ids of the pages that the data lists, as they are written.
pub(super) fn ids(file: &Parts) -> Vec<&str> {
    let Some(Value::List(pages)) = file.get("pages") else { return Vec::new() };
    pages.iter().filter_map(|(_, page)| if let Value::Object(page) = page { page.word("id") } else { None }).collect()
}

/// What the site says of itself, as parts of the page about it: a text each, with or without a heading.
pub(super) fn about(parts: &mut Parts) -> Vec<PageSection> {
    let mut sections = parts.all("about", |mut section| {
        let heading = section.text("heading").unwrap_or_default();
        let made = PageSection::new(SectionType::Text, Language::default());
        let id = Some(slug(heading.as_str())).filter(|id| !id.is_empty()).unwrap_or_else(|| made.id.clone());
        Some(PageSection { heading, id, paragraphs: section.texts("paragraphs"), ..made })
    });
    sections.retain(|section| !section.paragraphs.is_empty());
    sections
}

/// The pages of the site: a page of the format is taken over by its id, with what else is said of it. The guides of the
/// format speak of commons: a catalogue that has none by this name has those only that it lists. The home page and the
/// one about the site are there whether they are listed or not, and take the place of no guide.
pub(super) fn pages(checker: &mut Checker<'_>, file: &mut Parts, entries: &[Entry], beside: &Beside<'_>) -> Vec<Page> {
    let mut seen = Vec::new();
    let of_format = Page::of_format(beside);
    let mut pages =
        checker.each_of(file, "pages", |checker, said, path| page(checker, said, beside, &of_format, &mut seen, path));
    host::at_most(checker, &mut pages, MOST_PAGES, &Path::ROOT.key("pages"));
    let are_others = |kind: Kind| kind != Kind::COMMONS && kind.is(Model::Commons);
    let has_commons = entries.iter().any(|entry| entry.kind == Kind::COMMONS);
    let names_none = checker.kinds.words(Kind::COMMONS).is_of_host
        || !has_commons && entries.iter().any(|entry| are_others(entry.kind));
    let is_guide = |page: &Page| page.id != HOME && page.id != ABOUT;
    let has_own = pages.iter().any(is_guide) || names_none;
    if !has_own {
        let mut listed = |id: &str| pages.iter().position(|page| page.id == id).map(|rank| pages.remove(rank));
        return of_format.into_iter().map(|page| listed(&page.id).unwrap_or(page)).collect();
    }
    for page in of_format.into_iter().filter(|page| !is_guide(page)) {
        if pages.iter().all(|known| known.id != page.id) {
            // The one about the site is the last of its menu.
            pages.insert(if page.id == HOME { 0 } else { pages.len() }, page);
        }
    }
    pages
}

fn page(
    checker: &mut Checker<'_>,
    mut said: Parts,
    beside: &Beside<'_>,
    of_format: &[Page],
    seen: &mut Vec<String>,
    path: &Path<'_>,
) -> Option<Page> {
    let mut id = said.value("id").word()?;
    if is_taken(&id) && id != HOME {
        let (first, rest) = id.split_once('/').map_or((id.as_str(), None), |(first, rest)| (first, Some(rest)));
        let free = [format!("{first}-2")].into_iter().chain(rest.map(str::to_owned)).collect::<Vec<_>>().join("/");
        checker.report(Severity::Warning, &path.key("id"), &id, Expected::Unreserved, Some(free.clone()));
        id = free;
    }
    let id = checker.unseen(id, seen, &path.key("id"))?;
    let of_format = of_format.iter().find(|page| page.id == id);
    let title = match (said.text("title"), of_format) {
        (Some(title), _) => title,
        (None, Some(page)) => page.title.clone(),
        (None, None) => {
            checker.missing(Severity::LeftOut, &path.key("title"));
            return None;
        }
    };
    let label = said.text("label").or_else(|| Some(of_format?.label.clone()));
    let lead = said.text("lead").or_else(|| Some(of_format?.lead.clone()));
    let motif = said.value("motif").one_of(&MOTIFS);
    let menu = said.value("menu").one_of(Menu::ALL);
    let sections = sections(checker, said.value("sections"), beside, &id, &path.key("sections"));
    Some(Page {
        label: label.unwrap_or_else(|| title.clone()),
        title,
        lead: lead.unwrap_or_default(),
        motif: motif.or_else(|| of_format.map_or(Some("communs"), |page| page.motif)),
        menu: menu.or_else(|| of_format?.menu),
        sections: match of_format {
            Some(page) if sections.is_empty() => page.sections.clone(),
            _ => sections,
        },
        id,
    })
}

fn sections(
    checker: &mut Checker<'_>,
    items: Value,
    beside: &Beside<'_>,
    page: &str,
    path: &Path<'_>,
) -> Vec<PageSection> {
    let (mut anchors, mut types) = (Vec::new(), Vec::new());
    let mut sections = checker.each(items, path, |checker, mut said, path| {
        let of = said.value("type").one_of(SectionType::ALL)?;
        if types.contains(&of) && !of.is_of_host() {
            checker.report(Severity::LeftOut, &path.key("type"), of.word(), Expected::NotYet, None);
            return None;
        }
        let anchor = said.value("id").word();
        let grid = match said.value("grid").word() {
            Some(id) => Some(grid(checker, &id, beside, &path.key("grid"))?),
            None if of == SectionType::Grid => {
                checker.missing(Severity::LeftOut, &path.key("grid"));
                return None;
            }
            None => None,
        };
        let made = PageSection { grid, ..beside.section(of, page) }.of_grid(beside.grids);
        let heading = said.text("heading").unwrap_or(made.heading);
        if of.is_unnamed() && heading.is_empty() {
            checker.missing(Severity::LeftOut, &path.key("heading"));
            return None;
        }
        types.push(of);
        let paragraphs = said.texts("paragraphs");
        Some(PageSection {
            id: self::anchor(checker, anchor, &made.id, &mut anchors, path),
            heading,
            // What a grid says is its own; the others say no more than they are asked.
            lead: said.text("lead").or(made.lead.filter(|_| of == SectionType::Grid)),
            paragraphs: if paragraphs.is_empty() { made.paragraphs } else { paragraphs },
            entries: said.value("entries").all(Value::entry),
            query: said.value("query").word().unwrap_or_default(),
            facet: said.value("facet").word().filter(|key| host::is_facet(checker, key, &path.key("facet"))),
            kind: said.value("kind").one_of(checker.kinds.all()),
            grid,
            of,
        })
    });
    host::at_most(checker, &mut sections, MOST_SECTIONS, path);
    sections
}

/// The rank of the grid that has this id.
fn grid(checker: &mut Checker<'_>, id: &str, beside: &Beside<'_>, path: &Path<'_>) -> Option<usize> {
    let found = beside.grids.iter().position(|grid| grid.id == id);
    if found.is_none() {
        let known = beside.grids.iter().map(|grid| (grid.id.as_str(), grid.heading.as_str()));
        let near = meant::id(id, known);
        checker.report(Severity::LeftOut, path, id, Expected::Grid, near);
    }
    found
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
    let is_free = |id: &str, anchors: &[String]| {
        (id == own || !scalar::is_own_anchor(id)) && !anchors.iter().any(|known| known == id)
    };
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
