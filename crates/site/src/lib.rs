//! The whole site as files, written ahead: a page of HTML for each address, which reads without
//! scripts and which the app takes over, and what goes with the pages.
//!
//! It renders the same views as the browser. It reads and writes no file: files come in as bytes and
//! go out as bytes.

mod embed_page;
mod head;
mod identity;
mod integrity;
mod moved;
mod pages;
mod policy;
mod scripts;
mod single_file;
mod template;
mod worker;

use std::collections::BTreeMap;
use std::str::Utf8Error;
use std::sync::Arc;

use lol_html::errors::RewritingError;
use serde_json::json;
use thiserror::Error;

use address::route::Route;
use catalogue::{Catalogue, Diagnostic, Identity, Json, Kind, ReadError, parse};
use communs::Content;
use export::files::{self, CATALOGUE};
use export::{BaseUrl, SitemapError};
use integrity::short_hash;
use messages::{Language, Message, shell};
pub use pages::Site;
use pages::{Pages, page_file};
use scripts::Scripts;
pub use single_file::single_file;
use template::{Slot, Template};
pub use worker::is_hashed;

/// Files by their path below the root of the site.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Why a site cannot be written.
#[derive(Debug, Error)]
pub enum PrerenderError {
    /// The app lacks a file.
    #[error("the app has no file {0}; give the folder that trunk wrote")]
    NoFile(&'static str),
    /// The app's page is not one that this tool can fill.
    #[error("index.html of the app has no {0}; is it of the same version as this tool?")]
    NoPlace(&'static str),
    /// The app's page or a script around it is no text.
    #[error("a text of the app is not UTF-8")]
    NotText(#[from] Utf8Error),
    /// The app's page cannot be read as HTML.
    #[error("index.html of the app is not HTML")]
    NotHtml(#[from] RewritingError),
    /// The list of pages cannot be written.
    #[error(transparent)]
    Sitemap(#[from] SitemapError),
}

/// A catalogue ready to be written, with what was wrong in its file.
pub struct Data<'a> {
    json: &'a str,
    content: Arc<Content>,
    /// The files that it names beside it.
    beside: Files,
    /// The same in two files, as it is published: its lists, then the details of its entries.
    divided: Option<[String; 2]>,
    /// What the second file has for each entry, by id.
    details: BTreeMap<String, String>,
}

impl<'a> Data<'a> {
    /// Reads the text of a data file.
    ///
    /// # Errors
    /// When it is no catalogue at all.
    pub fn read(json: &'a str) -> Result<Self, ReadError> {
        // Browsers take a byte order mark away, and with it the fingerprint of the pages would not be theirs.
        let json = json.trim_start_matches('\u{feff}');
        Ok(Self {
            json,
            content: Content::from_json(json)?,
            beside: Files::new(),
            divided: None,
            details: BTreeMap::new(),
        })
    }

    /// What was wrong in the file.
    pub fn problems(&self) -> &[Diagnostic] {
        &self.content.diagnostics
    }

    /// The catalogue itself.
    pub fn catalogue(&self) -> &Catalogue {
        self.content.catalogue()
    }

    /// Takes the files that the data names beside it, by these names.
    #[must_use]
    pub fn with_files(self, beside: Files) -> Self {
        Self { beside, ..self }
    }

    /// The files that it names beside it.
    pub fn beside(&self) -> &Files {
        &self.beside
    }

    /// Has it published in two files: its lists, then the details of its entries.
    #[must_use]
    pub fn divided(self, divided: Option<[String; 2]>) -> Self {
        let details = divided.as_ref().and_then(|[_, details]| parse(details).ok()).unwrap_or(Json::Null);
        let details = details.get("entries").map_or(&[][..], Json::items).iter();
        let details = details.filter_map(|entry| Some((entry.id()?.into_owned(), entry.to_string()))).collect();
        Self { divided, details, ..self }
    }

    /// What the second file has for the entry of a page, which the page holds too.
    fn details_of(&self, route: &Route) -> Option<&str> {
        let (Route::Entry(_, id) | Route::EmbedEntry(_, id)) = route else { return None };
        self.details.get(id).map(String::as_str)
    }

    /// The files of data as they are published.
    fn published(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let texts = match &self.divided {
            Some([list, details]) => [Some(list.as_str()), Some(details.as_str())],
            None => [Some(self.json), None],
        };
        [CATALOGUE, files::DETAILS].into_iter().zip(texts).filter_map(|(name, text)| Some((name, text?)))
    }

    fn identity(&self) -> &Identity {
        &self.content.catalogue().site.identity
    }

    /// The public address that the data gives, if it does.
    pub fn base(&self) -> Option<BaseUrl> {
        self.content.catalogue().site.url.clone()
    }

    fn language(&self) -> Language {
        self.content.catalogue().site.language
    }
}

/// Git, when it is told to, writes the ends of lines as each system likes them: the files would no longer be those
/// that pages name by their hash.
const GIT_ATTRIBUTES: (&str, &str) = (".gitattributes", "* -text\n");

/// Where the program in modules is, in the folder of the app.
const MODULES: &str = "modules/";

/// The app as trunk wrote it, taken apart.
struct App<'a> {
    files: &'a Files,
    scripts: Scripts<'a>,
    template: Template,
    /// The same for the pages that other sites show.
    embed_template: Template,
    /// The program whole, for a site in one file.
    whole: Program<'a>,
    /// The one that the pages start: in modules, unless the app has none.
    served: Program<'a>,
}

/// What a start script loads.
#[derive(Clone)]
struct Program<'a> {
    script: File<'a>,
    wasm: File<'a>,
    /// What loads the other modules.
    loader: Option<File<'a>>,
    /// The files of each of them, by its name; one may be of several.
    modules: BTreeMap<String, Vec<File<'a>>>,
}

/// A file and its name in the site.
type File<'a> = (&'a str, &'a [u8]);

impl<'a> Program<'a> {
    /// The program in a folder of the app.
    fn find(files: &'a Files, folder: &str) -> Result<Self, PrerenderError> {
        let named = |stem: &str, end: &str| {
            files.iter().find_map(|(path, bytes)| {
                let name = path.strip_prefix(folder)?;
                let hash = name.strip_prefix(stem)?.strip_suffix(end)?;
                (!hash.contains(['-', '/'])).then_some((name, bytes.as_slice()))
            })
        };
        let file = |name: &String| {
            let (path, bytes) = files.get_key_value(&format!("{folder}{name}"))?;
            Some((path.strip_prefix(folder)?, bytes.as_slice()))
        };
        let listed = files.get(&format!("{folder}{}", names::MODULES_FILE)).map_or(&b"{}"[..], Vec::as_slice);
        let listed: BTreeMap<String, Vec<String>> =
            serde_json::from_slice(listed).map_err(|_| PrerenderError::NoFile(names::MODULES_FILE))?;
        let modules = listed.iter().map(|(name, files)| (name.clone(), files.iter().filter_map(file).collect()));
        Ok(Self {
            script: named(names::APP_STEM, ".js").ok_or(PrerenderError::NoFile("communs-….js"))?,
            wasm: named(names::APP_STEM, "_bg.wasm").ok_or(PrerenderError::NoFile("communs-…_bg.wasm"))?,
            loader: named(names::LOADER_STEM, ".js"),
            modules: modules.collect(),
        })
    }

    fn files(&self) -> impl Iterator<Item = File<'a>> {
        let modules = self.modules.values().flatten().copied();
        [self.script, self.wasm].into_iter().chain(self.loader).chain(modules)
    }
}

/// The script that starts a program, and its name.
struct Start {
    name: String,
    script: String,
    integrity: String,
}

impl Start {
    fn of(program: &Program<'_>, scripts: &Scripts<'_>) -> Self {
        let file = |(name, bytes): File<'_>| json!({"name": name, "integrity": integrity::of(bytes)});
        let modules: BTreeMap<&String, Vec<_>> =
            program.modules.iter().map(|(name, files)| (name, files.iter().copied().map(file).collect())).collect();
        let known = json!({
            "script": file(program.script),
            "wasm": file(program.wasm),
            "loader": program.loader.map(file),
            "modules": modules,
        });
        let script = scripts::knowing("PROGRAM", &known, scripts.start);
        let name = format!("{}{}.js", names::START_STEM, short_hash(&[script.as_bytes()]));
        Self { name, integrity: integrity::of(script.as_bytes()), script }
    }

