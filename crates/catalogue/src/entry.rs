//! What the site knows about one thing: a commons, a programme, an organisation…

use super::host_field::Decimal;
use super::identifier::Identifier;
use super::identity::Picture;
use super::kinds::Kind;
use super::scalar::{PartialDate, SafeUrl};
use super::text::Text;
use super::vocabulary::TermIndex;
use super::words::{Axis, ChallengeAxis, Initiated, Licensed, LinkKind, Stage, Status};

/// An entry of the catalogue: its rank there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryIndex(pub u32);

impl EntryIndex {
    /// The rank, from 0.
    pub const fn rank(self) -> usize {
        self.0 as usize
    }
}

/// One entry. What the sources do not say is absent.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Stable id, unique over all kinds.
    pub id: String,
    pub kind: Kind,
    pub name: Text,
    pub aliases: Vec<String>,
    /// Ids it had before: their addresses lead to it.
    pub former_ids: Vec<String>,
    /// Products that people look for, whose place it takes.
    pub replaces: Vec<String>,
    pub status: Option<StatusFact>,
    /// Grouped nature.
    pub nature: Option<TermIndex>,
    /// Nature in the words of the sources.
    pub nature_detail: Option<Text>,
    /// Themes, the principal one first.
    pub themes: Vec<TermIndex>,
    /// Words for the search that are no themes.
    pub keywords: Vec<String>,
    /// What it is, in one or two sentences.
    pub summary: Option<Text>,
    /// Whom to turn to: a label and a sentence.
    pub call: Option<(Option<Text>, Text)>,
    /// The need it answers.
    pub need: Option<Text>,
    /// What goes wrong without it.
    pub problems: Vec<Text>,
    /// What it was born in.
    pub context: Vec<Text>,
    pub description: Vec<Text>,
    pub principles: Vec<Text>,
    /// The levels of one commons: code, objects, methods.
    pub levels: Vec<Text>,
    pub bearers: Vec<EntryIndex>,
    pub partners: Vec<Partner>,
    /// Who uses it or contributes to it.
    pub users: Vec<Partner>,
    /// Who hosts it, or helps to use it.
    pub providers: Vec<Partner>,
    /// Whether the administration initiated it.
    pub initiated: Option<Initiated>,
    /// What the answer above rests on.
    pub initiated_basis: Option<Text>,
    /// Who decides.
    pub governance: Option<Text>,
    /// Who pays.
    pub economic_model: Option<Text>,
    pub licences: Vec<Licence>,
    /// The last version published.
    pub version: Option<String>,
    pub maturity: [AxisMaturity; 3],
    /// Its obstacles, by family.
    pub obstacles: Vec<Tagged>,
    /// Its needs, by kind of help.
    pub needs: Vec<Tagged>,
    /// What helps it; for a programme, obstacles lifted and good practices.
    pub levers: Vec<Text>,
    /// Key figures.
    pub metrics: Vec<Metric>,
    pub technologies: Vec<Text>,
    pub audiences: Vec<Tagged>,
    pub territories: Vec<Tagged>,
    pub dates: Vec<DatedFact>,
    pub links: Vec<Link>,
    /// Its own drawing, shown in a square.
    pub logo: Option<Box<Picture>>,
    /// What shows it, in order.
    pub images: Vec<Picture>,
    /// Team addresses of electronic mail.
    pub emails: Vec<String>,
    /// Hashtags and accounts.
    pub handles: Vec<String>,
    pub resources: Vec<EntryIndex>,
    /// Kinds of support that a programme gives.
    pub supports: Vec<Tagged>,
    /// What a programme supports.
    pub examples: Vec<EntryIndex>,
    /// What a programme supports, in words.
    pub examples_note: Vec<Text>,
    /// Challenges of a call.
    pub challenges: Vec<Challenge>,
    /// Waves of a call.
    pub waves: Vec<DatedFact>,
    /// Questions used to judge.
    pub criteria: Vec<(Text, Vec<Text>)>,
    pub proposals: Vec<Text>,
    /// Lists of its own, each with a heading.
    pub lists: Vec<(Text, Vec<Text>)>,
    pub related: Vec<EntryIndex>,
    /// A remark of the editors.
    pub note: Option<Text>,
    /// Whether its name is the editors'.
    pub editorial_name: bool,
    /// Rank in an ordered series.
    pub order: Option<u32>,
    /// Its identifiers in registers, and their addresses there.
    pub identifiers: Vec<Identifier>,
    pub sources: Vec<Source>,
    pub not_found: Vec<NotFound>,
    /// What it says in the fields that the catalogue adds, in their order.
    pub values: Vec<HostValue>,
    /// Last known change of the thing itself.
    pub updated: Option<PartialDate>,
    /// Last check of the entry.
    pub checked: Option<PartialDate>,
}

impl Entry {
    /// The files beside the data that it names, each with the place of its name below it.
    pub fn files(&self) -> impl Iterator<Item = (String, &str)> {
        let logo = self.logo.iter().map(|logo| ("logo.file".to_owned(), logo.file.as_str()));
        let images = self.images.iter().enumerate();
        logo.chain(images.map(|(rank, image)| (format!("images[{rank}].file"), image.file.as_str())))
    }

