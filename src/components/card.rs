//! The card of an entry: the whole of it opens the entry page (or the site, where the grid says so),
//! and the address at its foot is a second, smaller link on top. No third link.

use crate::view;
use leptos::prelude::*;

use super::{
    To, as_written, breakable, composed, icon, inline, logo_of, nature, over, small_triad, theme_class, theme_tag,
    told, way, written,
};
use crate::state::content::{use_content, use_language};
use crate::state::links::link_to;
use catalogue::{EntryIndex, GridLink};

/// The two looks of cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CardLook {
    /// The pattern of the theme as a tab on the starting edge.
    Tab,
    /// The pattern of the theme as an image at the head.
    Image,
}

/// A card, with its look and where the whole of it leads.
pub(crate) fn card(index: EntryIndex, look: CardLook, link: GridLink) -> AnyView {
    let language = use_language();
    let content = use_content();
    let catalogue = content.catalogue();
    let entry = content.entry(index);
    let site = entry.site();
    let (href, external) = match (link, site) {
        (GridLink::Site, Some(site)) => (site.as_str().to_owned(), true),
        _ => (link_to(entry), false),
    };
    let (class, pattern) = match look {
        CardLook::Tab => ("card--tab", "card__tab motif"),
        CardLook::Image => ("card--image", "card__image motif"),
    };
    let call = entry.call.as_ref().map(|(label, text)| {
        let label = label.as_ref().map(|label| view! { <b>{composed(format!("{}\u{a0}:", inline(label)))}</b>" " });
        view! { {label} {written(text)} }
    });
    // When the whole card opens the site, there is no second way there.
    let address = site.filter(|_| !external).map(|site| {
        let address = view! { {breakable(site.host())}{icon("external")} };
        way(Some("card__site"), site.as_str().to_owned(), To::Site, address)
    });
    let domain = site.filter(|_| external).map(|site| view! { <span>{breakable(site.host())}</span> });
    let filled = catalogue.filled(entry.kind).unwrap_or_default();
    let triad = small_triad(entry, true).map(|triad| view! { <div class="card__corner">{triad}</div> });
    let nature = nature(catalogue, entry)
        .or_else(|| filled.nature.then(|| messages::catalogue::NO_NATURE.to(language).to_owned()));
    let values = told(&content, entry, |field| field.is_on_card);
    let values: Vec<_> = (values.into_iter())
        .map(|(label, said)| view! { <div><dt>{composed(label)}"\u{a0}:"</dt>" "<dd>{composed(said)}</dd></div> })
        .collect();
    let values = (!values.is_empty()).then(|| view! { <dl class="card__values">{values}</dl> });
    view! {
        <article class=format!("card {class} {}", theme_class(catalogue, entry))>
            <span class=pattern aria-hidden="true"></span>
            <div class="card__head">
                {logo_of(entry)}
                <p class="card__nature">{nature.map(composed)} {over(entry).map(|over| view! { " " {over} })}</p>
                <h3 class="card__title">
                    {way(None, href, if external { To::Site } else { To::Page }, as_written(&entry.name, breakable(entry.name.as_str())))}
                </h3>
            </div>
            <p class="card__description">{entry.gist().map(written)}</p>
            {values}
            <p class="card__call">{call}</p>
            <p class="card__foot">
                {entry.themes.first().map(|theme| view! { {theme_tag(*theme)} })}
                {address}
                {domain}
            </p>
            {triad}
        </article>
    }
}
