//! Beside the rubrics: licence, identity, dates, completeness, correction.

use crate::state::frame::{Frame, use_frame};
use crate::state::links::{link_about, use_root};
use crate::view;
use leptos::prelude::*;

use super::{blocks, sources};
use crate::components::{
    To, breakable, citations, composed, contact, entry_link, icon, inline, inline_all, label_of, listed, time_of,
    unknown, way, written,
};
use crate::state::content::{Content, use_language};
use address::route::Route;
use catalogue::{Answer, Entry, EntryIndex, Licence, LinkKind, Model, Tagged, Term, VocabularyKey};
use messages::{embed as said, entry_page, entry_page::headings};

pub(super) fn aside(content: &Content, index: EntryIndex, completeness: Option<(usize, usize)>) -> AnyView {
    let language = use_language();
    let entry = content.entry(index);
    let is_sought = entry.not_found("licences").is_some();
    let told = is_sought || content.catalogue().filled(entry.kind).is_some_and(|filled| filled.licences);
    let licensed = !entry.licences.is_empty() || told && matches!(entry.kind.model(), Model::Commons | Model::Resource);
    view! {
        <aside class="entry__side" aria-label=entry_page::ASIDE.to(language)>
            {licensed.then(|| licences(content, index))}
            {identity(content, index)}
            {dates(content, index)}
            {corrections(content, index, completeness)}
        </aside>
    }
}

fn licences(content: &Content, index: EntryIndex) -> AnyView {
    let language = use_language();
    let entry = content.entry(index);
    let [first, others @ ..] = entry.licences.as_slice() else {
        let said =
            sources::not_found(entry, "licences").unwrap_or_else(|| messages::UNKNOWN_FEMININE.to(language).to_owned());
        return view! {
            <section class="identity"><h2>{entry_page::LICENCES.agree(language, 0)}</h2><p class="unknown">{said}</p><p class="small secondary">{entry_page::NO_LICENCE.to(language)}</p></section>
        };
    };
    let body = if others.is_empty() {
        view! { <p class="small"><b>{licence_name(content, first)}</b></p> {licence_terms(content, first)} }
    } else {
        let licence = |licence: &Licence| {
            let id = format!("licence-{}-{}", licence.of.word(), term_of(content, licence).id);
            view! { <details class="licence" id=id><summary>{licence_name(content, licence)} {icon("chevron")}</summary>{licence_terms(content, licence)}</details> }
        };
        entry.licences.iter().map(licence).collect::<Vec<_>>().into_any()
    };
    view! {
        <section class="identity">
            <h2>{entry_page::LICENCES.agree(language, entry.licences.len())} {citations(&sources::of(entry, &["licences", "licence"]))}</h2>
            {body}
        </section>
    }
}

fn term_of<'a>(content: &'a Content, licence: &Licence) -> &'a Term {
    content.catalogue().vocabularies.term(VocabularyKey::Licence, licence.term)
}

/// What a licence is called, and what it is about where it is not everything.
fn licence_name(content: &Content, licence: &Licence) -> AnyView {
    let about = licence.of.in_brackets(use_language()).map(|about| view! { <span class="quiet">{about}</span> });
    view! { {written(&term_of(content, licence).label)} {about} }
}

/// What a licence allows.
fn licence_terms(content: &Content, licence: &Licence) -> AnyView {
    let language = use_language();
    let term = term_of(content, licence);
    let rights: Vec<_> = (term.rights.iter())
        .map(|right| {
            let (class, sign) = match right.answer {
                Answer::Yes => ("yes", "tick"),
                Answer::Check => ("check", "question"),
                Answer::No => ("no", "cross"),
            };
            view! {
                <li class=class>
                    {icon(sign)}
                    <div><b>{written(&right.usage)}</b><span class="state">{right.answer.name(language)}</span> " " {written(&right.note)}</div>
                </li>
            }
        })
        .collect();
    let rights = (!rights.is_empty())
        .then(|| view! { <h3 class="small">{entry_page::RIGHTS.to(language)}</h3> <ul class="rights">{rights}</ul> });
    let text = term.url.as_ref().map(|url| {
        let text = way(None, url.as_str().to_owned(), To::Site, entry_page::LICENCE_TEXT.to(language).into_any());
        view! { <p class="small">{text}</p> }
    });
    view! { {licence.note.as_ref().map(|note| view! { <p class="small">{written(note)}</p> })} {rights} {text} }
}

