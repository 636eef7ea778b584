//! Problems for programs: JSON of our own, SARIF (OASIS, 2.1.0) and the report of code quality of GitLab.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::problem::{Problem, Weight};

/// The problems as a list; places are lines and columns from 1, in characters.
pub(super) fn json(problems: &[Problem<'_>]) -> Value {
    let one = |problem: &Problem<'_>| {
        let ((line, column), (end_line, end_column)) = (problem.start, problem.end);
        json!({
            "rule": problem.rule,
            "severity": severity(problem.weight, ["fatal", "left-out", "ignored", "warning", "advice"]),
            "file": problem.file,
            "line": line,
            "column": column,
            "end_line": end_line,
            "end_column": end_column,
            "path": problem.path,
            "entry": problem.entry,
            "found": problem.found,
            "near": problem.near,
            "message": problem.sentence,
        })
    };
    problems.iter().map(one).collect()
}

/// A SARIF file, which GitHub and editors show beside the lines.
pub(super) fn sarif(problems: &[Problem<'_>]) -> Value {
    let rules: BTreeSet<&str> = problems.iter().map(|problem| problem.rule).collect();
    let result = |problem: &Problem<'_>| {
        let ((line, column), (end_line, end_column)) = (problem.start, problem.end);
        json!({
            "ruleId": problem.rule,
            "level": severity(problem.weight, ["error", "error", "warning", "note", "note"]),
            "message": { "text": problem.sentence },
            "locations": [{
                "physicalLocation": {
                    "artifactLocation": { "uri": uri(&problem.file) },
                    "region": {
                        "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column,
                    },
                },
                "logicalLocations": [{ "fullyQualifiedName": problem.path }],
            }],
            "partialFingerprints": { "communs/v1": fingerprint(problem) },
        })
    };
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "communs",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|rule| json!({ "id": rule })).collect::<Value>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": problems.iter().map(result).collect::<Value>(),
        }],
    })
}

/// The list of issues that GitLab shows in merge requests.
pub(super) fn gitlab(problems: &[Problem<'_>]) -> Value {
    let one = |problem: &Problem<'_>| {
        json!({
            "description": problem.sentence,
            "check_name": problem.rule,
            "fingerprint": fingerprint(problem),
            "severity": severity(problem.weight, ["blocker", "major", "minor", "info", "info"]),
            "location": { "path": uri(&problem.file), "lines": { "begin": problem.start.0 } },
        })
    };
    problems.iter().map(one).collect()
}

const fn severity(weight: Weight, words: [&'static str; 5]) -> &'static str {
    words[weight as usize]
}

/// A file as forges name it.
fn uri(file: &str) -> String {
    let slashed = file.replace('\\', "/").replace('%', "%25").replace(' ', "%20");
    slashed.strip_prefix("./").map(str::to_owned).unwrap_or(slashed)
}

/// The same for the same problem, wherever it moves in its file.
fn fingerprint(problem: &Problem<'_>) -> String {
    let place = problem.entry.as_ref().unwrap_or(&problem.path);
    let key = problem.path.rsplit_once(']').map_or(problem.path.as_str(), |(_, key)| key);
    let told = [problem.file.as_str(), place, key, problem.rule, &problem.found].join("\n");
    Sha256::digest(told.as_bytes()).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
