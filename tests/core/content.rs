//! The real content: whole, sound, in order, well typeset.

use std::collections::BTreeSet;

use address::route::Route;
use catalogue::{ChangeNature, Citation, Entry, EntryIndex, GridLink, Kind, LinkKind, Model, Relation, Text};
use serde_json::Value;

use crate::support::{REAL, REAL_JSON, assert_sound, real_entries, string, strings, text_of};

#[test]
fn reads_without_a_word() {
    assert_eq!(REAL.diagnostics, []);
    assert_eq!(catalogue::advice(&text_of("public/catalogue.json")), [], "nothing would better be written otherwise");
    assert_eq!(REAL.entries_left_out(), 0);
    assert_sound(&REAL.catalogue);
}

#[test]
fn holds_everything_that_the_sources_name() {
    // The only place where tests count the entries of today.
    let expected = [
        (Kind::COMMONS, 55),
        (Kind::PROGRAMME, 19),
        (Kind::ORGANISATION, 72),
        (Kind::EVENT, 18),
        (Kind::CONTRIBUTION, 25),
        (Kind::DEFINITION, 38),
        (Kind::RESOURCE, 51),
    ];
    for (kind, count) in expected {
        assert_eq!(REAL.catalogue.of_kind(kind).count(), count, "{}", kind.word());
    }
    assert_eq!(REAL.catalogue.entries().len(), 278);
}

#[test]
fn grids_follow_the_source_page() {
    let [used, initiated] = REAL.catalogue.grids.as_slice() else { panic!("the source page has two grids") };
    let ids = |entries: &[EntryIndex]| -> Vec<&str> {
        entries.iter().map(|index| REAL.catalogue.entry(*index).id.as_str()).collect()
    };
    assert_eq!(ids(&used.entries), ["openstreetmap", "open-food-facts", "projets-wikimedia", "vikidia", "infoclimat"]);
    assert_eq!(ids(&initiated.entries), ["transport-data-gouv-fr", "adresse-data-gouv-fr", "datagir", "acceslibre"]);
    assert_eq!((used.columns, used.image, used.link), (3, false, GridLink::EntryPage));
    assert_eq!((initiated.columns, initiated.image, initiated.link), (4, true, GridLink::EntryPage));
    for index in used.entries.iter().chain(&initiated.entries) {
        let entry = REAL.catalogue.entry(*index);
        assert!(entry.site().is_some(), "the card of {} leads to its site", entry.id);
    }
}

#[test]
fn every_commons_and_programme_is_announced_once() {
    let mut announced = BTreeSet::new();
    for change in REAL.catalogue.changes.iter().filter(|change| change.nature == ChangeNature::New) {
        assert!(change.date.day.is_some(), "readers are told a day");
        for index in &change.entries {
            assert!(announced.insert(*index), "{} is new once", REAL.catalogue.entry(*index).id);
        }
    }
    for (index, entry) in REAL.catalogue.entries() {
        let expected = matches!(entry.kind.model(), Model::Commons | Model::Programme);
        assert!(!expected || announced.contains(&index), "{} is in `changes`", entry.id);
    }
}

#[test]
fn every_entry_says_what_it_is_and_where_that_comes_from() {
    for (_, entry) in REAL.catalogue.entries() {
        assert!(entry.summary.is_some(), "{} has a summary", entry.id);
        assert!(!entry.sources.is_empty(), "{} has a source", entry.id);
        assert!(
            entry.sources.iter().all(|source| source.document.is_none() || source.lines.is_some()),
            "{} has its lines",
            entry.id
        );
        assert!(entry.checked.is_some(), "{} has been checked", entry.id);
    }
}

#[test]
fn every_entry_has_an_address_that_reads_back() {
    let addresses: BTreeSet<String> = REAL.catalogue.entries().map(|(_, entry)| Route::of(entry).to_string()).collect();
    assert_eq!(addresses.len(), REAL.catalogue.entries().len());
    for (_, entry) in REAL.catalogue.entries() {
        assert_eq!(
            Route::parse(&Route::of(entry).to_string(), Kind::OF_FORMAT),
            Route::Entry(entry.kind, entry.id.clone())
        );
    }
}

