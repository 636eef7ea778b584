//! The page that helps to write an entry.

use crate::support::{main_of, page, page_of, text};

#[test]
fn without_the_app_it_says_what_to_do() {
    let html = page("/proposer/");
    let words = text(main_of(&html));
    for part in ["Proposer une fiche", "Le formulaire a besoin de JavaScript", "Le formulaire se prépare"] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(main_of(&html).contains("mailto:contact@code.gouv.fr?subject=Proposition%20de%20fiche"));
    // A site without an address to write to.
    let html = page_of(r#"{"format": 1}"#, "/proposer/");
    assert!(!html.contains("mailto:"));
}

#[test]
fn pages_lead_to_it() {
    for (at, link) in [
        ("/", "href=\"/proposer/\""),
        ("/catalogue/?q=zzz", "href=\"/proposer/\""),
        ("/communs/grist/", "href=\"/proposer/?fiche=grist\""),
    ] {
        assert!(main_of(&page(at)).contains(link), "{at}");
    }
    assert!(page("/proposer/?fiche=grist").contains("Corriger une fiche"));
    assert!(page("/proposer/?fiche=rien").contains("Proposer une fiche"));
    assert!(!page("/embed/communs/grist/").contains("/proposer/"), "a frame has no form");
}
