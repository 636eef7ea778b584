//! `serve --edit`: the form of the site saves into the file of data.
//!
//! Only for who opened the address that the terminal said, which has a token, and from a page of this server: any other
//! page is refused. A file that changed since the page was made is left as it is.

use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::{CONTENT_TYPE, COOKIE, HOST, HeaderName, ORIGIN};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use messages::host;
use serde_json::{Map, Value};

use super::http::{Live, reply};
use super::shown::version;
use crate::LANGUAGE;
use crate::entry_edit::with_entry;
use crate::place::{PlaceError, replace_file};

/// Where the form sends an entry.
pub(super) const ENTRY: &str = "/.communs/entry";
/// The parameter of the token.
const TOKEN: &str = "jeton";

/// A file that the form may write.
pub(super) struct Edit {
    data: PathBuf,
    token: String,
    /// One entry at a time.
    writing: Mutex<()>,
}

impl Edit {
    /// # Errors
    /// When this machine has no chance to give.
    pub(super) fn new(data: PathBuf) -> io::Result<Self> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).map_err(io::Error::other)?;
        let token = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { data, token, writing: Mutex::new(()) })
    }

    /// What the address has in the terminal.
    pub(super) fn query(&self) -> String {
        format!("?{TOKEN}={}", self.token)
    }

    /// What the browser is to keep, for an address that has the token. Its name is of this run: another one on this
    /// machine keeps its own.
    pub(super) fn opened_by(&self, query: &str) -> Option<String> {
        let opens = format!("?{query}") == self.query();
        opens.then(|| format!("{}; Path=/; HttpOnly; SameSite=Strict", self.cookie()))
    }

    fn cookie(&self) -> String {
        format!("communs-{}={}", &self.token[..8], self.token)
    }

    /// Whether a browser has opened the address.
    pub(super) fn is_open_to(&self, headers: &HeaderMap) -> bool {
        let cookie = self.cookie();
        text(headers, COOKIE).split(';').any(|kept| kept.trim() == cookie)
    }

    /// Writes an entry, of a page made from the data of this version.
    fn write(&self, asked: &Map<String, Value>) -> Result<(), (StatusCode, String)> {
        let word = |key: &str| asked.get(key).and_then(Value::as_str).unwrap_or_default();
        let Some(entry) = asked.get("entry").and_then(Value::as_object) else {
            return Err((StatusCode::BAD_REQUEST, String::new()));
        };
        let _one = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let text = fs::read_to_string(&self.data)
            .map_err(|error| (StatusCode::CONFLICT, PlaceError::Unreadable(self.data.clone(), error).to_string()))?;
        if version(text.trim_start_matches('\u{feff}')) != word("version") {
            return Err((StatusCode::CONFLICT, host::CHANGED_SINCE.to(LANGUAGE).to_owned()));
        }
        let written = with_entry(&text, word("corrected"), entry)
            .map_err(|error| (StatusCode::UNPROCESSABLE_ENTITY, error.to_string()))?;
        replace_file(&self.data, written.as_bytes())
            .map_err(|error| (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()))
    }
}

/// Takes an entry from the form, as `{"version", "corrected", "entry"}`.
pub(super) async fn save(State(live): State<Live>, headers: HeaderMap, body: Bytes) -> Response {
    let said = |status, sentence: &str| {
        let failed = host::NOT_SAVED.to(LANGUAGE);
        reply(
            status,
            "a.txt",
            if status == StatusCode::OK { sentence.to_owned() } else { format!("{failed}{sentence}") },
        )
    };
    let Some(edit) = live.edit else { return said(StatusCode::NOT_FOUND, "") };
    let is_ours = text(&headers, ORIGIN) == format!("http://{}", text(&headers, HOST));
    let is_json = text(&headers, CONTENT_TYPE).starts_with("application/json");
    if !is_ours || !is_json || !edit.is_open_to(&headers) {
        return said(StatusCode::FORBIDDEN, host::NOT_ALLOWED.to(LANGUAGE));
    }
    let Ok(asked) = serde_json::from_slice(&body) else { return said(StatusCode::BAD_REQUEST, "") };
    match edit.write(&asked) {
        Ok(()) => said(StatusCode::OK, host::SAVED.to(LANGUAGE)),
        Err((status, sentence)) => said(status, &sentence),
    }
}

/// A header, or nothing.
pub(super) fn text(headers: &HeaderMap, name: HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
