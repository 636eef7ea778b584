//! The rubrics of an entry page as plain values: which facts stand where, for each kind of entry.

use std::borrow::Cow;

use super::{resources, sources};
use crate::components::{in_words, inline, mail_to};
use crate::state::content::{Content, use_language};
use catalogue::{
    AxisMaturity, Challenge, DatedFact, Entry, EntryIndex, HostValue, Kind, Model, Partner, Relation, Rubric as Key,
    SafeUrl, Said, Tagged, Text, VocabularyKey,
};
use messages::Message;
use messages::entry_page::{self, headings, rubrics as titles};

pub(super) struct Rubric {
    /// Number, from 1.
    pub(super) number: usize,
    pub(super) title: Cow<'static, str>,
    /// What is known; nothing reads « Non renseigné ».
    pub(super) blocks: Vec<Block>,
}

/// A heading inside a rubric.
pub(in crate::pages) type Heading = Option<String>;

/// A piece of a rubric.
#[derive(PartialEq)]
pub(in crate::pages) enum Block {
    Paragraphs(Heading, Vec<Text>),
    /// A list of sentences, each with the name of its class, if any.
    Sentences(Heading, Vec<(Text, Option<String>)>),
    /// Needs, each with its pictogram.
    Needs(Vec<(Text, Option<String>)>),
    /// Entries, each with a word on it; or names without an entry.
    Entries(Heading, Vec<(EntryOrName, Option<Text>)>),
    /// Governance and economic model, side by side.
    Governance([Side; 2]),
    /// A piece, and the numbers of the sources that it rests on.
    From(Vec<usize>, Box<Self>),
    Maturity([AxisMaturity; 3]),
    /// Short facts, each with what it is and the numbers of its sources.
    Facts(Vec<(String, String, Vec<usize>)>),
    /// An address, under what it is.
    Address(Heading, SafeUrl),
    /// Addresses and things to share.
    Resources(Vec<resources::Resource>),
    Dates(Heading, Vec<DatedFact>),
    /// Challenges of a call.
    Challenges(Vec<Challenge>),
    /// The `mailto:` address that offers help to this team.
    OfferHelp(String),
}

impl Block {
    /// The sentences that somebody wrote.
    pub(super) fn texts(&self) -> Vec<&str> {
        let texts: Vec<&Text> = match self {
            Self::Paragraphs(_, texts) => texts.iter().collect(),
            Self::Sentences(_, items) | Self::Needs(items) => items.iter().map(|(text, _)| text).collect(),
            Self::Governance(sides) => sides.iter().filter_map(|side| side.text.as_ref()).collect(),
            Self::From(_, block) => return block.texts(),
            Self::Maturity(axes) => axes.iter().filter_map(|axis| axis.note.as_ref()).collect(),
            _ => Vec::new(),
        };
        texts.into_iter().map(Text::as_str).collect()
    }
}

/// One of two things said side by side.
#[derive(PartialEq)]
pub(in crate::pages) struct Side {
    pub(in crate::pages) text: Option<Text>,
    /// The numbers of its sources.
    pub(super) sources: Vec<usize>,
    /// What is said where it was looked for in vain.
    pub(super) not_found: Option<String>,
}

/// Something that may have an entry.
#[derive(PartialEq)]
pub(in crate::pages) enum EntryOrName {
    Entry(EntryIndex),
    Name(Text),
}

/// The rubrics of an entry. Those of commons and programmes that some of them fill are always there, unless the
/// catalogue says otherwise.
pub(super) fn of(content: &Content, index: EntryIndex) -> Vec<Rubric> {
    let kind = content.entry(index).kind;
    let choices = &content.catalogue().rubrics;
    let filled = drawn(content, index, kind).into_iter().filter(|(key, _, blocks)| {
        let choice = choices.iter().find(|choice| choice.rubric == *key && choice.is_of(kind));
        let is_chosen = choice.and_then(|choice| choice.shows_empty);
        !blocks.is_empty() || is_chosen.unwrap_or_else(|| has_set(kind) && is_told(content, kind, *key))
    });
    filled.enumerate().map(|(rank, (_, title, blocks))| Rubric { number: rank + 1, title, blocks }).collect()
}

