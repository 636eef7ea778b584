//! Catalogues of others, which only wrote their definitions: on every page of their sites their names stand where
//! ours would, and what has nothing below it is not drawn.

use std::collections::BTreeMap;

use scraper::{ElementRef, Html, Node, Selector};
use serde_json::{Value, json};

use crate::support::{Ask, commons_named, content_of, everything_said, other_catalogues, page_in, page_of};

/// What a visitor asks that no file is written ahead for.
const ASKED: [&str; 7] = [
    "/catalogue/?vue=tableau&type=tout",
    "/catalogue/?vue=cartes",
    "/catalogue/?q=zzz",
    "/comparer/",
    "/selection/",
    "/proposer/",
    "/rien/",
];

/// Every page of the site of a file: its address, and what is drawn there.
fn pages(text: &str) -> Vec<(String, Html)> {
    let content = content_of(text);
    let routes = content.routes().into_iter().map(|route| route.to_string());
    let drawn = |address: String| {
        let page = page_in(&content, &address);
        (address, page)
    };
    let ids: Vec<&str> = content.catalogue().entries().take(2).map(|(_, entry)| entry.id.as_str()).collect();
    let compared = format!("/comparer/?ids={}", ids.join(","));
    routes.chain(ASKED.map(str::to_owned)).chain([compared]).map(drawn).collect()
}

/// The sentences of a file that name commons, as a repository of its source may.
fn own_sentences(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) if text.contains(' ') && !commons_named(text).is_empty() => vec![text],
        Value::Array(values) => values.iter().flat_map(own_sentences).collect(),
        Value::Object(fields) => fields.values().flat_map(own_sentences).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn no_page_speaks_of_commons() {
    for (name, text) in other_catalogues() {
        let file: Value = serde_json::from_str(&text).expect("the file is JSON");
        let own = own_sentences(&file);
        for (address, page) in pages(&text) {
            // The element that frames a view has the name of the software in its code.
            let code = if page.has("pre") { page.texts("pre") } else { Vec::new() };
            let without = own.iter().copied().chain(code.iter().map(String::as_str));
            let said = without.fold(everything_said(&page), |said, text| said.replace(text, ""));
            assert_eq!(commons_named(&said), [""; 0], "{name}: {address}: {said}");
        }
    }
}

#[test]
fn the_name_is_in_the_header() {
    for (name, text) in other_catalogues() {
        let file: Value = serde_json::from_str(&text).expect("the file is JSON");
        let title = file["site"]["title"].as_str().expect("the site has a title");
        for (address, page) in pages(&text) {
            assert!(!page.has("#diagnostics-title"), "{name}: {address}: nothing is wrong");
            if !address.starts_with("/embed/") {
                assert!(page.one("header .brand").said().contains(title), "{name}: {address}");
                assert!(page.has("header .brand img.brand__logo"), "{name}: {address}: its logo");
            }
            assert!(!page.has(".brand__sign"), "{name}: {address}: our sign is nowhere");
        }
    }
}

/// None of these catalogues says the nature, the maturity nor the sources of its entries.
#[test]
fn what_no_entry_says_is_not_missing() {
    for (name, text) in other_catalogues() {
        for (address, page) in pages(&text).into_iter().filter(|(address, _)| !address.starts_with("/proposer/")) {
            assert!(!page.has(".triad"), "{name}: {address}: a maturity is drawn");
            let said = page.main().to_lowercase();
            for ours in ["type non renseigné", "rédaction"] {
                assert!(!said.contains(ours), "{name}: {address} says « {ours} »: {said}");
            }
        }
    }
}

/// The headings of a page with nothing below them, up to the next of their level; names that are links, as those
/// of results, need nothing.
fn empty_parts(page: &Html) -> Vec<String> {
    // What is met in order: a heading with its level, or anything else that is seen.
    let (mut met, mut inside) = (Vec::new(), None);
    for node in page.one("main").descendants() {
        if let Some(heading) = inside
            && node.ancestors().any(|above| above.id() == heading)
        {
            continue;
        }
        match node.value() {
            Node::Element(element) if ["h1", "h2", "h3", "h4"].contains(&element.name()) => {
                let heading = ElementRef::wrap(node).expect("it is an element");
                inside = Some(node.id());
                met.push(Some((element.name(), heading.said(), heading.has("a"))));
            }
            Node::Element(element) if ["img", "input", "textarea", "iframe"].contains(&element.name()) => {
                met.push(None);
            }
            Node::Text(text) if !text.trim().is_empty() => met.push(None),
            _ => {}
        }
    }
    let is_empty = |rank: usize, level: &str| {
        let is_below = |next: &&Option<(&str, String, bool)>| next.as_ref().is_none_or(|(next, ..)| *next > level);
        !met[rank + 1..].iter().take_while(is_below).any(|next| next.as_ref().is_none_or(|(.., is_link)| *is_link))
    };
    (met.iter().enumerate())
        .filter_map(|(rank, part)| part.as_ref().map(|part| (rank, part)))
        .filter(|(rank, (level, _, is_link))| !is_link && is_empty(*rank, level))
        .map(|(_, (level, said, _))| format!("{level} {said}"))
        .collect()
}

