//! Chooses how to show a view of the catalogue in another site: what it shows, how it looks, the code
//! to paste. All of it but the height is in the URL.

mod code;
mod fields;
mod look;
mod result;

use leptos::prelude::*;

use super::catalogue::{Announcement, Facets, Page, SearchField, chips, warnings};
use crate::components::{composed, inline};
use crate::state::content::{Content, use_content, use_language};
use crate::state::frame::{Frame, joined};
use crate::state::links::{link, use_root};
use crate::state::location::{Location, Step, use_location};
use crate::state::query::UrlState;
use crate::view;
use ::catalogue::Kind;
use address::ENTRY;
use address::embed::{EntryView, Presentation, entry_view};
use address::route::Route;
use fields::{Choose, select};
use messages::{catalogue, embed as said};
use search::query::{BadParameter, Order, Query, Scope};

/// The height of a frame at first, in pixels.
const HEIGHT: u16 = 600;

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Target {
    Query(Box<Query>),
    Entry(Kind, String, EntryView),
}

impl Target {
    /// Reads the search part of the page's address, and tells what means nothing there; what is not in the catalogue is
    /// not shown.
    fn of(search: &str, content: &Content) -> (Self, Vec<BadParameter>) {
        let kinds = content.catalogue().kinds.all();
        let path = text::parameter(search, ENTRY);
        match path.as_deref().map(|path| Route::parse(path, kinds)) {
            Some(Route::Entry(kind, id)) if content.find(kind, &id).is_some() => {
                let (view, bad) = entry_view(search);
                (Self::Entry(kind, id, view), Vec::from_iter(bad))
            }
            _ => {
                let (query, mut bad) = Query::parse_for(search, content.catalogue());
                bad.extend(path.map(|path| BadParameter { name: ENTRY.to_owned(), value: path.into_owned() }));
                (Self::Query(Box::new(query.with_page(1))), bad)
            }
        }
    }

    fn route(&self) -> Route {
        match self {
            Self::Query(_) => Route::Embed,
            Self::Entry(kind, id, _) => Route::EmbedEntry(*kind, id.clone()),
        }
    }

    /// The search part of the view.
    fn search(&self) -> String {
        match self {
            Self::Query(query) => query.to_string(),
            Self::Entry(_, _, EntryView::EntryPage) => String::new(),
            Self::Entry(_, _, view) => format!("vue={}", view.word()),
        }
    }

    /// The search part of the page that chooses it.
    fn own_search(&self) -> String {
        match self {
            Self::Query(_) => self.search(),
            Self::Entry(kind, id, _) => {
                let path = Route::Entry(*kind, id.clone()).to_string();
                joined(&format!("{ENTRY}={}", path.trim_matches('/')), &self.search())
            }
        }
    }
}

/// What the pieces of the page share.
#[derive(Clone, Copy)]
struct Settings {
    page: Page,
    target: Memo<Target>,
    shown: Memo<Presentation>,
    height: RwSignal<u16>,
    own: StoredValue<String>,
    location: Location,
}

impl Settings {
    /// Changes how the view is shown: the entry of the history is replaced.
    fn present(self, change: impl FnOnce(&mut Presentation)) {
        let mut shown = self.shown.get_untracked();
        change(&mut shown);
        self.target.with_untracked(|target| self.go(target, shown));
    }

    /// What changes how the view is shown, from a word.
    fn setter(self, change: fn(&mut Presentation, &str)) -> Choose {
        Box::new(move |word| self.present(|shown| change(shown, &word)))
    }

    /// A part of how the view is shown, followed.
    fn read(self, part: fn(Presentation) -> String) -> Signal<String> {
        Signal::derive(move || part(self.shown.get()))
    }

    fn go(self, target: &Target, shown: Presentation) {
        let search = joined(&target.own_search(), &shown.to_string());
        self.own.with_value(|own| self.location.go(format!("{own}?{search}").trim_end_matches('?'), Step::Same));
    }
}

