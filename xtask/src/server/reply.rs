//! One HTTP reply, well formed or broken on purpose.

use std::collections::HashMap;
use std::io;
use std::sync::{LazyLock, Mutex};
use std::time::Duration;

use http_body_util::channel::Channel;
use hyper::body::Bytes;
use hyper::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use hyper::{Response, StatusCode};
use tokio::sync::watch;
use tokio::time::sleep;

use super::lock;
use crate::sizes;

/// A reply, built by chaining: `Reply::json("{}").status(500).delay(…)`.
#[derive(Clone, Debug)]
pub struct Reply {
    response: Response<Vec<u8>>,
    delay: Duration,
    held: Option<watch::Receiver<()>>,
    cut: Option<Cut>,
}

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
    pub fn new(content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { response: Response::new(body.into()), delay: Duration::ZERO, held: None, cut: None }
            .header("Content-Type", content_type)
            .header("Cache-Control", "no-cache")
            .header("X-Content-Type-Options", "nosniff")
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
    ///
    /// # Panics
    /// When HTTP has no such status.
    pub fn error(status: u16) -> Self {
        let mut reply = Self::text("").status(status);
        *reply.response.body_mut() = format!("{}\n", reply.response.status()).into_bytes();
        reply
    }

    /// Elsewhere on this host, for good.
    pub fn redirection(path: &str) -> Self {
        Self::error(301).header("Location", path)
    }

    /// No reply at all: the connection closes as soon as it is read.
    pub fn no_answer() -> Self {
        Self { cut: Some(Cut::AtOnce), ..Self::text("") }
    }

    /// Adds a header, in the place of the one of this name.
    ///
    /// # Panics
    /// When HTTP has no such header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let header = HeaderName::try_from(name).ok().zip(HeaderValue::from_bytes(value.as_bytes()).ok());
        let (name, value) = header.expect("tests give headers of HTTP");
        self.response.headers_mut().insert(name, value);
        self
    }

    /// Changes the status, 200 by default.
    ///
    /// # Panics
    /// When HTTP has no such status.
    #[must_use]
    pub fn status(mut self, status: u16) -> Self {
        *self.response.status_mut() = StatusCode::from_u16(status).expect("tests give statuses of HTTP");
        self
    }

    /// Waits before sending anything.
    #[must_use]
    pub fn delay(self, delay: Duration) -> Self {
        Self { delay, ..self }
    }

    /// Waits until the other end is dropped before sending anything.
    #[must_use]
    pub fn held(self, held: watch::Receiver<()>) -> Self {
        Self { held: Some(held), ..self }
    }

    /// Breaks the connection in the middle of the body.
    #[must_use]
    pub fn cut_after(self, bytes: usize) -> Self {
        Self { cut: Some(Cut::AfterBytes(bytes)), ..self }
    }

    fn is(&self, content_type: &str) -> bool {
        self.response.headers()[CONTENT_TYPE].as_bytes().starts_with(content_type.as_bytes())
    }

    pub(super) fn is_page(&self) -> bool {
        self.is("text/html")
    }

    /// Inserts `markup` after the doctype, where the head is implied: the tags that follow add their attributes.
    pub(super) fn insert_in_head(&mut self, markup: &str) {
        const DOCTYPE: &[u8] = b"<!doctype html>";
        let page = self.response.body_mut();
        let start = page.get(..DOCTYPE.len()).filter(|start| start.eq_ignore_ascii_case(DOCTYPE));
        let start = start.map_or(0, <[u8]>::len);
        page.splice(start..start, markup.bytes());
    }

    /// With its body compressed by brotli, unless it is a picture already compressed.
    pub(super) fn compressed(mut self) -> Self {
        if self.is("image/png") {
            return self;
        }
        // Once for all, as hosts keep files ready: it would take the processor from the browser that is measured.
        static KNOWN: LazyLock<Mutex<HashMap<Vec<u8>, Vec<u8>>>> = LazyLock::new(Mutex::default);
        let body = std::mem::take(self.response.body_mut());
        let known = lock(&KNOWN).get(&body).cloned();
        *self.response.body_mut() = known.unwrap_or_else(|| {
            // In between what hosts do as they answer (4 to 6) and what they keep ready (11).
            let compressed = sizes::compressed(&body, 9);
            lock(&KNOWN).insert(body, compressed.clone());
            compressed
        });
        self.header("Content-Encoding", "br")
    }

    /// The reply as hyper sends it; an error closes the connection.
    pub(super) async fn send(mut self) -> io::Result<Response<Channel<Bytes, io::Error>>> {
        let broken = || io::Error::other("broken on purpose");
        sleep(self.delay).await;
        if let Some(mut held) = self.held.take() {
            let _ = held.changed().await;
        }
        let cut = match self.cut {
            Some(Cut::AtOnce) => return Err(broken()),
            Some(Cut::AfterBytes(bytes)) => Some(bytes),
            None => None,
        };
        let length = self.response.body().len().to_string();
        let (head, mut body) = self.header("Content-Length", &length).response.into_parts();
        let (mut sender, channel) = Channel::new(1);
        tokio::spawn(async move {
            body.truncate(cut.unwrap_or(body.len()));
            let _ = sender.send_data(body.into()).await;
            if cut.is_some() {
                // What was to be sent is gone by then.
                sleep(Duration::from_millis(50)).await;
                sender.abort(broken());
            }
        });
        Ok(Response::from_parts(head, channel))
    }
}
