//! A small app and the tool that fills it.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};

use scraper::{ElementRef, Html, Selector};

/// What the tool needs of the page that trunk writes.
const PAGE: &str = "<!doctype html><html lang=fr><meta charset=utf-8><title>Communs</title>\
    <link href=/favicon.svg rel=icon type=image/svg+xml><script>1</script><link href=/communs-1123456789abcdef.css rel=stylesheet>\
    <link href=/catalogue.json id=catalogue-data rel=alternate type=application/json>\
    <script type=module>import './communs-0123456789abcdef.js'</script>\
    <link rel=modulepreload href=/communs-0123456789abcdef.js><div id=app></div>";

/// The scripts around the app. Nothing runs them here: they are put in the app as they are written.
const SCRIPTS: [&str; 9] =
    ["boot", "embed", "frame_height", "frame_look", "not_found", "one_file", "rescue", "start", "worker"];

/// A folder of its own for a test, removed at the end.
pub struct Site {
    folder: PathBuf,
    pub app: PathBuf,
    pub out: PathBuf,
}

impl Site {
    pub fn new(name: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let rank = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("communs-{name}-{}-{rank}", std::process::id()));
        let (app, out) = (folder.join("app"), folder.join("out"));
        fs::create_dir_all(app.join("web")).expect("the folder of the test can be written");
        for script in SCRIPTS {
            let source = repository().join(format!("web/src/{script}.js"));
            fs::copy(source, app.join(format!("web/{script}.js"))).expect("the script is there");
        }
        for (file, content) in [
            ("index.html", PAGE),
            ("communs-0123456789abcdef.js", "export { init as default };"),
            ("communs-0123456789abcdef_bg.wasm", "\0asm"),
            ("communs-1123456789abcdef.css", "a{}"),
            ("catalogue.json", "{}"),
            ("favicon.svg", "<svg/>"),
            ("site-layer.css", "@import url(site.css) layer(site);"),
        ] {
            fs::write(app.join(file), content).expect("the folder of the test can be written");
        }
        Self { folder, app, out }
    }

    /// Where its data files are.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes a data file.
    pub fn write(&self, name: &str, data: impl AsRef<[u8]>) -> PathBuf {
        let file = self.folder.join(name);
        fs::write(&file, data).expect("the folder of the test can be written");
        file
    }

    /// Has the tool check a data file.
    pub fn check(&self, file: &Path) -> Output {
        Command::new(env!("CARGO_BIN_EXE_communs")).arg("check").arg(file).output().expect("the tool runs")
    }

    /// Runs the tool on this data.
    pub fn build(&self, data: &(impl AsRef<[u8]> + ?Sized), options: &[&str]) -> Output {
        self.build_through(&[], data, options)
    }

    /// The same on data that is already there.
    pub fn build_from(&self, data: &Path, options: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_communs"));
        command.arg("build").arg("--app").arg(&self.app).arg("--data").arg(data).arg("--out").arg(&self.out);
        command.args(options).output().expect("the tool runs")
    }

    /// The same, through a command that runs another one.
    pub fn build_through(&self, runner: &[&str], data: &(impl AsRef<[u8]> + ?Sized), options: &[&str]) -> Output {
        let file = self.write("catalogue.json", data);
        let mut words: Vec<&OsStr> = runner.iter().map(OsStr::new).collect();
        words.extend([env!("CARGO_BIN_EXE_communs").as_ref(), OsStr::new("build")]);
        words.extend(["--app".as_ref(), self.app.as_os_str(), "--data".as_ref(), file.as_os_str()]);
        words.extend(["--out".as_ref(), self.out.as_os_str()]);
        words.extend(options.iter().map(OsStr::new));
        Command::new(words[0]).args(&words[1..]).output().expect("the tool runs")
    }

    /// The page of a folder, which ends with `/`.
    pub fn page(&self, folder: &str) -> Html {
        Html::parse_document(&self.read(&format!("{folder}index.html")))
    }

    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.out.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// The data of the site, whole: it is published in two files.
    pub fn data(&self) -> serde_json::Value {
        let source = source::Source::open(&self.out.join("catalogue.json")).expect("the data is there");
        assert_eq!(source.files.len(), 2, "what lists do not need is in a second file");
        tree(&source.json())
    }
}

/// A text as JSON.
pub fn tree(text: &str) -> serde_json::Value {
    serde_json::from_str(text).expect("it is JSON")
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The root of the repository.
pub fn repository() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// What a selector finds in a page, in order.
pub fn all<'a>(page: &'a Html, css: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error:?}"))).collect()
}

/// An attribute of each element that a selector finds.
pub fn attributes<'a>(page: &'a Html, css: &str, name: &str) -> Vec<&'a str> {
    all(page, css).into_iter().filter_map(|element| element.attr(name)).collect()
}

/// What is written in the only element that a selector finds.
pub fn text(page: &Html, css: &str) -> String {
    let [element] = all(page, css)[..] else { panic!("one {css} in {}", page.html()) };
    element.text().collect()
}

/// How many entries the real content has.
pub fn real_count() -> usize {
    let data: serde_json::Value = serde_json::from_str(&real_data()).expect("the data is JSON");
    data["entries"].as_array().expect("the data has entries").len()
}

pub fn real_data() -> String {
    fs::read_to_string(repository().join("public/catalogue.json")).expect("the data is there")
}
