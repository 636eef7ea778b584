//! The page of links: everything is in the lists, the drawing says the same.

use crate::support::{main_of, page, page_of, text, texts};

#[test]
fn lists_come_first_and_say_who_supports_and_who_bears() {
    let html = page("/relations/");
    let main = main_of(&html);
    assert!(main.find("relations__liste") < main.find("<svg viewBox"), "the lists come first");
    let items = texts(main, "class=\"relation\"", "</ul>");
    let of = |name: &str| items.iter().filter(|item| item.starts_with(name)).cloned().collect::<Vec<_>>().join(" ");
    assert!(of("Fabrique des géocommuns").contains("Panoramax"), "{items:?}");
    assert!(of("ADEME").contains("(programme de soutien)"));
    assert!(text(main).contains("Communs sans lien connu"));
}

#[test]
fn the_drawing_is_made_of_links_to_fiches() {
    let html = page("/relations/");
    let drawing = main_of(&html).split("role=\"group\"").nth(1).expect("there is a drawing");
    let nodes = drawing.matches("<a href=\"/").count();
    assert!(nodes > 60, "{nodes} nodes");
    assert_eq!(nodes, drawing.matches("<rect ").count());
    assert!(!html.contains(" style=\""));
    assert!(page_of(r#"{"format": 1, "site": {"title": "Vide"}}"#, "/relations/").contains("Aucun programme"));
}
