//! The pages of a choice of entries: the selection and the comparison, as their addresses say.

use catalogue::{Entry, Model};

use crate::support::{Ask, catalogue, page, page_of};

#[test]
fn an_address_is_a_selection() {
    let page = page("/selection/?ids=panoramax,ademe,rien,panoramax");
    assert_eq!(page.texts("article h3"), ["Panoramax", "ADEME"]);
    let said = page.main();
    for part in [
        "2\u{a0}fiches",
        "Ce catalogue n’a pas cette fiche, qui est ignorée\u{a0}: «\u{a0}rien\u{a0}».",
        "Ajouter ces fiches",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(crate::support::page("/selection/?ids=panoramax").main().contains("Ajouter cette fiche"));
    assert!(page.has("a[href='/comparer/?ids=panoramax,ademe']"));
}

#[test]
fn too_few_or_too_many_are_not_compared() {
    for path in ["/selection/?ids=panoramax", "/selection/?ids=panoramax,rnb,grist,vikidia,terristory"] {
        let page = page(path);
        assert!(!page.has("main a[href^='/comparer/?ids']"), "{path}");
        assert!(page.main().contains("de deux à quatre fiches"), "{path}");
    }
    let five = page("/comparer/?ids=panoramax,rnb,grist,vikidia,terristory");
    for told in ["seules les 4 premières sont montrées", "Quatre fiches sont déjà côte à côte"] {
        assert!(five.main().contains(told), "{told}");
    }
    assert_eq!(
        five.texts("th[scope=col]"),
        ["Rubrique", "Panoramax", "RNB, le Référentiel National des Bâtiments", "Grist", "Vikidia"]
    );
    for path in ["/comparer/", "/comparer/?ids=rien", "/comparer/?ids=panoramax"] {
        let page = page(path);
        assert!(page.main().contains("Choisissez au moins deux fiches.") && !page.has("table"), "{path}");
    }
}

#[test]
fn an_empty_selection_says_how_to_fill_it() {
    let page = page("/selection/");
    assert!(page.main().contains("Aucune fiche gardée pour l’instant") && page.has("main a[href='/catalogue/']"));
    assert!(page.has("[data-device]"), "what the device keeps is not written ahead");
}

#[test]
fn entries_of_one_kind_have_their_rubrics_side_by_side() {
    for (path, rubrics) in [
        ("/comparer/?ids=terristory,grist", 1 + 7),
        ("/comparer/?ids=appel-a-communs,beta-gouv,data-for-good", 1 + 8),
        ("/comparer/?ids=terristory,ademe", 1 + 3),
    ] {
        let page = page(path);
        assert_eq!(page.count("th[scope=rowgroup]"), rubrics, "{path}");
        assert_eq!(page.main().contains("genres différents"), path.contains(",ademe"), "{path}");
    }
    let page = page("/comparer/?ids=terristory,guide-centres-consolidation");
    let rows = page.texts("tr");
    let row = |start: &str| rows.iter().find(|row| row.starts_with(start)).expect(start);
    // Phones show what each says under its name.
    assert_eq!(
        row("Genre"),
        "Genre IdentiqueTerriSTORYCommunGuide de bonnes pratiques pour la consolidation de centres de constructionCommun"
    );
    assert!(row("Qui décide Différent").ends_with("Non renseigné"));
    assert!(row("Gouvernance Différent").contains("Aboutie"), "{rows:?}");
}

#[test]
fn every_result_and_every_entry_page_can_be_kept() {
    let commons = catalogue().of_model(Model::Commons).map(|(_, entry)| entry);
    let (over, alive): (Vec<&Entry>, Vec<&Entry>) = commons.partition(|entry| entry.is_over());
    let commons: Vec<&str> = alive.into_iter().chain(over).map(|entry| &*entry.id).collect();
    for (path, kept) in [
        ("/catalogue/", &*commons),
        ("/catalogue/?vue=cartes", &commons),
        ("/catalogue/?vue=tableau", &commons),
        ("/communs/grist/", &["grist"]),
        ("/definitions/geocommun/", &["geocommun"]),
    ] {
        assert_eq!(page(path).attributes("button[aria-pressed=false]", "value"), kept, "{path}");
    }
    assert!(page("/communs/grist/").has("a[href='/comparer/?ids=grist']"));
    for path in ["/embed/", "/embed/?vue=tableau", "/embed/communs/grist/"] {
        assert!(!page(path).has("[aria-pressed], [href*='/comparer/']"), "{path}");
    }
}

#[test]
fn hostile_ids_are_text() {
    for path in ["/selection/", "/comparer/"] {
        let page = page(&format!("{path}?ids=%3Cscript%3E,a%22b"));
        assert!(!page.has("script") && page.main().contains("<script>"), "{path}");
    }
}

#[test]
fn another_catalogue_has_its_own() {
    let json = r#"{"format": 1, "site": {"title": "Vide"}}"#;
    assert!(page("/comparer/").has("optgroup") && !page_of(json, "/comparer/").has("optgroup"));
    assert!(page_of(json, "/selection/?ids=panoramax").main().contains("qui est ignorée"));
}
