//! The pieces of rubrics, drawn.

use crate::state::content::use_language;
use crate::view;
use leptos::prelude::*;

use super::resources::{Resource, Target};
use super::rubrics::{Block, EntryOrName, Heading, Side};
use crate::components::{
    To, axis_triad, breakable, citations, composed, entry_link, icon, inline, unknown, way, written,
};
use catalogue::{Axis, AxisMaturity, Challenge, ChallengeAxis, DatedFact, Stage, Text};
use messages::entry_page::{self, headings};
use text::letters::capitalised;

/// Draws one piece.
pub(in crate::pages) fn block(block: Block) -> AnyView {
    let language = use_language();
    match block {
        Block::Paragraphs(heading, texts) => {
            let texts: Vec<_> = texts.iter().map(|text| view! { <p>{written(text)}</p> }).collect();
            headed(heading, texts.into_any())
        }
        Block::Sentences(heading, items) => headed(heading, sentences(items)),
        Block::Needs(needs) => headed(Some(entry_page::headings::NEEDS.to(language).to_owned()), self::needs(needs)),
        Block::Entries(heading, items) => headed(heading, entries(items)),
        Block::Governance(sides) => governance(sides),
        Block::From(sources, block) => {
            view! { <div class="sourced">{self::block(*block)}<p class="sourced__marks">{citations(&sources)}</p></div> }
        }
        Block::Maturity(maturity) => self::maturity(maturity),
        Block::Facts(facts) => {
            let facts: Vec<_> = (facts.into_iter())
                .map(|(label, said, sources)| {
                    view! { <div><dt>{composed(label)}</dt><dd>{composed(said)}{citations(&sources)}</dd></div> }
                })
                .collect();
            view! { <dl class="facts">{facts}</dl> }
        }
        Block::Address(heading, url) => {
            let name = view! { {breakable(url.host())}{icon("external")} };
            let way = way(None, url.as_str().to_owned(), To::Site, name.into_any());
            headed(heading, view! { <p>{way}</p> })
        }
        Block::Resources(resources) => self::resources(resources),
        Block::Dates(heading, dates) => headed(heading, self::dates(dates)),
        Block::Challenges(challenges) => self::challenges(challenges),
        Block::OfferHelp(address) => {
            view! { <p><a class="button button--secondary" href=address>{icon("mail")}{entry_page::OFFER_HELP.to(language)}</a></p> }
        }
    }
}

fn headed(heading: Heading, body: AnyView) -> AnyView {
    view! { <div>{heading.map(|heading| view! { <h3>{composed(heading)}</h3> })}{body}</div> }
}

fn sentences(items: Vec<(Text, Option<String>)>) -> AnyView {
    let items: Vec<_> = (items.into_iter())
        .map(|(text, label)| {
            let label = label.map(|label| view! { <span class="quiet small">{composed(format!(" ({label})"))}</span> });
            view! { <li>{written(&text)}{label}</li> }
        })
        .collect();
    view! { <ul>{items}</ul> }
}

fn needs(needs: Vec<(Text, Option<String>)>) -> AnyView {
    let needs: Vec<_> = (needs.into_iter())
        .map(|(text, sign)| view! { <li>{icon(sign.as_deref().unwrap_or("question"))}<span>{written(&text)}</span></li> })
        .collect();
    view! { <ul class="checklist">{needs}</ul> }
}

fn entries(items: Vec<(EntryOrName, Option<Text>)>) -> AnyView {
    let items: Vec<_> = (items.into_iter())
        .map(|(who, role)| {
            let who = match who {
                EntryOrName::Entry(index) => view! { {entry_link(index)} },
                EntryOrName::Name(name) => written(&name),
            };
            view! { <li>{who}{role.map(|role| view! { "\u{a0}: " {written(&role)} })}</li> }
        })
        .collect();
    view! { <ul>{items}</ul> }
}

fn governance(sides: [Side; 2]) -> AnyView {
    let language = use_language();
    let sides: Vec<AnyView> = (sides.into_iter().zip([headings::DECIDES, headings::PAYS]))
        .map(|(Side { text, sources, not_found }, heading)| {
            let text = text.map_or_else(|| or_not_found(not_found), |text| written(&text));
            view! { <div><h3>{heading.to(language)}</h3><p>{text}{citations(&sources)}</p></div> }
        })
        .collect();
    view! { <div class="two-columns">{sides}</div> }
}

