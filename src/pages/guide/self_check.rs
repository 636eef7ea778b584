//! The self-assessment: native choices whose answers are the address, and the portrait they draw.

use std::rc::Rc;

use leptos::prelude::*;

use super::pieces::{cite, lead, names, sentences};
use crate::components::{Size, bad_parameters, composed, inline, onward, triad};
use crate::state::content::{Content, use_language};
use crate::state::links::{address, link};
use crate::state::location::{Location, Step, own_address, use_location};
use crate::view;
use address::route::Route;
use catalogue::{Axis, EntryIndex, Model, SectionType, Stage};
use insight::guides::{Readiness, SelfCheck, criteria};
use insight::pages::first;
use messages::self_check as said;
use search::facet::Facet;
use search::query::Query;
use text::letters::capitalised;

/// The answers, followed, and the way to change them.
#[derive(Clone)]
struct Answers {
    check: Memo<SelfCheck>,
    own: Rc<str>,
    location: Location,
}

impl Answers {
    /// Changes the answers: the entry of the history is replaced.
    fn change(&self, change: impl FnOnce(&mut SelfCheck)) {
        let mut check = self.check.get_untracked();
        change(&mut check);
        self.location.go(&format!("{}?{check}", self.own), Step::Same);
    }
}

/// The answers of the present address, to the questions of the catalogue.
fn answers(content: &Content) -> Answers {
    let location = use_location();
    let (search, count) = (location.search, criteria(content.catalogue()).count());
    let check = Memo::new(move |_| search.with(|search| SelfCheck::parse(search, count).0));
    Answers { check, own: own_address(location).into(), location }
}

/// A stage on each axis.
pub(super) fn maturity(content: &Content) -> AnyView {
    let language = use_language();
    let answers = answers(content);
    let (search, count) = (answers.location.search, criteria(content.catalogue()).count());
    let bad = move || search.with(|search| bad_parameters(&SelfCheck::parse(search, count).1));
    let axes: Vec<AnyView> = Axis::ALL.iter().map(|axis| self::axis(&answers, *axis)).collect();
    view! {
        {bad}
        <p class="without-app small">{said::WITHOUT_APP.to(language)}</p>
        <div class="self-check">{axes}</div>
    }
}

/// The questions by which programmes judge a project.
pub(super) fn questions(content: &Content) -> AnyView {
    let language = use_language();
    let answers = answers(content);
    let questions: Vec<_> = criteria(content.catalogue()).collect();
    let mut programmes: Vec<EntryIndex> = questions.iter().map(|(programme, _)| *programme).collect();
    programmes.dedup();
    let fields: Vec<AnyView> = (questions.iter().enumerate())
        .map(|(rank, (programme, own_rank))| question(content, &answers, rank, (*programme, *own_rank)))
        .collect();
    let cited = programmes.first().map(|programme| cite(content, *programme));
    view! {
        <p class="secondary measure">{said::QUESTIONS_LEAD.to(language)} " " {names(&programmes)} "."{cited}</p>
        <div class="self-check">{fields}</div>
    }
}

/// What the answers draw.
pub(super) fn portrait(content: &Content) -> AnyView {
    let questions: Vec<_> = criteria(content.catalogue()).collect();
    let texts: Vec<String> = (questions.iter())
        .map(|(programme, rank)| inline(&content.entry(*programme).criteria[*rank].0).into_owned())
        .collect();
    result(content, answers(content).check, texts)
}

