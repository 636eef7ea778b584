//! The configurations of servers that the documentation gives, tried on the built site with the real servers.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use crate::process::Running;
use crate::test::Outcome;
use crate::{paths, process, site};

/// A server that the documentation configures.
struct Documented {
    /// The language of its block in the documentation.
    name: &'static str,
    port: u16,
    /// Runs it, from the documented block and a folder of its own.
    command: fn(&Self, &str, &Path) -> Result<Command>,
}

const SERVERS: [Documented; 2] = [
    Documented { name: "nginx", port: 8081, command: nginx },
    Documented { name: "apache", port: 8082, command: apache },
];
/// How long a server may take to start.
const PATIENCE: Duration = Duration::from_secs(10);

/// What must be in the answer to a path: its status first.
type Expected = (&'static str, &'static [&'static str]);

const ANSWERS: [Expected; 13] = [
    ("/", &["200", "content-type: text/html; charset=utf-8", "cache-control: no-cache", "content-encoding: br"]),
    ("/catalogue", &["301", "/catalogue/\r\n"]),
    ("/catalogue/?q=eau", &["200", "content-security-policy: frame-ancestors *\r\n"]),
    (
        "/communs/grist/",
        &["200", "referrer-policy: strict-origin-when-cross-origin", "x-content-type-options: nosniff"],
    ),
    ("/rien/du/tout/", &["404", "content-type: text/html", "content-security-policy: ", "cache-control: no-cache"]),
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
    ("/embed.js", &["200", "/javascript", "cache-control: no-cache"]),
    ("/start-*.js", &["200", "/javascript", "immutable", "content-encoding: br"]),
    ("/communs-*.css", &["200", "content-type: text/css", "immutable", "content-encoding: br"]),
    ("/manifest.webmanifest", &["200", "content-type: application/manifest+json", "cache-control: no-cache"]),
    ("/catalogue.csv", &["200", "content-type: text/csv; charset=utf-8", "content-encoding: br"]),
    ("/catalogue.jsonld", &["200", "content-type: application/ld+json", "content-encoding: br"]),
];

/// Serves `dist/` as documented for each server and checks some answers.
///
/// # Errors
/// When a server refuses its configuration, or an answer is not the one expected.
pub(crate) fn check() -> Result<Outcome> {
    for server in &SERVERS {
        server.check().with_context(|| format!("{} is not as documented", server.name))?;
    }
    Ok(Outcome { passed: SERVERS.len() * (ANSWERS.len() + 1), failed: 0 })
}

impl Documented {
    fn check(&self) -> Result<()> {
        let folder = paths::target().join("hosts").join(self.name);
        fs::create_dir_all(&folder)?;
        let mut command = (self.command)(self, &self.block()?, &folder)?;
        command.stderr(Stdio::inherit());
        println!("$ {}", process::display(&command));
        let mut running = Running::start(&mut command)?;
        running.wait_for(self.port, PATIENCE)?;
        for (path, expected) in ANSWERS {
            let path = existing(path)?;
            let head = self.ask(&path, &[])?;
            for part in expected {
                if !head.to_lowercase().contains(part) {
                    bail!("{path}: no {part:?} in\n{head}");
                }
            }
            println!("  {path}: as expected");
        }
        // A page that must be asked for again is not sent again.
        let known = self.ask("/", &[])?;
        let validators = [("etag: ", "If-None-Match"), ("last-modified: ", "If-Modified-Since")];
        let validators = validators.into_iter().filter_map(|(name, asked)| {
            let line = known.lines().find(|line| line.to_lowercase().starts_with(name))?;
            Some(format!("{asked}: {}", &line[name.len()..]))
        });
        let head = self.ask("/", &validators.collect::<Vec<_>>())?;
        ensure!(head.contains(" 304 "), "a page that did not change is sent again:\n{known}{head}");
        println!("  /, known: as expected");
        Ok(())
    }

    /// Its block in the documentation.
    fn block(&self) -> Result<String> {
        let page = fs::read_to_string(paths::root().join("docs/heberger.md"))?;
        let block = site::between(&page, &format!("```{}\n", self.name), "```");
        Ok(block.context("docs/heberger.md has no block of it")?.to_owned())
    }

    /// The head of the answer to a path, asked for with these headers.
    fn ask(&self, path: &str, headers: &[String]) -> Result<String> {
        let url = format!("http://localhost:{}{path}", self.port);
        let options =
            ["--silent", "--dump-header", "-", "--output", "/dev/null", "--header", "Accept-Encoding: br", &url];
        let mut curl = process::command("curl", &options);
        curl.args(headers.iter().flat_map(|header| ["--header", header]));
        process::output(&mut curl).with_context(|| format!("{url} does not answer"))
    }
}

/// The documented block in a whole configuration that runs anywhere.
fn nginx(server: &Documented, block: &str, folder: &Path) -> Result<Command> {
    let block = block
        .replace("listen 80;", &format!("listen {};", server.port))
        .replace("include mime.types;", "include /etc/nginx/mime.types;")
        .replace("/srv/communs", &paths::dist().display().to_string());
    let folder = folder.display();
    let file = format!("{folder}/nginx.conf");
    fs::write(
        &file,
        format!(
            "include /etc/nginx/modules-enabled/*.conf;\ndaemon off;\nmaster_process off;\npid {folder}/nginx.pid;\n\
             error_log {folder}/error.log;\nuser root;\nevents {{}}\nhttp {{\naccess_log off;\n{block}\n}}\n"
        ),
    )?;
    Ok(process::command("nginx", &["-c", &file]))
}

/// The documented file beside those of the site, which is left as it is.
fn apache(server: &Documented, block: &str, folder: &Path) -> Result<Command> {
    const MODULES: [&str; 8] = ["mpm_event", "authz_core", "dir", "mime", "filter", "headers", "deflate", "brotli"];
    let served = folder.join("www");
    if served.exists() {
        fs::remove_dir_all(&served)?;
    }
    process::run(process::command("cp", &["-RH"]).arg(paths::dist()).arg(&served))?;
    fs::write(served.join(".htaccess"), block)?;
    let modules = MODULES.map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"));
    let (folder, modules, port) = (folder.display(), modules.concat(), server.port);
    let file = format!("{folder}/apache.conf");
    fs::write(
        &file,
        format!(
            "{modules}ServerRoot {folder}\nDefaultRuntimeDir {folder}\nPidFile {folder}/apache.pid\n\
             ErrorLog {folder}/error.log\nServerName localhost\nListen 127.0.0.1:{port}\nTypesConfig /etc/mime.types\n\
             DocumentRoot {folder}/www\n<Directory {folder}/www>\nAllowOverride FileInfo Indexes\n\
             Options FollowSymLinks\nRequire all granted\n</Directory>\n"
        ),
    )?;
    Ok(process::command("apache2", &["-X", "-f", &file]))
}

/// A path whose `*` stands for the hash of a built file.
fn existing(path: &str) -> Result<String> {
    let Some((start, end)) = path.split_once('*') else { return Ok(path.to_owned()) };
    let names = fs::read_dir(paths::dist())?.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let found = names.map(|name| format!("/{name}")).find(|name| name.starts_with(start) && name.ends_with(end));
    found.with_context(|| format!("dist/ has no file {path}"))
}
