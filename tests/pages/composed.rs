//! The home page and the one about the site, as a catalogue composes them: of the parts that every page may have; what
//! is not said is as the format has it.

use catalogue::read;
use serde_json::{Value, json};

use crate::support::{Ask, REAL, content_of, other_catalogues, page, page_of};

/// A small catalogue with these pages.
fn file(pages: &Value) -> Value {
    json!({"format": 1,
        "site": {"title": "Outils", "heading": "Les outils", "introduction": "Bienvenue.", "invitation_heading": "Il manque un outil ?",
            "invitation": "Écrivez-nous.", "contact": "nous@outils.example",
            "about": [{"heading": "Accessibilité", "paragraphs": ["Tout se lit."]}, {"paragraphs": ["Sans titre."]}, {"heading": "Rien"}]},
        "documents": [{"id": "liste", "title": "La liste", "nature": "tableur", "url": "https://outils.example/liste"}],
        "vocabularies": {"theme": [{"id": "bois", "label": "Bois"}], "need": [{"id": "bras", "label": "Des bras"}]},
        "grids": [{"id": "premiers", "heading": "Les premiers", "lead": "Pour débuter.", "entries": ["rabot"]},
            {"id": "autres", "heading": "Les autres", "columns": 4, "entries": ["tour"]}],
        "pages": pages,
        "entries": [
            {"id": "rabot", "kind": "commun", "name": "Rabot", "themes": ["bois"], "needs": [{"text": "Un affûteur", "tag": "bras"}]},
            {"id": "tour", "kind": "commun", "name": "Tour"}]})
}

/// The page at the root of such a catalogue, which says nothing of its data.
fn home(pages: &Value) -> scraper::Html {
    let home = page_of(&file(pages).to_string(), "/");
    assert!(!home.has("#diagnostics-title"), "nothing is wrong");
    home
}

#[test]
fn a_home_page_that_nobody_composes_has_its_parts() {
    let parts = ["premiers", "autres", "themes", "entraide", "invitation"];
    for pages in [json!([]), json!(["index"]), json!([{"id": "guide", "title": "Guide"}])] {
        let home = home(&pages);
        assert_eq!(home.attributes("main > section", "id"), parts, "{pages}");
        assert_eq!(home.texts("main > .wrapper > dl > div"), ["communs recensés2", "cherche de l’aide1"]);
        assert_eq!(home.one("main h1").said(), "Les outils");
        assert_eq!(
            home.texts("main h2"),
            ["Les premiers", "Les autres", "Parcourir par thème", "Ils cherchent de l’aide", "Il manque un outil ?"]
        );
        assert_eq!(home.texts("#premiers .section__head p, #autres .section__head p"), ["Pour débuter."]);
        assert!(home.has("main > div input#q"), "one searches there");
    }
}

#[test]
fn a_home_page_is_made_of_the_parts_that_it_lists() {
    let home = home(&json!([{"id": "index", "title": "Nos outils", "lead": "Pour tous.", "menu": "haut", "sections": [
        {"type": "texte", "id": "gestes", "heading": "Les gestes", "paragraphs": ["Mettre ses lunettes."]},
        {"type": "grille", "grid": "autres", "heading": "Les grands"},
        {"type": "chiffres"},
        {"type": "invitation", "heading": "Aidez-nous", "paragraphs": ["Un mot suffit."]},
        {"type": "filtre", "id": "par-theme", "heading": "Par thème", "facet": "themes"},
        {"type": "lexique"},
        {"type": "grille", "grid": "premiers", "id": "debut"}
    ]}]));
    assert_eq!(
        (home.one("main h1").said(), home.one("main .callout").said()),
        ("Nos outils".into(), "Pour tous.".into())
    );
    let parts = ["gestes", "autres", "invitation", "par-theme", "debut"];
    assert_eq!(home.attributes("main > section", "id"), parts, "the lexicon has nothing to show");
    let titles = ["Les gestes", "Les grands", "Aidez-nous", "Par thème", "Les premiers"];
    assert_eq!(home.texts("main > section h2"), titles);
    assert_eq!(home.texts("main > .wrapper > dl > div")[0], "communs recensés2", "figures need no title here");
    assert_eq!(home.texts("#gestes p"), ["Mettre ses lunettes."]);
    assert_eq!(home.attributes("#autres article h3 a", "href"), ["/communs/tour/"]);
    assert_eq!(home.one("#debut .section__head p").said(), "Pour débuter.");
    assert_eq!(home.texts("#invitation p"), ["Un mot suffit."]);
    assert!(home.has("#invitation a[href^=mailto]") && home.has("#invitation a[href='/proposer/']"));
    assert_eq!(home.attributes("#par-theme nav a", "href"), ["/catalogue/?type=tout&theme=bois"]);
    // Its menu leads to it, and the footer to no part that it has not.
    assert_eq!(home.texts("header nav a[aria-current=page]")[0], "Accueil");
    assert!(!home.has("footer a[href$='#themes']"));
}