#[test]
fn no_part_is_empty() {
    for (name, text) in other_catalogues() {
        for (address, page) in pages(&text) {
            assert_eq!(empty_parts(&page), [""; 0], "{name}: {address}");
        }
    }
    let page = "<main><h1>A</h1><h2>B</h2><p> </p><h2>C</h2><h3>D</h3><p>E</p><h3><a>F</a></h3><h3>G</h3></main>";
    assert_eq!(empty_parts(&Html::parse_document(page)), ["h2 B", "h3 G"], "the test sees them");
}

/// The numbered parts of a page: the title of each without its number, and whether it is said to be missing.
fn rubrics(page: &Html) -> Vec<(String, bool)> {
    let parts = page.select(&Selector::parse("main .rubric").expect("it is a selector")).collect::<Vec<_>>();
    let title = |part: &ElementRef<'_>| {
        let title = part.one("h2").said();
        title.trim_start_matches(|c: char| c.is_ascii_digit()).to_owned()
    };
    parts.iter().map(|part| (title(part), part.value().classes().any(|class| class == "rubric--empty"))).collect()
}

/// A host need not hide, one by one, the rubrics that none of its entries fills.
#[test]
fn a_rubric_that_no_entry_fills_is_missing_nowhere() {
    for (name, text) in other_catalogues() {
        let mut file: Value = serde_json::from_str(&text).expect("the file is JSON");
        file.as_object_mut().expect("it is an object").remove("rubrics");
        let text = file.to_string();
        let content = content_of(&text);
        let mut told = BTreeMap::new();
        for entry in file["entries"].as_array().expect("it is a list").iter().filter(|entry| entry["kind"] == "commun")
        {
            let page = page_in(&content, &format!("/communs/{}/", entry["id"].as_str().expect("it has an id")));
            for (title, is_missing) in rubrics(&page) {
                *told.entry(title).or_insert(false) |= !is_missing;
            }
        }
        assert!(told.len() > 1, "{name}: {told:?}");
        let nowhere: Vec<_> = told.iter().filter(|(_, is_told)| !**is_told).collect();
        assert!(nowhere.is_empty(), "{name}: {nowhere:?}");
    }
}

/// What leads to those who keep an entry may be a page as well as electronic mail.
#[test]
fn a_page_to_write_to_is_a_contact() {
    let mut seen = 0;
    for (name, text) in other_catalogues() {
        let file: Value = serde_json::from_str(&text).expect("the file is JSON");
        let content = content_of(&text);
        for entry in file["entries"].as_array().expect("it is a list").iter().filter(|entry| entry["kind"] == "commun")
        {
            let links = entry["links"].as_array().into_iter().flatten().filter(|link| link["kind"] == "contact");
            for link in links {
                let page = page_in(&content, &format!("/communs/{}/", entry["id"].as_str().expect("it has an id")));
                let url = link["url"].as_str().expect("a link has an address");
                let rows = page.all("aside dl > div");
                let row = rows.into_iter().find(|row| row.one("dt").said() == "Contact").expect("there is a contact");
                assert!(row.has(&format!("a[href='{url}']")), "{name}: {url}: {}", row.said());
                seen += 1;
            }
        }
    }
    assert!(seen > 5, "{seen} contacts");
}

/// What one entry says, the others lack; what none says, nobody misses.
#[test]
fn a_site_and_a_maturity_are_missing_where_another_has_them() {
    let file = |other: Value| {
        let needs = json!([{"text": "Des bras", "tag": "bras"}]);
        let mut other = other;
        for (key, value) in [("id", "b"), ("kind", "commun"), ("name", "B")] {
            other[key] = json!(value);
        }
        json!({"format": 1, "site": {"title": "A"}, "vocabularies": {"need": [{"id": "bras", "label": "Bras"}]},
            "entries": [{"id": "a", "kind": "commun", "name": "A", "needs": needs}, other]})
        .to_string()
    };
    for (other, is_missing) in [
        (json!({}), false),
        (
            json!({"links": [{"url": "https://b.example", "kind": "site"}],
            "maturity": {"resource": {"stage": "abouti"}}}),
            true,
        ),
    ] {
        let file = file(other);
        assert_eq!(page_of(&file, "/communs/a/").main().contains("Adresse du site"), is_missing);
        let home = page_of(&file, "/");
        assert_eq!(home.texts("#entraide .need a"), ["A"]);
        assert_eq!(home.has("#entraide .need .triad"), is_missing);
    }
}

