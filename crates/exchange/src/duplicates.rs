//! Which entries are the same thing: by their ids elsewhere, their repository, their address, their name.

use std::collections::{BTreeMap, BTreeSet};

use catalogue::Json;

use crate::names::{Names, Nearness};
use crate::values::{as_list, text_at};
use crate::written::same_address;

/// How sure it is that two entries are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sureness {
    /// They are.
    Same,
    /// Someone must look.
    Near,
}

/// Why two entries may be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    Id,
    Identifier,
    Repository,
    Address,
    Name,
    NearName,
}

impl Because {
    /// In a sentence.
    pub const fn in_french(self) -> &'static str {
        match self {
            Self::Id => "même identifiant",
            Self::Identifier => "même identifiant dans un registre",
            Self::Repository => "même dépôt",
            Self::Address => "même adresse",
            Self::Name => "même nom",
            Self::NearName => "nom proche",
        }
    }
}

/// What two entries are compared by.
#[derive(Debug, Default)]
struct Marks {
    id: String,
    kind: String,
    names: Names,
    sites: Vec<String>,
    repositories: Vec<String>,
    identifiers: Vec<String>,
}

/// Entries where others are sought.
#[derive(Debug)]
pub struct Known {
    marks: Vec<Marks>,
    /// Ranks by what two entries that are one may share.
    by_sign: BTreeMap<String, Vec<usize>>,
}

impl Known {
    /// Entries of a catalogue.
    pub fn new(entries: &[Json]) -> Self {
        let marks: Vec<Marks> = entries.iter().map(Marks::of).collect();
        let mut by_sign: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (rank, mark) in marks.iter().enumerate() {
            for sign in mark.signs() {
                let ranks = by_sign.entry(sign.to_owned()).or_default();
                if ranks.last() != Some(&rank) {
                    ranks.push(rank);
                }
            }
        }
        Self { marks, by_sign }
    }

    /// The rank of the entry that this one is, or may be.
    pub fn find(&self, entry: &Json) -> Option<(usize, Sureness, Because)> {
        let own = Marks::of(entry);
        let candidates: BTreeSet<usize> =
            own.signs().filter_map(|sign| self.by_sign.get(sign)).flatten().copied().collect();
        let found = candidates.into_iter().filter_map(|rank| {
            let (sureness, because) = compare(&own, &self.marks[rank], |url| self.is_alone(url))?;
            Some((rank, sureness, because))
        });
        // Parts of a thing may bear its identifier: the entry of the same name goes before.
        found.min_by_key(|(rank, sureness, because)| {
            let has_other_name = self.marks[*rank].names.folded.first() != own.names.folded.first();
            (*sureness as u8, has_other_name, *because as u8)
        })
    }

    /// Whether one entry alone has an address.
    fn is_alone(&self, url: &str) -> bool {
        self.by_sign.get(url).is_some_and(|ranks| ranks.len() == 1)
    }
}

/// Whether an address, as it is compared, is that of a repository: the site of many things is no other.
fn is_forge(url: &str) -> bool {
    ["github.com/", "gitlab.com/", "codeberg.org/", "framagit.org/"].iter().any(|forge| url.starts_with(forge))
}

impl Marks {
    /// What brings it near others: its names, how their words start, so that near names meet, its addresses and
    /// identifiers. They do not look alike: addresses have a `/`, identifiers a `:`, names neither.
    fn signs(&self) -> impl Iterator<Item = &str> {
        let whole = [&self.names.folded, &self.sites, &self.repositories, &self.identifiers];
        whole.into_iter().flatten().map(String::as_str).chain(self.names.starts())
    }

    fn of(entry: &Json) -> Self {
        let id = entry.id().unwrap_or_default().into_owned();
        let kind = text_at(entry, "kind").unwrap_or_default().to_owned();
        let mut marks = Self { id, kind, ..Self::default() };
        let names = entry.get("name").into_iter().chain(entry.get("aliases").into_iter().flat_map(as_list));
        for name in names {
            let said: Vec<&str> = match name {
                Json::Object(fields) => fields.iter().filter_map(|(_, said)| said.as_str()).collect(),
                name => name.as_str().into_iter().collect(),
            };
            said.into_iter().for_each(|name| marks.names.add(name));
        }
        for link in entry.get("links").into_iter().flat_map(as_list) {
            let Some(url) = text_at(link, "url").and_then(same_address) else { continue };
            match text_at(link, "kind") {
                Some("depot") => marks.repositories.push(url),
                Some("site") if is_forge(&url) => marks.repositories.push(url),
                Some("site") => marks.sites.push(url),
                _ => {}
            }
        }
        if let Some(Json::Object(identifiers)) = entry.get("identifiers") {
            for (register, value) in identifiers {
                let value = value.as_str().unwrap_or_default();
                let value = if register == "doi" {
                    &value[value.find("10.").unwrap_or(0)..]
                } else {
                    value.rsplit('/').next().unwrap_or(value)
                };
                marks.identifiers.extend((!value.is_empty()).then(|| format!("{register}:{}", value.to_lowercase())));
            }
        }
        marks
    }
}

