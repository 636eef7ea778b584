//! How to read the triad.

use crate::view;
use leptos::prelude::*;

use crate::components::{Size, lobe, stages, triad};
use crate::state::content::Content;
use catalogue::{Axis, Kind, Stage};
use messages::{facets, home};

/// The legend, drawn with the most mature commons of the catalogue.
pub(super) fn legend(content: &Content) -> AnyView {
    let best = content.catalogue().of_kind(Kind::Commons).map(|(_, entry)| entry).max_by_key(|entry| {
        // Known stages first, then the highest; the first by id among equals.
        let stages = stages(entry);
        (stages.iter().flatten().count(), stages, std::cmp::Reverse(entry.id.as_str()))
    });
    let example = best.filter(|entry| stages(entry) != [None; 3]);
    let shown = example.map_or([Some(Stage::Complete), Some(Stage::Evolution), Some(Stage::Complete)], stages);
    let example = example.map(|entry| {
        let maturity = facets::maturity(stages(entry));
        view! { <p class="mini discret">{home::legend_example(entry.name.as_str(), &maturity)}</p> }
    });
    let levels =
        [None, Some(Stage::Reflection), Some(Stage::Construction), Some(Stage::Evolution), Some(Stage::Complete)];
    let levels: Vec<_> = (levels.into_iter().zip(home::LEVELS))
        .map(|(stage, label)| view! { <li>{lobe(Axis::Governance, stage)}<span>{label}</span></li> })
        .collect();
    view! {
        <figure class="legende" aria-labelledby="legende-titre">
            <figcaption>
                <h2 class="legende__titre" id="legende-titre">{home::LEGEND}</h2>
                <p class="petit second">{home::LEGEND_TEXT}</p>
            </figcaption>
            <div class="legende__figure">
                <p class="legende__axe legende__axe--haut"><b>{facets::axis(Axis::Governance)}</b>{home::GOVERNANCE}</p>
                {triad(shown, Size::Large, false)}
                <p class="legende__axe legende__axe--g"><b>{facets::axis(Axis::Resource)}</b>{home::RESOURCE}</p>
                <p class="legende__axe legende__axe--d"><b>{facets::axis(Axis::Community)}</b>{home::COMMUNITY}</p>
            </div>
            <ol class="niveaux" role="list">{levels}</ol>
            {example}
        </figure>
    }
}
