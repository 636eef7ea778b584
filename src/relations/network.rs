//! The links of commons as a drawing in three layers: programmes, commons, bearers.
//!
//! Each layer is put in the order of what its nodes are linked to, a few times over, which keeps
//! lines short and crossings few; then it is spread over the height of the longest layer. Whole
//! numbers only: the drawing is the same everywhere.

use super::links::{Links, bears, supports};
use crate::catalogue::{Catalogue, EntryIndex, Kind};
use crate::sorting::sorted_by_key;

/// Width of a node.
pub const NODE_WIDTH: u32 = 236;
/// Height of a line of a name.
pub const LINE: u32 = 18;
/// Above and below the lines of a name.
pub const PADDING: u32 = 8;
/// From the start of a layer to that of the next.
const STRIDE: u32 = 372;
/// Between two nodes, at least.
const GAP: u32 = 12;
/// How many characters a line takes: those of the widest fonts still fit.
const CHARACTERS: usize = 27;
/// How often layers are put in order: more changes nothing that can be seen.
const SWEEPS: usize = 12;
/// Places are compared in these parts of the height of their layer.
const SCALE: usize = 10_000;

/// An entry in the drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The entry.
    pub entry: EntryIndex,
    /// Its name, cut in lines.
    pub lines: Vec<String>,
    /// Its upper left corner.
    pub x: u32,
    /// The same.
    pub y: u32,
    /// Its height.
    pub height: u32,
}

/// A line between two nodes: where it starts, on the right of one, and ends, on the left of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Start.
    pub from: (u32, u32),
    /// End.
    pub to: (u32, u32),
}

/// The drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Network {
    /// Programmes, commons, bearers, each from top to bottom.
    pub layers: [Vec<Node>; 3],
    /// Who is linked to whom.
    pub lines: Vec<Line>,
    /// Its size.
    pub width: u32,
    /// The same.
    pub height: u32,
}

/// Where a layer starts.
#[must_use]
pub const fn layer_start(rank: u32) -> u32 {
    rank * STRIDE
}

/// Draws the commons of a catalogue with the programmes that support them and those that bear them.
/// Commons without a link are not in it.
#[must_use]
pub fn network(catalogue: &Catalogue) -> Network {
    let is_commons = |index: &EntryIndex| catalogue.entry(*index).kind == Kind::Commons;
    let pairs = |links: Vec<Links>| -> Vec<(EntryIndex, EntryIndex)> {
        links
            .into_iter()
            .flat_map(|links| links.to.into_iter().map(move |to| (links.from, to)))
            .filter(|(_, to)| is_commons(to))
            .collect()
    };
    let sides = [pairs(supports(catalogue)), pairs(bears(catalogue))];
    let [left, right] = sides.each_ref().map(|pairs| once_each(pairs.iter().map(|(from, _)| *from)));
    let linked = |index: &EntryIndex| sides.iter().flatten().any(|(_, to)| to == index);
    let middle: Vec<EntryIndex> = catalogue.of_kind(Kind::Commons).map(|(index, _)| index).filter(linked).collect();
    let [left, middle, right] = in_order([left, middle, right], &sides);
    let heights = [&left, &middle, &right].map(|layer| stacked(catalogue, layer));
    let height = heights.iter().copied().max().unwrap_or_default();
    let layers =
        [(0, left), (1, middle), (2, right)].map(|(rank, layer)| spread(catalogue, &layer, layer_start(rank), height));
    let lines = lines(&layers, &sides);
    Network { layers, lines, width: layer_start(2) + NODE_WIDTH, height }
}

fn once_each(entries: impl Iterator<Item = EntryIndex>) -> Vec<EntryIndex> {
    let mut seen: Vec<EntryIndex> = Vec::new();
    for entry in entries {
        if !seen.contains(&entry) {
            seen.push(entry);
        }
    }
    seen
}

/// Each layer in the order of the middle of what its nodes are linked to.
fn in_order(
    [mut left, mut middle, mut right]: [Vec<EntryIndex>; 3],
    [supported, borne]: &[Vec<(EntryIndex, EntryIndex)>; 2],
) -> [Vec<EntryIndex>; 3] {
    let place = |layer: &[EntryIndex], entry: EntryIndex| {
        layer.iter().position(|other| *other == entry).map(|rank| rank * SCALE / layer.len())
    };
    let mean = |places: Vec<usize>, otherwise: usize| {
        if places.is_empty() { otherwise } else { places.iter().sum::<usize>() / places.len() }
    };
    let sorted = |layer: &[EntryIndex], key: &dyn Fn(&EntryIndex) -> usize| sorted_by_key(layer, key);
    for _ in 0..SWEEPS {
        middle = sorted(&middle, &|entry| {
            let on_left = supported.iter().filter(|(_, to)| to == entry).filter_map(|(from, _)| place(&left, *from));
            let on_right = borne.iter().filter(|(_, to)| to == entry).filter_map(|(from, _)| place(&right, *from));
            mean(on_left.chain(on_right).collect(), SCALE)
        });
        let by_middle = |layer: &[EntryIndex], pairs: &[(EntryIndex, EntryIndex)]| {
            sorted(layer, &|entry| {
                let linked = pairs.iter().filter(|(from, _)| from == entry);
                mean(linked.filter_map(|(_, to)| place(&middle, *to)).collect(), SCALE)
            })
        };
        left = by_middle(&left, supported);
        right = by_middle(&right, borne);
    }
    [left, middle, right]
}

