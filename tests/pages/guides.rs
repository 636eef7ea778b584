//! The pages that help to decide and act: what is there, and that each link leads somewhere.

use std::collections::BTreeSet;

use address::route::{Guide, Route};
use catalogue::{Catalogue, Kind};

use crate::support::{main_of, page, page_of, text, texts};

fn catalogue() -> Catalogue {
    let json = include_str!("../../public/catalogue.json");
    catalogue::read(json).expect("the content is a catalogue").catalogue
}

fn html(guide: Guide) -> String {
    page(&Route::Guide(guide).to_string())
}

fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_link_leads_to_a_page_or_to_an_anchor_that_is_there_once() {
    let catalogue = catalogue();
    let known: BTreeSet<String> = Route::every(&catalogue).iter().map(ToString::to_string).collect();
    for guide in Guide::ALL {
        let html = html(guide);
        let main = main_of(&html);
        let ids = values(&html, "id");
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{guide:?}: an anchor is there twice");
        for href in values(main, "href") {
            if let Some(anchor) = href.strip_prefix('#') {
                // The drawings of the sprite are in the page around the app.
                let drawing = ["i-", "s-", "t-", "T-", "logo"].iter().any(|start| anchor.starts_with(start));
                assert!(unique.contains(anchor) || drawing, "{guide:?}: #{anchor}");
                continue;
            }
            if ["http", "mailto:", "/vagues.ics"].iter().any(|start| href.starts_with(start)) {
                continue;
            }
            let path = href.split(['?', '#']).next().unwrap_or_default();
            assert!(known.contains(path), "{guide:?}: {href}");
        }
        assert!(main.contains("href=\"#source-"), "{guide:?}: facts have their source");
        assert_eq!(texts(main, "<h1", "</h1>").len(), 1);
        let contents = main.split("class=\"sommaire\"").nth(1).and_then(|rest| rest.split("</nav>").next());
        let contents = values(contents.expect("there are contents"), "href");
        assert!(!contents.is_empty() && contents.iter().all(|href| unique.contains(href.trim_start_matches('#'))));
    }
}

#[test]
fn the_navigation_leads_to_them() {
    for (guide, label) in [
        (Guide::Understand, "Comprendre"),
        (Guide::Contribute, "Contribuer"),
        (Guide::Local, "Collectivités"),
        (Guide::Support, "Soutiens"),
        (Guide::SelfCheck, "Soutiens"),
    ] {
        let html = html(guide);
        // The self-assessment is a page below its destination.
        let is_below = guide == Guide::SelfCheck;
        let current = texts(&html, if is_below { "aria-current=\"true\"" } else { "aria-current=\"page\"" }, "</a>");
        assert_eq!(current, [label, label], "in the header and in the menu of small screens");
    }
}

#[test]
fn definitions_stand_side_by_side_and_every_term_has_its_anchor() {
    let html = html(Guide::Understand);
    let main = main_of(&html);
    for (_, entry) in catalogue().of_kind(Kind::Definition) {
        assert_eq!(main.matches(&format!(" id=\"{}\"", entry.id)).count(), 1, "{}", entry.id);
    }
    let chapter = |id: &str| {
        let (_, rest) = main.split_once(&format!("id=\"{id}\"")).expect("the chapter is there");
        rest.split("</section>").next().expect("it is closed").to_owned()
    };
    assert_eq!(chapter("definitions").matches("<li id=").count(), 4);
    assert_eq!(chapter("caracteristiques").matches("guide__signe").count(), 3);
    assert!(chapter("ressources").contains("href=\"/catalogue/?nature=base-de-donnees\""));
    assert!(text(&chapter("exemples")).contains("Linux"));
    let terms = texts(&chapter("lexique"), "<dt", "</dt>");
    assert_eq!(terms.first().map(String::as_str), Some("AGPLv3"));
    let etats = terms.iter().position(|term| term == "États de maturité");
    assert!(etats < terms.iter().position(|term| term == "Explorer, produire, partager"), "accents do not count");
    let readings = text(&chapter("lectures"));
    assert!(readings.contains("Le texte est interrompu dans la source."), "what is missing is said");
    assert!(readings.contains("30\u{a0}mars 2023") && readings.contains("Étape 4"));
}

#[test]
fn what_one_brings_finds_who_needs_it() {
    let main_at = |search: &str| {
        let html = page(&format!("/contribuer/{search}"));
        main_of(&html).to_owned()
    };
    let all = main_at("");
    assert_eq!(all.matches("class=\"aide\"").count(), 7, "without a choice, every need with its anchor");
    assert!(all.contains("id=\"besoin-juridique\"") && !all.contains("checked"));
    let chosen = main_at("?apport=financement,juridique");
    let names =
        texts(chosen.split("guide__besoins").nth(1).expect("there are results"), "<li class=\"besoin\"", "</li>");
    assert!(names[0].contains("Coloc’Auto"), "it has two of these needs: {names:?}");
    assert!(names[0].contains("Réunir assureurs et acteurs de l’autopartage\u{202f}; Consolider"), "{names:?}");
    assert!(text(&chosen).contains("4\u{a0}communs cherchent ce que vous apportez"), "{names:?}");
    assert_eq!(chosen.matches(" checked").count(), 2);
    assert!(main_at("?apport=magie").contains("alerte--attention"), "an unknown value is told");
    let said = text(&all);
    for part in ["Pour\u{a0}: EPCI", "hello@datafoodconsortium.org", "github.com", "Donner son avis sur l’Annuaire"] {
        assert!(said.contains(part), "{part}");
    }
    let ways = texts(&all, "<p class=\"guide__nom\"", "</p>");
    assert_eq!(ways[0], "Utiliser des logiciels libres et open source");
    assert_eq!(ways[4], "Soutenir les organisations");
    let drawn = all.split("id=\"facons\"").nth(1).and_then(|rest| rest.split("</section>").next()).unwrap_or_default();
    assert_eq!(drawn.matches("<path d=\"").count(), 5, "each way has its pictogram");
}

