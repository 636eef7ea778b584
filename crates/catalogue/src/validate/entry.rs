//! From the sound values of an entry to the entry.

use super::Identified;
use super::checker::Checker;
use super::host;
use super::identity::picture;
use crate::diagnostic::{Expected, Path, Severity};
use crate::entry::{
    AxisMaturity, Challenge, DatedFact, Entry, Licence, Link, Metric, NotFound, Partner, Source, StatusFact, Tagged,
};
use crate::identifier::Identifier;
use crate::identity::Picture;
use crate::text::Text;
use crate::value::{Parts, Value};
use crate::words::{Axis, ChallengeAxis, Initiated, Licensed, LinkKind, Register, Stage, Status};

pub(super) fn entry(checker: &mut Checker<'_>, identified: Identified, path: &Path<'_>) -> Entry {
    let Identified { id, kind, name, mut parts, .. } = identified;
    checker.fields(&mut parts, path);
    let values = parts.value("values").json();
    let values = values.map(|json| host::values(checker, json, kind, &path.key("values"))).unwrap_or_default();
    let images = images(checker, parts.value("images"), &path.key("images"));
    let said = &mut parts;
    Entry {
        id,
        kind,
        name,
        aliases: said.words("aliases"),
        former_ids: checker.former_ids(said.words("former_ids"), &path.key("former_ids")),
        replaces: said.words("replaces"),
        status: said.value("status").parts().and_then(status),
        nature: said.value("nature").term(),
        nature_detail: said.text("nature_detail"),
        themes: said.value("themes").all(Value::term),
        keywords: said.words("keywords"),
        summary: said.text("summary"),
        call: said.value("call").parts().and_then(|mut said| Some((said.text("label"), said.text("text")?))),
        need: said.text("need"),
        problems: said.texts("problems"),
        context: said.texts("context"),
        description: said.texts("description"),
        principles: said.texts("principles"),
        levels: said.texts("levels"),
        bearers: said.value("bearers").all(Value::entry),
        partners: said.all("partners", partner),
        users: said.all("users", partner),
        providers: said.all("providers", partner),
        initiated: said.value("initiated").one_of(Initiated::ALL),
        initiated_basis: said.text("initiated_basis"),
        governance: said.text("governance"),
        economic_model: said.text("economic_model"),
        licences: licences(said),
        version: said.value("version").word(),
        maturity: maturity(said.value("maturity").parts()),
        obstacles: said.all("obstacles", tagged),
        needs: said.all("needs", tagged),
        levers: said.texts("levers"),
        metrics: said.all("metrics", metric),
        technologies: said.texts("technologies"),
        audiences: said.all("audiences", tagged),
        territories: said.all("territories", tagged),
        dates: said.all("dates", dated),
        logo: said.value("logo").parts().and_then(|mut said| picture(&mut said)).map(Box::new),
        images,
        links: said.all("links", link),
        emails: said.words("emails"),
        handles: said.words("handles"),
        resources: said.value("resources").all(Value::entry),
        supports: said.all("supports", tagged),
        examples: said.value("examples").all(Value::entry),
        examples_note: said.texts("examples_note"),
        challenges: said.all("challenges", challenge),
        waves: said.all("waves", dated),
        criteria: said.all("criteria", |mut said| Some((said.text("question")?, said.texts("points")))),
        proposals: said.texts("proposals"),
        lists: said.all("lists", |mut said| Some((said.text("heading").unwrap_or_default(), said.texts("items")))),
        related: said.value("related").all(Value::entry),
        note: said.text("note"),
        editorial_name: said.value("editorial_name").boolean().unwrap_or(false),
        order: said.value("order").number(),
        identifiers: said.value("identifiers").parts().map(identifiers).unwrap_or_default(),
        sources: said.all("sources", source),
        not_found: said.all("not_found", not_found),
        values,
        updated: said.value("updated").date(),
        checked: said.value("checked").date(),
    }
}

fn tagged(mut said: Parts) -> Option<Tagged> {
    Some(Tagged { text: said.text("text")?, tag: said.value("tag").term() })
}

fn partner(mut said: Parts) -> Option<Partner> {
    let since = said.value("since").date();
    Some(Partner { entry: said.value("entry").entry(), name: said.text("name"), role: said.text("role"), since })
}

