//! The forms that the files of a catalogue may have: one file in JSON or YAML, a folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::support::{Site, real_count, real_data, tree};

fn tool(arguments: &[&Path]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_communs")).args(arguments).output().expect("the tool runs")
}

fn run(arguments: &[&Path]) -> String {
    let output = tool(arguments);
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_catalogue_goes_to_a_folder_and_back() {
    let site = Site::new("split");
    let file = site.write("catalogue.json", real_data());
    let home = file.parent().unwrap();
    let (folder, json, yaml) = (home.join("dossier"), home.join("retour.json"), home.join("retour.yml"));
    run(&["split".as_ref(), &file, &folder]);
    assert!(fs::read_to_string(folder.join("entries/grist.yml")).unwrap().starts_with("id: grist\n"));
    assert_eq!(fs::read_dir(folder.join("entries")).unwrap().count(), real_count());
    assert!(run(&["check".as_ref(), &folder]).contains("aucun problème"));
    run(&["join".as_ref(), &folder, &json]);
    run(&["join".as_ref(), &json, &yaml]);
    assert!(run(&["check".as_ref(), &yaml]).contains("aucun problème"));
    fs::remove_file(&json).unwrap();
    run(&["join".as_ref(), &yaml, &json]);
    assert_eq!(tree(&fs::read_to_string(&json).unwrap()), tree(&real_data()), "nothing is lost, nor its order");

    let output = tool(&["split".as_ref(), &file, &folder]);
    assert_eq!(output.status.code(), Some(2), "what is there stays: {output:?}");
    assert_eq!(tool(&["join".as_ref(), &folder, &json]).status.code(), Some(2));

    for (arguments, told) in [
        (["check".as_ref(), home], format!("donnez-le\u{a0}: {}", file.display())),
        (["fmt".as_ref(), home], format!("donnez-le\u{a0}: {}", file.display())),
        (["check".as_ref(), &folder.join("entries")], "ce dossier n’a pas de fichier site.yml".to_owned()),
    ] {
        let said = String::from_utf8_lossy(&tool(&arguments).stderr).into_owned();
        assert!(said.contains(&told), "{arguments:?}: {said}");
    }
    let output = tool(&["split".as_ref(), &file, &json]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(2) && said.contains("n’en est pas un"), "a file is no folder: {said}");
}

#[test]
fn a_folder_is_built_like_a_file() {
    let site = Site::new("folder");
    let file = site.write("catalogue.json", real_data());
    let folder = file.with_file_name("dossier");
    run(&["split".as_ref(), &file, &folder]);
    let output = site.build_from(&folder, &[]);
    assert!(output.status.success(), "{output:?}");
    assert!(site.read("communs/grist/index.html").contains("Grist"));
    assert!(site.data() == tree(&real_data()));

    // A problem is told in the file of its entry.
    let entry = folder.join("entries/grist.yml");
    let text = fs::read_to_string(&entry).unwrap().replacen("kind: commun", "kind: commum", 1);
    fs::write(&entry, &text).unwrap();
    let output = site.build_from(&folder, &[]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.contains("entries/grist.yml:2:7"), "{said}");
    fs::write(&entry, text.replacen("kind: commum", "kind: commun\n\tname: x", 1)).unwrap();
    let said = String::from_utf8_lossy(&site.build_from(&folder, &[]).stderr).into_owned();
    assert!(said.contains("entries/grist.yml:3:") && said.contains("tabulation"), "{said}");
}

/// The small catalogue as a folder, and the file of one of its entries.
fn small_folder(site: &Site) -> (PathBuf, PathBuf) {
    let file = site.write("small.json", include_bytes!("../../../../tests/fixtures/small.json"));
    let folder = file.with_file_name("dossier");
    run(&["split".as_ref(), &file, &folder]);
    let entry = folder.join("entries/atelier-velo.yml");
    (folder, entry)
}

#[test]
fn a_file_that_cannot_be_read_costs_its_entry_alone() {
    let utf16: Vec<u8> = "id: atelier-velo\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (bytes, told) in [
        (&b"id: atelier-velo\nname: ["[..], "atelier-velo.yml:2:"),
        (&[b"\xfe\xff".as_slice(), &utf16].concat(), "UTF-16"),
        (b"", "atelier-velo"),
        (b"- id: atelier-velo\n", "atelier-velo.yml:1:"),
    ] {
        let site = Site::new("one-of-a-folder");
        let (folder, entry) = small_folder(&site);
        fs::write(&entry, bytes).unwrap();
        let check = site.check(&folder);
        let said = String::from_utf8_lossy(&check.stdout).into_owned();
        assert!(check.status.code() == Some(1) && said.contains(told), "{bytes:?}: {check:?}");
        assert!(said.contains("2\u{a0}fiches lues, 1\u{a0}écartée, "), "{said}");
        let build = site.build_from(&folder, &[]);
        assert!(!build.status.success() && String::from_utf8_lossy(&build.stderr).contains(told), "{build:?}");
        let build = site.build_from(&folder, &["--keep-going"]);
        assert!(build.status.success(), "{build:?}");
        assert!(site.read("communs/jardins-partages/index.html").contains("Jardins"));
        assert!(!site.out.join("communs/atelier-velo").exists());
    }
}

