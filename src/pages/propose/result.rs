//! The entry as it stands: what is to be looked at again, how it would be shown, ways to send it.

use std::sync::Arc;

use leptos::prelude::*;

use super::fields::id_of;
use super::{Checked, Writing};
use crate::browser;
use crate::components::{CardLook, card, contact, copy_button, for_mail, icon};
use crate::pages::entry::EntryPage;
use crate::state::content::{Content, Current, apart, use_content, use_language};
use crate::state::frame::Frame;
use crate::view;
use catalogue::{EntryIndex, GridLink};
use insight::form::{issue_address, label_of};
use messages::propose as said;

/// The longest text that is put in an address, as it is written there: with its start, some mail programs read
/// 2,048 characters.
const LONGEST: usize = 1800;

/// What comes of the form.
pub(super) fn result(writing: Writing) -> AnyView {
    let language = use_language();
    let forget = move |_| {
        if !browser::confirm(said::FORGET_SURE.to(language)) {
            return;
        }
        writing.device.with_value(|device| device.write(""));
        writing.again.notify();
    };
    view! {
        <section class="stack propose__result" aria-labelledby="result-title">
            <h2 id="result-title">{said::RESULT.to(language)}</h2>
            <p role="status">{move || writing.checked.with(|checked| match checked {
                Some(checked) => said::PROBLEMS.count(language, checked.problems.len()),
                None => said::NOT_YET.to(language).to_owned(),
            })}</p>
            {move || writing.checked.get().map(|checked| stand(writing, &checked))}
            <p class="small secondary">{said::KEPT.to(language)}</p>
            <p><button type="button" class="button button--bare" on:click=forget>{icon("cross")}{said::FORGET.to(language)}</button></p>
        </section>
    }
}

fn stand(writing: Writing, checked: &Arc<Checked>) -> AnyView {
    let language = use_language();
    let problems: Vec<AnyView> = checked
        .problems
        .iter()
        .map(|(path, problem)| {
            let place = format!("#{}", id_of(path));
            let label =
                writing.files.with_value(|files| label_of(&files.fields, path, |rank| said::item(language, rank)));
            view! { <li><a href=place>{label}</a> "\u{a0}: " {problem.clone()}</li> }
        })
        .collect();
    let problems = (!problems.is_empty()).then(|| view! { <ul class="small">{problems}</ul> });
    let preview = match &checked.shown {
        Some((content, index)) => {
            apart(|| view! { <Preview content=Arc::clone(content) index=*index open=writing.open/> })
        }
        None => view! { <p class="secondary">{said::NOT_YET.to(language)}</p> },
    };
    view! {
        {problems}
        <h3>{said::PREVIEW.to(language)}</h3>
        {preview}
        <h3>{said::JSON.to(language)}</h3>
        <pre class="propose__json" translate="no" tabindex="0" role="region" aria-label=said::JSON.to(language)><code>{checked.text.clone()}</code></pre>
        {ways(writing, checked)}
    }
}

/// The entry as a card, and as an entry page for who opens it.
#[component]
fn Preview(content: Arc<Content>, index: EntryIndex, open: RwSignal<bool>) -> impl IntoView {
    let language = use_language();
    provide_context(Current(RwSignal::new(content)));
    provide_context(Frame::Draft);
    let entry_page = move || open.get().then(|| view! { <EntryPage index/> });
    view! {
        <div class="propose__card">{card(index, CardLook::Image, GridLink::EntryPage)}</div>
        <details class="propose__more" open=open.get_untracked()>
            <summary on:click=move |_| open.update(|open| *open = !*open)>{said::WHOLE.to(language)} " " {icon("chevron")}</summary>
            {entry_page}
        </details>
    }
}

/// Ways to send it.
fn ways(writing: Writing, checked: &Arc<Checked>) -> AnyView {
    let language = use_language();
    let content = use_content();
    let is_correction = writing.corrected.with_value(|id| !id.is_empty());
    let subject = said::subject(language, &checked.name, is_correction);
    let fits = for_mail(&checked.text).len() <= LONGEST;
    let body = if fits { checked.text.as_str() } else { said::PASTE_HERE.to(language) };
    let (copied, kept) = (checked.text.clone(), checked.text.clone());
    let copied = Box::new(move || copied.clone());
    let copy = said::COPY.to(language);
    let copy = copy_button("button", "page", copy, "", copied, [said::COPIED, said::NOT_COPIED]);
    let download = move |_| browser::save("fiche.json", "application/json", &kept);
    let mail = contact(content.catalogue(), &subject).map(|address| {
        let address = format!("{address}&body={}", for_mail(body));
        view! { <a class="button button--secondary" href=address>{icon("mail")}{said::MAIL.to(language)}</a> }
    });
    let issue = content.catalogue().site.repository.as_ref().map(|repository| {
        let address = issue_address(repository.as_str(), &subject, &format!("```json\n{body}\n```"));
        view! { <a class="button button--secondary" href=address rel="external noopener">{said::ISSUE.to(language)}{icon("external")}</a> }
    });
    let too_long = (!fits).then(|| view! { <p class="small secondary">{said::TOO_LONG.to(language)}</p> });
    view! {
        <div class="row">
            {copy}
            <button type="button" class="button button--secondary" on:click=download>{icon("export")}{said::DOWNLOAD.to(language)}</button>
            {mail}
            {issue}
        </div>
        {too_long}
    }
}