    /// The element of a page that runs it, with what the page is: a text that has no need of it to be read, one that
    /// another module than the first draws, one that needs the second file of data.
    fn tag(&self, to_root: &str, route: &Route, data: &Data<'_>) -> String {
        let Self { name, integrity, .. } = self;
        let (needs_module, needs_details) = data.content.needs(route);
        let marks = [
            (names::TEXT_PAGE, data.content.is_text(route)),
            (names::DETAILED, needs_details && data.divided.is_some() && data.details_of(route).is_none()),
        ];
        let mut marks: String = marks.iter().filter(|(_, is_so)| *is_so).flat_map(|(mark, _)| [" ", mark]).collect();
        marks.extend(needs_module.map(|module| format!(" {}=\"{}\"", names::MODULE, module.word())));
        format!("<script type=\"module\" src=\"{to_root}{name}\" integrity=\"{integrity}\"{marks}></script>")
    }
}

impl<'a> App<'a> {
    /// Takes it apart for a site whose pages have these rules of their own.
    fn new(files: &'a Files, data: &Data<'_>, style: &str) -> Result<Self, PrerenderError> {
        let language = data.language();
        let page = files.get("index.html").ok_or(PrerenderError::NoFile("index.html"))?;
        let page = &identity::dressed(std::str::from_utf8(page)?, data.identity(), style)?;
        let scripts = Scripts::find(files)?;
        let whole = Program::find(files, "")?;
        Ok(Self {
            files,
            template: Template::parse(page, files, scripts.boot)?,
            // Their style has no integrity: in a frame without an origin, browsers may not check it and refuse it.
            embed_template: Template::parse(&embed_page::shell(page, language)?, &Files::new(), scripts.boot)?,
            scripts,
            served: Program::find(files, MODULES).unwrap_or_else(|_| whole.clone()),
            whole,
        })
    }
}

/// The site, from the app's files and the data; `base` is its public address, which some formats must name.
///
/// # Errors
/// When the app is not whole, or not of this version.
pub fn site<'a>(app: &'a Files, data: &'a Data<'a>, base: Option<&'a BaseUrl>) -> Result<Site<'a>, PrerenderError> {
    let language = data.language();
    let style = identity::colours(data.identity());
    let app = App::new(app, data, &style)?;
    let start = Start::of(&app.served, &app.scripts);
    let version = short_hash(&[start.name.as_bytes(), &app.files["index.html"]]);
    let Scripts { boot, frame_look, frame_height, .. } = app.scripts;
    let not_found_script = scripts::knowing("START", &json!(start.name), app.scripts.not_found);
    let policy = policy::content_security(&[boot, &not_found_script, frame_look, frame_height], &style, base);

    let is_program = |name: &str| name.starts_with(MODULES) || [app.whole.script.0, app.whole.wasm.0].contains(&name);
    let others = app.files.iter().filter(|(name, _)| !is_program(name) && !scripts::is_script(name));
    let mut files: Files = others.map(|(name, bytes)| (name.clone(), bytes.clone())).collect();
    files.extend(app.served.files().map(|(name, bytes)| (name.to_owned(), bytes.to_vec())));
    files.extend(data.beside.clone());
    files.insert(start.name.clone(), start.script.clone().into_bytes());
    files.extend(data.published().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())));
    let routes = data.content.routes();
    let fingerprint = data.published().next().map(|(_, list)| text::fingerprint(list)).unwrap_or_default();
    let pages = Pages { app, data, base, start, policy, version, fingerprint };
    files.extend(routes.iter().filter(|route| worker::is_kept(route)).map(|route| pages.file(route)));
    files.extend(moved::files(data));
    let Pages { app, policy, version, .. } = &pages;
    files.extend(head::other_files(&data.content, base)?);
    let causes: BTreeMap<&str, &str> = CAUSES.into_iter().map(|(cause, said)| (cause, said.to(language))).collect();
    // The examples are a page of an imaginary site that shows views of this one, by the script of such sites.
    let [example, style_of_example] = files::EXAMPLES;
    let texts = [
        (names::SHELL_FILE, not_found(app, language, policy, &[&not_found_script, frame_height], version)),
        (files::RESCUE, scripts::knowing("CAUSES", &json!(causes), app.scripts.rescue)),
        (files::EMBED_SCRIPT, app.scripts.embed.to_owned()),
        (example, include_str!("../../../docs/exemples-integration.html").to_owned()),
        (style_of_example, include_str!("../../../docs/exemples-integration.css").to_owned()),
        (GIT_ATTRIBUTES.0, GIT_ATTRIBUTES.1.to_owned()),
    ];
    files.extend(texts.map(|(name, text)| (name.to_owned(), text.into_bytes())));
    let layer = data.identity().has_style.then_some(files::STYLE_LAYER);
    // The images of entries grow with the data: they come with the pages that show them.
    let named: Vec<&str> = data.identity().files().map(|(_, file)| file).chain(layer).collect();
    let release = worker::release(&files, &routes, &named, version);
    let worker = scripts::knowing("RELEASE", &release, app.scripts.worker);
    files.insert(names::WORKER_FILE.to_owned(), worker.into_bytes());
    let later = routes.into_iter().filter(|route| !files.contains_key(&page_file(route))).collect();
    Ok(Site { files, pages, later })
}