/// Whether the rubrics of a kind are set, so that one that is empty says what is missing.
pub(super) const fn has_set(kind: Kind) -> bool {
    matches!(kind.model(), Model::Commons | Model::Programme)
}

/// Whether some entry of a kind whose rubrics are set says something in one of them: what none says is missing nowhere.
fn is_told(content: &Content, kind: Kind, key: Key) -> bool {
    let read = || {
        let kinds = content.catalogue().kinds.all().iter().copied().filter(|kind| has_set(*kind));
        let each = kinds.flat_map(|kind| rows(kind).iter().map(move |row| (kind, row)));
        let says = |kind, row| {
            let mut entries = content.catalogue().of_kind(kind);
            entries.any(|(index, entry)| !Draft { content, index, entry }.blocks(kind, row).is_empty())
        };
        each.filter(|(kind, row)| says(*kind, row)).map(|(kind, (key, ..))| (kind, *key)).collect()
    };
    content.filled_rubrics(read).contains(&(kind, key))
}

/// Every rubric of a kind for an entry, be it of another kind of the same model, with what is known there, and whether
/// it is missing where nothing is: where rubrics are set, one that no entry of the kind fills is not.
pub(in crate::pages) fn as_kind(
    content: &Content,
    index: EntryIndex,
    kind: Kind,
) -> Vec<(Cow<'static, str>, Vec<Block>, bool)> {
    let own = content.entry(index).kind;
    let drawn = drawn(content, index, kind).into_iter();
    drawn.map(|(key, title, blocks)| (title, blocks, !has_set(kind) || is_told(content, own, key))).collect()
}

/// The rubrics of a kind for an entry, in the order that the catalogue chose.
fn drawn(content: &Content, index: EntryIndex, kind: Kind) -> Vec<(Key, Cow<'static, str>, Vec<Block>)> {
    let language = use_language();
    let draft = Draft { content, index, entry: content.entry(index) };
    let titled = |row: &Row| {
        let (key, title, _) = *row;
        let title = if key == Key::Supported { content.of_commons(title, titles::SUPPORTED_ENTRIES) } else { title };
        (key, Cow::Borrowed(title.to(language)), draft.blocks(kind, row))
    };
    let mut rubrics: Vec<_> = rows(kind).iter().map(titled).collect();
    let choices = content.catalogue().rubrics.iter().filter(|choice| choice.is_of(kind));
    let mut placed = Vec::new();
    for choice in choices {
        let Some(place) = rubrics.iter().position(|(key, ..)| *key == choice.rubric) else { continue };
        let (key, title, blocks) = rubrics.remove(place);
        if !choice.is_hidden {
            placed.push((key, choice.title.as_ref().map_or(title, |title| inline(title).into_owned().into()), blocks));
        }
    }
    placed.into_iter().chain(rubrics).collect()
}

/// A rubric, its title, and what an entry says in it in the fields of the format.
type Row = (Key, Message, fn(&Draft) -> Vec<Block>);

/// The rubrics of a kind.
fn rows(kind: Kind) -> &'static [Row] {
    match kind.model() {
        Model::Commons => &COMMONS,
        Model::Programme => &PROGRAMMES,
        _ => &OTHERS,
    }
}

const COMMONS: [Row; 7] = [
    (Key::Need, titles::NEED, |it| {
        present([
            it.from("need", paragraphs(it.entry.need.iter().cloned().collect())),
            sentences(Some(headings::PROBLEMS), &it.entry.problems),
            sentences(Some(headings::CONTEXT), &it.entry.context),
            it.audiences(),
        ])
    }),
    (Key::Bearers, titles::BEARERS_AND_COMMUNITY, |it| {
        present([
            it.bearers(),
            it.parties(PARTNERS),
            it.parties(USERS),
            it.parties(PROVIDERS),
            it.supported_by(),
            it.contributions(),
            it.call(),
        ])
    }),
    (Key::Description, titles::DESCRIPTION, |it| {
        let described = present([
            it.from("description", paragraphs(it.entry.description.clone())),
            it.replaces(),
            sentences(Some(headings::PRINCIPLES), &it.entry.principles),
            sentences(Some(headings::LEVELS), &it.entry.levels),
            sentences(Some(headings::TECHNOLOGIES), &it.entry.technologies),
        ]);
        described.into_iter().chain(listed(&it.entry.lists)).collect()
    }),
    (Key::Governance, titles::GOVERNANCE, |it| present([it.governance()])),
    (Key::Maturity, titles::MATURITY, |it| present([it.maturity()])),
    (Key::Obstacles, titles::OBSTACLES_AND_NEEDS, |it| {
        let levers = sentences(Some(headings::LEVERS), &it.entry.levers);
        present([it.needs(), levers, it.obstacles(), it.offer_help()])
    }),
    (Key::Resources, titles::RESOURCES, |it| present([it.resources()])),
];

