//! The pages that other sites show: what is around them, where their links lead, what their addresses ask.

use communs::page_title;

use crate::support::{main_of, page, page_of, real, text, texts};

fn names(html: &str) -> Vec<String> {
    texts(html, "class=\"resultat__tete\"", "</h3>")
}

/// The tags of links, without what they hold.
fn links(html: &str) -> Vec<&str> {
    html.split("<a ").skip(1).filter_map(|rest| rest.split('>').next()).collect()
}

fn href(link: &str) -> &str {
    link.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default()
}

#[test]
fn the_catalogue_is_whole_without_the_site_around_it() {
    let html = page("/embed/");
    assert_eq!(texts(&html, "<h1", "</h1>"), ["Communs"]);
    assert_eq!(names(&html).len(), 12);
    for part in ["50\u{a0}communs", "name=\"q\"", "class=\"onglets", "cadre__filtres", "Trier par", "Page 1 sur 5"] {
        assert!(html.contains(part), "{part}");
    }
    for part in ["class=\"tete\"", "class=\"pied\"", "carroyage", "<dialog", "evitement", "Partager", "mailto:"] {
        assert!(!html.contains(part), "{part}");
    }
    assert_eq!(page_title("/embed/", &real()), "Catalogue · Communs");
    let foot = text(html.split("class=\"cadre__pied\"").nth(1).expect("the frame has a foot"));
    assert!(foot.contains("Ouvrir dans Communs (nouvel onglet)Liste du 22\u{a0}novembre 2026"), "{foot}");
}

#[test]
fn every_part_of_a_query_works() {
    let html = page("/embed/?q=mobilit%C3%A9&theme=mobilite&vue=tableau&tri=nom");
    assert!(html.contains(r#"value="mobilité""#) && html.contains("<table"));
    assert!(texts(&html, "class=\"puce\"", "</button>")[0].starts_with("Thème\u{a0}: Mobilité"));
    assert!(page("/embed/?vue=cartes&type=programme").contains("class=\"carte "));
    assert!(page("/embed/?q=mobilite&administration=oui&besoin=juridique").contains("class=\"retrait\""));
    let by_six = page("/embed/?type=tout&limite=6&page=2");
    assert_eq!(names(&by_six).len(), 6);
    assert!(main_of(&by_six).contains("Page 2 sur 42"));
}

#[test]
fn queries_stay_in_the_frame_and_keep_its_look() {
    let html = page("/embed/?type=tout&apparence=sombre&accent=%238D2B2F&limite=6&masquer=tri&colonnes=2&v=1");
    let look = "apparence=sombre&amp;accent=8d2b2f&amp;limite=6&amp;masquer=tri&amp;colonnes=2";
    let inside: Vec<&str> = links(&html).into_iter().filter(|link| href(link).starts_with("/embed/")).collect();
    assert!(inside.len() >= 9, "tabs and pages: {inside:?}");
    for link in inside {
        assert!(href(link).ends_with(look) && !link.contains("target"), "{link}");
    }
    assert!(html.contains("action=\"/embed/\""));
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
        let html = page(path);
        let mut seen = 0;
        for piece in html.split("<a ").skip(1) {
            let (link, inner) =
                piece.split("</a>").next().and_then(|link| link.split_once('>')).expect("links are closed");
            if ["/embed/", "#", "mailto:"].iter().any(|start| href(link).starts_with(start)) {
                continue;
            }
            assert!(link.contains("target=\"_blank\"") && link.contains("noopener\""), "{path}: {link}");
            assert!(inner.contains("(nouvel onglet)"), "{path}: {inner}");
            seen += 1;
        }
        assert!(seen > 5, "{path}: {seen} links");
    }
    let html = page("/embed/?q=rue&page=2&apparence=sombre&theme=urbanisme");
    assert!(html.contains("href=\"/catalogue/?q=rue&amp;theme=urbanisme\""), "the foot leads to the same query");
    assert!(!page("/catalogue/").contains(" target="), "the site opens no tab");
}

#[test]
fn an_entry_is_a_fiche_or_a_card() {
    let fiche = page("/embed/communs/terristory/");
    assert_eq!(texts(&fiche, "class=\"rubrique", "</h2>").len(), 7);
    assert!(fiche.contains("href=\"/communs/terristory/\"") && !fiche.contains("class=\"ariane\""));
    let card = page("/embed/communs/terristory/?vue=carte");
    assert_eq!(card.matches("class=\"carte ").count(), 1);
    assert!(!card.contains("rubrique") && card.contains("TerriSTORY"));
    assert!(page("/embed/communs/terristory/?vue=tableau").contains("n’est pas une valeur de «\u{a0}vue\u{a0}»"));
}

#[test]
fn bad_parameters_are_told_and_work() {
    for path in ["/embed/", "/embed/communs/grist/"] {
        let html = page(&format!("{path}?apparence=noir&accent=vert&masquer=pub&lang=en&v=9&limite=0&colonnes=9"));
        for (value, name) in
            [("noir", "apparence"), ("vert", "accent"), ("pub", "masquer"), ("en", "lang"), ("9", "v"), ("0", "limite")]
        {
            let told = format!("«\u{a0}{value}\u{a0}» n’est pas une valeur de «\u{a0}{name}\u{a0}»");
            assert!(html.contains(&told), "{path}: {told}");
        }
        assert!(html.contains("href=\"/integrer/\" rel=\"noopener\" target=\"_blank\""), "{path}");
    }
    assert_eq!(names(&page("/embed/?apparence=noir")).len(), 12);
    let site = page("/catalogue/?apparence=noir");
    assert!(!site.contains("apparence"), "the site has no such parameters");
}

#[test]
fn hostile_parameters_are_text() {
    let hostile = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
    for path in ["/embed/", "/embed/communs/grist/"] {
        for name in ["apparence", "accent", "fond", "masquer", "limite", "vue", "q", "theme", "lang"] {
            let html = page(&format!("{path}?{name}={hostile}"));
            assert!(!html.contains("<script"), "{path} {name}");
        }
    }
}

#[test]
fn what_is_missing_is_told_in_a_sentence() {
    for (path, said) in [
        ("/embed/communs/rien/", "La fiche «\u{a0}rien\u{a0}» n’est pas dans ce catalogue"),
        ("/embed/programmes/terristory/", "n’est pas dans ce catalogue"),
        ("/embed/voitures/rien/", "Rien ne se trouve à cette adresse."),
    ] {
        let html = page(path);
        assert!(html.contains(said), "{path}");
        assert!(
            html.contains("class=\"cadre\"") && html.contains("href=\"/catalogue/\"") && html.len() < 3000,
            "{path}"
        );
    }
}

#[test]
fn problems_of_the_data_are_not_told_in_other_sites() {
    let json =
        include_str!("../../public/catalogue.json").replacen(r#""id": "openstreetmap","#, r#""id": "O S M","#, 1);
    assert!(page_of(&json, "/catalogue/").contains("diagnostics"));
    assert!(!page_of(&json, "/embed/").contains("diagnostics"));
}
