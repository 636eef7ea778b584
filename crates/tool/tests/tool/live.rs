//! `serve`: the open page follows the file that one saves, and says what is wrong in it.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::{Site, repository};

/// How long a change may take to be told: a build that is not optimised has more.
const PATIENCE: Duration = Duration::from_millis(if cfg!(debug_assertions) { 8000 } else { 1000 });

/// A running tool that serves; it ends with this value.
pub struct Server {
    process: Child,
    address: String,
    /// What follows the address.
    query: String,
}

impl Server {
    /// Serves the data of a folder, on a free port.
    pub fn start(app: &Path, folder: &Path, options: &[&str]) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_communs"))
            .args(["serve", "--port", "0"])
            .args(options)
            .env("COMMUNS_APP", app)
            .current_dir(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the tool runs");
        let mut lines = BufReader::new(process.stdout.take().expect("it is piped")).lines();
        let said = lines.find_map(|line| {
            let line = line.expect("the tool speaks UTF-8");
            let (address, rest) = line.split_once("http://")?.1.split_once('/')?;
            Some((address.to_owned(), rest.split(' ').next()?.to_owned()))
        });
        let (address, query) = said.expect("the tool says where it serves");
        // What it says next is read, so that it can say it.
        std::thread::spawn(move || lines.for_each(drop));
        Self { process, address, query }
    }

