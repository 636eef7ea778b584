//! The pages that other sites show: what is around them, where their links lead, what their addresses ask.

use address::route::Route;
use catalogue::Model;
use communs::page_title;

use crate::support::{Ask, NAMES, REAL, RESULTS, catalogue, page, page_of, real};

/// How many results a frame has on a page.
const PAGE: usize = 12;

#[test]
fn the_catalogue_is_whole_without_the_site_around_it() {
    let page = page("/embed/");
    let commons = catalogue().of_model(Model::Commons).count();
    assert_eq!(page.one("h1").said(), "Communs");
    assert_eq!(page.texts(NAMES).len(), PAGE);
    assert_eq!(page.one("#count").said(), format!("{commons}\u{a0}communs sur\u{a0}{commons}"));
    for part in ["input[name=q]", "nav[aria-label='Genres de fiches']", "details", "select"] {
        assert!(page.has(part), "{part}");
    }
    assert!(page.main().contains(&format!("Page 1 sur {}", commons.div_ceil(PAGE))));
    for part in ["header", "footer nav", "dialog", "a[href='#contenu']", "button[name=share]", "[href^='mailto:']"] {
        assert!(!page.has(part), "{part}");
    }
    assert_eq!(page_title(&Route::Embed, &real()), "Catalogue · Communs");
    let foot = page.one("footer");
    assert_eq!(foot.one("a").said(), "Ouvrir dans Communs (nouvel onglet)");
    let updated = catalogue().site.updated.expect("the content has its date");
    assert_eq!(foot.attributes("time", "datetime"), [updated.to_string()]);
}

#[test]
fn every_part_of_a_query_works() {
    let table = page("/embed/?q=mobilit%C3%A9&theme=mobilite&vue=tableau&tri=nom");
    assert_eq!(table.attributes("input[name=q]", "value"), ["mobilité"]);
    assert!(table.has(&format!("{RESULTS} table")));
    assert!(table.texts("main button").iter().any(|button| button.starts_with("Thème\u{a0}: Mobilité")));
    assert!(page("/embed/?vue=cartes&type=programme").has(&format!("{RESULTS} article")));
    assert!(page("/embed/?q=mobilite&administration=oui&besoin=juridique").has(&format!("{RESULTS} li button")));
    let by_six = page("/embed/?type=tout&limite=6&page=2");
    assert_eq!(by_six.texts(NAMES).len(), 6);
    assert!(by_six.main().contains(&format!("Page 2 sur {}", catalogue().entries().len().div_ceil(6))));
}

#[test]
fn queries_stay_in_the_frame_and_keep_its_look() {
    let page = page("/embed/?type=tout&apparence=sombre&accent=%238D2B2F&limite=6&masquer=tri&colonnes=2&v=1");
    let look = "apparence=sombre&accent=8d2b2f&limite=6&masquer=tri&colonnes=2";
    for links in ["nav[aria-label='Genres de fiches'] a", "nav[aria-label='Pages de résultats'] a"] {
        for link in page.all(links) {
            let href = link.attr("href").expect("a link has an address");
            assert!(href.starts_with("/embed/") && href.ends_with(look), "{href}");
            assert_eq!(link.attr("target"), None, "{href}");
        }
    }
    assert_eq!(page.attributes("form", "action"), ["/embed/"]);
}

#[test]
fn what_leaves_the_frame_opens_a_tab_and_says_so() {
    for path in [
        "/embed/",
        "/embed/?vue=cartes",
        "/embed/?vue=tableau",
        "/embed/communs/terristory/",
        "/embed/organisations/ademe/",
    ] {
        let leaving = ":not([href^='/embed/'], [href^='#'], [href^='mailto:'])";
        for link in page(path).all(&format!("a{leaving}")) {
            assert_eq!(link.attr("target"), Some("_blank"), "{path}: {}", link.html());
            assert!(link.attr("rel").is_some_and(|rel| rel.ends_with("noopener")), "{path}: {}", link.html());
            assert!(link.said().contains("(nouvel onglet)"), "{path}: {}", link.html());
        }
    }
    let query = page("/embed/?q=rue&page=2&apparence=sombre&theme=urbanisme");
    assert_eq!(query.attributes("footer a", "href"), ["/catalogue/?q=rue&theme=urbanisme"], "the same query");
    assert!(!page("/catalogue/").has("[target]"), "the site opens no tab");
}

#[test]
fn an_entry_is_an_entry_page_or_a_card() {
    let entry_page = page("/embed/communs/terristory/");
    assert_eq!(entry_page.count("section[id] > h2"), 7);
    assert!(
        entry_page.has("footer a[href='/communs/terristory/']") && !entry_page.has("nav[aria-label='Fil d’Ariane']")
    );
    let card = page("/embed/communs/terristory/?vue=carte");
    assert_eq!(card.one("article").one("h3").said(), "TerriSTORY (nouvel onglet)");
    assert!(!card.has("section"));
    let neither = page("/embed/communs/terristory/?vue=tableau");
    assert!(neither.main().contains("n’est pas une valeur de «\u{a0}vue\u{a0}»"));
}

#[test]
fn bad_parameters_are_told_and_work() {
    for path in ["/embed/", "/embed/communs/grist/"] {
        let page = page(&format!("{path}?apparence=noir&accent=vert&masquer=pub&lang=en&v=9&limite=0&colonnes=9"));
        for (value, name) in
            [("noir", "apparence"), ("vert", "accent"), ("pub", "masquer"), ("en", "lang"), ("9", "v"), ("0", "limite")]
        {
            let told = format!("«\u{a0}{value}\u{a0}» n’est pas une valeur de «\u{a0}{name}\u{a0}»");
            assert!(page.main().contains(&told), "{path}: {told}");
        }
        assert!(page.has("a[href='/integrer/'][rel=noopener][target=_blank]"), "{path}");
    }
    assert_eq!(page("/embed/?apparence=noir").texts(NAMES).len(), PAGE);
    let site = page("/catalogue/?apparence=noir");
    assert!(!site.main().contains("apparence") && !site.has("[href*=apparence]"), "the site has no such parameters");
}

#[test]
fn hostile_parameters_are_text() {
    let hostile = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
    for path in ["/embed/", "/embed/communs/grist/"] {
        for name in ["apparence", "accent", "fond", "masquer", "limite", "vue", "q", "theme", "lang"] {
            assert!(!page(&format!("{path}?{name}={hostile}")).has("script"), "{path} {name}");
        }
    }
    assert_eq!(
        page(&format!("/embed/?q={hostile}")).attributes("input[name=q]", "value"),
        ["\"><script>alert(1)</script>"]
    );
}

#[test]
fn what_is_missing_is_told_in_a_sentence() {
    for (path, told) in [
        ("/embed/communs/rien/", "La fiche «\u{a0}rien\u{a0}» n’est pas dans ce catalogue"),
        ("/embed/programmes/terristory/", "n’est pas dans ce catalogue"),
        ("/embed/voitures/rien/", "Rien ne se trouve à cette adresse."),
    ] {
        let page = page(path);
        assert_eq!(page.count("main p"), 2, "{path}: a sentence and the way on, since the frame may be small");
        assert!(page.main().contains(told) && page.has("main a[href='/catalogue/']"), "{path}");
        assert!(!page.has("header"), "{path}");
    }
}

#[test]
fn problems_of_the_data_are_not_told_in_other_sites() {
    let json = REAL.replacen(r#""id": "openstreetmap","#, r#""id": "O S M","#, 1);
    let told = |path: &str| page_of(&json, path).has("#diagnostics-title");
    assert!(told("/catalogue/") && !told("/embed/"));
}
