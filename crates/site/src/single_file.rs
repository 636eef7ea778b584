//! The whole site in one page, which opens from an attachment or a memory stick: nothing to load, and
//! what follows `#` stands for the address of the page.

use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use lol_html::element;
use serde_json::json;

use super::integrity::source;
use super::pages::app_at;
use super::template::{Slot, UNKNOWN_ROOT, removed, rewritten};
use super::{App, Data, Files, PrerenderError, identity, policy, scripts};
use address::route::Route;
use communs::{Root, page_title};
use export::files;
use messages::shell;
use names::{ABSENT, APP};

/// How the page looks where the app does not run, as in the preview of a mail: what leads nowhere is no link, and
/// what cannot be searched has no field.
fn preview() -> String {
    const IN_VAIN: &str = ":is(a.button:not([href]),.search__label,.search__row)";
    format!(
        "a:not([href]){{color:inherit;text-decoration:none}}\
         html:not([{APP}]) {IN_VAIN},html[{APP}={ABSENT}] {IN_VAIN}{{display:none}}"
    )
}

/// One page that holds the app, its style and the data.
///
/// # Errors
/// When the app is not whole, or not of this version.
pub fn single_file(app: &Files, data: &Data<'_>) -> Result<String, PrerenderError> {
    let own = identity::of_one_file(data.identity(), &data.beside);
    let app = App::new(app, data, &own)?;
    let styles = app.files.iter().filter(|(name, _)| name.ends_with(".css") && *name != files::STYLE_LAYER);
    let styles = styles.map(|(_, bytes)| String::from_utf8_lossy(bytes));
    let style: String = styles.chain([preview().into()]).collect();
    let script = script(&app, data)?;
    let sources = [app.scripts.boot, &script].map(source);
    let policy = format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval' {}; style-src {}; img-src data:; base-uri 'none'",
        sources.join(" "),
        [&style, &own].map(|style| source(style)).join(" ")
    );
    let content = &data.content;
    let page = app.template.fill(|slot| match slot {
        Slot::Root => UNKNOWN_ROOT.to_owned(),
        Slot::Policy => policy::meta(&policy),
        Slot::Title => text::escaped(&page_title(&Route::Home, content)),
        Slot::Head => format!("<style>{style}</style>"),
        Slot::DataVersion | Slot::Fingerprint | Slot::AfterApp => String::new(),
        Slot::App => app_at("/", content, Root::in_one_file()),
    });
    let mut page = without_links(&page)?;
    if let Some(icon) = identity::inlined_icon(data.identity(), &data.beside) {
        page = page.replacen("<style>", &format!("{icon}<style>"), 1);
    }
    Ok(format!(
        "{page}{}{}<script type=\"module\">{script}</script>",
        scripts::data(names::DATA_ID, ""),
        scripts::data(names::SCHEMA_ID, "")
    ))
}

/// Compressed, as text.
fn packed(bytes: &[u8]) -> String {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    let packed = packed.write_all(bytes).and_then(|()| packed.finish());
    STANDARD.encode(packed.expect("writing to memory does not fail"))
}

/// The page without the links to files that are not there. Those to its other pages, which only the app draws, wait
/// for it in another attribute.
fn without_links(page: &str) -> Result<String, PrerenderError> {
    let handlers = vec![
        element!("link", removed),
        element!("a[href]", |link| {
            let href = link.get_attribute("href").unwrap_or_default();
            let below = href.strip_prefix(UNKNOWN_ROOT);
            if below.is_some_and(|path| path.contains('.')) {
                link.remove_and_keep_content();
            } else if let Some(page) = below.or(href.strip_prefix("#/")) {
                link.remove_attribute("href");
                link.set_attribute(names::LATER_HREF, &format!("#/{page}"))?;
            }
            Ok(())
        }),
    ];
    rewritten(page, handlers)
}

/// The program, the data and what starts them, as one module.
fn script(app: &App<'_>, data: &Data<'_>) -> Result<String, PrerenderError> {
    let program = String::from_utf8_lossy(app.whole.script.1);
    let start = program
        .split_once(" as default")
        .and_then(|(before, _)| before.rsplit(|c: char| !(c.is_alphanumeric() || "_$".contains(c))).next())
        .ok_or(PrerenderError::NoPlace("default export"))?;
    let known = json!({
        "data": packed(data.json.as_bytes()),
        "schema": packed(app.files.get(files::SCHEMA).map_or(&[], Vec::as_slice)),
        "program": packed(app.whole.wasm.1),
        "failure": shell::ONE_FILE_NEEDS_APP.to(data.language()),
    });
    let script = scripts::knowing("PACKED", &known, app.scripts.one_file);
    Ok(format!("{program}\nconst startProgram={start};\n{script}"))
}
