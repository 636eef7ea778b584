//! A small static web server, for `serve` and for the browser tests.
//!
//! It is written on the standard library alone because tests need what no
//! server offers: replies that fail once and then succeed, that stop in the
//! middle of a body, or never come. It speaks just enough HTTP/1.1, one
//! request a connection, and is meant for this machine only.

mod files;
mod overrides;
mod reply;
mod request;

pub use files::Folders;
pub use reply::Reply;
pub use request::Request;

use std::io;
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use overrides::{Overrides, Pattern};

/// How long a connection may stay silent before its thread ends.
const SILENCE: Duration = Duration::from_secs(30);

/// A running server; it stops when dropped.
pub struct Server {
    address: SocketAddr,
    state: Arc<State>,
    accepting: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct State {
    root: PathBuf,
    stopping: AtomicBool,
    isolating: AtomicBool,
    compressing: AtomicBool,
    overrides: Overrides,
    /// Where the files are on this host; empty is the root.
    mount: Mutex<String>,
    folders: Mutex<Folders>,
    head: Mutex<String>,
    /// A header of every page: its name and its value.
    page_header: Mutex<Option<(String, String)>>,
    /// Headers of what is at some paths: their names and their values.
    headers: Mutex<Vec<(Pattern, String, String)>>,
    requests: Mutex<Vec<Request>>,
}

impl Server {
    /// Serves the files under `root` on 127.0.0.1; port 0 takes a free one.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(root: impl Into<PathBuf>, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let state = Arc::new(State { root: root.into(), ..State::default() });
        let shared = Arc::clone(&state);
        let accepting = thread::spawn(move || accept(&listener, &shared));
        Ok(Self { address, state, accepting: Some(accepting) })
    }

    /// The address of a path, which starts with `/`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Answers the paths that match `pattern` (exact, or with one `*`) with
    /// what `handler` returns; `None` lets the file be served.
    pub fn on(&self, pattern: &str, handler: impl FnMut(&Request) -> Option<Reply> + Send + 'static) {
        self.state.overrides.add(pattern, handler);
    }

    /// Always answers `pattern` with this reply.
    pub fn reply(&self, pattern: &str, reply: Reply) {
        self.on(pattern, move |_| Some(reply.clone()));
    }

    /// Answers `pattern` with these replies in turn, then with the file.
    pub fn sequence(&self, pattern: &str, replies: impl IntoIterator<Item = Reply>) {
        let mut replies = replies.into_iter().collect::<Vec<_>>().into_iter();
        self.on(pattern, move |_| replies.next());
    }

    /// Inserts this markup at the start of the `<head>` of every page.
    pub fn insert_in_head(&self, markup: impl Into<String>) {
        *lock(&self.state.head) = markup.into();
    }

    /// Puts the files at this path from now on, which starts and ends with `/`.
    pub fn mount(&self, path: &str) {
        path.clone_into(&mut lock(&self.state.mount));
    }

    /// Answers folders so from now on.
    pub fn answer_folders(&self, folders: Folders) {
        *lock(&self.state.folders) = folders;
    }

    /// Compresses every file from now on, as a host would.
    pub fn compress(&self) {
        self.state.compressing.store(true, Ordering::Relaxed);
    }

    /// Adds this header to every page from now on; `None` removes it.
    pub fn set_page_header(&self, header: Option<(&str, &str)>) {
        *lock(&self.state.page_header) = header.map(|(name, value)| (name.to_owned(), value.to_owned()));
    }

    /// Adds this header to what is at the paths that match `pattern` from now on.
    pub fn add_header(&self, pattern: &str, name: &str, value: &str) {
        lock(&self.state.headers).push((Pattern(pattern.to_owned()), name.to_owned(), value.to_owned()));
    }

    /// Isolates every page from now on: its clock is then fine enough to time
    /// what lasts a few microseconds.
    pub fn isolate_pages(&self) {
        self.state.isolating.store(true, Ordering::Relaxed);
    }

    /// Drops every override, so that files are served again. The markup
    /// inserted in pages and the recorded requests stay.
    pub fn clear_overrides(&self) {
        self.state.overrides.clear();
    }

    /// Every request since the start or since [`Self::clear_requests`].
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.state.requests).clone()
    }

    /// Forgets the recorded requests.
    pub fn clear_requests(&self) {
        lock(&self.state.requests).clear();
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(accepting) = self.accepting.take() {
            accepting.join().expect("the accepting thread never panics");
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.state.stopping.store(true, Ordering::Relaxed);
        if let Some(accepting) = self.accepting.take() {
            // A connection of our own wakes the thread that waits for one;
            // if it fails, the thread is left to end with the process.
            if TcpStream::connect(self.address).is_ok() {
                let _ = accepting.join();
            }
        }
    }
}

fn accept(listener: &TcpListener, state: &Arc<State>) {
    for stream in listener.incoming() {
        if state.stopping.load(Ordering::Relaxed) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let state = Arc::clone(state);
        // The client sees a failed exchange; nobody else has to know.
        thread::spawn(move || answer(&stream, &state).ok());
    }
}

fn answer(stream: &TcpStream, state: &State) -> io::Result<()> {
    stream.set_read_timeout(Some(SILENCE))?;
    let request = match request::read(stream) {
        Ok(Some(request)) => request,
        Ok(None) => return Ok(()),
        Err(_) => return Reply::error(400).send(stream, true),
    };
    lock(&state.requests).push(request.clone());
    let mut reply = match state.overrides.reply(&request) {
        Some(reply) => reply,
        None if matches!(request.method.as_str(), "GET" | "HEAD") => {
            files::serve(&state.root, &lock(&state.mount), *lock(&state.folders), &request)
        }
        None => Reply::error(405),
    };
    reply.insert_in_head(&lock(&state.head));
    if state.compressing.load(Ordering::Relaxed) {
        reply.compress();
    }
    if let Some((name, value)) = &*lock(&state.page_header) {
        reply = reply.page_header(name, value);
    }
    for (pattern, name, value) in &*lock(&state.headers) {
        if pattern.matches(&request.path) {
            reply = reply.header(name, value);
        }
    }
    if state.isolating.load(Ordering::Relaxed) {
        reply.isolate();
    }
    reply.send(stream, request.method != "HEAD")?;
    stream.shutdown(Shutdown::Write)
}

/// A test that panicked while holding a lock must not hide its own failure.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
