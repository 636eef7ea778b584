//! What sort of thing an entry describes, in the words of vocabularies that are not ours.
//!
//! The kind says most. Commons and resources are told apart by their nature, when it is one of those
//! named here; a catalogue with natures of its own keeps to the kind.

use super::address;
use catalogue::{Catalogue, Entry, Initiated, LinkKind, Model, VocabularyKey};

/// A sort of thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Data that can be had.
    Data,
    /// A program.
    Software,
    /// A program whose source has a known address, or a place of sources.
    Source,
    /// A program that is used where it is.
    Application,
    /// A text, a picture, a method: something written.
    Work,
    /// Something that people do together.
    Project,
    /// Something that one gives to others.
    Service,
    /// The same, by the administration.
    PublicService,
    Organisation,
    /// An organisation of the administration.
    PublicBody,
    /// Something that takes place.
    Event,
    /// How something is done.
    Guide,
    Notion,
    /// Several notions that go together.
    Notions,
    /// None of these.
    Other,
}

/// The natures that say the form of a commons or of a resource.
const NATURES: [(&str, Form); 14] = [
    ("base-de-donnees", Form::Data),
    ("donnees", Form::Data),
    ("logiciel", Form::Software),
    ("code", Form::Source),
    ("plateforme", Form::Application),
    ("service", Form::Application),
    ("encyclopedie", Form::Work),
    ("referentiel", Form::Work),
    ("methode", Form::Work),
    ("article", Form::Work),
    ("documentation", Form::Work),
    ("ouvrage", Form::Work),
    ("wiki", Form::Work),
    ("reseau", Form::Other),
];

pub(super) fn form(catalogue: &Catalogue, entry: &Entry) -> Form {
    let nature = entry.nature.map(|nature| catalogue.vocabularies.term(VocabularyKey::Nature, nature).id.as_str());
    let public = entry.initiated == Some(Initiated::Yes);
    match (entry.kind.model(), nature) {
        (Model::Programme, _) if public => Form::PublicService,
        (Model::Programme, _) => Form::Service,
        (Model::Organisation, Some("administration" | "collectivite")) => Form::PublicBody,
        (Model::Organisation, _) if public => Form::PublicBody,
        (Model::Organisation, _) => Form::Organisation,
        (Model::Event, Some("politique" | "initiative")) => Form::Project,
        (Model::Event, Some("tribune")) => Form::Work,
        (Model::Event, Some("situation")) => Form::Notion,
        (Model::Event, _) => Form::Event,
        (Model::Contribution, _) => Form::Guide,
        (Model::Definition, Some("grille")) => Form::Notions,
        (Model::Definition, _) => Form::Notion,
        (Model::Commons, nature) => of_nature(entry, nature).unwrap_or(Form::Project),
        (Model::Resource, nature) => of_nature(entry, nature).unwrap_or(Form::Work),
    }
}

fn of_nature(entry: &Entry, nature: Option<&str>) -> Option<Form> {
    let (_, form) = NATURES.iter().find(|(known, _)| Some(*known) == nature)?;
    let has_source = || address::links(entry, LinkKind::Repository).next().is_some();
    Some(if *form == Form::Software && has_source() { Form::Source } else { *form })
}
