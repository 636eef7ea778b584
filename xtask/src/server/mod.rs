//! A small static web server, for `serve` and for the browser tests.
//!
//! HTTP is hyper's. What is ours is what tests need and no server of files offers: replies that fail once and
//! then succeed, that stop in the middle of a body, or never come, and the ways of several hosts in turn. It
//! answers one request a connection, since browsers ask again at once when one that they reuse breaks, and is
//! meant for this machine only.

mod files;
mod reply;

pub use files::Folders;
pub use reply::Reply;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use hyper::Method;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use percent_encoding::percent_decode_str;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

/// A running server; it stops when dropped.
pub struct Server {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
    runtime: Option<Runtime>,
}

/// What a client asked for.
#[derive(Clone, Debug)]
pub struct Request {
    method: Method,
    /// Decoded path, without the query: `/communs/abc`.
    pub path: String,
    /// Raw query, without its `?`: `q=eau`; empty when there is none.
    pub query: String,
}

type Handler = Box<dyn FnMut(&Request) -> Option<Reply> + Send>;

#[derive(Default)]
struct State {
    host: Host,
    /// By pattern; the latest for a path wins.
    overrides: Vec<(String, Handler)>,
    requests: Vec<Request>,
}

/// How this host answers.
#[derive(Clone, Default)]
struct Host {
    root: PathBuf,
    /// Where the files are on this host; empty is the root.
    mount: String,
    folders: Folders,
    compresses: bool,
    head: String,
    page_header: Option<(String, String)>,
    /// Headers of what is at the paths of a pattern: their names and their values.
    headers: Vec<(String, String, String)>,
}

impl Server {
    /// Serves the files under `root` on 127.0.0.1; port 0 takes a free one.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(root: impl Into<PathBuf>, port: u16) -> io::Result<Self> {
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let host = Host { root: root.into(), ..Host::default() };
        let state = Arc::new(Mutex::new(State { host, ..State::default() }));
        let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        runtime.spawn(accept(listener, Arc::clone(&state)));
        Ok(Self { address, state, runtime: Some(runtime) })
    }

    /// The address of a path, which starts with `/`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Answers the paths that match `pattern` (exact, or with one `*`) with
    /// what `handler` returns; `None` lets the file be served.
    pub fn on(&self, pattern: &str, handler: impl FnMut(&Request) -> Option<Reply> + Send + 'static) {
        lock(&self.state).overrides.push((pattern.to_owned(), Box::new(handler)));
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

    /// Inserts this markup at the start of every page from now on.
    pub fn insert_in_head(&self, markup: impl Into<String>) {
        lock(&self.state).host.head = markup.into();
    }

    /// Puts the files at this path from now on, which starts and ends with `/`.
    pub fn mount(&self, path: &str) {
        path.clone_into(&mut lock(&self.state).host.mount);
    }

    /// Answers folders so from now on.
    pub fn answer_folders(&self, folders: Folders) {
        lock(&self.state).host.folders = folders;
    }

    /// Compresses every file from now on, as a host would.
    pub fn compress(&self) {
        lock(&self.state).host.compresses = true;
    }

    /// Adds this header to every page from now on; `None` removes it.
    pub fn set_page_header(&self, header: Option<(&str, &str)>) {
        lock(&self.state).host.page_header = header.map(|(name, value)| (name.to_owned(), value.to_owned()));
    }

    /// Adds this header to what is at the paths that match `pattern` from now on.
    pub fn add_header(&self, pattern: &str, name: &str, value: &str) {
        lock(&self.state).host.headers.push((pattern.to_owned(), name.to_owned(), value.to_owned()));
    }

    /// Drops every override, so that files are served again. The markup
    /// inserted in pages and the recorded requests stay.
    pub fn clear_overrides(&self) {
        lock(&self.state).overrides.clear();
    }

    /// Every request since the start or since [`Self::clear_requests`].
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.state).requests.clone()
    }

    /// Forgets the recorded requests.
    pub fn clear_requests(&self) {
        lock(&self.state).requests.clear();
    }

    /// Serves until the process ends.
    pub fn wait(&self) -> ! {
        loop {
            thread::park();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

async fn accept(listener: std::net::TcpListener, state: Arc<Mutex<State>>) -> io::Result<()> {
    let listener = TcpListener::from_std(listener)?;
    loop {
        let Ok((stream, _)) = listener.accept().await else { continue };
        let state = Arc::clone(&state);
        let service = service_fn(move |asked| answer(&state, &asked).send());
        // The client sees a failed exchange; nobody else has to know.
        tokio::spawn(http1::Builder::new().keep_alive(false).serve_connection(TokioIo::new(stream), service));
    }
}

fn answer(state: &Mutex<State>, asked: &hyper::Request<Incoming>) -> Reply {
    let Ok(path) = percent_decode_str(asked.uri().path()).decode_utf8() else {
        return Reply::error(400);
    };
    let query = asked.uri().query().unwrap_or_default().to_owned();
    let request = Request { method: asked.method().clone(), path: path.into_owned(), query };
    let mut state = lock(state);
    state.requests.push(request.clone());
    let overrides = state.overrides.iter_mut().rev();
    let scripted = overrides.into_iter().find(|(pattern, _)| matches(pattern, &request.path));
    let scripted = scripted.and_then(|(_, handler)| handler(&request));
    let host = state.host.clone();
    drop(state);
    host.finish(scripted.unwrap_or_else(|| files::serve(&host, &request)), &request.path)
}

impl Host {
    /// What it adds to any reply.
    fn finish(&self, mut reply: Reply, path: &str) -> Reply {
        if reply.is_page() {
            reply.insert_in_head(&self.head);
            if let Some((name, value)) = &self.page_header {
                reply = reply.header(name, value);
            }
        }
        if self.compresses {
            reply = reply.compressed();
        }
        let headers = self.headers.iter().filter(|(pattern, ..)| matches(pattern, path));
        headers.fold(reply, |reply, (_, name, value)| reply.header(name, value))
    }
}

/// Whether a path is a pattern, or has its beginning and end around its one `*`: `/*.wasm`.
fn matches(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((start, end)) => path.strip_prefix(start).is_some_and(|rest| rest.ends_with(end)),
    }
}

/// A handler that panicked has already failed its test: the others go on.
fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
