//! The fields of the form, each by the shape of what is written in it.

use leptos::prelude::*;

use super::Writing;
use crate::browser;
use crate::state::content::{use_content, use_language};
use crate::view;
use catalogue::{Catalogue, Json, VocabularyKey};
use insight::form::{Field, Shape, Step, path_of};
use messages::{Language, propose as said};

/// The keys of texts of one line.
const LINES: [&str; 8] = ["name", "label", "title", "heading", "value", "role", "alt", "nature_detail"];

/// A field and its fault, if it has one. What is in something that may be left empty is not required.
pub(super) fn field(writing: Writing, field: &Field, above: &[Step], is_above_written: bool) -> AnyView {
    let steps = below(above, Step::Key(field.key.clone()));
    control(writing, &field.shape, &steps, field.label.clone(), field.is_required && is_above_written)
}

/// The names that fields of references suggest.
pub(super) fn suggestions() -> AnyView {
    let content = use_content();
    let catalogue = content.catalogue();
    let option = |(id, name): (String, String)| view! { <option value=id>{name}</option> };
    let entries: Vec<AnyView> =
        catalogue.entries().map(|(_, entry)| option((entry.id.clone(), entry.name.to_string()))).collect();
    let documents: Vec<AnyView> =
        catalogue.documents.iter().map(|document| option((document.id.clone(), document.title.to_string()))).collect();
    view! { <datalist id="list-entries">{entries}</datalist> <datalist id="list-documents">{documents}</datalist> }
}

/// What a word that one may choose at this place reads: a kind, as the catalogue calls it.
fn label_of(catalogue: &Catalogue, path: &str, word: &str, language: Language) -> String {
    let kind = (path == "kind").then(|| catalogue.kinds.parse(word)).flatten().map(|kind| catalogue.kinds.words(kind));
    let own = kind.filter(|words| words.is_of_host).map(|words| words.name.to_owned());
    own.unwrap_or_else(|| said::choice(language, word))
}

fn below(above: &[Step], step: Step) -> Vec<Step> {
    above.iter().cloned().chain([step]).collect()
}

/// The id of the element of a place.
pub(super) fn id_of(path: &str) -> String {
    format!("champ-{}", path.replace(['[', ']', '.'], "-"))
}

fn control(writing: Writing, shape: &Shape, steps: &[Step], label: String, is_required: bool) -> AnyView {
    let language = use_language();
    let path = path_of(steps);
    let id = id_of(&path);
    match shape {
        Shape::List(items) => return list(writing, items, steps, label),
        Shape::Object(fields) => {
            let is_written = is_required || matches!(steps.last(), Some(Step::Index(_)));
            let inner: Vec<AnyView> = fields.iter().map(|inner| field(writing, inner, steps, is_written)).collect();
            return view! {
                <fieldset class="propose__group" id=id tabindex="-1">
                    <legend>{label}</legend>
                    {inner}
                    {fault(writing, path)}
                </fieldset>
            };
        }
        Shape::Check => {
            let place = steps.to_vec();
            let is_checked = writing.draft.with_value(|draft| draft.get(steps) == Some(&Json::Boolean(true)));
            let toggle = move |event| writing.write(&place, Json::Boolean(event_target_checked(&event)));
            return view! { <label class="option"><input id=id type="checkbox" prop:checked=is_checked on:change=toggle/><span>{label}</span></label> };
        }
        _ => {}
    }
    let current = writing.text(steps);
    let (place, is_whole) = (steps.to_vec(), *shape == Shape::Whole);
    let write = move |event| {
        let text = event_target_value(&event);
        let number = || text.parse::<i64>().map_or(Json::Null, |number| Json::Number(number.to_string()));
        writing.write(&place, if is_whole { number() } else { Json::String(text) });
    };
    let (own, described) = (id.clone(), format!("{id}-fault"));
    let about = described.clone();
    let asked = is_required.then_some("true");
    let faulty = path.clone();
    let is_invalid = Signal::derive(move || writing.problem(&faulty).map(|_| "true"));
    let choices = match shape {
        Shape::Choice(words) => {
            let content = use_content();
            let label = |word: &String| label_of(content.catalogue(), &path, word, language);
            Some(words.iter().map(|word| (word.clone(), label(word))).collect())
        }
        Shape::Term(name) => Some(terms(name)),
        _ => None,
    };
    let input = if let Some(choices) = choices {
        let none = if is_required { said::CHOOSE } else { said::NOTHING };
        let choices = [(String::new(), none.to(language).to_owned())].into_iter().chain(choices);
        let options: Vec<AnyView> = choices
            .map(|(word, label)| {
                let selected = word == current;
                view! { <option value=word prop:selected=selected>{label}</option> }
            })
            .collect();
        view! {
            <select id=own aria-describedby=about aria-required=asked aria-invalid=is_invalid on:change=write>{options}</select>
        }
    } else if *shape == Shape::Paragraph && !is_line(&path) {
        view! {
            <textarea
                id=own rows="2" aria-describedby=about aria-required=asked aria-invalid=is_invalid
                prop:value=current on:input=write
            ></textarea>
        }
    } else {
        let list = if let Shape::Reference(list) = shape { Some(format!("list-{list}")) } else { None };
        view! {
            <input
                id=own type=if is_whole { "number" } else { "text" } min=is_whole.then_some("0") list=list
                prop:value=current autocomplete="off" aria-describedby=about aria-required=asked aria-invalid=is_invalid
                on:input=write
            />
        }
    };
    let noted = match shape {
        _ if is_required => Some(said::REQUIRED),
        Shape::Reference(_) => Some(said::OF_LIST),
        _ => None,
    };
    let noted = noted.map(|noted| view! { " " <span class="quiet">"(" {noted.to(language)} ")"</span> });
    view! {
        <div class="field">
            <label for=id>{label}{noted}</label>
            {input}
            <div id=described>{fault(writing, path)}</div>
        </div>
    }
}

