//! About the site: its sections are in the data, the documents and the licence too.

use crate::view;
use leptos::prelude::*;

use crate::components::{composed, inline, written};
use crate::state::content::{use_content, use_language};
use messages::{entry_page, shell};
use text::slug;

/// The page about the site.
#[component]
pub(crate) fn About() -> impl IntoView {
    let language = use_language();
    let content = use_content();
    let catalogue = content.catalogue();
    let sections: Vec<_> = (catalogue.site.about.iter())
        .map(|section| {
            let paragraphs: Vec<_> = section.paragraphs.iter().map(|text| view! { <p>{written(text)}</p> }).collect();
            let heading = (!section.heading.is_empty())
                .then(|| view! { <h2 id=slug(section.heading.as_str())>{written(&section.heading)}</h2> });
            view! { <section>{heading}{paragraphs}</section> }
        })
        .collect();
    let documents: Vec<_> = (catalogue.documents.iter())
        .map(|document| {
            let title = match &document.url {
                Some(url) => {
                    view! { <a href=url.as_str().to_owned() rel="external">{written(&document.title)}</a> }
                }
                None => written(&document.title),
            };
            let nature = (!document.nature.is_empty()).then(|| composed(format!(" — {}", inline(&document.nature))));
            view! { <li>{title}{nature}</li> }
        })
        .collect();
    let documents = (!documents.is_empty())
        .then(|| view! { <section><h2>{entry_page::DOCUMENTS.to(language)}</h2><ul>{documents}</ul></section> });
    view! {
        <div class="wrapper section prose">
            <h1>{shell::NAV_ABOUT.to(language)}</h1>
            {sections}
            {documents}
        </div>
    }
}
