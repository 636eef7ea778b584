//! What an entry page has to share: addresses, electronic mail, resources, accounts. The site first.

use super::sources;
use crate::components::inline;
use crate::state::content::{Content, use_language};
use catalogue::{EntryIndex, Link, LinkKind, Model, Relation, SafeUrl};
use messages::entry_page;

/// One thing to share.
#[derive(PartialEq)]
pub(in crate::pages) struct Resource {
    /// What it is called, to be composed.
    pub(super) name: String,
    /// What it is, to be composed.
    pub(super) nature: String,
    /// Where it leads.
    pub(super) target: Target,
    /// Why it has no address, if it should have one.
    pub(super) missing: Option<String>,
}

/// Where a resource leads.
#[derive(PartialEq)]
pub(in crate::pages) enum Target {
    /// Out of the site.
    External(String),
    /// To electronic mail.
    Mail(String),
    /// To an entry page, and to the thing itself where its address is known.
    Entry(EntryIndex, Option<SafeUrl>),
    /// Nowhere: the sources name it without an address.
    Nowhere,
}

/// The resources of an entry, in the order they are shown.
pub(super) fn of(content: &Content, index: EntryIndex) -> Vec<Resource> {
    let language = use_language();
    let entry = content.entry(index);
    let is_site = |link: &&Link| link.kind == LinkKind::Site;
    let links = entry.links.iter().filter(is_site).chain(entry.links.iter().filter(move |link| !is_site(link)));
    let links = links.map(|link| {
        let label = link.label.as_ref().map(|label| inline(label).into_owned()).unwrap_or_default();
        let kind = link.kind.name(language);
        match &link.url {
            Some(url) => {
                let label = if label.is_empty() || label.eq_ignore_ascii_case(kind) { kind.to_owned() } else { label };
                Resource {
                    name: url.host().to_owned(),
                    nature: label,
                    target: Target::External(url.as_str().to_owned()),
                    missing: None,
                }
            }
            None => {
                let missing = Some(why_missing(Some(link)));
                Resource { name: label, nature: kind.to_owned(), target: Target::Nowhere, missing }
            }
        }
    });
    let repository = sources::not_found(entry, "links.depot").map(|sought| Resource {
        name: entry_page::REPOSITORY.to(language).to_owned(),
        nature: LinkKind::Repository.name(language).to_owned(),
        target: Target::Nowhere,
        missing: Some(sought),
    });
    let emails = entry.emails.iter().map(|email| Resource {
        name: email.clone(),
        nature: entry_page::EMAIL.to(language).to_owned(),
        target: Target::Mail(format!("mailto:{email}")),
        missing: None,
    });
    let cited = content.catalogue().citations(index).iter();
    let cited = cited.filter(|c| c.relation != Relation::Resource && content.entry(c.from).kind.is(Model::Resource));
    let mut shared: Vec<EntryIndex> = Vec::new();
    for other in entry.resources.iter().copied().chain(cited.map(|c| c.from)) {
        if !shared.contains(&other) {
            shared.push(other);
        }
    }
    let shared = shared.into_iter().map(|index| {
        let resource = content.entry(index);
        let nature = crate::components::nature(content.catalogue(), resource)
            .unwrap_or_else(|| entry_page::RESOURCE.to(language).to_owned());
        let url = resource.links.iter().find_map(|link| link.url.clone());
        let missing = url.is_none().then(|| why_missing(resource.links.first()));
        Resource { name: resource.name.to_string(), nature, target: Target::Entry(index, url), missing }
    });
    let handles = entry.handles.iter().map(|handle| Resource {
        name: handle.clone(),
        nature: entry_page::HANDLE.to(language).to_owned(),
        target: Target::Nowhere,
        missing: None,
    });
    links.chain(repository).chain(emails).chain(shared).chain(handles).collect()
}

/// Why a thing has no address: it is dead, or nobody has given it.
fn why_missing(link: Option<&Link>) -> String {
    let language = use_language();
    link.and_then(|link| link.dead).map_or_else(
        || entry_page::NO_ADDRESS.to(language).to_owned(),
        |since| entry_page::dead(language, &since.since(language)),
    )
}
