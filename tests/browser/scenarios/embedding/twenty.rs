//! Many frames in a page cost one app.

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Suite};
use std::collections::BTreeMap;
use xtask::server::Server;

use super::host::{Host, fits};

const FRAMES: usize = 20;

pub(super) fn register(suite: &mut Suite) {
    suite.add("embedding: twenty frames get their height and share the files of one", twenty);
}

async fn twenty(browser: &Browser) -> Result<()> {
    // What the documentation tells hosts to send, from a server of its own: other scenarios change these files.
    let site = Server::start(xtask::paths::dist(), 0)?;
    for hashed in ["/communs-*", "/motifs-*", "/demarrage-*"] {
        site.add_header(hashed, "Cache-Control", "public, max-age=31536000, immutable");
    }
    let host = Host::start()?;
    let frames: String =
        (1..=FRAMES).map(|limit| format!("<communs-catalogue limite={limit}></communs-catalogue>")).collect();
    host.show_site(browser, &site, &format!("<script async src='SITE/embed.js'></script>{frames}")).await?;
    let mut before = 0.0;
    for rank in 0..FRAMES {
        let height = fits(browser, rank).await?;
        ensure!(height >= before, "{} results are higher than {}", rank, rank + 1);
        before = height;
    }
    let mut asked: BTreeMap<String, usize> = BTreeMap::new();
    for request in site.requests() {
        *asked.entry(request.path).or_default() += 1;
    }
    let hashed = |name: &str| ["/communs-", "/motifs-", "/demarrage-"].iter().any(|start| name.starts_with(start));
    for (path, count) in asked.iter().filter(|(path, _)| hashed(path)) {
        ensure!(*count == 1, "{path} is asked {count} times");
    }
    browser.assert_quiet().await
}
