//! What a written sheet still asks of browsers that some of the floor cannot give, and that would leave the
//! page unreadable: colours that are none, rules that go with one of their selectors, focus that is not seen.

use anyhow::{Result, anyhow};
use lightningcss::printer::PrinterOptions;
use lightningcss::properties::Property;
use lightningcss::rules::style::StyleRule;
use lightningcss::rules::{CssRule, CssRuleList};
use lightningcss::stylesheet::{ParserOptions, StyleSheet};
use lightningcss::traits::ToCss;

use super::floor::{SELECTORS, VALUES};

/// Each problem as a sentence. What is under `@supports` is for those who know it.
pub(super) fn problems(css: &str) -> Result<Vec<String>> {
    let sheet = StyleSheet::parse(css, ParserOptions::default()).map_err(|error| anyhow!("{error}"))?;
    let mut found = Vec::new();
    look(&sheet.rules, &mut found)?;
    Ok(found)
}

fn look(rules: &CssRuleList<'_>, found: &mut Vec<String>) -> Result<()> {
    for rule in &rules.0 {
        match rule {
            CssRule::Media(media) => look(&media.rules, found)?,
            CssRule::LayerBlock(layer) => look(&layer.rules, found)?,
            CssRule::Container(container) => look(&container.rules, found)?,
            CssRule::Style(style) => look_at(style, found)?,
            _ => {}
        }
    }
    Ok(())
}

fn look_at(style: &StyleRule<'_>, found: &mut Vec<String>) -> Result<()> {
    let selectors = style.selectors.to_css_string(PrinterOptions::default())?;
    let recent = SELECTORS.iter().find(|(name, _)| selectors.contains(name));
    if let Some((name, since)) = recent {
        if style.selectors.0.len() > 1 {
            found.push(told(&selectors, name, since, "takes the other selectors with it"));
        }
        if selectors.contains(":focus") {
            found.push(told(&selectors, name, since, "hides what has the focus"));
        }
    }
    for (property, _) in style.declarations.iter() {
        let Property::Custom(custom) = property else { continue };
        let value = property.value_to_css_string(PrinterOptions::default())?;
        if let Some((name, since)) = VALUES.iter().find(|(name, _)| calls(&value, name)) {
            let place = format!("{selectors} {{ {}: … }}", custom.name.as_ref());
            found.push(told(&place, name, since, "is kept in a custom property"));
        }
    }
    Ok(())
}

/// Whether a value calls this function, and not another whose name ends alike.
fn calls(value: &str, name: &str) -> bool {
    value
        .match_indices(name)
        .any(|(at, _)| !value[..at].ends_with(|before: char| before.is_alphanumeric() || before == '-'))
}

fn told(place: &str, name: &str, [chrome, firefox, safari]: &[&str; 3], cost: &str) -> String {
    format!("{place}: « {name} » (Chrome {chrome}, Firefox {firefox}, Safari {safari}) {cost}")
}

#[cfg(test)]
mod tests {
    use super::super::{bundles, for_browsers};
    use super::*;

    #[track_caller]
    fn check(css: &str, expected: &[&str]) {
        let found = problems(css).expect("the sheet is well formed");
        assert_eq!(found.len(), expected.len(), "{css}: {found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.contains(expected), "{found}");
        }
    }

    #[test]
    fn what_older_browsers_would_lose_is_told() {
        check("a { --x: oklch(50% 0 0) }", &["a { --x: … }: « oklch( » (Chrome 111, Firefox 113, Safari 15.4)"]);
        check("a { --x: light-dark(red, blue) }", &["light-dark("]);
        check("a, b:has(c) { top: 0 }", &["takes the other selectors with it"]);
        check("@layer x { @media print { a:has(:focus-visible) { outline: 0 } } }", &["hides what has the focus"]);
        // The cascade gives another value, or the browser itself says whether it knows.
        check("a { color: oklch(50% 0 0); --x: var(--lch) }", &[]);
        check("a:has(b) { top: 0 } p:popover-open { top: 0 }", &[]);
        check("@supports (color: oklch(0% 0 0)) { a { --x: oklch(50% 0 0) } }", &[]);
    }

