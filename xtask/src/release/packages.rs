//! The packages of Python and of npm, which only carry the program.

use anyhow::Result;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::archive::{self, Member};
use super::{Built, Release, System, VERSION};

const SUMMARY: &str = "Tenir un catalogue de communs numériques : le commencer, le voir, le vérifier, le publier";

/// The wheel of a system (binary distribution format of Python, PEP 427; its list of parts as PEP 770 says).
pub(super) fn wheel(release: &Release, built: &Built) -> Result<(String, Vec<u8>)> {
    let System { platforms, program, .. } = built.system;
    let stem = format!("communs-{VERSION}");
    let information = format!("{stem}.dist-info");
    let tags: String = platforms.iter().map(|platform| format!("Tag: py3-none-{platform}\n")).collect();
    let licence = release.beside.iter().find(|member| member.name == "LICENSE");
    let metadata = format!(
        "Metadata-Version: 2.4\nName: communs\nVersion: {VERSION}\nSummary: {SUMMARY}\nLicense-Expression: Apache-2.0\n\
         License-File: LICENSE\nRequires-Python: >=3.8\n"
    );
    let about = format!("Wheel-Version: 1.0\nGenerator: communs\nRoot-Is-Purelib: false\n{tags}");
    let mut members = vec![Member::program(program, built.program.clone()).below(&format!("{stem}.data/scripts"))];
    let mut add = |name: &str, text: &[u8]| members.push(Member::text(name, text).below(&information));
    add("METADATA", metadata.as_bytes());
    add("WHEEL", about.as_bytes());
    add("licenses/LICENSE", licence.map_or(&[][..], |licence| &licence.bytes));
    add("sboms/communs.cdx.json", built.parts.as_bytes());
    let mut record = String::new();
    for Member { name, bytes, .. } in &members {
        let sum = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(bytes));
        record += &format!("{name},sha256={sum},{}\n", bytes.len());
    }
    record += &format!("{information}/RECORD,,\n");
    members.push(Member::text("RECORD", record).below(&information));
    Ok((format!("{stem}-py3-none-{}.whl", platforms.join(".")), archive::zip(&members)?))
}

/// Runs the program of this machine, and ends as it does.
const LAUNCHER: &str = r#"#!/usr/bin/env node
const { spawn } = require("node:child_process");
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const { platform, arch } = process;
const program = join(__dirname, "bin", `${platform}-${arch}`, platform === "win32" ? "communs.exe" : "communs");
if (!existsSync(program)) {
  console.error(`communs : ce paquet n’a pas de programme pour cette machine (${platform}, ${arch}).`);
  process.exit(1);
}
const running = spawn(program, process.argv.slice(2), { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => running.kill(signal));
running.on("error", (error) => {
  console.error(`communs : ${program} ne démarre pas (${error.message}).`);
  process.exitCode = 1;
});
running.on("close", (status) => {
  process.exitCode = status ?? 1;
});
"#;

/// The package of npm, with the program of each system.
pub(super) fn npm(release: &Release) -> Result<(String, Vec<u8>)> {
    let names = |name: fn((&'static str, &'static str)) -> &'static str| {
        let mut names: Vec<&str> = release.built.iter().map(|built| name(built.system.node)).collect();
        names.sort_unstable();
        names.dedup();
        names
    };
    let manifest = json!({
        "name": "communs", "version": VERSION, "description": SUMMARY, "license": "Apache-2.0",
        "bin": {"communs": "communs.js"}, "files": ["bin", "communs.js"], "engines": {"node": ">=18"},
        "os": names(|(system, _)| system), "cpu": names(|(_, processor)| processor),
    });
    let mut members = vec![
        Member::text("package.json", serde_json::to_string_pretty(&manifest)? + "\n"),
        Member::program("communs.js", LAUNCHER.into()),
    ];
    members.extend(release.beside.iter().filter(|member| member.name == "LICENSE").cloned());
    for built in &release.built {
        let System { node: (system, processor), program, .. } = built.system;
        let folder = format!("bin/{system}-{processor}");
        members.push(Member::program(program, built.program.clone()).below(&folder));
        members.push(Member::text("communs.cdx.json", built.parts.clone()).below(&folder));
    }
    let members: Vec<Member> = members.into_iter().map(|member| member.below("package")).collect();
    Ok((format!("communs-{VERSION}.tgz"), archive::tar_gz(&members)?))
}
