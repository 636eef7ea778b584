//! `new`, then what docs/tenir.md has one type in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::live::Server;
use crate::support::{Site, repository};

fn new(folder: &Path, options: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_communs")).arg("new").arg(folder).args(options).output().expect("the tool runs")
}

/// Every file of a folder, below it.
fn files(root: &Path) -> Vec<String> {
    let (mut files, mut folders) = (Vec::new(), vec![root.to_owned()]);
    while let Some(folder) = folders.pop() {
        for file in fs::read_dir(folder).expect("the test may read") {
            let path = file.expect("the test may read").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path.strip_prefix(root).expect("it is below").to_string_lossy().into_owned());
            }
        }
    }
    files.sort();
    files
}

#[test]
fn a_new_catalogue_is_checked_and_built() {
    let site = Site::new("new");
    let folder = site.out.with_file_name("nos-communs");
    let output = new(&folder, &[]);
    assert!(output.status.success(), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("Nos communs"), "{output:?}");
    for file in [
        ".forgejo/workflows/pages.yml",
        ".github/workflows/pages.yml",
        ".gitignore",
        ".gitlab-ci.yml",
        "LISEZMOI.md",
        "catalogue.json",
        "catalogue.schema.json",
        "serveur/.htaccess",
        "serveur/web.config",
    ] {
        assert!(files(&folder).iter().any(|there| there == file), "{file}");
    }
    let check = site.check(&folder.join("catalogue.json"));
    assert!(check.status.success(), "{check:?}");
    let build = Command::new(env!("CARGO_BIN_EXE_communs"))
        .args(["build", "--quiet"])
        .env("COMMUNS_APP", &site.app)
        .current_dir(&folder)
        .output()
        .unwrap();
    assert!(build.status.success() && build.stdout.is_empty() && build.stderr.is_empty(), "{build:?}");
    assert!(fs::read_to_string(folder.join("site/index.html")).unwrap().contains("Nos communs"));
    assert!(fs::read_to_string(folder.join("site/a-propos/index.html")).unwrap().contains("Ce catalogue"));
}

#[test]
fn a_folder_that_holds_something_is_left_alone() {
    let site = Site::new("taken");
    let folder = site.out.with_file_name("taken");
    fs::create_dir_all(folder.join(".git")).unwrap();
    fs::write(folder.join("these.odt"), "years of work").unwrap();
    let output = new(&folder, &[]);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("n’est pas vide"), "{output:?}");
    assert_eq!(files(&folder), ["these.odt"]);
    fs::remove_file(folder.join("these.odt")).unwrap();
    assert!(new(&folder, &["--title", "Ceux d’ici"]).status.success(), "a repository of git is no content");
    assert!(fs::read_to_string(folder.join("catalogue.json")).unwrap().contains("Ceux d’ici"));
    assert!(!new(&folder, &[]).status.success(), "nothing is written twice");
    let spaced = new(&site.out.with_file_name("mes communs"), &[]);
    assert!(
        String::from_utf8_lossy(&spaced.stdout).contains(if cfg!(windows) {
            "mes communs\"\n"
        } else {
            "mes communs'\n"
        }),
        "{spaced:?}"
    );
}

#[test]
fn an_app_that_is_not_there_is_told_with_what_to_do() {
    let site = Site::new("no-app");
    let folder = site.out.with_file_name("demo");
    assert!(new(&folder, &[]).status.success());
    for command in ["build", "serve"] {
        let output = Command::new(env!("CARGO_BIN_EXE_communs"))
            .arg(command)
            .env("COMMUNS_APP", site.out.join("absent"))
            .current_dir(&folder)
            .output()
            .unwrap();
        assert!(!output.status.success());
        assert!(String::from_utf8_lossy(&output.stderr).contains("absent"), "{command}: {output:?}");
        assert!(!folder.join("site").exists());
    }
}

