//! How the view is shown.

use leptos::prelude::*;

use super::fields::{Choose, checkbox, choices, number, select};
use super::{Settings, Target};
use crate::browser;
use crate::components::icon;
use crate::state::content::use_language;
use crate::view;
use address::embed::{Accent, EntryView, Ground, Look, Part, Presentation};
use messages::{catalogue, embed as said};
use search::query::View;

/// The contrast that texts need (WCAG 2.2, « contrast (minimum) »).
const CONTRAST: f64 = 4.5;
/// What the browser's choice of a colour starts from: about the colour of links.
const USUAL: &str = "#0d545b";

/// The settings; those of lists only where the view is one.
pub(super) fn fields(settings: Settings, is_entry: Memo<bool>) -> AnyView {
    let language = use_language();
    let looks = choices(Look::WORDS, Look::NAMES);
    let set_look = settings.setter(|shown, word| shown.look = Look::parse(word).unwrap_or_default());
    let grounds = choices(Ground::WORDS, Ground::NAMES);
    let set_ground = settings.setter(|shown, word| shown.ground = Ground::parse(word).unwrap_or_default());
    view! {
        {move || if is_entry.get() { entry_view(settings) } else { list_view(settings) }}
        {select(said::LOOK.to(language), looks, settings.read(|shown| shown.look.word().to_owned()), set_look)}
        {accent(settings)}
        {select(said::GROUND.to(language), grounds, settings.read(|shown| shown.ground.word().to_owned()), set_ground)}
        {parts(settings)}
    }
}

fn entry_view(settings: Settings) -> AnyView {
    let language = use_language();
    let current = Signal::derive(move || {
        settings.target.with(|target| match target {
            Target::Entry(_, _, view) => view.word().to_owned(),
            Target::Query(_) => String::new(),
        })
    });
    let choose: Choose = Box::new(move |word| {
        if let Target::Entry(kind, id, _) = settings.target.get_untracked() {
            let target = Target::Entry(kind, id, EntryView::parse(&word).unwrap_or_default());
            settings.go(&target, settings.shown.get_untracked());
        }
    });
    select(catalogue::VIEW.to(language), choices(EntryView::WORDS, EntryView::NAMES), current, choose)
}

fn list_view(settings: Settings) -> AnyView {
    let language = use_language();
    let url = settings.page.url;
    let choose: Choose =
        Box::new(move |word| url.change(|query| query.with_view(View::parse(&word).unwrap_or_default())));
    let current = Signal::derive(move || url.query.with(|query| query.view.word().to_owned()));
    let limit = settings.setter(|shown, word| {
        let asked = word.parse().map(|limit: u32| u8::try_from(limit).unwrap_or(u8::MAX));
        *shown = asked.map_or(*shown, |limit| shown.with_limit(limit));
    });
    let columns = (1..=Presentation::MOST_COLUMNS).map(|columns| (columns.to_string(), columns.to_string()));
    let columns = [(String::new(), said::AS_FITS.to(language).to_owned())].into_iter().chain(columns).collect();
    let set_columns = settings.setter(|shown, word| *shown = shown.with_columns(word.parse().ok()));
    let asked = settings.read(|shown| shown.columns().map_or_else(String::new, |columns| columns.to_string()));
    view! {
        {select(catalogue::VIEW.to(language), choices(View::WORDS, View::NAMES), current, choose)}
        {number(said::LIMIT.to(language), [1, Presentation::MOST_RESULTS.into()], settings.read(|shown| shown.limit().to_string()), limit)}
        {select(said::COLUMNS.to(language), columns, asked, set_columns)}
    }
}

/// The colour, and what is said of it when it reads badly.
fn accent(settings: Settings) -> AnyView {
    let language = use_language();
    let choose = settings.setter(|shown, colour| shown.accent = Accent::parse(colour));
    let clear = move |_| {
        // The button goes with the colour.
        browser::focus("input[type=color]");
        settings.present(|shown| shown.accent = None);
    };
    let current = settings.read(|shown| shown.accent.map_or_else(|| USUAL.to_owned(), |accent| format!("#{accent}")));
    let chosen = move || {
        let shown = settings.shown.get();
        let accent = shown.accent?;
        let warnings: Vec<AnyView> = [(false, Look::Dark), (true, Look::Light)]
            .into_iter()
            .filter(|(_, never)| shown.look != *never)
            .filter_map(|(dark, _)| {
                let contrasts = Accent::grounds(dark).map(|ground| accent.contrast_with(ground));
                let least = contrasts.into_iter().fold(f64::INFINITY, f64::min);
                // Between 10 and 210: nothing is lost.
                let tenths = (least * 10.0) as usize;
                (least < CONTRAST).then(|| {
                    view! { <p class="alert alert--warning">{icon("warning")}<span>{said::low_contrast(language, dark, tenths)}</span></p> }
                })
            })
            .collect();
        Some(view! {
            {warnings}
            <button type="button" class="link-button" on:click=clear>{said::NO_ACCENT.to(language)}</button>
        })
    };
    view! {
        <label class="field">
            <span>{said::ACCENT.to(language)}</span>
            <input type="color" name="accent" prop:value=current on:change=move |event| choose(event_target_value(&event))/>
        </label>
        <div class="stack stack--tight" role="status">{chosen}</div>
    }
}

/// The parts to leave out.
fn parts(settings: Settings) -> AnyView {
    let language = use_language();
    let part = |part: &Part| {
        let part = *part;
        let hidden = Signal::derive(move || settings.shown.with(|shown| shown.hides(part)));
        let toggle: Choose = Box::new(move |_| {
            settings.present(|shown| *shown = if shown.hides(part) { shown.showing(part) } else { shown.hiding(part) });
        });
        checkbox(part.name(language), hidden, toggle)
    };
    let parts: Vec<AnyView> = Part::ALL.iter().map(part).collect();
    view! { <fieldset class="configure__parts"><legend>{said::HIDE.to(language)}</legend>{parts}</fieldset> }
}
