//! Bundles the style sheets into the two files that pages load, for the browsers of `floor`.

pub(crate) mod floor;
mod old;

use std::convert::Infallible;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::values::color::CssColor;
use lightningcss::visit_types;
use lightningcss::visitor::{Visit, VisitTypes, Visitor};

use crate::paths;

/// The sheets before the blocks, in the order of the cascade.
const BEFORE_BLOCKS: [&str; 6] = ["layers", "focus", "reset", "tokens", "base", "compositions"];
/// The sheets after the blocks.
const AFTER_BLOCKS: [&str; 2] = ["utilities", "print"];

/// Writes `communs.css` and `motifs.css` under `target/style`.
///
/// # Errors
/// When a sheet cannot be read, is not well formed or asks for a browser newer than the floor, or when
/// the result cannot be written.
pub(crate) fn bundle() -> Result<()> {
    let folder = paths::bundled("style");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    for (name, css) in bundles()? {
        let file = folder.join(name);
        // A file that did not change is not written: what watches it would build again for nothing.
        if !fs::read_to_string(&file).is_ok_and(|found| found == css) {
            fs::write(&file, css).with_context(|| format!("cannot write {}", file.display()))?;
        }
    }
    Ok(())
}

/// The two files: their names, their text.
fn bundles() -> Result<[(&'static str, String); 2]> {
    let style = paths::root().join("style");
    let mut sheets = sheets(&style)?.into_iter().map(|sheet| written(&sheet)).collect::<Result<Vec<_>>>()?.concat();
    sheets.push('\n');
    Ok([("communs.css", sheets), ("motifs.css", written(&style.join("motifs.css"))? + "\n")])
}

/// A sheet as browsers get it.
fn written(file: &Path) -> Result<String> {
    let css = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let told = || format!("in {}", file.display());
    let short = for_browsers(&css).with_context(told)?;
    let problems = old::problems(&short).with_context(told)?;
    ensure!(
        problems.is_empty(),
        "{}: {} would not read what follows; give them something else before it, or put it in `@supports`:\n{}",
        file.display(),
        floor::NAMES,
        problems.join("\n")
    );
    Ok(short)
}

/// The shortest text with the meaning of this one in every browser of the floor: what they lack and can be
/// said otherwise is (`light-dark()`, prefixes), and colours in the gamut of all screens are plain.
fn for_browsers(css: &str) -> Result<String> {
    let mut sheet = StyleSheet::parse(css, ParserOptions::default()).map_err(|error| anyhow!("{error}"))?;
    let Ok(()) = sheet.visit(&mut Plain);
    let targets = floor::browsers().into();
    sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(|error| anyhow!("{error}"))?;
    let printed = sheet.to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() });
    Ok(printed.map_err(|error| anyhow!("{error}"))?.code)
}

/// Makes colours plain: ours are all in sRGB, so that nothing is lost.
struct Plain;

impl Visitor<'_> for Plain {
    type Error = Infallible;

    fn visit_types(&self) -> VisitTypes {
        visit_types!(COLORS)
    }

    fn visit_color(&mut self, color: &mut CssColor) -> Result<(), Infallible> {
        // Those of the system, and that of the text, have no value to know.
        if let Ok(plain) = color.to_rgb() {
            *color = plain;
        }
        Ok(())
    }
}

/// Every sheet of the main bundle, in order.
fn sheets(style: &Path) -> Result<Vec<PathBuf>> {
    let named = |name: &&str| style.join(format!("{name}.css"));
    let blocks = paths::files(&style.join("blocks"))?.into_iter();
    let blocks = blocks.filter(|file| file.extension().is_some_and(|name| name == "css"));
    Ok(BEFORE_BLOCKS.iter().map(named).chain(blocks).chain(AFTER_BLOCKS.iter().map(named)).collect())
}
