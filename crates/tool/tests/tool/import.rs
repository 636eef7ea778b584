//! `import` and `export`, as those who keep lists run them.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use crate::support::{Site, real_data};

fn tool(words: &[&dyn AsRef<OsStr>]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_communs")).args(words.iter().map(AsRef::as_ref)).output().expect("the tool runs")
}

fn run(words: &[&dyn AsRef<OsStr>]) -> String {
    let output = tool(words);
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Every file of a folder and its text.
fn texts(folder: &Path) -> Vec<(std::path::PathBuf, String)> {
    let files = fs::read_dir(folder).expect("the test may read").map(|file| file.expect("the test may read").path());
    let mut texts: Vec<_> = files
        .flat_map(|path| {
            if path.is_dir() {
                texts(&path)
            } else {
                vec![(path.clone(), fs::read_to_string(&path).expect("it is text"))]
            }
        })
        .collect();
    texts.sort();
    texts
}

#[test]
fn an_unknown_table_becomes_a_catalogue_that_the_check_accepts() {
    let site = Site::new("import");
    let table =
        site.write("liste.csv", "Nom;Description;Site web\r\nGrist;Un <b>tableur</b>;https://grist.example\r\n");
    for name in ["fait.json", "fait.yml"] {
        let out = table.with_file_name(name);
        run(&[&"import", &table, &"--out", &out, &"--keep"]);
        assert!(table.with_extension("correspondance.json").is_file(), "the mapping is kept");
        assert!(site.check(&out).status.success());
        let said = run(&[&"import", &table, &"--into", &out]);
        assert!(said.contains("aucune nouvelle, aucune changée, 1\u{a0}inchangée,"), "{said}");
        let output = tool(&[&"import", &table, &"--out", &out]);
        assert!(!output.status.success(), "what is there stays");
        assert!(String::from_utf8_lossy(&output.stderr).contains("--force"), "{output:?}");
        run(&[&"import", &table, &"--out", &out, &"--force", &"--quiet"]);
    }
}

#[test]
fn a_published_catalogue_is_made_one_file_first() {
    let site = Site::new("divided");
    let list = r#"{"format": 1, "site": {"title": "T"}, "details": "catalogue.details.json",
        "entries": [{"id": "a", "kind": "commun", "name": "A"}]}"#;
    let details = r#"{"entries": [{"id": "a", "sources": [{"url": "https://a.example"}]}]}"#;
    let file = site.write("catalogue.json", list);
    let other = site.write("catalogue.details.json", details);
    let table = site.write("liste.csv", "Nom;Site web\r\nComm;https://comm.example\r\nCOM1;https://com1.example\r\n");
    let output = tool(&[&"import", &table, &"--into", &file]);
    assert!(!output.status.success() && String::from_utf8_lossy(&output.stderr).contains("communs join"), "{output:?}");
    assert_eq!([file.as_path(), &other].map(|file| fs::read_to_string(file).unwrap()), [list, details]);
    let output = tool(&[&"serve", &"--edit", &"--data", &file, &"--app", &site.app]);
    assert!(!output.status.success() && String::from_utf8_lossy(&output.stderr).contains("communs join"), "{output:?}");

    let one = file.with_file_name("one.json");
    run(&[&"join", &file, &one]);
    run(&[&"import", &table, &"--into", &one]);
    let text = fs::read_to_string(&one).unwrap();
    let ids = ["\"a\"", "\"comm\"", "\"com1-1\""].map(|id| text.contains(&format!("\"id\": {id}")));
    assert!(ids == [true; 3] && text.contains("https://a.example"), "{text}");
}

#[test]
fn a_catalogue_starts_from_a_list() {
    let site = Site::new("new-from");
    let table = site.write("liste.csv", "Nom;Site web\r\nGrist;https://grist.example\r\nTchap;\r\n");
    let folder = table.with_file_name("nos-outils");
    let said = run(&[&"new", &folder, &"--from", &table]);
    assert!(said.contains("2\u{a0}fiches") && said.contains("Nos outils"), "{said}");
    let data = folder.join("catalogue.json");
    assert!(site.check(&data).status.success());
    let text = fs::read_to_string(&data).expect("it is there");
    assert!(text.contains("\"title\": \"Nos outils\"") && text.contains("Ce catalogue") && !text.contains("panoramax"));
    assert!(folder.join("LISEZMOI.md").is_file() && folder.join("catalogue.schema.json").is_file());
    assert!(site.build_from(&data, &[]).status.success());
    assert!(site.read("communs/grist/index.html").contains("Grist"));
    let other = folder.with_file_name("rien");
    assert!(!tool(&[&"new", &other, &"--from", &table.with_file_name("absent.csv")]).status.success());
    assert!(!other.exists(), "nothing is written");
}

