//! The catalogue: search, tabs, facets, results. All of it is in the URL.

mod facet;
mod facets;
mod nothing;
mod results;
mod table;
mod toolbar;

pub(in crate::pages) use facets::Facets;
pub(in crate::pages) use toolbar::{chips, value_name};

use crate::view;
use facet::Fold;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

use crate::browser;
use crate::components::{bad_parameters, icon, needs_app, warning};
use crate::pages::entry_list;
use crate::state::content::{use_content, use_words_ready};
use crate::state::frame::{Frame, use_frame};
use crate::state::later::Later;
use crate::state::links::{address, link};
use crate::state::query::UrlState;
use ::catalogue::Axis;
use messages::{catalogue, facets as names};
use search::Results;
use search::facet::Facet;
use search::query::{Query, Scope};

/// A query and its results.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::pages) struct Answer {
    pub(in crate::pages) query: Query,
    pub(in crate::pages) results: Results,
}

/// What the pieces of the page share.
#[derive(Clone, Copy)]
pub(in crate::pages) struct Page {
    pub(in crate::pages) url: UrlState,
    /// The answer to what is asked: the first results and their number follow it.
    answer: Memo<Arc<Answer>>,
    /// The same once typing pauses and the URL follows: all the rest follows too, so that no key
    /// waits for it.
    pub(in crate::pages) settled: RwSignal<Arc<Answer>>,
    /// How the group of each facet is unfolded.
    folds: StoredValue<Vec<Fold>>,
    /// The axis of maturity that is shown.
    axis: RwSignal<Axis>,
    /// Results on one page.
    size: usize,
}

impl Page {
    pub(in crate::pages) fn new(url: UrlState) -> Self {
        let content = use_content();
        let words_ready = use_words_ready();
        let size = use_frame().page_size();
        let asked = RwSignal::new(url.query.get_untracked());
        let answer = Memo::new(move |_| {
            words_ready.track();
            let query = asked.get();
            let results = content.index.top(&query, results::needed(&query, size));
            Arc::new(Answer { query, results })
        });
        let settled = RwSignal::new(answer.get_untracked());
        Effect::new(move |_| {
            let query = url.query.get();
            if url.typing.get() {
                // The letter is painted first. What is answered then is what has been typed by then.
                browser::after_paint(move || {
                    if let Some(query) = url.query.try_get_untracked() {
                        let _ = asked.try_set(query);
                    }
                });
            } else if asked.with_untracked(|asked| *asked != query) {
                asked.set(query);
            }
        });
        Effect::new(move |_| {
            if !url.typing.get() {
                settled.set(answer.get());
            }
        });
        let folds = StoredValue::new((0..Facet::COUNT).map(|_| Fold::new()).collect());
        Self { url, answer, settled, folds, axis: RwSignal::new(Axis::Resource), size }
    }

    fn fold(self, facet: Facet) -> Fold {
        self.folds.with_value(|folds| folds[facet as usize])
    }

    /// Gives up the text, the values chosen and what is sought among values.
    fn clear(self) {
        self.folds.with_value(|folds| folds.iter().for_each(|fold| fold.sought.set(None)));
        self.url.change(Query::cleared);
    }
}

