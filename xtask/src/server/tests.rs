//! The server seen from a client.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use super::{Folders, Reply, Server};

/// A site in a folder of its own, removed at the end of the test.
struct Site {
    root: PathBuf,
    server: Server,
}

impl Site {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let folder = format!("communs-server-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let root = std::env::temp_dir().join(folder).join("dist");
        fs::create_dir_all(root.join("guide")).unwrap();
        fs::write(root.join("index.html"), "<head></head>home").unwrap();
        fs::write(root.join("404.html"), "lost").unwrap();
        fs::write(root.join("app.wasm"), b"\0asm").unwrap();
        fs::write(root.join("guide/index.html"), "guide").unwrap();
        fs::write(root.join("../secret.txt"), "secret").unwrap();
        let server = Server::start(&root, 0).unwrap();
        Self { root, server }
    }

    /// The whole reply to a request line.
    fn ask(&self, line: &str) -> String {
        let mut stream = TcpStream::connect(self.server.address).unwrap();
        write!(stream, "{line} HTTP/1.1\r\n\r\n").unwrap();
        let mut reply = Vec::new();
        stream.read_to_end(&mut reply).unwrap();
        String::from_utf8_lossy(&reply).into_owned()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        fs::remove_dir_all(self.root.parent().unwrap()).unwrap();
    }
}

#[test]
fn files_have_their_type_and_are_never_cached() {
    let reply = Site::new().ask("GET /app.wasm");
    assert!(reply.starts_with("HTTP/1.1 200 OK\r\n"), "{reply}");
    assert!(reply.contains("Content-Type: application/wasm\r\n"));
    assert!(reply.contains("Cache-Control: no-cache\r\n"));
    assert!(reply.ends_with("\0asm"));
}

#[test]
fn a_header_is_added_to_some_files() {
    let site = Site::new();
    site.server.add_header("/*.wasm", "Cache-Control", "immutable");
    let reply = site.ask("GET /app.wasm");
    assert!(reply.contains("Cache-Control: immutable\r\n") && !reply.contains("no-cache"), "{reply}");
    assert!(site.ask("GET /").contains("Cache-Control: no-cache\r\n"));
}

#[test]
fn folders_are_pages_and_the_rest_is_not_found() {
    let site = Site::new();
    assert!(site.ask("GET /?q=eau").ends_with("home"));
    assert!(site.ask("GET /guide/").ends_with("guide"));
    let redirected = site.ask("GET /guide?a=b");
    assert!(
        redirected.starts_with("HTTP/1.1 301") && redirected.contains("\r\nLocation: /guide/?a=b\r\n"),
        "{redirected}"
    );
    for missing in ["/communs/abc", "/communs/", "/guide/plus/"] {
        let reply = site.ask(&format!("GET {missing}"));
        assert!(reply.starts_with("HTTP/1.1 404") && reply.ends_with("lost"), "{missing}: {reply}");
    }
    let reply = site.ask("GET /missing.js");
    assert!(reply.starts_with("HTTP/1.1 404") && !reply.ends_with("lost"), "{reply}");
}

#[test]
fn the_site_may_stand_below_the_root() {
    let site = Site::new();
    site.server.mount("/a/b/");
    assert!(site.ask("GET /a/b/").ends_with("home"));
    assert!(site.ask("GET /a/b/guide").contains("\r\nLocation: /a/b/guide/\r\n"));
    for outside in ["/", "/guide/", "/a/bc/"] {
        let reply = site.ask(&format!("GET {outside}"));
        assert!(reply.starts_with("HTTP/1.1 404") && !reply.ends_with("home"), "{outside}: {reply}");
    }
}

