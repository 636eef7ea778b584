//! The pages that a catalogue lists, and those of the format where it has little: what has nothing to show is
//! nowhere.

use address::route::Route;
use catalogue::{SectionType, read};
use scraper::Html;
use serde_json::{Value, json};

use crate::support::{Ask, REAL, commons_named, content_of, everything_said, page, page_of};

const PAGES: &str = include_str!("../fixtures/pages.json");
const FULL: &str = include_str!("../fixtures/full.json");

/// The menu of the header: the label and the address of each page.
fn menu(page: &Html) -> Vec<(String, String)> {
    let links = page.all("header nav[aria-label='Navigation principale'] a");
    links.into_iter().map(|link| (link.said(), link.attr("href").unwrap_or_default().to_owned())).collect()
}

/// The routes of a catalogue that are pages beside it.
fn routes(json: &str) -> Vec<String> {
    let content = content_of(json);
    let pages = content.routes().into_iter().filter(|route| matches!(route, Route::Page(_)));
    pages.map(|route| route.to_string()).collect()
}

/// Fails unless an address leads nowhere.
fn assert_nowhere(json: &str, path: &str) {
    let page = page_of(json, path);
    assert_eq!(page.one("main h1").said(), "Page introuvable", "{path}");
    assert!(page.main().contains(path), "{path} is told as it was asked");
}

#[test]
fn the_pages_of_the_data_are_those_of_the_site() {
    let page = page_of(PAGES, "/debuter/");
    assert!(!page.has("#diagnostics-title"), "nothing is wrong");
    let expected = [("Catalogue", "/catalogue/"), ("Débuter", "/debuter/"), ("À propos", "/a-propos/")];
    assert_eq!(menu(&page), expected.map(|(label, address)| (label.to_owned(), address.to_owned())));
    assert_eq!(page.texts("header nav a[aria-current=page]")[0], "Débuter");
    assert_eq!(page.one("footer a[href='/contribuer/']").said(), "Aider");
    assert_eq!(
        routes(PAGES),
        ["/debuter/", "/contribuer/", "/a-propos/"],
        "what has nothing to show is not written ahead"
    );
    for path in ["/guide/vide/", "/comprendre/", "/soutiens/autodiagnostic/"] {
        assert_nowhere(PAGES, path);
    }
    for link in ["/guide/vide/", "/comprendre/", "/soutiens/"] {
        assert!(!page.has(&format!("a[href^='{link}']")), "nothing leads to {link}");
    }
}

#[test]
fn a_page_is_made_of_its_parts_in_order() {
    let page = page_of(PAGES, "/debuter/");
    assert_eq!(
        (page.one("h1").said(), page.one("h1 + p").said()),
        ("Débuter à l’atelier".into(), "Trois gestes avant d’allumer.".into())
    );
    page.one("main .th-logistique");
    let parts = page.attributes("main section[id] > h2", "id");
    let expected = ["gestes", "fiches", "metal", "ateliers", "themes-de-tous", "chiffres", "reseau", "texte"];
    assert_eq!(parts, expected.map(|id| format!("{id}-title")), "the lexicon has nothing to show");
    assert_eq!(page.texts("#gestes p"), ["Dans l’ordre.", "Mettre ses lunettes.", "Serrer l’étau."]);
    assert_eq!(page.attributes("#fiches li a", "href"), ["/communs/tour/", "/communs/rabot/"]);
    assert_eq!(
        page.attributes("#metal a", "href"),
        ["/communs/etau/", "/communs/tour/", "/catalogue/?theme=metal&tri=nom"],
        "in the order asked, then all of them"
    );
    assert_eq!(page.texts("#metal a").last().map(String::as_str), Some("Voir au catalogue\u{a0}: 2\u{a0}outils"));
    let choices = |part: &str| -> Vec<(String, String)> {
        let links = page.all(&format!("#{part} nav a"));
        links.into_iter().map(|link| (link.said(), link.attr("href").unwrap_or_default().to_owned())).collect()
    };
    let owned = |(said, address): (&str, &str)| (said.to_owned(), address.to_owned());
    assert_eq!(
        choices("ateliers"),
        [("Nord 2", "/catalogue/?v.atelier=Nord"), ("Sud 1", "/catalogue/?v.atelier=Sud")].map(owned)
    );
    assert_eq!(
        choices("themes-de-tous"),
        [("Métal 3", "/catalogue/?type=tout&theme=metal"), ("Bois 2", "/catalogue/?type=tout&theme=bois")].map(owned)
    );
}

