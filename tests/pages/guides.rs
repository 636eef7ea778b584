//! The pages that help to decide and act: what is there, and where it leads.

use catalogue::Model;

use serde_json::{Value, json};

use crate::support::{Ask, REAL, catalogue, page, page_of, routes};

/// The pages of the format.
const GUIDES: [&str; 5] =
    ["/comprendre/", "/contribuer/", "/collectivites/", "/soutiens/", "/soutiens/autodiagnostic/"];

#[test]
fn each_says_what_it_holds_and_where_that_comes_from() {
    for name in GUIDES {
        let page = page(name);
        page.one("h1");
        page.all("main a[href^='#source-']");
        let chapters: Vec<String> =
            page.attributes("main section[id] > h2", "id").iter().map(|id| id.replace("-title", "")).collect();
        let contents = page.attributes("nav[aria-labelledby=contents-title] a", "href");
        assert_eq!(contents.iter().map(|href| href.replace('#', "")).collect::<Vec<_>>(), chapters, "{name:?}");
    }
}

#[test]
fn the_navigation_leads_to_them() {
    for (name, label) in [
        ("/comprendre/", "Comprendre"),
        ("/contribuer/", "Contribuer"),
        ("/collectivites/", "Collectivités"),
        ("/soutiens/", "Soutiens"),
        ("/soutiens/autodiagnostic/", "Soutiens"),
    ] {
        // The self-assessment is a page below its destination.
        let current = if name == "/soutiens/autodiagnostic/" { "true" } else { "page" };
        let found = page(name).texts(&format!("header nav a[aria-current={current}]"));
        assert_eq!(found, [label, label], "in the header and in the menu of small screens");
    }
}

#[test]
fn definitions_stand_side_by_side_and_every_term_has_its_anchor() {
    let page = page("/comprendre/");
    for (_, entry) in catalogue().of_model(Model::Definition) {
        page.one(&format!("main [id='{}']", entry.id));
    }
    assert!(page.count("#definitions li[id]") > 1);
    for trait_ in page.all("#caracteristiques li") {
        trait_.one("svg");
    }
    assert!(page.has("#ressources a[href='/catalogue/?nature=base-de-donnees']"));
    assert!(page.one("#exemples").said().contains("Linux"));
    let terms = page.texts("#lexique dt");
    assert_eq!(terms[0], "AGPLv3");
    let rank = |name: &str| terms.iter().position(|term| term == name).expect(name);
    assert!(rank("États de maturité") < rank("Explorer, produire, partager"), "accents do not count");
    let readings = page.one("#lectures").said();
    assert!(readings.contains("Le texte est interrompu dans la source."), "what is missing is said");
    assert!(readings.contains("30\u{a0}mars 2023") && readings.contains("Étape 4"));
}

#[test]
fn what_one_brings_finds_who_needs_it() {
    let all = page("/contribuer/");
    assert!(all.has("#besoin-juridique") && !all.has("main input[checked]"), "without a choice, every need");
    let chosen = page("/contribuer/?apport=financement,juridique");
    assert_eq!(chosen.attributes("main input[checked]", "value"), ["financement", "juridique"]);
    let found = chosen.texts("#apport [role=status] + ul > li");
    assert!(found[0].starts_with("Coloc’Auto"), "it has two of these needs: {found:?}");
    assert!(found[0].contains("Réunir assureurs et acteurs de l’autopartage\u{202f}; Consolider"), "{found:?}");
    let told = format!("{}\u{a0}communs cherchent ce que vous apportez", found.len());
    assert!(chosen.one("#apport [role=status]").said().starts_with(&told), "{told}");
    assert!(page("/contribuer/?apport=magie").main().contains("n’est pas une valeur de «\u{a0}apport\u{a0}»"));
    for part in ["Pour\u{a0}: EPCI", "hello@datafoodconsortium.org", "github.com", "Donner son avis sur l’Annuaire"] {
        assert!(all.main().contains(part), "{part}");
    }
    let ways = all.all("#facons li");
    assert!(ways[0].said().starts_with("Utiliser des logiciels libres et open source"));
    for way in ways {
        assert!(way.has("svg path[d]"), "each way has its pictogram: {}", way.said());
    }
}

#[test]
fn each_situation_leads_step_by_step() {
    let page = page("/collectivites/");
    let situations = page.all("#situations section");
    assert_eq!(
        page.texts("#situations nav a"),
        situations.iter().map(|part| part.one("h3").said()).collect::<Vec<_>>()
    );
    for situation in situations {
        assert!(situation.has("ol a[href='/programmes/incubateur-des-territoires/']"), "{}", situation.said());
        assert!(situation.has("ol a[href^='/communs/']"), "each one leads to commons: {}", situation.said());
    }
    for scale in ["commune", "departement", "region", "france", "international"] {
        assert!(page.has(&format!("#echelles a[href='/catalogue/?type=tout&echelle={scale}']")), "{scale}");
    }
    assert!(page.has("#definition a[href='/definitions/definition-incubateur/']"), "the definition made for them");
}

