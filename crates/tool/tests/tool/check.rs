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
        ("entries", with_one("\"entries\": [\n  {", "\"fiches\": [\n  {").into_bytes(), Some("«\u{a0}entries\u{a0}»")),
        ("syntax", b"{\n \"format\": 1,,\n}".to_vec(), Some("catalogue.json:2:14")),
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
fn warnings_are_told_and_stop_nothing() {
    for (name, from, to, at, expected) in [
        ("windows", "\"grist\"", "\"con\"", "\"id\": \"con\"", "Windows ne peut pas écrire"),
        (
            "markdown",
            "Une carte du monde",
            "Une **carte** du monde",
            "**carte**",
            "«\u{a0}**carte**\u{a0}» est du Markdown",
        ),
        (
            "licence",
            "{\"id\": \"AGPL-3.0-only\", \"of\"",
            "{\"id\": \"AGPL-3.0\", \"of\"",
            "\"AGPL-3.0\"",
            "Vouliez-vous écrire «\u{a0}AGPL-3.0-only\u{a0}»",
        ),
    ] {
        let site = Site::new(name);
        let data = if name == "windows" { real_data().replace(from, to) } else { with_one(from, to) };
        let line = data.lines().position(|line| line.contains(at)).expect("it was replaced") + 1;
        let file = site.write("catalogue.json", &data);
        let (check, build) = (site.check(&file), site.build(&data, &[]));
        assert!(check.status.success() && build.status.success(), "{name}: {check:?} {build:?}");
        let check = String::from_utf8_lossy(&check.stdout).into_owned();
        assert!(check.contains("aucune écartée, aucun problème, 1\u{a0}avertissement"), "{name}: {check}");
        for said in [check, String::from_utf8_lossy(&build.stderr).into_owned()] {
            let told = said.lines().find(|told| told.contains(expected)).unwrap_or_else(|| panic!("{name}: {said}"));
            assert!(told.contains("avertissement") && said.contains(&format!(":{line}:")), "{said}");
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
    assert!(said.contains(&format!("{}:{line}:", file.display())), "{said}");
    assert!(said.contains("^^^^^^^^^^^ «\u{a0}geographie\u{a0}»"), "what is wrong is underlined: {said}");
    assert!(said.contains("attention\u{a0}: ") && said.contains("chemin\u{a0}: entries["), "{said}");
    let file = site.write("nos fiches.json", "{");
    let said = String::from_utf8_lossy(&site.check(&file).stderr).into_owned();
    assert!(said.contains("Le fichier s’arrête avant sa fin") && said.contains("nos fiches.json:1:1"), "{said}");
}

#[test]
fn problems_come_as_one_meets_them_in_the_file() {
    let site = Site::new("ordered");
    let entry = r#"{"id": "a", "kind": "commun", "name": "A",
        "themes": ["eau"],
        "inconnue": 1}"#;
    let data =
        format!("{{\"format\": 1,\n\"site\": {{\"title\": \"A\",\n\"updated\": \"hier\"}},\n\"entries\": [{entry}]}}");
    let file = site.write("catalogue.json", data);
    let output = tool(&["check", file.to_str().unwrap(), "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let problems = json["problems"].as_array().expect("there are some");
    assert_eq!(problems.iter().map(|problem| problem["line"].as_u64().unwrap()).collect::<Vec<_>>(), [3, 5, 6]);
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
        &[
            "bus",
            "mobilte",
            "mobilite",
            "unknown-term.json:",
            "entries[1].themes[0]",
            "2\u{a0}fiches lues, aucune écartée, 1\u{a0}problème",
        ],
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
    check("tests/fixtures/faults/not-json.json", false, &["not-json.json:1:1"]);
    check("tests/fixtures/faults/not-an-object.json", false, &["Il faut un objet"]);
    check("tests/fixtures/absent.json", false, &["tests/fixtures/absent.json\u{a0}: le fichier ne peut pas être lu"]);
}

#[test]
fn the_tool_tells_how_to_use_it() {
    assert_eq!(String::from_utf8_lossy(&tool(&["schema"]).stdout), catalogue::schema());
    assert!(tool(&["help"]).status.success());
    let alone = String::from_utf8_lossy(&tool(&[]).stderr).into_owned();
    assert!(alone.lines().count() < 8 && alone.contains("communs new mon-catalogue "), "{alone}");
    for arguments in [&[][..], &["check"], &["chek", "a"], &["schema", "a"]] {
        let output = tool(arguments);
        assert!(!output.status.success() && output.stdout.is_empty(), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("Emploi\u{a0}:\n  communs "), "{arguments:?}");
    }
}

#[test]
fn a_missing_comma_is_told_where_it_is_missing() {
    let site = Site::new("comma");
    let data = with_one("\"kind\": \"commun\",", "\"kind\": \"commun\"");
    let line = data.lines().position(|line| line.ends_with("\"kind\": \"commun\"")).expect("it lost its comma") + 1;
    let column = data.lines().nth(line - 1).expect("it is there").chars().count() + 1;
    let output = site.check(&site.write("catalogue.json", &data));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains(&format!("catalogue.json:{line}:{column}")), "{said}");
    assert!(said.contains("Il manque une virgule ici"), "{said}");
    assert_eq!(output.status.code(), Some(2), "nothing could be read");
}

#[test]
fn the_exit_code_says_what_happened() {
    let site = Site::new("codes");
    let sound = site.write("sound.json", real_data());
    let wrong = site.write("wrong.json", with_one("\"themes\": [\"geographie\"", "\"themes\": [\"geografie\""));
    let twin = site.write("twin.json", with_one("\"id\": \"grist\"", "\"id\": \"grist\", \"summary\": \"\""));
    for (arguments, code) in [
        (&["check", sound.to_str().unwrap()][..], 0),
        (&["check", wrong.to_str().unwrap()], 1),
        (&["check", twin.to_str().unwrap(), "--strict"], 1),
        (&["check", "absent.json"], 2),
        (&["check", sound.to_str().unwrap(), "--format", "xml"], 2),
        (&["check"], 2),
    ] {
        assert_eq!(tool(arguments).status.code(), Some(code), "{arguments:?}");
    }
}

#[test]
fn programs_read_the_same_problems() {
    let site = Site::new("formats");
    let data = with_one("\"themes\": [\"geographie\"", "\"themes\": [\"geografie\"");
    let (line, text) = data.lines().enumerate().find(|(_, line)| line.contains("geografie")).expect("it was replaced");
    let column = text.split("\"geografie").next().expect("it is there").chars().count() + 1;
    let file = site.write("nos fiches.json", &data);
    let read = |format: &str| -> serde_json::Value {
        let output = tool(&["check", file.to_str().unwrap(), "--format", format]);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        serde_json::from_slice(&output.stdout).expect("it is JSON")
    };
    let json = read("json");
    let problem = &json["problems"][0];
    assert_eq!((problem["line"].as_u64(), problem["column"].as_u64()), (Some(line as u64 + 1), Some(column as u64)));
    assert_eq!(
        (problem["end_column"].as_u64(), problem["near"].as_str()),
        (Some(column as u64 + 11), Some("geographie"))
    );
    assert_eq!((problem["rule"].as_str(), json["entries"].as_u64()), (Some("unknown-term"), Some(real_count() as u64)));

    let sarif = read("sarif");
    let run = &sarif["runs"][0];
    assert_eq!(sarif["version"], "2.1.0");
    assert_eq!(run["tool"]["driver"]["rules"][0]["id"], run["results"][0]["ruleId"]);
    let place = &run["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["region"]["startLine"], line + 1);
    assert!(place["artifactLocation"]["uri"].as_str().unwrap().ends_with("nos%20fiches.json"));

    let gitlab = read("gitlab");
    assert_eq!(gitlab[0]["location"]["lines"]["begin"], line + 1);
    let fingerprint = gitlab[0]["fingerprint"].clone();
    site.write("nos fiches.json", data.replacen("{", "{\n\n", 1));
    assert_eq!(read("gitlab")[0]["fingerprint"], fingerprint, "the same problem elsewhere is the same");

    site.write("nos fiches.json", "{\"format\": 1 \"site\": {}}");
    let output = tool(&["check", file.to_str().unwrap(), "--format", "gitlab"]);
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!((output.status.code(), told[0]["check_name"].as_str()), (Some(2), Some("syntax")));
}

#[test]
fn what_is_filled_is_counted() {
    let output = tool(&["check", "tests/fixtures/small.json", "--completeness"]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let row = said.lines().find(|line| line.starts_with("name ")).expect("names are counted");
    assert!(row.contains("100\u{a0}%"), "{said}");
}
