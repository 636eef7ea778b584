//! The kinds of entries that a source may have, by the words that its entries write.

use catalogue::Model;
use source::Source;

use crate::LANGUAGE;

/// The word of each kind, those of the format first, with what one of its entries is called.
pub(super) fn of(source: &Source) -> Vec<(&str, String)> {
    let name = |model: &Model| messages::uncapitalised(model.name(LANGUAGE));
    let mut kinds: Vec<(&str, String)> = Model::ALL.iter().map(|model| (model.word(), name(model))).collect();
    for said in source.root.items_at("kinds") {
        let Some(id) = said.str_at("id").or(said.as_str()) else { continue };
        let one = said.str_at("one").map(str::to_owned);
        match kinds.iter_mut().find(|(word, _)| *word == id) {
            Some((_, name)) => one.into_iter().for_each(|one| *name = one),
            None => kinds.push((id, one.unwrap_or_else(|| id.to_owned()))),
        }
    }
    kinds
}
