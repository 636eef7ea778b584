//! The page that helps to write an entry.

use crate::support::{Ask, page, page_of};

#[test]
fn without_the_app_it_says_what_to_do() {
    let page = page("/proposer/");
    for part in ["Proposer une fiche", "Le formulaire a besoin de JavaScript", "Le formulaire se prépare"] {
        assert!(page.main().contains(part), "{part}: {}", page.main());
    }
    assert!(page.has("main a[href^='mailto:contact@code.gouv.fr?subject=Proposition%20de%20fiche']"));
    let without_address = page_of(r#"{"format": 1}"#, "/proposer/");
    assert!(!without_address.has("[href^='mailto:']"));
}

#[test]
fn pages_lead_to_it() {
    for (at, to) in
        [("/", "/proposer/"), ("/catalogue/?q=zzz", "/proposer/"), ("/communs/grist/", "/proposer/?fiche=grist")]
    {
        assert!(page(at).has(&format!("main a[href='{to}']")), "{at}");
    }
    for (at, heading) in [("?fiche=grist", "Corriger une fiche"), ("?fiche=rien", "Proposer une fiche")] {
        assert_eq!(page(&format!("/proposer/{at}")).one("h1").said(), heading);
    }
    assert!(!page("/embed/communs/grist/").has("[href^='/proposer/']"), "a frame has no form");
}