/// The lines of a name.
fn wrapped(name: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in name.split(' ') {
        let line = lines.last_mut().expect("there is always a line");
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > CHARACTERS {
            lines.push(word.to_owned());
        } else {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

fn node_height(catalogue: &Catalogue, entry: EntryIndex) -> u32 {
    let lines = wrapped(catalogue.entry(entry).name.as_str()).len();
    2 * PADDING + LINE * u32::try_from(lines).unwrap_or(1)
}

/// The least height of a layer.
fn stacked(catalogue: &Catalogue, layer: &[EntryIndex]) -> u32 {
    layer.iter().map(|entry| node_height(catalogue, *entry) + GAP).sum::<u32>().saturating_sub(GAP)
}

/// The nodes of a layer, with the room that is left shared between them.
fn spread(catalogue: &Catalogue, layer: &[EntryIndex], x: u32, height: u32) -> Vec<Node> {
    let room = height - stacked(catalogue, layer);
    let share = room / u32::try_from(layer.len()).unwrap_or(u32::MAX).max(1);
    let mut y = share / 2;
    let node = |entry: &EntryIndex| {
        let node_height = node_height(catalogue, *entry);
        let lines = wrapped(catalogue.entry(*entry).name.as_str());
        let node = Node { entry: *entry, lines, x, y, height: node_height };
        y += node_height + GAP + share;
        node
    };
    layer.iter().map(node).collect()
}

fn lines([left, middle, right]: &[Vec<Node>; 3], [supported, borne]: &[Vec<(EntryIndex, EntryIndex)>; 2]) -> Vec<Line> {
    let node = |layer: &'_ [Node], entry: EntryIndex| layer.iter().find(|node| node.entry == entry).cloned();
    let between = |start: Option<Node>, end: Option<Node>| {
        let (start, end) = (start?, end?);
        Some(Line { from: (start.x + NODE_WIDTH, start.y + start.height / 2), to: (end.x, end.y + end.height / 2) })
    };
    let supported = supported.iter().filter_map(|(from, to)| between(node(left, *from), node(middle, *to)));
    let borne = borne.iter().filter_map(|(from, to)| between(node(middle, *to), node(right, *from)));
    supported.chain(borne).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::read;
    use crate::relations::alone;

    fn real() -> Catalogue {
        read(include_str!("../../public/catalogue.json")).expect("the content is a catalogue").catalogue
    }

    #[test]
    fn nodes_of_a_layer_stand_apart_and_inside() {
        let network = network(&real());
        for layer in &network.layers {
            assert!(layer.is_sorted_by(|above, below| above.y + above.height + GAP <= below.y));
            assert!(
                layer.iter().all(|node| node.y + node.height <= network.height && node.x + NODE_WIDTH <= network.width)
            );
        }
        let longest =
            network.layers.iter().flatten().flat_map(|node| &node.lines).map(|line| line.chars().count()).max();
        assert!(longest <= Some(CHARACTERS), "no name of the content has a longer word");
    }

    #[test]
    fn every_link_of_commons_is_a_line() {
        let catalogue = real();
        let network = network(&catalogue);
        let commons = |links: Vec<Links>| -> usize {
            links.iter().flat_map(|links| &links.to).filter(|to| catalogue.entry(**to).kind == Kind::Commons).count()
        };
        assert_eq!(network.lines.len(), commons(supports(&catalogue)) + commons(bears(&catalogue)));
        let all = catalogue.of_kind(Kind::Commons).count();
        assert_eq!(network.layers[1].len() + alone(&catalogue).len(), all, "a commons is linked or alone");
        for line in &network.lines {
            assert_eq!(line.to.0 - line.from.0, STRIDE - NODE_WIDTH);
        }
    }

    #[test]
    fn the_drawing_is_always_the_same_and_crosses_less_than_the_data() {
        let catalogue = real();
        assert_eq!(network(&catalogue), network(&catalogue));
        let crossings = |lines: &[Line]| {
            let crosses = |a: &Line, b: &Line| a.from.0 == b.from.0 && (a.from.1 < b.from.1) && (a.to.1 > b.to.1);
            lines.iter().map(|a| lines.iter().filter(|b| crosses(a, b)).count()).sum::<usize>()
        };
        let found = crossings(&network(&catalogue).lines);
        assert!(found < 60, "{found} crossings");
    }

    #[test]
    fn names_are_cut_between_words() {
        for (name, expected) in [
            ("IGN", &["IGN"][..]),
            (
                "Agence nationale de la cohésion des territoires",
                &["Agence nationale de la", "cohésion des territoires"],
            ),
            ("Anticonstitutionnellement-dit-on-souvent", &["Anticonstitutionnellement-dit-on-souvent"]),
        ] {
            assert_eq!(wrapped(name), expected);
        }
    }

    #[test]
    fn an_empty_catalogue_draws_nothing() {
        let empty = read(r#"{"format": 1, "site": {"title": "Vide"}}"#).expect("it is a catalogue").catalogue;
        assert!(network(&empty).height == 0 && network(&empty).lines.is_empty());
    }
}
