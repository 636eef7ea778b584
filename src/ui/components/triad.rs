//! The triad: the maturity of the resource, the community and the governance as three lobes.
//!
//! The drawings are in the page's sprite: `t-` for 20 to 48 px, `T-` from 64 px, then the axis
//! (`r`, `c`, `g`) and the level (0 unknown, 1 to 4).

use leptos::prelude::*;
use crate::ui::view;

use crate::catalogue::{Axis, Stage};
use crate::messages::facets;

fn symbol(axis: Axis, stage: Option<Stage>, large: bool) -> String {
    let letter = match axis {
        Axis::Resource => 'r',
        Axis::Community => 'c',
        Axis::Governance => 'g',
    };
    let level = stage.map_or(0, |stage| stage as u32 + 1);
    format!("#{}-{letter}{level}", if large { 'T' } else { 't' })
}

fn drawing(axis: Axis, stage: Option<Stage>, large: bool) -> impl IntoView {
    view! { <use_ href=symbol(axis, stage, large) width="48" height="48"></use_> }
}

/// The whole triad, with its text equivalent unless it stands beside it.
#[component]
pub(in crate::ui) fn Triad(
    /// Stages by axis.
    stages: [Option<Stage>; 3],
    /// Whether it is drawn large, with countable lines.
    #[prop(optional)]
    large: bool,
    /// Whether the words are elsewhere on the page.
    #[prop(optional)]
    silent: bool,
) -> impl IntoView {
    let words = (!silent).then(|| view! { <span class="sr">{facets::maturity(stages)}</span> });
    view! {
        <svg class="triade" viewBox="1.5 3.5 45 41" aria-hidden="true" focusable="false">
            {[Axis::Resource, Axis::Community, Axis::Governance].map(|axis| drawing(axis, stages[axis as usize], large)).collect_view()}
        </svg>
        {words}
    }
}

/// The triad with one lobe at full strength: which side of a commons is spoken of.
#[component]
pub(in crate::ui) fn AxisTriad(
    /// The side.
    axis: Axis,
    /// Its stage.
    stage: Option<Stage>,
) -> impl IntoView {
    let lobes = [Axis::Resource, Axis::Community, Axis::Governance].map(|other| {
        let shown = if other == axis { stage } else { None };
        view! { <g class:efface=other != axis>{drawing(other, shown, true)}</g> }
    });
    view! {
        <svg class="triade" viewBox="1.5 3.5 45 41" aria-hidden="true" focusable="false">{lobes.collect_view()}</svg>
    }
}

/// One lobe alone, cropped.
#[component]
pub(in crate::ui) fn Lobe(
    /// The side.
    axis: Axis,
    /// Its stage.
    stage: Option<Stage>,
) -> impl IntoView {
    let view_box = match axis {
        Axis::Resource => "3 19.4 24 24",
        Axis::Community => "21 19.4 24 24",
        Axis::Governance => "12 3.4 24 24",
    };
    view! {
        <svg class="lobe" viewBox=view_box aria-hidden="true" focusable="false">{drawing(axis, stage, false)}</svg>
    }
}

/// A fixed list of views, as one view.
trait CollectView {
    fn collect_view(self) -> AnyView;
}

impl<V: IntoView + 'static, const N: usize> CollectView for [V; N] {
    fn collect_view(self) -> AnyView {
        Vec::from(self.map(IntoAny::into_any)).into_any()
    }
}
