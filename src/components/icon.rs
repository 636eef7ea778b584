//! Pictograms and signs: lines painted with the colour of the text, beside words that say the same.

use leptos::prelude::*;

use crate::view;

/// Pictograms in a box of 24 × 24, by name; the data names some of them.
#[rustfmt::skip]
const ICONS: [(&str, &str); 39] = [
    ("accord", "M3.3 12a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0M9.7 12a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0"),
    ("argent", "M5 7a7 3 0 1 0 14 0a7 3 0 1 0 -14 0M5 7v5c0 1.7 3.1 3 7 3s7-1.3 7-3V7M5 12v5c0 1.7 3.1 3 7 3s7-1.3 7-3v-5"),
    ("arrow", "M4 12h15M13 6l6 6-6 6"),
    ("bookmark", "M7 4h10v16l-5-4-5 4z"),
    ("bras", "M5 8a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M14.7 9a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0 -4.6 0M2.5 19c.4-3.6 2.5-5.5 5.5-5.5s5.1 1.9 5.5 5.5M15.5 14c3.3-.5 5.5 1.2 6 4.5"),
    ("cards", "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z"),
    ("chevron", "m6 9 6 6 6-6"),
    ("clock", "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M12 7v5.3l3.5 2"),
    ("compare", "M12 3v18M4 7h5M4 12h5M4 17h5M15 7h5M15 12h5M15 17h5"),
    ("cross", "m6 6 12 12M18 6 6 18"),
    ("droit", "M12 4v16M8 20h8M5 7h14M5 7l-2.5 7h5zM19 7l-2.5 7h5z"),
    ("embed", "m9 8-4 4 4 4M15 8l4 4-4 4"),
    ("export", "M12 4v11M7.5 10.5 12 15l4.5-4.5M4 20h16"),
    ("external", "M9 5H5v14h14v-4M13 5h6v6M19 5l-9 9"),
    ("feuille", "M5 20C3.5 10.5 10 4.5 19.5 4.5 20 14 14.5 19.5 7 18.5M5 20 14 10.5"),
    ("filter", "M4 6h16M7 12h10M10 18h4"),
    ("info", "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M12 11v5.5M12 7.6v.1"),
    ("list", "M9 6h11M9 12h11M9 18h11M4 6h1.5M4 12h1.5M4 18h1.5"),
    ("livre", "M4 5.5c3-1 6-.5 8 1.5 2-2 5-2.5 8-1.5v13c-3-1-6-.5-8 1.5-2-2-5-2.5-8-1.5zM12 7v13"),
    ("mail", "M4 6h16v12H4zM4.5 7l7.5 6 7.5-6"),
    ("maison", "M4 11.5 12 5l8 6.5M6 10v9.5h12V10M10 19.5V14h4v5.5"),
    ("menu", "M4 7h16M4 12h16M4 17h16"),
    ("outil", "M14.5 6.5a4.5 4.5 0 0 1 5.3-2.1L16.5 7.7l1.8 1.8 3.2-3.3a4.5 4.5 0 0 1-6 5.5L8 19.2A2.3 2.3 0 1 1 4.8 16l7.5-7.5"),
    ("page", "M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12h6M9 15.5h6"),
    ("pencil", "m5 19 1-4L16.5 4.5l3 3L9 18zM14.5 6.5l3 3"),
    ("pomme", "M12 8c-2-1.8-6.5-1-6.5 4.5 0 4.5 3 8 5 8 .8 0 1-.4 1.5-.4s.7.4 1.5.4c2 0 5-3.5 5-8C18.5 7 14 6.2 12 8zM12 8c0-2 .8-3.5 3-4.5"),
    ("print", "M7 9V4h10v5M7 18H4V9h16v9h-3M7 14h10v6H7z"),
    ("prise", "M9 3.5v5M15 3.5v5M6.5 8.5h11v3a5.5 5.5 0 0 1-11 0zM12 17v3.5"),
    ("question", "M8.7 9.2a3.3 3.3 0 1 1 5 2.8c-1.2.7-1.7 1.4-1.7 2.7M12 18v.1"),
    ("refresh", "M19 5v5h-5M5 19v-5h5M18 10a7 7 0 0 0-12.5-2M6 14a7 7 0 0 0 12.5 2"),
    ("search", "M4.5 10.5a6 6 0 1 0 12 0a6 6 0 1 0 -12 0M15 15l6 6"),
    ("share", "M12 14V4M8 8l4-4 4 4M6 11H5v9h14v-9h-1"),
    ("table", "M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14"),
    ("terrain", "M12 21c4-4.7 6.5-8 6.5-11.5a6.5 6.5 0 1 0-13 0C5.5 13 8 16.3 12 21zM9.7 9.5a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0 -4.6 0"),
    ("theme", "M4 12a8 8 0 1 0 16 0a8 8 0 1 0 -16 0"),
    ("tick", "m5 12.5 4.5 4.5L19 7"),
    ("velo", "M2.3 16a3.7 3.7 0 1 0 7.4 0a3.7 3.7 0 1 0 -7.4 0M14.3 16a3.7 3.7 0 1 0 7.4 0a3.7 3.7 0 1 0 -7.4 0M6 16l3.5-7h6L18 16M9.5 9l3 7H6M12.5 16l3-7M15.5 9l-.8-2.5H17M8.2 6.5H11"),
    ("voix", "M4 10v4h3l8 4.5v-13L7 10zM18.5 9.5a4 4 0 0 1 0 5M8 14l1.5 5.5H12"),
    ("warning", "M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.1"),
];