#[test]
fn a_feed_is_linked_where_there_are_changes() {
    for (name, text) in other_catalogues() {
        let mut file: Value = serde_json::from_str(&text).expect("the file is JSON");
        let links = |file: &Value| page_of(&file.to_string(), "/catalogue/").count("footer a[href$='/feed.xml']");
        assert_eq!(links(&file), 0, "{name}");
        let id = file["entries"][0]["id"].clone();
        file["changes"] =
            json!([{"date": "2026-01-02", "nature": "nouveau", "entries": [id], "reason": "Il vient d’arriver."}]);
        assert_eq!(links(&file), 1, "{name}");
    }
}

/// The charts of the statistics: the title of each, with its rows, each a label and its number.
fn charts(page: &Html) -> BTreeMap<String, Vec<(String, String)>> {
    let row = |row: ElementRef<'_>| {
        let number = row.all("td")[0].said();
        (row.one("th").said(), number.split(" (").next().unwrap_or_default().to_owned())
    };
    let charts = page.all("section.chart").into_iter();
    charts.map(|chart| (chart.one("h2").said(), chart.all("tbody tr").into_iter().map(row).collect())).collect()
}

#[test]
fn statistics_count_the_facets_of_the_catalogue() {
    for (name, text) in other_catalogues() {
        let file: Value = serde_json::from_str(&text).expect("the file is JSON");
        let page = page_of(&text, "/statistiques/");
        let charts = charts(&page);
        for field in file["fields"].as_array().expect("there are fields").iter().filter(|field| field["facet"] == true)
        {
            let id = field["id"].as_str().expect("a field has an id");
            let filled = file["entries"].as_array().expect("it is a list").iter();
            let filled = filled.filter(|entry| !matches!(&entry["values"][id], Value::Null)).count();
            let label = field["label"].as_str().expect("a field has a label");
            let chart = charts.get(label).unwrap_or_else(|| panic!("{name}: {label} in {:?}", charts.keys()));
            let counted: usize = chart.iter().map(|(_, number)| number.parse::<usize>().expect("it is a number")).sum();
            assert!(filled > 0 && counted > 0 && chart.len() <= 12, "{name}: {label}: {chart:?}");
            if field["type"] == "oui-non" {
                assert_eq!(counted, filled, "{name}: {label}");
            }
        }
        for chart in page.all("section.chart").into_iter().filter(|chart| chart.has(".gauge--unknown")) {
            let numbers: Vec<usize> =
                chart.texts("td a > span:first-of-type").iter().filter_map(|said| said.parse().ok()).collect();
            let (unknown, known) = numbers.split_last().expect("there are numbers");
            assert!(
                *unknown < 9 * known.iter().sum::<usize>(),
                "{name}: {} is hardly known: {numbers:?}",
                chart.one("h2").said()
            );
        }
    }
}

#[test]
fn what_is_not_known_of_nearly_all_is_told_in_a_line() {
    let entry = |rank: usize| {
        json!({"id": format!("e{rank}"), "kind": "commun", "name": format!("E{rank}"),
        "status": if rank < 2 { json!({"state": "actif"}) } else { json!(null) },
        "values": if rank < 3 { json!({"taille": "grande"}) } else { json!({}) }})
    };
    let entries: Vec<Value> = (0..40).map(entry).collect();
    let file = json!({"format": 1, "site": {"title": "A"}, "entries": entries,
        "fields": [{"id": "taille", "label": "Taille", "type": "termes", "facet": true}]});
    let page = page_of(&file.to_string(), "/statistiques/");
    let chart = |title: &str| page.under(title);
    assert!(!page.has(".gauge--unknown"), "no bar is longer than what is known");
    assert_eq!(chart("Statuts").attributes("p a", "href"), ["/catalogue/?statut=inconnu"]);
    assert_eq!(chart("Statuts").one("p").said(), "Sur 40\u{a0}communs. Non renseigné\u{a0}: 38.");
    assert!(
        chart("Taille").one("p").said().ends_with("Non renseigné\u{a0}: 37."),
        "{}",
        chart("Taille").one("p").said()
    );
    assert_eq!(chart("Taille").texts("tbody tr th"), ["grande"]);
}