/// What each entry refers to, with the strongest relation first: the fields, read by hand.
fn references(entry: &Entry) -> Vec<(Relation, EntryIndex)> {
    let mut found = Vec::new();
    found.extend(entry.bearers.iter().map(|to| (Relation::Bearer, *to)));
    found.extend(entry.partners.iter().filter_map(|partner| partner.entry).map(|to| (Relation::Partner, to)));
    for (relation, parties) in [(Relation::User, &entry.users), (Relation::Provider, &entry.providers)] {
        found.extend(parties.iter().filter_map(|party| party.entry).map(|to| (relation, to)));
    }
    let successors = entry.status.iter().flat_map(|status| &status.replaced_by);
    found.extend(successors.map(|to| (Relation::Successor, *to)));
    found.extend(entry.examples.iter().map(|to| (Relation::Example, *to)));
    found.extend(entry.resources.iter().map(|to| (Relation::Resource, *to)));
    found.extend(entry.related.iter().map(|to| (Relation::Related, *to)));
    found
}

#[test]
fn citations_are_references_read_backwards() {
    let mut count = 0;
    for (to, entry) in REAL.catalogue.entries() {
        let mut expected: Vec<Citation> = Vec::new();
        for (from, other) in REAL.catalogue.entries().filter(|(from, _)| *from != to) {
            let relation =
                references(other).into_iter().filter(|(_, target)| *target == to).map(|(relation, _)| relation).min();
            expected.extend(relation.map(|relation| Citation { relation, from }));
        }
        expected.sort();
        count += expected.len();
        assert_eq!(REAL.catalogue.citations(to), expected, "who cites {}", entry.id);
    }
    assert!(count > 300, "the content is linked: {count} citations");
}

/// What is wrong with the typography of a French text, if anything.
fn typography(text: &str) -> Option<&'static str> {
    let before =
        |mark: char| text.char_indices().filter(move |(_, c)| *c == mark).map(|(at, _)| text[..at].chars().next_back());
    let spaced = |mark: char, space: char| before(mark).all(|c| c == Some(space));
    let clock = |at: usize| {
        text[..at].ends_with(|c: char| c.is_ascii_digit()) && text[at + 1..].starts_with(|c: char| c.is_ascii_digit())
    };
    if text.contains(['\'', '"']) {
        Some("straight apostrophe or quotation mark")
    } else if text.contains("...") {
        Some("three dots instead of an ellipsis")
    } else if text.contains("  ") || text.trim() != text {
        Some("space too many")
    } else if !spaced('»', '\u{a0}') || text.split('«').skip(1).any(|after| !after.starts_with('\u{a0}')) {
        Some("no no-break space inside « »")
    } else if [';', '!', '?'].iter().any(|mark| !spaced(*mark, '\u{202f}')) {
        Some("no narrow no-break space before ; ! ?")
    } else if text.match_indices(':').any(|(at, _)| !text[..at].ends_with('\u{a0}') && !clock(at)) {
        Some("no no-break space before :")
    } else {
        None
    }
}

#[test]
fn texts_are_well_typeset() {
    for (text, fault) in [
        ("L'eau", true),
        ("L’eau", false),
        ("Où ?", true),
        ("Où\u{202f}?", false),
        ("Qui : lui", true),
        ("Qui\u{a0}: lui", false),
        ("« Oui »", true),
        ("«\u{a0}Oui\u{a0}»", false),
        ("à 9:30", false),
        ("a  b", true),
        ("a...", true),
    ] {
        assert_eq!(typography(text).is_some(), fault, "{text}");
    }
    let mut checked = 0;
    strings("", &REAL_JSON, &mut |key, text| {
        if !["url", "$schema", "swhid"].contains(&key) {
            checked += 1;
            assert_eq!(typography(text), None, "{key}: {text}");
        }
    });
    assert!(checked > 5000, "{checked} texts");
}

#[test]
fn no_one_can_be_written_to_but_teams() {
    /// What teams and services call themselves before the `@`; their own domain says the rest.
    const TEAMS: [&str; 22] = [
        "accelerateurdelatransitionecologique",
        "accelerema",
        "acceslibre",
        "accueil",
        "adresse",
        "agentsenintervention",
        "cartographie.sonum",
        "contact",
        "contact-equipements",
        "data-inclusion",
        "datagir",
        "deploiement",
        "dialog",
        "espacesurdemande",
        "fabrique-de-la-donnee-territoriale",
        "fabrique.numerique",
        "floss",
        "grist",
        "hello",
        "opensource",
        "panoramax",
        "rnb",
    ];
    const ACCOUNTS: [&str; 1] = ["@cc_lab_team"];
    let mut found = 0;
    strings("", &REAL_JSON, &mut |key, text| {
        if key == "url" && !text.starts_with("mailto:") {
            return;
        }
        for word in text.split_whitespace().filter(|word| word.contains('@')) {
            found += 1;
            let word = word.trim_end_matches('.');
            let team = word.trim_start_matches('(').split('@').next().unwrap_or_default();
            assert!(TEAMS.contains(&team) || key == "handles" && ACCOUNTS.contains(&word), "{key}: {word}");
        }
    });
    assert!(found > 30, "{found} addresses");
}