#[test]
fn other_pages_have_the_parts_of_the_home_page_too() {
    let parts = json!([{"type": "grille", "grid": "premiers"}, {"type": "themes"}, {"type": "entraide", "lead": "À vous."},
        {"type": "invitation"}, {"type": "documents"}]);
    let json = file(&json!([{"id": "guide", "title": "Guide", "sections": parts}])).to_string();
    let guide = page_of(&json, "/guide/");
    assert_eq!(guide.attributes("main .rubric", "id"), ["premiers", "themes", "entraide", "invitation", "documents"]);
    assert_eq!(guide.texts("#premiers article h3"), ["Rabot"]);
    assert_eq!(guide.attributes("#themes li a", "href"), ["/catalogue/?theme=bois"]);
    assert!(guide.one("#entraide").said().contains("À vous.") && guide.one("#entraide").said().contains("Un affûteur"));
    assert!(guide.one("#invitation").said().contains("Écrivez-nous."));
    assert_eq!(guide.attributes("#documents li a", "href"), ["https://outils.example/liste"]);
}

#[test]
fn the_page_about_the_site_is_one_of_the_data() {
    let default = page_of(&file(&json!([])).to_string(), "/a-propos/");
    assert_eq!(default.texts("main h1, main h2"), ["À propos", "Accessibilité", "Documents sources"]);
    assert_eq!(default.texts("main section p"), ["Tout se lit.", "Sans titre."]);
    assert_eq!(default.one("main #accessibilite").said(), "Accessibilité");
    assert_eq!(default.one("main li").said(), "La liste — tableur");
    let json =
        file(&json!([{"id": "a-propos", "title": "Qui nous sommes", "label": "Nous", "menu": "pied", "sections": [
        {"type": "texte", "heading": "L’équipe", "paragraphs": ["Trois personnes."]}, {"type": "chiffres"}]}]))
        .to_string();
    let own = page_of(&json, "/a-propos/");
    assert_eq!(own.texts("main h1, main h2"), ["Qui nous sommes", "L’équipe", "Chiffres clés"]);
    assert_eq!(own.texts("main dl > div")[0], "communs recensés2");
    assert!(!own.has("header nav a[href='/a-propos/']"), "its menu is the one of the footer");
    assert_eq!(own.texts("footer a[href='/a-propos/']")[0], "Nous");
    assert!(!own.has("footer a[href$='#accessibilite']"), "it has no such part");
}

/// A host that writes its home page keeps the guides of the format.
#[test]
fn neither_page_takes_the_place_of_a_guide() {
    let mut file: Value = serde_json::from_str(REAL).expect("the content is JSON");
    file["pages"] = json!([{"id": "a-propos", "label": "Nous"}, "index"]);
    let json = file.to_string();
    let menu = |page: &scraper::Html| page.texts("header nav[aria-label='Navigation principale'] a");
    let (theirs, ours) = (page_of(&json, "/"), page("/"));
    assert_eq!(
        menu(&theirs),
        menu(&ours).into_iter().map(|label| label.replace("À propos", "Nous")).collect::<Vec<_>>()
    );
    assert_eq!(theirs.one("main").inner_html(), ours.one("main").inner_html());
    let about = |page: &scraper::Html| page.one("main").inner_html();
    assert_eq!(about(&page_of(&json, "/a-propos/")), about(&page("/a-propos/")));
}

