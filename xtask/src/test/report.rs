//! The counts of each step, and their table.

use std::fmt;
use std::time::Duration;

/// How many checks passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl Outcome {
    pub(super) const PASSED: Self = Self { passed: 1, failed: 0 };
    pub(super) const FAILED: Self = Self { passed: 0, failed: 1 };

    /// Reads `test result: ok. 3 passed; 0 failed; …` of cargo; of node, `# pass 3`, then `# fail 0`.
    pub(super) fn parse(line: &str) -> Option<Self> {
        if let Some(passed) = line.strip_prefix("# pass ") {
            return Some(Self { passed: passed.parse().ok()?, failed: 0 });
        }
        if let Some(failed) = line.strip_prefix("# fail ") {
            return Some(Self { passed: 0, failed: failed.parse().ok()? });
        }
        let counts = line.trim().strip_prefix("test result: ")?;
        let (_, counts) = counts.split_once(". ")?;
        let count =
            |label: &str| counts.split(';').find_map(|part| part.trim().strip_suffix(label)?.trim().parse().ok());
        Some(Self { passed: count("passed")?, failed: count("failed")? })
    }
}

/// The steps so far.
#[derive(Default)]
pub(super) struct Report {
    steps: Vec<(String, Option<(Outcome, Duration)>)>,
}

impl Report {
    pub(super) fn add(&mut self, name: &str, outcome: Outcome, duration: Duration) {
        self.steps.push((name.to_owned(), Some((outcome, duration))));
    }

    /// Records a step that was not run.
    pub(super) fn skip(&mut self, name: &str) {
        self.steps.push((name.to_owned(), None));
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "{:<16} {:>8} {:>8} {:>9}", "step", "passed", "failed", "seconds")?;
        let mut total = Outcome::default();
        for (name, result) in &self.steps {
            let Some((outcome, duration)) = result else {
                writeln!(formatter, "{name:<16} {:>8} {:>8} {:>9}", "-", "-", "not run")?;
                continue;
            };
            total.passed += outcome.passed;
            total.failed += outcome.failed;
            writeln!(
                formatter,
                "{name:<16} {:>8} {:>8} {:>9.1}",
                outcome.passed,
                outcome.failed,
                duration.as_secs_f64()
            )?;
        }
        writeln!(formatter, "{} passed, {} failed", total.passed, total.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_from_the_result_line() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out";
        let counts = Outcome { passed: 12, failed: 3 };
        assert_eq!(Outcome::parse(line), Some(counts));
        assert_eq!(Outcome::parse("# pass 17"), Some(Outcome { passed: 17, failed: 0 }));
        assert_eq!(Outcome::parse("# fail 1"), Some(Outcome::FAILED));
        assert_eq!(Outcome::parse("test a ... ok"), None);
        assert_eq!(Outcome::parse("test result: "), None);
    }

    #[test]
    fn the_last_line_is_the_total() {
        let mut report = Report::default();
        report.add("native", Outcome::PASSED, Duration::from_millis(1500));
        report.add("pages", Outcome::FAILED, Duration::ZERO);
        report.skip("webkit");
        let text = report.to_string();
        assert!(text.contains("native                  1        0       1.5\n"), "{text}");
        assert!(text.contains("not run"));
        assert!(text.ends_with("\n1 passed, 1 failed\n"));
    }
}
