//! The one table of columns: the CSV, its Table Schema and the words that describe it are
//! projections of it.

use super::address;
use catalogue::{Axis, BaseUrl, Catalogue, Entry, Initiated, Kind, LinkKind, Stage, Tagged, VocabularyKey};

/// What one line is made from.
pub(super) struct Record<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) entry: &'a Entry,
    pub(super) base: Option<&'a BaseUrl>,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cells {
    /// The id of the entry.
    Id,
    /// A text that must be there.
    Name,
    Text,
    /// Texts, one after the other.
    Texts,
    /// One of these words.
    Words(&'static [&'static str]),
    /// `oui` or `non`.
    Answer,
    Address,
    /// Addresses, one after the other.
    Addresses,
    /// A date of day, month or year precision.
    Date,
}

impl Cells {
    /// Whether a cell may start with anything, even with what a spreadsheet would compute.
    pub(super) const fn are_free(self) -> bool {
        matches!(self, Self::Name | Self::Text | Self::Texts)
    }

    /// Whether a cell may hold several values.
    pub(super) const fn are_several(self) -> bool {
        matches!(self, Self::Texts | Self::Addresses)
    }
}

/// Gives each value of a cell.
type Visit = fn(&Record<'_>, &mut dyn FnMut(&str));

pub(super) struct Column {
    /// Its heading, which never changes.
    pub(super) name: &'static str,
    /// What its cells hold.
    pub(super) cells: Cells,
    /// The values of a cell.
    pub(super) visit: Visit,
}

const fn column(name: &'static str, cells: Cells, visit: Visit) -> Column {
    Column { name, cells, visit }
}

/// Every column, in order. A new one goes at the end: those who read the table may count.
pub(super) static COLUMNS: [Column; 31] = [
    column("identifiant", Cells::Id, |record, give| give(&record.entry.id)),
    column("type", Cells::Words(Kind::WORDS), |record, give| give(record.entry.kind.word())),
    column("nom", Cells::Name, |record, give| give(record.entry.name.as_str())),
    column("autres_noms", Cells::Texts, |record, give| record.entry.aliases.iter().for_each(|alias| give(alias))),
    column("resume", Cells::Text, |record, give| record.entry.summary.iter().for_each(|text| give(text.as_str()))),
    column("besoin", Cells::Text, |record, give| record.entry.need.iter().for_each(|text| give(text.as_str()))),
    column("nature", Cells::Text, |record, give| {
        let terms = &record.catalogue.vocabularies;
        record.entry.nature.iter().for_each(|nature| give(terms.term(VocabularyKey::Nature, *nature).label.as_str()));
    }),
    column("themes", Cells::Texts, |record, give| {
        let terms = &record.catalogue.vocabularies;
        record.entry.themes.iter().for_each(|theme| give(terms.term(VocabularyKey::Theme, *theme).label.as_str()));
    }),
    column("porteurs", Cells::Texts, |record, give| {
        record.entry.bearers.iter().for_each(|bearer| give(record.catalogue.entry(*bearer).name.as_str()));
    }),
    column("administration", Cells::Answer, |record, give| {
        record.entry.initiated.into_iter().map(Initiated::word).for_each(give);
    }),
    column("licence", Cells::Text, |record, give| licence(record, give, false)),
    column("licence_nom", Cells::Text, |record, give| licence(record, give, true)),
    column("maturite_ressource", Cells::Words(Stage::WORDS), |record, give| stage(record, give, Axis::Resource)),
    column("maturite_communaute", Cells::Words(Stage::WORDS), |record, give| stage(record, give, Axis::Community)),
    column("maturite_gouvernance", Cells::Words(Stage::WORDS), |record, give| stage(record, give, Axis::Governance)),
    column("besoins", Cells::Texts, |record, give| labels(record, give, VocabularyKey::Need, &record.entry.needs)),
    column("besoins_exprimes", Cells::Texts, |record, give| texts(give, &record.entry.needs)),
    column("freins", Cells::Texts, |record, give| {
        labels(record, give, VocabularyKey::Obstacle, &record.entry.obstacles);
    }),
    column("freins_exprimes", Cells::Texts, |record, give| texts(give, &record.entry.obstacles)),
    column("soutiens", Cells::Texts, |record, give| {
        labels(record, give, VocabularyKey::Support, &record.entry.supports);
    }),
    column("publics", Cells::Texts, |record, give| {
        labels(record, give, VocabularyKey::Audience, &record.entry.audiences);
    }),
    column("echelles", Cells::Texts, |record, give| {
        labels(record, give, VocabularyKey::Scale, &record.entry.territories);
    }),
    column("territoires", Cells::Texts, |record, give| texts(give, &record.entry.territories)),
    column("courriels", Cells::Texts, |record, give| record.entry.emails.iter().for_each(|email| give(email))),
    column("site", Cells::Address, |record, give| {
        record.entry.site().into_iter().for_each(|url| give(&address::iri(url)));
    }),
    column("depot", Cells::Addresses, |record, give| links(record, give, LinkKind::Repository)),
    column("wiki", Cells::Addresses, |record, give| links(record, give, LinkKind::Wiki)),
    column("donnees", Cells::Addresses, |record, give| links(record, give, LinkKind::Data)),
    column("fiche", Cells::Address, |record, give| {
        record.base.into_iter().for_each(|base| give(&address::fiche(base, record.entry)));
    }),
    column("mis_a_jour", Cells::Date, |record, give| {
        record.entry.updated.iter().for_each(|date| give(&date.to_string()));
    }),
    column("verifie", Cells::Date, |record, give| {
        record.entry.checked.iter().for_each(|date| give(&date.to_string()));
    }),
];

fn licence(record: &Record<'_>, give: &mut dyn FnMut(&str), named: bool) {
    if let Some(licence) = &record.entry.licence {
        let term = record.catalogue.vocabularies.term(VocabularyKey::Licence, licence.term);
        give(if named { term.label.as_str() } else { &term.id });
    }
}

fn stage(record: &Record<'_>, give: &mut dyn FnMut(&str), axis: Axis) {
    record.entry.stage(axis).into_iter().map(Stage::word).for_each(give);
}

/// The terms that classify some sentences, each once, in the order of the entry.
fn labels(record: &Record<'_>, give: &mut dyn FnMut(&str), key: VocabularyKey, items: &[Tagged]) {
    for (rank, item) in items.iter().enumerate() {
        let Some(tag) = item.tag else { continue };
        if items[..rank].iter().all(|before| before.tag != item.tag) {
            give(record.catalogue.vocabularies.term(key, tag).label.as_str());
        }
    }
}

fn texts(give: &mut dyn FnMut(&str), items: &[Tagged]) {
    items.iter().for_each(|item| give(item.text.as_str()));
}

fn links(record: &Record<'_>, give: &mut dyn FnMut(&str), kind: LinkKind) {
    let links = record.entry.links.iter().filter(|link| link.kind == kind);
    links.filter_map(|link| link.url.as_ref()).for_each(|url| give(&address::iri(url)));
}