#[test]
fn key_figures_and_the_network_are_parts_too() {
    let page = page_of(PAGES, "/debuter/");
    let figures = page.texts("#chiffres dl > div");
    assert_eq!(figures, ["outils3", "organisation citée1"], "in the words of the catalogue");
    assert_eq!(page.texts("#reseau .network__head"), ["Outils", "Structures porteuses"]);
    assert_eq!(page.attributes("#reseau svg a", "href"), ["/communs/rabot/", "/organisations/lycee/"]);
    assert_eq!(page.one("#reseau > p a").attr("href"), Some("/relations/"), "the same in lists");
}

#[test]
fn a_catalogue_that_calls_its_kinds_otherwise_never_speaks_of_commons() {
    let outil = |id: &str, more: Value| {
        let mut entry =
            json!({"id": id, "kind": "commun", "name": id.to_uppercase(), "themes": ["eau"], "initiated": "oui"});
        entry.as_object_mut().expect("it is an object").extend(more.as_object().expect("so is this").clone());
        entry
    };
    let entries = [
        outil(
            "a",
            json!({"needs": [{"text": "Du temps", "tag": "bras"}], "bearers": ["v"], "maturity": {"resource": "abouti"}}),
        ),
        outil("b", json!({"needs": ["Un lieu"], "links": [{"url": "https://forge.example/b", "kind": "depot"}]})),
        outil("c", json!({})),
        json!({"id": "p", "kind": "programme", "name": "P", "examples": ["a"], "supports": [{"text": "Des bras", "tag": "bras"}]}),
        json!({"id": "v", "kind": "organisation", "name": "V"}),
    ];
    let file = |kinds: Value| {
        json!({"format": 1, "site": {"title": "Outils", "contact": "nous@outils.example", "invitation_heading": "Écrivez-nous"},
            "kinds": kinds, "entries": entries, "help_groups": [{"need": "bras"}],
            "grids": [{"id": "g", "heading": "Choix", "entries": ["a"], "more": true}],
            "vocabularies": {"theme": [{"id": "eau", "label": "Eau"}], "need": [{"id": "bras", "label": "Des bras"}],
                "support": [{"id": "bras", "label": "Des bras"}]}})
        .to_string()
    };
    let ours = file(json!([]));
    let theirs = file(json!([
        {"id": "commun", "one": "outil", "several": "outils", "none": "aucun outil"},
        {"id": "programme", "one": "aide", "several": "aides", "none": "aucune aide"}
    ]));
    let paths = [
        "/",
        "/catalogue/",
        "/catalogue/?q=zzz",
        "/catalogue/?vue=tableau",
        "/proposer/",
        "/relations/",
        "/statistiques/",
        "/fiches/",
        "/rien/",
        "/communs/a/",
        "/programmes/p/",
    ];
    for path in paths {
        let said = everything_said(&page_of(&theirs, path));
        assert_eq!(commons_named(&said), [""; 0], "{path}: {said}");
    }
    for path in ["/", "/catalogue/"] {
        assert!(!commons_named(&everything_said(&page_of(&ours, path))).is_empty(), "{path}: the test sees them");
    }
    let home = page_of(&theirs, "/");
    assert!(!home.has("#diagnostics-title"), "nothing is wrong");
    assert_eq!(home.one("#q").attr("placeholder"), Some("Outil, besoin, porteur"));
    let figures =
        ["outils3", "à l’initiative de l’administration3", "cherchent de l’aide2", "aide1", "organisation citée1"];
    assert_eq!(home.texts(".totals > div"), figures);
    assert_eq!(home.texts(".more p")[0], "2 outils de plus au catalogue.");
    assert!(home.one("#entraide .section__head p").said().starts_with("2\u{a0}outils disent ce qui leur manque."));
    // What the format has of pages speaks of commons: they are there once the catalogue lists them.
    assert_eq!(routes(&theirs), [""; 0]);
    assert!(routes(&ours).contains(&"/soutiens/".to_owned()));
}