    #[test]
    fn colours_reach_browsers_that_know_no_oklch_and_no_light_dark() {
        let css = for_browsers(
            ":root { color-scheme: light dark } :root[data-theme=sombre] { color-scheme: dark }
             :root { --ink: light-dark(oklch(0.25 0.032 210), oklch(0.955 0.008 160)) }",
        )
        .expect("the sheet is well formed");
        assert!(css.contains("--ink:var(--lightningcss-light,#0c262a)var(--lightningcss-dark,#ecf2ee)"), "{css}");
        assert!(
            css.contains(
                "@media (prefers-color-scheme:dark){:root{--lightningcss-light: ;--lightningcss-dark:initial}}"
            ),
            "{css}"
        );
        assert!(
            css.contains(
                ":root[data-theme=sombre]{--lightningcss-light: ;--lightningcss-dark:initial;color-scheme:dark}"
            ),
            "{css}"
        );
    }

    #[test]
    fn our_sheets_give_every_colour_a_plain_value() {
        let [(_, css), (_, motifs)] = bundles().expect("our sheets are right");
        let source = std::fs::read_to_string(crate::paths::root().join("style/tokens.css")).expect("it is there");
        let names =
            source.lines().filter_map(|line| line.trim().split_once(':').filter(|(_, value)| value.contains("oklch(")));
        let names: Vec<&str> = names.map(|(name, _)| name).filter(|name| name.starts_with("--")).collect();
        assert!(names.len() > 25, "{names:?}");
        for name in names {
            let plain = [format!("{name}:var(--lightningcss-light,#"), format!("{name}:#"), format!("{name}:var(--")];
            assert!(plain.iter().any(|plain| css.contains(plain)), "{name} has no plain value");
        }
        assert!(!css.contains("light-dark(") && !motifs.contains("light-dark("));
        // Chrome knows masks by their first name until 120.
        assert!(css.contains("-webkit-mask:var(--motif)"), "no mask");
    }

    #[test]
    fn no_later_style_hides_the_ring_of_the_focus() {
        let [(_, css), (_, motifs)] = bundles().expect("our sheets are right");
        assert!(css.starts_with("@layer focus,"), "its layer is the weakest: {}", &css[..80]);
        let (_, ring) = css.split_once("@layer focus{").expect("it has its layer");
        let (ring, others) = ring.split_once("@layer ").expect("others follow");
        for rule in [
            "outline:3px solid var(--focus)!important",
            ")!important}",
            "outline-offset:2px!important",
            ":focus-visible:not([tabindex=\"-1\"])",
        ] {
            assert!(ring.contains(rule), "{rule} in {ring}");
        }
        assert!(ring.contains("--focus:var(--lightningcss-light,#"), "its colour is plain: {ring}");
        assert!(!others.contains("important") && !motifs.contains("important"), "nothing else is so strong");
    }

    #[test]
    fn trunk_leaves_the_sheets_as_they_are_written() {
        let page = std::fs::read_to_string(crate::paths::root().join("index.html")).expect("it is there");
        let links = page.lines().filter(|line| line.contains("rel=\"css\"")).collect::<Vec<_>>();
        assert_eq!(links.len(), 2, "{links:?}");
        // It would join again the selectors that only some browsers know.
        assert!(links.iter().all(|link| link.contains("data-no-minify")), "{links:?}");
    }

    #[test]
    fn panels_are_hidden_by_our_own_style() {
        let [(_, css), _] = bundles().expect("our sheets are right");
        let (_, panel) = css.split_once(".panel{").expect("the panels have a style");
        let (panel, _) = panel.split_once('}').expect("it ends");
        assert!(panel.contains("display:none"), "{panel}");
    }
}
