//! How to read the triad.

use crate::view;
use leptos::prelude::*;

use crate::components::{Size, composed, inline, lobe, stages, triad};
use crate::state::content::{Content, use_language};
use catalogue::{Axis, Model, Stage};
use messages::home;

/// The legend, drawn with the most mature commons of the catalogue.
pub(super) fn legend(content: &Content) -> AnyView {
    let language = use_language();
    let best = content.catalogue().of_model(Model::Commons).map(|(_, entry)| entry).max_by_key(|entry| {
        // Known stages first, then the highest; the first by id among equals.
        let stages = stages(entry);
        (stages.iter().flatten().count(), stages, std::cmp::Reverse(entry.id.as_str()))
    });
    let example = best.filter(|entry| stages(entry) != [None; 3]);
    let shown = example.map_or([Some(Stage::Complete), Some(Stage::Evolution), Some(Stage::Complete)], stages);
    let example = example.map(|entry| {
        let maturity = Stage::all_inside(stages(entry), language);
        view! { <p class="tiny quiet">{composed(home::legend_example(language, &inline(&entry.name), &maturity))}</p> }
    });
    let levels =
        [None, Some(Stage::Reflection), Some(Stage::Construction), Some(Stage::Evolution), Some(Stage::Complete)];
    let levels: Vec<_> = (levels.into_iter().zip(home::LEVELS))
        .map(|(stage, label)| view! { <li>{lobe(Axis::Governance, stage)}<span>{label.to(language)}</span></li> })
        .collect();
    view! {
        <figure class="legend" aria-labelledby="legend-title">
            <figcaption>
                <h2 class="legend__title" id="legend-title">{home::LEGEND.to(language)}</h2>
                <p class="small secondary">{content.of_commons(home::LEGEND_TEXT, home::LEGEND_TEXT_OF_ENTRIES).to(language)}</p>
            </figcaption>
            <div class="legend__figure">
                <p class="legend__axis legend__axis--top"><b>{Axis::Governance.name(language)}</b>{home::GOVERNANCE.to(language)}</p>
                {triad(shown, Size::Large, false)}
                <p class="legend__axis legend__axis--left"><b>{Axis::Resource.name(language)}</b>{home::RESOURCE.to(language)}</p>
                <p class="legend__axis legend__axis--right"><b>{Axis::Community.name(language)}</b>{home::COMMUNITY.to(language)}</p>
            </div>
            <ol class="levels" role="list">{levels}</ol>
            {example}
        </figure>
    }
}
