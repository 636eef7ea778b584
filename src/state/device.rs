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
        Self::renamed(root, name, name)
    }

    /// The same, for a value that had another name in former releases.
    pub(crate) fn renamed(root: &Root, name: &str, former: &str) -> Self {
        let [key, own_former] = [name, former].map(|name| root.own(name, browser::url().path()));
        // Moved once; a page of a former release may write it again.
        if browser::stored(&key).is_none()
            && let Some(value) = browser::stored(&own_former)
            && browser::store(&key, Some(&value))
        {
            browser::store(&own_former, None);
        }
        Self { key, former: former.to_owned() }
    }

    /// The value; nothing when none is kept.
    pub(crate) fn read(&self) -> Option<String> {
        browser::stored(&self.key).or_else(|| browser::stored(&self.former)).filter(|value| !value.is_empty())
    }

    /// Keeps a value, or forgets it when it is empty; tells whether it could.
    pub(crate) fn write(&self, value: &str) -> bool {
        // An empty one stays where the former one would come back.
        let is_kept = !value.is_empty() || browser::stored(&self.former).is_some();
        browser::store(&self.key, is_kept.then_some(value))
    }
}
