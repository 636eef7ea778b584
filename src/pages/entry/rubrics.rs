//! The rubrics of an entry page as plain values: which facts stand where, for each kind of entry.

use std::borrow::Cow;

use super::{resources, sources};
use crate::components::{in_words, inline, mail_to};
use crate::state::content::{Content, use_language};
use catalogue::{
    AxisMaturity, Challenge, DatedFact, Entry, EntryIndex, Kind, Model, Partner, Relation, Rubric as Key, SafeUrl,
    Said, Tagged, Text, VocabularyKey,
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
        let kinds = content.catalogue().kinds.all().iter().filter(|kind| has_set(**kind));
        let each = kinds.flat_map(|kind| Key::ALL.iter().map(|key| (*kind, *key)));
        each.filter(|(kind, key)| is_filled(content, *kind, *key)).collect()
    };
    content.filled_rubrics(read).contains(&(kind, key))
}

/// Whether some entry of a kind says something in a rubric.
fn is_filled(content: &Content, kind: Kind, key: Key) -> bool {
    content.catalogue().of_kind(kind).any(|(index, entry)| {
        let own = entry.values.iter().any(|value| content.catalogue().fields[value.field].rubric == key);
        // Others may say that they support it, or what to read of it.
        let is_cited = !content.catalogue().citations(index).is_empty();
        own || match key {
            Key::Need => {
                entry.need.is_some()
                    || !(entry.problems.is_empty() && entry.context.is_empty() && entry.audiences.is_empty())
            }
            Key::Bearers => {
                is_cited
                    || entry.call.is_some()
                    || !(entry.bearers.is_empty() && entry.partners.is_empty() && entry.users.is_empty())
                    || !entry.providers.is_empty()
                    || kind.is(Model::Programme) && says_governance(entry)
            }
            Key::Description => {
                let texts = [&entry.description, &entry.principles, &entry.levels, &entry.technologies];
                texts.into_iter().any(|texts| !texts.is_empty())
                    || !(entry.replaces.is_empty() && entry.lists.is_empty())
            }
            Key::Governance => says_governance(entry),
            Key::Maturity => entry.maturity.iter().any(|axis| axis.stage.is_some() || axis.note.is_some()),
            Key::Obstacles => !(entry.needs.is_empty() && entry.levers.is_empty() && entry.obstacles.is_empty()),
            Key::Resources => {
                is_cited
                    || !(entry.links.is_empty() && entry.emails.is_empty())
                    || !(entry.resources.is_empty() && entry.handles.is_empty())
            }
            Key::Supports => {
                is_cited
                    || !(entry.description.is_empty() && entry.supports.is_empty())
                    || !(entry.audiences.is_empty() && entry.criteria.is_empty())
            }
            Key::Supported => {
                let is_empty = entry.examples_note.is_empty() && entry.challenges.is_empty();
                !(is_empty && entry.waves.is_empty() && entry.lists.is_empty())
            }
            Key::Examples => !entry.examples.is_empty(),
            Key::Lifted => !entry.levers.is_empty(),
            Key::Proposals => !entry.proposals.is_empty(),
        }
    })
}

