//! The kinds that a catalogue calls otherwise, moves, hides, or adds on the model of one of the format.

use super::checker::{Checker, item_of};
use crate::diagnostic::{Expected, Path, Severity, nearest};
use crate::file_name;
use crate::kinds::{EVERYTHING, Kind, KindWords, Kinds, MOST_KINDS};
use crate::pages::{ABOUT, HOME, format_pages, is_taken};
use crate::value::Value;
use crate::words::Model;
use messages::Language;

/// How many kinds a catalogue may add.
const MOST_ADDED: usize = MOST_KINDS - Model::ALL.len();

/// What is said of a kind.
struct Said<'a> {
    id: String,
    /// The one of the format that it is, if it is one.
    own: Option<Model>,
    model: Model,
    folder: Option<String>,
    words: Option<KindWords>,
    is_hidden: bool,
    path: Path<'a>,
}

/// The kinds: those that the catalogue places first, in its order, then the others in ours. `pages` are the ids of its
/// pages.
pub(super) fn kinds(
    checker: &mut Checker<'_>,
    said: Value,
    pages: &[&str],
    language: Language,
    path: &Path<'_>,
) -> Kinds {
    let (mut all, mut seen) = (Vec::new(), vec![EVERYTHING.to_owned()]);
    for (rank, item) in said.items() {
        all.extend(one(checker, item, &mut seen, item_of(path, rank)));
    }
    let added = all.iter().filter(|said| said.own.is_none()).count();
    if added > MOST_ADDED {
        checker.report(Severity::Ignored, path, &added.to_string(), Expected::AtMostItems(MOST_ADDED), None);
        let mut rank = 0;
        all.retain(|said| {
            rank += usize::from(said.own.is_none());
            said.own.is_some() || rank <= MOST_ADDED
        });
    }
    let mut kinds = Kinds::of_format(language);
    let is_renamed = all.iter().any(|said| said.own == Some(Model::Commons) && said.words.is_some());
    let mut pages = pages.to_vec();
    if pages.iter().all(|page| [HOME, ABOUT].contains(page)) && !is_renamed {
        format_pages().for_each(|page| pages.push(page));
    }
    let mut placed = Vec::with_capacity(all.len());
    for said in all {
        let folder = folder(checker, &said, &kinds, &pages);
        placed.push((kinds.define(said.model, &said.id, &folder, said.words), said.is_hidden));
    }
    let others = kinds.all.iter().filter(|kind| placed.iter().all(|(placed, _)| placed != *kind));
    let shown = placed.iter().filter(|(_, is_hidden)| !is_hidden).map(|(kind, _)| kind);
    kinds.shown = shown.chain(others).copied().collect();
    kinds
}

/// What one item says.
fn one<'a>(checker: &mut Checker<'_>, item: Value, seen: &mut Vec<String>, path: Path<'a>) -> Option<Said<'a>> {
    let mut parts = item.parts()?;
    let id = checker.unseen(parts.value("id").word()?, seen, &path.key("id"))?;
    let own = Model::parse(&id);
    let is_untold = parts.get("model").is_none();
    let said = parts.value("model").one_of(Model::ALL);
    if let (Some(own), Some(said)) = (own, said)
        && own != said
    {
        // One of the format is its own model.
        let expected = Expected::OneOf(vec![own.word()].into());
        checker.report(Severity::Ignored, &path.key("model"), said.word(), expected, None);
    }
    if own.is_none() && is_untold {
        if let Some(near) = nearest(&id, Model::WORDS.iter().copied()) {
            let expected = Expected::OneOf(Model::WORDS.into());
            checker.report(Severity::LeftOut, &path.key("id"), &id, expected, Some(near));
            return None;
        }
        checker.report(Severity::Warning, &path.key("id"), &id, Expected::Model, None);
    }
    let [one, several, none] = ["one", "several", "none"].map(|key| parts.value(key).word());
    let one = one.or_else(|| own.is_none().then(|| id.replace('-', " ")));
    let words = one.map(|one| {
        // What is not told is said in a way that is right for any word.
        let several = several.unwrap_or_else(|| format!("{one}s"));
        KindWords::of_host(&one, &several, none.as_deref().unwrap_or("aucun résultat"))
    });
    let folder = parts.value("folder").word();
    let is_hidden = parts.value("hidden").boolean() == Some(true);
    let model = own.or(said).unwrap_or(Model::Commons);
    Some(Said { id, own, model, folder, words, is_hidden, path })
}

/// The folder of the entry pages of a kind: the one that it asks for, else that of the format or its id, if nothing
/// else is there.
fn folder(checker: &mut Checker<'_>, said: &Said<'_>, kinds: &Kinds, pages: &[&str]) -> String {
    let of_format = said.own.map(|own| Kind::of(own).folder());
    let is_free = |folder: &str| {
        let is_of_page = |page: &&str| page.split('/').next() == Some(folder);
        let is_of_kind = |kind: &Kind| kind.folder() == folder;
        let is_taken =
            is_taken(folder) || folder == ABOUT || pages.iter().any(is_of_page) || kinds.all.iter().any(is_of_kind);
        of_format == Some(folder) || !is_taken && file_name::fault(folder).is_none()
    };
    let free_like = |folder: &str| (2..).map(|n| format!("{folder}-{n}")).find(|folder| is_free(folder));
    if let Some(asked) = &said.folder {
        if is_free(asked) {
            return asked.clone();
        }
        checker.report(Severity::Ignored, &said.path.key("folder"), asked, Expected::Folder, free_like(asked));
    }
    let own = of_format.unwrap_or(&said.id);
    if is_free(own) {
        return own.to_owned();
    }
    let free = free_like(own);
    if said.folder.is_none() {
        checker.report(Severity::Warning, &said.path.key("id"), own, Expected::Folder, free.clone());
    }
    free.unwrap_or_default()
}
