//! What pages say to search engines, by the TypeScript compiler: each script is written as a typed
//! constant, so that a type or a property that schema.org does not have is an error.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::Check;
use crate::paths;

pub(super) fn check(folder: &Path) -> Result<Check> {
    let mut source = String::from("import type { Graph, Thing, WithContext } from \"schema-dts\";\n");
    let mut count = 0;
    let files = paths::files(folder)?.into_iter();
    for page in files.filter(|file| file.extension().is_some_and(|extension| extension == "html")) {
        let html = fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
        for script in scripts(&html) {
            count += 1;
            let name = page.strip_prefix(folder).unwrap_or(&page).display();
            source.push_str(&format!("// {name}\n{}\n", constant(count, script)));
        }
    }
    ensure!(count > 0, "no page of {} says anything to search engines", folder.display());
    source.push_str("export {};\n");
    // Below the packages, so that the compiler finds the types.
    let place = paths::tools().join("schema-org");
    fs::create_dir_all(&place).with_context(|| format!("cannot create {}", place.display()))?;
    let file = place.join("pages.ts");
    fs::write(&file, source).with_context(|| format!("cannot write {}", file.display()))?;
    let file = file.to_string_lossy();
    let options = ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--moduleResolution", "bundler"];
    let arguments = [&options[..], &["--module", "esnext", &file]].concat();
    let name = format!("the structured data of {count} pages, by tsc and schema-dts");
    Ok(super::check(&name, "tsc", &arguments))
}

/// The scripts of a page that are structured data. What they hold has no `<`, by construction.
fn scripts(html: &str) -> impl Iterator<Item = &str> {
    let starts = html.split("<script type=\"application/ld+json\"").skip(1);
    starts.filter_map(|rest| rest.split_once('>')?.1.split_once("</script>").map(|(script, _)| script))
}

/// A script as a constant of the type it claims to be.
fn constant(number: usize, script: &str) -> String {
    let kind = if script.contains("\"@graph\":") { "Graph" } else { "WithContext<Thing>" };
    format!("const script_{number}: {kind} = {script};")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_found_in_pages() {
        let html = r#"<script>let a = 1 < 2;</script><script type="application/ld+json">{"a":1}</script>
            <p>x</p><script type="application/ld+json" id="b">{"@graph":[]}</script><script type="module">c</script>"#;
        assert_eq!(scripts(html).collect::<Vec<_>>(), [r#"{"a":1}"#, r#"{"@graph":[]}"#]);
        assert_eq!(constant(1, "{}"), "const script_1: WithContext<Thing> = {};");
        assert_eq!(constant(2, r#"{"@graph":[]}"#), r#"const script_2: Graph = {"@graph":[]};"#);
    }
}
