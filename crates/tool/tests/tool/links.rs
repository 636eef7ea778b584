//! `communs links` among addresses that are known to live, to have moved, to be gone, to refuse robots.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use serde_json::{Value, json};

use crate::support::Site;

/// A host of this machine, for as long as the tests run.
struct Host {
    address: String,
    /// How often each path was asked.
    asked: Arc<Mutex<BTreeMap<String, usize>>>,
    /// The most requests that were there at once.
    at_once: Arc<AtomicUsize>,
}

impl Host {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = format!("http://{}", listener.local_addr().expect("it listens"));
        let (asked, at_once) = (Arc::<Mutex<BTreeMap<String, usize>>>::default(), Arc::<AtomicUsize>::default());
        let (counts, most, now) = (Arc::clone(&asked), Arc::clone(&at_once), Arc::<AtomicUsize>::default());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (counts, most, now) = (Arc::clone(&counts), Arc::clone(&most), Arc::clone(&now));
                thread::spawn(move || serve(stream, &counts, &most, &now));
            }
        });
        Self { address, asked, at_once }
    }
}

fn serve(mut stream: TcpStream, asked: &Mutex<BTreeMap<String, usize>>, most: &AtomicUsize, now: &AtomicUsize) {
    let mut request = Vec::new();
    let mut part = [0; 2048];
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut part) {
            Ok(0) | Err(_) => return,
            Ok(length) => request.extend(&part[..length]),
        }
    }
    most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
    let request = String::from_utf8_lossy(&request).into_owned();
    let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
    let rank = {
        let mut asked = asked.lock().expect("no thread failed");
        let rank = asked.entry(path.clone()).or_default();
        *rank += 1;
        *rank
    };
    let answer = answer(&path, rank);
    now.fetch_sub(1, Ordering::SeqCst);
    if let Some((head, body)) = answer {
        let length = body.len();
        let text = format!("HTTP/1.1 {head}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}");
        let _ = stream.write_all(text.as_bytes());
    }
}

/// What the host says of a path the nth time, by what the first word of the path asks for.
fn answer(path: &str, rank: usize) -> Option<(String, &'static str)> {
    let kind = path.trim_start_matches('/').split(['/', '?']).next().unwrap_or_default();
    let rest = path.rsplit('/').next().unwrap_or_default();
    let head = match kind {
        "robots.txt" => return Some(("200 OK".into(), "User-agent: *\nDisallow: /prive\n")),
        "ok" | "neuf" | "" | "prive" => "200 OK".to_owned(),
        "vide" => "204 No Content".to_owned(),
        "ailleurs" => format!("302 Found\r\nLocation: /neuf/{rest}"),
        "vu" => format!("303 See Other\r\nLocation: /neuf/{rest}"),
        "occupe" if rank == 1 => "429 Too Many Requests\r\nRetry-After: 0".to_owned(),
        "fatigue" if rank < 3 => "503 Service Unavailable".to_owned(),
        "coupe" if rank == 1 => return None,
        "muet" => return None,
        "bavard" => "\r\nBonjour".to_owned(),
        "occupe" | "fatigue" | "coupe" => "200 OK".to_owned(),
        "demenage" => format!("301 Moved Permanently\r\nLocation: /neuf/{rest}"),
        "relais" => format!("308 Permanent Redirect\r\nLocation: /demenage/{rest}"),
        "perdu" => "404 Not Found".to_owned(),
        "parti" => "410 Gone".to_owned(),
        "vide-redirige" => format!("301 Moved Permanently\r\nLocation: /perdu/{rest}"),
        "casse" => "500 Internal Server Error".to_owned(),
        "interdit" => "403 Forbidden".to_owned(),
        "mur" => "503 Service Unavailable\r\ncf-mitigated: challenge".to_owned(),
        "cle" => "401 Unauthorized".to_owned(),
        "plein" => "429 Too Many Requests\r\nRetry-After: 0".to_owned(),
        "boucle" => format!("302 Found\r\nLocation: /boucle/{rest}"),
        _ => "400 Bad Request".to_owned(),
    };
    Some((head, "<p>x"))
}

