//! The pages of a site beside its catalogue, the one that it opens on and the one about it: those that the data lists,
//! else those of the format.

use super::entry::EntryIndex;
use super::kinds::{Kind, KindWords};
use super::scalar::is_slug;
use super::section_type::SectionType::{
    Calls, Characteristics, Definitions, Examples, History, Join, Lexicon, Maturity, Methods, Natures, Notions,
    Obstacles, Path, Places, Portrait, Programmes, Proposals, Propose, Questions, Readings, Scales, SelfCheck,
    Situations, Skills, Ways,
};
use super::section_type::{Menu, SectionType};
use super::site::{Grid, Site};
use super::text::Text;
use messages::{Language, Message, contribute, home, local, self_check, shell, support, understand};

/// The id of the page that a site opens on, whose address is its root.
pub const HOME: &str = "index";
/// The id of the page about a site.
pub const ABOUT: &str = "a-propos";

/// A page.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its address below the root of the site, without the outer slashes.
    pub id: String,
    pub title: Text,
    /// What menus call it.
    pub label: Text,
    /// What it is for, in a sentence or two; it may be empty.
    pub lead: Text,
    /// The pattern of its plate, if it has one.
    pub motif: Option<&'static str>,
    /// The menu that leads to it.
    pub menu: Option<Menu>,
    /// Its parts, in order.
    pub sections: Vec<PageSection>,
}

/// A part of a page.
#[derive(Debug, Clone)]
pub struct PageSection {
    pub of: SectionType,
    /// Its anchor, which no other part of the page has.
    pub id: String,
    pub heading: Text,
    /// A sentence before what it holds.
    pub lead: Option<Text>,
    /// Of a text, of an invitation.
    pub paragraphs: Vec<Text>,
    /// Of chosen entries, in order.
    pub entries: Vec<EntryIndex>,
    /// Of a search: the search part of an address of the catalogue.
    pub query: String,
    /// Of the values of a facet: the key of its field.
    pub facet: Option<String>,
    /// Of the values of a facet: the kind of entries that are counted; none means all.
    pub kind: Option<Kind>,
    /// Of a grid: its rank in the catalogue.
    pub grid: Option<usize>,
}

/// What the parts of the pages of the format take from the rest of a catalogue.
pub(crate) struct Beside<'a> {
    pub(crate) site: &'a Site,
    /// The parts of the page about the site.
    pub(crate) about: Vec<PageSection>,
    pub(crate) grids: &'a [Grid],
    /// What commons are called.
    pub(crate) commons: KindWords,
    /// How many commons look for help.
    pub(crate) in_need: usize,
}

/// The most pages that a catalogue may have.
pub(crate) const MOST_PAGES: usize = 32;
/// The most parts that a page may have.
pub(crate) const MOST_SECTIONS: usize = 32;
/// Entries that a long list of a page shows before it leads to the catalogue.
const FIRST_SHOWN: usize = 60;
/// Entries that a list of a page may have and still be shown whole: no few of them are left out.
const SHOWN_WHOLE: usize = 90;

/// How many of so many entries a list of a page shows.
pub const fn shown_of(count: usize) -> usize {
    if count > SHOWN_WHOLE { FIRST_SHOWN } else { count }
}

/// What addresses of the site start with, beside the folders of kinds: no page is there.
#[rustfmt::skip]
const TAKEN: [&str; 12] = [
    "catalogue", "comparer", "embed", "fiches", HOME, "integrer", "modules", "proposer", "relations", "selection",
    "statistiques", "web",
];

/// The ids of the pages of the format.
pub(crate) fn format_pages() -> impl Iterator<Item = &'static str> {
    FORMAT.iter().map(|page| page.id)
}

/// Whether an id can be the address of a page: one or two words of an address.
pub fn is_page_id(id: &str) -> bool {
    id.split('/').count() <= 2 && id.split('/').all(is_slug)
}

/// Whether the address that this would be is one that the site has for something else.
pub fn is_taken(id: &str) -> bool {
    let is_taken = |first| TAKEN.contains(&first) || Kind::OF_FORMAT.iter().any(|kind| kind.folder() == first);
    id.split('/').next().is_some_and(is_taken)
}

/// A page of the format.
struct FormatPage {
    id: &'static str,
    title: Message,
    label: Message,
    lead: Message,
    motif: &'static str,
    menu: Menu,
    sections: &'static [SectionType],
}

static FORMAT: [FormatPage; 5] = [
    FormatPage {
        id: "comprendre",
        title: understand::TITLE,
        label: shell::NAV_UNDERSTAND,
        lead: understand::LEAD,
        motif: "communs",
        menu: Menu::Top,
        sections: &[Definitions, Characteristics, Natures, Examples, Lexicon, Readings],
    },
    FormatPage {
        id: "contribuer",
        title: contribute::TITLE,
        label: shell::NAV_CONTRIBUTE,
        lead: contribute::LEAD,
        motif: "communs",
        menu: Menu::Top,
        sections: &[Ways, Skills, Join, Places, Propose],
    },
    FormatPage {
        id: "collectivites",
        title: local::TITLE,
        label: shell::NAV_LOCAL,
        lead: local::LEAD,
        motif: "services",
        menu: Menu::Top,
        sections: &[Notions, Situations, Scales, Path],
    },
    FormatPage {
        id: "soutiens",
        title: support::TITLE,
        label: shell::NAV_SUPPORT,
        lead: support::LEAD,
        motif: "communs",
        menu: Menu::Top,
        sections: &[Programmes, Calls, SelfCheck, Obstacles, Methods, History, Proposals],
    },
    FormatPage {
        id: "soutiens/autodiagnostic",
        title: self_check::TITLE,
        label: self_check::TITLE,
        lead: self_check::LEAD,
        motif: "communs",
        menu: Menu::Foot,
        sections: &[Maturity, Questions, Portrait],
    },
];

