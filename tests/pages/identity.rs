//! What a host says of its site shows on every page, and nothing of ours stays where it says otherwise.

use communs::{Root, render_at};
use scraper::Html;
use serde_json::json;

use crate::support::{Ask, content_of, page, page_of};

/// A catalogue with an identity of its own.
fn library() -> String {
    json!({
        "format": 1,
        "site": {
            "title": "Logithèque",
            "footer": "Les logiciels libres de la région.",
            "publisher": { "name": "Région Brume", "url": "https://brume.example/" },
            "logo": { "file": "images/logo.svg", "dark": "images/nuit.svg", "width": 120, "height": 40 },
            "header_links": [{ "label": "Aide", "url": "https://aide.brume.example/" }],
            "footer_links": [
                { "label": "Mentions légales", "url": "mentions.html" },
                { "label": "Toutes les fiches, de A à Z", "url": "fiches/" },
            ],
        },
        "entries": [{ "id": "a", "kind": "commun", "name": "A" }],
    })
    .to_string()
}

#[test]
fn the_header_and_the_footer_are_those_of_the_site() {
    for path in ["/", "/catalogue/", "/communs/a/", "/rien"] {
        let page = page_of(&library(), path);
        assert_eq!(page.texts(".brand__name"), ["Logithèque"; 2]);
        assert_eq!(page.attributes(".header img.brand__logo--light", "src"), ["/images/logo.svg"]);
        assert_eq!(page.attributes(".footer img.brand__logo--dark", "src"), ["/images/nuit.svg"]);
        for (name, value) in [("width", "120"), ("height", "40"), ("alt", "")] {
            assert_eq!(
                page.attributes("img.brand__logo", name),
                [value; 4],
                "nothing moves, and the name is said once"
            );
        }
        assert!(!page.has(".brand__sign"), "our sign is not beside theirs");
        assert_eq!(page.attributes("nav a[href^='https://aide']", "rel"), ["external"; 2], "in the bar and the menu");
        let footer = page.one(".footer__brand");
        assert_eq!(
            footer.texts("p:not(.brand)")[..2],
            ["Les logiciels libres de la région.", "Publié par Région Brume"]
        );
        let hrefs = footer.attributes("p.tiny a", "href");
        assert_eq!(hrefs, ["https://brume.example/", "/mentions.html", "/fiches/"]);
        assert!(!page.one(".footer__brand").said().contains("communs"), "{path}");
    }
}

#[test]
fn without_a_word_of_them_nothing_is_said() {
    let page = page_of(r#"{"format": 1, "site": {"title": "Nu"}, "entries": []}"#, "/");
    assert_eq!(page.one(".footer__brand").said(), "Nu");
    assert_eq!(page.count(".brand__sign"), 2);
    let nameless = page_of(r#"{"format": 1, "entries": []}"#, "/");
    assert_eq!(nameless.texts(".brand__name"), ["Catalogue"; 2], "a catalogue without a name has none of ours");
}

#[test]
fn a_name_that_is_in_the_logo_stays_for_the_ear() {
    let json =
        r#"{"format": 1, "site": {"title": "Nu", "logo": {"file": "logo.png", "holds_name": true}}, "entries": []}"#;
    let page = page_of(json, "/");
    assert_eq!(page.texts(".brand > .sr:first-of-type"), ["Nu"; 2]);
    assert!(!page.has(".brand__name") && !page.has("img[width]"));
}

#[test]
fn a_frame_and_a_site_in_one_file_have_the_logo_too() {
    let content = content_of(&library());
    let frame = page_of(&library(), "/embed/");
    assert_eq!(frame.attributes(".frame__link img.brand__logo--light", "src"), ["/images/logo.svg"]);
    let alone = Html::parse_document(&render_at("/", &content, Root::in_one_file()));
    assert_eq!(alone.count("span.brand__logo"), 4, "its style holds the image");
    assert!(!alone.has("img") && !alone.has("[href*='mentions']") && alone.has(".footer__brand [href='#/fiches/']"));
}

#[test]
fn ours_is_what_it_was() {
    let home = page("/");
    assert_eq!(
        home.one(".footer__brand .secondary").said(),
        "Un catalogue ouvert des communs numériques. Chaque information renvoie à sa source\u{202f}; ce que l’on ne sait pas est écrit «\u{a0}Non renseigné\u{a0}»."
    );
    assert_eq!((home.count(".brand__sign"), home.count("img")), (2, 0));
}
