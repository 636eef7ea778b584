//! The server seen from a client.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;

use tempfile::TempDir;

use super::{Folders, Reply, Server, matches};

/// A site in a folder of its own, removed at the end of the test.
struct Site {
    _folder: TempDir,
    root: PathBuf,
    server: Server,
}

impl Site {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("dist");
        fs::create_dir_all(root.join("guide")).unwrap();
        fs::write(root.join("index.html"), "<!DOCTYPE html>home").unwrap();
        fs::write(root.join("404.html"), "lost").unwrap();
        fs::write(root.join("app.wasm"), b"\0asm").unwrap();
        fs::write(root.join("guide/index.html"), "guide").unwrap();
        fs::write(root.join("../secret.txt"), "secret").unwrap();
        let server = Server::start(&root, 0).unwrap();
        Self { _folder: folder, root, server }
    }

    /// The whole reply to a request line.
    fn ask(&self, line: &str) -> String {
        let mut stream = TcpStream::connect(self.server.address).unwrap();
        write!(stream, "{line} HTTP/1.1\r\n\r\n").unwrap();
        let mut reply = Vec::new();
        stream.read_to_end(&mut reply).unwrap();
        String::from_utf8_lossy(&reply).into_owned()
    }

    /// Asks for a path: the reply has this status, or leads to this path, and ends so.
    fn check(&self, path: &str, (status, end): (&str, &str)) {
        let reply = self.ask(&format!("GET {path}"));
        let is_so = match status.starts_with('/') {
            true => reply.contains(&format!("\r\nlocation: {status}\r\n")),
            false => reply.starts_with(&format!("HTTP/1.1 {status} ")),
        };
        assert!(is_so && reply.ends_with(end), "{path} is not {status}, {end}: {reply}");
    }
}

#[test]
fn paths_are_answered_as_by_a_static_host() {
    let site = Site::new();
    for (path, expected) in [
        ("/?q=eau", ("200", "home")),
        ("/app.wasm", ("200", "\r\n\r\n\0asm")),
        ("/guide/", ("200", "guide")),
        ("//guide///", ("200", "guide")),
        ("/guide?a=b", ("/guide/?a=b", "")),
        ("//guide", ("/guide/", "")),
        ("/communs/abc", ("404", "lost")),
        ("/guide/plus/", ("404", "lost")),
        ("/missing.js", ("404", "404 Not Found\n")),
        ("//etc/passwd", ("404", "lost")),
        ("/../secret.txt", ("400", "400 Bad Request\n")),
        ("/%2e%2e/secret.txt", ("400", "400 Bad Request\n")),
        ("/guide/../../secret.txt", ("400", "400 Bad Request\n")),
        ("/%ff", ("400", "400 Bad Request\n")),
    ] {
        site.check(path, expected);
    }
    assert!(site.ask("POST /").starts_with("HTTP/1.1 405 "));
    assert!(site.ask("HEAD /").ends_with("\r\n\r\n"));
}

#[test]
fn hosts_treat_the_last_slash_in_their_own_way() {
    let site = Site::new();
    site.server.mount("/a/");
    for (folders, with, without) in [
        (Folders::WithSlash, ("200", "guide"), ("/a/guide/?q=b", "")),
        (Folders::WithoutSlash, ("/a/guide?q=b", ""), ("200", "guide")),
        (Folders::Either, ("200", "guide"), ("200", "guide")),
    ] {
        site.server.answer_folders(folders);
        site.check("/a/guide/?q=b", with);
        site.check("/a/guide?q=b", without);
    }
    // The root of the site is a folder of the host.
    site.check("/a", ("200", "home"));
    site.server.answer_folders(Folders::WithSlash);
    site.check("/a", ("/a/", ""));
    for outside in ["/", "/guide/", "/ab/"] {
        site.check(outside, ("404", "404 Not Found\n"));
    }
}

#[test]
fn replies_are_scripted_in_turn_and_recorded() {
    let site = Site::new();
    site.server.sequence("/app.wasm", [Reply::error(503), Reply::text("hello").cut_after(2), Reply::no_answer()]);
    site.check("/app.wasm", ("503", "503 Service Unavailable\n"));
    site.check("/app.wasm", ("200", "\r\n\r\nhe"));
    assert_eq!(site.ask("GET /app.wasm"), "");
    site.check("/app.wasm", ("200", "\0asm"));
    site.server.reply("/*.json", Reply::json("{}"));
    site.check("/catalogue.json?v=1", ("200", "{}"));
    site.server.clear_overrides();
    site.check("/l%C3%A9a.json", ("404", ""));

    let paths: Vec<_> = site.server.requests().into_iter().map(|seen| seen.path).collect();
    assert_eq!(paths[..4], ["/app.wasm"; 4]);
    assert_eq!(paths[4..], ["/catalogue.json", "/léa.json"]);
    site.server.clear_requests();
    assert!(site.server.requests().is_empty());
}

#[test]
fn files_have_the_headers_of_their_type_and_those_that_are_asked() {
    let site = Site::new();
    site.server.insert_in_head("<script>1</script>");
    site.server.set_page_header(Some(("X-Test", "1")));
    site.server.add_header("/*.wasm", "Cache-Control", "immutable");
    let (page, program) = (site.ask("GET /"), site.ask("GET /app.wasm"));
    for expected in ["content-type: text/html; charset=utf-8\r\n", "cache-control: no-cache\r\n", "x-test: 1\r\n"] {
        assert!(page.contains(expected), "{page}");
    }
    assert!(page.ends_with("\r\n\r\n<!DOCTYPE html><script>1</script>home"), "{page}");
    for expected in ["content-type: application/wasm\r\n", "cache-control: immutable\r\n", "content-length: 4\r\n"] {
        assert!(program.contains(expected), "{program}");
    }
    assert!(program.ends_with("\r\n\r\n\0asm") && !program.contains("x-test"), "{program}");
    site.server.compress();
    let compressed = site.ask("GET /app.wasm");
    assert!(compressed.contains("content-encoding: br\r\n"));
    // What has been compressed once is given again, until the file changes.
    assert_eq!(site.ask("GET /app.wasm"), compressed);
    fs::write(site.root.join("app.wasm"), b"\0asm of a longer program").unwrap();
    assert_ne!(site.ask("GET /app.wasm"), compressed);
}

#[test]
fn a_star_stands_for_any_text() {
    assert!(matches("/*.wasm", "/communs-1a2b_bg.wasm") && matches("/a", "/a"));
    assert!(!matches("/*.wasm", "/communs.js") && !matches("/a", "/ab") && !matches("/ab*b", "/ab"));
}