impl FormatPage {
    fn page(&self, language: Language) -> Page {
        let text = |message: Message| Text::french(message.to(language));
        Page {
            id: self.id.to_owned(),
            title: text(self.title),
            label: text(self.label),
            lead: text(self.lead),
            motif: Some(self.motif),
            menu: Some(self.menu),
            sections: self.sections.iter().map(|of| PageSection::of_format(*of, language)).collect(),
        }
    }
}

impl Page {
    /// The pages of the format: the one that the site opens on, its guides, the one about it.
    pub(crate) fn of_format(beside: &Beside<'_>) -> Vec<Self> {
        let language = beside.site.language;
        let guides = FORMAT.iter().map(|page| page.page(language));
        [Self::home(beside)].into_iter().chain(guides).chain([Self::about(beside)]).collect()
    }

    fn home(beside: &Beside<'_>) -> Self {
        let Beside { site, grids, .. } = beside;
        let of = |of| beside.section(of, HOME);
        let grids =
            (0..grids.len()).map(|rank| PageSection { grid: Some(rank), ..of(SectionType::Grid) }.of_grid(grids));
        let rest = [SectionType::Themes, SectionType::Help, SectionType::Invitation];
        let sections = [of(SectionType::KeyFigures)].into_iter().chain(grids).chain(rest.map(of));
        Self {
            id: HOME.to_owned(),
            title: site.heading.clone(),
            label: Text::french(shell::NAV_HOME.to(site.language)),
            lead: site.introduction.clone(),
            motif: None,
            menu: None,
            sections: sections.collect(),
        }
    }

    fn about(beside: &Beside<'_>) -> Self {
        let title = Text::french(shell::NAV_ABOUT.to(beside.site.language));
        let sections = beside.about.iter().cloned().chain([beside.section(SectionType::Documents, ABOUT)]);
        Self {
            id: ABOUT.to_owned(),
            label: title.clone(),
            title,
            lead: Text::default(),
            motif: None,
            menu: Some(Menu::Top),
            sections: sections.collect(),
        }
    }

    /// Whether a part of it is of this type.
    pub fn has(&self, of: SectionType) -> bool {
        self.sections.iter().any(|section| section.of == of)
    }
}

impl PageSection {
    /// A section as the pages of the format have it.
    fn of_format(of: SectionType, language: Language) -> Self {
        Self { lead: of.lead().map(|lead| Text::french(lead.to(language))), ..Self::new(of, language) }
    }

    /// A section with its heading and no more.
    pub(crate) fn new(of: SectionType, language: Language) -> Self {
        Self {
            of,
            id: of.anchor().to_owned(),
            heading: Text::french(of.name(language)),
            lead: None,
            paragraphs: Vec::new(),
            entries: Vec::new(),
            query: String::new(),
            facet: None,
            kind: None,
            grid: None,
        }
    }

    /// The same, of a grid, with what the grid says.
    pub(crate) fn of_grid(self, grids: &[Grid]) -> Self {
        let Some(grid) = self.grid.map(|rank| &grids[rank]) else { return self };
        let lead = Some(&grid.lead).filter(|lead| !lead.is_empty()).cloned();
        Self { id: grid.id.clone(), heading: grid.heading.clone(), lead, ..self }
    }
}

impl Beside<'_> {
    /// A section as the page of this id has it unless the data says otherwise.
    pub(crate) fn section(&self, of: SectionType, page: &str) -> PageSection {
        let language = self.site.language;
        let section = PageSection::of_format(of, language);
        match of {
            // The home page has them without a word.
            SectionType::KeyFigures if page == HOME => PageSection { heading: Text::default(), ..section },
            SectionType::Themes if self.commons.is_of_host => {
                PageSection { lead: Some(Text::french(home::THEMES_LEAD_OF_ENTRIES.to(language))), ..section }
            }
            SectionType::Help => {
                let lead = home::help_lead(language, self.in_need, self.commons.noun);
                PageSection { lead: Some(Text::french(&lead)), ..section }
            }
            SectionType::Invitation => {
                let paragraphs = [&self.site.invitation].into_iter().filter(|text| !text.is_empty()).cloned();
                let heading = self.site.invitation_heading.clone();
                PageSection { heading, paragraphs: paragraphs.collect(), ..section }
            }
            _ => section,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_addresses_of_pages_are_words() {
        for (id, expected) in [
            ("comprendre", true),
            ("soutiens/autodiagnostic", true),
            ("a/b/c", false),
            ("a/", false),
            ("/a", false),
            ("", false),
            ("Guide", false),
            ("à-lire", false),
        ] {
            assert_eq!(is_page_id(id), expected, "{id}");
        }
        assert!(FORMAT.iter().all(|page| is_page_id(page.id) && !is_taken(page.id)));
        assert!(is_page_id(HOME) && is_taken(HOME), "its address is the root alone");
        assert!(is_page_id(ABOUT) && !is_taken(ABOUT));
        assert!(is_taken("catalogue") && is_taken("communs/grist") && !is_taken("guide/catalogue"));
    }

    #[test]
    fn a_long_list_shows_its_first_and_no_few_are_left_out() {
        for (count, shown) in [(0, 0), (60, 60), (90, 90), (91, 60), (2_413, 60)] {
            assert_eq!(shown_of(count), shown);
        }
    }
}
