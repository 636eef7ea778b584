//! Frames for who does not see them, or has no mouse.

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Key, Suite};

use super::host::{Host, enter, fits, in_frame, leave};

pub(super) fn register(suite: &mut Suite) {
    suite.add("embedding: frames have a title, landmarks and one heading", structure);
    suite.add("embedding: the keyboard goes through a frame and leaves it, both ways", keyboard);
}

async fn structure(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    for view in ["", "communs/grist/", "communs/grist/?vue=carte"] {
        let body = format!(
            "<main><h1>Mairie</h1><script async src='SITE/embed.js' data-src='embed/{view}' data-title='Communs'></script></main>"
        );
        host.show(browser, &body).await?;
        browser.wait_for("iframe").await?;
        fits(browser, 0).await?;
        let counts: Vec<u32> = in_frame(
            browser,
            0,
            "const count = css => [...document.querySelectorAll(css)].filter(e => e.getClientRects().length).length;
             return [count('main'), count('h1'), document.title ? 1 : 0, document.documentElement.lang ? 1 : 0]",
        )
        .await?;
        ensure!(counts == [1; 4], "{view}: main, h1, title, lang: {counts:?}");
        enter(browser, 0).await?;
        let audit = browser.assert_accessible().await;
        leave(browser).await?;
        audit?;
        browser.assert_accessible().await?;
    }
    Ok(())
}

async fn keyboard(browser: &Browser) -> Result<()> {
    const MOST: usize = 120;
    let host = Host::start()?;
    let body = "<a id=before href='#a'>Avant</a><script async src='SITE/embed.js' data-src='embed/communs/grist/?vue=carte'>\
        </script><a id=after href='#b'>Après</a>";
    host.show(browser, body).await?;
    browser.wait_for("iframe").await?;
    fits(browser, 0).await?;
    for (start, end, backward) in [("#before", "#after", false), ("#after", "#before", true)] {
        browser.js::<()>("document.querySelector(arguments[0]).focus()", &[start.into()]).await?;
        let mut inside = 0;
        let mut steps = 0;
        while !browser.is_focused(end).await? {
            ensure!(steps < MOST, "from {start}, the focus never comes to {end}; {inside} steps in the frame");
            if backward {
                browser.press_with(Key::Shift, char::from(Key::Tab)).await?;
            } else {
                browser.press(Key::Tab).await?;
            }
            inside += usize::from(browser.is_focused("iframe").await?);
            steps += 1;
        }
        ensure!(inside > 0, "from {start}, the focus never enters the frame");
    }
    Ok(())
}
