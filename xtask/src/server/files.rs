//! Finds the file that answers a path, as a static host would.

use std::fs;
use std::path::{Component, Path, PathBuf};

use super::reply::Reply;
use super::request::Request;

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

/// Answers a decoded path from the files under `root`, as a host without any rule would: a folder
/// with its `index.html`, perhaps after a redirection; anything else with `404.html`. As nginx does, it
/// reads several slashes in a row as one.
pub(super) fn serve(root: &Path, mount: &str, folders: Folders, request: &Request) -> Reply {
    if !request.path.starts_with('/') {
        return Reply::error(400);
    }
    let path = merge_slashes(&request.path);
    let Some(below) =
        path.strip_prefix(mount.trim_end_matches('/')).filter(|rest| rest.is_empty() || rest.starts_with('/'))
    else {
        return Reply::error(404);
    };
    let Some(file) = locate(root, below) else {
        return Reply::error(400);
    };
    let has_slash = below.ends_with('/');
    if let Some(reply) = read(root, &file).filter(|_| !has_slash) {
        return reply;
    }
    if let Some(reply) = read(root, &file.join("index.html")) {
        let search = if request.query.is_empty() { String::new() } else { format!("?{}", request.query) };
        return match folders {
            Folders::WithSlash if !has_slash => Reply::redirection(&format!("{path}/{search}")),
            Folders::WithoutSlash if has_slash && path != "/" => {
                Reply::redirection(&format!("{}{search}", path.trim_end_matches('/')))
            }
            _ => reply,
        };
    }
    // A broken link to a script or an image is never hidden behind a page.
    let page = file.extension().is_none().then(|| read(root, &root.join("404.html"))).flatten();
    page.map_or_else(|| Reply::error(404), |page| page.status(404))
}

fn merge_slashes(path: &str) -> String {
    let mut merged = String::new();
    for sign in path.chars() {
        if sign != '/' || !merged.ends_with('/') {
            merged.push(sign);
        }
    }
    merged
}

/// The file a path names, or `None` for a path that tries to leave `root`.
fn locate(root: &Path, path: &str) -> Option<PathBuf> {
    if path.contains(['\\', '\0']) {
        return None;
    }
    let relative = Path::new(path.trim_start_matches('/'));
    relative
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
        .then(|| root.join(relative))
}

/// Reads a file, unless a symbolic link leads out of `root`.
fn read(root: &Path, file: &Path) -> Option<Reply> {
    let real = file.canonicalize().ok()?;
    if !real.is_file() || !real.starts_with(root.canonicalize().ok()?) {
        return None;
    }
    Some(Reply::new(content_type(&real), fs::read(&real).ok()?))
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|name| name.to_str()).unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" | "jsonld" | "map" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}
