//! The crates that a program is made of, as CycloneDX 1.5 lists them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::{paths, process};

/// The list for a target of Rust. What only builds or tests the tool is no part of it.
pub(super) fn list(target: &str) -> Result<String> {
    let options = ["metadata", "--locked", "--format-version", "1", "--filter-platform", target];
    let said = process::output(&mut process::command("cargo", &options)).context("cargo metadata failed")?;
    let metadata: Value = serde_json::from_str(&said)?;
    let sums = sums(&fs::read_to_string(paths::root().join("Cargo.lock"))?);
    let list = of(&metadata, &sums).context("cargo metadata has another shape")?;
    Ok(serde_json::to_string_pretty(&list)? + "\n")
}

fn of(metadata: &Value, sums: &BTreeMap<(String, String), String>) -> Option<Value> {
    let packages: BTreeMap<&str, &Value> = metadata["packages"]
        .as_array()?
        .iter()
        .filter_map(|package| Some((package["id"].as_str()?, package)))
        .collect();
    let nodes: BTreeMap<&str, &Value> =
        metadata["resolve"]["nodes"].as_array()?.iter().filter_map(|node| Some((node["id"].as_str()?, node))).collect();
    let (root, _) = packages.iter().find(|(_, package)| package["name"] == "tool")?;
    let mut used: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut left = vec![*root];
    while let Some(id) = left.pop() {
        if used.contains_key(id) {
            continue;
        }
        let needed: Vec<&str> = nodes.get(id)?["deps"]
            .as_array()?
            .iter()
            .filter(|dep| is_part(dep))
            .filter_map(|dep| dep["pkg"].as_str())
            .collect();
        left.extend(&needed);
        used.insert(id, needed);
    }
    let named = |id: &str, key: &str| packages[id][key].as_str().unwrap_or_default().to_owned();
    let reference = |id: &str| format!("pkg:cargo/{}@{}", named(id, "name"), named(id, "version"));
    let component = |id: &str, kind: &str| {
        let package = packages[id];
        let mut component = json!({
            "type": kind, "bom-ref": reference(id), "name": package["name"], "version": package["version"],
            "purl": reference(id),
        });
        if let Some(licence) = package["license"].as_str() {
            // A slash is the former way to say « or ».
            component["licenses"] = json!([{"expression": licence.replace('/', " OR ").replace("  ", " ")}]);
        }
        if let Some(sum) = sums.get(&(named(id, "name"), named(id, "version"))) {
            component["hashes"] = json!([{"alg": "SHA-256", "content": sum}]);
        }
        component
    };
    let ids: BTreeSet<&str> = used.keys().copied().filter(|id| id != root).collect();
    let mut components: Vec<Value> = ids.iter().map(|id| component(id, "library")).collect();
    components.sort_by_key(|component| component["purl"].to_string());
    let mut dependencies: Vec<Value> = used
        .iter()
        .map(|(id, needed)| {
            let needed: BTreeSet<String> = needed.iter().map(|id| reference(id)).collect();
            json!({"ref": reference(id), "dependsOn": needed})
        })
        .collect();
    dependencies.sort_by_key(|dependency| dependency["ref"].to_string());
    let mut tool = component(root, "application");
    tool["description"] = packages[root]["description"].clone();
    Some(json!({
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "metadata": {"component": tool}, "components": components, "dependencies": dependencies,
    }))
}

/// Whether a dependency is in the program, not only beside it when it is built or tested.
fn is_part(dependency: &Value) -> bool {
    dependency["dep_kinds"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()))
}

/// The sums of the crates of a lock file, by name and version.
fn sums(lock: &str) -> BTreeMap<(String, String), String> {
    let packages = lock.split("[[package]]").skip(1);
    let of = |package: &str, key: &str| {
        let line = package.lines().find_map(|line| line.strip_prefix(&format!("{key} = \"")).map(str::to_owned));
        line.map(|line| line.trim_end_matches('"').to_owned())
    };
    packages
        .filter_map(|package| Some(((of(package, "name")?, of(package, "version")?), of(package, "checksum")?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_builds_is_no_part() {
        let dep = |id: &str, kind: Value| json!({"pkg": id, "dep_kinds": [{"kind": kind}]});
        let package = |name: &str| json!({"id": name, "name": name, "version": "1.0.0", "license": "MIT/Apache-2.0"});
        let metadata = json!({
            "packages": [package("tool"), package("used"), package("deep"), package("build"), package("tested")],
            "resolve": {"nodes": [
                {"id": "tool", "deps": [dep("used", Value::Null), dep("build", json!("build")), dep("tested", json!("dev"))]},
                {"id": "used", "deps": [dep("deep", Value::Null)]},
                {"id": "deep", "deps": []}, {"id": "build", "deps": []}, {"id": "tested", "deps": []},
            ]},
        });
        let lock = "[[package]]\nname = \"used\"\nversion = \"1.0.0\"\nchecksum = \"abc\"\n";
        let list = of(&metadata, &sums(lock)).unwrap();
        let names: Vec<&Value> = list["components"].as_array().unwrap().iter().map(|part| &part["name"]).collect();
        assert_eq!(names, ["deep", "used"]);
        assert_eq!(list["components"][1]["hashes"][0]["content"], "abc");
        assert_eq!(list["components"][0]["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert_eq!(list["metadata"]["component"]["name"], "tool");
    }
}