#[test]
fn what_is_wrong_in_a_part_is_told() {
    let sections = json!([{"type": "grille", "grid": "premier"}, {"type": "grille"}, {"type": "themes"}, {"type": "themes"},
        {"type": "texte", "id": "themes", "heading": "T", "paragraphs": ["P"]}]);
    let loaded = read(&file(&json!([{"id": "index", "sections": sections}])).to_string()).expect("it is a catalogue");
    let told: Vec<String> = (loaded.diagnostics.iter())
        .map(|problem| format!("{}: {} {:?}", problem.path, problem.found, problem.suggestion.as_deref().unwrap_or("")))
        .collect();
    assert_eq!(
        told,
        [
            "pages[0].sections[0].grid: premier \"premiers\"",
            "pages[0].sections[1].grid:  \"\"",
            "pages[0].sections[3].type: themes \"\"",
            "pages[0].sections[4].id: themes \"themes-2\"",
        ]
    );
    let home = loaded.catalogue.page("index").expect("there is always a home page");
    assert_eq!(home.sections.iter().map(|section| section.id.as_str()).collect::<Vec<_>>(), ["themes", "themes-2"]);
}

/// What few visits see is asked for only where the home page shows it.
#[test]
fn a_home_page_needs_more_only_where_it_shows_more() {
    let needs = |sections: Value| {
        content_of(&file(&json!([{"id": "index", "sections": sections}])).to_string())
            .needs(&address::route::Route::Home)
    };
    let more = Some(address::route::Module::Guide);
    assert_eq!(needs(json!([])), (None, false));
    assert_eq!(needs(json!([{"type": "themes"}, {"type": "grille", "grid": "autres"}])), (None, false));
    assert_eq!(needs(json!([{"type": "texte", "heading": "T", "paragraphs": ["P"]}])), (more, false));
    assert_eq!(needs(json!([{"type": "fiches", "heading": "F", "entries": ["tour"]}])), (more, true));
}

#[test]
fn other_catalogues_compose_theirs() {
    for (name, text) in other_catalogues() {
        let mut file: Value = serde_json::from_str(&text).expect("the file is JSON");
        let before = page_of(&text, "/");
        let grid = file["grids"][0]["id"].clone();
        let pages = file["pages"].as_array().cloned().unwrap_or_default();
        let composed = [
            json!({"id": "index", "sections": [{"type": "texte", "id": "ici", "heading": "Ici", "paragraphs": ["Notre mot."]},
                {"type": "grille", "grid": grid}]}),
            json!({"id": "a-propos", "title": "Chez nous", "sections": [{"type": "texte", "heading": "Nous", "paragraphs": ["Qui sommes-nous ?"]}]}),
        ];
        file["pages"] = pages.iter().cloned().chain(composed).collect();
        let json = file.to_string();
        let home = page_of(&json, "/");
        assert!(!home.has("#diagnostics-title"), "{name}: nothing is wrong");
        assert_eq!(home.one("main h1").said(), before.one("main h1").said(), "{name}");
        assert_eq!(home.attributes("main > section", "id")[0], "ici", "{name}");
        assert_eq!(
            home.texts("main > section article h3"),
            before.texts("main > section:first-of-type article h3"),
            "{name}"
        );
        assert_eq!(page_of(&json, "/a-propos/").texts("main h1, main h2"), ["Chez nous", "Nous"], "{name}");
        for page in &pages {
            let path = format!("/{}/", page["id"].as_str().expect("a page has an id"));
            let link = format!("header a[href='{path}'], footer a[href='{path}']");
            assert_eq!(home.count(&link), before.count(&link), "{name}: {path} stays");
        }
    }
}