#[test]
fn relations_read_the_fields_of_the_catalogue_backwards() {
    let (_, text) = other_catalogues().into_iter().find(|(name, _)| name.contains("sill-2020")).expect("it is there");
    let file: Value = serde_json::from_str(&text).expect("the file is JSON");
    let page = page_of(&text, "/relations/");
    let mut links = 0;
    for field in file["fields"].as_array().expect("there are fields").iter().filter(|field| field["type"] == "fiches") {
        let (id, label) =
            (field["id"].as_str().expect("it has an id"), field["label"].as_str().expect("it has a label"));
        let part = page.under(label);
        for entry in file["entries"].as_array().expect("it is a list") {
            for named in entry["values"][id].as_array().into_iter().flatten() {
                let [named, from] =
                    [named, &entry["id"]].map(|id| format!("/communs/{}/", id.as_str().expect("it is an id")));
                let mut items = part.all("li.relation").into_iter();
                let item = items.find(|item| item.attributes("h3 a", "href") == [named.as_str()]);
                let item = item.unwrap_or_else(|| panic!("{named} is named under {label}"));
                assert!(item.attributes("ul a", "href").contains(&from.as_str()), "{from} names {named} under {label}");
                links += 1;
            }
        }
    }
    assert!(links > 3, "{links} links");
}

#[test]
fn what_has_no_link_is_counted_and_not_drawn() {
    for (name, text) in other_catalogues() {
        let page = page_of(&text, "/relations/");
        assert!(!page.has("main .entries"), "{name}: none is drawn");
        if page.main().contains("sans lien connu") {
            assert!(page.has("main .catalogue__head a[href='/catalogue/']"), "{name}: the catalogue has them");
        }
    }
}

#[test]
fn what_a_catalogue_does_not_tell_is_explained_nowhere() {
    let entry = |rank: usize| json!({"id": format!("e{rank}"), "kind": "commun", "name": format!("Outil {rank}"), "summary": "Il sert."});
    let file = json!({"format": 1, "entries": [entry(1), entry(2)]}).to_string();
    let table = page_of(&file, "/catalogue/?vue=tableau");
    assert_eq!(table.one(".table-frame + p").said(), "—\u{a0}: non renseigné.");
    let told = page_of(&other_catalogues()[0].1, "/catalogue/?vue=tableau");
    assert!(told.one(".table-frame + p").said().starts_with("—\u{a0}: non renseigné."));
    let entry = page_of(&file, "/communs/e1/").main();
    assert!(
        !entry.contains("0\u{a0}rubrique") && !entry.contains("rubrique sur 0") && !entry.contains("rubriques sur 0"),
        "{entry}"
    );
    // Without a title, the pages have a heading all the same.
    for path in ["/", "/embed/", "/embed/communs/e1/?vue=carte"] {
        assert_eq!(page_of(&file, path).all("h1")[0].said(), "Catalogue", "{path}");
    }
}

/// One value of a facet beyond the first six is chosen.
#[test]
fn a_facet_says_how_many_values_it_hides() {
    let themes = |count: usize| -> Vec<Value> {
        (1..=count).map(|rank| json!({"id": format!("t{rank}"), "label": format!("Thème {rank}")})).collect()
    };
    let entries = |count: usize| -> Vec<Value> {
        let entry = |rank: usize| json!({"id": format!("e{rank}"), "kind": "commun", "name": format!("Outil {rank}"), "themes": [format!("t{rank}")]});
        (1..=count).map(entry).collect()
    };
    for (count, address, more) in [
        (7, "/catalogue/", Some("Afficher 1 de plus")),
        (7, "/catalogue/?theme=t7", None),
        (8, "/catalogue/?theme=t7", Some("Afficher 1 de plus")),
        (8, "/catalogue/", Some("Afficher 2 de plus")),
    ] {
        let file = json!({"format": 1, "site": {"title": "Outils"}, "vocabularies": {"theme": themes(count)}, "entries": entries(count)});
        let page = page_of(&file.to_string(), address);
        let themes = page.all(".facet").into_iter().find(|facet| facet.one("summary").said().starts_with("Thème"));
        let themes = themes.expect("there is a facet of themes");
        let found = themes.has("[name=unfold]").then(|| themes.one("[name=unfold]").said().replace('\u{a0}', " "));
        assert_eq!(found.as_deref(), more, "{count} {address}");
    }
}
