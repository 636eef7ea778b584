//! The page that trunk wrote, with places to fill.

use std::borrow::Cow;

use lol_html::html_content::{ContentType, Element};
use lol_html::{ElementContentHandlers, HandlerResult, RewriteStrSettings, Selector, element, rewrite_str};

use super::{Files, PrerenderError, integrity};
use messages::words;

/// Stands for the root while nobody knows where it is.
pub(super) const UNKNOWN_ROOT: &str = "\u{e001}";

words! {
    /// What is filled in each page, by its name between two [`MARK`]s.
    Slot {
        /// From the page to the root of the site; ends with a slash.
        Root = "root",
        /// The policy of security, before everything that it rules.
        Policy = "policy",
        Title = "title",
        /// The rest of the head.
        Head = "head",
        /// What is added to the address of the data.
        DataVersion = "version",
        /// The fingerprint of the data that the page shows; empty when it shows none.
        Fingerprint = "fingerprint",
        App = "app",
        /// What only the app reads.
        AfterApp = "after the app",
    }
}

/// No page holds this character: it is of a private use.
const MARK: char = '\u{e000}';

/// A page with places to fill: text and the names of slots in turn, text first.
pub(super) struct Template(String);

fn mark(slot: Slot) -> String {
    format!("{MARK}{}{MARK}", slot.word())
}

impl Template {
    /// Takes the app's page apart; `files` are those that it loads, and `boot` is its first script.
    pub(super) fn parse(page: &str, files: &Files, boot: &str) -> Result<Self, PrerenderError> {
        let handlers = vec![
            // Addresses that come before the first script would start from where the page seems to be.
            element!("meta[charset]", |meta| {
                let first = format!("{}<script>{}</script>", mark(Slot::Policy), boot);
                meta.after(&first, ContentType::Html);
                Ok(())
            }),
            element!("title", |title| {
                title.set_inner_content(&mark(Slot::Title), ContentType::Html);
                title.after(&mark(Slot::Head), ContentType::Html);
                Ok(())
            }),
            // Trunk's own way to start the app, and its copy of the first script: ours come with the head.
            element!("script, link[rel=modulepreload], link[rel=preload]", removed),
            element!("link[href], a[href]", |tag| {
                let href = tag.get_attribute("href").unwrap_or_default();
                let Some(name) = href.strip_prefix('/') else { return Ok(()) };
                if tag.get_attribute("rel").as_deref() == Some("stylesheet")
                    && let Some(bytes) = files.get(name)
                {
                    tag.set_attribute("integrity", &integrity::of(bytes))?;
                }
                let version = if tag.get_attribute("id").as_deref() == Some(names::DATA_ID) {
                    tag.set_attribute(names::FINGERPRINT, &mark(Slot::Fingerprint))?;
                    mark(Slot::DataVersion)
                } else {
                    String::new()
                };
                tag.set_attribute("href", &format!("{}{name}{version}", mark(Slot::Root)))?;
                Ok(())
            }),
            element!(format!("div#{}", names::APP_ID), |app| {
                app.set_inner_content(&mark(Slot::App), ContentType::Html);
                app.after(&mark(Slot::AfterApp), ContentType::Html);
                Ok(())
            }),
        ];
        let marked = rewritten(page, handlers)?;
        if let Some(missing) = Slot::ALL.iter().find(|slot| !marked.contains(&mark(**slot))) {
            return Err(PrerenderError::NoPlace(missing.word()));
        }
        Ok(Self(marked))
    }

    /// The page, its places filled.
    pub(super) fn fill(&self, mut content: impl FnMut(Slot) -> String) -> String {
        let mut page = String::new();
        for (rank, text) in self.0.split(MARK).enumerate() {
            match Slot::parse(text).filter(|_| rank % 2 == 1) {
                Some(slot) => page.push_str(&content(slot)),
                None => page.push_str(text),
            }
        }
        page
    }
}

/// What changes the elements of some selectors.
type Handlers<'a> = Vec<(Cow<'a, Selector>, ElementContentHandlers<'a>)>;

/// A page whose elements are changed.
pub(super) fn rewritten(page: &str, handlers: Handlers<'_>) -> Result<String, PrerenderError> {
    let settings = RewriteStrSettings { element_content_handlers: handlers, ..RewriteStrSettings::new() };
    Ok(rewrite_str(page, settings)?)
}

/// The change that takes an element away.
pub(super) fn removed(element: &mut Element<'_, '_>) -> HandlerResult {
    element.remove();
    Ok(())
}
