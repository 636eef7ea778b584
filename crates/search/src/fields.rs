//! The texts of an entry that are searched, each with the field it belongs to.

use catalogue::{Catalogue, Entry, Said, SearchWeight, Tagged, VocabularyKey};
use messages::{Language, Message, enumeration};

/// Where a word was found, from the most to the least telling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    Name,
    /// The words that a name, or another one, holds in one: « Eau » of « VigiEau ».
    Inner,
    Alias,
    /// Products whose place it takes.
    Replaced,
    /// What it is, and the need it answers.
    Summary,
    /// The nature and the themes.
    Theme,
    /// A field that the catalogue adds, and counts for much.
    Host,
    /// Bearers and partners.
    Bearer,
    /// Needs and obstacles.
    Need,
    /// Everything else.
    Body,
}

impl Field {
    /// Every field.
    pub const ALL: [Self; 10] = [
        Self::Name,
        Self::Inner,
        Self::Alias,
        Self::Replaced,
        Self::Summary,
        Self::Theme,
        Self::Host,
        Self::Bearer,
        Self::Need,
        Self::Body,
    ];

    /// The number of fields.
    pub const COUNT: usize = Self::ALL.len();

    /// What it is called, inside a sentence.
    const fn name(self, language: Language) -> &'static str {
        let name = match self {
            Self::Name | Self::Inner => Message(["le nom"]),
            Self::Alias => Message(["un autre nom"]),
            Self::Replaced => Message(["ce dont elle tient lieu"]),
            Self::Summary => Message(["le résumé ou le besoin"]),
            Self::Theme => Message(["le thème ou le type"]),
            Self::Host => Message(["une information propre à ce catalogue"]),
            Self::Bearer => Message(["le porteur, un partenaire ou un utilisateur"]),
            Self::Need => Message(["les besoins ou les freins"]),
            Self::Body => Message(["le texte de la fiche"]),
        };
        name.to(language)
    }

    /// Says where an entry was found.
    pub fn found_in(fields: &[Self], language: Language) -> String {
        let mut names: Vec<&str> = fields.iter().map(|field| field.name(language)).collect();
        names.dedup();
        match language {
            Language::French => format!("Trouvé dans {}.", enumeration(&names, "et")),
        }
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FieldSet(u16);

impl FieldSet {
    pub(super) const fn insert(&mut self, field: Field) {
        self.0 |= 1 << field as u8;
    }

    /// The fields of either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The fields of the set, the most telling first.
    pub fn iter(self) -> impl Iterator<Item = Field> {
        Field::ALL.into_iter().filter(move |field| self.0 & (1 << *field as u8) != 0)
    }
}

/// Gives every searched text of an entry.
pub fn searched_texts(catalogue: &Catalogue, entry: &Entry, give: &mut dyn FnMut(Field, &str)) {
    let name_of = |index| catalogue.entry(index).name.as_str();
    let label = |key, term| catalogue.vocabularies.term(key, term).label.as_str();
    give(Field::Name, entry.name.as_str());
    entry.aliases.iter().for_each(|alias| give(Field::Alias, alias));
    entry.replaces.iter().for_each(|product| give(Field::Replaced, product));
    let summaries = [&entry.summary, &entry.need];
    summaries.into_iter().flatten().for_each(|text| give(Field::Summary, text.as_str()));
    entry.themes.iter().for_each(|theme| give(Field::Theme, label(VocabularyKey::Theme, *theme)));
    entry.keywords.iter().for_each(|word| give(Field::Theme, word));
    entry.nature.into_iter().for_each(|nature| give(Field::Theme, label(VocabularyKey::Nature, nature)));
    entry.nature_detail.iter().for_each(|text| give(Field::Theme, text.as_str()));
    entry.bearers.iter().for_each(|bearer| give(Field::Bearer, name_of(*bearer)));
    for partner in entry.partners.iter().chain(&entry.users).chain(&entry.providers) {
        partner.entry.into_iter().for_each(|index| give(Field::Bearer, name_of(index)));
        [&partner.name, &partner.role].into_iter().flatten().for_each(|text| give(Field::Bearer, text.as_str()));
    }
    let mut tagged = |field, key, items: &[Tagged]| {
        for item in items {
            give(field, item.text.as_str());
            item.tag.into_iter().for_each(|tag| give(field, label(key, tag)));
        }
    };
    tagged(Field::Need, VocabularyKey::Need, &entry.needs);
    tagged(Field::Need, VocabularyKey::Obstacle, &entry.obstacles);
    tagged(Field::Body, VocabularyKey::Audience, &entry.audiences);
    tagged(Field::Body, VocabularyKey::Scale, &entry.territories);
    tagged(Field::Body, VocabularyKey::Support, &entry.supports);
    body(catalogue, entry, &mut |text| give(Field::Body, text));
    for value in &entry.values {
        let field = &catalogue.fields[value.field];
        let Some(weight) = field.search else { continue };
        let place = if weight == SearchWeight::Strong { Field::Host } else { Field::Body };
        match &value.said {
            Said::Text(text) => give(place, text.as_str()),
            Said::Paragraphs(texts) => texts.iter().for_each(|text| give(place, text.as_str())),
            Said::Terms(terms) => terms.iter().for_each(|term| give(place, field.term(*term).label.as_str())),
            Said::Entries(entries) => entries.iter().for_each(|index| give(place, name_of(*index))),
            Said::Address(url) => give(place, url.host()),
            Said::Number(number) => give(place, &number.plain()),
            Said::Date(_) | Said::Answer(_) => {}
        }
    }
}

/// Gives the texts that only the entry page shows, but for its [details](catalogue::DETAILS), which may come later.
fn body(catalogue: &Catalogue, entry: &Entry, give: &mut dyn FnMut(&str)) {
    let lists = [
        &entry.description,
        &entry.problems,
        &entry.context,
        &entry.principles,
        &entry.levels,
        &entry.levers,
        &entry.technologies,
        &entry.examples_note,
        &entry.proposals,
    ];
    lists.into_iter().flatten().for_each(|text| give(text.as_str()));
    let single = [&entry.governance, &entry.economic_model, &entry.note];
    single.into_iter().flatten().for_each(|text| give(text.as_str()));
    if let Some((label, text)) = &entry.call {
        label.iter().chain([text]).for_each(|text| give(text.as_str()));
    }
    for licence in &entry.licences {
        give(catalogue.vocabularies.term(VocabularyKey::Licence, licence.term).label.as_str());
        licence.note.iter().for_each(|text| give(text.as_str()));
    }
    entry.status.iter().filter_map(|status| status.note.as_ref()).for_each(|text| give(text.as_str()));
    entry.maturity.iter().filter_map(|axis| axis.note.as_ref()).for_each(|text| give(text.as_str()));
    for wave in &entry.waves {
        give(wave.label.as_str());
        wave.text.iter().for_each(|text| give(text.as_str()));
    }
    for link in &entry.links {
        link.label.iter().for_each(|text| give(text.as_str()));
        link.url.iter().for_each(|url| give(url.host()));
    }
    entry.handles.iter().chain(&entry.emails).for_each(|text| give(text));
    entry.challenges.iter().for_each(|challenge| give(challenge.name.as_str()));
    for (heading, items) in entry.criteria.iter().chain(&entry.lists) {
        give(heading.as_str());
        items.iter().for_each(|item| give(item.as_str()));
    }
}