#[test]
fn what_would_lose_an_entry_that_cannot_be_read_is_refused() {
    let site = Site::new("unread");
    let (folder, entry) = small_folder(&site);
    let (other, file) = (folder.with_file_name("autre"), folder.with_file_name("autre.json"));
    let untidy = "id:   jardins-partages\nkind: commun\nname: Jardins\n";
    fs::write(folder.join("entries/jardins-partages.yml"), untidy).unwrap();
    fs::write(&entry, "id: [").unwrap();
    for arguments in [
        ["split".as_ref(), folder.as_path(), &other],
        ["join".as_ref(), &folder, &file],
        ["diff".as_ref(), &folder, &folder],
        ["links".as_ref(), "--write".as_ref(), &folder],
        ["fmt".as_ref(), "--check".as_ref(), &folder],
        ["fmt".as_ref(), "--quiet".as_ref(), &folder],
    ] {
        let output = tool(&arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(2) && said.contains("atelier-velo.yml:1:"), "{arguments:?}: {output:?}");
    }
    let search = tool(&["search".as_ref(), folder.as_path(), "jardins".as_ref()]);
    assert!(search.status.success() && String::from_utf8_lossy(&search.stderr).contains("atelier-velo.yml:1:"));
    assert!(!other.exists() && !file.exists() && fs::read_to_string(&entry).unwrap() == "id: [");
    let tidy = fs::read_to_string(folder.join("entries/jardins-partages.yml")).unwrap();
    assert_eq!(tidy, untidy.replace("   ", " "), "the others are laid out");
}

