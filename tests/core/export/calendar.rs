//! The calendar of waves: whole days, told in the words of the data, whatever these are.

use catalogue::Catalogue;
use export::{BaseUrl, calendar};
use ical::IcalParser;
use serde_json::json;

use super::{BASE, HOSTILE, find, small};
use crate::support::REAL;

/// What a calendar shows of each event: id, day, title, description, address.
fn events(catalogue: &Catalogue, base: Option<&BaseUrl>) -> Vec<[String; 5]> {
    let text = calendar(catalogue, base).expect("there are waves");
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{text}");
    let calendar = IcalParser::new(text.as_bytes()).next().expect("it holds a calendar").expect("it reads");
    let of = |name: &str, event: &ical::parser::ical::component::IcalEvent| {
        let found = event.properties.iter().find(|property| property.name == name);
        let value = found.and_then(|property| property.value.clone()).unwrap_or_default();
        value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    };
    for event in &calendar.events {
        assert!(of("DTSTAMP", event).ends_with("T000000Z"));
        assert_eq!(event.alarms.len(), 1, "a reminder");
    }
    let names = ["UID", "DTSTART", "SUMMARY", "DESCRIPTION", "URL"];
    calendar.events.iter().map(|event| names.map(|name| of(name, event))).collect()
}

#[test]
fn every_wave_is_a_day_that_says_what_is_deduced() {
    let events = events(&REAL.catalogue, Some(&BASE));
    let call = REAL.catalogue.entry(find(&REAL.catalogue, "appel-a-communs"));
    assert!(events.len() > 1 && events.len() == call.waves.len());
    for (([uid, day, title, description, url], wave), rank) in events.iter().zip(&call.waves).zip(1..) {
        assert_eq!(uid, &format!("appel-a-communs-vague-{rank}@lannec.example"));
        assert_eq!(*day, wave.date.expect("the wave has its day").to_string().replace('-', ""));
        assert_eq!(title, &format!("Appel à Communs\u{a0}: Vague\u{a0}{rank}"));
        assert!(description.contains("2023 d’après le contexte"), "{description}");
        assert!(description.contains("L’année des vagues n’est pas écrite"), "{description}");
        assert_eq!(url, "https://lannec.example/communs/programmes/appel-a-communs/");
    }
}

#[test]
fn only_waves_of_a_known_day_are_events() {
    let waves = |waves| small(|json| json["entries"][0]["waves"] = waves);
    assert_eq!(
        calendar(&waves(json!([{"label": "A", "date": "2026"}, {"label": "B", "text": "bientôt"}])), None),
        None
    );
    let two = waves(json!([{"label": "A", "date": "2026"}, {"label": "B", "date": "2026-02-28"}]));
    let events = events(&two, None);
    assert_eq!(events.len(), 1);
    assert_eq!(events[0][0], "jardins-partages-vague-2@communs.invalid");
}

#[test]
fn whatever_texts_are_the_calendar_reads_back() {
    for text in HOSTILE {
        let catalogue = small(|json| {
            json["entries"][0]["waves"] = json!([{"label": text, "date": "2026-02-28", "text": text}]);
        });
        let events = events(&catalogue, Some(&BASE));
        assert_eq!(events.len(), 1, "{text}");
        let read = catalogue.entries().find_map(|(_, entry)| entry.waves.first()?.text.clone());
        let read = read.expect("the text is read").to_string();
        assert!(events[0][3].starts_with(&read), "{:?} is not {read:?}", events[0][3]);
    }
}