/// The half of the disc of the theme that is full.
const DARK_HALF: &str = "M12 4a8 8 0 0 1 0 16z";

/// Signs of the characteristics of commons in a box of 48 × 48, by the entry that defines each.
#[rustfmt::skip]
const SIGNS: [(&str, &str); 3] = [
    ("ressource-non-exclusive", "M15.5 24a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0M32 12.5a16.5 16.5 0 1 0 0 23M45 24H29M34 19l-5 5 5 5"),
    ("ressource-non-rivale", "M17.5 25a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0M20 7.5a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M5 35a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M35 35a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M24 11.5v7M18.4 28.3l-6 4M29.6 28.3l6 4"),
    ("valeur-par-le-partage", "M19.5 24a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0M14 24a10 10 0 1 0 20 0a10 10 0 1 0 -20 0M8.5 24a15.5 15.5 0 1 0 31 0a15.5 15.5 0 1 0 -31 0M24 5V2M24 46v-3M5 24H2M46 24h-3M10.6 10.6 8.5 8.5M39.5 39.5l-2.1-2.1M10.6 37.4l-2.1 2.1M39.5 8.5l-2.1 2.1"),
];

fn drawn(table: &[(&str, &'static str)], name: &str) -> Option<&'static str> {
    table.iter().find(|(known, _)| *known == name).map(|(_, lines)| *lines)
}

/// A pictogram; an unknown one draws nothing.
pub(crate) fn icon(name: &str) -> AnyView {
    let dark = (name == "theme").then(|| view! { <path d=DARK_HALF fill="currentColor"></path> });
    view! {
        <svg class="icon" viewBox="0 0 24 24" width="24" aria-hidden="true" focusable="false">
            <path d=drawn(&ICONS, name)></path>{dark}
        </svg>
    }
}

/// The sign of what an entry defines, when it has one.
pub(crate) fn sign(entry: &str) -> Option<AnyView> {
    let lines = drawn(&SIGNS, entry)?;
    Some(view! {
        <svg class="guide__sign" viewBox="0 0 48 48" width="48" aria-hidden="true" focusable="false"><path d=lines></path></svg>
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_data_names_is_drawn() {
        let data = include_str!("../../public/catalogue.json");
        let named: Vec<&str> = data.split("\"icon\": \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(named.len() > 10, "{named:?}");
        for name in named {
            assert!(drawn(&ICONS, name).is_some(), "{name} is drawn");
        }
    }
}