const PROGRAMMES: [Row; 8] = [
    (Key::Bearers, titles::BEARERS, |it| {
        present([it.bearers(), it.parties(PARTNERS), it.parties(USERS), it.governance(), it.call()])
    }),
    (Key::Supports, titles::SUPPORTS, |it| {
        let supports = present([
            paragraphs(it.entry.description.clone()),
            it.from("supports", it.tagged(None, VocabularyKey::Support, &it.entry.supports, true)),
            it.audiences(),
            it.contributions(),
        ]);
        supports.into_iter().chain(listed(&it.entry.criteria)).collect()
    }),
    (Key::Supported, titles::SUPPORTED, |it| {
        let (challenges, waves) = (&it.entry.challenges, &it.entry.waves);
        let supported = present([
            paragraphs(it.entry.examples_note.clone()),
            (!challenges.is_empty()).then(|| Block::Challenges(challenges.clone())),
            (!waves.is_empty()).then(|| Block::Dates(said(headings::WAVES), waves.clone())),
        ]);
        supported.into_iter().chain(listed(&it.entry.lists)).collect()
    }),
    (Key::Examples, titles::EXAMPLES, |it| present([it.examples()])),
    (Key::Obstacles, titles::OBSTACLES_AND_NEEDS, |it| present([it.needs(), it.obstacles()])),
    (Key::Lifted, titles::LIFTED, |it| present([sentences(None, &it.entry.levers)])),
    (Key::Resources, titles::RESOURCES, |it| present([it.resources()])),
    (Key::Proposals, titles::PROPOSALS, |it| present([sentences(None, &it.entry.proposals)])),
];

const OTHERS: [Row; 3] = [
    (Key::Description, titles::DESCRIPTION, |it| {
        let described = present([
            paragraphs(it.entry.need.iter().chain(&it.entry.description).cloned().collect()),
            sentences(Some(headings::PRINCIPLES), &it.entry.principles),
            sentences(Some(headings::LEVELS), &it.entry.levels),
            sentences(Some(headings::TECHNOLOGIES), &it.entry.technologies),
            it.audiences(),
            it.governance(),
            sentences(Some(headings::LEVERS), &it.entry.levers),
            it.examples(),
        ]);
        described.into_iter().chain(listed(&it.entry.lists)).collect()
    }),
    (Key::Bearers, titles::WHO_BEARS_IT, |it| {
        present([it.bearers(), it.parties(PARTNERS), it.parties(USERS), it.parties(PROVIDERS), it.call()])
    }),
    (Key::Resources, titles::RESOURCES_AND_CONTACTS, |it| present([it.resources()])),
];

/// Those who have to do with an entry: the field that names them, its heading, what it holds.
type Parties = (&'static str, Message, fn(&Entry) -> &[Partner]);

const PARTNERS: Parties = ("partners", headings::PARTNERS, |entry| &entry.partners);
const USERS: Parties = ("users", headings::USERS, |entry| &entry.users);
const PROVIDERS: Parties = ("providers", headings::PROVIDERS, |entry| &entry.providers);

/// An entry, whose rubrics are filled.
struct Draft<'a> {
    content: &'a Content,
    index: EntryIndex,
    entry: &'a Entry,
}