#[cfg(unix)]
#[test]
fn a_link_to_nothing_is_told() {
    let site = Site::new("dangling");
    let (folder, entry) = small_folder(&site);
    fs::remove_file(&entry).unwrap();
    std::os::unix::fs::symlink("absent.yml", &entry).unwrap();
    let said = String::from_utf8_lossy(&site.check(&folder).stdout).into_owned();
    assert!(said.contains("Ce fichier ne peut pas être lu") && said.contains("atelier-velo.yml"), "{said}");
    assert!(said.contains("2\u{a0}fiches lues, 1\u{a0}écartée, 1\u{a0}problème"), "{said}");
    let said = String::from_utf8_lossy(&tool(&["fmt".as_ref(), &folder]).stderr).into_owned();
    assert!(said.contains("atelier-velo.yml"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_that_it_is_in_gives_nothing_twice() {
    let site = Site::new("loop");
    let (folder, _) = small_folder(&site);
    std::os::unix::fs::symlink(".", folder.join("entries/boucle")).unwrap();
    let check = site.check(&folder);
    assert!(check.status.success(), "{check:?}");
}

#[test]
fn a_folder_without_entries_has_none_yet() {
    let site = Site::new("no-entries");
    let (folder, _) = small_folder(&site);
    fs::remove_dir_all(folder.join("entries")).unwrap();
    let said = String::from_utf8_lossy(&site.check(&folder).stdout).into_owned();
    assert!(said.contains("site.yml") && said.contains("aucune fiche lue, aucune écartée"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_read_costs_its_entries_alone() {
    use std::os::unix::fs::PermissionsExt;
    let site = Site::new("closed");
    let (folder, _) = small_folder(&site);
    let closed = folder.join("entries/clos");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o0)).unwrap();
    // Nothing is closed to who rules the machine.
    if fs::read_dir(&closed).is_err() {
        let said = String::from_utf8_lossy(&site.check(&folder).stdout).into_owned();
        assert!(said.contains("Les fiches de ce dossier ne sont pas affichées."), "{said}");
        assert!(said.contains("entries/clos:1:1"), "{said}");
        assert_eq!(tool(&["fmt".as_ref(), &folder]).status.code(), Some(2));
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).unwrap();
    }
    // One that leads to a disk that is not there holds entries, which are not to be taken for gone.
    fs::remove_dir_all(folder.join("entries")).unwrap();
    std::os::unix::fs::symlink("/nulle/part", folder.join("entries")).unwrap();
    let checked = site.check(&folder);
    let said = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert!(said.contains("Les fiches de ce dossier ne sont pas affichées.") && said.contains("entries:1:1"), "{said}");
    assert_eq!(checked.status.code(), Some(1), "{said}");
}

#[test]
fn letters_lost_in_one_file_keep_nothing_else_from_being_written() {
    let site = Site::new("lost-in-one");
    let (folder, entry) = small_folder(&site);
    let lost = [fs::read(&entry).unwrap(), b"place:   \"Orl\xe9ans\"\n".to_vec()].concat();
    fs::write(&entry, &lost).unwrap();
    fs::write(folder.join("entries/b.yml"), b"kind: commun\nname: Caf\xe9\n").unwrap();
    let said = String::from_utf8_lossy(&site.check(&folder).stdout).into_owned();
    assert!(said.contains("atelier-velo.yml:") && said.contains("b.yml:2:10"), "each file is told: {said}");
    let table = site.write("liste.csv", "Nom;Site web\r\nGrist;https://grist.example\r\n");
    let import = ["import".as_ref(), table.as_path(), "--into".as_ref(), &folder];
    for arguments in [&[&import[..], &["--dry-run".as_ref()]].concat()[..], &import] {
        assert!(run(arguments).contains("1\u{a0}nouvelle"));
    }
    assert!(folder.join("entries/grist.yml").is_file());
    let output = tool(&["fmt".as_ref(), &folder]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(2) && said.contains("ne sont pas en UTF-8"), "{said}");
    assert_eq!(fs::read(&entry).unwrap(), lost);
}

#[test]
fn words_of_yaml_stay_what_they_are() {
    let site = Site::new("words");
    let file = site.write(
        "catalogue.yml",
        "format: 1\nsite: {title: A}\nentries:\n  - id: a\n    kind: commun\n    name: non\n    initiated: non\n    version: 1.10\n    checked: 2026-11-27\n    order: 3\n",
    );
    assert!(run(&["check".as_ref(), &file]).contains("aucun problème"));
    let json = file.with_file_name("a.json");
    run(&["join".as_ref(), &file, &json]);
    let entry = &tree(&fs::read_to_string(&json).unwrap())["entries"][0];
    assert_eq!(
        (&entry["name"], &entry["initiated"], &entry["version"], &entry["checked"], &entry["order"]),
        (&"non".into(), &"non".into(), &"1.10".into(), &"2026-11-27".into(), &3.into())
    );
}

#[test]
fn files_are_laid_out_and_say_the_same() {
    let site = Site::new("fmt");
    let json = site.write("catalogue.json", real_data());
    let yaml = site.write("site.yml", "# à garder\nformat:   1\nsite: { title: A }   # là\n");
    assert_eq!(tool(&["fmt".as_ref(), "--check".as_ref(), &json, &yaml]).status.code(), Some(1));
    assert_eq!(fs::read_to_string(&json).unwrap(), real_data(), "--check writes nothing");
    run(&["fmt".as_ref(), &json, &yaml]);
    assert_eq!(tree(&fs::read_to_string(&json).unwrap()), tree(&real_data()));
    assert_eq!(fs::read_to_string(&yaml).unwrap(), "# à garder\nformat: 1\nsite: { title: A } # là\n");
    assert!(run(&["fmt".as_ref(), "--check".as_ref(), &json, &yaml]).contains("0 sur 2"));

    let lost = site.write("perdu.json", b"{\"a\":   \"\xe9\"}");
    assert!(!tool(&["fmt".as_ref(), &lost]).status.success(), "letters that were lost are not written for good");
    assert_eq!(fs::read(&lost).unwrap(), b"{\"a\":   \"\xe9\"}");
}

#[test]
fn what_changed_is_told() {
    let site = Site::new("diff");
    let old = site.write("old.json", real_data());
    let new = site.write("new.json", real_data().replacen("\"id\": \"grist\"", "\"id\": \"grist-neuf\"", 1));
    let said = run(&["diff".as_ref(), &old, &new]);
    assert!(said.contains("(grist-neuf, commun)") && said.contains("fiche retirée"), "{said}");
    let draft = &said[said.find("\n[").expect("there is a draft")..];
    let draft = tree(draft);
    assert_eq!((&draft[0]["nature"], &draft[0]["entries"][0]), (&"nouveau".into(), &"grist-neuf".into()));
    assert_eq!(run(&["diff".as_ref(), &old, &old]), "Rien n’a changé.\n");
}

#[test]
fn what_changed_is_told_by_the_kinds_of_the_catalogue() {
    let site = Site::new("diff-kinds");
    let whole = include_str!("../../../../tests/fixtures/kinds.json");
    let mut less = tree(whole);
    let of_kind = |kind: &'static str| move |entry: &serde_json::Value| entry["kind"] == kind;
    less["entries"].as_array_mut().expect("it is a list").retain(|entry| !of_kind("jeu-de-donnees")(entry));
    less["kinds"].as_array_mut().expect("it is a list").retain(|kind| kind["id"] != "jeu-de-donnees");
    less["entries"][1]["summary"] = "Reconnaît les plantes.".into();
    let (whole, less) = (site.write("whole.json", whole), site.write("less.json", less.to_string()));
    for (old, new) in [(&whole, &less), (&less, &whole)] {
        let said = run(&["diff".as_ref(), old, new]);
        assert!(said.contains("Débits (debits, jeu de données)"), "{said}");
        assert!(said.contains("Herbier (herbier, logiciel)"), "{said}");
    }
}

#[test]
fn the_catalogue_is_not_written_over() {
    let site = Site::new("over");
    let text = r#"{"format": 1, "site": {"title": "A"}, "entries": [{"id": "a", "kind": "commun", "name": "A"}]}"#;
    let file = site.write("catalogue.json", text);
    let beside = file.with_file_name("./catalogue.json");
    for arguments in [
        vec!["export".as_ref(), file.as_path(), "--to".as_ref(), "csv".as_ref(), "--out".as_ref(), &file],
        vec!["export".as_ref(), file.as_path(), "--to".as_ref(), "xlsx".as_ref(), "--out".as_ref(), &beside],
    ] {
        let output = tool(&arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && said.contains("c’est un fichier du catalogue lui-même"), "{said}");
        assert_eq!(fs::read_to_string(&file).unwrap(), text);
    }
}

#[test]
fn a_table_is_no_catalogue() {
    let site = Site::new("table");
    let (folder, _) = small_folder(&site);
    let (table, book) = (site.write("liste.csv", "Nom\r\nGrist\r\n"), folder.with_file_name("liste.xlsx"));
    for arguments in [
        ["check".as_ref(), table.as_path()].as_slice(),
        &["fmt".as_ref(), &table],
        &["serve".as_ref(), "--app".as_ref(), &site.app, "--data".as_ref(), &table],
        &["join".as_ref(), &folder, &book],
        &["import".as_ref(), &table, "--out".as_ref(), &book],
    ] {
        let output = tool(arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && said.contains("pas un tableau"), "{arguments:?}: {output:?}");
    }
    let site_file = folder.join("site.yml");
    let before = fs::read_to_string(&site_file).unwrap();
    let output = tool(&["join".as_ref(), &folder, &site_file, "--force".as_ref()]);
    assert!(!output.status.success() && fs::read_to_string(&site_file).unwrap() == before, "{output:?}");
    assert!(!book.exists());
}

#[test]
fn letters_that_are_lost_already_are_not_written() {
    let site = Site::new("lost");
    let file = site.write("catalogue.json", "");
    let text =
        r#"{"format": 1, "site": {"title": "A"}, "entries": [{"id": "velo", "kind": "commun", "name": "V@lo"}]}"#;
    fs::write(&file, text.bytes().map(|byte| if byte == b'@' { 0xe9 } else { byte }).collect::<Vec<u8>>()).unwrap();
    let (folder, other) = (file.with_file_name("dossier"), file.with_file_name("autre.json"));
    for arguments in [["split".as_ref(), file.as_path(), &folder], ["join".as_ref(), file.as_path(), &other]] {
        let output = tool(&arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(2) && said.contains("ne sont pas en UTF-8"), "{said}");
    }
    assert!(!folder.exists() && !other.exists());
}

#[test]
fn ids_that_are_numbers_are_ids() {
    let site = Site::new("numbers");
    let entry = |id: usize, name: &str| format!(r#"{{"id": {id}, "kind": "commun", "name": "{name}"}}"#);
    let text = |entries: &[String]| {
        format!(r#"{{"format": 1, "site": {{"title": "A"}}, "entries": [{}]}}"#, entries.join(", "))
    };
    let before = site.write("avant.json", text(&[entry(1, "Un"), entry(2, "Deux"), entry(3, "Trois")]));
    let after = site.write("apres.json", text(&[entry(1, "Un bis"), entry(2, "Deux")]));
    let told = run(&["diff".as_ref(), &before, &after]);
    assert!(told.contains("1\u{a0}fiche retirée") && told.contains("Trois (3") && told.contains("Un bis (1"), "{told}");
    assert!(!told.contains("ajoutée") && !told.contains("Deux"), "{told}");
    let (folder, back) = (before.with_file_name("dossier"), before.with_file_name("retour.json"));
    run(&["split".as_ref(), &before, &folder]);
    assert!(fs::read_to_string(folder.join("entries/2.yml")).unwrap().contains("Deux"));
    run(&["join".as_ref(), &folder, &back]);
    assert_eq!(tree(&fs::read_to_string(&back).unwrap()), tree(&fs::read_to_string(&before).unwrap()));
}