fn status(mut said: Parts) -> Option<StatusFact> {
    Some(StatusFact {
        state: said.value("state").one_of(Status::ALL)?,
        since: said.value("since").date(),
        replaced_by: said.value("replaced_by").all(Value::entry),
        note: said.text("note"),
    })
}

/// The licences of the list, and the one that is written alone unless it is there.
fn licences(said: &mut Parts) -> Vec<Licence> {
    let mut licences = said.all("licences", licence);
    let alone = said.value("licence").parts().and_then(licence);
    licences.extend(alone.filter(|alone| licences.iter().all(|listed| listed.term != alone.term)));
    licences
}

fn licence(mut said: Parts) -> Option<Licence> {
    let of = said.value("of").one_of(Licensed::ALL).unwrap_or(Licensed::All);
    Some(Licence { term: said.value("id").term()?, of, note: said.text("note") })
}

fn identifiers(mut said: Parts) -> Vec<Identifier> {
    let registers = Register::ALL.iter().zip(Register::WORDS);
    let identifier = |(register, key): (&Register, &&str)| {
        said.value(key).word().map(|value| Identifier { register: *register, value })
    };
    registers.filter_map(identifier).collect()
}

/// The axes stand in the order of [`Axis`].
fn maturity(said: Option<Parts>) -> [AxisMaturity; 3] {
    const { assert!(Axis::Resource as u8 == 0 && Axis::Community as u8 == 1 && Axis::Governance as u8 == 2) }
    let Some(mut said) = said else { return Default::default() };
    ["resource", "community", "governance"].map(|key| {
        let axis = said.value(key).parts();
        let axis = axis.map(|mut axis| (axis.value("stage").one_of(Stage::ALL), axis.text("note")));
        axis.map(|(stage, note)| AxisMaturity { stage, note }).unwrap_or_default()
    })
}

fn metric(mut said: Parts) -> Option<Metric> {
    let label = said.text("label").unwrap_or_default();
    Some(Metric { label, value: said.text("value")?, date: said.value("date").date() })
}

fn dated(mut said: Parts) -> Option<DatedFact> {
    let label = said.text("label").unwrap_or_default();
    Some(DatedFact { label, date: said.value("date").date(), text: said.text("text") })
}

/// Images show even without words, which are told to lack. The name of an entry is beside its logo, which needs none.
fn images(checker: &mut Checker<'_>, images: Value, path: &Path<'_>) -> Vec<Picture> {
    checker.each(images, path, |checker, mut parts, path| {
        // Words that could not be read have been told already.
        let has_words = parts.get("alt").is_some();
        let picture = picture(&mut parts)?;
        if !has_words {
            checker.report(Severity::Warning, &path.key("alt"), &picture.file, Expected::Alternative, None);
        }
        Some(picture)
    })
}

fn link(mut said: Parts) -> Option<Link> {
    let url = said.value("url");
    // A thing named without an address is shown as such; one whose address is unsafe is not.
    if matches!(url, Value::Unsound) {
        return None;
    }
    let (url, dead) = (url.address(), said.value("dead").date());
    // Of an address that is dead, the name stays, and nothing leads there.
    let gone = url.as_ref().filter(|_| dead.is_some()).map(|url| Text::french(url.host()));
    let kind = said.value("kind").one_of(LinkKind::ALL).unwrap_or(LinkKind::Other);
    Some(Link { label: said.text("label").or(gone), url: url.filter(|_| dead.is_none()), dead, kind })
}

fn challenge(mut said: Parts) -> Option<Challenge> {
    Some(Challenge {
        code: said.value("code").word().unwrap_or_default(),
        name: said.text("name")?,
        axis: said.value("axis").one_of(ChallengeAxis::ALL),
        icon: said.value("icon").word(),
        theme: said.value("theme").term(),
    })
}

fn source(mut said: Parts) -> Option<Source> {
    Some(Source {
        document: said.value("document").number().map(|rank| rank as usize),
        lines: said.value("lines").word(),
        title: said.text("title"),
        url: said.value("url").address(),
        date: said.value("date").date(),
        fields: said.words("fields"),
        is_deduced: said.value("deduced").boolean().unwrap_or(false),
    })
}

fn not_found(mut said: Parts) -> Option<NotFound> {
    Some(NotFound { field: said.value("field").word()?, date: said.value("date").date() })
}
