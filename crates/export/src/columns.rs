//! The one table of columns: the CSV, its Table Schema and the words that describe it are
//! projections of it. The fields that a catalogue adds come after those of the format.

use super::address;
use std::borrow::Cow;

use catalogue::{
    Axis, BaseUrl, Catalogue, Entry, FieldType, HostField, Initiated, LinkKind, PartialDate, Partner, Picture, Said,
    Stage, Status, Tagged, TermIndex, VocabularyKey,
};
use messages::{Language, Message};

/// What one line is made from.
pub(super) struct Record<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) entry: &'a Entry,
    pub(super) base: Option<&'a BaseUrl>,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cells {
    /// The id of the entry.
    Id,
    /// A text that must be there.
    Name,
    Text,
    /// Texts, one after the other.
    Texts,
    /// The word of one of the kinds of the catalogue.
    Kind,
    /// One of these words.
    Words(&'static [&'static str]),
    /// `oui` or `non`.
    Answer,
    Address,
    /// Addresses, one after the other.
    Addresses,
    /// A date of day, month or year precision.
    Date,
    /// A number, with a point before its decimals.
    Number,
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

/// A column of the format.
pub(super) struct Column {
    /// Its name in the files, which never changes.
    name: &'static str,
    title: Message,
    /// What it means.
    description: Message,
    cells: Cells,
    visit: Visit,
}

/// A column of the table of a catalogue.
pub(super) enum AnyColumn<'a> {
    Format(&'static Column),
    /// A field that the catalogue adds, with its rank among them.
    Host(usize, &'a HostField),
}

/// Every column of the table of a catalogue, in order.
pub(super) fn all(catalogue: &Catalogue) -> impl Iterator<Item = AnyColumn<'_>> {
    let own = catalogue.fields.iter().enumerate().map(|(rank, field)| AnyColumn::Host(rank, field));
    COLUMNS.iter().map(AnyColumn::Format).chain(own)
}

/// The headings of the table of a catalogue, in order, and what is below each.
pub fn table_columns(catalogue: &Catalogue) -> impl Iterator<Item = (Cow<'static, str>, Cells)> {
    all(catalogue).map(|column| (column.name(), column.cells()))
}

impl AnyColumn<'_> {
    /// Its heading; the point keeps those of catalogues apart from ours, now and later.
    pub(super) fn name(&self) -> Cow<'static, str> {
        match self {
            Self::Format(column) => column.name.into(),
            Self::Host(_, field) => format!("v.{}", field.id).into(),
        }
    }

    pub(super) fn title(&self, language: Language) -> &str {
        match self {
            Self::Format(column) => column.title.to(language),
            Self::Host(_, field) => field.label.as_str(),
        }
    }

    pub(super) fn description(&self, language: Language) -> String {
        match self {
            Self::Format(column) => column.description.to(language).to_owned(),
            Self::Host(_, field) => {
                let unit = field.unit.as_ref().map(catalogue::Text::as_str);
                messages::exports::own_column(language, unit, self.cells().are_several())
            }
        }
    }

    pub(super) fn cells(&self) -> Cells {
        match self {
            Self::Format(column) => column.cells,
            Self::Host(_, field) => match field.of {
                FieldType::Text => Cells::Text,
                FieldType::Paragraphs | FieldType::Terms | FieldType::Entries => Cells::Texts,
                FieldType::Number => Cells::Number,
                FieldType::Date => Cells::Date,
                FieldType::Answer => Cells::Answer,
                FieldType::Address => Cells::Address,
            },
        }
    }

    /// Gives each value of a cell.
    pub(super) fn visit(&self, record: &Record<'_>, give: &mut dyn FnMut(&str)) {
        let (rank, field) = match self {
            Self::Format(column) => return (column.visit)(record, give),
            Self::Host(rank, field) => (rank, field),
        };
        match record.entry.said(*rank) {
            None => {}
            Some(Said::Text(text)) => give(text.as_str()),
            Some(Said::Paragraphs(texts)) => texts.iter().for_each(|text| give(text.as_str())),
            Some(Said::Terms(terms)) => terms.iter().for_each(|term| give(field.term(*term).label.as_str())),
            Some(Said::Number(number)) => give(&number.plain()),
            Some(Said::Date(date)) => give(&date.to_string()),
            Some(Said::Answer(answer)) => give(if *answer { Initiated::Yes } else { Initiated::No }.word()),
            Some(Said::Address(url)) => give(&address::iri(url)),
            Some(Said::Entries(entries)) => entries.iter().for_each(|index| give(&record.catalogue.entry(*index).id)),
        }
    }
}

