//! `communs build`, as a host runs it: from an app and data to a whole site, or to nothing.

mod check;
mod docs;
mod files;
mod identity;
mod import;
mod links;
mod live;
mod names;
mod pages;
mod places;
mod search;
mod start;
mod support;

use std::fs;

use support::{Site, real_data, tree};

#[test]
fn a_site_is_written_whole() {
    let site = Site::new("whole");
    let output = site.build(&real_data(), &[]);
    assert!(output.status.success(), "{output:?}");
    for file in [
        "index.html",
        "catalogue/index.html",
        "fiches/2/index.html",
        "communs/grist/index.html",
        "embed/index.html",
        "embed/communs/grist/index.html",
        "404.html",
        "sw.js",
    ] {
        assert!(site.out.join(file).is_file(), "{file}");
    }
    assert!(site.data() == tree(&real_data()), "the data is there, in two files");
    assert!(!site.read("catalogue.json").contains("\"sources\""));
    assert!(
        site.read("comparer/index.html").contains(" data-detailed")
            && !site.read("index.html").contains(" data-detailed")
    );
}

#[test]
fn data_with_problems_change_nothing() {
    let site = Site::new("problems");
    assert!(site.build(&real_data(), &[]).status.success());
    let before = fs::read_to_string(site.out.join("index.html")).unwrap();
    let broken = real_data().replacen("\"kind\": \"commun\"", "\"kind\": \"commum\"", 2);
    let output = site.build(&broken, &[]);
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(said.matches("commum").count(), 2, "each problem is told: {said}");
    assert!(said.contains("--keep-going"), "{said}");
    assert_eq!(fs::read_to_string(site.out.join("index.html")).unwrap(), before, "the former site stays");

    let output = site.build(&broken, &["--keep-going"]);
    assert!(output.status.success(), "{output:?}");
    let entry_pages = fs::read_dir(site.out.join("communs")).unwrap().count();
    assert!(site.build(&real_data(), &[]).status.success());
    assert_eq!(
        fs::read_dir(site.out.join("communs")).unwrap().count(),
        entry_pages + 2,
        "the invalid entries are left out"
    );
}

#[test]
fn what_is_no_json_is_told_with_its_place() {
    let site = Site::new("json");
    let output = site.build("{\n \"format\": 1,,\n}", &["--keep-going"]);
    assert!(!output.status.success() && !site.out.exists());
    assert!(String::from_utf8_lossy(&output.stderr).contains("catalogue.json:2:14"), "{output:?}");
}

#[test]
fn a_byte_order_mark_changes_nothing() {
    let site = Site::new("mark");
    assert!(site.build(&real_data(), &[]).status.success());
    let (page, data) = (site.read("index.html"), site.read("catalogue.json"));
    assert!(site.build(&format!("\u{feff}{}", real_data()), &[]).status.success());
    assert!(site.read("catalogue.json") == data);
    assert!(site.read("index.html") == page, "the fingerprint is that of the text that browsers read");
}

#[test]
fn an_app_of_another_kind_is_refused() {
    for (file, content, told) in [
        ("index.html", Some("<!doctype html><title>x</title>"), "rien dans index.html"),
        ("communs-0123456789abcdef_bg.wasm", None, "n’a pas de fichier communs-…_bg.wasm"),
    ] {
        let site = Site::new("app");
        match content {
            Some(content) => fs::write(site.app.join(file), content).unwrap(),
            None => fs::remove_file(site.app.join(file)).unwrap(),
        }
        let output = site.build(&real_data(), &[]);
        assert!(!output.status.success());
        assert!(String::from_utf8_lossy(&output.stderr).contains(told), "{output:?}");
    }
}

#[test]
fn options_are_checked() {
    let site = Site::new("options");
    for (options, told) in [
        (&["--couleur"][..], "--couleur"),
        (&["--url"], "sa valeur"),
        (&["--url", "exemple.fr"], "elle commence par http"),
        (&["--url", "https://exemple.fr/mon site"], "ni espace"),
    ] {
        let output = site.build(&real_data(), options);
        assert!(!output.status.success());
        assert!(String::from_utf8_lossy(&output.stderr).contains(told), "{options:?}: {output:?}");
    }
}