/// Whether a text has one line, which the schema does not tell: names, labels, and what is said of a date.
fn is_line(path: &str) -> bool {
    let key = path.rsplit('.').next().unwrap_or_default();
    LINES.contains(&key) || ["dates[", "waves["].iter().any(|list| path.starts_with(list))
}

/// The terms of a vocabulary: ids and labels.
fn terms(name: &str) -> Vec<(String, String)> {
    let content = use_content();
    let key = VocabularyKey::parse(name);
    let terms = key.map(|key| content.catalogue().vocabularies.terms(key)).unwrap_or_default();
    terms.iter().map(|term| (term.id.clone(), term.label.to_string())).collect()
}

/// Items, each with a way to take it out, and a way to add one.
fn list(writing: Writing, shape: &Shape, steps: &[Step], label: String) -> AnyView {
    let language = use_language();
    let drawn = RwSignal::new(());
    let path = path_of(steps);
    let (own, place) = (steps.to_vec(), steps.to_vec());
    let shape = shape.clone();
    let items = move || {
        drawn.track();
        let count = writing.draft.with_value(|draft| draft.len(&own));
        let item = |rank: usize| {
            let list = own.clone();
            let remove = move |_| {
                writing.draft.update_value(|draft| draft.remove(&list, rank));
                writing.save();
                writing.check();
                drawn.notify();
                browser::focus_once_drawn(&format!("#{}", id_of(&path_of(&list))));
            };
            let step = below(&own, Step::Index(rank));
            view! {
                <li class="propose__item">
                    {control(writing, &shape, &step, said::item(language, rank + 1), false)}
                    <button type="button" class="link-button" on:click=remove>{said::REMOVE.to(language)} <span class="sr">" " {said::item(language, rank + 1)}</span></button>
                </li>
            }
        };
        (0..count).map(item).collect::<Vec<AnyView>>()
    };
    let add = move |_| {
        let rank = writing.draft.with_value(|draft| draft.len(&place));
        let step = below(&place, Step::Index(rank));
        writing.draft.update_value(|draft| draft.set(&step, Json::Null));
        drawn.notify();
        let item = id_of(&path_of(&step));
        browser::focus_once_drawn(&format!(":is(#{item},#{item} *):is(input,select,textarea)"));
    };
    let id = id_of(&path);
    let named = said::add_to(language, &label);
    view! {
        <fieldset class="propose__group" id=id tabindex="-1">
            <legend>{label}</legend>
            <ol role="list" class="stack stack--tight">{items}</ol>
            <button type="button" class="button button--secondary" on:click=add>{said::ADD.to(language)} <span class="sr">" " {named}</span></button>
            {fault(writing, path)}
        </fieldset>
    }
}

/// What is wrong at a place.
fn fault(writing: Writing, path: String) -> AnyView {
    let said = move || writing.problem(&path).map(|problem| view! { <p class="field__fault">{problem}</p> });
    said.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_addresses_and_dates_are_lines() {
        for (path, expected) in [
            ("name", true),
            ("links[0].label", true),
            ("dates[2].text", true),
            ("waves[1].text", true),
            ("partners[0].role", true),
            ("summary", false),
            ("need", false),
            ("description[0]", false),
            ("needs[0].text", false),
        ] {
            assert_eq!(is_line(path), expected, "{path}");
        }
    }

    #[test]
    fn kinds_have_the_names_of_the_catalogue() {
        let json = r#"{"format": 1, "site": {"title": "A"}, "kinds": [{"id": "commun", "one": "outil"}, {"id": "jeu", "model": "ressource", "one": "jeu libre"}]}"#;
        let catalogue = catalogue::read(json).expect("it is a catalogue").catalogue;
        let label = |path, word| label_of(&catalogue, path, word, Language::French);
        assert_eq!(label("kind", "commun"), "Outil");
        assert_eq!(label("kind", "jeu"), "Jeu libre");
        assert_eq!(label("kind", "evenement"), "Événement");
        assert_eq!(label("links[0].kind", "depot"), "Dépôt de code");
        assert_eq!(label("licences[0].of", "donnees"), "Données");
    }
}
