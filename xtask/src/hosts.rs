//! The configuration of nginx that the documentation gives, tried on the built site with the real
//! nginx.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::{paths, process};

/// Where the documented configuration listens.
const PORT: u16 = 8081;
/// How long nginx may take to start.
const PATIENCE: Duration = Duration::from_secs(10);

/// What must be in the answer to a path: its status line first.
type Expected = (&'static str, &'static [&'static str]);

const ANSWERS: [Expected; 11] = [
    ("/", &["200", "content-type: text/html; charset=utf-8", "cache-control: no-cache", "content-encoding: br"]),
    ("/catalogue", &["301", "/catalogue/\r\n"]),
    (
        "/catalogue/?q=eau",
        &["200", "content-security-policy: default-src 'none'; script-src 'self'", "frame-ancestors *"],
    ),
    (
        "/communs/grist/",
        &["200", "referrer-policy: strict-origin-when-cross-origin", "x-content-type-options: nosniff"],
    ),
    ("/rien/du/tout/", &["404", "content-type: text/html", "content-security-policy: "]),
    ("/catalogue.json", &["200", "content-type: application/json", "cache-control: no-cache", "content-encoding: br"]),
    (
        "/communs-*_bg.wasm",
        &[
            "200",
            "content-type: application/wasm",
            "immutable",
            "content-encoding: br",
            "access-control-allow-origin: *",
        ],
    ),
    ("/embed.js", &["200", "content-type: application/javascript", "cache-control: no-cache"]),
    ("/demarrage-*.mjs", &["200", "content-type: text/javascript", "immutable"]),
    ("/communs-*.css", &["200", "content-type: text/css", "immutable", "content-encoding: br"]),
    ("/manifest.webmanifest", &["200", "content-type: application/manifest+json", "cache-control: no-cache"]),
];

/// A server that ends with this value.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Serves `dist/` as documented and checks some answers; gives their number.
///
/// # Errors
/// When nginx refuses the configuration, or an answer is not the one expected.
pub(crate) fn check() -> Result<usize> {
    let folder = paths::target().join("hosts");
    fs::create_dir_all(&folder)?;
    let file = folder.join("nginx.conf");
    fs::write(&file, configuration(&folder.display().to_string())?)?;
    let mut nginx = process::command("nginx", &["-c"]);
    nginx.arg(&file).stderr(Stdio::inherit());
    println!("$ {}", process::display(&nginx));
    let _running = Running(nginx.spawn().context("cannot run nginx")?);
    let start = Instant::now();
    while TcpStream::connect(("127.0.0.1", PORT)).is_err() {
        ensure!(start.elapsed() < PATIENCE, "nginx does not answer");
        thread::sleep(Duration::from_millis(50));
    }
    for (path, expected) in ANSWERS {
        let path = existing(path)?;
        let head = ask(&path)?;
        for part in expected {
            if !head.to_lowercase().contains(&part.to_lowercase()) {
                bail!("{path}: no {part:?} in\n{head}");
            }
        }
        println!("  {path}: as expected");
    }
    Ok(ANSWERS.len())
}

/// The documented block in a whole configuration that runs anywhere.
fn configuration(folder: &str) -> Result<String> {
    let page = fs::read_to_string(paths::root().join("docs/heberger.md"))?;
    let block = page
        .split_once("<!-- nginx -->")
        .and_then(|(_, rest)| rest.split_once("```nginx\n"))
        .and_then(|(_, rest)| rest.split_once("```"))
        .context("docs/heberger.md has no block of nginx")?
        .0;
    let home = fs::read_to_string(paths::dist().join("index.html"))?;
    let policy = home
        .split_once("http-equiv=\"Content-Security-Policy\" content=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .context("the home page has no policy")?
        .0;
    let block = block
        .replace("\"CSP;", &format!("\"{policy};"))
        .replace("include mime.types;", "include /etc/nginx/mime.types;")
        .replace("/srv/communs", &paths::dist().display().to_string());
    Ok(format!(
        "include /etc/nginx/modules-enabled/*.conf;\ndaemon off;\nmaster_process off;\npid {folder}/nginx.pid;\nerror_log {folder}/error.log;\n\
         user root;\nevents {{}}\nhttp {{\naccess_log off;\n{block}\n}}\n"
    ))
}

/// A path whose `*` stands for the hash of a built file.
fn existing(path: &str) -> Result<String> {
    let Some((start, end)) = path.split_once('*') else { return Ok(path.to_owned()) };
    let names = fs::read_dir(paths::dist())?.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let found = names.map(|name| format!("/{name}")).find(|name| name.starts_with(start) && name.ends_with(end));
    found.with_context(|| format!("dist/ has no file {path}"))
}

/// The head of the answer to a path.
fn ask(path: &str) -> Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", PORT))?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n")?;
    let mut reply = Vec::new();
    stream.read_to_end(&mut reply)?;
    let reply = String::from_utf8_lossy(&reply);
    Ok(reply.split_once("\r\n\r\n").map_or(reply.as_ref(), |(head, _)| head).to_owned() + "\r\n")
}
