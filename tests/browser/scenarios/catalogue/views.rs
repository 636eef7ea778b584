//! Tabs, order, presentations, pages, and addresses that ask for all of them.

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Suite};
use serde_json::json;

use super::page::{count, names, open_tab, sorted_names, value, wait_count};
use crate::support::{at, data, entries, has, list, of_kind, same, text};

pub(super) fn register(suite: &mut Suite) {
    suite.add("views: tabs count the entries of each kind", tabs);
    suite.add("views: tabs count what the search finds elsewhere", tabs_follow);
    suite.add("views: results are sorted as asked", sorts);
    suite.add("views: list, cards and table show the same entries", presentations);
    suite.add("views: long results come in pages", pages);
    suite.add("views: an address restores everything it holds", deep_link);
    suite.add("views: what an address gets wrong is said and ignored", bad_address);
}

const KINDS: [(&str, &str); 7] = [
    ("Communs", "commun"),
    ("Programmes", "programme"),
    ("Organisations", "organisation"),
    ("Ressources", "ressource"),
    ("Événements", "evenement"),
    ("Contributions", "contribution"),
    ("Définitions", "definition"),
];

/// The tabs, each with its number.
async fn tabs_shown(browser: &Browser) -> Result<Vec<(String, usize)>> {
    browser
        .js(
            "return [...document.querySelectorAll('.tabs a')].map(tab => {
               const count = tab.querySelector('.tabs__count').innerText;
               return [tab.firstChild.textContent.trim(), parseInt(count)];
             })",
            &[],
        )
        .await
}

async fn tabs(browser: &Browser) -> Result<()> {
    let data = data()?;
    browser.open("/catalogue/").await?;
    let mut expected: Vec<_> =
        KINDS.iter().map(|(name, kind)| ((*name).to_owned(), of_kind(&data, kind).count())).collect();
    expected.push(("Tout".to_owned(), entries(&data).len()));
    same("the tabs", &tabs_shown(browser).await?, &expected)?;
    for (name, total) in expected {
        open_tab(browser, &name).await?;
        wait_count(browser, total).await?;
        let current = browser.text(".tabs a[aria-current]").await?;
        ensure!(current.starts_with(&name), "{name} is not the current tab, but {current}");
        let out_of = browser.text("#count small").await?;
        same("the whole", &out_of, &format!("sur\u{a0}{total}"))?;
    }
    Ok(())
}

async fn tabs_follow(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/?q=ademe&theme=climat").await?;
    let tabs = tabs_shown(browser).await?;
    let (all, kinds) = tabs.split_last().expect("there are tabs");
    same("the sum of the tabs", &kinds.iter().map(|tab| tab.1).sum(), &all.1)?;
    ensure!(kinds.iter().filter(|tab| tab.1 > 0).count() > 1, "found in one kind only: {tabs:?}");
    for (name, expected) in &tabs {
        open_tab(browser, name).await?;
        wait_count(browser, *expected).await?;
    }
    Ok(())
}

/// Chooses an order as a visitor does.
async fn sort(browser: &Browser, label: &str) -> Result<()> {
    browser
        .js::<()>(
            "const select = document.querySelector('.sort select');
             select.value = [...select.options].find(o => o.label === arguments[0]).value;
             select.dispatchEvent(new Event('change', { bubbles: true }))",
            &[json!(label)],
        )
        .await
}

async fn sorts(browser: &Browser) -> Result<()> {
    let data = data()?;
    browser.open("/catalogue/?type=organisation").await?;
    sort(browser, "Nom").await?;
    at(browser, "/catalogue/?type=organisation&tri=nom").await?;
    let found = names(browser).await?;
    let expected: Vec<String> = browser
        .js(
            // As in a French index: a leading article does not count.
            "const order = new Intl.Collator('fr', { numeric: true }).compare;
             const key = name => name.replace(/^(le|la|les) |^l’/i, '');
             return arguments[0].sort((a, b) => order(key(a), key(b)))",
            &[json!(found)],
        )
        .await?;
    same("by name", &found, &expected)?;

    browser.open("/catalogue/").await?;
    sort(browser, "Besoins d’abord").await?;
    at(browser, "/catalogue/?tri=besoins").await?;
    let needs: Vec<usize> = names(browser)
        .await?
        .iter()
        .map(|name| {
            let entry = of_kind(&data, "commun").find(|entry| text(entry, "name") == name);
            entry.map_or(0, |entry| list(entry, "needs").len())
        })
        .collect();
    ensure!(needs[0] > 1 && needs.is_sorted_by(|a, b| a >= b), "by needs: {needs:?}");

    sort(browser, "Mise à jour").await?;
    at(browser, "/catalogue/?tri=maj").await?;
    let first = names(browser).await?;
    let mut dated: Vec<_> = of_kind(&data, "commun").filter(|entry| entry["updated"].is_string()).collect();
    dated.sort_by_key(|entry| std::cmp::Reverse(text(entry, "updated")));
    let dated: Vec<_> = dated.iter().map(|entry| text(entry, "name").to_owned()).collect();
    same("by update", &first[..dated.len()].to_vec(), &dated)
}