#[test]
fn links_that_git_wrote_as_text_are_no_files_of_a_list() {
    let site = Site::new("import-links");
    let folder = site.folder().join("liste");
    fs::create_dir(&folder).expect("the test may write");
    let software = "publiccodeYmlVersion: '0.4'\nname: A\nurl: https://github.com/a/a\nlegal: {license: MIT}\n";
    fs::write(folder.join("publiccode.yml"), software).expect("the test may write");
    fs::write(folder.join("lien.json"), "publiccode.yml").expect("the test may write");
    assert!(run(&[&"import", &folder, &"--out", &folder.with_extension("json")]).contains("1\u{a0}fiche"));
}

#[test]
fn one_faulty_file_among_several_writes_nothing() {
    let site = Site::new("import-faults");
    let good = site.write("bon.csv", "Nom\r\nA\r\n");
    let empty = site.write("vide.csv", "");
    let out = good.with_file_name("fait.json");
    let output = tool(&[&"import", &good, &empty, &"--out", &out]);
    assert!(!output.status.success() && !out.exists(), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("vide.csv"), "{output:?}");
}

#[test]
fn what_cannot_be_read_changes_no_catalogue() {
    let site = Site::new("import-unreadable");
    let good = site.write("bon.csv", "Nom\r\nA\r\n");
    let into = site.write("catalogue.json", real_data());
    for (name, text) in [
        ("coupe.csv", "Nom;Texte\n\"B\";\"jamais fermé\nC;D"),
        ("coupe.xlsx", "PK\u{3}\u{4}"),
        ("coupe.ods", "PK\u{3}\u{4}"),
        ("coupe.json", "[{\"nom\": \"B\""),
        ("coupe.yml", "nom: [B"),
        ("coupe.md", "---\nnom: B\n"),
        ("coupe.ttl", "<https://b.example/> <https://b.example/nom> \"B"),
        (
            "coupe.rdf",
            "<?xml version=\"1.0\"?>\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description>",
        ),
        ("autre.xml", "<?xml version=\"1.0\"?>\n<urlset/>"),
    ] {
        let bad = site.write(name, text);
        let out = good.with_file_name("fait.json");
        for target in [&[&"--out" as &dyn AsRef<OsStr>, &out][..], &[&"--into" as &dyn AsRef<OsStr>, &into]] {
            let words: Vec<&dyn AsRef<OsStr>> =
                [&"import" as &dyn AsRef<OsStr>, &good, &bad].into_iter().chain(target.iter().copied()).collect();
            let output = tool(&words);
            let told = String::from_utf8_lossy(&output.stderr);
            assert!(!output.status.success() && told.contains(name), "{name}: {output:?}");
        }
        assert!(!out.exists() && fs::read_to_string(&into).expect("the test may read") == real_data(), "{name}");
    }
}

#[test]
fn a_table_goes_out_and_comes_back() {
    let site = Site::new("export");
    let data = site.write("catalogue.json", real_data());
    let folder = data.with_file_name("dossier");
    let yaml = data.with_file_name("catalogue.yml");
    run(&[&"split", &data, &folder]);
    run(&[&"join", &data, &yaml]);
    let (split, joined) = (texts(&folder), fs::read_to_string(&yaml).unwrap());
    for (form, name) in [("csv", "t.csv"), ("xlsx", "t.xlsx")] {
        let table = data.with_file_name(name);
        for catalogue in [&data, &folder, &yaml] {
            run(&[&"export", catalogue, &"--to", &form, &"--out", &table]);
            run(&[&"import", &table, &"--into", catalogue]);
        }
        assert_eq!(fs::read_to_string(&data).unwrap(), real_data(), "{form}");
        assert!(fs::read_to_string(&yaml).unwrap() == joined && texts(&folder) == split, "{form}");
    }
    let api = data.with_file_name("api");
    run(&[&"export", &folder, &"--to", &"api", &"--out", &api]);
    assert!(api.join("api/v1/openapi.json").is_file());
    // What is no longer in the catalogue is answered no more; the rest of the folder is the host's.
    let (gone, own) = (api.join("api/v1/entries/parti.json"), api.join("api/v1/notes.txt"));
    for file in [&gone, &own] {
        fs::write(file, "{}").unwrap();
    }
    run(&[&"export", &folder, &"--to", &"api", &"--out", &api]);
    assert_eq!([gone.exists(), own.exists()], [false, true]);
}