    /// The address of its own site, if it is known.
    pub fn site(&self) -> Option<&SafeUrl> {
        self.links.iter().find(|link| link.kind == LinkKind::Site).and_then(|link| link.url.as_ref())
    }

    /// What it says in a field that the catalogue adds.
    pub fn said(&self, field: usize) -> Option<&Said> {
        self.values.iter().find(|value| value.field == field).map(|value| &value.said)
    }

    pub fn is_over(&self) -> bool {
        self.status.as_ref().is_some_and(|status| status.state.is_over())
    }

    /// When something was looked for in vain.
    pub fn not_found(&self, field: &str) -> Option<&NotFound> {
        self.not_found.iter().find(|sought| sought.field == field)
    }

    /// What it is, else what it answers.
    pub fn gist(&self) -> Option<&Text> {
        self.summary.as_ref().or(self.need.as_ref())
    }

    /// The stage on one axis, if it is known.
    pub fn stage(&self, axis: Axis) -> Option<Stage> {
        self.maturity[axis as usize].stage
    }
}

/// Whether the thing described lives on.
#[derive(Debug, Clone)]
pub struct StatusFact {
    pub state: Status,
    pub since: Option<PartialDate>,
    /// What took its place.
    pub replaced_by: Vec<EntryIndex>,
    /// What shows it.
    pub note: Option<Text>,
}

/// Where facts come from: a document of the catalogue, or a public page.
#[derive(Debug, Clone)]
pub struct Source {
    /// Rank of the document.
    pub document: Option<usize>,
    /// Lines, or a place in it.
    pub lines: Option<String>,
    pub title: Option<Text>,
    pub url: Option<SafeUrl>,
    /// When it was read, or written.
    pub date: Option<PartialDate>,
    /// Keys of the fields that rest on it; those of one kind of address have it after a dot: `links.depot`.
    pub fields: Vec<String>,
    /// Whether it is deduced from it rather than said there.
    pub is_deduced: bool,
}

/// What was looked for and not found.
#[derive(Debug, Clone)]
pub struct NotFound {
    /// The key of the field, written as those of [`Source::fields`].
    pub field: String,
    pub date: Option<PartialDate>,
}

/// Someone who takes part in an entry.
#[derive(Debug, Clone)]
pub struct Partner {
    /// Its entry, if it has one.
    pub entry: Option<EntryIndex>,
    /// Its name otherwise.
    pub name: Option<Text>,
    /// What it does, or uses.
    pub role: Option<Text>,
    pub since: Option<PartialDate>,
}

/// The licence of an entry.
#[derive(Debug, Clone)]
pub struct Licence {
    /// Term of the vocabulary of licences.
    pub term: TermIndex,
    pub of: Licensed,
    /// What the source says of it.
    pub note: Option<Text>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AxisMaturity {
    /// Stage, chosen by the editors.
    pub stage: Option<Stage>,
    /// What the source says.
    pub note: Option<Text>,
}

/// A sentence with the term that classifies it.
#[derive(Debug, Clone)]
pub struct Tagged {
    pub text: Text,
    /// The term, of the vocabulary that the field names.
    pub tag: Option<TermIndex>,
}

/// A key figure.
#[derive(Debug, Clone)]
pub struct Metric {
    /// What is counted.
    pub label: Text,
    /// The figure with its approximation, as the source gives it.
    pub value: Text,
    /// When it was true.
    pub date: Option<PartialDate>,
}

/// Something that happened, or will, at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedFact {
    pub label: Text,
    pub date: Option<PartialDate>,
    /// When, in words.
    pub text: Option<Text>,
}

/// An address.
#[derive(Debug, Clone)]
pub struct Link {
    /// Where; absent when the sources name a thing without its address, or when it is dead.
    pub url: Option<SafeUrl>,
    /// When the address was seen not to answer any more.
    pub dead: Option<PartialDate>,
    pub label: Option<Text>,
    pub kind: LinkKind,
}

/// What an entry says in a field that the catalogue adds.
#[derive(Debug, Clone)]
pub struct HostValue {
    /// Rank of the field in the catalogue.
    pub field: usize,
    pub said: Said,
}

/// A value of such a field, by its type.
#[derive(Debug, Clone)]
pub enum Said {
    Text(Text),
    Paragraphs(Vec<Text>),
    Terms(Vec<TermIndex>),
    Number(Decimal),
    Date(PartialDate),
    Answer(bool),
    Address(SafeUrl),
    Entries(Vec<EntryIndex>),
}

/// A challenge of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// Number or letter.
    pub code: String,
    pub name: Text,
    /// Family.
    pub axis: Option<ChallengeAxis>,
    pub icon: Option<String>,
    pub theme: Option<TermIndex>,
}

impl Challenge {
    /// Those of each family that has some, in its order, then those of none.
    pub fn by_axis(all: &[Self]) -> impl Iterator<Item = (Option<ChallengeAxis>, Vec<&Self>)> {
        let of = |axis| (axis, all.iter().filter(|challenge| challenge.axis == axis).collect::<Vec<_>>());
        let families = ChallengeAxis::ALL.iter().copied().map(Some).chain([None]);
        families.map(of).filter(|(_, challenges)| !challenges.is_empty())
    }
}
