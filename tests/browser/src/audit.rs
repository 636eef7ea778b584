//! The accessibility audit, by axe-core.

use std::fmt;
use std::fs;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::Value;

use crate::browser::Browser;

/// Runs in the page and gives what [`Answer`] reads.
const SCRIPT: &str = "
    const done = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
      .then(result => done({
        violations: result.violations.map(violation => ({
          rule: violation.id,
          impact: violation.impact ?? 'unknown',
          help: violation.help,
          targets: violation.nodes.map(node => node.target.flat().join(' ')),
          summary: violation.nodes[0].failureSummary ?? '',
        })),
      }), error => done({ error: String(error) }));";

/// A rule that the page breaks.
#[derive(Clone, Debug, Deserialize)]
pub struct Violation {
    /// The name of the rule.
    pub rule: String,
    /// How much it hinders: minor, moderate, serious, critical.
    pub impact: String,
    /// The rule in a sentence.
    pub help: String,
    /// Selectors of the elements that break it.
    pub targets: Vec<String>,
    /// What would mend the first of them.
    pub summary: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rule, impact, help, targets, summary } = self;
        write!(formatter, "{rule} ({impact}): {help}\n  on {}\n  {summary}", targets.join(", "))
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Answer {
    Done { violations: Vec<Violation> },
    Failed { error: String },
}

impl Browser {
    /// Audits the page by the WCAG 2.2 rules of levels A and AA and by best
    /// practice.
    ///
    /// # Errors
    /// When axe-core is not set up or fails.
    pub async fn audit(&self) -> Result<Vec<Violation>> {
        if !self.js::<bool>("return typeof axe === 'object'", &[]).await? {
            let file = xtask::paths::axe_script();
            let script = fs::read_to_string(&file)
                .with_context(|| format!("cannot read {}; run `cargo xtask setup`", file.display()))?;
            self.js::<Value>(&script, &[]).await.context("cannot load axe-core")?;
        }
        let answer = self.client().execute_async(SCRIPT, Vec::new()).await?;
        match serde_json::from_value(answer)? {
            Answer::Done { violations } => Ok(violations),
            Answer::Failed { error } => bail!("axe-core failed: {error}"),
        }
    }

    /// Checks that the audit finds nothing.
    ///
    /// # Errors
    /// When it does; the error lists every violation.
    pub async fn assert_accessible(&self) -> Result<()> {
        let violations = self.audit().await?;
        if violations.is_empty() {
            return Ok(());
        }
        let list: Vec<_> = violations.iter().map(ToString::to_string).collect();
        bail!("{} accessibility violations:\n{}", list.len(), list.join("\n"))
    }
}
