//! Replies that tests put in place of the files.

use std::sync::Mutex;
use std::sync::PoisonError;

use super::reply::Reply;
use super::request::Request;

type Handler = Box<dyn FnMut(&Request) -> Option<Reply> + Send>;

/// Overrides by path; the latest for a path wins.
#[derive(Default)]
pub(super) struct Overrides(Mutex<Vec<(Pattern, Handler)>>);

impl Overrides {
    pub(super) fn add(&self, pattern: &str, handler: impl FnMut(&Request) -> Option<Reply> + Send + 'static) {
        self.with(|list| list.push((Pattern(pattern.to_owned()), Box::new(handler))));
    }

    pub(super) fn clear(&self) {
        self.with(Vec::clear);
    }

    /// The scripted reply, or `None` when the file should be served.
    pub(super) fn reply(&self, request: &Request) -> Option<Reply> {
        self.with(|list| {
            list.iter_mut()
                .rev()
                .find(|(pattern, _)| pattern.matches(&request.path))
                .and_then(|(_, handler)| handler(request))
        })
    }

    /// A handler that panicked has already failed its test: the others go on.
    fn with<T>(&self, act: impl FnOnce(&mut Vec<(Pattern, Handler)>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// A whole path, or its beginning and end around one `*`: `/*.wasm`.
pub(super) struct Pattern(pub(super) String);

impl Pattern {
    pub(super) fn matches(&self, path: &str) -> bool {
        match self.0.split_once('*') {
            None => self.0 == path,
            Some((start, end)) => {
                path.len() >= start.len() + end.len() && path.starts_with(start) && path.ends_with(end)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_text() {
        let wasm = Pattern("/*.wasm".to_owned());
        assert!(wasm.matches("/communs-1a2b_bg.wasm"));
        assert!(!wasm.matches("/communs.js"));
        assert!(Pattern("/a".to_owned()).matches("/a"));
        assert!(!Pattern("/a".to_owned()).matches("/ab"));
        assert!(!Pattern("/ab*b".to_owned()).matches("/ab"));
    }
}
