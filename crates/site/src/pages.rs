//! The pages of a site, each made from the views when it is asked for: those that grow with the data are not all in
//! memory at once.

use std::convert::Infallible;
use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread;

use address::route::Route;
use communs::{Content, Root, page_title, render_at};
use export::BaseUrl;

use super::template::Slot;
use super::{App, Data, Files, Start, embed_page, head, policy, scripts};

/// A site ready to be written.
pub struct Site<'a> {
    /// All but the pages that are still to be made.
    pub(super) files: Files,
    pub(super) pages: Pages<'a>,
    pub(super) later: Vec<Route>,
}

impl Site<'_> {
    /// Gives every file to `take`, the pages of entries as they are made, on every core and in no order.
    ///
    /// # Errors
    /// The first one of `take`.
    pub fn each<E>(&self, mut take: impl FnMut(&str, &[u8]) -> Result<(), E>) -> Result<(), E> {
        self.files.iter().try_for_each(|(name, bytes)| take(name, bytes))?;
        let (next, cores) = (AtomicUsize::new(0), thread::available_parallelism().map_or(1, NonZero::get));
        // Whoever writes slower than pages are made has them wait.
        let (done, made) = sync_channel(cores);
        thread::scope(|scope| {
            for _ in 0..cores {
                let (done, next) = (done.clone(), &next);
                scope.spawn(move || {
                    let routes = std::iter::from_fn(|| self.later.get(next.fetch_add(1, Ordering::Relaxed)));
                    // Nobody takes any more after an error.
                    _ = routes.map(|route| self.pages.file(route)).try_for_each(|file| done.send(file));
                });
            }
            drop(done);
            made.into_iter().try_for_each(|(name, html)| take(&name, &html))
        })
    }

    /// Every file, all in memory.
    pub fn whole(&self) -> Files {
        let mut files = Files::new();
        let Ok(()) = self.each(|name, bytes| {
            files.insert(name.to_owned(), bytes.to_vec());
            Ok::<_, Infallible>(())
        });
        files
    }
}

/// What pages are made of.
pub(super) struct Pages<'a> {
    pub(super) app: App<'a>,
    pub(super) data: &'a Data<'a>,
    pub(super) base: Option<&'a BaseUrl>,
    pub(super) start: Start,
    pub(super) policy: String,
    /// The version of the app.
    pub(super) version: String,
    /// That of the data.
    pub(super) fingerprint: String,
}

impl Pages<'_> {
    /// The file of a page.
    pub(super) fn file(&self, route: &Route) -> (String, Vec<u8>) {
        let Self { app, data, base, start, .. } = self;
        let content = &data.content;
        let (to_root, path) = (route.to_root(), route.to_string());
        let (template, head) = if route.is_embed() {
            let scripts = [app.scripts.frame_look, app.scripts.frame_height];
            (&app.embed_template, embed_page::head(route, *base, &scripts))
        } else {
            (&app.template, head::of_page(route, content, *base))
        };
        let html = template.fill(|slot| match slot {
            Slot::Root => to_root.clone(),
            Slot::Policy => policy::meta(&self.policy),
            Slot::Title => text::escaped(&page_title(route, content)),
            Slot::Head => format!("{head}{}", start.tag(&to_root, route, data)),
            Slot::DataVersion => format!("?v={}", self.version),
            Slot::Fingerprint => self.fingerprint.clone(),
            Slot::App => app_at(&path, content, Root::at(&to_root)),
            Slot::AfterApp => {
                data.details_of(route).map_or_else(String::new, |details| scripts::data(names::DETAILS_ID, details))
            }
        });
        (page_file(route), html.into_bytes())
    }
}

/// The name of the file of a page.
pub(super) fn page_file(route: &Route) -> String {
    format!("{}index.html", route.folder())
}

/// The app at a path, as HTML that nothing is to be hydrated from: without the marks of that.
pub(super) fn app_at(path: &str, content: &Arc<Content>, root: Root) -> String {
    let html = render_at(path, content, root);
    let mut pieces = html.split("<!");
    let mut clean = pieces.next().unwrap_or_default().to_owned();
    // `<` is written `&lt;` in texts and attributes: only marks start so.
    pieces.for_each(|piece| clean.push_str(piece.split_once('>').map_or("", |(_, rest)| rest)));
    clean
}