#[test]
fn hosts_treat_the_last_slash_in_their_own_way() {
    let site = Site::new();
    site.server.mount("/a/");
    for (folders, with, without) in [
        (Folders::WithSlash, "200", "/a/guide/?q=b"),
        (Folders::WithoutSlash, "/a/guide?q=b", "200"),
        (Folders::Either, "200", "200"),
    ] {
        site.server.answer_folders(folders);
        for (path, expected) in [("/a/guide/", with), ("/a/guide", without)] {
            let reply = site.ask(&format!("GET {path}?q=b"));
            if expected == "200" {
                assert!(reply.starts_with("HTTP/1.1 200 ") && reply.ends_with("guide"), "{folders:?} {path}: {reply}");
            } else {
                assert!(reply.contains(&format!("\r\nLocation: {expected}\r\n")), "{folders:?} {path}: {reply}");
            }
        }
    }
    // The root of the site is a folder of the host.
    assert!(site.ask("GET /a").ends_with("home"));
    site.server.answer_folders(Folders::WithSlash);
    assert!(site.ask("GET /a").contains("\r\nLocation: /a/\r\n"));
}

#[test]
fn slashes_in_a_row_count_as_one() {
    let site = Site::new();
    assert!(site.ask("GET //guide///").ends_with("guide"));
    assert!(site.ask("GET //guide").contains("\r\nLocation: /guide/\r\n"));
    assert!(site.ask("GET //etc/passwd").starts_with("HTTP/1.1 404"));
}

#[test]
fn pages_have_the_header_that_is_asked() {
    let site = Site::new();
    site.server.set_page_header(Some(("X-Test", "1")));
    assert!(site.ask("GET /").contains("\r\nX-Test: 1\r\n"));
    assert!(!site.ask("GET /app.wasm").contains("X-Test"));
}

#[test]
fn nothing_outside_the_folder_is_served() {
    let site = Site::new();
    for path in ["/../secret.txt", "/%2e%2e/secret.txt", "/guide/../../secret.txt", "/..%5csecret.txt", "secret.txt"] {
        let reply = site.ask(&format!("GET {path}"));
        assert!(!reply.contains("secret\n") && !reply.ends_with("secret"), "{path}");
        assert!(reply.starts_with("HTTP/1.1 400"), "{path}: {reply}");
    }
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_does_not_lead_out() {
    let site = Site::new();
    let link = site.root.join("link.txt");
    std::os::unix::fs::symlink(site.root.join("../secret.txt"), link).unwrap();
    assert!(site.ask("GET /link.txt").starts_with("HTTP/1.1 404"));
}

#[test]
fn other_methods_are_refused() {
    let site = Site::new();
    assert!(site.ask("POST /").starts_with("HTTP/1.1 405"));
    assert!(site.ask("HEAD /").ends_with("\r\n\r\n"));
}

#[test]
fn replies_are_scripted_in_turn_and_recorded() {
    let site = Site::new();
    site.server.sequence("/app.wasm", [Reply::error(503), Reply::no_answer()]);
    assert!(site.ask("GET /app.wasm").starts_with("HTTP/1.1 503"));
    assert_eq!(site.ask("GET /app.wasm"), "");
    assert!(site.ask("GET /app.wasm").ends_with("\0asm"));
    site.server.reply("/*.json", Reply::json("{}"));
    assert!(site.ask("GET /catalogue.json?v=1").ends_with("{}"));
    site.server.clear_overrides();
    assert!(site.ask("GET /catalogue.json").starts_with("HTTP/1.1 404"));

    let paths: Vec<_> = site.server.requests().into_iter().map(|seen| seen.path).collect();
    assert_eq!(paths[..3], ["/app.wasm"; 3]);
    assert_eq!(paths[3..], ["/catalogue.json"; 2]);
    site.server.clear_requests();
    assert!(site.server.requests().is_empty());
}

#[test]
fn markup_is_inserted_in_pages_only() {
    let site = Site::new();
    site.server.insert_in_head("<script>1</script>");
    assert!(site.ask("GET /").ends_with("<head><script>1</script></head>home"));
    assert!(site.ask("GET /app.wasm").ends_with("\0asm"));
}

#[test]
fn pages_are_isolated_when_asked() {
    let site = Site::new();
    assert!(!site.ask("GET /").contains("Cross-Origin"));
    site.server.isolate_pages();
    let reply = site.ask("GET /");
    assert!(reply.contains("\r\nCross-Origin-Opener-Policy: same-origin\r\n"), "{reply}");
    assert!(reply.contains("\r\nCross-Origin-Embedder-Policy: require-corp\r\n\r\n"), "{reply}");
}
