//! Programmes, commons and bearers: who supports and who bears what, as lists, then as a drawing.

use leptos::prelude::*;

use crate::catalogue::{EntryIndex, Kind};
use crate::messages::{self, relations as said};
use crate::relations::{self, LINE, Line, Links, NODE_WIDTH, Network, Node, PADDING, layer_start};
use crate::ui::components::{entry_link, theme_class};
use crate::ui::context::{Content, use_content};
use crate::ui::links::link_to;
use crate::ui::view;

/// Room above the nodes, for the names of the layers.
const HEAD: u32 = 36;
/// Room around the drawing, for its outlines.
const MARGIN: u32 = 4;

/// The page.
#[component]
pub(in crate::ui) fn Relations() -> impl IntoView {
    let content = use_content();
    let catalogue = content.catalogue();
    let (supports, bears, alone) =
        (relations::supports(catalogue), relations::bears(catalogue), relations::alone(catalogue));
    let summary = said::summary(supports.len(), bears.len(), alone.len());
    let network = relations::network(catalogue);
    let has_network = !network.lines.is_empty();
    let to_network = has_network.then(|| view! { <p><a href="#reseau">{said::SEE_NETWORK}</a></p> });
    let alone = (!alone.is_empty()).then(|| {
        let names: Vec<AnyView> = alone.iter().map(|index| view! { <li>{entry_link(*index)}</li> }).collect();
        view! {
            <section class="pile" aria-labelledby="seuls">
                <h2 id="seuls">{said::ALONE}</h2>
                <p class="petit second">{said::ALONE_NOTE}</p>
                <ul class="fiches" role="list">{names}</ul>
            </section>
        }
    });
    view! {
        <div class="enveloppe section pile relations">
            <div class="cat__tete">
                <h1>{said::TITLE}</h1>
                <p class="second mesure">{said::LEAD}</p>
                <p class="petit second">{summary}</p>
                {to_network}
            </div>
            {list(&content, "soutiens", said::SUPPORTS, &supports)}
            {list(&content, "porteurs", said::BEARS, &bears)}
            {alone}
            {has_network.then(|| drawing(&content, &network))}
        </div>
    }
}

fn list(content: &Content, id: &'static str, heading: &'static str, links: &[Links]) -> Option<AnyView> {
    let items: Vec<AnyView> = links
        .iter()
        .map(|Links { from, to }| {
            let to: Vec<AnyView> = to.iter().map(|index| linked(content, *index)).collect();
            view! { <li class="relation"><h3>{entry_link(*from)}</h3><ul>{to}</ul></li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <section class="pile" aria-labelledby=id>
                <h2 id=id>{heading}</h2>
                <ul class="relations__liste" role="list">{items}</ul>
            </section>
        }
    })
}

/// An entry of a list, with its kind when it is no commons.
fn linked(content: &Content, index: EntryIndex) -> AnyView {
    let kind = content.entry(index).kind;
    let kind = (kind != Kind::Commons)
        .then(|| view! { <span class="discret petit">{format!(" ({})", messages::kind(kind).to_lowercase())}</span> });
    view! { <li>{entry_link(index)}{kind}</li> }
}

fn drawing(content: &Content, network: &Network) -> AnyView {
    let (width, height) = (network.width + 2 * MARGIN, network.height + HEAD + 2 * MARGIN);
    let view_box = format!("0 0 {width} {height}");
    let paths: String = network.lines.iter().map(path).collect();
    let heads: Vec<AnyView> = (0..)
        .zip(said::LAYERS)
        .map(|(rank, name)| {
            let x = (layer_start(rank) + MARGIN).to_string();
            view! { <g><text class="reseau__tete" x=x y="20">{name}</text></g> }
        })
        .collect();
    let nodes: Vec<AnyView> = network.layers.iter().flatten().map(|one| node(content, one)).collect();
    view! {
        <section class="pile" aria-labelledby="reseau">
            <h2 id="reseau">{said::NETWORK}</h2>
            <p class="petit second mesure">{said::NETWORK_NOTE}</p>
            <div class="reseau" tabindex="0" role="region" aria-label=said::NETWORK>
                <svg viewBox=view_box width=width.to_string() height=height.to_string() role="group" aria-label=said::NETWORK>
                    <path class="reseau__trait" d=paths></path>
                    {heads}
                    {nodes}
                </svg>
            </div>
        </section>
    }
}

/// A line, which leaves and arrives level.
fn path(line: &Line) -> String {
    let Line { from, to } = line;
    let middle = u32::midpoint(from.0, to.0) + MARGIN;
    let [from, to] = [from, to].map(|(x, y)| (x + MARGIN, y + HEAD));
    format!("M{} {}C{middle} {} {middle} {} {} {}", from.0, from.1, from.1, to.1, to.0, to.1)
}

fn node(content: &Content, node: &Node) -> AnyView {
    let entry = content.entry(node.entry);
    let (x, y) = (node.x + MARGIN, node.y + HEAD);
    let class = if entry.kind == Kind::Commons {
        format!("noeud {}", theme_class(content.catalogue(), entry))
    } else {
        "noeud".to_owned()
    };
    let lines: Vec<AnyView> = (1..)
        .zip(&node.lines)
        .map(|(rank, line)| {
            let [x, y] = [x + 12, y + PADDING + rank * LINE - 5].map(|place| place.to_string());
            view! { <g><text x=x y=y>{format!("{line} ")}</text></g> }
        })
        .collect();
    let [x, y, width, height] = [x, y, NODE_WIDTH, node.height].map(|size| size.to_string());
    view! {
        <g class=class>
            <a href=link_to(entry)>
                <rect x=x y=y width=width height=height rx="4"></rect>
                {lines}
            </a>
        </g>
    }
}