/// The catalogue page.
#[component]
pub(crate) fn CataloguePage() -> impl IntoView {
    let url = UrlState::new();
    let page = Page::new(url);
    provide_context(page);
    let content = use_content();
    let in_site = !use_frame().is_embed();
    let warnings = move || {
        let answer = page.settled.get();
        let unknown: Vec<String> = answer
            .results
            .unknown_values
            .iter()
            .map(|(facet, value)| format!("{}\u{a0}: {value}", names::name(*facet)))
            .collect();
        let unknown = (!unknown.is_empty()).then(|| warning(catalogue::unknown_values(&unknown).into_any()));
        [bad_parameters(&url.bad_parameters()), unknown].into_iter().flatten().collect::<Vec<AnyView>>()
    };
    // Where nothing can be filtered, all of it is there.
    let every_entry = (browser::IS_PRERENDERING && in_site)
        .then(|| view! { <div class="sans-app" id="liste">{entry_list(content.catalogue(), 1)}</div> });
    let title = if in_site { catalogue::TITLE.to_owned() } else { content.catalogue().site.title.to_string() };
    let help = in_site.then(|| view! { <p class="petit second des-lg avec-app">{catalogue::SEARCH_HELP}</p> });
    view! {
        <div class="enveloppe">
            <div class="cat__tete">
                <h1>{title}</h1>
                <SearchField/>
                {help}
                {warnings}
            </div>
            <Tabs/>
            <div class="cat">
                <facets::Facets/>
                <section class="resultats" aria-labelledby="compte">
                    <toolbar::Toolbar/>
                    <results::ResultList/>
                </section>
            </div>
            <Announcement/>
            {every_entry}
        </div>
    }
}

/// The field of the search: `/` goes to it (`takeover.js` hears that key), Escape empties it.
#[component]
pub(in crate::pages) fn SearchField() -> impl IntoView {
    let Page { url, .. } = expect_context();
    let text = move || url.query.with(|query| query.text.clone());
    let name = if matches!(use_frame(), Frame::Settings(_)) { "recherche__nom" } else { "recherche__nom sr" };
    let clear_on_escape = move |event: leptos::ev::KeyboardEvent| {
        // In the middle of a letter, the key gives that letter up.
        if event.key() == "Escape" && !event.is_composing() {
            event.prevent_default();
            url.type_text(String::new());
        }
    };
    view! {
        <form class="recherche" role="search" action=link(&use_frame().catalogue()) on:submit=move |event| event.prevent_default()>
            <label class=name for="q">{catalogue::SEARCH}</label>
            <div class="recherche__rang">
                <div class="recherche__champ">
                    {icon("loupe")}
                    <input
                        id="q" name="q" type="search" autocomplete="off" aria-keyshortcuts="/"
                        value=untrack(text)
                        prop:value=text
                        on:input=move |event| url.type_text(event_target_value(&event))
                        on:keydown=clear_on_escape
                        on:blur=move |_| url.settle()
                    />
                </div>
                <button class="bouton" type="submit">
                    <span class="bouton__nom">{messages::home::SEARCH_BUTTON}</span>
                    <span class="avant-md">{icon("fleche")}</span>
                </button>
            </div>
            {needs_app()}
        </form>
    }
}

/// The kinds of entries, each with its number of results.
#[component]
fn Tabs() -> impl IntoView {
    let page: Page = expect_context();
    let tabs = move || {
        let answer = page.settled.get();
        let query = &answer.query;
        let tab = |scope: Scope| {
            let count = messages::number(answer.results.in_scope(scope));
            view! {
                <li>
                    <a href=address(&query.clone().with_scope(scope)) aria-current=(query.scope == scope).then_some("true")>
                        {names::scope(scope)} " " <span class="onglets__n">{count}</span>
                    </a>
                </li>
            }
        };
        Scope::all().map(tab).collect::<Vec<AnyView>>()
    };
    view! { <nav class="onglets avec-app" aria-label=catalogue::KINDS><ul role="list">{tabs}</ul></nav> }
}

/// How long the results must stand before they are announced.
const ANNOUNCEMENT_PAUSE: Duration = Duration::from_millis(700);

/// Tells the number of results to screen readers, once typing pauses.
#[component]
fn Announcement() -> impl IntoView {
    let page: Page = expect_context();
    let said = RwSignal::new(String::new());
    let pending = Later::new();
    Effect::new(move |ran: Option<()>| {
        let count = page.answer.with(|answer| names::count(answer.query.scope, answer.results.count));
        // The first results are read with the page: they need no announcement.
        if ran.is_some() {
            pending.act(ANNOUNCEMENT_PAUSE, move || said.set(count));
        }
    });
    view! { <p class="sr" role="status">{said}</p> }
}
