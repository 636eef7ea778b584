//! Where the site is written: in the place of a former one, in a volume, through a link, in a folder that git
//! carries, and nowhere else.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::{Site, real_data, tree};

/// Runs what follows in a space where its first word is a mounted volume, as in a container; nothing else sees it.
const IN_A_VOLUME: [&str; 5] = ["unshare", "--mount", "sh", "-c", "mount --bind \"$0\" \"$0\" && exec \"$@\""];

/// Whether this machine lets a test mount something: a user without rights may not.
fn may_mount() -> bool {
    let mounted = Command::new("unshare").args(["--mount", "mount", "-t", "tmpfs", "none", "/tmp"]).output();
    let may = mounted.is_ok_and(|output| output.status.success());
    if !may {
        eprintln!("nothing may be mounted here: volumes are not tried");
    }
    may
}

#[test]
fn a_folder_of_something_else_is_not_replaced() {
    let site = Site::new("other");
    fs::create_dir_all(&site.out).unwrap();
    fs::write(site.out.join("these.odt"), "years of work").unwrap();
    let output = site.build(&real_data(), &[]);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("autre chose"), "{output:?}");
    assert!(site.out.join("these.odt").is_file());
}

#[test]
fn what_a_host_adds_stays_and_what_the_tool_wrote_goes() {
    let site = Site::new("added");
    assert!(site.build(&real_data(), &["--url", "https://communs.example"]).status.success());
    let beside = |name: &str| site.out.with_file_name(name);
    let added = ["out/.git/HEAD", "out/.nojekyll", "out/CNAME", "out/photos/a.png", "out/communs-2025.zip"];
    // Backups of the host.
    let backups = ["out.ancien/index.html", "out.nouveau/index.html"];
    let former = [
        "out/communs-fedcba9876543210.js",
        "out/start-fedcba9876543210.js",
        "out/demarrage-fedcba9876543210.js",
        "out/communs/former/index.html",
        "out/ressources/a/index.html",
    ];
    for name in added.into_iter().chain(backups).chain(former) {
        fs::create_dir_all(beside(name).parent().unwrap()).unwrap();
        fs::write(beside(name), name).unwrap();
    }
    // Another app.
    for end in [".js", "_bg.wasm"] {
        let app = |hash: &str| site.app.join(format!("communs-{hash}{end}"));
        fs::rename(app("0123456789abcdef"), app("2123456789abcdef")).unwrap();
    }
    let page = fs::read_to_string(site.app.join("index.html")).unwrap();
    fs::write(site.app.join("index.html"), page.replace("0123456789abcdef", "2123456789abcdef")).unwrap();
    let without_resources = real_data().replace("\"kind\": \"ressource\"", "\"kind\": \"definition\"");
    let output = site.build(&without_resources, &[]);
    assert!(output.status.success(), "{output:?}");
    for name in added.into_iter().chain(backups) {
        assert_eq!(fs::read_to_string(beside(name)).ok().as_deref(), Some(name), "{name} is not the tool's");
    }
    for name in former.into_iter().chain(["out/sitemap.xml", "out/ressources", "out/.communs-nouveau"]) {
        assert!(!beside(name).exists(), "{name} is of the former site");
    }
    for hash in ["0123456789abcdef", "2123456789abcdef"] {
        assert!(beside(&format!("out/communs-{hash}.js")).is_file(), "pages in caches may ask for it");
    }
}

