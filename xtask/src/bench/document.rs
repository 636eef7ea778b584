//! Shows tables, and puts them between their marks in `docs/performance.md`.

use std::fs;

use anyhow::{Context, Result};

use crate::paths;

/// Prints a table; written down, it takes the place of what is between `<!-- bench:{name} -->` and
/// `<!-- /bench:{name} -->`.
///
/// # Errors
/// When it is to be written down, and the file or its marks are missing.
pub(super) fn tell(name: &str, table: &str, write: bool) -> Result<()> {
    println!("\n{name}\n\n{table}");
    if !write {
        return Ok(());
    }
    let file = paths::root().join("docs/performance.md");
    let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let written = replaced(&text, name, table).with_context(|| {
        format!("{} has no place for these tables: <!-- bench:{name} --> and <!-- /bench:{name} -->", file.display())
    })?;
    fs::write(&file, written)?;
    println!("written in {}", file.display());
    Ok(())
}

fn replaced(text: &str, name: &str, table: &str) -> Option<String> {
    let (before, rest) = text.split_once(&format!("<!-- bench:{name} -->"))?;
    let end = format!("<!-- /bench:{name} -->");
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}<!-- bench:{name} -->\n\n{}\n\n{end}{after}", table.trim()))
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn only_what_is_between_the_marks_changes() {
        let text = "a\n<!-- bench:5 -->\nold\n<!-- /bench:5 -->\n<!-- bench:50 -->\n<!-- /bench:50 -->\n";
        let written = replaced(text, "5", "| new |\n").unwrap();
        let expected = "a\n<!-- bench:5 -->\n\n| new |\n\n<!-- /bench:5 -->\n<!-- bench:50 -->\n<!-- /bench:50 -->\n";
        assert_eq!(written, expected);
        assert_eq!(replaced(&written, "5", "| new |").unwrap(), expected);
        assert!(replaced(text, "7", "").is_none());
    }
}