/// Whether a file of the site is one that a host may have written first, and then rules.
pub fn is_for_the_host(name: &str) -> bool {
    name == GIT_ATTRIBUTES.0
}

/// Whether a name at the top of a site is one that this tool gives, if with other data or another app.
pub fn is_of_some_site(name: &str) -> bool {
    let stems = [names::APP_STEM, names::PATTERNS_STEM, names::START_STEM, names::FORMER_START_STEM];
    let is_of_an_app = stems.iter().any(|stem| name.starts_with(stem));
    is_of_an_app && is_hashed(name)
        || [files::DETAILS, files::CALENDAR, files::FEED, files::SITEMAP, files::OPEN_SEARCH].contains(&name)
        || Kind::OF_FORMAT.iter().any(|kind| kind.folder() == name)
}

/// Why there is no app: the causes that the script of pages without one tells apart.
const CAUSES: [(&str, Message); 8] = [
    (names::CAUSE_FILE, shell::CAUSE_FILE),
    (names::CAUSE_NETWORK, shell::CAUSE_NETWORK),
    (names::CAUSE_CONTENT, shell::CAUSE_CONTENT),
    (names::CAUSE_TYPE, shell::CAUSE_TYPE),
    (names::CAUSE_POLICY, shell::CAUSE_POLICY),
    (names::CAUSE_BROWSER, shell::CAUSE_BROWSER),
    (names::CAUSE_PROGRAM, shell::CAUSE_PROGRAM),
    (names::CAUSE_FRAME, shell::CAUSE_FRAME),
];

