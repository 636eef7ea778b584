//! What comes of the settings: the view itself, and the code to paste.

use leptos::prelude::*;

use super::code::Embedded;
use super::fields::{Choose, number, select};
use super::{HEIGHT, Settings, Target};
use crate::browser;
use crate::components::copy_button;
use crate::state::content::{use_content, use_language};
use crate::state::frame::joined;
use crate::state::links::use_root;
use crate::view;
use address::route::Route;
use catalogue::Catalogue;
use messages::{Message, embed as said, quoted};

/// The least and the greatest height, in pixels.
const HEIGHTS: [u16; 2] = [200, 2000];

/// The view, in a frame like that of the host.
pub(super) fn preview(settings: Settings) -> AnyView {
    let language = use_language();
    let width = RwSignal::new(said::WIDTHS[0].0.to_owned());
    let widths = said::WIDTHS.map(|(word, label)| (word.to_owned(), label.to(language).to_owned())).to_vec();
    let choose: Choose = Box::new(move |word| width.set(word));
    let root = use_root();
    let address = Memo::new(move |_| {
        settings.target.with(|target| {
            let search = joined(&target.search(), &settings.shown.get().to_string());
            root.link_with(&target.route(), &search)
        })
    });
    // Going from one address to the next would fill the history.
    Effect::new(move |ran: Option<()>| {
        let address = address.get();
        if ran.is_some() {
            browser::replace_frame(".configure__frame iframe", &address);
        }
    });
    let height = Signal::derive(move || settings.height.get().to_string());
    let set_height: Choose = Box::new(move |word| {
        let height = word.parse().unwrap_or(HEIGHT);
        settings.height.set(height.clamp(HEIGHTS[0], HEIGHTS[1]));
    });
    let frame =
        view! { <iframe src=address.get_untracked() title=said::PREVIEW_TITLE.to(language) height=height></iframe> };
    view! {
        <section class="stack configure__preview">
            <h2>{said::PREVIEW.to(language)}</h2>
            <div class="with-app row">
                {select(said::WIDTH.to(language), widths, width.into(), choose)}
                {number(said::HEIGHT.to(language), HEIGHTS, height, set_height)}
            </div>
            <div class="configure__frame" data-width=width>{frame}</div>
        </section>
    }
}

/// The codes, each with a button that copies it.
pub(super) fn codes(settings: Settings) -> AnyView {
    let language = use_language();
    let content = use_content();
    let root = use_root();
    let codes = move || {
        let (target, shown) = (settings.target.get(), settings.shown.get());
        // Natively, where the site will be is known from its data at most.
        let base = content.catalogue().site.url.as_ref().map(|url| url.join(""));
        let root_address =
            base.filter(|_| browser::IS_PRERENDERING).unwrap_or_else(|| browser::absolute(&root.link(&Route::Home)));
        let path = target.route().to_string();
        let search = joined(&target.search(), &shown.to_string());
        let title = title(content.catalogue(), &target);
        // What it looks like in a frame means nothing there.
        let page = match &target {
            Target::Query(query) => format!("{}?{query}", Route::Catalogue),
            Target::Entry(kind, id, _) => Route::Entry(*kind, id.clone()).to_string(),
        };
        let page = format!("{root_address}{}", page.trim_start_matches('/').trim_end_matches('?'));
        let view = Embedded {
            root: &root_address,
            path: path.trim_start_matches('/'),
            search: &search,
            page: &page,
            title: &title,
            height: settings.height.get(),
        };
        let entry = matches!(target, Target::Entry(..)).then(|| block(said::OEMBED, page.clone()));
        view! {
            {block(said::ELEMENT, view.element())}
            {block(said::IFRAME, view.iframe())}
            {block(said::SCRIPT, view.script())}
            {entry}
            {block(said::LINK, view.address())}
        }
    };
    view! {
        <section class="stack configure__codes">
            <h2>{said::CODE.to(language)}</h2>
            <p class="small secondary">{said::HEIGHT_HELP.to(language)}</p>
            {codes}
        </section>
    }
}

/// The title of the frame, which screen readers say.
fn title(catalogue: &Catalogue, target: &Target) -> String {
    let language = use_language();
    let shown: Vec<String> = match target {
        Target::Query(query) => {
            let words = query.filters_of(catalogue).map(|(facet, value)| {
                let row = facet.row(catalogue);
                let code = row.code(catalogue, value);
                code.map_or(value, |code| row.label(catalogue, code, language)).to_owned()
            });
            let text = (!query.text.trim().is_empty()).then(|| quoted(language, query.text.trim()));
            text.into_iter().chain(words).collect()
        }
        Target::Entry(_, id, _) => {
            catalogue.find(id).map(|index| catalogue.entry(index).name.to_string()).into_iter().collect()
        }
    };
    said::frame_title(language, catalogue.site_name(), &shown)
}

/// One code: what it needs, itself, the button.
fn block((title, help): (Message, Message), code: String) -> AnyView {
    let language = use_language();
    let [title, help] = [title, help].map(|message| message.to(language));
    let copied = code.clone();
    let (copied, class) = (Box::new(move || copied.clone()), "button button--secondary with-app");
    let copy = copy_button(class, "page", said::COPY.to(language), title, copied, [said::COPIED, said::NOT_COPIED]);
    view! {
        <div class="configure__code">
            <h3>{title}</h3>
            <p class="small secondary">{help}</p>
            <pre translate="no" tabindex="0" role="region" aria-label=title><code>{code}</code></pre>
            {copy}
        </div>
    }
}