async fn presentations(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/?theme=mobilite").await?;
    let expected = names(browser).await?;
    same("the list", &browser.count("ol.list > li").await?, &expected.len())?;
    for (label, view, css) in [
        ("Tableau", "tableau", ".results tbody tr"),
        ("Cartes", "cartes", ".results .card--image"),
        ("Liste", "liste", "ol.list > li"),
    ] {
        browser
            .click_found(&format!(
                "[...document.querySelectorAll('.bar--top .segments label')].find(label =>
                   label.querySelector('.sr').innerText.trim() === '{label}')"
            ))
            .await?;
        browser.wait_for(css).await?;
        let suffix = if view == "liste" { String::new() } else { format!("&vue={view}") };
        at(browser, &format!("/catalogue/?theme=mobilite{suffix}")).await?;
        same(view, &names(browser).await?, &expected)?;
        same(view, &browser.count(css).await?, &expected.len())?;
        let checked = browser
            .js::<String>("return document.querySelector('input[name=vue]:checked').closest('label').innerText", &[]);
        has(&checked.await?, label)?;
    }
    Ok(())
}

async fn pages(browser: &Browser) -> Result<()> {
    let data = data()?;
    let total = entries(&data).len();
    browser.open("/catalogue/?type=tout").await?;
    let mut seen = Vec::new();
    for page in 1.. {
        wait_count(browser, total).await?;
        let here = names(browser).await?;
        ensure!(here.len() <= 60, "{} results on a page", here.len());
        seen.extend(here);
        if seen.len() >= total {
            break;
        }
        browser.click_text(".results a", "Page suivante").await?;
        at(browser, &format!("/catalogue/?type=tout&page={}", page + 1)).await?;
        // The next page is read from its start.
        browser.wait_until("document.activeElement.matches('#count')").await?;
        browser.wait_until("document.querySelector('#count').getBoundingClientRect().top >= 0").await?;
    }
    seen.sort();
    let mut expected: Vec<_> = entries(&data).iter().map(|entry| text(entry, "name").to_owned()).collect();
    expected.sort();
    same("all pages", &seen, &expected)
}

async fn deep_link(browser: &Browser) -> Result<()> {
    let address =
        "/catalogue/?q=donn%C3%A9es&type=tout&theme=donnees,geographie&licence=inconnu&tri=nom&vue=cartes&page=2";
    browser.open(address).await?;
    at(browser, address).await?;
    same("the field", &browser.property("#q", "value").await?, &"données".into())?;
    has(&browser.text(".tabs a[aria-current]").await?, "Tout")?;
    same("chips", &browser.count(".active-filters .chip").await?, &3)?;
    for (group, label) in [("Thème", "Données"), ("Thème", "Géographie"), ("Licence", "Non renseignée")] {
        ensure!(value(browser, group, label).await?.chosen, "{group}, {label} is not chosen");
    }
    same("the order", &browser.property(".sort select", "value").await?, &"nom".into())?;
    let view: String =
        browser.js("return document.querySelector('input[name=vue]:checked').closest('label').innerText", &[]).await?;
    has(&view, "Cartes")?;
    let total = count(browser).await?;
    // The second page, or the last one when there are fewer.
    let shown = browser.count(".results .card--image").await?;
    same("cards", &shown, &(if total > 60 { total - 60 } else { total }))?;
    let expected = sorted_names(browser).await?;
    browser.reload().await?;
    at(browser, address).await?;
    same("after a reload", &sorted_names(browser).await?, &expected)
}

async fn bad_address(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/?tri=hasard&page=0&vue=3d&theme=cuisine,mobilite&utm_source=lettre").await?;
    let alerts = browser.texts(".catalogue__head .alert").await?.join("\n").replace('\u{a0}', " ");
    for part in [
        "« hasard » n’est pas une valeur de « tri »",
        "« 0 » n’est pas une valeur de « page »",
        "« 3d » n’est pas une valeur de « vue »",
        "Thème : cuisine",
    ] {
        has(&alerts, part)?;
    }
    ensure!(!alerts.contains("utm_source"), "a parameter of others is reported: {alerts}");
    let found = sorted_names(browser).await?;
    browser.open("/catalogue/?theme=mobilite").await?;
    same("the rest of the address", &found, &sorted_names(browser).await?)?;
    same("alerts", &browser.count(".catalogue__head .alert").await?, &0)?;
    browser.assert_quiet().await
}