#[test]
fn help_has_an_example_and_errors_say_what_is_near() {
    let tool = |words: &[&str]| Command::new(env!("CARGO_BIN_EXE_communs")).args(words).output().unwrap();
    let help = String::from_utf8(tool(&["--help"]).stdout).unwrap();
    for command in [
        "new",
        "serve",
        "check",
        "split",
        "join",
        "fmt",
        "build",
        "import",
        "export",
        "diff",
        "search",
        "links",
        "schema",
        "completions",
        "manual",
    ] {
        assert!(help.contains(command), "{command}: {help}");
        let help = String::from_utf8(tool(&[command, "--help"]).stdout).unwrap();
        assert!(help.contains("Exemple\u{a0}: ") && help.contains("Emploi\u{a0}: "), "{command}: {help}");
        let usage = help.split("Emploi\u{a0}: ").nth(1).and_then(|rest| rest.lines().next()).unwrap();
        let arguments = help.split("Arguments\u{a0}:\n").nth(1).and_then(|rest| rest.split("\n\n").next());
        let names = arguments.unwrap_or_default().lines().filter_map(|line| line.trim().split("  ").next());
        let places: Vec<_> = names.map(|name| usage.find(name).expect(name)).collect();
        assert!(places.is_sorted(), "{command}: what is typed first is told first: {help}");
        let common = &help[help.find("-q, --quiet").unwrap()..];
        assert!(common.contains("-h, --help") && !common.contains("      --"), "{command}: {help}");
        for english in ["Usage", "Print", "default", "Commands", "possible", "Arguments:"] {
            assert!(!help.contains(english), "{command}: {english}: {help}");
        }
    }
    for (words, told) in [
        (&["chek"][..], "«\u{a0}check\u{a0}»"),
        (&["build", "--singel-file"], "«\u{a0}--single-file\u{a0}»"),
        (&["serve", "--port", "http"], "«\u{a0}http\u{a0}» ne convient pas"),
        (&["serve", "--port", "99999"], "(le port, 65535 au plus)"),
        (&["check", "a.json", "b.json"], "«\u{a0}b.json\u{a0}» est de trop"),
        (&["new", "nos-communs", "--mapping", "sill"], "il manque --from"),
        (
            &["split"],
            "il manque <CATALOGUE> (le catalogue\u{a0}: fichier JSON ou YAML, ou dossier), <DOSSIER> (le dossier à faire)",
        ),
        (&["split"], "«\u{a0}communs split --help\u{a0}» en dit plus"),
        (&["splt"], "«\u{a0}communs --help\u{a0}» en dit plus"),
        (&["links", "a.json", "--pause", "-1"], "«\u{a0}-1\u{a0}» ne convient pas (le temps"),
        (&["completions", "cmd"], "«\u{a0}cmd\u{a0}» ne convient pas"),
        (&["check", "a.json", "--format", "sariff"], "vouliez-vous écrire «\u{a0}sarif\u{a0}»"),
    ] {
        let output = tool(words);
        assert!(!output.status.success() && output.stdout.is_empty(), "{words:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(told), "{words:?}: {output:?}");
    }
    assert!(String::from_utf8(tool(&["completions", "bash"]).stdout).unwrap().contains("--keep-going"));
}

/// The command lines of the blocks of a page for a terminal, in order.
fn lines_of(page: &str) -> Vec<String> {
    let blocks = page.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    blocks.flat_map(str::lines).map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// A folder where the tool goes by the name that it is installed under.
#[cfg(unix)]
fn installed(beside: &Path) -> PathBuf {
    let folder = beside.with_file_name("bin");
    fs::create_dir_all(&folder).expect("the test may write");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_communs"), folder.join("communs")).expect("the test may write");
    folder
}

#[cfg(unix)]
#[test]
fn what_the_docs_have_one_type_works() {
    let site = Site::new("docs");
    let page = fs::read_to_string(repository().join("docs/tenir.md")).unwrap();
    let path = std::env::var("PATH").unwrap_or_default();
    let path = format!("{}:{path}", installed(&site.out).display());
    let mut folder = site.out.parent().unwrap().to_owned();
    let mut ran = 0;
    for line in lines_of(&page) {
        // What is installed is tried with the packages themselves, by `cargo xtask release`.
        // What `links` asks is not on this machine: its tests have hosts of their own.
        if ["pip install ", "npm install ", "communs links "].iter().any(|start| line.starts_with(start)) {
            continue;
        }
        if let Some(below) = line.strip_prefix("cd ") {
            folder.push(below);
            assert!(folder.is_dir(), "{line}");
            continue;
        }
        if let Some(words) = line.strip_prefix("communs serve") {
            let server = Server::start(&site.app, &folder, &words.split_whitespace().collect::<Vec<_>>());
            assert_eq!(server.get("/").0, 200, "{line}");
        } else {
            let mut shell = Command::new("sh");
            shell.args(["-c", &line]).current_dir(&folder).env("PATH", &path).env("COMMUNS_APP", &site.app);
            let output = shell.output().unwrap();
            assert!(output.status.success(), "{line}: {output:?}");
        }
        ran += 1;
    }
    assert!(ran >= 9, "{ran} lines");
    for file in ["site/index.html", "site.html", "communs.bash", "manuel", "catalogue.schema.json"] {
        assert!(folder.join(file).exists(), "{file}");
    }
}