/// The page of unknown addresses, which finds the site from any depth, and may be that of a frame.
fn not_found(app: &App<'_>, language: Language, policy: &str, scripts: &[&str], app_version: &str) -> String {
    let page = app.template.fill(|slot| match slot {
        Slot::Root => template::UNKNOWN_ROOT.to_owned(),
        Slot::Policy => policy::meta(policy),
        Slot::Title => shell::NOT_FOUND.to(language).to_owned(),
        Slot::Head => "<meta name=\"robots\" content=\"noindex\">".to_owned(),
        Slot::DataVersion => format!("?v={app_version}"),
        Slot::Fingerprint | Slot::AfterApp => String::new(),
        Slot::App => format!(
            "<main class=\"failure\"><h1>{}</h1><p>{}</p><p><a {}=\"\" href=\"/\">{}</a></p></main>",
            shell::NOT_FOUND.to(language),
            shell::NOT_FOUND_TEXT.to(language),
            names::LATER_HREF,
            shell::GO_HOME.to(language),
        ),
    });
    // Nothing at an unknown depth can be named before it is found.
    let later = format!("{}=\"", names::LATER_HREF);
    let page = page.replace(&format!("href=\"{}", template::UNKNOWN_ROOT), &later);
    scripts.iter().fold(page, |page, script| format!("{page}<script>{script}</script>"))
}