#[test]
fn a_catalogue_is_not_imported() {
    let site = Site::new("import-catalogue");
    let data = site.write("catalogue.json", real_data());
    let (other, folder) = (data.with_file_name("autre.json"), data.with_file_name("neuf"));
    let (split, yaml) = (data.with_file_name("dossier"), data.with_file_name("catalogue.yml"));
    run(&[&"split", &data, &split]);
    run(&[&"join", &data, &yaml]);
    for source in [&data, &yaml, &split] {
        for words in [
            [&"import" as &dyn AsRef<OsStr>, source, &"--out", &other].as_slice(),
            &[&"import", source, &"--into", &data],
            &[&"new", &folder, &"--from", source],
        ] {
            let output = tool(words);
            let said = String::from_utf8_lossy(&output.stderr);
            let told = format!("{}\u{a0}: c’est déjà un catalogue", source.display());
            assert!(!output.status.success() && said.contains(&told), "{said}");
        }
    }
    assert!(!other.exists() && !folder.exists());
    assert_eq!(fs::read_to_string(&data).unwrap(), real_data());
}

#[test]
fn a_new_catalogue_made_of_a_table_of_ours_keeps_its_ids() {
    let site = Site::new("new-from-own");
    let data = site.write("catalogue.json", real_data());
    let (table, folder) = (data.with_file_name("t.csv"), data.with_file_name("neuf"));
    run(&[&"export", &data, &"--to", &"csv", &"--out", &table]);
    run(&[&"new", &folder, &"--from", &table]);
    let ids = |text: &str| -> Vec<String> {
        let tree: Value = serde_json::from_str(text).expect("it is JSON");
        let entries = tree["entries"].as_array().expect("there are entries").iter();
        let mut ids: Vec<String> = entries.map(|entry| format!("{} {}", entry["kind"], entry["id"])).collect();
        ids.sort();
        ids
    };
    assert_eq!(ids(&fs::read_to_string(folder.join("catalogue.json")).unwrap()), ids(&real_data()));
}

#[test]
fn only_the_files_of_what_changed_change() {
    let site = Site::new("import-folder");
    let data = site.write("catalogue.json", real_data());
    let folder = data.with_file_name("dossier");
    let table = data.with_file_name("t.csv");
    run(&[&"split", &data, &folder]);
    let entry = folder.join("entries/grist.yml");
    fs::write(&entry, format!("# À nous.\n{}", fs::read_to_string(&entry).unwrap())).unwrap();
    let before = texts(&folder);
    run(&[&"export", &folder, &"--to", &"csv", &"--out", &table]);
    let text = fs::read_to_string(&table).unwrap();
    let width = text.lines().next().unwrap().split(';').count();
    let row = format!("tout-nouveau;commun;Tout nouveau{}\r\n", ";".repeat(width - 3));
    fs::write(&table, text.replacen("Grist", "Grist et plus", 1) + &row).unwrap();
    run(&[&"import", &table, &"--into", &folder]);
    let after = texts(&folder);
    assert_eq!(after.len(), before.len() + 1);
    let changed: Vec<_> = after.iter().filter(|file| !before.contains(file)).collect();
    let names: Vec<_> = changed.iter().filter_map(|(path, _)| path.file_name()?.to_str()).collect();
    assert_eq!(names, ["grist.yml", "tout-nouveau.yml"]);
    let lines =
        changed[0].1.lines().filter(|line| !before.iter().any(|(path, text)| *path == entry && text.contains(line)));
    assert!(lines.count() <= 2 && changed[0].1.starts_with("# À nous.\n"), "{}", changed[0].1);
    assert!(site.check(&folder).status.success());
}
