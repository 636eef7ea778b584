//! The links of commons as a drawing in three layers: programmes, commons, bearers.
//!
//! Each layer is put in the order of what its nodes are linked to, a few times over, which keeps
//! lines short and crossings few; then it is spread over the height of the longest layer. Whole
//! numbers only: the drawing is the same everywhere.

use super::links::{Links, bears, supports};
use catalogue::{Catalogue, EntryIndex, Model};
use text::sorting::sorted_by_key;

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
/// How many nodes a drawing has at most: no one reads one of more, and the lists say the same.
const MOST_NODES: usize = 500;

/// What supports or bears a commons, and that commons.
type Pair = (EntryIndex, EntryIndex);

/// An entry in the drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    pub entry: EntryIndex,
    /// Its name, cut in lines.
    pub lines: Vec<String>,
    /// Its upper left corner.
    pub x: u32,
    pub y: u32,
    pub height: u32,
}

/// A line between two nodes: where it starts, on the right of one, and ends, on the left of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    pub from: (u32, u32),
    pub to: (u32, u32),
}

/// The drawing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Network {
    /// Programmes, commons, bearers, each from top to bottom.
    pub layers: [Vec<Node>; 3],
    /// Who is linked to whom.
    pub lines: Vec<Line>,
    /// Its size.
    pub width: u32,
    pub height: u32,
}

/// Where a layer starts.
pub const fn layer_start(rank: u32) -> u32 {
    rank * STRIDE
}

/// Draws the commons of a catalogue with the programmes that support them and those that bear them.
/// Commons without a link are not in it; it is empty when there would be too much in it to be read.
pub fn network(catalogue: &Catalogue) -> Network {
    let Some(sides) = sides(catalogue) else { return Network::default() };
    let count = catalogue.entries().len();
    let [left, middle, right] = nodes(&sides, count);
    // In the order of the data, which decides between those that stand at the same place.
    let middle = sorted_by_key(&middle, |entry| entry.rank());
    let layers = in_order([left, middle, right], &sides, count);
    let layers = layers.map(|layer| -> Vec<Node> { layer.into_iter().map(|entry| node(catalogue, entry)).collect() });
    let height = layers.iter().map(|layer| stacked(layer)).max().unwrap_or_default();
    let [left, middle, right] = layers;
    let layers = [(0, left), (1, middle), (2, right)].map(|(rank, layer)| spread(layer, layer_start(rank), height));
    let lines = lines(&layers, &sides, count);
    Network { layers, lines, width: layer_start(2) + NODE_WIDTH, height }
}

/// These entries, of a catalogue that has so many, each where it comes first.
fn once_each(entries: impl Iterator<Item = EntryIndex>, count: usize) -> Vec<EntryIndex> {
    let mut seen = vec![false; count];
    entries.filter(|entry| !std::mem::replace(&mut seen[entry.rank()], true)).collect()
}

/// Each layer in the order of the middle of what its nodes are linked to.
fn in_order(
    [mut left, mut middle, mut right]: [Vec<EntryIndex>; 3],
    [supported, borne]: &[Vec<Pair>; 2],
    count: usize,
) -> [Vec<EntryIndex>; 3] {
    // Places and sums of places are by the rank of entries, so that a sweep costs what there are links.
    let places = |layer: &[EntryIndex]| {
        let mut places = vec![0; count];
        for (rank, entry) in layer.iter().enumerate() {
            places[entry.rank()] = rank * SCALE / layer.len();
        }
        places
    };
    let by_mean = |layer: &[EntryIndex], linked: &mut dyn Iterator<Item = (EntryIndex, usize)>| {
        let mut sums = vec![(0, 0); count];
        for (entry, place) in linked {
            let (sum, number) = &mut sums[entry.rank()];
            *sum += place;
            *number += 1;
        }
        // Every node has a link.
        sorted_by_key(layer, |entry| sums[entry.rank()].0 / sums[entry.rank()].1)
    };
    for _ in 0..SWEEPS {
        let [on_left, on_right] = [&left, &right].map(|layer| places(layer));
        let supported_at = supported.iter().map(|(from, to)| (*to, on_left[from.rank()]));
        let borne_at = borne.iter().map(|(from, to)| (*to, on_right[from.rank()]));
        middle = by_mean(&middle, &mut supported_at.chain(borne_at));
        let inside = places(&middle);
        let at_middle = |(from, to): &Pair| (*from, inside[to.rank()]);
        left = by_mean(&left, &mut supported.iter().map(at_middle));
        right = by_mean(&right, &mut borne.iter().map(at_middle));
    }
    [left, middle, right]
}

/// The lines of a name; a word that is longer than a line goes on in the next one.
fn wrapped(name: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in name.split(' ').flat_map(pieces) {
        let line = lines.last_mut().expect("there is always a line");
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > CHARACTERS {
            lines.push(word);
        } else {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
        }
    }
    lines
}

/// A word, in pieces of a line at most.
fn pieces(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    letters.chunks(CHARACTERS).map(String::from_iter).collect()
}

/// The node of an entry, before it has its place.
fn node(catalogue: &Catalogue, entry: EntryIndex) -> Node {
    let lines = wrapped(catalogue.entry(entry).name.as_str());
    let height = 2 * PADDING + LINE * u32::try_from(lines.len()).unwrap_or(1);
    Node { entry, lines, x: 0, y: 0, height }
}

