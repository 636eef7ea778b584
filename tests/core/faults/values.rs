//! What an entry says: a wrong value is ignored and told, the entry stays.

use communs::catalogue::{Axis, LinkKind, Loaded, MAX_TEXT};
use communs::query::{Query, Scope};
use communs::search::Index;
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
    kept("resources", json!([""]), &["resources[0] nothing ≠ Entry"]);
    kept("examples", json!(["x"]), &["examples[0] x ≠ Entry"]);
    kept("partners/0/entry", "coup", &["partners[0].entry coup ≠ Entry"]);
    kept("sources/0/document", "gazete", &["sources[0].document gazete ≠ Document → gazette"]);
}

#[test]
fn links_cannot_run_anything() {
    for (url, suggestion) in [
        ("javascript:alert(1)", ""),
        (" JavaScript:alert(1)", ""),
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
    let reading = index.search(&Query::default().with_scope(Scope::All).with_text("vert")).reading;
    let marked: Vec<&str> = index.highlight(html, &reading).into_iter().map(|range| &html[range]).collect();
    assert_eq!(marked, ["vert"], "marking adds no tag");
}

#[test]
fn a_field_of_five_megabytes_is_cut() {
    let long = "jardin ".repeat(750_000);
    let data = Data::small().set("/entries/0/governance", long.as_str()).set("/entries/0/summary/fr", long.as_str());
    let count = long.len();
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
        let loaded = communs::catalogue::read(&data.0.to_string()).expect("the file is a JSON object");
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
