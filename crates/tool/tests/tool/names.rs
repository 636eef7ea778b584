//! What the scripts look for in the pages is there.

use std::fs;

use crate::support::{Site, real_data, repository};

/// A mark of an element.
enum Mark {
    Id(&'static str),
    Class(&'static str),
    Attribute(&'static str),
}
use Mark::{Attribute, Class, Id};

impl Mark {
    fn is_in(&self, html: &str) -> bool {
        // The page that trunk writes has attributes without quotation marks.
        let has = |attribute: &str, word: &str| {
            html.split(&format!(" {attribute}=")).skip(1).any(|rest| {
                let value = match rest.strip_prefix('"') {
                    Some(quoted) => quoted.split('"').next(),
                    None => rest.split([' ', '>']).next(),
                };
                value.is_some_and(|value| value.split(' ').any(|found| found == word))
            })
        };
        match self {
            Id(id) => has("id", id),
            Class(class) => has("class", class),
            Attribute(name) => [" ", "=", ">"].iter().any(|end| html.contains(&format!(" {name}{end}"))),
        }
    }
}

#[test]
fn pages_have_what_scripts_look_for() {
    let site = Site::new("names");
    assert!(site.build(&real_data(), &[]).status.success());
    for (page, marks) in [
        ("index.html", &[Class(names::TOOLS), Class(names::BADGE), Class(names::EMPTY_BADGE), Id(names::MENU_ID)][..]),
        ("index.html", &[Id(names::APP_ID), Id(names::DATA_ID), Attribute(names::FINGERPRINT), Class(names::WITH_APP)]),
        ("catalogue/index.html", &[Id(names::SEARCH_ID), Attribute("aria-keyshortcuts")]),
        ("catalogue/index.html", &[Class(names::WITHOUT_APP), Class(names::CAUSE)]),
        ("a-propos/index.html", &[Attribute(names::TEXT_PAGE)]),
        ("selection/index.html", &[Attribute(names::FROM_DEVICE), Attribute(names::MODULE)]),
        ("proposer/index.html", &[Attribute(names::FROM_DEVICE)]),
        ("embed/index.html", &[Attribute(names::FRAMED)]),
        ("404.html", &[Attribute(names::LATER_HREF)]),
    ] {
        let html = site.read(page);
        for mark in marks {
            let (Id(name) | Class(name) | Attribute(name)) = mark;
            assert!(mark.is_in(&html), "{page} has no {name}");
        }
    }
    // The app of the tests has less than ours.
    let ours = fs::read_to_string(repository().join("index.html")).expect("there is a page");
    for id in [names::APP_ID, names::DATA_ID, names::FAILURE_ID, names::LACK_ID, names::NEWS_ID] {
        assert!(Id(id).is_in(&ours), "index.html has no {id}");
    }
    assert!(!Id("rien").is_in(&ours) && !Attribute("rien").is_in(&ours));
}
