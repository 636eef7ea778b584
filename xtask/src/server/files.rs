//! Finds the file that answers a path, as a static host would.

use std::fs;
use std::path::{Component, Path, PathBuf};

use super::reply::Reply;

/// Answers a decoded path from the files under `root`.
///
/// A path whose last segment has no extension is one of the app's routes, and
/// gets `index.html`; a missing file that has one is a plain 404, so that a
/// broken link to a script or an image is never hidden behind a page.
pub(super) fn serve(root: &Path, path: &str) -> Reply {
    let Some(file) = locate(root, path) else {
        return Reply::error(400);
    };
    if let Some(reply) = read(root, &file).or_else(|| read(root, &file.join("index.html"))) {
        return reply;
    }
    if file.extension().is_some() {
        return Reply::error(404);
    }
    read(root, &root.join("index.html")).unwrap_or_else(|| Reply::error(404))
}

/// The file a path names, or `None` for a path that tries to leave `root`.
fn locate(root: &Path, path: &str) -> Option<PathBuf> {
    if path.contains(['\\', '\0']) {
        return None;
    }
    let relative = Path::new(path.strip_prefix('/')?);
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
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json; charset=utf-8",
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