/// The least height of a layer.
fn stacked(layer: &[Node]) -> u32 {
    layer.iter().map(|node| node.height + GAP).sum::<u32>().saturating_sub(GAP)
}

/// The nodes of a layer in their places, with the room that is left shared between them.
fn spread(mut layer: Vec<Node>, x: u32, height: u32) -> Vec<Node> {
    let share = (height - stacked(&layer)) / u32::try_from(layer.len()).unwrap_or(u32::MAX).max(1);
    let mut y = share / 2;
    for node in &mut layer {
        (node.x, node.y) = (x, y);
        y += node.height + GAP + share;
    }
    layer
}

/// Whether there is something to draw.
pub(crate) fn has_network(catalogue: &Catalogue) -> bool {
    sides(catalogue).is_some_and(|sides| sides.iter().any(|side| !side.is_empty()))
}

/// What a drawing would join: who supports commons, who bears some; nothing when there are too many for one.
fn sides(catalogue: &Catalogue) -> Option<[Vec<Pair>; 2]> {
    let pairs = |links: Vec<Links>| -> Vec<Pair> {
        let pairs = links.into_iter().flat_map(|links| links.to.into_iter().map(move |to| (links.from, to)));
        pairs.filter(|(_, to)| catalogue.entry(*to).kind.is(Model::Commons)).collect()
    };
    let sides = [pairs(supports(catalogue)), pairs(bears(catalogue))];
    let count: usize = nodes(&sides, catalogue.entries().len()).iter().map(Vec::len).sum();
    (count <= MOST_NODES).then_some(sides)
}

/// Who supports, what is supported or borne, and who bears it, each once.
fn nodes(sides: &[Vec<Pair>; 2], count: usize) -> [Vec<EntryIndex>; 3] {
    let [left, right] = sides.each_ref().map(|pairs| once_each(pairs.iter().map(|(from, _)| *from), count));
    [left, once_each(sides.iter().flatten().map(|(_, to)| *to), count), right]
}

fn lines([left, middle, right]: &[Vec<Node>; 3], [supported, borne]: &[Vec<Pair>; 2], count: usize) -> Vec<Line> {
    // Where lines end, on the left of each node.
    let ends = |layer: &[Node]| {
        let mut ends = vec![(0, 0); count];
        for node in layer {
            ends[node.entry.rank()] = (node.x, node.y + node.height / 2);
        }
        ends
    };
    let [left, middle, right] = [left, middle, right].map(|layer| ends(layer));
    let between = |start: (u32, u32), end| Line { from: (start.0 + NODE_WIDTH, start.1), to: end };
    let supported = supported.iter().map(|(from, to)| between(left[from.rank()], middle[to.rank()]));
    let borne = borne.iter().map(|(from, to)| between(middle[to.rank()], right[from.rank()]));
    supported.chain(borne).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::relations::alone;
    use catalogue::read;

    fn real() -> Catalogue {
        read(include_str!("../../../../public/catalogue.json")).expect("the content is a catalogue").catalogue
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
        assert!(longest <= Some(CHARACTERS), "no line is longer than its box");
    }

    #[test]
    fn every_link_of_commons_is_a_line() {
        let catalogue = real();
        let network = network(&catalogue);
        let commons = |links: Vec<Links>| -> usize {
            links.iter().flat_map(|links| &links.to).filter(|to| catalogue.entry(**to).kind.is(Model::Commons)).count()
        };
        assert_eq!(network.lines.len(), commons(supports(&catalogue)) + commons(bears(&catalogue)));
        let all = catalogue.of_model(Model::Commons).count();
        assert_eq!(network.layers[1].len() + alone(&catalogue), all, "a commons is linked or alone");
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
        let lines = network(&catalogue).lines.len();
        assert!(found < lines, "{found} crossings of {lines} lines");
    }

    #[test]
    fn names_are_cut_between_words() {
        for (name, expected) in [
            ("IGN", &["IGN"][..]),
            (
                "Agence nationale de la cohésion des territoires",
                &["Agence nationale de la", "cohésion des territoires"],
            ),
            // A word that is longer than a line is cut where the line ends.
            ("Anticonstitutionnellement-dit-on-souvent ici", &["Anticonstitutionnellement-d", "it-on-souvent ici"]),
        ] {
            assert_eq!(wrapped(name), expected);
        }
    }

    #[test]
    fn a_drawing_that_no_one_would_read_is_not_made() {
        let draws = |count: usize| {
            let entry =
                |rank: usize| format!(r#"{{"id": "c{rank}", "kind": "commun", "name": "C", "bearers": ["o"]}}"#);
            let entries = (1..count).map(entry).collect::<Vec<_>>().join(",");
            let bearer = r#"{"id": "o", "kind": "organisation", "name": "O"}"#;
            let json = format!(r#"{{"format": 1, "site": {{"title": "A"}}, "entries": [{bearer}, {entries}]}}"#);
            network(&read(&json).expect("it is a catalogue").catalogue).lines.len()
        };
        assert_eq!((draws(MOST_NODES), draws(MOST_NODES + 1)), (MOST_NODES - 1, 0));
    }

    #[test]
    fn an_empty_catalogue_draws_nothing() {
        let empty = read(r#"{"format": 1, "site": {"title": "Vide"}}"#).expect("it is a catalogue").catalogue;
        assert!(network(&empty).height == 0 && network(&empty).lines.is_empty());
    }
}
