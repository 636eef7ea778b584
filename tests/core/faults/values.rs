//! What an entry says: a wrong value is ignored and told, the entry stays.

use catalogue::{Axis, Identifier, Licensed, LinkKind, Loaded, MAX_TEXT};
use search::Index;
use search::query::{Query, Scope};
use serde_json::{Value, json};

use super::{Data, check, ids};

/// Gives the first entry a value at a place below it; exactly these problems, without their
/// common start, must be told and the three entries stay.
fn kept(place: &str, value: impl Into<Value>, expected: &[&str]) -> Loaded {
    let expected: Vec<String> = expected
        .iter()
        .map(|told| told.replacen(' ', " (jardins-partages): ", 1))
        .map(|told| format!("ignored entries[0].{told}"))
        .collect();
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    let loaded = check(&Data::small().set(&format!("/entries/0/{place}"), value), &expected);
    assert_eq!(ids(&loaded).len(), 3);
    loaded
}

#[test]
fn terms_are_in_their_vocabulary() {
    let loaded = kept("themes", json!(["mobilte", "jardin"]), &[r#"themes[0] mobilte ≠ Term("theme") → mobilite"#]);
    let (_, entry) = loaded.catalogue.entries().next().expect("the entry stays");
    assert_eq!(entry.themes.len(), 1, "the sound theme stays");
    kept("nature", "lieux", &[r#"nature lieux ≠ Term("nature") → lieu"#]);
    kept("needs/0/tag", "argent", &[r#"needs[0].tag argent ≠ Term("need")"#]);
    kept("obstacles/0/tag", "intern", &[r#"obstacles[0].tag intern ≠ Term("obstacle") → interne"#]);
    kept("audiences/0/tag", "tous", &[r#"audiences[0].tag tous ≠ Term("audience")"#]);
    kept("territories/0/tag", "comune", &[r#"territories[0].tag comune ≠ Term("scale") → commune"#]);
    kept("licence/id", "CC-BY-4", &[r#"licence.id CC-BY-4 ≠ Term("licence") → CC-BY-4.0"#]);
    kept("supports", json!([{"text": "Prêt", "tag": "prêt"}]), &[r#"supports[0].tag prêt ≠ Term("support") → pret"#]);
    kept(
        "challenges",
        json!([{"name": "Défi", "theme": "jardins"}]),
        &[r#"challenges[0].theme jardins ≠ Term("theme") → jardin"#],
    );
}

#[test]
fn words_are_those_of_the_format() {
    kept("initiated", "Oui", &[r#"initiated Oui ≠ OneOf(["oui", "non"]) → oui"#]);
    let loaded = kept(
        "maturity/resource/stage",
        "aboutie",
        &[r#"maturity.resource.stage aboutie ≠ OneOf(["reflexion", "construction", "evolution", "abouti"]) → abouti"#],
    );
    let (_, entry) = loaded.catalogue.entries().next().expect("the entry stays");
    assert!(entry.stage(Axis::Resource).is_none() && entry.maturity[0].note.is_some(), "what the source says stays");
    let loaded = kept(
        "links/0/kind",
        "web",
        &[r#"links[0].kind web ≠ OneOf(["site", "depot", "wiki", "document", "donnees", "contact", "autre"])"#],
    );
    let (_, entry) = loaded.catalogue.entries().next().expect("the entry stays");
    assert_eq!(entry.links[0].kind, LinkKind::Other, "the address still leads there");
    kept(
        "challenges",
        json!([{"name": "Défi", "axis": "x"}]),
        &[r#"challenges[0].axis x ≠ OneOf(["transversal", "thematique"])"#],
    );
}

#[test]
fn references_lead_to_entries_and_documents() {
    kept(
        "related",
        json!(["atelier-velos", "rien"]),
        &["related[0] atelier-velos ≠ Entry → atelier-velo", "related[1] rien ≠ Entry"],
    );
    kept("bearers", json!(["coup-de-pousse"]), &["bearers[0] coup-de-pousse ≠ Entry → coup-de-pouce"]);
    kept("examples", json!(["x"]), &["examples[0] x ≠ Entry"]);
    kept("partners/0/entry", "coup", &["partners[0].entry coup ≠ Entry"]);
    kept("sources/0/document", "gazete", &["sources[0].document gazete ≠ Document → gazette"]);
}

#[test]
fn what_is_in_a_list_already_is_told() {
    let loaded = kept("themes", json!(["jardin", "mobilite", "jardin"]), &["themes[2] jardin ≠ NotYet"]);
    let (_, entry) = loaded.catalogue.entries().next().expect("the entry stays");
    assert_eq!(entry.themes.len(), 2);
    let twice = json!(["atelier-velo", "coup-de-pouce", "atelier-velo"]);
    for list in ["bearers", "resources", "examples", "related"] {
        kept(list, twice.clone(), &[&format!("{list}[2] atelier-velo ≠ NotYet")]);
    }
    let data = Data::small()
        .set("/grids/0/entries", twice.clone())
        .set("/help_groups/0/supports", json!(["coup-de-pouce", "coup-de-pouce"]))
        .set("/changes/0/entries", twice);
    let loaded = check(
        &data,
        &[
            "ignored grids[0].entries[2]: atelier-velo ≠ NotYet",
            "ignored help_groups[0].supports[1]: coup-de-pouce ≠ NotYet",
            "ignored changes[0].entries[2]: atelier-velo ≠ NotYet",
        ],
    );
    assert_eq!(loaded.catalogue.grids[0].entries.len(), 2, "it shows once");
}

#[test]
fn only_the_first_lost_references_get_a_suggestion() {
    let lost: Vec<String> = (0..60).map(|rank| format!("atelier-velo{}", rank % 10)).collect();
    let loaded = catalogue::read(&Data::small().set("/entries/0/related", lost).0.to_string());
    let told = loaded.expect("the file is a JSON object").diagnostics;
    let near = told.iter().filter(|problem| problem.suggestion.as_deref() == Some("atelier-velo")).count();
    assert_eq!((told.len(), near), (60, 50), "comparing each with every id would freeze a page");
}

#[test]
fn what_lacks_its_substance_is_told() {
    for (list, tag) in [
        ("obstacles", "interne"),
        ("needs", "bras"),
        ("audiences", "habitants"),
        ("territories", "commune"),
        ("supports", "pret"),
    ] {
        kept(list, json!([{"text": " ", "tag": tag}]), &[&format!("{list}[0].text nothing ≠ Present")]);
    }
    let loaded = kept("needs", json!([{"tag": "bras"}]), &["needs[0].text nothing ≠ Present"]);
    let (_, entry) = loaded.catalogue.entries().next().expect("the entry stays");
    assert!(entry.needs.is_empty());
    kept("call", json!({"label": "Soutien"}), &["call.text nothing ≠ Present"]);
    kept("logo", json!({"width": 40, "height": 40}), &["logo.file nothing ≠ Present"]);
    kept("images", json!([{"alt": "Un plan"}]), &["images[0].file nothing ≠ Present"]);
    kept("partners/1", json!({"role": "Voisine"}), &["partners[1].name nothing ≠ AnyOf([\"name\", \"entry\"])"]);
    kept("dates/0", json!({"label": "Ouverture"}), &["dates[0].date nothing ≠ AnyOf([\"date\", \"text\"])"]);
    kept("waves", json!([{"label": "Vague 1", "text": ""}]), &["waves[0].date nothing ≠ AnyOf([\"date\", \"text\"])"]);
    kept("links/0", json!({"kind": "site"}), &["links[0].url nothing ≠ AnyOf([\"url\", \"label\"])"]);
    kept("licence", json!({"note": "Libre"}), &["licence.id nothing ≠ Present"]);
    kept(
        "sources",
        json!([{"lines": "3"}]),
        &["sources[0].document nothing ≠ AnyOf([\"document\", \"title\", \"url\"])"],
    );
    kept("criteria", json!([{"points": ["Ouvert"]}]), &["criteria[0].question nothing ≠ Present"]);
    kept("lists", json!([{"heading": "Au menu"}]), &["lists[0].items nothing ≠ Present"]);
    kept(
        "status",
        json!({"state": true}),
        &["status.state true ≠ OneOf([\"actif\", \"essai\", \"dormant\", \"archive\", \"abandonne\", \"remplace\"])"],
    );
    kept("links/0", json!({"dead": "2026"}), &["links[0].url nothing ≠ AnyOf([\"url\", \"label\"])"]);
    // What has been told already is not told twice.
    kept("dates/0", json!({"label": "Ouverture", "date": "hier"}), &["dates[0].date hier ≠ Date"]);
    kept("partners/1", json!({"entry": "voisins"}), &["partners[1].entry voisins ≠ Entry"]);
}

#[test]
fn links_cannot_run_anything() {
    for (url, suggestion) in [
        ("javascript:alert(1)", ""),
        ("JavaScript:alert(1)", ""),
        ("javascript://lannec.example/%0aalert(1)", ""),
        ("data:text/html,<script>alert(1)</script>", ""),
        ("vbscript:x", ""),
        ("file:///etc/passwd", ""),
        ("//lannec.example", " → https://lannec.example"),
        ("http//lannec.example", " → http://lannec.example"),
        ("jardins.lannec.example/plan", " → https://jardins.lannec.example/plan"),
        ("htps://jardins.lannec.example", " → https://jardins.lannec.example"),
        ("http:/jardins.lannec.example", " → http://jardins.lannec.example"),
    ] {
        let loaded = kept("links/0/url", url, &[&format!("links[0].url {url} ≠ SafeUrl{suggestion}")]);
        let (_, entry) = loaded.catalogue.entries().next().expect("the entry stays");
        assert!(entry.links.is_empty() && entry.site().is_none(), "{url} is not shown");
    }
    for url in ["https://banque.example@ailleurs.example/", "http://nom:cle@lannec.example", "HTTPS://a%40b@c.example"]
    {
        let loaded = kept("links/0/url", url, &[&format!("links[0].url {url} ≠ NoUser")]);
        let (_, entry) = loaded.catalogue.entries().next().expect("the entry stays");
        assert!(entry.links.is_empty(), "{url} leads elsewhere than it seems to");
    }
    kept("links/0/url", "https://lannec.example/@jardins", &[]);
    kept("links/0/url", "mailto:jardins@lannec.example", &[]);
    kept("links/0", json!({"label": "Un plan affiché au jardin"}), &[]);
}

#[test]
fn dates_and_addresses_have_their_form() {
    for date in ["05/2026", "2026-13", "2026-02-30", "hier", "26"] {
        kept("updated", date, &[&format!("updated {date} ≠ Date")]);
    }
    kept("checked", "2026-5", &["checked 2026-5 ≠ Date"]);
    kept("dates/0/date", "mars 2019", &["dates[0].date mars 2019 ≠ Date"]);
    kept("metrics/0/date", "x", &["metrics[0].date x ≠ Date"]);
    kept("waves", json!([{"label": "Vague 1", "date": "x"}]), &["waves[0].date x ≠ Date"]);
    for email in ["jardins", "@lannec.example", "a@b", "a b@lannec.example", "<a@lannec.example>"] {
        kept("emails", json!([email]), &[&format!("emails[0] {email} ≠ Email")]);
    }
    kept("metrics/0/value", "", &["metrics[0].value nothing ≠ Present"]);
    kept("challenges", json!([{"code": "1"}]), &["challenges[0].name nothing ≠ Present"]);
}

#[test]
fn html_is_text_like_any_other() {
    let html = "<img src=x onerror=alert(1)> & <b>vert</b>";
    let loaded = kept("name", html, &[]);
    let (_, entry) = loaded.catalogue.entries().next().expect("the entry stays");
    assert_eq!(entry.name.as_str(), html);
    let index = Index::new(std::sync::Arc::new(loaded.catalogue));
    let reading = index.search(&Query::of(Scope::All).with_text("vert")).reading;
    let marked: Vec<&str> = index.highlight(html, &reading).into_iter().map(|range| &html[range]).collect();
    assert_eq!(marked, ["vert"], "marking adds no tag");
}

#[test]
fn a_field_of_five_megabytes_is_cut() {
    let long = "jardin ".repeat(750_000);
    let data = Data::small().set("/entries/0/governance", long.as_str()).set("/entries/0/summary/fr", long.as_str());
    let count = long.trim_end().len();
    let loaded = check(
        &data,
        &[
            &format!("ignored entries[0].summary.fr (jardins-partages): {count} ≠ AtMost({MAX_TEXT})"),
            &format!("ignored entries[0].governance (jardins-partages): {count} ≠ AtMost({MAX_TEXT})"),
        ],
    );
    let (_, entry) = loaded.catalogue.entries().next().expect("the entry stays");
    let governance = entry.governance.as_ref().expect("its start stays").as_str();
    assert!(governance.starts_with("jardin jardin") && governance.ends_with('…'));
    assert!(governance.chars().count() <= MAX_TEXT + 1);
}

#[test]
fn what_is_told_of_an_endless_value_is_short() {
    let long = "x".repeat(5_000_000);
    for data in [
        Data::small().set("/entries/0/themes/0", long.as_str()),
        Data::small().set("/entries/0/related/0", long.as_str()),
        Data::small().set("/entries/0/updated", long.as_str()),
        Data::small().set("/entries/0/links/0/url", long.as_str()),
        Data::small().set(&format!("/entries/0/{long}"), 1),
        Data::small().set("/entries/0/order", long.as_str()),
    ] {
        let loaded = catalogue::read(&data.0.to_string()).expect("the file is a JSON object");
        assert!(!loaded.diagnostics.is_empty());
        for diagnostic in &loaded.diagnostics {
            assert!(
                super::line(diagnostic).chars().count() < 400,
                "{} characters",
                super::line(diagnostic).chars().count()
            );
        }
    }
}

#[test]
fn identifiers_are_those_of_their_register() {
    let told = |register: &str, example: &str| format!("Identifier(\"{register}\", \"{example}\")");
    let loaded = kept(
        "identifiers",
        json!({"wikidata": "https://www.wikidata.org/wiki/Q936", "siren": "130025266", "doi": "zenodo"}),
        &[
            &format!("identifiers.siren 130025266 ≠ {}", told("SIREN", "130025265")),
            &format!("identifiers.doi zenodo ≠ {}", told("DOI", "10.5281/zenodo.123")),
        ],
    );
    let (_, entry) = loaded.catalogue.entries().next().expect("the entry stays");
    let addresses: Vec<String> = entry.identifiers.iter().map(Identifier::url).collect();
    assert_eq!(addresses, ["https://www.wikidata.org/entity/Q936"]);
}

#[test]
fn a_former_id_is_one_that_no_entry_has() {
    let loaded = kept("former_ids", json!(["jardins", "atelier-velo"]), &["former_ids atelier-velo ≠ UniqueId"]);
    let former = loaded.catalogue.find_former("jardins").expect("the former id is known");
    assert_eq!(loaded.catalogue.entry(former).id, "jardins-partages");
    assert_eq!(loaded.catalogue.find_former("atelier-velo"), None);
}

#[test]
fn one_licence_alone_joins_the_list() {
    let licences = |value: Value| {
        let loaded = kept("licences", value, &[]);
        let (_, entry) = loaded.catalogue.entries().next().expect("the entry stays");
        entry.licences.iter().map(|licence| licence.of).collect::<Vec<_>>()
    };
    // The fixture has CC-BY-4.0 alone.
    assert_eq!(licences(json!([])), [Licensed::All]);
    assert_eq!(licences(json!([{"id": "CC-BY-4.0", "of": "donnees"}])), [Licensed::Data]);
}