#[test]
fn six_situations_lead_step_by_step() {
    let html = html(Guide::Local);
    let main = main_of(&html);
    assert_eq!(main.matches("class=\"situation\"").count(), 6);
    for situation in main.split("class=\"situation\"").skip(1) {
        let situation = situation.split("</section>").next().unwrap_or_default();
        assert!(situation.contains("href=\"/programmes/incubateur-des-territoires/\""));
        assert!(situation.contains("href=\"/communs/"), "each one leads to commons");
    }
    for scale in ["commune", "departement", "region", "france", "international"] {
        assert!(main.contains(&format!("href=\"/catalogue/?type=tout&amp;echelle={scale}\"")), "{scale}");
    }
    assert!(main.contains("href=\"/definitions/definition-incubateur/\""), "the definition made for them");
}

#[test]
fn programmes_compare_in_one_table() {
    let html = html(Guide::Support);
    let main = main_of(&html);
    let table = main.split("<table").nth(1).and_then(|rest| rest.split("</table>").next()).expect("there is a table");
    assert_eq!(table.matches("<tr>").count(), 20, "a head and every programme");
    let rows = texts(table, "<tr>", "</tr>");
    let studio = rows.iter().find(|row| row.starts_with("Studio")).expect("it is in the table");
    assert_eq!(studio.matches("Oui").count(), 4, "{studio}");
    assert!(studio.contains("organisations impliquées\u{a0}: 200"));
    assert!(table.contains("href=\"/catalogue/?type=programme&amp;soutien=juridique\""));
}

#[test]
fn a_call_says_its_challenges_its_waves_and_what_the_last_one_gave() {
    let html = html(Guide::Support);
    let main = main_of(&html);
    let challenges = main.split("class=\"defis\"").skip(1).map(|list| list.split("</ul>").next().unwrap_or_default());
    let challenges: String = challenges.collect();
    assert_eq!(challenges.matches("<li>").count(), 10);
    assert_eq!(challenges.matches("<path d=\"").count(), 10, "each with its sign");
    assert!(challenges.contains("href=\"/catalogue/?theme=mobilite\""));
    assert!(main.contains("href=\"/vagues.ics\" download"));
    let said = text(main);
    for part in ["1er\u{a0}juin, en 2023 d’après le contexte", "candidatures", "L’année des vagues n’est pas écrite"]
    {
        assert!(said.contains(part), "{part}");
    }
}

#[test]
fn obstacles_come_with_what_helped() {
    let html = html(Guide::Support);
    let main = main_of(&html);
    for family in ["interne", "externe", "juridique", "economique", "acculturation", "autres", "pratiques"] {
        assert!(main.contains(&format!("id=\"frein-{family}\"")), "{family}");
        assert!(main.contains(&format!("href=\"#frein-{family}\"")), "{family}");
    }
    let said = text(main);
    for part in [
        "Hébergeur neutre des projets",
        "De 1994 à 2015",
        "Saison 4 2018",
        "Signer des tribunes communes",
        "quinze sont produits",
    ] {
        assert!(said.contains(part), "{part}");
    }
}

#[test]
fn a_portrait_is_drawn_from_the_address() {
    let html = page("/soutiens/autodiagnostic/?ressource=abouti&q1=oui&q2=non&gouvernance=rouge");
    let main = main_of(&html);
    assert!(text(main).contains("Maturité\u{a0}: ressource aboutie, communauté non renseignée"));

    assert!(main.contains("href=\"/catalogue/?ressource=abouti\""));
    let left =
        main.split("À travailler").nth(1).and_then(|rest| rest.split("</ul>").next()).expect("something is left");
    assert!(left.contains("mobilisés") && !left.contains("ambition"));
    assert!(main.contains("alerte--attention"), "a stage that does not exist is told");
    assert_eq!(main.matches(" checked").count(), 7, "one answer a question, which may be none");
    let nothing = page("/soutiens/autodiagnostic/");
    assert!(text(main_of(&nothing)).contains("Rien n’est encore répondu"));
}

#[test]
fn a_catalogue_without_any_of_it_still_has_the_pages() {
    let json = r#"{"format": 1, "site": {"title": "Essai"}, "entries": []}"#;
    for guide in Guide::ALL {
        let html = page_of(json, &Route::Guide(guide).to_string());
        assert!(main_of(&html).contains("<h1"), "{guide:?}");
    }
}
