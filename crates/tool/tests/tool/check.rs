//! `communs check`, as the people who write the data run it.

use std::process::{Command, Output};

use crate::support::{Site, all, real_count, real_data};

/// Data with one problem, which a build tells and leaves aside when asked to.
fn with_one(from: &str, to: &str) -> String {
    let spoiled = real_data().replacen(from, to, 1);
    assert_ne!(spoiled, real_data(), "{from} is in the data");
    spoiled
}

#[test]
fn a_check_fails_whenever_a_build_would() {
    let windows: Vec<u8> = real_data().chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(0x92)).collect();
    let utf16: Vec<u8> = real_data().encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, data, expected) in [
        ("sound", real_data().into_bytes(), None),
        ("mark", format!("\u{feff}{}", real_data().replace('\n', "\r\n")).into_bytes(), None),
        (
            "term",
            with_one("\"themes\": [\"geographie\"", "\"themes\": [\"geografie\"").into_bytes(),
            Some("geographie"),
        ),
        ("reserved", with_one("\"id\": \"grist\"", "\"id\": \"con\"").into_bytes(), Some("Windows")),
        ("entries", with_one("\"entries\": [\n  {", "\"fiches\": [\n  {").into_bytes(), Some("«\u{a0}entries\u{a0}»")),
        ("syntax", b"{\n \"format\": 1,,\n}".to_vec(), Some("ligne 2, colonne 14")),
        ("list", b"[]".to_vec(), Some("accolade")),
        ("windows-1252", windows, Some("Windows-1252")),
        ("utf-16", utf16, Some("UTF-16")),
    ] {
        let site = Site::new(name);
        let file = site.write("catalogue.json", &data);
        let check = site.check(&file);
        let build = site.build(&data, &[]);
        assert_eq!(check.status.success(), build.status.success(), "{name}: {check:?} {build:?}");
        assert_eq!(check.status.success(), expected.is_none(), "{name}: {check:?}");
        if let Some(expected) = expected {
            for (command, said) in [("check", [check.stdout, check.stderr].concat()), ("build", build.stderr)] {
                let said = String::from_utf8_lossy(&said).into_owned();
                assert!(said.contains(expected), "{command} {name}: {expected}: {said}");
            }
        }
    }
}

#[test]
fn problems_name_the_file_the_line_and_the_column() {
    let site = Site::new("named");
    let data = with_one("\"themes\": [\"geographie\"", "\"themes\": [\"geografie\"");
    let line = data.lines().position(|line| line.contains("geografie")).expect("it was replaced") + 1;
    let file = site.write("nos fiches.json", &data);
    let said = String::from_utf8_lossy(&site.check(&file).stdout).into_owned();
    assert!(said.starts_with(&format!("{}:{line}:", file.display())), "{said}");
    let file = site.write("nos fiches.json", "{");
    let said = String::from_utf8_lossy(&site.check(&file).stderr).into_owned();
    assert!(said.contains(&format!("Le fichier {} s’arrête avant sa fin", file.display())), "{said}");
}

#[test]
fn problems_kept_from_visitors_are_told_all_the_same() {
    let site = Site::new("hidden");
    let data = with_one("\"site\": {", "\"site\": { \"show_problems\": false, \"titel\": \"A\",");
    let check = site.check(&site.write("catalogue.json", &data));
    assert!(!check.status.success() && String::from_utf8_lossy(&check.stdout).contains("titel"), "{check:?}");
    assert!(site.build(&data, &["--keep-going"]).status.success());
    assert!(all(&site.page(""), "#diagnostics-title").is_empty(), "visitors read nothing of it");
}

#[test]
fn an_id_too_long_for_a_folder_costs_its_page_only() {
    let site = Site::new("long");
    let long = "x".repeat(256);
    let data = with_one("\"id\": \"grist\"", &format!("\"id\": \"{long}\""));
    let output = site.build(&data, &["--keep-going", "--url", "https://communs.example"]);
    assert!(output.status.success(), "{output:?}");
    assert!(site.read("communs/terristory/index.html").contains("TerriSTORY"));
    assert!(!site.read("sitemap.xml").contains(&long));
    assert!(site.read("catalogue.json").contains(&long), "the app shows it");
}

/// Runs the tool from the top of the repository.
fn tool(arguments: &[&str]) -> Output {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    Command::new(env!("CARGO_BIN_EXE_communs")).current_dir(root).args(arguments).output().expect("the tool starts")
}

/// Fails unless the tool ends so and says each of these, in this order.
fn check(file: &str, success: bool, said: &[&str]) {
    let output = tool(&["check", file]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.success(), success, "{file}: {text}");
    let mut rest = text.as_str();
    for part in said {
        let place = rest.find(part).unwrap_or_else(|| panic!("{file}: {part:?} is not in {rest:?}"));
        rest = &rest[place + part.len()..];
    }
}

#[test]
fn the_tool_says_what_is_wrong() {
    check(
        "public/catalogue.json",
        true,
        &[&format!("{}\u{a0}fiches lues, aucune écartée, aucun problème", real_count())],
    );
    check("tests/fixtures/small.json", true, &["3\u{a0}fiches lues, aucune écartée, aucun problème"]);
    check(
        "tests/fixtures/faults/unknown-term.json",
        false,
        &["entries[1].themes[0]", "bus", "mobilte", "mobilite", "2\u{a0}fiches lues, aucune écartée, 1\u{a0}problème"],
    );
    check(
        "tests/fixtures/faults/missing-name.json",
        false,
        &["entries[1].name", "1\u{a0}fiche lue, 1\u{a0}écartée, 1\u{a0}problème"],
    );
    check(
        "tests/fixtures/faults/wrong-type.json",
        false,
        &["entries[1].order", "2\u{a0}fiches lues, aucune écartée, 1\u{a0}problème"],
    );
    check("tests/fixtures/faults/truncated.json", false, &["s’arrête avant sa fin"]);
    check("tests/fixtures/faults/not-json.json", false, &["n’est pas du JSON"]);
    check("tests/fixtures/faults/not-an-object.json", false, &["au lieu d’un objet"]);
    check("tests/fixtures/absent.json", false, &["tests/fixtures/absent.json\u{a0}: le fichier ne peut pas être lu"]);
}

#[test]
fn the_tool_tells_how_to_use_it() {
    assert_eq!(String::from_utf8_lossy(&tool(&["schema"]).stdout), catalogue::schema());
    assert!(tool(&["help"]).status.success());
    for arguments in [&[][..], &["check"], &["chek", "a"], &["schema", "a"]] {
        let output = tool(arguments);
        assert!(!output.status.success() && output.stdout.is_empty(), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("Emploi\u{a0}:\n  communs "), "{arguments:?}");
    }
}