/// What each kind of path is, and how many there are of it: 150 in all.
const LABELLED: [(&str, &str, usize); 19] = [
    ("ok", "alive", 40),
    ("vide", "alive", 4),
    ("ailleurs", "alive", 10),
    ("vu", "alive", 4),
    ("occupe", "alive", 4),
    ("fatigue", "alive", 4),
    ("coupe", "alive", 4),
    ("demenage", "moved", 14),
    ("relais", "moved", 6),
    ("perdu", "gone", 20),
    ("parti", "gone", 6),
    ("vide-redirige", "gone", 4),
    ("casse", "unreachable", 4),
    ("interdit", "refused", 8),
    ("mur", "refused", 4),
    ("cle", "refused", 4),
    ("plein", "refused", 2),
    ("boucle", "refused", 2),
    ("prive", "refused", 6),
];

fn links(file: &Path, options: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_communs"));
    command.arg("links").arg(file).args(["--pause", "0.001"]).args(options).output().expect("the tool runs")
}

fn report(file: &Path, day: &str) -> BTreeMap<String, (String, bool)> {
    let output = links(file, &["--json", "--today", day]);
    let told: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{output:?}"));
    let one = |told: &Value| {
        let url = told["url"].as_str().expect("it is a word").to_owned();
        (
            url,
            (
                told["answer"].as_str().expect("it is a word").to_owned(),
                told["dead"].as_bool().expect("it is yes or no"),
            ),
        )
    };
    told.as_array().expect("it is a list").iter().map(one).collect()
}

#[test]
fn labelled_addresses_are_told_apart() {
    let (site, host) = (Site::new("links"), Host::new());
    let mut labels = BTreeMap::new();
    for (kind, label, count) in LABELLED {
        for rank in 0..count {
            labels.insert(format!("{}/{kind}/{rank}", host.address), label);
        }
    }
    assert_eq!(labels.len(), 150);
    let links: Vec<Value> = labels.keys().map(|url| json!({ "url": url })).collect();
    let data = json!({ "format": 1, "site": { "title": "A" },
        "entries": [{ "id": "a", "kind": "commun", "name": "A", "links": links }] });
    let file = site.write("catalogue.json", data.to_string());

    let first = report(&file, "2026-11-01");
    assert!(first.values().all(|(_, dead)| !dead), "nothing is dead at its first failure");
    assert_eq!(host.at_once.load(Ordering::SeqCst), 1, "a host is asked one thing at a time");
    assert!(
        !host.asked.lock().expect("no thread failed").keys().any(|path| path.starts_with("/prive")),
        "robots.txt is obeyed"
    );
    for (url, label) in &labels {
        assert_eq!(first[url].0, *label, "{url}");
    }
    let before = host.asked.lock().expect("no thread failed").values().sum::<usize>();
    report(&file, "2026-11-01");
    let after = host.asked.lock().expect("no thread failed");
    assert!(!after.keys().any(|path| path.starts_with("/ok") && after[path] > 1), "what answered is not asked again");
    assert!(after.values().sum::<usize>() < before * 2);
    drop(after);

    assert!(report(&file, "2026-11-05").values().all(|(_, dead)| !dead), "nor four days later");
    let last = report(&file, "2026-11-08");
    let is_dead = |label: &str| matches!(label, "gone" | "unreachable");
    let wrong = labels.iter().filter(|(url, label)| !is_dead(label) && last[*url].1).count();
    let found = labels.iter().filter(|(url, label)| is_dead(label) && last[*url].1).count();
    let (live, dead) = (labels.values().filter(|label| !is_dead(label)).count(), labels.len());
    assert!(wrong * 100 <= live * 2, "{wrong} live ones called dead");
    assert!(found * 100 >= (dead - live) * 95, "{found} dead ones found of {}", dead - live);
}

