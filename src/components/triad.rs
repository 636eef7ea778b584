//! The triad: the maturity of the resource, the community and the governance as three lobes.
//!
//! The drawings are in the page's sprite: `t-` for 20 to 48 px, `T-` from 64 px, then the axis
//! (`r`, `c`, `g`) and the level (0 unknown, 1 to 4).

use leptos::prelude::*;

use crate::view;
use catalogue::{Axis, Stage};
use messages::facets;

/// The two drawings of the triad.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Size {
    /// Filled lobes with an outline.
    Small,
    /// Countable lines.
    Large,
}

fn drawing(axis: Axis, stage: Option<Stage>, size: Size) -> AnyView {
    let axis = &axis.word()[..1];
    let level = stage.map_or(0, |stage| stage as u32 + 1);
    let size = if size == Size::Large { 'T' } else { 't' };
    view! { <use_ href=format!("#{size}-{axis}{level}") width="48" height="48"></use_> }
}

fn frame(class: &'static str, view_box: &'static str, drawings: Vec<AnyView>) -> AnyView {
    view! { <svg class=class viewBox=view_box width="48" aria-hidden="true" focusable="false">{drawings}</svg> }
}

/// The box of the whole triad.
const WHOLE: &str = "1.5 3.5 45 41";

/// The whole triad, with its text equivalent unless it stands beside it.
pub(crate) fn triad(stages: [Option<Stage>; 3], size: Size, with_words: bool) -> AnyView {
    let lobes = Axis::ALL.iter().map(|axis| drawing(*axis, stages[*axis as usize], size)).collect();
    let words = with_words.then(|| view! { <span class="sr">{facets::maturity(stages)}</span> });
    view! { {frame("triade", WHOLE, lobes)} {words} }
}

/// The triad with one lobe at full strength: which side of a commons is spoken of.
pub(crate) fn axis_triad(axis: Axis, stage: Option<Stage>) -> AnyView {
    let lobe = |other: &Axis| {
        let is_this = *other == axis;
        let lobe = drawing(*other, stage.filter(|_| is_this), Size::Large);
        view! { <g class=if is_this { "" } else { "efface" }>{lobe}</g> }
    };
    frame("triade", WHOLE, Axis::ALL.iter().map(lobe).collect())
}

/// One lobe alone, cropped.
pub(crate) fn lobe(axis: Axis, stage: Option<Stage>) -> AnyView {
    let view_box = match axis {
        Axis::Resource => "3 19.4 24 24",
        Axis::Community => "21 19.4 24 24",
        Axis::Governance => "12 3.4 24 24",
    };
    frame("lobe", view_box, vec![drawing(axis, stage, Size::Small)])
}
