//! `catalogue build`: the whole site, written in one go.
//!
//! Everything is made in memory, then written beside the output, which is replaced at the end: a
//! failure leaves the former site as it was. Nothing is erased but what this tool wrote.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use communs::export::BaseUrl;
use communs::messages::{self, diagnostics};
use communs::prerender::{self, Data, Files};

use super::data;

/// What tells a folder that this tool wrote from any other: it may be replaced.
const OURS: [&str; 3] = ["index.html", "404.html", "catalogue.json"];

/// Why nothing was written, in French.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

struct Options {
    app: PathBuf,
    data: PathBuf,
    out: PathBuf,
    url: Option<BaseUrl>,
    keep_going: bool,
    single_file: bool,
}

impl Options {
    fn read(words: &[&str]) -> Result<Self, Failure> {
        let (mut app, mut data, mut out, mut url) = (None, None, None, None);
        let (mut keep_going, mut single_file) = (false, false);
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let place = match *word {
                "--app" => &mut app,
                "--data" => &mut data,
                "--out" => &mut out,
                "--url" => &mut url,
                "--keep-going" => {
                    keep_going = true;
                    continue;
                }
                "--single-file" => {
                    single_file = true;
                    continue;
                }
                other => return Err(Failure(format!("{other}\u{a0}: option inconnue"))),
            };
            let value = words.next().ok_or_else(|| Failure(format!("{word}\u{a0}: il manque sa valeur")))?;
            *place = Some((*value).to_owned());
        }
        let given = |value: Option<String>, name: &str| {
            value.map(PathBuf::from).ok_or_else(|| Failure(format!("il manque {name}\u{a0}; voyez catalogue help")))
        };
        Ok(Self {
            app: given(app, "--app")?,
            data: given(data, "--data")?,
            out: given(out, "--out")?,
            url: url
                .map(|url| {
                    BaseUrl::parse(&url)
                        .map_err(|error| Failure(format!("--url {url}\u{a0}: {}", diagnostics::site_address(error))))
                })
                .transpose()?,
            keep_going,
            single_file,
        })
    }
}

/// Writes the site.
pub(crate) fn run(words: &[&str]) -> Result<(), Failure> {
    let options = Options::read(words)?;
    let json = data::text(&options.data).map_err(Failure)?;
    let data = Data::read(&json).map_err(|error| Failure(data::unreadable(&options.data, &error)))?;
    for line in data::lines(&options.data, data.problems()) {
        eprintln!("{line}");
    }
    if let (Err(count), false) = (data::verdict(data.problems()), options.keep_going) {
        return Err(Failure(format!(
            "{count}\u{a0}: rien n’a été écrit. Corrigez les données, ou ajoutez --keep-going pour laisser de côté ce qui n’est pas valable."
        )));
    }
    let app = files_of(&options.app)?;
    if options.single_file {
        let page = prerender::single_file(&app, &data)?;
        replace_file(&options.out, page.as_bytes())?;
        println!("{}\u{a0}: {}\u{a0}octets", options.out.display(), messages::number(page.len()));
        return Ok(());
    }
    let base = options.url.or_else(|| data.base());
    if base.is_none() {
        eprintln!(
            "Sans adresse publique (site.url dans les données, ou --url), le site est écrit sans plan (sitemap.xml), sans flux (feed.xml) et sans les autres fichiers qui doivent la nommer."
        );
    }
    let files = prerender::site(&app, &data, base.as_ref())?;
    replace_folder(&options.out, &files)?;
    println!("{}\u{a0}: {}", options.out.display(), messages::count(files.len(), "", "fichier", "fichiers"));
    Ok(())
}

/// The files of a folder, all in memory.
fn files_of(root: &Path) -> Result<Files, Failure> {
    let mut files = Files::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let unreadable = |error: io::Error| Failure(format!("{}\u{a0}: {error}", folder.display()));
        for file in fs::read_dir(&folder).map_err(unreadable)? {
            let path = file.map_err(unreadable)?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                files.insert(name, fs::read(&path)?);
            }
        }
    }
    Ok(files)
}

/// A path beside another one, under a name that nothing has: what is there already is not ours.
fn beside(path: &Path, suffix: &str) -> PathBuf {
    let named = |rank: u32| {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(suffix);
        if rank > 1 {
            name.push(format!("-{rank}"));
        }
        path.with_file_name(name)
    };
    (1..).map(named).find(|path| path.symlink_metadata().is_err()).expect("no folder holds every name")
}

fn replace_file(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let new = beside(file, ".nouveau");
    let written = fs::write(&new, bytes).and_then(|()| fs::rename(&new, file));
    if written.is_err() {
        let _ = fs::remove_file(new);
    }
    Ok(written?)
}

fn replace_folder(folder: &Path, files: &Files) -> Result<(), Failure> {
    let exists = folder.exists();
    let is_empty = || fs::read_dir(folder).is_ok_and(|mut inside| inside.next().is_none());
    if exists && !is_empty() && !OURS.iter().all(|name| folder.join(name).is_file()) {
        return Err(Failure(format!(
            "{}\u{a0}: ce dossier contient autre chose qu’un site construit par cet outil\u{202f}; videz-le ou choisissez-en un autre",
            folder.display()
        )));
    }
    let (new, old) = (beside(folder, ".nouveau"), beside(folder, ".ancien"));
    if let Err(error) = write(&new, files) {
        let _ = fs::remove_dir_all(new);
        return Err(error.into());
    }
    if exists {
        fs::rename(folder, &old)?;
    }
    fs::rename(&new, folder)?;
    if exists {
        keep_added(&old, folder, files).map_err(|error| {
            Failure(format!(
                "{}\u{a0}: ce qui avait été ajouté à l’ancien site y est resté, en tout ou partie ({error})",
                old.display()
            ))
        })?;
        fs::remove_dir_all(old)?;
    }
    Ok(())
}

fn write(folder: &Path, files: &Files) -> io::Result<()> {
    for (name, bytes) in files {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().unwrap_or(folder))?;
        fs::write(file, bytes)?;
    }
    Ok(())
}

/// Moves what someone added at the top of a former site to the new one: `.git`, `.nojekyll`, `CNAME`…
fn keep_added(old: &Path, folder: &Path, files: &Files) -> io::Result<()> {
    let new: BTreeSet<&str> = files.keys().filter_map(|name| name.split('/').next()).collect();
    for file in fs::read_dir(old)? {
        let name = file?.file_name();
        let is_ours = name.to_str().is_some_and(|name| new.contains(name) || prerender::is_of_some_site(name));
        if !is_ours {
            fs::rename(old.join(&name), folder.join(&name))?;
        }
    }
    Ok(())
}