#[test]
fn what_went_wrong_is_told_in_french() {
    let (site, host) = (Site::new("french"), Host::new());
    let paths = ["ok", "muet", "bavard"].map(|path| format!("{}/{path}", host.address));
    let told: Vec<Value> =
        paths.iter().chain([&"http://[::zz]/".to_owned()]).map(|url| json!({ "url": url })).collect();
    let data = json!({ "format": 1, "site": { "title": "A" },
        "entries": [{ "id": "a", "kind": "commun", "name": "A", "links": told }] });
    let output = links(&site.write("catalogue.json", data.to_string()), &[]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    for told in
        ["/muet\u{a0}: injoignable (connexion coupée)", "/bavard\u{a0}: injoignable (réponse qui ne se lit pas)"]
    {
        assert!(said.contains(told), "{told}: {said}");
    }
    assert!(said.contains("injoignable (adresse mal écrite)"), "{said}");
}

#[test]
fn what_became_of_addresses_is_noted_and_nothing_else_changes() {
    let (site, host) = (Site::new("noted"), Host::new());
    let at = &host.address;
    let text = format!(
        "format: 1\nsite: {{title: A}}\nentries:\n  # la première\n  - id: a\n    kind: commun\n    name: A\n    links:\n      - url: {at}/perdu/1 # là\n        kind: site\n      - url: {at}/demenage/2#ici\n    inconnue: 1.10\n  - {{id: b, kind: commun, name: B, checked: 2025-01-01, links: [{{url: {at}/ok/1}}]}}\n"
    );
    let file = site.write("catalogue.yml", &text);
    links(&file, &["--write", "--today", "2026-11-01"]);
    let moved = text
        .replace(&format!("{at}/demenage/2#ici"), &format!("\"{at}/neuf/2#ici\""))
        .replace("checked: 2025-01-01", "checked: 2026-11-01");
    assert_eq!(fs::read_to_string(&file).unwrap(), moved);
    let output = links(&file, &["--write", "--today", "2026-11-09"]);
    let dead = moved
        .replace("/perdu/1 # là\n", "/perdu/1 # là\n        dead: 2026-11-09\n")
        .replace("checked: 2026-11-01", "checked: 2026-11-09");
    assert_eq!(fs::read_to_string(&file).unwrap(), dead, "{output:?}");
    assert_eq!(output.status.code(), Some(1), "an address is dead");
}

#[test]
fn addresses_alone_are_asked_and_noted_too() {
    let (site, host) = (Site::new("alone"), Host::new());
    let at = &host.address;
    let of = |extension: &str, one: &str, two: &str, three: &str| match extension {
        "json" => format!(
            "{{\"format\": 1, \"site\": {{\"title\": \"A\"}}, \"entries\": [\n{{\"id\": \"a\", \"name\": \"A\", \"links\": {one}}},\n\
             {{\"id\": \"b\", \"name\": \"B\", \"links\": [{two}, {three}]}}]}}"
        ),
        _ => format!(
            "format: 1\nsite: {{title: A}}\nentries:\n  - id: a\n    name: A\n    links: {one}\n  - id: b\n    name: B\n    links:\n      - {two}\n      - {three}\n"
        ),
    };
    for (extension, key) in [("json", "\""), ("yml", "")] {
        let [gone, moved, lost] = ["perdu/1", "demenage/2", "perdu/3"].map(|path| format!("\"{at}/{path}\""));
        let file =
            site.write(&format!("catalogue.{extension}"), of(extension, &gone, &moved, &format!("\" {}", &lost[1..])));
        links(&file, &["--write", "--today", "2026-11-01"]);
        links(&file, &["--write", "--today", "2026-11-09"]);
        let dead = |url: &str| format!("{{ {key}url{key}: {url}, {key}dead{key}: \"2026-11-09\" }}");
        let expected = of(extension, &dead(&gone), &format!("{key}{at}/neuf/2{key}"), &dead(&lost));
        assert_eq!(fs::read_to_string(&file).unwrap(), expected);
    }
}

#[test]
fn addresses_in_the_fields_of_the_catalogue_are_asked() {
    let (site, host) = (Site::new("own-fields"), Host::new());
    let of = |path: &str| {
        let url = format!("{}/{path}", host.address);
        format!(
            "format: 1\nsite: {{title: A}}\nfields:\n  - {{id: lieu, type: adresse}}\n  - {{id: links, type: adresse}}\n  - {{id: dead}}\n  - {{id: dit}}\nentries:\n  - id: a\n    kind: commun\n    name: A\n    values:\n      dead: oui\n      links: {}/perdu/2\n      lieu: {url}\n      dit: {}/demenage/3\n",
            host.address, host.address
        )
    };
    let file = site.write("catalogue.yml", of("demenage/2"));
    for day in ["2026-11-01", "2026-11-09"] {
        links(&file, &["--write", "--today", day]);
    }
    let written = fs::read_to_string(&file).unwrap();
    assert_eq!(written, of("neuf/2"), "what is dead there is told, and has no key for it");
}

#[test]
fn a_machine_without_network_notes_nothing() {
    let site = Site::new("offline");
    // Nothing listens where a host just was.
    let gone = TcpListener::bind("127.0.0.1:0").expect("a port is free").local_addr().unwrap();
    let text = format!("format: 1\nsite: {{title: A, repository: \"http://{gone}/x\"}}\nentries: []\n");
    let file = site.write("catalogue.yml", &text);
    for day in ["2026-11-01", "2026-11-20"] {
        let output = links(&file, &["--write", "--today", day]);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
    assert!(!file.with_file_name(".communs-liens.json").exists());
}

/// What a terminal is sent by a command: util-linux gives it one.
#[cfg(target_os = "linux")]
fn on_a_terminal(command: &str) -> String {
    let mut terminal = Command::new("script");
    terminal.args(["--quiet", "--command", command, "/dev/null"]).stdin(std::process::Stdio::null());
    String::from_utf8(terminal.output().expect("script is there").stdout).expect("the tool writes UTF-8")
}

#[cfg(target_os = "linux")]
#[test]
fn who_waits_is_shown_how_far_it_is_and_nothing_of_it_stays() {
    let (site, host) = (Site::new("waits"), Host::new());
    let at = &host.address;
    let links: Vec<Value> = (0..5).map(|rank| json!({ "url": format!("{at}/ok/{rank}") })).collect();
    let data = json!({ "format": 1, "site": { "title": "A" },
        "entries": [{ "id": "a", "kind": "commun", "name": "A", "links": links }] });
    let file = site.write("catalogue.json", data.to_string());
    // Another memory each time: what answered is not asked again.
    let command = |rank: u8, options: &str| {
        let (tool, file) = (env!("CARGO_BIN_EXE_communs"), file.display());
        format!("{tool} links {file} --pause 0.4 --cache {file}.{rank} {options}")
    };
    let told = on_a_terminal(&command(1, ""));
    let shown: Vec<&str> = told.split('\r').filter(|part| part.starts_with("Adresses interrogées")).collect();
    assert!(shown.first().is_some_and(|line| line.contains("sur 5… 1\u{a0}s")), "{told:?}");
    let end = told.rsplit_once("Adresses interrogées").expect("it was shown").1;
    let (_, erased) = end.split_once('\r').expect("it is erased");
    assert!(erased.starts_with("   ") && erased.contains("\r5\u{a0}adresses"), "{told:?}");

    let quiet = on_a_terminal(&command(2, "--quiet"));
    assert!(!quiet.contains("interrogées"), "{quiet:?}");
    let words = command(3, "");
    let mut piped = Command::new("sh");
    let piped = piped.args(["-c", &words]).output().expect("a shell is there");
    assert!(piped.stderr.is_empty(), "{piped:?}");
}
