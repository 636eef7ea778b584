//! One HTTP reply, well formed or broken on purpose.

use std::io::{self, Write};
use std::thread;
use std::time::Duration;

/// A reply, built by chaining: `Reply::json("{}").status(500).delay(…)`.
#[derive(Clone, Debug)]
pub struct Reply {
    status: u16,
    content_type: String,
    body: Vec<u8>,
    delay: Duration,
    cut: Option<Cut>,
    isolated: bool,
    /// Header lines, each ended.
    headers: String,
}

/// What makes a browser give a page a process of its own.
const ISOLATION: &str = "Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Embedder-Policy: require-corp\r\n";

/// How a connection is broken.
#[derive(Clone, Copy, Debug)]
enum Cut {
    /// Before a single byte of the reply.
    AtOnce,
    /// After the head, which announces the whole body, and this many bytes.
    AfterBytes(usize),
}

impl Reply {
    /// A reply of status 200.
    pub fn new(content_type: impl Into<String>, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status: 200,
            content_type: content_type.into(),
            body: body.into(),
            delay: Duration::ZERO,
            cut: None,
            isolated: false,
            headers: String::new(),
        }
    }

    /// JSON, well formed or not.
    pub fn json(body: impl Into<Vec<u8>>) -> Self {
        Self::new("application/json; charset=utf-8", body)
    }

    /// A page.
    pub fn html(body: impl Into<Vec<u8>>) -> Self {
        Self::new("text/html; charset=utf-8", body)
    }

    /// Plain text.
    pub fn text(body: impl Into<Vec<u8>>) -> Self {
        Self::new("text/plain; charset=utf-8", body)
    }

    /// An error page that says no more than its status.
    pub fn error(status: u16) -> Self {
        Self::text(format!("{status} {}\n", reason(status))).status(status)
    }

    /// Elsewhere on this host, for good.
    pub fn redirection(path: &str) -> Self {
        Self::error(301).header("Location", &path.replace(['\r', '\n'], ""))
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push_str(&format!("{name}: {value}\r\n"));
        self
    }

    /// Adds a header, if this is an HTML page.
    pub(super) fn page_header(self, name: &str, value: &str) -> Self {
        if self.content_type.starts_with("text/html") { self.header(name, value) } else { self }
    }

    /// No reply at all: the connection closes as soon as it is read.
    pub fn no_answer() -> Self {
        let mut reply = Self::text("");
        reply.cut = Some(Cut::AtOnce);
        reply
    }

    /// Changes the status, 200 by default.
    #[must_use]
    pub fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// Changes the `Content-Type` header.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = content_type.into();
        self
    }

    /// Waits before sending anything.
    #[must_use]
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Breaks the connection in the middle of the body.
    #[must_use]
    pub fn cut_after(mut self, bytes: usize) -> Self {
        self.cut = Some(Cut::AfterBytes(bytes));
        self
    }

    /// Inserts `markup` at the start of `<head>`, if this is an HTML page.
    pub(super) fn insert_in_head(&mut self, markup: &str) {
        if !self.content_type.starts_with("text/html") || markup.is_empty() {
            return;
        }
        let page = String::from_utf8_lossy(&self.body);
        // Minified pages leave out the tags that HTML implies.
        let after_head = ["<head", "<html", "<!doctype"].iter().find_map(|tag| end_of_tag(&page, tag)).unwrap_or(0);
        self.body = [&page[..after_head], markup, &page[after_head..]].concat().into_bytes();
    }

    /// Compresses the body by brotli, unless it is a picture already compressed.
    pub(super) fn compress(&mut self) {
        if self.content_type.starts_with("image/png") {
            return;
        }
        let mut compressed = Vec::new();
        // In between what hosts do as they answer (4 to 6) and what they keep ready (11).
        let mut writer = brotli::CompressorWriter::new(&mut compressed, 1 << 16, 9, 22);
        if writer.write_all(&self.body).is_ok() {
            drop(writer);
            self.body = compressed;
            self.headers.push_str("Content-Encoding: br\r\n");
        }
    }

    /// Adds the headers of a page that shares its process with no other origin.
    pub(super) fn isolate(&mut self) {
        self.isolated = true;
    }

    /// Sends the reply; `with_body` is false for a HEAD request.
    pub(super) fn send(&self, mut stream: impl Write, with_body: bool) -> io::Result<()> {
        thread::sleep(self.delay);
        if matches!(self.cut, Some(Cut::AtOnce)) {
            return Ok(());
        }
        write!(
            stream,
            "HTTP/1.1 {} {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n\
             X-Content-Type-Options: nosniff\r\nConnection: close\r\n{}{}{}\r\n",
            self.status,
            reason(self.status),
            self.content_type,
            self.body.len(),
            if self.headers.contains("Cache-Control: ") { "" } else { "Cache-Control: no-cache\r\n" },
            if self.isolated { ISOLATION } else { "" },
            self.headers,
        )?;
        if with_body {
            let sent = match self.cut {
                Some(Cut::AfterBytes(bytes)) => bytes.min(self.body.len()),
                _ => self.body.len(),
            };
            stream.write_all(&self.body[..sent])?;
        }
        stream.flush()
    }
}

/// Where the first tag of this name ends, which is not the start of a longer
/// name: `<header>` is not `<head>`.
fn end_of_tag(page: &str, tag: &str) -> Option<usize> {
    let page = page.to_ascii_lowercase();
    let (start, _) = page
        .match_indices(tag)
        .find(|(start, _)| page[start + tag.len()..].starts_with(|next: char| next == '>' || next.is_whitespace()))?;
    page[start..].find('>').map(|end| start + end + 1)
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        _ => "Unspecified",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(reply: &Reply, with_body: bool) -> String {
        let mut bytes = Vec::new();
        reply.send(&mut bytes, with_body).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn head_has_the_length_but_not_the_body() {
        let reply = Reply::text("hello");
        assert!(sent(&reply, true).ends_with("\r\n\r\nhello"));
        assert!(sent(&reply, false).ends_with("\r\n\r\n"));
        assert!(sent(&reply, false).contains("Content-Length: 5\r\n"));
    }

    #[test]
    fn a_cut_reply_announces_more_than_it_sends() {
        let cut = sent(&Reply::text("hello").cut_after(2), true);
        assert!(cut.contains("Content-Length: 5\r\n") && cut.ends_with("\r\n\r\nhe"));
        assert_eq!(sent(&Reply::no_answer(), true), "");
    }

    #[test]
    fn markup_goes_first_in_the_head() {
        let mut page = Reply::html("<html><head lang=fr><title>x</title></head></html>");
        page.insert_in_head("<script></script>");
        assert!(sent(&page, true).ends_with("<html><head lang=fr><script></script><title>x</title></head></html>"));
        let mut minified = Reply::html("<!doctype html><html lang=fr><title>x</title><header>");
        minified.insert_in_head("<i>");
        assert!(sent(&minified, true).ends_with("<html lang=fr><i><title>x</title><header>"));
        let mut data = Reply::json("\"<head>\"");
        data.insert_in_head("<script></script>");
        assert!(sent(&data, true).ends_with("\"<head>\""));
    }
}