/// Whether two entries are one, and why.
///
/// An address says little alone: that of a company is the address of all that it makes. It counts with a near name,
/// or when it leads to one thing only, and then somebody looks.
fn compare(a: &Marks, b: &Marks, is_alone: impl Fn(&str) -> bool) -> Option<(Sureness, Because)> {
    if a.kind != b.kind {
        return None;
    }
    let share = |a: &[String], b: &[String]| a.iter().find(|value| b.contains(value)).cloned();
    let name = a.names.nearness(&b.names);
    let sureness = if name == Nearness::Far { Sureness::Near } else { Sureness::Same };
    if share(&a.identifiers, &b.identifiers).is_some() {
        return Some((sureness, Because::Identifier));
    }
    // Each has another identifier in a register.
    if have_one_start(&a.identifiers, &b.identifiers, ':') {
        return None;
    }
    let every = |marks: &Marks| [&marks.sites[..], &marks.repositories].concat();
    let repository = share(&a.repositories, &b.repositories).map(|url| (url, Because::Repository));
    let shared = repository.or_else(|| Some((share(&every(a), &every(b))?, Because::Address)));
    if let Some((url, because)) = shared {
        return (sureness == Sureness::Same || is_alone(&url)).then_some((sureness, because));
    }
    let have_both = !a.repositories.is_empty() && !b.repositories.is_empty();
    let hosts_differ = !a.sites.is_empty() && !b.sites.is_empty() && !have_one_start(&a.sites, &b.sites, '/');
    match name {
        Nearness::Same if have_both || hosts_differ => Some((Sureness::Near, Because::Name)),
        Nearness::Same if a.id == b.id => Some((Sureness::Same, Because::Id)),
        Nearness::Same => Some((Sureness::Same, Because::Name)),
        Nearness::Near if !have_both && !hosts_differ => Some((Sureness::Near, Because::NearName)),
        _ => None,
    }
}

/// Whether one of some texts and one of others are the same up to a sign: a register, a host.
fn have_one_start(texts: &[String], others: &[String], sign: char) -> bool {
    let starts = |texts: &[String]| -> BTreeSet<String> {
        texts.iter().map(|text| text.split(sign).next().unwrap_or_default().to_owned()).collect()
    };
    !starts(texts).is_disjoint(&starts(others))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::fold;

    fn entry(name: &str, links: &[(&str, &str)]) -> Json {
        let links: Vec<String> =
            links.iter().map(|(kind, url)| format!(r#"{{"kind":"{kind}","url":"{url}"}}"#)).collect();
        let text =
            format!(r#"{{"id":"{}","kind":"commun","name":"{name}","links":[{}]}}"#, fold(name), links.join(","));
        catalogue::parse(&text).unwrap()
    }

    #[test]
    fn the_same_thing_is_found_and_others_are_not() {
        use Because::{Address, Id, Name, NearName, Repository};
        use Sureness::{Near, Same};
        let known = Known::new(&[
            entry("Nextcloud", &[("site", "https://nextcloud.com/"), ("depot", "https://github.com/nextcloud/server")]),
            entry(
                "Argo CD",
                &[("site", "https://argoproj.github.io"), ("depot", "https://github.com/argoproj/argo-cd")],
            ),
            entry("Tchap", &[]),
            entry("Démarches simplifiées", &[("site", "https://www.demarches-simplifiees.fr")]),
            entry("LibreOffice 7", &[]),
            entry("Sumatra", &[]),
            entry("VideoLAN Client (VLC)", &[]),
            entry("Chamilo LMS", &[]),
            entry("Squash TF", &[]),
            entry("Talend Open Studio for Data Integration (BASIC)", &[]),
            entry("Cloud A", &[("site", "https://cloud.example")]),
            entry("Cloud B", &[("site", "https://cloud.example")]),
        ]);
        for (name, links, expected) in [
            ("NextCloud", &[("depot", "https://github.com/Nextcloud/server.git")][..], Some((0, Same, Repository))),
            ("Nextcloud Hub", &[("site", "http://www.nextcloud.com")], Some((0, Near, Address))),
            ("Argo", &[("site", "https://argoproj.github.io/argo")], None),
            ("tchap", &[], Some((2, Same, Id))),
            ("demarche simplifiees", &[], Some((3, Near, NearName))),
            ("LibreOffice 6", &[], None),
            ("SumatraPDF", &[], Some((5, Near, NearName))),
            ("VLC", &[], Some((6, Same, Name))),
            ("Chamilo", &[], Some((7, Near, NearName))),
            ("Squash TM", &[], None),
            ("talend open studio", &[], Some((9, Near, NearName))),
            ("Tchap", &[("site", "https://tchap.example")], Some((2, Same, Id))),
            ("Tchap", &[("site", "https://github.com/x/tchap")], Some((2, Same, Id))),
            ("Démarches simplifiées", &[("site", "https://autre.example")], Some((3, Near, Name))),
            ("Cloud C", &[("site", "https://cloud.example")], None),
            (
                "Nextcloud",
                &[("site", "https://autre.example"), ("depot", "https://github.com/x/nextcloud")],
                Some((0, Near, Name)),
            ),
        ] {
            assert_eq!(known.find(&entry(name, links)), expected, "{name} {links:?}");
        }
        let alone = r#"{"kind": "commun", "name": "Messagerie", "aliases": "Tchap", "links": {"kind": "site", "url": "https://github.com/x/y"}}"#;
        let alone = Known::new(&[catalogue::parse(alone).expect("it is JSON")]);
        let of = |name, links| alone.find(&entry(name, links));
        assert_eq!(of("Tchap", &[]), Some((0, Same, Name)), "a name alone, without its list");
        assert_eq!(of("Y", &[("depot", "https://github.com/x/y")]), Some((0, Near, Repository)), "a link alone");
    }
}