/// What became of it, since when, what shows it, and what took its place.
fn status(entry: &Entry) -> Option<AnyView> {
    let language = use_language();
    let status = entry.status.as_ref()?;
    let since = status.since.map(|since| since.since(language));
    let successors = listed(", ", status.replaced_by.iter().map(|index| entry_link(*index)));
    let successors = (!successors.is_empty())
        .then(|| view! { <p class="small">{entry_page::REPLACED_BY.to(language)} "\u{a0}: " {successors}</p> });
    let note = status.note.as_ref().map(|note| view! { <p class="small secondary">{written(note)}</p> });
    Some(view! { {status.state.name(language)} {since.map(|since| format!(" {since}"))} {successors} {note} })
}

fn identifiers(entry: &Entry) -> Option<AnyView> {
    let language = use_language();
    let links = entry.identifiers.iter().map(|identifier| {
        let name = view! { {identifier.register.name(language)} "\u{a0}: " {breakable(&identifier.value)} };
        way(None, identifier.url(), To::Site, name)
    });
    (!entry.identifiers.is_empty()).then(|| listed(", ", links).into_any())
}

fn row(label: &'static str, value: AnyView, sources: &[usize]) -> AnyView {
    view! { <div><dt>{label}</dt><dd>{value}{citations(sources)}</dd></div> }
}

fn texts(items: &[Tagged]) -> Option<AnyView> {
    (!items.is_empty()).then(|| composed(inline_all(items.iter().map(|item| &item.text), "\u{202f}; ")))
}

fn identity(content: &Content, index: EntryIndex) -> Option<AnyView> {
    let language = use_language();
    let entry = content.entry(index);
    // A commons says what is not known of it; other entry pages only show what is.
    let is_commons = entry.kind.is(Model::Commons);
    let or_not_found = |value: Option<AnyView>, field: &str| {
        value.or_else(|| sources::not_found(entry, field).map(|said| blocks::or_not_found(Some(said))))
    };
    let filled = content.catalogue().filled(entry.kind).unwrap_or_default();
    let or_unknown = |value: Option<AnyView>, field: &str, is_told: bool| {
        or_not_found(value, field).or_else(|| (is_commons && is_told).then(unknown))
    };
    let bearers = listed(", ", entry.bearers.iter().map(|bearer| entry_link(*bearer)));
    let emails = entry.emails.iter().map(|email| view! { <a href=format!("mailto:{email}")>{breakable(email)}</a> });
    let pages = entry.links.iter().filter(|link| link.kind == LinkKind::Contact).filter_map(|link| {
        let url = link.url.as_ref()?;
        Some(way(None, url.as_str().to_owned(), To::Site, label_of(link, url)))
    });
    let contacts = listed("\u{202f}; ", emails.chain(pages));
    let aliases = (!entry.aliases.is_empty()).then(|| entry.aliases.join(", ").into_any());
    let public = if entry.kind.is(Model::Organisation) {
        entry_page::PUBLIC_BODY.to(language)
    } else {
        entry_page::INITIATED.to(language)
    };
    let bearers = (!bearers.is_empty()).then(|| bearers.into_any());
    let contacts = (!contacts.is_empty()).then(|| contacts.into_any());
    // Those that are known have their place in a rubric.
    let users = if entry.users.is_empty() { or_not_found(None, "users") } else { None };
    let version = entry.version.clone().map(IntoAny::into_any);
    let rows: Vec<AnyView> = [
        (entry_page::STATUS.to(language), or_not_found(status(entry), "status"), "status"),
        (
            entry_page::BEARERS.agree(language, entry.bearers.len()),
            or_unknown(bearers, "bearers", filled.bearers),
            "bearers",
        ),
        (public, initiated(entry, filled.initiated), "initiated"),
        (
            entry_page::TERRITORIES.agree(language, entry.territories.len()),
            or_unknown(texts(&entry.territories), "territories", filled.territories),
            "territories",
        ),
        (
            entry_page::AUDIENCES.agree(language, entry.audiences.len()),
            or_unknown(texts(&entry.audiences), "audiences", filled.audiences),
            "audiences",
        ),
        (entry_page::CONTACT.to(language), or_unknown(contacts, "links.contact", filled.contact), "emails"),
        (headings::USERS.to(language), users, "users"),
        (entry_page::VERSION.to(language), version, "version"),
        (
            entry_page::IDENTIFIERS.agree(language, entry.identifiers.len()),
            or_not_found(identifiers(entry), "identifiers"),
            "identifiers",
        ),
        (entry_page::ALIASES.agree(language, entry.aliases.len()), aliases, "aliases"),
    ]
    .into_iter()
    .filter_map(|(label, value, field)| value.map(|value| row(label, value, &sources::of(entry, &[field]))))
    .collect();
    let editorial =
        entry.editorial_name.then(|| view! { <p class="tiny quiet">{entry_page::EDITORIAL_NAME.to(language)}</p> });
    let note = entry.note.as_ref().map(|note| {
        view! { <div><h3 class="small">{entry_page::NOTE.to(language)}</h3><p class="small secondary">{written(note)}</p></div> }
    });
    (!rows.is_empty() || editorial.is_some() || note.is_some()).then(|| {
        view! { <section class="identity"><h2>{entry_page::IDENTITY.to(language)}</h2><dl>{rows}</dl>{note}{editorial}</section> }
    })
}

