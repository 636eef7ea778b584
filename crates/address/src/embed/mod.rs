//! How another site shows a view of the catalogue: a plain value, equal to its part of the URL.
//!
//! It owns the names and the words of these parameters, which sites that embed the catalogue count
//! on: a version is never changed, another one is added. It must not know the data nor the views.
//!
//! Version 1, on `/embed/` and `/embed/{folder}/{id}/`, beside the parameters of a
//! [`Query`](search::query::Query):
//!
//! | parameter | values | when absent |
//! |---|---|---|
//! | `v` | `1`, the version | `1` |
//! | `apparence` | `clair`, `sombre`, `auto` (as the device) | `auto` |
//! | `accent` | the colour of links and buttons: 3 or 6 hexadecimal digits, after `%23` or not | petrol |
//! | `fond` | `transparent` (what is behind the frame shows), `opaque` | `opaque` |
//! | `lang` | `fr` | `fr` |
//! | `limite` | results on a page, 1 to 60 | 12 |
//! | `masquer` | parts to leave out, apart by commas: `titre`, `recherche`, `filtres`, `onglets`, `compte`, `tri`, `vues`, `pages`, `date` | none |
//! | `colonnes` | the most columns of cards, 1 to 4 | as many as fit |
//! | `vue` | `liste`, `cartes`, `tableau` for the catalogue; `fiche`, `carte` for an entry | `liste`; `fiche` |
//!
//! A value that means nothing is told and ignored. The link to the page of the site is never left out.
//! Accents are corrected until they read: see [`Accent::corrected`].
//!
//! `fond=transparent` shows the host's ground where the frame and what is around it have the same
//! colour scheme (CSS Color Adjustment Level 1, « effects of the used color scheme »): elsewhere
//! browsers paint an opaque ground, so that texts always read. A dark host declares it:
//! `color-scheme: dark`, on its page or on the `iframe`.

mod accent;
mod colour;
mod url;

pub use accent::Accent;
pub use url::entry_view;

use messages::words;

words! {
    /// Light or dark.
    #[derive(Default)]
    Look {
        /// As the device.
        #[default]
        Auto = "auto": ["Comme l’appareil"],
        Light = "clair": ["Clair"],
        Dark = "sombre": ["Sombre"],
    }
}

words! {
    /// What is behind the texts.
    #[derive(Default)]
    Ground {
        /// A colour of the catalogue.
        #[default]
        Opaque = "opaque": ["Celui du catalogue"],
        /// What is behind the frame.
        Transparent = "transparent": ["Celui de votre page"],
    }
}

words! {
    /// A part that may be left out.
    #[derive(Default)]
    Part {
        /// The name of the catalogue.
        #[default]
        Title = "titre": ["Le titre"],
        Search = "recherche": ["La recherche"],
        /// The facets, and the values chosen in them.
        Filters = "filtres": ["Les filtres"],
        /// The tabs by kind.
        Tabs = "onglets": ["Les genres de fiches"],
        Count = "compte": ["Le nombre de résultats"],
        Sort = "tri": ["Le tri"],
        /// The choice between list, cards and table.
        Views = "vues": ["Le choix de présentation"],
        /// The way to the other pages of results.
        Pages = "pages": ["Les pages suivantes"],
        Date = "date": ["La date"],
    }
}

words! {
    /// How an entry is shown.
    #[derive(Default)]
    EntryView {
        /// All that is known of it.
        #[default]
        EntryPage = "fiche": ["Fiche entière"],
        Card = "carte": ["Carte"],
    }
}

/// How a view is shown in another site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Presentation {
    pub look: Look,
    /// The colour of links and buttons; that of the catalogue without one.
    pub accent: Option<Accent>,
    pub ground: Ground,
    limit: u8,
    columns: Option<u8>,
    /// A bit a part.
    hidden: u16,
}

impl Default for Presentation {
    fn default() -> Self {
        Self {
            look: Look::default(),
            accent: None,
            ground: Ground::default(),
            limit: Self::DEFAULT_LIMIT,
            columns: None,
            hidden: 0,
        }
    }
}

impl Presentation {
    /// Results on a page when nothing is asked.
    const DEFAULT_LIMIT: u8 = 12;
    pub const MOST_RESULTS: u8 = 60;
    /// The most columns of cards.
    pub const MOST_COLUMNS: u8 = 4;

    /// Results on a page.
    pub const fn limit(&self) -> usize {
        self.limit as usize
    }

    /// The most columns of cards; as many as fit without a number.
    pub const fn columns(&self) -> Option<u8> {
        self.columns
    }

    /// Whether a part is left out.
    pub const fn hides(&self, part: Part) -> bool {
        self.hidden & (1 << part as u16) != 0
    }

    /// Another number of results on a page, brought between its bounds.
    #[must_use]
    pub fn with_limit(self, limit: u8) -> Self {
        Self { limit: limit.clamp(1, Self::MOST_RESULTS), ..self }
    }

    /// Another number of columns, brought between its bounds.
    #[must_use]
    pub fn with_columns(self, columns: Option<u8>) -> Self {
        Self { columns: columns.map(|columns| columns.clamp(1, Self::MOST_COLUMNS)), ..self }
    }

    /// Leaves a part out.
    #[must_use]
    pub const fn hiding(self, part: Part) -> Self {
        Self { hidden: self.hidden | 1 << part as u16, ..self }
    }

    /// Shows a part.
    #[must_use]
    pub const fn showing(self, part: Part) -> Self {
        Self { hidden: self.hidden & !(1 << part as u16), ..self }
    }
}
