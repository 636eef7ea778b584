//! What editors of other sites keep of the code that docs/integrer.md gives, by the sanitisers themselves:
//! the table of that page is what is checked.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::{Check, check, ours};
use crate::{paths, site};

/// A row of the table: its name there and in keep.cjs.
const ROWS: [(&str, &str); 6] = [
    ("WordPress, rôle auteur ou contributeur", "wordpress"),
    ("WordPress, rôle administrateur ou éditeur, site unique", "wordpress unfiltered"),
    ("DOMPurify, sans réglage", "dompurify"),
    ("DOMPurify, avec `ADD_TAGS: [\"iframe\"]`", "dompurify iframe"),
    ("sanitize-html, sans réglage", "sanitize-html"),
    ("sanitize-html, `iframe` permis avec `src` seul", "sanitize-html iframe"),
];

/// A column: the name of its code in the page, and the element that may be kept.
const COLUMNS: [(&str, &str); 4] =
    [("cadre", "iframe"), ("script", "script"), ("composant", "communs-catalogue"), ("lien", "a")];

pub(super) fn checks(folder: &Path) -> Result<Vec<Check>> {
    let page = fs::read_to_string(paths::root().join("docs/integrer.md")).context("cannot read docs/integrer.md")?;
    let snippets = COLUMNS.iter().map(|(name, _)| snippet(&page, name)).collect::<Result<Vec<_>>>()?;
    let table = table(&page)?;
    ensure!(table.len() == ROWS.len(), "the table of tools has {} rows instead of {}", table.len(), ROWS.len());
    let mut checks = Vec::new();
    for (name, setting) in ROWS {
        let (_, cells) = table.iter().find(|(row, _)| *row == name).with_context(|| format!("no row {name}"))?;
        let mut arguments = vec![setting];
        for ((snippet, (_, tag)), expected) in snippets.iter().zip(COLUMNS).zip(cells) {
            arguments.extend([snippet.as_str(), tag, *expected]);
        }
        checks.push(keep(&format!("docs/integrer.md says what is kept: {name}"), &arguments));
    }
    checks.push(oembed(folder)?);
    Ok(checks)
}

/// WordPress shows an entry page by its oEmbed document.
fn oembed(folder: &Path) -> Result<Check> {
    let file = folder.join("communs/grist/oembed.json");
    let document = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let document: Value = serde_json::from_str(&document)?;
    let html = document["html"].as_str().context("the oEmbed document has no html")?;
    let expected = ["sandbox=\"allow-scripts\"", "title=\"", "/embed/communs/grist/#?secret=unmot12345"];
    let arguments = [&["oembed", html, "https://communs.example/a/b/communs/grist/"], &expected[..]].concat();
    Ok(keep("WordPress shows an entry page by its oEmbed document", &arguments))
}

fn keep(name: &str, arguments: &[&str]) -> Check {
    let mut check = check(name, "node", &[&[ours("keep.cjs").as_str()], arguments].concat());
    check.command.env("NODE_PATH", paths::tools().join("node_modules")).env("WORDPRESS", paths::wordpress());
    check
}

/// The code of this name in the page.
fn snippet(page: &str, name: &str) -> Result<String> {
    let code = page.split_once(&format!("<!-- code : {name} -->"));
    let code = code.and_then(|(_, rest)| site::between(rest, "```html\n", "\n```"));
    Ok(code.with_context(|| format!("docs/integrer.md has no code {name}"))?.to_owned())
}

/// The rows of the table of tools: their name, then their cells.
fn table(page: &str) -> Result<Vec<(&str, Vec<&str>)>> {
    let table = site::between(page, "<!-- outils -->", "<!-- /outils -->");
    let table = table.context("docs/integrer.md has no table of tools")?;
    let rows = table.lines().filter(|line| line.starts_with('|')).skip(2);
    rows.map(|row| {
        let mut cells = row.trim_matches('|').split('|').map(str::trim);
        let name = cells.next().unwrap_or_default();
        let cells: Vec<&str> = cells.collect();
        ensure!(cells.len() == COLUMNS.len(), "{name}: {} cells", cells.len());
        Ok((name, cells))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_read() {
        let page = "<!-- code : lien -->\n\n```html\n<a>\n  b\n```\n<!-- outils -->\n\n| outil | c | s | e | l |\n\
                    |---|---|---|---|---|\n| A, b | oui | non | le lien | oui, sans x |\n\n<!-- /outils -->";
        assert_eq!(snippet(page, "lien").unwrap(), "<a>\n  b");
        assert_eq!(table(page).unwrap(), [("A, b", vec!["oui", "non", "le lien", "oui, sans x"])]);
        assert!(snippet(page, "cadre").is_err());
    }
}
