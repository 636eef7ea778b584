//! Pieces that several pages share, one a file.

mod brand;
mod card;
mod chapters;
mod citation;
mod entry_link;
mod footer;
mod header;
mod icon;
mod keep_button;
mod keyed;
mod marked;
mod needs_app;
mod onward;
mod picture;
mod said;
mod search_box;
mod take_away;
mod theme_switch;
mod theme_tag;
mod triad;
mod warnings;
mod way;
mod written;

pub(super) use brand::{holds_name, own_links, sign as site_sign, site_name};
pub(super) use card::{CardLook, card};
pub(super) use chapters::{chapter, contents};
pub(super) use citation::{citations, numbered_sources};
pub(super) use entry_link::{entry_link, over};
pub(super) use footer::Footer;
pub(super) use header::Header;
pub(super) use icon::{icon, sign};
pub(super) use keep_button::keep_button;
pub(super) use keyed::keyed;
pub(super) use marked::{breakable, marked};
pub(super) use needs_app::{awaited, needs_app};
pub(super) use onward::{first_of, onward, page_ways};
pub(super) use picture::{logo_of, pictures};
pub(super) use said::{in_words, told};
pub(super) use search_box::{SearchBox, search_row};
pub(super) use take_away::{Entries, act_button, copy_button, export_buttons, print_button, share_button};
use theme_switch::theme_switch;
pub(super) use theme_tag::theme_tag;
pub(super) use triad::{Size, axis_triad, lobe, logo, small_triad, triad};
pub(super) use warnings::{bad_parameters, named_warnings, warning};
pub(super) use way::{To, way};
pub(super) use written::{as_written, composed, inline, inline_all, written};

use leptos::prelude::*;

use crate::state::content::use_language;
use crate::view;
use catalogue::{Axis, Catalogue, Entry, Link, PartialDate, SafeUrl, Stage, Text, VocabularyKey};
use messages::{Message, Noun};

/// The stages of an entry on the three axes.
pub(super) fn stages(entry: &Entry) -> [Option<Stage>; 3] {
    [Axis::Resource, Axis::Community, Axis::Governance].map(|axis| entry.stage(axis))
}

/// The nature of an entry, to be [`composed`]: the sources' words, else the vocabulary's, else nothing.
pub(super) fn nature(catalogue: &Catalogue, entry: &Entry) -> Option<String> {
    let term = entry.nature.map(|term| &catalogue.vocabularies.term(VocabularyKey::Nature, term).label);
    entry.nature_detail.as_ref().or(term).map(|nature| inline(nature).into_owned())
}

/// The names of the bearers, apart by commas; nothing when none is known.
pub(super) fn bearers(catalogue: &Catalogue, entry: &Entry) -> Option<AnyView> {
    let names = entry.bearers.iter().map(|bearer| &catalogue.entry(*bearer).name);
    (!entry.bearers.is_empty()).then(|| composed(inline_all(names, ", ")))
}

/// The names of the licences, to be [`composed`], each once, apart by semicolons: some have commas; nothing when none
/// is known.
pub(super) fn licences(catalogue: &Catalogue, entry: &Entry) -> Option<String> {
    let mut names: Vec<&Text> = Vec::new();
    for licence in &entry.licences {
        let name = &catalogue.vocabularies.term(VocabularyKey::Licence, licence.term).label;
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| inline_all(names.into_iter(), "\u{202f}; "))
}

/// Views one after the other, with a mark between them.
pub(super) fn listed(mark: &'static str, views: impl Iterator<Item = AnyView>) -> Vec<AnyView> {
    views.enumerate().map(|(rank, one)| view! { {(rank > 0).then_some(mark)} {one} }).collect()
}

/// A `mailto:` address with a subject.
pub(super) fn mail_to(address: &str, subject: &str) -> String {
    format!("mailto:{address}?subject={}", for_mail(subject))
}

/// A text in an address, for mail programs, which take `+` for itself.
pub(super) fn for_mail(text: &str) -> String {
    text::encoded(text).replace('+', "%20")
}

pub(super) fn theme_class(catalogue: &Catalogue, entry: &Entry) -> String {
    format!("th-{}", catalogue.motif(entry))
}

/// The contact of the site as a `mailto:` address, when there is one.
pub(super) fn contact(catalogue: &Catalogue, subject: &str) -> Option<String> {
    catalogue.site.contact.as_ref().map(|address| mail_to(address, subject))
}

/// A dash for the eye where a table says nothing, words for the ear.
pub(super) fn dash(heard: Message) -> AnyView {
    let heard = heard.to(use_language());
    view! { <span class="quiet" aria-hidden="true">"—"</span><span class="sr">{heard}</span> }
}

/// What a link is called, else where it leads.
pub(super) fn label_of(link: &Link, url: &SafeUrl) -> AnyView {
    link.label.as_ref().map_or_else(|| breakable(url.host()), written)
}

/// A table in a frame that one scrolls, with a name for the ear.
pub(super) fn framed_table(class: &'static str, name: Message, inside: AnyView) -> AnyView {
    let name = name.to(use_language());
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=name>
            <table class=class><caption class="sr">{name}</caption>{inside}</table>
        </div>
    }
}

/// What an unknown value reads, quietly.
pub(super) fn unknown() -> AnyView {
    let language = use_language();
    view! { <span class="unknown">{messages::UNKNOWN.to(language)}</span> }
}

/// A date in words, and as programs read it.
pub(super) fn time_of(date: PartialDate) -> AnyView {
    view! { <time datetime=date.to_string()>{date.in_words(use_language())}</time> }
}

/// A number and what it counts, in a list of totals.
pub(super) fn total(noun: Noun, count: usize) -> AnyView {
    let language = use_language();
    view! { <div><dt>{noun.agree(language, count)}</dt><dd>{messages::number(language, count)}</dd></div> }
}

/// The top of a page: its title, what it is for, and what more there is to know first.
pub(super) fn page_head(title: Message, lead: Message, more: AnyView) -> AnyView {
    let language = use_language();
    view! {
        <div class="catalogue__head">
            <h1>{title.to(language)}</h1>
            <p class="secondary measure">{lead.to(language)}</p>
            {more}
        </div>
    }
}
