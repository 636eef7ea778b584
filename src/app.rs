//! The app: frame, and the page of the current address.

use std::sync::Arc;

use crate::view;
use leptos::prelude::*;

use crate::browser;
use crate::components::{Footer, Header};
use crate::pages;
use crate::state::content::{Content, LoadFailure, LoadState, Loading, WordsReady, apart};
use crate::state::frame::{Frame, use_frame};
use crate::state::kept::Kept;
use crate::state::links::use_root;
use crate::state::load;
use crate::state::location::{Location, Step};
use address::Root;
#[cfg(feature = "csr")]
use address::route::Part;
use address::route::Route;
use messages::{catalogue, configure, guides, propose, relations, selection, shell, statistics};

/// Whether this app draws the frames of the catalogue.
const HAS_FRAMES: bool = cfg!(any(feature = "frame-pages", feature = "ssr"));
/// Whether it draws the pages of every day.
const HAS_EVERYDAY: bool = cfg!(any(feature = "everyday-pages", feature = "ssr"));
/// Whether it draws the others.
const HAS_OTHERS: bool = cfg!(any(feature = "other-pages", feature = "ssr"));
/// Whether all that it draws is in the frames of other sites.
const ONLY_FRAMES: bool = !HAS_EVERYDAY && !HAS_OTHERS;

/// Whether this app draws a page: links to the others load them.
#[cfg(feature = "csr")]
pub(crate) const fn draws(route: &Route) -> bool {
    match route.part() {
        Part::Frames => HAS_FRAMES,
        Part::Everyday => HAS_EVERYDAY,
        Part::Others => HAS_OTHERS,
    }
}

/// The whole site, from a state of loading.
#[component]
pub fn App(
    /// How loading went.
    state: LoadState,
    /// Where the site stands.
    root: Root,
) -> impl IntoView {
    provide_context(root);
    view! { <AroundPage state/> }
}

/// Starts the app over the page. A page that reads without it keeps its content when the data cannot
/// be had.
#[cfg(feature = "csr")]
pub fn start(state: LoadState, root: Root) {
    match state {
        LoadState::Failed(failure) if browser::page_is_readable() => {
            browser::put_before_page(move || pages::failure_notice(&failure));
        }
        state => browser::take_over(move || view! { <App state root/> }),
    }
}

/// What is around every page.
#[component]
fn AroundPage(state: LoadState) -> impl IntoView {
    let loading = Loading(RwSignal::new(state));
    provide_context(loading);
    let words_ready = WordsReady(RwSignal::new(false));
    provide_context(words_ready);
    Effect::new(move |_| {
        if let LoadState::Ready(content) = loading.0.get() {
            load::index_words(content, words_ready);
        }
    });
    let location = Location::follow();
    provide_context(location);
    browser::follow_links(
        use_root(),
        move |address, is_page| {
            if is_page { location.open(address) } else { location.go(address, Step::New) }
        },
    );
    provide_context(Kept::new(location, loading));
    let frame = location.path.with_untracked(|path| location.search.with_untracked(|search| Frame::of(path, search)));
    provide_context(frame);
    let route = Memo::new(move |_| location.path.with(|path| Route::parse(path)));
    Effect::new(move |previous: Option<Route>| {
        let route = route.get();
        browser::set_title(&loading.0.with(|state| title_of(&route, state)));
        if previous.is_some_and(|previous| previous != route) {
            browser::focus_heading();
        }
        route
    });
    let page = view! {
        <main id="contenu" tabindex="-1">
            {move || match loading.0.get() {
                LoadState::Loading => view! { <pages::Waiting/> },
                LoadState::Failed(failure) => view! { <pages::Failed failure/> },
                LoadState::Ready(content) => view! { <Page content route/> },
            }}
        </main>
    };
    if ONLY_FRAMES || frame.is_embed() {
        return view! { <div class="cadre">{page}<pages::EmbedFoot route/></div> };
    }
    view! {
        <a class="evitement" href="#contenu">{shell::SKIP}</a>
        <Header route/>
        {page}
        <Footer/>
    }
}

/// The page of the current address, once there is content.
#[component]
fn Page(content: Arc<Content>, route: Memo<Route>) -> impl IntoView {
    provide_context(Arc::clone(&content));
    // Who keeps the data reads of its problems in the site, unless it says no, and not in the frames of others.
    let told = !ONLY_FRAMES && !content.diagnostics.is_empty() && !use_frame().is_embed();
    let told = told && !content.catalogue().site.hides_problems;
    let problems = told.then(|| view! { <pages::DataProblems/> });
    view! {
        {problems}
        {move || apart(|| match route.get() {
            Route::Home if HAS_EVERYDAY => view! { <pages::Home/> },
            Route::Catalogue | Route::Embed if HAS_EVERYDAY || HAS_FRAMES => view! { <pages::CataloguePage/> },
            Route::Guide(guide) if HAS_OTHERS => pages::guide(guide),
            Route::About if HAS_OTHERS => view! { <pages::About/> },
            Route::Compare if HAS_OTHERS => view! { <pages::Compare/> },
            Route::Selection if HAS_OTHERS => view! { <pages::Selection/> },
            Route::Relations if HAS_OTHERS => view! { <pages::Relations/> },
            Route::Statistics if HAS_OTHERS => view! { <pages::Statistics/> },
            Route::Configure if HAS_OTHERS => view! { <pages::Configure/> },
            Route::Propose if HAS_OTHERS => view! { <pages::Propose/> },
            Route::Entries(page) if HAS_EVERYDAY => view! { <pages::Entries page/> },
            Route::Entry(kind, id) | Route::EmbedEntry(kind, id) if HAS_EVERYDAY => match content.find(kind, &id) {
                Some(index) if use_frame().is_embed() => view! { <pages::EmbeddedEntry index/> },
                Some(index) => view! { <pages::Fiche index/> },
                None => view! { <pages::NotFound asked=id is_entry=true/> },
            },
            Route::NotFound(path) if HAS_EVERYDAY => view! { <pages::NotFound asked=path is_entry=false/> },
            // Only a page that could not be had is drawn here.
            _ => view! { <pages::Failed failure=LoadFailure::NoAnswer/> },
        })}
    }
}

/// The title of a page, with the name of the site.
pub(crate) fn title_of(route: &Route, state: &LoadState) -> String {
    let LoadState::Ready(content) = state else { return messages::SITE.to_owned() };
    shell::title(name_of(route, content), state.site())
}

/// The title of a page.
pub(crate) fn name_of<'a>(route: &Route, content: &'a Content) -> &'a str {
    match route {
        Route::Home => content.catalogue().site.heading.as_str(),
        Route::Catalogue | Route::Embed => catalogue::TITLE,
        Route::Guide(guide) => guides::title(*guide),
        Route::About => shell::NAV_ABOUT,
        Route::Compare => selection::COMPARISON,
        Route::Selection => selection::TITLE,
        Route::Relations => relations::TITLE,
        Route::Statistics => statistics::TITLE,
        Route::Configure => configure::TITLE,
        Route::Propose => propose::TITLE,
        Route::Entries(_) => shell::ALL_ENTRIES,
        Route::Entry(kind, id) | Route::EmbedEntry(kind, id) => match content.find(*kind, id) {
            Some(index) => content.entry(index).name.as_str(),
            None => shell::NOT_FOUND,
        },
        Route::NotFound(_) => shell::NOT_FOUND,
    }
}
