//! Scenarios by name.

use std::pin::Pin;

use anyhow::Result;

use crate::browser::Browser;

type Running<'browser> = Pin<Box<dyn Future<Output = Result<()>> + 'browser>>;
type Run = Box<dyn for<'browser> Fn(&'browser Browser) -> Running<'browser>>;

/// A test of the site, run in each engine.
pub struct Scenario {
    pub(crate) name: String,
    run: Run,
}

impl Scenario {
    pub(crate) async fn run(&self, browser: &Browser) -> Result<()> {
        (self.run)(browser).await
    }
}

/// Every scenario, and what they share.
pub struct Suite {
    pub(crate) scenarios: Vec<Scenario>,
    pub(crate) ready: &'static str,
    pub(crate) pages: Vec<String>,
}

impl Suite {
    /// An empty suite. `ready` is the JavaScript expression that is true once
    /// the site is shown; `pages` are the paths that screenshots are made of.
    pub fn new(ready: &'static str, pages: &[&str]) -> Self {
        Self { scenarios: Vec::new(), ready, pages: pages.iter().map(|page| (*page).to_owned()).collect() }
    }

    /// Adds a scenario. Names read as sentences: `search: an accent is no
    /// obstacle`.
    pub fn add<F>(&mut self, name: impl Into<String>, scenario: F)
    where
        F: AsyncFn(&Browser) -> Result<()> + Clone + 'static,
    {
        self.scenarios.push(Scenario {
            name: name.into(),
            run: boxed(move |browser| {
                let scenario = scenario.clone();
                Box::pin(async move { scenario(browser).await })
            }),
        });
    }
}

/// Tells the compiler that the closure accepts any lifetime.
fn boxed(run: impl for<'b> Fn(&'b Browser) -> Running<'b> + 'static) -> Run {
    Box::new(run)
}