impl Draft<'_> {
    /// What it says in a rubric of a kind, with what the catalogue adds there.
    fn blocks(&self, kind: Kind, (key, _, read): &Row) -> Vec<Block> {
        let has = |key: &Key| rows(kind).iter().any(|(known, ..)| known == key);
        // A rubric that this kind has not is told in its description, or first.
        let place = |asked| [asked, Key::Description].into_iter().find(has).unwrap_or(rows(kind)[0].0);
        let fields = &self.content.catalogue().fields;
        let own = self.entry.values.iter().filter(|value| place(fields[value.field].rubric) == *key);
        let mut blocks = read(self);
        for block in own.filter_map(|value| self.host_value(value)) {
            match (block, blocks.first_mut()) {
                // Short facts come first, together.
                (Block::Facts(facts), Some(Block::Facts(known))) => known.extend(facts),
                (facts @ Block::Facts(_), _) => blocks.insert(0, facts),
                (block, _) => blocks.push(block),
            }
        }
        blocks
    }

    /// What it says in a field that the catalogue adds.
    fn host_value(&self, value: &HostValue) -> Option<Block> {
        let field = &self.content.catalogue().fields[value.field];
        let (label, path) = (inline(&field.label).into_owned(), format!("values.{}", field.id));
        let block = match &value.said {
            Said::Text(text) => Some(Block::Paragraphs(Some(label), vec![text.clone()])),
            Said::Paragraphs(texts) => Some(Block::Paragraphs(Some(label), texts.clone())),
            Said::Address(url) => Some(Block::Address(Some(label), url.clone())),
            Said::Entries(indices) => entries(Some(label), indices.iter().copied()),
            said => {
                let words = in_words(self.content, value.field, said);
                return Some(Block::Facts(vec![(label, words, sources::of(self.entry, &[&path]))]));
            }
        };
        self.from(&path, block)
    }

    /// A piece that rests on the sources of a field.
    fn from(&self, field: &str, block: Option<Block>) -> Option<Block> {
        let sources = sources::of(self.entry, &[field]);
        block.map(|block| if sources.is_empty() { block } else { Block::From(sources, Box::new(block)) })
    }

    fn bearers(&self) -> Option<Block> {
        self.from("bearers", entries(said(headings::BEARERS), self.entry.bearers.iter().copied()))
    }

    fn parties(&self, (field, heading, read): Parties) -> Option<Block> {
        let language = use_language();
        let parties: Vec<_> = (read(self.entry).iter())
            .filter_map(|party| {
                let who = party.entry.map(EntryOrName::Entry).or_else(|| party.name.clone().map(EntryOrName::Name))?;
                let since = party.since.map(|since| since.since(language));
                let role = match (&party.role, since) {
                    (Some(role), Some(since)) => Some(Text::french(&format!("{} ({since})", inline(role)))),
                    (role, since) => role.clone().or_else(|| since.as_deref().map(Text::french)),
                };
                Some((who, role))
            })
            .collect();
        self.from(field, (!parties.is_empty()).then(|| Block::Entries(said(heading), parties)))
    }

    fn replaces(&self) -> Option<Block> {
        let products = &self.entry.replaces;
        let named = || vec![Text::french(&products.join(", "))];
        (!products.is_empty()).then(|| Block::Paragraphs(said(headings::REPLACES), named()))
    }

    fn examples(&self) -> Option<Block> {
        entries(None, self.entry.examples.iter().copied())
    }

    fn supported_by(&self) -> Option<Block> {
        let citations = self.content.catalogue().citations(self.index).iter();
        let supports = citations.filter(|citation| citation.relation == Relation::Example);
        entries(said(headings::SUPPORTED_BY), supports.map(|citation| citation.from))
    }

    fn contributions(&self) -> Option<Block> {
        let citing = self.content.catalogue().citations(self.index).iter().map(|citation| citation.from);
        let ways = citing.filter(|from| self.content.entry(*from).kind.is(Model::Contribution));
        entries(said(headings::CONTRIBUTE), ways)
    }

    fn call(&self) -> Option<Block> {
        let (label, text) = self.entry.call.as_ref()?;
        let label = label.as_ref().map(|label| inline(label).into_owned());
        Some(Block::Paragraphs(label.or_else(|| said(headings::CALL)), vec![text.clone()]))
    }

    fn governance(&self) -> Option<Block> {
        let side = |field, text: &Option<Text>| Side {
            text: text.clone(),
            sources: sources::of(self.entry, &[field]),
            not_found: sources::not_found(self.entry, field),
        };
        let sides = [side("governance", &self.entry.governance), side("economic_model", &self.entry.economic_model)];
        sides.iter().any(|side| side.text.is_some()).then_some(Block::Governance(sides))
    }

    fn maturity(&self) -> Option<Block> {
        let known = self.entry.maturity.iter().any(|axis| axis.stage.is_some() || axis.note.is_some());
        self.from("maturity", known.then(|| Block::Maturity(self.entry.maturity.clone())))
    }

    fn needs(&self) -> Option<Block> {
        let vocabularies = &self.content.catalogue().vocabularies;
        let needs: Vec<_> = (self.entry.needs.iter())
            .map(|need| {
                (need.text.clone(), need.tag.and_then(|tag| vocabularies.term(VocabularyKey::Need, tag).icon.clone()))
            })
            .collect();
        (!needs.is_empty()).then_some(Block::Needs(needs))
    }

    fn offer_help(&self) -> Option<Block> {
        let email = self.entry.emails.first().filter(|_| !self.entry.needs.is_empty())?;
        let subject = entry_page::help_subject(use_language(), self.entry.name.as_str());
        Some(Block::OfferHelp(mail_to(email, &subject)))
    }

    fn audiences(&self) -> Option<Block> {
        self.tagged(Some(headings::AUDIENCES), VocabularyKey::Audience, &self.entry.audiences, false)
    }

    fn obstacles(&self) -> Option<Block> {
        self.tagged(Some(headings::OBSTACLES), VocabularyKey::Obstacle, &self.entry.obstacles, true)
    }

    /// Sentences with the label of their term where it adds something.
    fn tagged(
        &self,
        heading: Option<Message>,
        key: VocabularyKey,
        items: &[Tagged],
        with_label: bool,
    ) -> Option<Block> {
        let label = |tag| inline(&self.content.catalogue().vocabularies.term(key, tag).label).into_owned();
        let items: Vec<_> =
            items.iter().map(|item| (item.text.clone(), item.tag.filter(|_| with_label).map(label))).collect();
        (!items.is_empty()).then(|| Block::Sentences(heading.and_then(said), items))
    }

    fn resources(&self) -> Option<Block> {
        let resources = resources::of(self.content, self.index);
        // One that was looked for in vain is nothing to share.
        let sought = usize::from(self.entry.not_found("links.depot").is_some());
        self.from("links", (resources.len() > sought).then_some(Block::Resources(resources)))
    }
}