fn initiated(entry: &Entry, is_told: bool) -> Option<AnyView> {
    let language = use_language();
    let asked = is_told && matches!(entry.kind.model(), Model::Commons | Model::Programme | Model::Organisation);
    let basis = entry.initiated_basis.as_ref().map(|basis| format!(" ({})", inline(basis)));
    asked.then(|| {
        composed(format!(
            "{}{}",
            entry.initiated.map_or(entry_page::INITIATED_UNKNOWN.to(language), |answer| answer.name(language)),
            basis.unwrap_or_default()
        ))
    })
}

fn dates(content: &Content, index: EntryIndex) -> Option<AnyView> {
    let language = use_language();
    let entry = content.entry(index);
    let updated = entry.updated.map(|updated| {
        view! { <p class="small">{entry_page::UPDATED.to(language)}{format!("\u{a0}: {}", updated.in_words(language))}</p> }
    });
    let dates = (!entry.dates.is_empty()).then(|| blocks::dates(entry.dates.clone()));
    (updated.is_some() || dates.is_some()).then(
        || view! { <section class="identity"><h2>{entry_page::DATES.to(language)}</h2>{dates}{updated}</section> },
    )
}

fn corrections(content: &Content, index: EntryIndex, completeness: Option<(usize, usize)>) -> AnyView {
    let language = use_language();
    let entry = content.entry(index);
    let gauge = completeness.map(|(filled, total)| {
        let boxes: Vec<_> = (0..total).map(|rank| view! { <i class:filled=rank < filled></i> }).collect();
        let (count, state) = entry_page::completeness(language, filled, total);
        view! {
            <div class="completeness">
                <p><b>{count}</b>{state}</p>
                <div class="completeness__gauge" aria-hidden="true">{boxes}</div>
            </div>
        }
    });
    let in_site = use_frame() == Frame::Site && !use_root().is_one_file();
    let form = in_site.then(|| link_about(&Route::Propose, &entry.id));
    let correct =
        form.or_else(|| contact(content.catalogue(), &entry_page::correction_subject(language, entry.name.as_str())));
    let correct = correct.map(|href| {
        view! {
            <p class="small secondary">{entry_page::A_MISTAKE.to(language)}</p>
            <a class="button button--secondary" href=href>{icon("pencil")}{entry_page::CORRECT.to(language)}</a>
        }
    });
    let checked = entry.checked.map(|date| {
        view! { <p class="tiny quiet">{entry_page::CHECKED.to(language)}{time_of(date)}</p> }
    });
    let configure = in_site.then(|| {
        let address = link_about(&Route::Configure, Route::of(entry).folder().trim_end_matches('/'));
        view! { <a class="button button--bare" href=address>{icon("embed")}{said::THIS_ENTRY.to(language)}</a> }
    });
    view! { <section class="identity">{gauge}{correct}{configure}{checked}</section> }
}
