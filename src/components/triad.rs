//! The triad: the maturity of the resource, the community and the governance as three lobes.
//!
//! In a box of 48 × 48, a lobe is a disc cut by the two rays that part it from its neighbours, moved inwards by
//! half the gap between them; a level is the whole lobe brought nearer to the common centre.

use std::fmt::Write as _;

use leptos::prelude::*;

use super::stages;
use crate::state::content::{use_content, use_language};
use crate::view;
use catalogue::{Axis, Entry, Model, Stage};

/// The common centre, on the vertical of the box.
const CENTRE: (f64, f64) = (24.0, 26.0);
/// The radius of the disc of a whole lobe.
const RADIUS: f64 = 10.8;
/// How far its centre is from the common one.
const DISTANCE: f64 = 10.6;
/// How large each level is, from the first to the whole.
const LEVELS: [f64; 4] = [0.42, 0.62, 0.81, 1.0];

/// The two drawings of the triad.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Size {
    /// Filled lobes with an outline, for 20 to 48 px.
    Small,
    /// Countable lines, from 64 px.
    Large,
}

/// How the lines of a lobe are painted.
#[derive(Clone, Copy)]
enum Paint {
    Full,
    /// Of this width.
    Line(&'static str),
    /// The same, in the colour of the ground.
    LineInside(&'static str),
    /// Of this width and rhythm.
    Dots(&'static str, &'static str),
}

/// The lobe of the governance, which is on top, of this size and gap; without its sides unless it is closed.
fn lobe_path(scale: f64, half_gap: f64, is_closed: bool) -> String {
    let (x, y) = CENTRE;
    let (radius, centre) = (RADIUS * scale, y - DISTANCE * scale);
    // The rays are at 60° of the axis.
    let (sin, cos) = (3.0_f64.sqrt() / 2.0, 0.5);
    let apex = y - half_gap / sin;
    let below = apex - centre;
    let length = below * cos + (radius * radius - below * below * sin * sin).sqrt();
    let (side, end) = (length * sin, apex - length * cos);
    let mut path = String::from("M");
    // To a hundredth, and always positive: the writing of any number weighs more than all the drawings.
    let mut number = |before: &str, value: f64| {
        let hundredths = (value * 100.0).round() as u32;
        let _ = write!(path, "{before}{}", hundredths / 100);
        let rest = hundredths % 100;
        let _ = match rest % 10 {
            _ if rest == 0 => Ok(()),
            0 => write!(path, ".{}", rest / 10),
            _ => write!(path, ".{rest:02}"),
        };
    };
    if is_closed {
        number("", x);
        number(" ", apex);
        number("L", x - side);
    } else {
        number("", x - side);
    }
    number(" ", end);
    number("A", radius);
    number(" ", radius);
    number(" 0 1 1 ", x + side);
    number(" ", end);
    if is_closed { path + "Z" } else { path }
}

/// Several lines of the same paint.
fn lobe_paths(scales: impl Iterator<Item = f64>, half_gap: f64, is_closed: bool) -> String {
    scales.map(|scale| lobe_path(scale, half_gap, is_closed)).collect()
}

/// A lobe as it is drawn at a level: 0 when it is not known, then 1 to 4.
fn lobe_of(level: usize, size: Size) -> Vec<(Paint, String)> {
    match (size, level) {
        (Size::Small, 0) => vec![(Paint::Dots("2", ".1 4.15"), lobe_path(0.955, 1.4, false))],
        (Size::Small, _) => {
            let full = (Paint::Full, lobe_path(LEVELS[level - 1], 1.4, true));
            let outline = (level < 4).then(|| (Paint::Line("1.9"), lobe_path(0.955, 1.4, false)));
            [full].into_iter().chain(outline).collect()
        }
        (Size::Large, 0) => {
            let around = lobe_path(0.985, 1.1, true);
            vec![(
                Paint::Dots(".6", ".01 1.5"),
                around + &lobe_paths(LEVELS[..3].iter().map(|level| level * 0.985), 1.1, false),
            )]
        }
        (Size::Large, _) => vec![
            (Paint::Line(".6"), lobe_paths(LEVELS[level..].iter().map(|level| level * 0.985), 1.1, true)),
            (Paint::Full, lobe_path(LEVELS[level - 1], 1.0, true)),
            (Paint::LineInside(".6"), lobe_paths(LEVELS[..level - 1].iter().copied(), 1.0, false)),
        ],
    }
}

fn drawn(axis: Axis, lobe: Vec<(Paint, String)>) -> AnyView {
    let turn = match axis {
        Axis::Resource => Some("rotate(-120 24 26)"),
        Axis::Community => Some("rotate(120 24 26)"),
        Axis::Governance => None,
    };
    let path = |(paint, lines): (Paint, String)| {
        let (fill, stroke, width, rhythm) = match paint {
            Paint::Full => ("currentColor", None, None, None),
            Paint::Line(width) => ("none", Some("currentColor"), Some(width), None),
            Paint::LineInside(width) => ("none", Some("var(--triad-gap,Canvas)"), Some(width), None),
            Paint::Dots(width, rhythm) => ("none", Some("currentColor"), Some(width), Some(rhythm)),
        };
        (!lines.is_empty()).then(|| {
            view! { <path d=lines fill=fill stroke=stroke stroke-width=width stroke-dasharray=rhythm></path> }
        })
    };
    let paths: Vec<AnyView> = lobe.into_iter().filter_map(path).collect();
    view! { <g transform=turn>{paths}</g> }
}

fn drawing(axis: Axis, stage: Option<Stage>, size: Size) -> AnyView {
    drawn(axis, lobe_of(stage.map_or(0, |stage| stage as usize + 1), size))
}

fn frame(class: &'static str, view_box: &'static str, drawings: Vec<AnyView>) -> AnyView {
    view! { <svg class=class viewBox=view_box width="48" aria-hidden="true" focusable="false">{drawings}</svg> }
}

/// The box of the whole triad.
const WHOLE: &str = "1.5 3.5 45 41";

/// The whole triad, with its text equivalent unless it stands beside it.
pub(crate) fn triad(stages: [Option<Stage>; 3], size: Size, with_words: bool) -> AnyView {
    let language = use_language();
    let lobes = Axis::ALL.iter().map(|axis| drawing(*axis, stages[*axis as usize], size)).collect();
    let words = with_words.then(|| view! { <span class="sr">{Stage::all_inside(stages, language)}</span> });
    view! { {frame("triad", WHOLE, lobes)} {words} }
}

/// The same, small, of a commons whose kind tells how mature things are.
pub(crate) fn small_triad(entry: &Entry, with_words: bool) -> Option<AnyView> {
    let content = use_content();
    let is_told =
        entry.kind.is(Model::Commons) && content.catalogue().filled(entry.kind).is_some_and(|filled| filled.maturity);
    is_told.then(|| triad(stages(entry), Size::Small, with_words))
}

/// The triad with one lobe at full strength: which side of a commons is spoken of.
pub(crate) fn axis_triad(axis: Axis, stage: Option<Stage>) -> AnyView {
    let lobe = |other: &Axis| {
        let is_this = *other == axis;
        let lobe = drawing(*other, stage.filter(|_| is_this), Size::Large);
        view! { <g class=if is_this { "" } else { "faded" }>{lobe}</g> }
    };
    frame("triad", WHOLE, Axis::ALL.iter().map(lobe).collect())
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

/// The logo: the triad at its fullest, with larger lines.
pub(crate) fn logo() -> AnyView {
    let lobe = |axis: &Axis| {
        let lines = lobe_paths([0.34, 0.58, 0.8].into_iter(), 1.2, false);
        drawn(*axis, vec![(Paint::Full, lobe_path(1.0, 1.2, true)), (Paint::LineInside("1.5"), lines)])
    };
    frame("brand__sign", WHOLE, Axis::ALL.iter().map(lobe).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Measured on the drawings of the designer, to a hundredth.
    #[test]
    fn a_lobe_is_drawn_from_its_formula() {
        for (scale, half_gap, is_closed, path) in [
            (1.0, 1.2, true, "M24 24.61L13.71 18.67A10.8 10.8 0 1 1 34.29 18.67Z"),
            (0.42, 1.4, true, "M24 24.38L19.47 21.77A4.54 4.54 0 1 1 28.53 21.77Z"),
            (0.62, 1.0, false, "M17.52 21.1A6.7 6.7 0 1 1 30.48 21.1"),
            (0.955, 1.4, false, "M14.07 18.65A10.31 10.31 0 1 1 33.93 18.65"),
        ] {
            assert_eq!(lobe_path(scale, half_gap, is_closed), path);
        }
    }
}
