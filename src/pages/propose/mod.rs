//! Helps to write an entry, or to correct one: a field for each of the format, checked as one types by
//! what reads the data, the entry as it would be shown, ways to send it. Nothing is sent from here.

mod fields;
mod result;
mod stale;

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::browser;
use crate::components::{contact, icon, warning};
use crate::state::content::{Content, use_content, use_language};
use crate::state::device::OnDevice;
use crate::state::later::Later;
use crate::state::links::use_root;
use crate::state::load::{self, FormFiles};
use crate::state::location::use_location;
use crate::view;
use address::ENTRY;
use catalogue::{EntryIndex, Json};
use insight::form::{Draft, Field, KeptDraft, Step, changes, entry_problems, with_entry};
use messages::{propose as said, selection};
use text::{parameter, slug};

/// How long after the last key the entry is checked.
const PAUSE: Duration = Duration::from_millis(300);
/// The fields shown first: what a reader looks for.
const MAIN: [&str; 8] = ["name", "kind", "summary", "themes", "links", "need", "bearers", "licence"];

/// What is written, and what comes of it.
#[derive(Clone, Copy)]
struct Writing {
    files: StoredValue<Arc<FormFiles>>,
    draft: StoredValue<Draft>,
    /// The entry that the draft started from.
    origin: StoredValue<Option<Draft>>,
    /// Where the draft is kept.
    device: StoredValue<OnDevice>,
    /// Shows the form again, from what is kept.
    again: Trigger,
    checked: RwSignal<Option<Arc<Checked>>>,
    pause: Later,
    /// Whether the whole entry page is shown.
    open: RwSignal<bool>,
    /// The id of the entry to correct; empty for a new one.
    corrected: StoredValue<String>,
}

/// An entry as it stands.
struct Checked {
    /// The entry as JSON, to paste.
    text: String,
    name: String,
    /// What is wrong, each after its place in the entry.
    problems: Vec<(String, String)>,
    /// The catalogue with the entry, if it can be in it.
    shown: Option<(Arc<Content>, EntryIndex)>,
}

impl Writing {
    /// Writes a value; all of it is checked once the visitor pauses.
    fn write(self, steps: &[Step], value: Json) {
        self.draft.update_value(|draft| draft.set(steps, value));
        self.save();
        self.pause.act(PAUSE, move || self.check());
    }

    /// Keeps what the visitor has written, as it is written.
    fn save(self) {
        let kept = KeptDraft { written: self.draft.get_value(), origin: self.origin.get_value() };
        let text = self.files.with_value(|files| kept.to_text(&files.fields));
        self.device.with_value(|device| device.write(&text));
    }

    fn text(self, steps: &[Step]) -> String {
        self.draft.with_value(|draft| draft.text(steps))
    }

    fn problem(self, path: &str) -> Option<String> {
        self.checked.with(|checked| {
            let (_, said) = checked.as_ref()?.problems.iter().find(|(place, _)| place == path)?;
            Some(said.clone())
        })
    }

    fn check(self) {
        // Who writes an entry page need not know what an identifier is.
        let [id, name] = ["id", "name"].map(|key| [Step::Key(key.to_owned())]);
        let (mut draft, name) = (self.draft.get_value(), self.text(&name));
        if draft.text(&id).is_empty() {
            draft.set(&id, Json::String(slug(&name)));
        }
        let files = self.files.get_value();
        let FormFiles { data, fields } = &*files;
        let (entry, text) = (draft.entry(fields), draft.to_text(fields));
        let id = entry.get("id").and_then(Json::as_str).unwrap_or_default().to_owned();
        let loaded = self.corrected.with_value(|corrected| with_entry(data, entry, corrected));
        let Ok(loaded) = loaded else { return };
        let language = loaded.catalogue.site.language;
        let problems = entry_problems(&loaded).into_iter();
        let problems = problems.map(|(path, problem)| (path, problem.sentence(language))).collect();
        let content = Content::new(loaded, "", None);
        let shown = content.catalogue().find(&id).map(|index| (content, index));
        self.checked.set(Some(Arc::new(Checked { text, name, problems, shown })));
    }
}

/// The files that the form is made from.
#[derive(Clone)]
enum Files {
    Awaited,
    Missing,
    There(Arc<FormFiles>),
}