/// A heading of ours.
fn said(heading: Message) -> Heading {
    Some(heading.to(use_language()).to_owned())
}

fn plain(items: &[Text]) -> Vec<(Text, Option<String>)> {
    items.iter().map(|item| (item.clone(), None)).collect()
}

fn present<const N: usize>(blocks: [Option<Block>; N]) -> Vec<Block> {
    blocks.into_iter().flatten().collect()
}

fn paragraphs(texts: Vec<Text>) -> Option<Block> {
    (!texts.is_empty()).then_some(Block::Paragraphs(None, texts))
}

fn sentences(heading: Option<Message>, items: &[Text]) -> Option<Block> {
    (!items.is_empty()).then(|| Block::Sentences(heading.and_then(said), plain(items)))
}

/// Lists under headings of the data.
fn listed(lists: &[(Text, Vec<Text>)]) -> impl Iterator<Item = Block> {
    lists.iter().map(|(heading, items)| {
        Block::Sentences(Some(inline(heading).into_owned()).filter(|heading| !heading.is_empty()), plain(items))
    })
}

fn entries(heading: Heading, indices: impl Iterator<Item = EntryIndex>) -> Option<Block> {
    let items: Vec<_> = indices.map(|index| (EntryOrName::Entry(index), None)).collect();
    (!items.is_empty()).then_some(Block::Entries(heading, items))
}