#[test]
fn a_page_of_the_format_is_taken_over_by_its_id() {
    let aside = page_of(PAGES, "/contribuer/");
    assert_eq!(aside.one("h1").said(), "Contribuer", "what is not said is as the format has it");
    assert_eq!(aside.texts("main section[id] > h2"), ["1Les plans"]);
    let mut file: Value = serde_json::from_str(REAL).expect("the content is JSON");
    file["pages"] = json!(["soutiens", {"id": "comprendre"}]);
    let json = file.to_string();
    let labels: Vec<String> = menu(&page_of(&json, "/")).into_iter().map(|(label, _)| label).collect();
    assert_eq!(labels, ["Catalogue", "Soutiens", "Comprendre", "À propos"]);
    assert_eq!(page_of(&json, "/comprendre/").one("main").inner_html(), page("/comprendre/").one("main").inner_html());
    assert!(!page_of(&json, "/soutiens/").has("#dossier"), "there is no self-assessment to lead to");
}

#[test]
fn ids_that_the_site_has_for_itself_are_told() {
    let page = |id: &str| json!({"id": id, "title": "T", "sections": [{"type": "texte", "id": "q", "heading": "H", "paragraphs": "P"}]});
    let file = json!({"format": 1, "site": {"title": "A"}, "entries": [{"id": "a", "kind": "commun", "name": "A"}],
        "pages": [page("catalogue"), page("communs/a"), page("Mon guide"), page("guide"), page("guide"), {"id": "sans-titre"}]});
    let told: Vec<String> = read(&file.to_string())
        .expect("the file is a catalogue")
        .diagnostics
        .iter()
        .map(|problem| format!("{}: {} {:?}", problem.path, problem.found, problem.suggestion.as_deref().unwrap_or("")))
        .collect();
    assert_eq!(
        told,
        [
            "pages[0].id: catalogue \"catalogue-2\"",
            "pages[0].sections[0].id: q \"q-2\"",
            "pages[1].id: communs/a \"communs-2/a\"",
            "pages[1].sections[0].id: q \"q-2\"",
            "pages[2].id: Mon guide \"mon-guide\"",
            "pages[3].sections[0].id: q \"q-2\"",
            "pages[4].id: guide \"\"",
            "pages[5].title:  \"\"",
        ]
    );
    assert_eq!(routes(&file.to_string()), ["/catalogue-2/", "/communs-2/a/", "/guide/"]);
}

#[test]
fn a_catalogue_without_any_of_it_has_none_of_the_pages() {
    let json = r#"{"format": 1, "site": {"title": "Essai"}, "entries": [{"id": "a", "kind": "commun", "name": "A"}]}"#;
    assert_eq!(routes(json), [""; 0]);
    let home = page_of(json, "/");
    let labels: Vec<String> = menu(&home).into_iter().map(|(label, _)| label).collect();
    assert_eq!(labels, ["Catalogue"]);
    for path in
        ["/a-propos/", "/comprendre/", "/contribuer/", "/collectivites/", "/soutiens/", "/soutiens/autodiagnostic/"]
    {
        assert_nowhere(json, path);
        assert!(!home.has(&format!("a[href^='{path}']")), "{path} is linked");
    }
    for part in ["#legend-title", "#themes", "#entraide"] {
        assert!(!home.has(part), "{part} has nothing to show");
    }
}