const fn column(
    name: &'static str,
    title: [&'static str; Language::COUNT],
    description: [&'static str; Language::COUNT],
    cells: Cells,
    visit: Visit,
) -> Column {
    Column { name, title: Message(title), description: Message(description), cells, visit }
}

/// Every column, in order. A new one goes at the end: those who read the table may count.
#[rustfmt::skip]
static COLUMNS: [Column; 41] = [
    column("identifiant", ["Identifiant"], ["Identifiant stable de la fiche, unique dans le catalogue."],
        Cells::Id, |record, give| give(&record.entry.id)),
    column("type", ["Type"], ["Genre de la fiche."],
        Cells::Kind, |record, give| give(record.entry.kind.word())),
    column("nom", ["Nom"], ["Nom affiché."], Cells::Name, |record, give| give(record.entry.name.as_str())),
    column("autres_noms", ["Autres noms"], ["Autres noms et sigles, séparés par «\u{a0}|\u{a0}»."],
        Cells::Texts, |record, give| record.entry.aliases.iter().for_each(|alias| give(alias))),
    column("resume", ["Résumé"], ["Ce que c’est, en une ou deux phrases."],
        Cells::Text, |record, give| record.entry.summary.iter().for_each(|text| give(text.as_str()))),
    column("besoin", ["Besoin"], ["Besoin auquel la fiche répond."],
        Cells::Text, |record, give| record.entry.need.iter().for_each(|text| give(text.as_str()))),
    column("nature", ["Nature"], ["Type de ressource, de structure ou d’événement."],
        Cells::Text, |record, give| terms(record, give, VocabularyKey::Nature, record.entry.nature.as_slice())),
    column("themes", ["Thèmes"], ["Thèmes, le principal d’abord, séparés par «\u{a0}|\u{a0}»."],
        Cells::Texts, |record, give| terms(record, give, VocabularyKey::Theme, &record.entry.themes)),
    column("porteurs", ["Porteurs"], ["Noms des structures porteuses, séparés par «\u{a0}|\u{a0}»."],
        Cells::Texts, |record, give| {
            record.entry.bearers.iter().for_each(|bearer| give(record.catalogue.entry(*bearer).name.as_str()))
        }),
    column("administration", ["Initié par l’administration"],
        ["Pour une organisation\u{a0}: organisme public. Vide quand les sources ne le disent pas."],
        Cells::Answer, |record, give| record.entry.initiated.into_iter().map(Initiated::word).for_each(give)),
    column("licence", ["Licence"], ["Identifiant de la licence\u{a0}: celui de SPDX quand il existe."],
        Cells::Text, |record, give| licence(record, give, false)),
    column("licence_nom", ["Nom de la licence"], ["Nom affiché de la licence."],
        Cells::Text, |record, give| licence(record, give, true)),
    column("maturite_ressource", ["Maturité de la ressource"], ["Niveau attribué par la rédaction."],
        Cells::Words(Stage::WORDS), |record, give| stage(record, give, Axis::Resource)),
    column("maturite_communaute", ["Maturité de la communauté"], ["Niveau attribué par la rédaction."],
        Cells::Words(Stage::WORDS), |record, give| stage(record, give, Axis::Community)),
    column("maturite_gouvernance", ["Maturité de la gouvernance"], ["Niveau attribué par la rédaction."],
        Cells::Words(Stage::WORDS), |record, give| stage(record, give, Axis::Governance)),
    column("besoins", ["Besoins"], ["Natures d’aide cherchées, séparées par «\u{a0}|\u{a0}»."],
        Cells::Texts, |record, give| labels(record, give, VocabularyKey::Need, &record.entry.needs)),
    column("besoins_exprimes", ["Besoins exprimés"],
        ["Besoins dans les mots de la fiche, séparés par «\u{a0}|\u{a0}»."],
        Cells::Texts, |record, give| texts(give, &record.entry.needs)),
    column("freins", ["Freins"], ["Familles de freins, séparées par «\u{a0}|\u{a0}»."],
        Cells::Texts, |record, give| labels(record, give, VocabularyKey::Obstacle, &record.entry.obstacles)),
    column("freins_exprimes", ["Freins exprimés"], ["Freins dans les mots de la fiche, séparés par «\u{a0}|\u{a0}»."],
        Cells::Texts, |record, give| texts(give, &record.entry.obstacles)),
    column("soutiens", ["Soutiens"], ["Soutiens qu’un programme apporte, séparés par «\u{a0}|\u{a0}»."],
        Cells::Texts, |record, give| labels(record, give, VocabularyKey::Support, &record.entry.supports)),
    column("publics", ["Publics"], ["Publics, séparés par «\u{a0}|\u{a0}»."],
        Cells::Texts, |record, give| labels(record, give, VocabularyKey::Audience, &record.entry.audiences)),
    column("echelles", ["Échelles"], ["Échelles de territoire, séparées par «\u{a0}|\u{a0}»."],
        Cells::Texts, |record, give| labels(record, give, VocabularyKey::Scale, &record.entry.territories)),
    column("territoires", ["Territoires"], ["Territoires dans les mots de la fiche, séparés par «\u{a0}|\u{a0}»."],
        Cells::Texts, |record, give| texts(give, &record.entry.territories)),
    column("courriels", ["Courriels"], ["Courriels d’équipe, séparés par «\u{a0}|\u{a0}»."],
        Cells::Texts, |record, give| record.entry.emails.iter().for_each(|email| give(email))),
    column("site", ["Site"], ["Adresse de son site."],
        Cells::Address, |record, give| record.entry.site().into_iter().for_each(|url| give(&address::iri(url)))),
    column("depot", ["Dépôt"], ["Adresses de ses dépôts de code ou de modèles, séparées par «\u{a0}|\u{a0}»."],
        Cells::Addresses, |record, give| links(record, give, LinkKind::Repository)),
    column("wiki", ["Wiki"], ["Adresses de ses wikis, séparées par «\u{a0}|\u{a0}»."],
        Cells::Addresses, |record, give| links(record, give, LinkKind::Wiki)),
    column("donnees", ["Données"], ["Adresses de ses données, séparées par «\u{a0}|\u{a0}»."],
        Cells::Addresses, |record, give| links(record, give, LinkKind::Data)),
    column("fiche", ["Fiche"],
        ["Adresse de la fiche dans le catalogue\u{202f}; vide quand l’adresse du site n’est pas connue."],
        Cells::Address,
        |record, give| record.base.into_iter().for_each(|base| give(&address::entry_page(base, record.entry)))),
    column("mis_a_jour", ["Mise à jour"], ["Dernier changement connu de la chose décrite\u{a0}: jour, mois ou année."],
        Cells::Date, |record, give| date(give, record.entry.updated)),
    column("verifie", ["Vérification"], ["Dernière vérification de la fiche\u{a0}: jour, mois ou année."],
        Cells::Date, |record, give| date(give, record.entry.checked)),
    column("statut", ["Statut"], ["Ce que devient la chose décrite."],
        Cells::Words(Status::WORDS),
        |record, give| record.entry.status.iter().for_each(|status| give(status.state.word()))),
    column("statut_depuis", ["Depuis"], ["Depuis quand ce statut vaut\u{a0}: jour, mois ou année."],
        Cells::Date, |record, give| date(give, record.entry.status.as_ref().and_then(|status| status.since))),
    column("licences", ["Licences"],
        ["Identifiants des licences, chacun après ce sur quoi elle porte, séparés par «\u{a0}|\u{a0}»."],
        Cells::Texts, licences),
    column("version", ["Version"], ["Dernière version publiée."],
        Cells::Text, |record, give| record.entry.version.iter().for_each(|version| give(version))),
    column("utilisateurs", ["Utilisateurs"], ["Qui s’en sert ou y contribue, noms séparés par «\u{a0}|\u{a0}»."],
        Cells::Texts, |record, give| names(record, give, &record.entry.users)),
    column("prestataires", ["Prestataires"], ["Qui l’héberge ou aide à s’en servir, noms séparés par «\u{a0}|\u{a0}»."],
        Cells::Texts, |record, give| names(record, give, &record.entry.providers)),
    column("tient_lieu_de", ["Tient lieu de"], ["Produits dont elle tient lieu, séparés par «\u{a0}|\u{a0}»."],
        Cells::Texts, |record, give| record.entry.replaces.iter().for_each(|product| give(product))),
    column("identifiants_ailleurs", ["Identifiants ailleurs"],
        ["Adresses de ses identifiants dans d’autres registres, séparées par «\u{a0}|\u{a0}»."],
        Cells::Addresses,
        |record, give| record.entry.identifiers.iter().for_each(|identifier| give(&identifier.url()))),
    column("logo", ["Logo"], ["Adresse de son logo\u{a0}; sans l’adresse du site, son chemin."],
        Cells::Text, |record, give| files(record, give, record.entry.logo.as_deref())),
    column("images", ["Images"],
        ["Adresses de ses images, séparées par «\u{a0}|\u{a0}»\u{a0}; sans l’adresse du site, leurs chemins."],
        Cells::Texts, |record, give| files(record, give, &record.entry.images)),
];

/// The addresses of files beside the data.
fn files<'a>(record: &Record<'_>, give: &mut dyn FnMut(&str), pictures: impl IntoIterator<Item = &'a Picture>) {
    for Picture { file, .. } in pictures {
        give(&record.base.map_or_else(|| file.clone(), |base| base.join(file)));
    }
}

fn date(give: &mut dyn FnMut(&str), date: Option<PartialDate>) {
    date.iter().for_each(|date| give(&date.to_string()));
}

fn terms(record: &Record<'_>, give: &mut dyn FnMut(&str), key: VocabularyKey, terms: &[TermIndex]) {
    terms.iter().for_each(|term| give(record.catalogue.vocabularies.term(key, *term).label.as_str()));
}

fn names(record: &Record<'_>, give: &mut dyn FnMut(&str), parties: &[Partner]) {
    for party in parties {
        let entry = party.entry.map(|index| &record.catalogue.entry(index).name);
        entry.or(party.name.as_ref()).into_iter().for_each(|name| give(name.as_str()));
    }
}

fn licence(record: &Record<'_>, give: &mut dyn FnMut(&str), named: bool) {
    if let Some(licence) = record.entry.licences.first() {
        let term = record.catalogue.vocabularies.term(VocabularyKey::Licence, licence.term);
        give(if named { term.label.as_str() } else { &term.id });
    }
}

fn licences(record: &Record<'_>, give: &mut dyn FnMut(&str)) {
    for licence in &record.entry.licences {
        let term = record.catalogue.vocabularies.term(VocabularyKey::Licence, licence.term);
        give(&format!("{}\u{a0}: {}", licence.of.word(), term.id));
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
    address::links(record.entry, kind).for_each(|url| give(&url));
}
