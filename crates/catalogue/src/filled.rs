//! What the entries of a kind say at all: nothing is told as unknown that no entry of the kind says.

use super::entry::Entry;
use super::words::LinkKind;

/// For each fact, whether some entry of a kind says it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filled {
    pub nature: bool,
    pub bearers: bool,
    pub licences: bool,
    pub maturity: bool,
    pub needs: bool,
    pub initiated: bool,
    pub territories: bool,
    pub audiences: bool,
    /// A way to write to its team.
    pub contact: bool,
    /// An address of its own.
    pub site: bool,
    pub updated: bool,
}

impl Filled {
    /// What the entries of each of so many kinds say, at its rank; nothing where there is none.
    pub(super) fn of(entries: &[Entry], kinds: usize) -> Vec<Option<Self>> {
        let mut filled: Vec<Option<Self>> = vec![None; kinds];
        for entry in entries {
            let known = filled[entry.kind.rank()].get_or_insert_default();
            known.nature |= entry.nature.is_some() || entry.nature_detail.is_some();
            known.bearers |= !entry.bearers.is_empty();
            known.licences |= !entry.licences.is_empty();
            known.maturity |= entry.maturity.iter().any(|axis| axis.stage.is_some());
            known.needs |= !entry.needs.is_empty();
            known.initiated |= entry.initiated.is_some();
            known.territories |= !entry.territories.is_empty();
            known.audiences |= !entry.audiences.is_empty();
            known.contact |= !entry.emails.is_empty() || entry.links.iter().any(|link| link.kind == LinkKind::Contact);
            known.site |= entry.site().is_some();
            known.updated |= entry.updated.is_some();
        }
        filled
    }
}