#[test]
fn entries_keep_the_order_of_the_file() {
    // The order of the data is the order of results without a text: nothing may reorder it.
    let written: Vec<&str> = real_entries().iter().map(|entry| string(entry, "id")).collect();
    let read: Vec<&str> = REAL.catalogue.entries().map(|(_, entry)| entry.id.as_str()).collect();
    assert_eq!(read, written);
}

/// Whether an entry has something.
type Has<'a> = &'a dyn Fn(&Entry) -> bool;

/// How many entries of a kind have something, or say that it was looked for in vain.
fn count(kind: Kind, has: Has<'_>) -> usize {
    REAL.catalogue.of_kind(kind).filter(|(_, entry)| has(entry)).count()
}

#[test]
fn fiches_stay_as_full_as_they_are() {
    let link = |entry: &Entry, kind: LinkKind| entry.links.iter().any(|link| link.kind == kind && link.url.is_some());
    let told = |entry: &Entry, kind: LinkKind| {
        link(entry, kind) || entry.not_found(&format!("links.{}", kind.word())).is_some()
    };
    let is_borne = |entry: &Entry| {
        let bears = |role: &Text| role.as_str().contains("tructure porteuse");
        !entry.bearers.is_empty() || entry.partners.iter().filter_map(|partner| partner.role.as_ref()).any(bears)
    };
    let rows: [(Kind, &str, usize, Has<'_>); 19] = [
        (Kind::COMMONS, "an address, or that none was found", 55, &|entry| told(entry, LinkKind::Site)),
        (Kind::COMMONS, "an address", 49, &|entry| link(entry, LinkKind::Site)),
        (Kind::COMMONS, "a repository, or that none was found", 55, &|entry| told(entry, LinkKind::Repository)),
        (Kind::COMMONS, "a status", 44, &|entry| entry.status.is_some()),
        (Kind::COMMONS, "a licence", 38, &|entry| !entry.licences.is_empty()),
        (Kind::COMMONS, "a bearer", 48, &is_borne),
        (Kind::COMMONS, "a contact", 32, &|entry| link(entry, LinkKind::Contact) || !entry.emails.is_empty()),
        (Kind::COMMONS, "who decides", 48, &|entry| entry.governance.is_some()),
        (Kind::COMMONS, "who pays", 44, &|entry| entry.economic_model.is_some()),
        (Kind::COMMONS, "users", 34, &|entry| !entry.users.is_empty()),
        (Kind::COMMONS, "where or for whom", 46, &|entry| !entry.territories.is_empty() || !entry.audiences.is_empty()),
        (Kind::COMMONS, "a dated figure", 38, &|entry| entry.metrics.iter().any(|metric| metric.date.is_some())),
        (Kind::COMMONS, "a stage on each axis", 43, &|entry| entry.maturity.iter().all(|axis| axis.stage.is_some())),
        (Kind::PROGRAMME, "an address", 19, &|entry| entry.links.iter().any(|link| link.url.is_some())),
        (Kind::PROGRAMME, "a status", 15, &|entry| entry.status.is_some()),
        (Kind::PROGRAMME, "kinds of support", 19, &|entry| !entry.supports.is_empty()),
        (Kind::ORGANISATION, "an address", 44, &|entry| link(entry, LinkKind::Site)),
        (Kind::ORGANISATION, "a nature", 72, &|entry| entry.nature.is_some()),
        (Kind::ORGANISATION, "an identifier", 26, &|entry| !entry.identifiers.is_empty()),
    ];
    for (kind, what, floor, has) in rows {
        let found = count(kind, has);
        assert!(found >= floor, "{kind:?} with {what}: {found}, of at least {floor}");
    }
}

#[test]
fn sources_are_of_fields_that_the_entry_fills() {
    let mut checked = 0;
    for entry in REAL_JSON["entries"].as_array().expect("there are entries") {
        for source in entry["sources"].as_array().into_iter().flatten() {
            for field in source["fields"].as_array().into_iter().flatten().filter_map(Value::as_str) {
                checked += 1;
                let key = field.split('.').next().unwrap_or_default();
                assert!(!entry[key].is_null(), "{}: {field} of {}", entry["id"], source["title"]);
            }
        }
    }
    assert!(checked > 1000, "{checked} fields");
}
