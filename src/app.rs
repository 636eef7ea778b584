//! The app: frame, and the page of the current address.

use std::sync::Arc;

use crate::view;
use leptos::prelude::*;

use crate::components::{Footer, Header};
use crate::pages::Needs;
use crate::state::content::{Content, Current, apart, use_content, use_language};
use crate::state::dress::dress;
use crate::state::frame::{Frame, use_frame};
use crate::state::kept::Kept;
use crate::state::links::{link_to, use_root};
use crate::state::load::LoadFailure;
use crate::state::location::{Location, Step, use_location};
use crate::{browser, pages};
use ::catalogue::Kind;
use address::Root;
use address::route::Route;
use messages::{catalogue, embed, propose, relations, selection, shell, statistics};

#[component]
pub fn App(content: Arc<Content>, root: Root) -> impl IntoView {
    provide_context(root);
    provide_context(content.catalogue().site.language);
    let current = Current(RwSignal::new(content));
    provide_context(current);
    let location = Location::follow();
    provide_context(location);
    provide_context(Kept::new(location, current));
    let frame = location.path.with_untracked(|path| location.search.with_untracked(|search| Frame::of(path, search)));
    provide_context(frame);
    dress(current.now().identity(), &use_root(), frame);
    browser::follow_links(
        use_root(),
        move |path| Frame::of(path, "").is_embed() == frame.is_embed(),
        move |address| location.open(address),
    );
    let route = Memo::new(move |_| location.path.with(|path| current.0.with(|content| content.route(path))));
    let needs = Needs::follow(route, current);
    Effect::new(move |previous: Option<(Route, Needs)>| {
        let present = (route.get(), needs.get());
        browser::set_title(&current.0.with(|content| title_of(&present.0, content)));
        if let Some(previous) = previous
            && present.1 != Needs::Awaited
            && present != previous
        {
            let is_late = previous.0 == present.0;
            let returns = location.returns.get_value() && (!is_late || previous.1 == Needs::Awaited);
            // Who went on in what surrounds a page told as refused stays there when it comes.
            let stays = is_late && previous.1 == Needs::Refused && browser::has("#app > :not(main) :focus");
            if !stays {
                browser::arrive(is_late, returns);
            }
        }
        present
    });
    let page = view! {
        <main id="contenu" tabindex="-1">
            {move || {
                current.0.track();
                view! { <Page route needs/> }
            }}
        </main>
    };
    if frame.is_embed() {
        return view! { <div class="frame">{page}<pages::EmbedFoot route/></div> };
    }
    view! {
        <a class="skip-link" href="#contenu">{shell::SKIP.to(use_language())}</a>
        <Header route/>
        {page}
        <Footer/>
    }
}

/// Starts the app over the page, which keeps its content when the data cannot be had.
pub fn start(content: Result<Arc<Content>, LoadFailure>, root: Root) {
    match content {
        Ok(content) => browser::take_over(move || view! { <App content root/> }),
        Err(failure) => browser::put_before_page(move || pages::failure_notice(&failure)),
    }
}

/// The page of the current address.
#[component]
fn Page(route: Memo<Route>, needs: Memo<Needs>) -> impl IntoView {
    let content = use_content();
    // Who keeps the data reads of its problems in the site, unless it says no, and not in the frames of others.
    let told = !content.diagnostics.is_empty() && !use_frame().is_embed();
    let told = told && !content.catalogue().site.hides_problems;
    let problems = told.then(|| view! { <pages::DataProblems/> });
    view! {
        {problems}
        {move || apart(|| match route.get() {
            _ if needs.get() == Needs::Awaited => view! { <pages::Waiting/> },
            _ if needs.get() == Needs::Refused => view! { <pages::Unavailable/> },
            Route::Home if content.needs(&Route::Home).0.is_none() => view! { <pages::Home/> },
            later => {
                if let Route::Entry(kind, id) = &later { lead_from_former(&content, *kind, id) }
                content.needs(&later).0.map(|module| pages::of_module(module, later)).into_any()
            }
        })}
    }
}

/// Puts in the address of an entry that had another id, or whose kind had another folder, the one that it has.
fn lead_from_former(content: &Content, kind: Kind, id: &str) {
    let entry = content.find(kind, id).map(|index| content.entry(index));
    let former = entry.filter(|entry| entry.id != id || entry.kind.folder() != kind.folder());
    if let Some(address) = former.map(link_to) {
        let location = use_location();
        Effect::new(move |_| location.go(&address, Step::Same));
    }
}

/// The title of a page, with the name of the site.
pub fn title_of(route: &Route, content: &Content) -> String {
    shell::title(name_of(route, content), content.catalogue().site_name())
}

/// The title of a page.
pub fn name_of<'a>(route: &Route, content: &'a Content) -> &'a str {
    let language = content.catalogue().site.language;
    match route {
        Route::Home => content.catalogue().site.heading.as_str(),
        Route::Catalogue | Route::Embed => catalogue::TITLE.to(language),
        Route::Page(id) => match content.page(id) {
            Some(page) => page.title.as_str(),
            None => shell::NOT_FOUND.to(language),
        },
        Route::Compare => selection::COMPARISON.to(language),
        Route::Selection => selection::TITLE.to(language),
        Route::Relations => relations::TITLE.to(language),
        Route::Statistics => statistics::TITLE.to(language),
        Route::Configure => embed::TITLE.to(language),
        Route::Propose => propose::TITLE.to(language),
        Route::Entries(_) => shell::ALL_ENTRIES.to(language),
        Route::Entry(kind, id) | Route::EmbedEntry(kind, id) => match content.find(*kind, id) {
            Some(index) => content.entry(index).name.as_str(),
            None => shell::NOT_FOUND.to(language),
        },
        Route::NotFound(_) => shell::NOT_FOUND.to(language),
    }
}
