//! The two grids of the home page: order, columns, and where their cards lead.

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Suite};
use serde_json::{Value, json};

use crate::support::{at, data, entry, entry_page_of, has, list, same, serve, site_of, text, try_link};

pub(crate) fn register(suite: &mut Suite) {
    suite.add("grids: the cards are those of the data, in its order", order);
    suite.add("grids: headings, leads and callouts are those of the data", words);
    suite.add("grids: columns follow the width of the window", columns);
    suite.add("grids: the legend comes after the first cards, unless it stands beside the opening", legend);
    suite.add("grids: a click anywhere on a card opens its entry page", clicks);
    suite.add("grids: the address at the foot leads to the site", addresses);
    suite.add("grids: a grid can send whole cards to the sites", sites);
    suite.add("grids: only the second grid carries images", images);
}

/// The entries of a grid of the data.
fn members<'data>(data: &'data Value, grid: &Value) -> Result<Vec<&'data Value>> {
    list(grid, "entries").iter().map(|id| entry(data, id.as_str().unwrap_or_default())).collect()
}

async fn order(browser: &Browser) -> Result<()> {
    let data = data()?;
    browser.open("/").await?;
    let ids = browser.attributes("section:has(> .grid)", "id").await?;
    let expected: Vec<_> = list(&data, "grids").iter().map(|grid| grid["id"].as_str().map(str::to_owned)).collect();
    same("the grids", &ids, &expected)?;
    for grid in list(&data, "grids") {
        let css = format!("#{} .card__title a", text(grid, "id"));
        let members = members(&data, grid)?;
        let names: Vec<_> = members.iter().map(|entry| text(entry, "name")).collect();
        let found = browser.texts(&css).await?;
        same("the cards", &found, &names.iter().map(|name| (*name).to_owned()).collect())?;
        let entry_pages: Vec<_> = members.iter().map(|entry| Some(entry_page_of(entry))).collect();
        same("their links", &browser.attributes(&css, "href").await?, &entry_pages)?;
    }
    Ok(())
}

async fn words(browser: &Browser) -> Result<()> {
    let data = data()?;
    browser.open("/").await?;
    let page = browser.text("#app main").await?;
    for grid in list(&data, "grids") {
        has(&page, text(grid, "heading"))?;
        has(&page, text(grid, "lead"))?;
    }
    for key in ["heading", "introduction", "invitation_heading", "invitation", "contact"] {
        has(&page, text(&data["site"], key))?;
    }
    // What is not in the first grid is announced at its end, by its number.
    let shown: usize = list(&data, "grids").iter().map(|grid| list(grid, "entries").len()).sum();
    let others = crate::support::of_kind(&data, "commun").count() - shown;
    has(&browser.text(".more").await?, &format!("{others} autres communs sont au catalogue."))
}

async fn columns(browser: &Browser) -> Result<()> {
    let data = data()?;
    browser.open("/").await?;
    for width in [360, 767, 768, 1280] {
        browser.resize(width, 800).await?;
        for grid in list(&data, "grids") {
            let id = text(grid, "id");
            // After the cards, there may be the way to the catalogue.
            let cells = list(grid, "entries").len() + usize::from(grid["more"] == true);
            let columns = if width < 768 { 1 } else { grid["columns"].as_u64().unwrap_or_default() as usize };
            let expected = vec![columns; cells / columns]
                .into_iter()
                .chain((!cells.is_multiple_of(columns)).then_some(cells % columns));
            let rows = browser.rows(&format!("#{id} .grid > *")).await?;
            same(&format!("rows of {id} at {width} px"), &rows, &expected.collect())?;
        }
    }
    Ok(())
}

/// Points of the first card of a grid, after it is scrolled into view: near its
/// corners, and in the middle of its picture and of its text. The address at
/// the foot is the only other link.
const POINTS: &str = "
    const card = document.querySelector(arguments[0]);
    card.scrollIntoView({ block: 'center' });
    const box = card.getBoundingClientRect();
    const middle = part => {
      const box = card.querySelector(part).getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    };
    return [
      [box.left + 6, box.top + 6], [box.right - 6, box.top + 6], [box.left + 6, box.bottom - 6],
      middle('.motif'), middle('.card__nature'), middle('.card__description'),
    ]";

/// The links found at the points of a card.
async fn links_at_points(browser: &Browser, card: &str) -> Result<Vec<Option<String>>> {
    let points: Vec<(f64, f64)> = browser.js(POINTS, &[json!(card)]).await?;
    browser
        .js(
            "return arguments[0].map(([x, y]) =>
               document.elementFromPoint(x, y)?.closest('a')?.getAttribute('href') ?? null)",
            &[json!(points)],
        )
        .await
}

async fn legend(browser: &Browser) -> Result<()> {
    browser.open("/").await?;
    for (width, is_after) in [(360, true), (768, true), (1280, false)] {
        browser.resize(width, 900).await?;
        let is_after_cards: bool = browser
            .js(
                "const top = (css) => document.querySelector(css).getBoundingClientRect().top;
                 return top('.legend') > top('.card:last-of-type') && top('section ~ section') > top('.legend')",
                &[],
            )
            .await?;
        same(&format!("after the cards at {width} px"), &is_after_cards, &is_after)?;
    }
    Ok(())
}

