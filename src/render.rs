//! Pages as HTML, natively: tests read them, and so does whoever writes pages ahead.

use std::sync::Arc;

use crate::view;
use any_spawner::Executor;
use leptos::prelude::*;
use leptos_router::location::RequestUrl;

use crate::app::App;
use crate::pages::failure_notice;
use crate::state::content::Content;
use crate::state::load::LoadFailure;
use address::Root;

/// The HTML of the app at a path with its search part (`/catalogue?q=rue`), as the browser draws it, in a site whose
/// links start at this root; the path is below it.
pub fn render_at(path: &str, content: &Arc<Content>, root: Root) -> String {
    // Already set when another page was rendered before: nothing runs on it.
    let _ = Executor::init_futures_executor();
    let owner = Owner::new_root(None);
    let html = owner.with(|| {
        provide_context(RequestUrl::new(path));
        view! { <App content=Arc::clone(content) root/> }.to_html()
    });
    owner.cleanup();
    html
}

/// What is said above a page when there is no content for the app.
pub fn render_failure(failure: &LoadFailure) -> String {
    Owner::new_root(None).with(|| failure_notice(failure).to_html())
}
