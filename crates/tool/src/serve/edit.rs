//! `serve --edit`: the form of the site saves into the file of data.
//!
//! Only for who opened the address that the terminal said, which has a token, and from a page of this server: any other
//! page is refused. A file that changed since the page was made is left as it is.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use axum::http::header::{CONTENT_TYPE, COOKIE, HOST, HeaderName, ORIGIN};
use axum::http::{HeaderMap, StatusCode};
use catalogue::Json;
use messages::host;
use source::{File, Format, Source};

use super::Failure;
use super::shown::version;
use crate::LANGUAGE;
use crate::data::DataError;
use crate::entry_edit::put_entry;
use crate::place::{PlaceError, rewrite_files};

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

    /// Whether an entry comes from a page of this server that a browser has opened.
    pub(super) fn takes(&self, headers: &HeaderMap) -> bool {
        let is_ours = text(headers, ORIGIN) == format!("http://{}", text(headers, HOST));
        is_ours && text(headers, CONTENT_TYPE).starts_with("application/json") && self.is_open_to(headers)
    }

    /// Writes an entry, `{"version", "corrected", "entry"}`, of a page made from the data of this version.
    pub(super) fn write(&self, asked: &[u8]) -> Result<(), (StatusCode, String)> {
        let asked: Json = serde_json::from_slice(asked).unwrap_or_default();
        let word = |key: &str| asked.get(key).and_then(Json::as_str).unwrap_or_default();
        let Some(entry @ Json::Object(_)) = asked.get("entry") else {
            return Err((StatusCode::BAD_REQUEST, String::new()));
        };
        let _one = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let text = fs::read_to_string(&self.data)
            .map_err(|error| (StatusCode::CONFLICT, PlaceError::Unreadable(self.data.clone(), error).to_string()))?;
        if is_divided(&self.data) {
            return Err((StatusCode::CONFLICT, Failure::NotEditable(self.data.clone()).to_string()));
        }
        let text = text.trim_start_matches('\u{feff}').to_owned();
        if version(&*text) != word("version") {
            return Err((StatusCode::CONFLICT, host::CHANGED_SINCE.to(LANGUAGE).to_owned()));
        }
        let refused = |error: String| (StatusCode::UNPROCESSABLE_ENTITY, error);
        let source = Source::read(File { path: self.data.clone(), format: Format::Json, text })
            .map_err(|error| refused(DataError::from(error).line()))?;
        let mut catalogue = source.root.clone();
        put_entry(&mut catalogue, word("corrected"), entry.clone().into())
            .map_err(|error| refused(error.to_string()))?;
        let files = source::rewritten(&source, &catalogue).map_err(|error| refused(DataError::from(error).line()))?;
        rewrite_files(&files).map_err(|error| (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()))
    }
}

/// Whether a catalogue is in two files, as it is published: an entry is in both.
pub(super) fn is_divided(data: &Path) -> bool {
    Source::open(data).is_ok_and(|source| source.is_divided())
}

/// A header, or nothing.
pub(super) fn text(headers: &HeaderMap, name: HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