/// A choice among a few, under a legend.
fn choice(
    name: String,
    legend: String,
    more: Option<AnyView>,
    options: Vec<(&'static str, String)>,
    chosen: Signal<&'static str>,
    choose: Rc<dyn Fn(&'static str)>,
) -> AnyView {
    let options: Vec<AnyView> = options
        .into_iter()
        .map(|(value, label)| {
            let choose = Rc::clone(&choose);
            view! {
                <label>
                    <input
                        type="radio" name=name.clone() value=value checked=chosen.get_untracked() == value
                        prop:checked=move || chosen.get() == value on:change=move |_| choose(value)
                    />
                    <span>{label}</span>
                </label>
            }
        })
        .collect();
    view! { <fieldset class="self-check__choices"><legend>{composed(legend)}</legend>{more}<div class="segments">{options}</div></fieldset> }
}

fn axis(answers: &Answers, axis: Axis) -> AnyView {
    let language = use_language();
    let option = |stage: Option<Stage>| (stage.map_or("", Stage::word), capitalised(Stage::inside(stage, language)));
    let options = std::iter::once(None).chain(Stage::ALL.iter().copied().map(Some)).map(option);
    let check = answers.check;
    let chosen = Signal::derive(move || check.with(|check| check.stages[axis as usize].map_or("", Stage::word)));
    let answers = answers.clone();
    let choose = move |word: &'static str| answers.change(|check| check.stages[axis as usize] = Stage::parse(word));
    choice(axis.word().to_owned(), axis.name(language).to_owned(), None, options.collect(), chosen, Rc::new(choose))
}

fn question(content: &Content, answers: &Answers, rank: usize, (programme, own_rank): (EntryIndex, usize)) -> AnyView {
    let language = use_language();
    let (text, points) = &content.entry(programme).criteria[own_rank];
    let options = std::iter::once(("", said::NO_ANSWER.to(language)));
    let options = options.chain(Readiness::ALL.iter().map(|answer| (answer.word(), answer.name(language))));
    let options = options.map(|(word, name)| (word, name.to_owned()));
    let check = answers.check;
    let chosen = Signal::derive(move || check.with(|check| check.answers[rank].map_or("", Readiness::word)));
    let answers = answers.clone();
    let choose = move |word: &'static str| answers.change(|check| check.answers[rank] = Readiness::parse(word));
    let name = format!("q{}", rank + 1);
    choice(name, inline(text).into_owned(), Some(sentences(points)), options.collect(), chosen, Rc::new(choose))
}

/// What the answers draw: the triad, what remains, where to go on.
fn result(content: &Content, check: Memo<SelfCheck>, questions: Vec<String>) -> AnyView {
    let language = use_language();
    let obstacles = first(&content.index, SectionType::Obstacles).map(|(page, section)| {
        let address = format!("{}#{}", link(&Route::of_page(&page.id)), section.id);
        onward(address, said::SEE_OBSTACLES.to(language).to_owned())
    });
    let programmes = first(&content.index, SectionType::Programmes)
        .map(|(page, _)| onward(link(&Route::of_page(&page.id)), said::SEE_PROGRAMMES.to(language).to_owned()));
    let next = (obstacles.is_some() || programmes.is_some())
        .then(|| view! { <h3>{said::NEXT.to(language)}</h3> {obstacles} {programmes} });
    let commons = Query::of_model(content.catalogue(), Model::Commons);
    let portrait = move || {
        check.with(|check| {
            let same: Vec<AnyView> = (Axis::ALL.iter())
                .filter_map(|axis| {
                    let stage = check.stages[*axis as usize]?;
                    let query = commons.clone().with(Facet::AXES[*axis as usize], stage.word());
                    let label = said::same_stage(language, axis.name(language), Stage::inside(Some(stage), language));
                    Some(view! { <li><a href=address(&query)>{label}</a></li> })
                })
                .collect();
            let left: Vec<AnyView> = check
                .to_work_on()
                .into_iter()
                .map(|rank| view! { <li>{composed(questions[rank].clone())}</li> })
                .collect();
            let left = (!left.is_empty()).then(|| view! { <h3>{said::TO_WORK_ON.to(language)}</h3> <ul>{left}</ul> });
            let nothing = check.is_empty().then(|| lead(said::NOTHING.to(language)));
            view! {
                <div class="self-check__portrait">
                    {triad(check.stages, Size::Large, false)}
                    <div class="stack stack--tight">
                        <p role="status"><b>{Stage::all_inside(check.stages, language)}</b></p>
                        {nothing}
                        <ul>{same}</ul>
                        {left}
                    </div>
                </div>
            }
        })
    };
    view! {
        {portrait}
        <p class="callout">{said::PRIVACY.to(language)}</p>
        {next}
    }
}
