//! A disk that fails, or a tool that is killed, at each of the things that are done to it.

use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use super::files::put_files;
use super::*;

/// The disk of this machine, but for one thing, or for all from that one on.
#[derive(Default)]
struct Faulty {
    /// How many things go well first.
    left: usize,
    /// Whether the tool is killed then: nothing follows.
    is_killed: bool,
    is_struck: bool,
    /// What took its place.
    placed: Vec<PathBuf>,
}

impl Faulty {
    fn turn(&mut self) -> io::Result<()> {
        let strikes = self.left == 0 && (self.is_killed || !self.is_struck);
        self.left = self.left.saturating_sub(1);
        self.is_struck |= strikes;
        if strikes { Err(io::Error::other("the disk is full")) } else { Ok(()) }
    }
}

impl Disk for Faulty {
    fn create_folder(&mut self, folder: &Path) -> io::Result<()> {
        self.turn()?;
        Machine.create_folder(folder)
    }

    fn write(&mut self, file: &Path, bytes: &[u8]) -> io::Result<()> {
        let turn = self.turn();
        // What cannot be written whole is written in part.
        let written = if turn.is_ok() { bytes } else { &bytes[..bytes.len() / 2] };
        Machine.write(file, written)?;
        turn
    }

    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        self.turn()?;
        self.placed.push(to.to_owned());
        Machine.rename(from, to)
    }

    fn remove(&mut self, path: &Path) -> io::Result<()> {
        self.turn()?;
        Machine.remove(path)
    }
}