#[test]
fn programmes_compare_in_one_table() {
    let page = page("/soutiens/");
    let table = page.one("#comparer table");
    let rows = table.all("tbody tr");
    assert_eq!(rows.len(), catalogue().of_model(Model::Programme).count());
    let studio = rows.into_iter().find(|row| row.said().starts_with("Studio")).expect("it is in the table");
    assert_eq!(studio.texts("td").iter().filter(|cell| *cell == "Oui").count(), 4, "{}", studio.said());
    assert!(studio.said().contains("organisations impliquées\u{a0}: 200"));
    assert!(table.has("thead a[href='/catalogue/?type=programme&soutien=juridique']"));
}

#[test]
fn a_call_says_its_challenges_its_waves_and_what_the_last_one_gave() {
    let page = page("/soutiens/");
    let call = catalogue().entry(catalogue().find("appel-a-communs").expect("there is a call"));
    let challenges = page.all("#appels li:has(> b)");
    assert_eq!(challenges.len(), call.challenges.len());
    for challenge in challenges {
        assert!(challenge.has("svg path[d]"), "each with its sign: {}", challenge.said());
    }
    assert!(page.has("#appels a[href='/catalogue/?theme=mobilite']"));
    assert!(page.has("#appels a[href='/vagues.ics'][download]"));
    for part in ["1er\u{a0}juin, en 2023 d’après le contexte", "candidatures", "L’année des vagues n’est pas écrite"]
    {
        assert!(page.main().contains(part), "{part}");
    }
}

#[test]
fn obstacles_come_with_what_helped() {
    let page = page("/soutiens/");
    for family in ["interne", "externe", "juridique", "economique", "acculturation", "autres", "pratiques"] {
        page.one(&format!("#frein-{family}"));
        assert!(page.has(&format!("#freins a[href='#frein-{family}']")), "{family}");
    }
    for part in [
        "Hébergeur neutre des projets",
        "De 1994 à 2015",
        "Saison 4 2018",
        "Signer des tribunes communes",
        "quinze sont produits",
    ] {
        assert!(page.main().contains(part), "{part}");
    }
}

#[test]
fn a_portrait_is_drawn_from_the_address() {
    let page = page("/soutiens/autodiagnostic/?ressource=abouti&q1=oui&q2=non&gouvernance=rouge");
    let said = page.main();
    assert!(said.contains("Maturité\u{a0}: ressource aboutie, communauté non renseignée"));
    assert!(said.contains("n’est pas une valeur de «\u{a0}gouvernance\u{a0}»"), "a stage that does not exist is told");
    assert!(page.has("#portrait path[stroke-dasharray]") && page.has("#portrait path[fill=currentColor]"), "in part");
    assert!(page.has("main a[href='/catalogue/?ressource=abouti']"));
    let left = page.under("À travailler").one("h3 + ul").said();
    assert!(left.contains("mobilisés") && !left.contains("ambition"), "{left}");
    for question in page.all("main fieldset") {
        assert_eq!(question.count("input[checked]"), 1, "one answer, which may be none: {}", question.said());
    }
    assert!(self::page("/soutiens/autodiagnostic/").main().contains("Rien n’est encore répondu"));
}

/// Marks lead to what the same page lists.
#[test]
fn every_mark_leads_to_a_source_of_its_page() {
    let mut seen = 0;
    for route in routes() {
        let page = page(&route.to_string());
        if !page.has("a[href*='#source-']") {
            continue;
        }
        let listed: Vec<&str> =
            if page.has("[id^=source-]") { page.attributes("[id^=source-]", "id") } else { Vec::new() };
        for href in page.attributes("a[href*='#source-']", "href") {
            let id = href.split('#').nth(1).unwrap_or_default();
            assert!(listed.contains(&id), "{route}: {href}");
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen} marks");
    // The figures of a call rest on its own sources, which its fiche lists.
    assert_eq!(page("/soutiens/").count(".sourced__marks"), 0);
}

#[test]
fn where_no_page_lists_documents_nothing_is_marked() {
    let mut file: Value = serde_json::from_str(REAL).expect("the data is JSON");
    file["pages"] = json!([{"id": "index", "sections": [{"type": "definitions", "id": "definitions"}, {"type": "lexique", "id": "lexique"}]}]);
    let home = page_of(&file.to_string(), "/");
    assert!(home.has("#definitions, #lexique, .guide__facts"), "the parts are there");
    assert_eq!(home.count("a[href*='#source-']"), 0);
}
