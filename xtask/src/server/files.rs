//! Finds the file that answers a path, as a static host would.

use std::fs;
use std::path::{Component, Path, PathBuf};

use hyper::Method;

use super::{Host, Reply, Request};

/// What a host does of the last slash of a folder, which has the address of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Folders {
    /// Visitors without it are sent to it: nginx, Apache, most forges.
    #[default]
    WithSlash,
    /// Visitors with it are sent away from it: Firebase or Vercel, when they are set so.
    WithoutSlash,
    /// The page comes in both cases.
    Either,
}

/// Answers a request from the files of a host, as one without any rule would: a folder
/// with its `index.html`, perhaps after a redirection; anything else with `404.html`. As nginx does, it
/// reads several slashes in a row as one.
pub(super) fn serve(host: &Host, request: &Request) -> Reply {
    if !matches!(request.method, Method::GET | Method::HEAD) {
        return Reply::error(405);
    }
    let mut path = request.path.clone();
    while path.contains("//") {
        path = path.replace("//", "/");
    }
    let below = path.strip_prefix(host.mount.trim_end_matches('/'));
    let Some(below) = below.filter(|rest| rest.is_empty() || rest.starts_with('/')) else {
        return Reply::error(404);
    };
    let relative = Path::new(below.trim_start_matches('/'));
    if !relative.components().all(|part| matches!(part, Component::Normal(_))) {
        return Reply::error(400);
    }
    let file = host.root.join(relative);
    if let Some(reply) = read(&file) {
        return reply;
    }
    if let Some(reply) = read(&file.join("index.html")) {
        let search = if request.query.is_empty() { String::new() } else { format!("?{}", request.query) };
        return match (host.folders, path.strip_suffix('/')) {
            (Folders::WithSlash, None) => Reply::redirection(&format!("{path}/{search}")),
            (Folders::WithoutSlash, Some(without)) if path != "/" => Reply::redirection(&format!("{without}{search}")),
            _ => reply,
        };
    }
    // A broken link to a script or an image is never hidden behind a page.
    let page = file.extension().is_none().then(|| read(&host.root.join("404.html"))).flatten();
    page.map_or_else(|| Reply::error(404), |page| page.status(404))
}

fn read(file: &PathBuf) -> Option<Reply> {
    let bytes = fs::read(file).ok()?;
    let kind = mime_guess::from_path(file).first_or_octet_stream();
    let charset = if kind.type_() == mime_guess::mime::TEXT { "; charset=utf-8" } else { "" };
    Some(Reply::new(&format!("{kind}{charset}"), bytes))
}