/// A folder of its own for a test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn holding(files: &Files) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let rank = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = Self(std::env::temp_dir().join(format!("communs-place-{}-{rank}", std::process::id())));
        for (name, bytes) in files {
            let file = folder.0.join(name);
            fs::create_dir_all(file.parent().expect("a file is in a folder")).expect("tests may write");
            fs::write(file, bytes).expect("tests may write");
        }
        folder
    }

    fn tree(&self) -> Files {
        if self.0.exists() { files_of(&self.0).expect("tests may read") } else { Files::new() }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn files<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Files {
    files.into_iter().map(|(name, text)| (name.to_owned(), text.into())).collect()
}

/// Puts a site there, of which files come in another order than that of their names.
fn put(disk: &mut impl Disk, folder: &Folder, site: &Files) -> Result<usize, PlaceError> {
    put_folder(disk, &folder.0, |take| site.iter().rev().try_for_each(|(name, bytes)| take(name, bytes)))
}

const HOSTS: [(&str, &str); 5] = [
    (".git/HEAD", "ref: refs/heads/main"),
    (".gitattributes", "*.wasm filter=lfs"),
    ("CNAME", "communs.example"),
    ("photos/a.png", "png"),
    ("communs-2025.zip", "zip"),
];

const FORMER: &str = "communs-aaaaaaaaaaaaaaaa.js";

/// A site whose pages say which program they start.
fn site(program: &str, pages: &[&str]) -> Files {
    let page = format!("page of {program}");
    let mut all = files([(program, "program"), (".gitattributes", "* -text"), ("catalogue.csv", "a")]);
    let pages = ["index.html", "404.html", "sw.js", "catalogue.json"].iter().chain(pages);
    all.extend(pages.map(|name| ((*name).to_owned(), page.clone().into_bytes())));
    all
}

/// Every way that the work may begin: what is there, and what is to be kept of it.
fn beginnings() -> [(Files, Files); 4] {
    let hosts = files(HOSTS);
    let mut former = site(FORMER, &["communs/a/index.html", "communs/b/index.html", "ressources/x/index.html"]);
    // What was a file and will be a folder, and the reverse.
    former.extend(files([("statistiques", "file"), ("a-propos/index.html/x", "folder")]));
    former.extend(hosts.clone());
    let git = files([(".git/HEAD", "ref: refs/heads/main"), ("CNAME", "communs.example")]);
    let unended = files([(".communs-nouveau/index.html", "half"), ("communs/a/index.html", "half")]);
    [(former, hosts), (Files::new(), Files::new()), (git.clone(), git), (unended, Files::new())]
}

/// Every page has the program that it starts.
fn assert_works(tree: &Files, when: &str) {
    for (name, bytes) in tree.iter().filter(|(name, _)| !name.starts_with('.')) {
        let text = String::from_utf8_lossy(bytes);
        if let Some(program) = text.strip_prefix("page of ") {
            assert!(tree.contains_key(program), "{name} lacks {program} {when}");
        }
    }
}

#[test]
fn whatever_fails_a_site_stands_and_the_next_run_ends_the_work() {
    let new = site(
        "communs-bbbbbbbbbbbbbbbb.js",
        &["communs/b/index.html", "communs/c/index.html", "statistiques/index.html", "a-propos/index.html"],
    );
    let mut struck = 0;
    for ((before, kept), is_killed) in beginnings().into_iter().flat_map(|case| [(case.clone(), false), (case, true)]) {
        for left in 0.. {
            let when = format!("at thing {left}, killed: {is_killed}");
            let folder = Folder::holding(&before);
            let mut disk = Faulty { left, is_killed, ..Faulty::default() };
            let result = put(&mut disk, &folder, &new);
            assert_eq!(result.is_err(), disk.is_struck, "{when}");
            let mut tree = folder.tree();
            assert_works(&tree, &when);
            let was_there = before.contains_key("404.html");
            assert!(!was_there || OURS.iter().all(|name| tree.contains_key(*name)), "no site {when}");
            for (name, bytes) in &kept {
                assert_eq!(tree.get(name), Some(bytes), "{name} is the host's {when}");
            }
            if let Err(PlaceError::Unwritten(path, source)) = &result {
                assert!(path.starts_with(&folder.0) && source.to_string().contains("full"), "{when}");
                tree.retain(|name, _| !name.starts_with(WAITING));
                let mut former = before.clone();
                former.retain(|name, _| !name.starts_with(WAITING));
                assert!(tree == former, "the former site is whole {when}");
            }
            put(&mut Machine, &folder, &new).expect("the next run ends the work");
            let mut expected = new.clone();
            expected.extend(kept.clone());
            // Pages in caches may ask for it.
            expected.extend(before.get_key_value(FORMER).map(|(name, bytes)| (name.clone(), bytes.clone())));
            assert_eq!(names(&folder.tree()), names(&expected), "{when}");
            assert!(folder.tree() == expected, "{when}");
            if !disk.is_struck {
                break;
            }
            struck += 1;
        }
    }
    assert!(struck > 100, "{struck} faults");
}

fn names(files: &Files) -> Vec<&String> {
    files.keys().collect()
}

#[test]
fn what_did_not_change_is_not_written() {
    let folder = Folder::holding(&Files::new());
    let mut files = site(FORMER, &["communs/a/index.html"]);
    put(&mut Machine, &folder, &files).expect("it is written");
    files.insert("catalogue.csv".to_owned(), b"b".to_vec());
    let mut disk = Faulty { left: usize::MAX, ..Faulty::default() };
    put(&mut disk, &folder, &files).expect("it is written");
    assert_eq!(disk.placed, [folder.0.join("catalogue.csv")]);
}

#[test]
fn the_files_of_the_app_just_replaced_stay_those_of_before_go() {
    let folder = Folder::holding(&Files::new());
    let programs = ['a', 'b', 'c'].map(|letter| format!("communs-{}.js", letter.to_string().repeat(16)));
    for (program, there) in [(0, &[0][..]), (1, &[0, 1]), (1, &[0, 1]), (2, &[1, 2]), (1, &[1, 2])] {
        put(&mut Machine, &folder, &site(&programs[program], &[])).expect("it is written");
        let tree = folder.tree();
        let found: Vec<usize> = (0..3).filter(|rank| tree.contains_key(&programs[*rank])).collect();
        assert_eq!(found, there, "{program}");
    }
}

#[test]
fn a_file_is_whole_or_as_it_was() {
    for (left, is_killed) in [(0, false), (1, false), (0, true), (1, true), (9, false)] {
        let folder = Folder::holding(&files([("site.html", "former")]));
        let file = folder.0.join("site.html");
        let new = [(file.clone(), &b"the new one"[..])];
        let mut disk = Faulty { left, is_killed, ..Faulty::default() };
        let result = put_files(&mut disk, &new);
        let text = fs::read_to_string(&file).expect("it is there");
        assert_eq!(text, if result.is_ok() { "the new one" } else { "former" });
        put_files(&mut Machine, &new).expect("the next run ends the work");
        assert!(folder.tree() == files([("site.html", "the new one")]), "nothing is left beside it");
    }
}

#[test]
fn all_files_take_their_places_or_none() {
    let former = files([("a.yml", "1"), ("c.yml/inside", "3")]);
    for left in 0.. {
        let folder = Folder::holding(&former);
        let mut disk = Faulty { left, ..Faulty::default() };
        let new = ["a.yml", "sub/b.yml", "d.yml"].map(|name| (folder.0.join(name), &b"new"[..]));
        let result = put_files(&mut disk, &new);
        if result.is_ok() {
            let all = files([("a.yml", "new"), ("sub/b.yml", "new"), ("d.yml", "new"), ("c.yml/inside", "3")]);
            assert!(folder.tree() == all && left > 6, "at thing {left}");
            break;
        }
        assert!(folder.tree() == former, "at thing {left}");
    }
    let folder = Folder::holding(&former);
    let names = ["a.yml", "c.yml"].map(|name| (folder.0.join(name), &b"new"[..]));
    let error = put_files(&mut Machine, &names).expect_err("a folder is in the way");
    assert!(matches!(error, PlaceError::Unwritten(path, _) if path == names[1].0));
    assert!(folder.tree() == former);
}

#[test]
fn what_cannot_be_put_back_is_told() {
    let former = files([("a.yml", "1")]);
    let names = ["a.yml", "sub/b.yml", "d.yml"];
    let mut told = 0;
    for left in 0.. {
        let folder = Folder::holding(&former);
        let mut disk = Faulty { left, is_killed: true, ..Faulty::default() };
        let result = put_files(&mut disk, &names.map(|name| (folder.0.join(name), &b"new"[..])));
        let tree = folder.tree();
        let changed = names.iter().filter(|name| tree.get(**name) != former.get(**name));
        let changed: Vec<PathBuf> = changed.map(|name| folder.0.join(name)).collect();
        match result {
            Ok(()) => break,
            Err(PlaceError::Unrestored(_, _, left)) => {
                assert_eq!(left, changed);
                told += 1;
            }
            Err(_) => assert!(changed.is_empty(), "at thing {left}: {changed:?}"),
        }
    }
    assert!(told > 1, "{told}");
}

#[test]
fn folders_made_for_files_that_fail_go() {
    for start in ["", "new/"] {
        let folder = Folder::holding(&files([("there/a.yml", "1"), ("c.yml/inside", "3")]));
        let names = ["there/sub/b.yml", "sub/below/b.yml", "c.yml"].map(|name| format!("{start}{name}"));
        let blocked = folder.0.join(&names[2]);
        fs::create_dir_all(&blocked).expect("tests may write");
        put_files(&mut Machine, &names.map(|name| (folder.0.join(name), &b"new"[..]))).expect_err("c.yml is a folder");
        for made in ["there/sub", "sub", "sub/below"] {
            assert!(!folder.0.join(format!("{start}{made}")).exists(), "{made}");
        }
        assert!(blocked.is_dir() && folder.0.join("there/a.yml").is_file());
    }
}

#[test]
fn a_byte_order_mark_stays() {
    let folder = Folder::holding(&files([("a.json", "\u{feff}former"), ("b.json", "former")]));
    let new = ["a.json", "b.json", "c.json"].map(|name| (folder.0.join(name), "new".to_owned()));
    rewrite_files(&new).expect("it is written");
    assert!(folder.tree() == files([("a.json", "\u{feff}new"), ("b.json", "new"), ("c.json", "new")]));
}

#[test]
fn a_file_told_twice_is_written_once() {
    let folder = Folder::holding(&files([("a.json", "former")]));
    let twice = ["a.json", "./a.json"].map(|name| (folder.0.join(name), "new"));
    replace_files(&twice).expect("it is written");
    assert!(folder.tree() == files([("a.json", "new")]));
}

#[test]
fn a_folder_that_was_cut_is_filled_again() {
    let new = files([("catalogue.json", "{}"), (".gitignore", "site"), ("entries/a.yml", "a"), ("entries/b.yml", "b")]);
    let git = files([(".git/HEAD", "ref: refs/heads/main")]);
    for (before, is_killed) in [(&git, true), (&git, false), (&Files::new(), true)] {
        for left in 0.. {
            let folder = Folder::holding(before);
            let mut disk = Faulty { left, is_killed, ..Faulty::default() };
            let result = fill(&mut disk, &folder.0, &new);
            assert_eq!(result.is_err(), disk.is_struck, "at thing {left}");
            if !disk.is_struck {
                assert!(left > 8, "{left}");
                assert!(matches!(fill(&mut Machine, &folder.0, &new), Err(PlaceError::NotEmpty(_))));
                break;
            }
            fill(&mut Machine, &folder.0, &new).expect("the next run ends the work");
            let mut expected = new.clone();
            expected.extend(before.clone());
            assert!(folder.tree() == expected, "at thing {left}");
        }
    }
    // Nor what somebody has written there since.
    for (name, text) in [("these.odt", "years of work"), ("catalogue.json", "mine"), ("entries/c.yml", "mine")] {
        let taken = files([(".communs-nouveau/catalogue.json", "{}"), ("entries/a.yml", "a"), (name, text)]);
        let folder = Folder::holding(&taken);
        assert!(matches!(fill(&mut Machine, &folder.0, &new), Err(PlaceError::NotEmpty(_))), "{name}");
        assert!(folder.tree() == taken, "{name}");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_stays_and_takes_what_is_written() {
    let folder = Folder::holding(&files([("a.json", "former")]));
    let pipe = folder.0.join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs").success());
    let read = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read_to_string(pipe).expect("it may be read")
    });
    replace_files(&[(folder.0.join("a.json"), "new"), (pipe.clone(), "new")]).expect("it is written");
    assert_eq!(read.join().expect("it ends"), "new");
    fs::remove_file(pipe).expect("it is there");
    assert!(folder.tree() == files([("a.json", "new")]), "nothing is left beside it");
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_rights() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::holding(&files([("a.json", "former")]));
    let file = folder.0.join("a.json");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("tests may");
    replace_file(&file, b"new").expect("it is written");
    assert_eq!(fs::metadata(&file).expect("it is there").permissions().mode() & 0o777, 0o640);
}
