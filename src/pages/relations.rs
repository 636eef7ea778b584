//! Programmes, commons and bearers: who supports and who bears what, as lists, then as a drawing.

use leptos::prelude::*;

use crate::components::{composed, entry_link, first_of, inline, page_head, theme_class};
use crate::state::content::{Content, use_content, use_language};
use crate::state::links::{address, link_to};
use crate::view;
use catalogue::{EntryIndex, Kind, Model};
use insight::relations::{self, LINE, Line, Links, NODE_WIDTH, Network, Node, PADDING, layer_start};
use messages::{in_brackets, relations as said, shell};
use search::query::{Query, Scope};

/// Room above the nodes, for the names of the layers.
const HEAD: u32 = 36;
/// Room around the drawing, for its outlines.
const MARGIN: u32 = 4;

#[component]
pub(crate) fn Relations() -> impl IntoView {
    let language = use_language();
    let content = use_content();
    let catalogue = content.catalogue();
    let (supports, bears, alone) =
        (relations::supports(catalogue), relations::bears(catalogue), relations::alone(catalogue));
    let summary = said::summary(
        language,
        &catalogue.words_of(Model::Programme).noun.count(language, supports.len()),
        bears.len(),
    );
    let network = drawn(&content);
    let see_network =
        network.is_some().then(|| view! { <p><a href="#reseau">{said::SEE_NETWORK.to(language)}</a></p> });
    let own = relations::named_in_fields(catalogue);
    // Where the catalogue only links its entries in ways of its own, ours are not missing.
    let is_counted = own.is_empty() || !(supports.is_empty() && bears.is_empty());
    let summary = is_counted.then(|| view! { <p class="small secondary">{summary}</p> });
    let alone = (alone > 0).then(|| {
        let counted = catalogue.words_of(Model::Commons).noun.count(language, alone);
        let scope = if let [kind] = catalogue.kinds_of(Model::Commons)[..] { Scope::Kind(kind) } else { Scope::All };
        let all = address(&Query::of(scope));
        view! { <p class="small secondary">{said::alone(language, &counted)} " " <a href=all>{shell::OPEN_CATALOGUE.to(language)}</a></p> }
    });
    let own =
        own.into_iter().map(|(field, links)| (format!("v-{}", field.id), inline(&field.label).into_owned(), links));
    let ours = [("soutiens", said::SUPPORTS, supports), ("porteurs", said::BEARS, bears)];
    let ours = ours.map(|(id, heading, links)| (id.to_owned(), heading.to(language).to_owned(), links));
    let lists = ours.into_iter().filter(|(_, _, links)| !links.is_empty()).chain(own);
    let mut sections: Vec<AnyView> =
        lists.map(|(id, heading, links)| section(id, heading, list(&content, &links))).collect();
    sections.extend(network.map(|network| {
        let note = content.of_commons(said::NETWORK_NOTE, said::NETWORK_NOTE_OF_ENTRIES).to(language);
        let body = view! { <p class="small secondary measure">{note}</p> {network} };
        section("reseau".to_owned(), said::NETWORK.to(language).to_owned(), body)
    }));
    let more = view! { {summary} {alone} {see_network} };
    view! {
        <div class="wrapper section stack relations">
            {page_head(said::TITLE, content.of_commons(said::LEAD, said::LEAD_OF_ENTRIES), more)}
            {sections}
        </div>
    }
}

/// The links drawn; nothing when there is none.
pub(super) fn drawn(content: &Content) -> Option<AnyView> {
    let network = relations::network(content.catalogue());
    (!network.lines.is_empty()).then(|| drawing(content, &network))
}

fn section(id: String, heading: String, body: AnyView) -> AnyView {
    let labelled_by = id.clone();
    view! { <section class="stack" aria-labelledby=labelled_by><h2 id=id>{composed(heading)}</h2> {body}</section> }
}

/// The first of these entries, with those that they are linked to.
fn list(content: &Content, links: &[Links]) -> AnyView {
    let (shown, others) = first_of(links, None);
    let items: Vec<AnyView> = shown.iter().map(|links| item(content, links)).collect();
    view! { <ul class="relations__list" role="list">{items}</ul> {others} }
}

/// An entry, with those that it supports or bears; what is no commons says its kind.
fn item(content: &Content, links: &Links) -> AnyView {
    let linked = |index: &EntryIndex| {
        let kind = content.entry(*index).kind;
        let kind = (kind != Kind::COMMONS).then(|| {
            let kind = in_brackets(&[&content.catalogue().kinds.words(kind).inside(use_language(), 1)]);
            view! { <span class="quiet small">{kind}</span> }
        });
        view! { <li>{entry_link(*index)}{kind}</li> }
    };
    let (shown, others) = first_of(&links.to, None);
    let to: Vec<AnyView> = shown.iter().map(linked).collect();
    view! { <li class="relation"><h3>{entry_link(links.from)}</h3><ul>{to}</ul>{others}</li> }
}

fn drawing(content: &Content, network: &Network) -> AnyView {
    let language = use_language();
    // Nobody may support, or bear: the side of a layer without anyone is left out.
    let [start, end] = match &network.layers {
        [left, ..] if left.is_empty() => [layer_start(1), network.width],
        [.., right] if right.is_empty() => [0, layer_start(1) + NODE_WIDTH],
        _ => [0, network.width],
    };
    let (width, height) = (end - start + 2 * MARGIN, network.height + HEAD + 2 * MARGIN);
    let view_box = format!("{start} 0 {width} {height}");
    let paths: String = network.lines.iter().map(path).collect();
    let plural = |model| content.catalogue().words_of(model).plural;
    let heads: Vec<AnyView> = (0..)
        .zip([plural(Model::Programme), plural(Model::Commons), said::BEARERS.to(language)])
        .zip(&network.layers)
        .filter(|(_, layer)| !layer.is_empty())
        .map(|((rank, name), _)| {
            let x = (layer_start(rank) + MARGIN).to_string();
            view! { <g><text class="network__head" x=x y="20">{name}</text></g> }
        })
        .collect();
    let nodes: Vec<AnyView> = network.layers.iter().flatten().map(|one| node(content, one)).collect();
    view! {
        <div class="network" tabindex="0" role="region" aria-label=said::DRAWING.to(language)>
            <svg viewBox=view_box width=width.to_string() height=height.to_string() role="group" aria-label=said::DRAWING.to(language)>
                <path class="network__line" d=paths></path>
                {heads}
                {nodes}
            </svg>
        </div>
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
    let class = if entry.kind.is(Model::Commons) {
        format!("node {}", theme_class(content.catalogue(), entry))
    } else {
        "node".to_owned()
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
        <g class=class lang=entry.name.language().map(str::to_owned)>
            <a href=link_to(entry) tabindex="-1">
                <rect x=x y=y width=width height=height rx="4"></rect>
                {lines}
            </a>
        </g>
    }
}
