//! Pages as HTML, natively: tests read them, and so does whoever writes pages ahead.

use crate::view;
use any_spawner::Executor;
use leptos::prelude::*;
use leptos_router::location::RequestUrl;

use crate::app::{App, name_of, title_of};
use crate::state::content::{Content, LoadState};
use address::Root;
use address::route::Route;

/// The HTML of the app at a path with its search part (`/catalogue?q=rue`), as the browser draws it.
#[must_use]
pub fn render(path: &str, state: LoadState) -> String {
    render_at(path, state, Root::at("/"))
}

/// The same, of a site whose links start at this root; the path is below it.
#[must_use]
pub fn render_at(path: &str, state: LoadState, root: Root) -> String {
    // Already set when another page was rendered before: nothing runs on it.
    let _ = Executor::init_futures_executor();
    let owner = Owner::new_root(None);
    let html = owner.with(|| {
        provide_context(RequestUrl::new(path));
        view! { <App state root/> }.to_html()
    });
    owner.cleanup();
    html
}

/// The title of the page at a path, with the name of the site.
#[must_use]
pub fn page_title(path: &str, state: &LoadState) -> String {
    title_of(&state.route(path.split('?').next().unwrap_or_default()), state)
}

/// The title of a page.
#[must_use]
pub fn page_name<'a>(route: &Route, content: &'a Content) -> &'a str {
    name_of(route, content)
}