#[component]
pub(crate) fn Configure() -> impl IntoView {
    let language = use_language();
    let location = use_location();
    let search = location.search;
    let shown = Memo::new(move |_| search.with(|search| Presentation::parse(search).0));
    provide_context(Frame::Settings(shown));
    let page = Page::new(UrlState::new());
    provide_context(page);
    let read = move || search.with(|search| Target::of(search, &use_content()));
    let target = Memo::new(move |_| read().0);
    let warnings = move || {
        let mut bad = read().1;
        bad.extend(search.with(|search| Presentation::parse(search).1));
        warnings(page, &bad)
    };
    let own = StoredValue::new(link(&Route::Configure));
    let settings = Settings { page, target, shown, height: RwSignal::new(HEIGHT), own, location };
    let is_entry = Memo::new(move |_| target.with(|target| matches!(target, Target::Entry(..))));
    let body = if use_root().is_one_file() {
        view! { <p class="measure">{said::ONE_FILE.to(language)}</p> }
    } else {
        view! {
            <p class="without-app measure">{said::WITHOUT_APP.to(language)}</p>
            <div class="configure">
                <div class="configure__settings with-app">
                    <section class="stack">
                        <h2>{said::WHAT.to(language)}</h2>
                        {move || if is_entry.get() { chosen_entry(settings) } else { chosen_query(settings) }}
                    </section>
                    <section class="stack">
                        <h2>{said::HOW.to(language)}</h2>
                        {look::fields(settings, is_entry)}
                    </section>
                </div>
                <div class="configure__result">
                    {result::preview(settings)}
                    {result::codes(settings)}
                </div>
            </div>
        }
    };
    view! {
        <div class="wrapper section configure__page">
            <div class="section__head">
                <h1>{said::TITLE.to(language)}</h1>
                <p>{said::LEAD.to(language)}</p>
                {warnings}
            </div>
            {body}
        </div>
    }
}

/// The search, the filters and the order, as in the catalogue.
fn chosen_query(settings: Settings) -> AnyView {
    let language = use_language();
    let Settings { page, .. } = settings;
    let query = page.url.query;
    let content = use_content();
    let scopes = Scope::shown(content.catalogue());
    let scopes = scopes.map(|scope| (scope.word().to_owned(), scope.name(content.catalogue()).to_owned())).collect();
    let sorts = Order::all(content.catalogue()).into_iter();
    let sorts = sorts.map(|(sort, name)| (sort.word().into_owned(), name.to_owned())).collect();
    let kinds = content.catalogue().kinds.all().to_vec();
    let scope: Choose = Box::new(move |word| {
        if let Some(scope) = Scope::parse(&word, &kinds) {
            page.url.change(|query| query.with_scope(scope));
        }
    });
    let sort: Choose = Box::new(move |word| {
        if let Some(sort) = Order::parse(&word) {
            page.url.change(|query| query.with_sort(sort));
        }
    });
    view! {
        <SearchField/>
        {select(said::KIND.to(language), scopes, Signal::derive(move || query.get().scope.word().to_owned()), scope)}
        <Facets/>
        {chips(page)}
        {select(catalogue::SORT.to(language), sorts, Signal::derive(move || query.get().sort.word().into_owned()), sort)}
        <p>{page.found}</p>
        <Announcement/>
    }
}

/// The entry, and the way back to the catalogue.
fn chosen_entry(settings: Settings) -> AnyView {
    let language = use_language();
    let content = use_content();
    let name = settings.target.with(|target| match target {
        Target::Entry(kind, id, _) => {
            content.find(*kind, id).map(|index| inline(&content.entry(index).name).into_owned())
        }
        Target::Query(_) => None,
    });
    view! {
        <p>{name.map(|name| composed(said::entry(language, &name)))}</p>
        <p><a href=link(&Route::Configure)>{said::RATHER_CATALOGUE.to(language)}</a></p>
    }
}
