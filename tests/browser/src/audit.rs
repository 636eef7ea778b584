//! The accessibility audit, by axe-core.

use std::fs;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde_json::Value;

use crate::browser::Browser;

/// Runs in the page and gives what [`Answer`] reads.
const SCRIPT: &str = "
    const done = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
      .then(result => done({
        violations: result.violations.map(({ id, impact, help, nodes }) => [
          `${id} (${impact ?? 'unknown'}): ${help}`,
          `  on ${nodes.map(node => node.target.flat().join(' ')).join(', ')}`,
          `  ${nodes[0].failureSummary ?? ''}`,
        ].join('\\n')),
      }), error => done({ error: String(error) }));";

#[derive(Deserialize)]
#[serde(untagged)]
enum Answer {
    Done { violations: Vec<String> },
    Failed { error: String },
}

impl Browser {
    /// Audits the page by the WCAG 2.2 rules of levels A and AA and by best
    /// practice; gives each one that it breaks, how much that hinders, where, and what would mend the first place.
    ///
    /// # Errors
    /// When axe-core is not set up or fails.
    pub async fn audit(&self) -> Result<Vec<String>> {
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
        let count = violations.len();
        ensure!(violations.is_empty(), "{count} accessibility violations:\n{}", violations.join("\n"));
        Ok(())
    }
}