fn says_governance(entry: &Entry) -> bool {
    entry.governance.is_some() || entry.economic_model.is_some()
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

/// The rubrics of a kind, with what the catalogue adds to them, in the order that it chose.
fn drawn(content: &Content, index: EntryIndex, kind: Kind) -> Vec<(Key, Cow<'static, str>, Vec<Block>)> {
    let language = use_language();
    let draft = Draft { content, index, entry: content.entry(index) };
    let mut rubrics = match kind.model() {
        Model::Commons => draft.commons(),
        Model::Programme => draft.programme(),
        _ => draft.other(),
    };
    let keys: Vec<Key> = rubrics.iter().map(|(key, ..)| *key).collect();
    for (field, block) in draft.host_values() {
        let asked = content.catalogue().fields[field].rubric;
        // A rubric that this kind has not is told in its description, or first.
        let of = |key| keys.iter().position(|known| *known == key);
        let place = of(asked).or_else(|| of(Key::Description)).unwrap_or(0);
        match (block, rubrics[place].2.first_mut()) {
            // Short facts come first, together.
            (Block::Facts(facts), Some(Block::Facts(known))) => known.extend(facts),
            (facts @ Block::Facts(_), _) => rubrics[place].2.insert(0, facts),
            (block, _) => rubrics[place].2.push(block),
        }
    }
    let titled = |(key, title, blocks): Titled| (key, Cow::Borrowed(title.to(language)), blocks);
    let mut rubrics: Vec<_> = rubrics.into_iter().map(titled).collect();
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

/// A rubric, its title, and what is known under it.
type Titled = (Key, Message, Vec<Block>);

struct Draft<'a> {
    content: &'a Content,
    index: EntryIndex,
    entry: &'a Entry,
}

impl Draft<'_> {
    fn commons(&self) -> Vec<Titled> {
        let language = use_language();
        let entry = self.entry;
        vec![
            (
                Key::Need,
                titles::NEED,
                present([
                    self.from("need", paragraphs(entry.need.iter().cloned().collect())),
                    sentences(headings::PROBLEMS.to(language), &entry.problems),
                    sentences(headings::CONTEXT.to(language), &entry.context),
                    self.tagged(headings::AUDIENCES.to(language), VocabularyKey::Audience, &entry.audiences, false),
                ]),
            ),
            (
                Key::Bearers,
                titles::BEARERS_AND_COMMUNITY,
                present([
                    self.bearers(),
                    self.partners(),
                    self.users(),
                    self.providers(),
                    self.supported_by(),
                    self.contributions(),
                    self.call(),
                ]),
            ),
            (
                Key::Description,
                titles::DESCRIPTION,
                present([
                    self.from("description", paragraphs(entry.description.clone())),
                    self.replaces(),
                    sentences(headings::PRINCIPLES.to(language), &entry.principles),
                    sentences(headings::LEVELS.to(language), &entry.levels),
                    sentences(headings::TECHNOLOGIES.to(language), &entry.technologies),
                ])
                .into_iter()
                .chain(self.lists())
                .collect(),
            ),
            (Key::Governance, titles::GOVERNANCE, present([self.governance()])),
            (Key::Maturity, titles::MATURITY, present([self.maturity()])),
            (
                Key::Obstacles,
                titles::OBSTACLES_AND_NEEDS,
                present([
                    self.needs(),
                    sentences(headings::LEVERS.to(language), &entry.levers),
                    self.tagged(headings::OBSTACLES.to(language), VocabularyKey::Obstacle, &entry.obstacles, true),
                    entry.emails.first().filter(|_| !entry.needs.is_empty()).map(|email| {
                        Block::OfferHelp(mail_to(email, &entry_page::help_subject(language, entry.name.as_str())))
                    }),
                ]),
            ),
            (Key::Resources, titles::RESOURCES, present([self.resources()])),
        ]
    }

    fn programme(&self) -> Vec<Titled> {
        let language = use_language();
        let entry = self.entry;
        let criteria = entry
            .criteria
            .iter()
            .map(|(question, points)| Block::Sentences(Some(inline(question).into_owned()), plain(points)));
        vec![
            (
                Key::Bearers,
                titles::BEARERS,
                present([self.bearers(), self.partners(), self.users(), self.governance(), self.call()]),
            ),
            (
                Key::Supports,
                titles::SUPPORTS,
                present([
                    paragraphs(entry.description.clone()),
                    self.from("supports", self.tagged("", VocabularyKey::Support, &entry.supports, true)),
                    self.tagged(headings::AUDIENCES.to(language), VocabularyKey::Audience, &entry.audiences, false),
                    self.contributions(),
                ])
                .into_iter()
                .chain(criteria)
                .collect(),
            ),
            (
                Key::Supported,
                self.content.of_commons(titles::SUPPORTED, titles::SUPPORTED_ENTRIES),
                present([
                    paragraphs(entry.examples_note.clone()),
                    (!entry.challenges.is_empty()).then(|| Block::Challenges(entry.challenges.clone())),
                    (!entry.waves.is_empty())
                        .then(|| Block::Dates(Some(headings::WAVES.to(language).to_owned()), entry.waves.clone())),
                ])
                .into_iter()
                .chain(self.lists())
                .collect(),
            ),
            (Key::Examples, titles::EXAMPLES, present([entries(None, entry.examples.iter().copied())])),
            (
                Key::Obstacles,
                titles::OBSTACLES_AND_NEEDS,
                present([
                    self.needs(),
                    self.tagged(headings::OBSTACLES.to(language), VocabularyKey::Obstacle, &entry.obstacles, true),
                ]),
            ),
            (Key::Lifted, titles::LIFTED, present([sentences("", &entry.levers)])),
            (Key::Resources, titles::RESOURCES, present([self.resources()])),
            (Key::Proposals, titles::PROPOSALS, present([sentences("", &entry.proposals)])),
        ]
    }

    fn other(&self) -> Vec<Titled> {
        let language = use_language();
        let entry = self.entry;
        let description = present([
            paragraphs(entry.need.iter().cloned().chain(entry.description.clone()).collect()),
            sentences(headings::PRINCIPLES.to(language), &entry.principles),
            sentences(headings::LEVELS.to(language), &entry.levels),
            sentences(headings::TECHNOLOGIES.to(language), &entry.technologies),
            self.tagged(headings::AUDIENCES.to(language), VocabularyKey::Audience, &entry.audiences, false),
            self.governance(),
            sentences(headings::LEVERS.to(language), &entry.levers),
            entries(None, entry.examples.iter().copied()),
        ]);
        vec![
            (Key::Description, titles::DESCRIPTION, description.into_iter().chain(self.lists()).collect()),
            (
                Key::Bearers,
                titles::WHO_BEARS_IT,
                present([self.bearers(), self.partners(), self.users(), self.providers(), self.call()]),
            ),
            (Key::Resources, titles::RESOURCES_AND_CONTACTS, present([self.resources()])),
        ]
    }

    /// What it says in the fields that the catalogue adds, each with the rank of its field.
    fn host_values(&self) -> impl Iterator<Item = (usize, Block)> {
        self.entry.values.iter().filter_map(|value| {
            let field = &self.content.catalogue().fields[value.field];
            let heading = || Some(inline(&field.label).into_owned());
            let block = match &value.said {
                Said::Text(text) => Block::Paragraphs(heading(), vec![text.clone()]),
                Said::Paragraphs(texts) => Block::Paragraphs(heading(), texts.clone()),
                Said::Address(url) => Block::Address(heading(), url.clone()),
                Said::Entries(indices) => entries(heading().as_deref(), indices.iter().copied())?,
                said => {
                    let sources = sources::of(self.entry, &[&format!("values.{}", field.id)]);
                    let words = in_words(self.content, value.field, said);
                    let fact = (inline(&field.label).into_owned(), words, sources);
                    return Some((value.field, Block::Facts(vec![fact])));
                }
            };
            Some((value.field, self.from(&format!("values.{}", field.id), Some(block))?))
        })
    }

    /// A piece that rests on the sources of a field.
    fn from(&self, field: &str, block: Option<Block>) -> Option<Block> {
        let sources = sources::of(self.entry, &[field]);
        block.map(|block| if sources.is_empty() { block } else { Block::From(sources, Box::new(block)) })
    }

    fn bearers(&self) -> Option<Block> {
        let language = use_language();
        self.from("bearers", entries(Some(headings::BEARERS.to(language)), self.entry.bearers.iter().copied()))
    }

    fn partners(&self) -> Option<Block> {
        self.parties("partners", headings::PARTNERS, &self.entry.partners)
    }

    fn users(&self) -> Option<Block> {
        self.parties("users", headings::USERS, &self.entry.users)
    }

    fn providers(&self) -> Option<Block> {
        self.parties("providers", headings::PROVIDERS, &self.entry.providers)
    }

    fn parties(&self, field: &str, heading: Message, parties: &[Partner]) -> Option<Block> {
        let language = use_language();
        let parties: Vec<_> = (parties.iter())
            .filter_map(|party| {
                let who = party.entry.map(EntryOrName::Entry).or_else(|| party.name.clone().map(EntryOrName::Name))?;
                let since = party.since.map(|since| entry_page::since(language, &since.in_words(language)));
                let role = match (&party.role, since) {
                    (Some(role), Some(since)) => Some(Text::french(&format!("{} ({since})", inline(role)))),
                    (role, since) => role.clone().or_else(|| since.as_deref().map(Text::french)),
                };
                Some((who, role))
            })
            .collect();
        let block = (!parties.is_empty()).then(|| Block::Entries(Some(heading.to(language).to_owned()), parties));
        self.from(field, block)
    }

    fn replaces(&self) -> Option<Block> {
        let products = &self.entry.replaces;
        let heading = headings::REPLACES.to(use_language()).to_owned();
        (!products.is_empty()).then(|| Block::Paragraphs(Some(heading), vec![Text::french(&products.join(", "))]))
    }

    fn supported_by(&self) -> Option<Block> {
        let language = use_language();
        let citations = self.content.catalogue().citations(self.index);
        entries(
            Some(headings::SUPPORTED_BY.to(language)),
            citations.iter().filter(|c| c.relation == Relation::Example).map(|c| c.from),
        )
    }

    fn contributions(&self) -> Option<Block> {
        let language = use_language();
        let citations = self.content.catalogue().citations(self.index);
        let ways =
            citations.iter().map(|c| c.from).filter(|from| self.content.entry(*from).kind.is(Model::Contribution));
        entries(Some(headings::CONTRIBUTE.to(language)), ways)
    }

    fn call(&self) -> Option<Block> {
        let language = use_language();
        let (label, text) = self.entry.call.as_ref()?;
        let heading =
            label.as_ref().map_or_else(|| headings::CALL.to(language).to_owned(), |label| inline(label).into_owned());
        Some(Block::Paragraphs(Some(heading), vec![text.clone()]))
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

    /// Sentences with the label of their term where it adds something.
    fn tagged(&self, heading: &str, key: VocabularyKey, items: &[Tagged], with_label: bool) -> Option<Block> {
        let label = |tag| inline(&self.content.catalogue().vocabularies.term(key, tag).label).into_owned();
        let items: Vec<_> =
            items.iter().map(|item| (item.text.clone(), item.tag.filter(|_| with_label).map(label))).collect();
        (!items.is_empty()).then(|| Block::Sentences(titled(heading), items))
    }

    fn lists(&self) -> impl Iterator<Item = Block> {
        self.entry.lists.iter().map(|(heading, items)| Block::Sentences(titled(&inline(heading)), plain(items)))
    }

    fn resources(&self) -> Option<Block> {
        let resources = resources::of(self.content, self.index);
        // One that was looked for in vain is nothing to share.
        let sought = usize::from(self.entry.not_found("links.depot").is_some());
        self.from("links", (resources.len() > sought).then_some(Block::Resources(resources)))
    }
}

fn titled(heading: &str) -> Heading {
    (!heading.is_empty()).then(|| heading.to_owned())
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

fn sentences(heading: &str, items: &[Text]) -> Option<Block> {
    (!items.is_empty()).then(|| Block::Sentences(titled(heading), plain(items)))
}

fn entries(heading: Option<&str>, indices: impl Iterator<Item = EntryIndex>) -> Option<Block> {
    let items: Vec<_> = indices.map(|index| (EntryOrName::Entry(index), None)).collect();
    (!items.is_empty()).then(|| Block::Entries(heading.map(str::to_owned), items))
}