#[test]
fn what_is_drawn_has_something_to_show() {
    let mut drawn = Vec::new();
    let parts = ["grille", "themes", "entraide", "invitation", "documents"];
    let parts: Vec<Value> = parts.iter().map(|of| json!({"type": of, "grid": "g", "heading": "H"})).collect();
    let of_home = json!({"format": 1, "site": {"title": "A"}, "documents": [{"id": "d", "title": "D"}],
        "vocabularies": {"theme": [{"id": "t", "label": "T"}]}, "grids": [{"id": "g", "heading": "G", "entries": ["a"]}],
        "entries": [{"id": "a", "kind": "commun", "name": "A", "themes": ["t"], "needs": ["N"]}],
        "pages": [{"id": "p", "title": "P", "sections": parts}]})
    .to_string();
    let small = include_str!("../fixtures/small.json");
    for json in [REAL, FULL, PAGES, small, include_str!("../fixtures/languages.json"), &of_home] {
        let content = content_of(json);
        for known in content.pages().filter(|page| page.motif.is_some()) {
            let page = page_of(json, &format!("/{}/", known.id));
            for part in page.all("main section.rubric") {
                let id = part.attr("id").unwrap_or_default();
                let section = known.sections.iter().find(|section| section.id == id).expect("it is a part of the page");
                let body = part.said().len() - part.one("h2").said().len();
                let lead = section.lead.as_ref().map_or(0, |lead| lead.as_str().len());
                assert!(body > lead, "{} {id} has nothing but its lead", known.id);
                drawn.push(section.of);
            }
        }
    }
    let missing: Vec<_> = SectionType::ALL.iter().filter(|of| !drawn.contains(of)).collect();
    assert!(missing.is_empty(), "never drawn: {missing:?}");
}

#[test]
fn long_lists_show_their_first_and_lead_to_the_catalogue() {
    let entries: Vec<Value> = (0..2_413)
        .map(|rank| {
            let link = json!({"url": format!("https://forge.example/{rank}"), "kind": "depot"});
            json!({"id": format!("c{rank}"), "kind": "commun", "name": format!("C{rank}"), "links": [link],
                "obstacles": ["Le temps"], "levers": ["Un réseau"]})
        })
        .collect();
    let programme = |rank: usize| json!({"id": format!("p{rank}"), "kind": "programme", "name": format!("P{rank}"), "proposals": ["Une idée"]});
    let entries: Vec<Value> = entries.into_iter().chain((0..200).map(programme)).collect();
    let json = json!({"format": 1, "site": {"title": "Grand"}, "entries": entries}).to_string();
    let contribute = page_of(&json, "/contribuer/");
    assert_eq!(contribute.count("#lieux ul > li"), 60);
    assert_eq!(contribute.one("#lieux a[href='/catalogue/']").said(), "Et 2\u{202f}353 de plus, par le catalogue");
    let supports = page_of(&json, "/soutiens/");
    assert_eq!((supports.count("#comparer tbody tr"), supports.count("#propositions ul > li > p")), (60, 60));
    assert!(supports.has("#comparer a[href='/catalogue/?type=programme']"));
    let relations = page_of(&json, "/relations/");
    assert!(relations.one("main .catalogue__head").said().contains("2\u{202f}413\u{a0}communs sans lien connu"));
    assert_eq!(relations.one("main a[href='/catalogue/']").said(), "Ouvrir le catalogue");
    for path in routes(&json).into_iter().chain(["/relations/".to_owned()]) {
        let elements = page_of(&json, &path).count("body *");
        assert!(elements < 2_000, "{path} has {elements} elements");
    }
    // No few are left out.
    assert!(!page("/contribuer/").has("#lieux a[href='/catalogue/']"));
}
