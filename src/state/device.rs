//! What the device keeps for this site, and for no other of its host: other sites there have the same storage.

use crate::browser;
use address::Root;

/// A value that the device keeps.
#[derive(Debug, Clone)]
pub(crate) struct OnDevice {
    /// Where it is kept.
    key: String,
    /// Where it was, for all the sites of the host: it is read until this site has its own.
    former: String,
}

impl OnDevice {
    /// The value of this name, for the site at this root.
    pub(crate) fn new(root: &Root, name: &str) -> Self {
        Self { key: root.own(name, browser::url().path()), former: name.to_owned() }
    }

    /// The value; nothing when none is kept.
    pub(crate) fn read(&self) -> Option<String> {
        browser::stored(&self.key).or_else(|| browser::stored(&self.former)).filter(|value| !value.is_empty())
    }

    /// Keeps a value, or forgets it when it is empty.
    pub(crate) fn write(&self, value: &str) {
        // An empty one stays where the former one would come back.
        let is_kept = !value.is_empty() || browser::stored(&self.former).is_some();
        browser::store(&self.key, is_kept.then_some(value));
    }
}