/// The form, with what comes of it; the choice between two states of the entry, where there are two.
fn form(files: &Arc<FormFiles>, corrected: &str, again: Trigger) -> AnyView {
    let language = use_language();
    let FormFiles { data, fields } = &**files;
    let [name, former] = ["draft", "brouillon"].map(|word| format!("{word} {corrected}"));
    let device = OnDevice::renamed(&use_root(), &name, &former);
    let entries = data.get("entries").map(Json::items).unwrap_or_default();
    let current = entries.iter().find(|entry| entry.id().as_deref() == Some(corrected));
    let current = current.cloned().map(Draft::new);
    let kept = device.read().and_then(|text| KeptDraft::parse(&text));
    if let (Some(kept), Some(current)) = (&kept, &current)
        && kept.is_stale(current, fields)
    {
        let written = kept.on(current, fields);
        let changes = changes(current, &written, fields);
        if !changes.is_empty() {
            let resumed = KeptDraft { written, origin: Some(current.clone()) }.to_text(fields);
            return stale::choice(changes, kept.origin.is_some(), device, resumed, again);
        }
    }
    let written = kept.map(|kept| kept.written).or_else(|| current.clone());
    let writing = Writing {
        files: StoredValue::new(Arc::clone(files)),
        draft: StoredValue::new(written.clone().unwrap_or_default()),
        origin: StoredValue::new(current),
        device: StoredValue::new(device),
        again,
        checked: RwSignal::new(None),
        pause: Later::new(),
        open: RwSignal::new(false),
        corrected: StoredValue::new(corrected.to_owned()),
    };
    if written.is_some() {
        writing.check();
    }
    // Each in the order of its list: a sort of one more type costs kilobytes.
    let main = MAIN.iter().filter_map(|key| fields.iter().find(|field| field.key == *key)).collect();
    let others = fields.iter().filter(|field| !MAIN.contains(&field.key.as_str())).collect();
    let all = |fields: Vec<&Field>| -> Vec<AnyView> {
        fields.into_iter().map(|field| fields::field(writing, field, &[], true)).collect()
    };
    view! {
        <div class="propose">
            <form class="stack" on:submit=|event| event.prevent_default()>
                <h2>{said::MAIN.to(language)}</h2>
                {all(main)}
                <details class="propose__more">
                    <summary>{said::MORE.to(language)} " " {icon("chevron")}</summary>
                    <div class="stack">{all(others)}</div>
                </details>
                {fields::suggestions()}
            </form>
            {result::result(writing)}
        </div>
    }
}

/// The page, which follows its address.
#[component]
pub(crate) fn Propose() -> impl IntoView {
    let language = use_language();
    let (content, search) = (use_content(), use_location().search);
    let known = Arc::clone(&content);
    let asked = Memo::new(move |_| search.with(|search| parameter(search, ENTRY).map(Cow::into_owned)));
    let is_known = move |id: &String| known.catalogue().find(id).is_some();
    let corrected = Memo::new(move |_| asked.get().filter(&is_known).unwrap_or_default());
    let again = Trigger::new();
    Effect::new(move |ran: Option<()>| {
        again.track();
        corrected.track();
        if ran.is_some() {
            browser::focus_once_drawn("main h1");
        }
    });
    let files = RwSignal::new(Files::Awaited);
    // The page may be gone by then.
    let set = move |found| drop(files.try_set(found));
    let fetched = load::form_files(use_root(), Arc::clone(&content));
    leptos::task::spawn_local(async move {
        let found = browser::patiently(fetched, Box::new(move || set(Files::Missing))).await;
        set(found.map_or(Files::Missing, |found| Files::There(Arc::new(found))));
    });
    let without_app = content.of_commons(said::WITHOUT_APP, said::WITHOUT_APP_ENTRIES).to(language);
    let head = move || {
        let is_correction = corrected.with(|id| !id.is_empty());
        let mail = contact(content.catalogue(), &said::subject(language, "", is_correction));
        let mail = mail.map(|href| view! { <p><a href=href>{said::WRITE.to(language)}</a></p> });
        let unknown = asked.get().filter(|id| !is_correction && !id.is_empty());
        let warning = unknown.map(|id| warning(selection::unknown(language, &[id]).into_any()));
        view! {
            <h1 tabindex="-1">{if is_correction { said::CORRECT.to(language) } else { said::TITLE.to(language) }}</h1>
            <p>{said::LEAD.to(language)}</p>
            {mail}
            {warning}
        }
    };
    let form = move || match files.get() {
        Files::Awaited => view! { <p class="with-app" role="status">{said::PREPARING.to(language)}</p> },
        Files::Missing => {
            view! { <p class="alert alert--error" role="alert">{icon("warning")}<span>{said::FAILED.to(language)}</span></p> }
        }
        Files::There(files) => {
            again.track();
            form(&files, &corrected.read(), again)
        }
    };
    // Drafts are on the device.
    view! {
        <div class="wrapper section" data-device="">
            <div class="section__head">{head}</div>
            <p class="without-app measure">{without_app}</p>
            <div>{form}</div>
        </div>
    }
}
