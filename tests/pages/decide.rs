//! The pages of a choice of entries: the selection and the comparison, as their addresses say.

use crate::support::{main_of, page, page_of, text, texts};

#[test]
fn an_address_is_a_selection() {
    let html = page("/selection/?ids=panoramax,ademe,rien,panoramax");
    assert_eq!(texts(&html, "<h3 class=\"carte__titre\"", "</h3>"), ["Panoramax", "ADEME"]);
    assert_eq!(texts(&html, "id=\"\"", "</h2>").len(), 0);
    let said = text(main_of(&html));
    for part in [
        "2\u{a0}fiches",
        "Ce catalogue n’a pas ces fiches, qui sont ignorées\u{a0}: «\u{a0}rien\u{a0}».",
        "Ajouter ces fiches",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(html.contains("href=\"/comparer/?ids=panoramax,ademe\""));
}

#[test]
fn too_few_or_too_many_are_not_compared() {
    for path in ["/selection/?ids=panoramax", "/selection/?ids=panoramax,rnb,grist,vikidia,terristory"] {
        let main = page(path);
        assert!(!main_of(&main).contains("href=\"/comparer/?ids"), "{path}");
        assert!(main.contains("de deux à quatre fiches"), "{path}");
    }
    let html = page("/comparer/?ids=panoramax,rnb,grist,vikidia,terristory");
    assert!(
        html.contains("seules les 4 premières sont montrées") && html.contains("Quatre fiches sont déjà côte à côte")
    );
    assert_eq!(
        texts(&html, "<th scope=\"col\"", "</th>"),
        ["Rubrique", "Panoramax", "RNB, le Référentiel National des Bâtiments", "Grist", "Vikidia"]
    );
    for path in ["/comparer/", "/comparer/?ids=rien", "/comparer/?ids=panoramax"] {
        let html = page(path);
        assert!(html.contains("Choisissez au moins deux fiches.") && !html.contains("<table"), "{path}");
    }
}

#[test]
fn an_empty_selection_says_how_to_fill_it() {
    let html = page("/selection/");
    assert!(html.contains("Aucune fiche gardée pour l’instant") && main_of(&html).contains("href=\"/catalogue/\""));
    assert!(html.contains("data-appareil"), "what the device keeps is not written ahead");
}

#[test]
fn entries_of_one_kind_have_their_rubrics_side_by_side() {
    for (path, rubrics) in [
        ("/comparer/?ids=terristory,grist", 1 + 7),
        ("/comparer/?ids=appel-a-communs,beta-gouv,data-for-good", 1 + 8),
        ("/comparer/?ids=terristory,ademe", 1 + 3),
    ] {
        let html = page(path);
        assert_eq!(texts(&html, "scope=\"rowgroup\"", "</th>").len(), rubrics, "{path}");
        assert_eq!(html.contains("genres différents"), path.contains(",ademe"), "{path}");
    }
    let html = page("/comparer/?ids=terristory,grist");
    let rows = texts(&html, "<tr", "</tr>");
    let row = |start: &str| rows.iter().find(|row| row.starts_with(start)).cloned().unwrap_or_default();
    // Phones show what each says under its name.
    assert_eq!(row("Genre"), "Genre IdentiqueTerriSTORYCommunGristCommun");
    assert!(row("Qui décide").starts_with("Qui décide Différent") && row("Qui décide").ends_with("Non renseigné"));
    assert!(row("Gouvernance Différent").contains("Aboutie"), "{rows:?}");
}

#[test]
fn every_result_and_every_fiche_can_be_kept() {
    for (path, count) in [
        ("/catalogue/", 50),
        ("/catalogue/?vue=cartes", 50),
        ("/catalogue/?vue=tableau", 50),
        ("/communs/grist/", 1),
        ("/definitions/geocommun/", 1),
    ] {
        let html = page(path);
        assert_eq!(html.matches("aria-pressed=\"false\"").count(), count, "{path}");
    }
    assert!(page("/communs/grist/").contains("href=\"/comparer/?ids=grist\""));
    for path in ["/embed/", "/embed/?vue=tableau", "/embed/communs/grist/"] {
        let html = page(path);
        assert!(!html.contains("aria-pressed") && !html.contains("/comparer/"), "{path}");
    }
}

#[test]
fn hostile_ids_are_text() {
    for path in ["/selection/", "/comparer/"] {
        let html = page(&format!("{path}?ids=%3Cscript%3E,a%22b"));
        assert!(!html.contains("<script>") && html.contains("&lt;script&gt;"), "{path}");
    }
}

#[test]
fn another_catalogue_has_its_own() {
    let json = r#"{"format": 1, "site": {"title": "Vide"}}"#;
    assert!(!page_of(json, "/comparer/").contains("<optgroup"));
    assert!(page_of(json, "/selection/?ids=panoramax").contains("qui sont ignorées"));
}