#[test]
fn a_mounted_volume_takes_the_site() {
    if !may_mount() {
        return;
    }
    let mut site = Site::new("volume");
    fs::create_dir_all(site.out.join("lost+found")).unwrap();
    fs::write(site.out.join("CNAME"), "communs.example").unwrap();
    let out = site.out.to_str().expect("the path is UTF-8");
    let runner: Vec<&str> = IN_A_VOLUME.into_iter().chain([out]).collect();
    for data in [real_data(), real_data().replacen("TerriSTORY", "TerriSTORY 2", 1)] {
        let output = site.build_through(&runner, &data, &[]);
        assert!(output.status.success(), "{output:?}");
        assert!(site.data() == tree(&data));
    }
    assert_eq!(site.read("CNAME"), "communs.example");
    assert_eq!(beside(&site.out), ["app", "catalogue.json", "out"], "nothing piles up");
    assert!(!site.out.join(".communs-nouveau").exists());

    // So does a file.
    let file = site.out.with_file_name("site.html");
    fs::write(&file, "former").unwrap();
    let mounted = file.to_str().expect("the path is UTF-8").to_owned();
    let runner: Vec<&str> = IN_A_VOLUME.into_iter().chain([mounted.as_str()]).collect();
    site.out = file;
    let output = site.build_through(&runner, &real_data(), &["--single-file"]);
    assert!(output.status.success(), "{output:?}");
    assert!(fs::read_to_string(&site.out).unwrap().starts_with("<!doctype html>"));
    assert_eq!(beside(&site.out), ["app", "catalogue.json", "out", "site.html"]);
}

/// The names in the folder of a path.
fn beside(path: &Path) -> Vec<String> {
    let files = fs::read_dir(path.parent().expect("it is in a folder")).expect("the test may read");
    let names = files.map(|file| file.expect("the test may read").file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[cfg(unix)]
#[test]
fn a_link_leads_to_where_the_site_is_written() {
    let site = Site::new("link");
    let (folder, page) = (site.out.with_file_name("elsewhere"), site.out.with_file_name("page.html"));
    fs::create_dir(&folder).unwrap();
    std::os::unix::fs::symlink("elsewhere", &site.out).unwrap();
    for _ in 0..2 {
        let output = site.build(&real_data(), &[]);
        assert!(output.status.success(), "{output:?}");
        assert!(site.out.is_symlink() && folder.join("index.html").is_file());
    }
    // To nothing yet.
    fs::remove_dir_all(&folder).unwrap();
    assert!(site.build(&real_data(), &[]).status.success());
    assert!(site.out.is_symlink() && folder.join("index.html").is_file());

    fs::write(&page, "former").unwrap();
    fs::remove_file(&site.out).unwrap();
    std::os::unix::fs::symlink("page.html", &site.out).unwrap();
    assert!(site.build(&real_data(), &["--single-file"]).status.success());
    assert!(site.out.is_symlink());
    assert!(fs::read_to_string(page).unwrap().starts_with("<!doctype html>"));
}

#[test]
fn what_cannot_be_written_is_named_with_its_cause() {
    let mut site = Site::new("named");
    fs::write(&site.out, "a file").unwrap();
    let output = site.build(&real_data(), &[]);
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        said.contains(&format!("{}\u{a0}: ", site.out.display()))
            && said.contains("(ce qui devrait être un dossier n’en est pas un)"),
        "{said}"
    );
    site.out.push("below/a/file");
    let said = String::from_utf8_lossy(&site.build(&real_data(), &[]).stderr).into_owned();
    assert!(
        said.contains(&site.out.display().to_string())
            && said.contains("(ce qui devrait être un dossier n’en est pas un)"),
        "{said}"
    );
}

#[test]
fn git_carries_the_site_as_it_is() {
    let site = Site::new("git");
    assert!(site.build(&real_data(), &[]).status.success());
    let copy = site.out.with_file_name("copy");
    let git = |folder: &Path, words: &[&str]| {
        // As a system may be told to do for everyone: lines end as Windows ends them.
        let settings = ["-c", "core.autocrlf=true", "-c", "user.name=A", "-c", "user.email=a@b.example"];
        let output = Command::new("git").current_dir(folder).args(settings).args(words).output().expect("git runs");
        assert!(output.status.success(), "{words:?}: {output:?}");
    };
    git(&site.out, &["init", "--quiet"]);
    git(&site.out, &["add", "--all"]);
    git(&site.out, &["commit", "--quiet", "--message", "a"]);
    git(&site.out, &["clone", "--quiet", ".", copy.to_str().expect("the path is UTF-8")]);
    for name in ["index.html", "sw.js", "catalogue.json", "communs/grist/index.html"] {
        assert!(fs::read(copy.join(name)).unwrap() == fs::read(site.out.join(name)).unwrap(), "{name} is changed");
    }
    assert!(site.read("sw.js").contains('\n'), "there is an end of line to change");
}