async fn clicks(browser: &Browser) -> Result<()> {
    let data = data()?;
    browser.open("/").await?;
    for grid in list(&data, "grids") {
        let id = text(grid, "id");
        for (rank, entry) in members(&data, grid)?.into_iter().enumerate() {
            let card = format!("#{id} .card:nth-child({})", rank + 1);
            let entry_page = entry_page_of(entry);
            let found = links_at_points(browser, &card).await?;
            same(&card, &found, &vec![Some(entry_page); 6])?;
        }
        // Real clicks, far from any word of the link: in the picture, in the text.
        let card = format!("#{id} .card");
        let entry_page = entry_page_of(members(&data, grid)?[0]);
        for point in [3, 5] {
            let points: Vec<(f64, f64)> = browser.js(POINTS, &[json!(card)]).await?;
            browser.click_at(points[point].0, points[point].1).await?;
            at(browser, &entry_page).await?;
            browser.wait_for(".plate").await?;
            browser.back().await?;
            browser.wait_for(&card).await?;
        }
    }
    Ok(())
}

async fn addresses(browser: &Browser) -> Result<()> {
    let data = data()?;
    browser.open("/").await?;
    for grid in list(&data, "grids") {
        for (rank, entry) in members(&data, grid)?.into_iter().enumerate() {
            let card = format!("#{} .card:nth-child({})", text(grid, "id"), rank + 1);
            let link = format!("{card} .card__site");
            let site = site_of(entry);
            same("links of a card", &browser.count(&format!("{card} a")).await?, &2)?;
            same("the address", &browser.attribute(&link, "href").await?.as_deref(), &Some(site))?;
            has(&browser.attribute(&link, "rel").await?.unwrap_or_default(), "external")?;
            has(&browser.text(&link).await?, "site externe")?;
            let on_top: bool = browser
                .js(
                    "const link = document.querySelector(arguments[0]);
                     link.scrollIntoView({ block: 'center' });
                     const box = link.getClientRects()[0];
                     return link.contains(document.elementFromPoint(
                       box.x + box.width / 2, box.y + box.height / 2))",
                    &[json!(link)],
                )
                .await?;
            ensure!(on_top, "the card covers {link}");
            let (href, fate) = try_link(browser, &link).await?;
            ensure!(href.starts_with(site) && fate == "followed", "{href} was {fate} by the app");
        }
    }
    Ok(())
}

async fn sites(browser: &Browser) -> Result<()> {
    let mut data = data()?;
    data["grids"][0]["link"] = json!("site");
    serve(browser, &data);
    browser.open("/").await?;
    for (rank, entry) in members(&data, &data["grids"][0])?.into_iter().enumerate() {
        let card = format!("#deja-utilises .card:nth-child({})", rank + 1);
        let link = format!("{card} .card__title a");
        let site = site_of(entry);
        same("links of a card", &browser.count(&format!("{card} a")).await?, &1)?;
        let found = links_at_points(browser, &card).await?;
        same(&card, &found, &vec![Some(site.to_owned()); 6])?;
        has(&browser.attribute(&link, "rel").await?.unwrap_or_default(), "external")?;
        has(&browser.text(&link).await?, "site externe")?;
        let (href, fate) = try_link(browser, &link).await?;
        ensure!(href.starts_with(site) && fate == "followed", "{href} was {fate} by the app");
    }
    // The other grid is as it was.
    let entry_page = entry_page_of(members(&data, &data["grids"][1])?[0]);
    let found = links_at_points(browser, "#inities-par-l-administration .card").await?;
    same("a card of the other grid", &found, &vec![Some(entry_page); 6])
}

async fn images(browser: &Browser) -> Result<()> {
    let data = data()?;
    let illustrated = list(&data["grids"][1], "entries").len();
    browser.open("/").await?;
    for width in communs_browser_tests::WIDTHS {
        browser.resize(width, 800).await?;
        let images: Vec<(f64, f64, String)> = browser
            .js(
                "return [...document.querySelectorAll('.grid--4 .card')].map(card => {
                   const box = card.getBoundingClientRect();
                   const image = card.querySelector('.card__image');
                   const mask = getComputedStyle(image, '::before');
                   const { width, height } = image.getBoundingClientRect();
                   return [width / box.width, height, mask.maskImage || mask.webkitMaskImage];
                 })",
                &[],
            )
            .await?;
        same("images", &images.len(), &illustrated)?;
        for (share, height, mask) in images {
            ensure!(
                share > 0.98 && height >= 80.0 && mask.starts_with("url("),
                "at {width} px an image is {share} of its card, {height} px high, {mask:.40}"
            );
        }
        same("images of the first grid", &browser.count(".grid--3 .card__image").await?, &0)?;
    }
    Ok(())
}