/// What takes the place of what is not known: that it was looked for, or no more.
pub(super) fn or_not_found(not_found: Option<String>) -> AnyView {
    not_found.map_or_else(unknown, |said| view! { <span class="unknown">{said}</span> })
}

fn maturity(maturity: [AxisMaturity; 3]) -> AnyView {
    let language = use_language();
    let axes: Vec<_> = [Axis::Governance, Axis::Resource, Axis::Community]
        .into_iter()
        .map(|axis| {
            let AxisMaturity { stage, note } = maturity[axis as usize].clone();
            let note = note.as_ref().map_or_else(unknown, written);
            view! {
                <li>
                    {axis_triad(axis, stage)}
                    <h3 class="maturity__head">{axis.name(language)} " " <span class="maturity__stage">{Stage::inside(stage, language)}</span></h3>
                    <p>{note}</p>
                </li>
            }
        })
        .collect();
    view! { <p class="small secondary">{entry_page::MATURITY_NOTE.to(language)}</p> <ul class="maturity" role="list">{axes}</ul> }
}

fn resources(resources: Vec<Resource>) -> AnyView {
    let rows: Vec<_> = (resources.into_iter())
        .map(|Resource { name, nature, target, missing }| {
            let out = |url: String, name: &str| {
                way(None, url, To::Site, view! { <span>{breakable(name)}</span>{icon("external")} })
            };
            let (name, open) = match target {
                Target::External(url) => (out(url, &name), None),
                Target::Mail(address) => (view! { <a href=address>{breakable(&name)}</a> }, None),
                Target::Entry(index, url) => {
                    (entry_link(index), url.map(|url| out(url.as_str().to_owned(), url.host())))
                }
                Target::Nowhere => (view! { <div>{composed(name)}</div> }, None),
            };
            let missing = missing.map(|why| view! { ", " <em class="unknown">{why}</em> });
            view! { <li>{name}{open}<span>{composed(nature)}{missing}</span></li> }
        })
        .collect();
    view! { <ul class="resources" role="list">{rows}</ul> }
}

/// Dates, each with what it marks.
pub(in crate::pages) fn dates(dates: Vec<DatedFact>) -> AnyView {
    let language = use_language();
    let dates: Vec<_> = (dates.into_iter())
        .map(|DatedFact { label, date, text }| {
            // The words of the source stand before the date, which they may only hint at.
            let when = match (text, date) {
                (Some(text), Some(date)) if !text.as_str().contains(&date.year.to_string()) => {
                    format!("{} {}", inline(&text), date.in_words(language))
                }
                (Some(text), _) => inline(&text).into_owned(),
                (None, Some(date)) => date.in_words(language),
                (None, None) => String::new(),
            };
            let when = match date {
                Some(date) => {
                    view! { <time datetime=date.to_string()>{composed(capitalised(&when))}</time> }
                }
                None => view! { <span class="date">{composed(capitalised(&when))}</span> },
            };
            view! { <li><div>{when}{composed(capitalised(&inline(&label)))}</div></li> }
        })
        .collect();
    view! { <ol class="timeline">{dates}</ol> }
}

fn challenges(challenges: Vec<Challenge>) -> AnyView {
    let language = use_language();
    let group = |(axis, challenges): (Option<ChallengeAxis>, Vec<&Challenge>)| {
        let items: Vec<_> = (challenges.into_iter())
            .map(|challenge| {
                let code = (!challenge.code.is_empty()).then(|| format!("{}. ", challenge.code));
                view! { <li>{code}{written(&challenge.name)}</li> }
            })
            .collect();
        view! { <div><h3>{axis.map_or(headings::CHALLENGES.to(language), |axis| axis.name(language))}</h3><ul>{items}</ul></div> }
    };
    view! { <div class="two-columns">{Challenge::by_axis(&challenges).map(group).collect::<Vec<_>>()}</div> }
}