    fn ask(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).expect("the tool listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a connection may have a limit");
        stream.write_all(request.as_bytes()).expect("the tool listens");
        stream
    }

    /// The status, the head and the body of the answer to these lines.
    fn exchange(&self, request: &str) -> (u16, String, String) {
        let mut answer = Vec::new();
        self.ask(request).read_to_end(&mut answer).expect("the tool answers");
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").expect("an answer has a head");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        (status.expect("an answer has a status"), head.to_owned(), body.to_owned())
    }

    /// The answer to a path, asked for under this name.
    pub fn get_as(&self, host: &str, path: &str) -> (u16, String, String) {
        self.exchange(&format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"))
    }

    pub fn get(&self, path: &str) -> (u16, String, String) {
        self.get_as(&self.address, path)
    }

    /// What a page is told, from now on.
    fn events(&self) -> impl Iterator<Item = serde_json::Value> {
        let stream = self.ask(&format!("GET /.communs/events HTTP/1.1\r\nHost: {}\r\n\r\n", self.address));
        BufReader::new(stream).lines().map_while(Result::ok).filter_map(|line| {
            let data = line.strip_prefix("data: ")?;
            Some(serde_json::from_str(data).expect("what is told is JSON"))
        })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A catalogue of three entries beside an app, and its server.
fn small(name: &str) -> (Site, Server) {
    let site = Site::new(name);
    site.write(
        "catalogue.json",
        fs::read(repository().join("tests/fixtures/small.json")).expect("the fixture is there"),
    );
    let server = Server::start(&site.app, site.out.parent().expect("a site is in a folder"), &[]);
    (site, server)
}

#[test]
fn the_site_is_served_as_by_a_host() {
    let (_site, server) = small("served");
    for (path, status, part) in [
        ("/", 200, "content-type: text/html"),
        ("/catalogue", 307, "location: /catalogue/"),
        ("/catalogue?q=jardin", 307, "location: /catalogue/?q=jardin"),
        ("/communs/atelier-velo/", 200, "cache-control: no-cache"),
        ("/catalogue.json", 200, "content-type: application/json"),
        ("/rien/du/tout", 404, "content-type: text/html"),
        ("/rien.js", 404, ""),
        ("/..%2f..%2fetc/passwd", 404, ""),
        ("/sw.js", 200, "javascript"),
    ] {
        let (found, head, _) = server.get(path);
        assert!(found == status && head.contains(part), "{path}: {head}");
    }
    assert!(server.get("/").2.contains("/.communs/live.js"));
    assert!(!server.get("/embed/").2.contains("/.communs/live.js"), "frames of other sites are as they will be");
    assert!(server.get("/sw.js").2.contains("unregister"), "nothing is kept of what is about to change");
    let (status, ..) = server.get_as("communs.example", "/");
    assert_eq!(status, 403, "a page of another site may not read it under its own name");
}

#[test]
fn a_saved_change_is_told_and_shown() {
    let (site, server) = small("saved");
    let mut events = server.events();
    let first = events.next().expect("a page is told at once");
    assert_eq!(first["problems"], serde_json::json!([]));
    let version = first["version"].as_str().unwrap().to_owned();
    assert!(server.get("/").2.contains(&version), "the page knows what it shows");

    let data = fs::read_to_string(repository().join("tests/fixtures/small.json")).unwrap();
    let saved = Instant::now();
    // As careful editors do: another file takes its place.
    let aside = site.write("catalogue.json~", data.replace("Atelier vélo", "Atelier cycles"));
    fs::rename(aside, site.out.with_file_name("catalogue.json")).unwrap();
    let second = events.next().expect("a change is told in time");
    assert!(saved.elapsed() <= PATIENCE, "{:?}", saved.elapsed());
    assert_ne!(second["version"], first["version"]);
    assert!(server.get("/communs/atelier-velo/").2.contains("Atelier cycles"));
    assert!(server.get("/catalogue.json").2.contains("Atelier cycles"));

    // In place, with a problem: the rest is shown.
    site.write(
        "catalogue.json",
        data.replace("\"mobilite\"\n      ],\n      \"summary\"", "\"mobilte\"\n      ],\n      \"summary\""),
    );
    let third = events.next().expect("a change is told in time");
    let problems = third["problems"].as_array().unwrap();
    assert!(problems.len() == 1 && problems[0].as_str().unwrap().contains("mobilte"), "{third}");

    // No longer JSON: the former site stays.
    site.write("catalogue.json", "{ \"format\": 1,");
    let fourth = events.next().expect("a change is told in time");
    assert_eq!(fourth["version"], third["version"]);
    assert!(fourth["problems"][0].as_str().unwrap().contains("s’arrête avant sa fin"), "{fourth}");
    assert!(server.get("/communs/atelier-velo/").2.contains("Atelier vélo"));
}

#[test]
fn a_file_that_the_data_name_is_told_and_shown() {
    let site = Site::new("beside");
    let data = fs::read_to_string(repository().join("tests/fixtures/small.json")).unwrap();
    let logo = "\"site\": {\n    \"logo\": \"images/logo.svg\",";
    assert!(data.contains("\"site\": {"));
    site.write("catalogue.json", data.replacen("\"site\": {", logo, 1));
    fs::create_dir(site.out.with_file_name("images")).unwrap();
    let server = Server::start(&site.app, site.out.parent().unwrap(), &[]);
    let mut events = server.events();
    let first = events.next().unwrap();
    assert!(first["problems"][0].as_str().is_some_and(|problem| problem.contains("images/logo.svg")), "{first}");
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>";
    site.write("images/logo.svg", svg);
    let second = events.next().expect("a file beside the data is told in time");
    assert_eq!((&second["problems"], &second["version"]), (&serde_json::json!([]), &first["version"]));
    let made_of = second["made_of"].as_str().unwrap();
    assert!(second["made_of"] != first["made_of"] && server.get("/").2.contains(made_of));
    assert_eq!(server.get("/images/logo.svg").2, svg);
}

#[test]
fn data_that_cannot_be_read_are_mended_while_they_are_served() {
    let site = Site::new("mended");
    site.write("catalogue.json", "{");
    let server = Server::start(&site.app, site.out.parent().unwrap(), &[]);
    assert!(server.get("/").2.contains("/.communs/live.js"));
    let mut events = server.events();
    assert_eq!(events.next().unwrap()["problems"].as_array().unwrap().len(), 1);
    site.write("catalogue.json", fs::read(repository().join("tests/fixtures/small.json")).unwrap());
    assert_eq!(events.next().unwrap()["problems"], serde_json::json!([]));
    assert!(server.get("/").2.contains("Ce que Lannec partage"));
}

#[test]
fn the_form_saves_for_who_has_the_address_only() {
    let site = Site::new("edited");
    let data = fs::read_to_string(repository().join("tests/fixtures/small.json")).unwrap();
    let file = site.write("catalogue.json", &data);
    let server = Server::start(&site.app, site.out.parent().unwrap(), &["--edit"]);
    let (status, head, _) = server.get(&format!("/{}", server.query));
    let cookie = head.lines().find_map(|line| line.strip_prefix("set-cookie: ")).expect("the address opens the site");
    assert!(status == 303 && cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{head}");
    let cookie = cookie.split(';').next().unwrap();
    assert!(!server.get("/proposer/").2.contains("data-save"), "others have no button");

    let mut events = server.events();
    let version = events.next().unwrap()["version"].as_str().unwrap().to_owned();
    let host = &server.address;
    let save = |version: &str, cookie: &str, origin: &str, summary: &str| {
        let entry = serde_json::json!({
            "id": "coup-de-pouce", "kind": "programme", "name": "Coup de pouce", "summary": summary,
            "supports": [{"text": "Prêt", "tag": "pret"}], "examples": ["jardins-partages", "atelier-velo"],
            "sources": [{"document": "gazette", "lines": "12"}],
        });
        let body = serde_json::json!({"version": version, "corrected": "coup-de-pouce", "entry": entry}).to_string();
        server.exchange(&format!(
            "POST /.communs/entry HTTP/1.1\r\nHost: {host}\r\nOrigin: {origin}\r\nCookie: {cookie}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        ))
    };
    let ours = format!("http://{host}");
    for (version, cookie, origin, refused) in [
        (version.as_str(), "", ours.as_str(), 403),
        (&version, "communs-0=0", &ours, 403),
        (&version, cookie, "https://communs.example", 403),
        (&version, cookie, "http://localhost:1", 403),
        ("0", cookie, &ours, 409),
    ] {
        let (status, _, said) = save(version, cookie, origin, "Autre");
        assert!(status == refused && said.contains("n’est pas enregistrée"), "{cookie} {origin}: {status} {said}");
        assert_eq!(fs::read_to_string(&file).unwrap(), data);
    }
    let (status, _, said) = save(&version, cookie, &ours, "La ville prête des vélos.");
    assert_eq!(status, 200, "{said}");
    let expected = data.replace("La ville prête du matériel.", "La ville prête des vélos.");
    assert_eq!(fs::read_to_string(&file).unwrap(), expected);
    assert_ne!(events.next().unwrap()["version"], version.as_str(), "the page is told");
    // What was written elsewhere since is not overwritten.
    let (status, ..) = save(&version, cookie, &ours, "Autre");
    assert_eq!(status, 409);
    assert_eq!(fs::read_to_string(&file).unwrap(), expected);
    // A line that says nothing is data of another version all the same.
    fs::write(&file, format!("{data}\n")).unwrap();
    let laid_out = events.next().unwrap()["version"].as_str().unwrap().to_owned();
    assert!(laid_out != version && server.get("/").2.contains(&laid_out));
    let (status, _, said) = save(&laid_out, cookie, &ours, "La ville prête des vélos.");
    assert_eq!(status, 200, "{said}");
    // The mark that some editors put first stays.
    fs::write(&file, format!("\u{feff}{data}")).unwrap();
    let (status, _, said) = save(&version, cookie, &ours, "La ville prête des vélos.");
    assert_eq!(status, 200, "{said}");
    assert_eq!(fs::read_to_string(&file).unwrap(), format!("\u{feff}{expected}"));
    for (bytes, cause) in [(&b"\xe9"[..], "ce n’est pas du texte en UTF-8"), (b"", "n’existe pas")] {
        fs::write(&file, bytes).unwrap();
        if bytes.is_empty() {
            fs::remove_file(&file).unwrap();
        }
        let (status, _, said) = save(&version, cookie, &ours, "Autre");
        assert!(status == 409 && said.contains(cause) && said.contains("catalogue.json"), "{said}");
    }
}

#[test]
fn a_folder_is_served_and_followed() {
    let site = Site::new("folder");
    let file = site.write("small.json", fs::read(repository().join("tests/fixtures/small.json")).unwrap());
    let folder = file.with_file_name("folder");
    let tool = |words: &[&Path]| Command::new(env!("CARGO_BIN_EXE_communs")).args(words).output().unwrap();
    assert!(tool(&["split".as_ref(), &file, &folder]).status.success());
    let options = ["--data", folder.to_str().unwrap()];
    let server = Server::start(&site.app, site.out.parent().unwrap(), &options);
    let mut events = server.events();
    assert_eq!(events.next().unwrap()["problems"], serde_json::json!([]));
    assert!(server.get("/communs/atelier-velo/").2.contains("Atelier vélo"));

    let entry = folder.join("entries/atelier-velo.yml");
    let text = fs::read_to_string(&entry).unwrap();
    fs::write(&entry, text.replace("Atelier vélo", "Atelier cycles")).unwrap();
    assert_eq!(events.next().unwrap()["problems"], serde_json::json!([]));
    assert!(server.get("/communs/atelier-velo/").2.contains("Atelier cycles"));
    fs::write(&entry, "id: [").unwrap();
    let told = events.next().unwrap();
    let told = told["problems"][0].as_str().unwrap();
    assert!(told.contains("atelier-velo.yml:1:") && !told.contains(['\n', '\u{1b}']), "{told}");

    let output = tool(&["serve".as_ref(), "--data".as_ref(), "absent.json".as_ref(), "--app".as_ref(), &site.app]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("le droit de le lire. Donnez les données avec --data"), "{said}");
    site.write("catalogue.json", "{}");
    let output = tool(&["serve".as_ref(), "--data".as_ref(), site.folder(), "--app".as_ref(), &site.app]);
    assert!(String::from_utf8_lossy(&output.stderr).trim_end().ends_with("catalogue.json"), "{output:?}");
    let output = tool(&["serve".as_ref(), "--edit".as_ref(), "--data".as_ref(), &folder, "--app".as_ref(), &site.app]);
    assert!(!output.status.success() && String::from_utf8_lossy(&output.stderr).contains("--edit"), "{output:?}");
}

#[test]
fn a_site_that_is_only_shown_saves_nothing() {
    let (_site, server) = small("shown");
    let request = format!(
        "POST /.communs/entry HTTP/1.1\r\nHost: {}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        server.address
    );
    assert_eq!(server.exchange(&request).0, 404);
}
