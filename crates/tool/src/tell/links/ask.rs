//! Addresses asked: one question at a time to a host, a pause between two, its robots.txt obeyed, a second and a third
//! try for what may pass.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use messages::words;
use texting_robots::Robot;
use ureq::http::StatusCode;
use ureq::{Agent, Error};
use url::Url;

use crate::refusal;

/// What hosts know us by; the address says who asks, and why.
const AGENT: &str = concat!("communs-links/", env!("CARGO_PKG_VERSION"), " (+https://code.gouv.fr)");
const ROBOT: &str = "communs-links";
const BAD_ADDRESS: &str = "adresse mal écrite";
/// Hosts asked at once.
const AT_ONCE: usize = 8;
const TIMEOUT: Duration = Duration::from_secs(20);
/// Addresses that one may lead to, one after the other.
const HOPS: usize = 10;
/// Tries in all.
const TRIES: u32 = 3;
/// The longest that a host may have us wait.
const LONGEST_WAIT: Duration = Duration::from_secs(30);
/// Bytes of a robots.txt that are read, as RFC 9309 wants at least.
const ROBOTS_SIZE: u64 = 512_000;

words! {
    /// What became of an address.
    Kind {
        Alive = "alive",
        /// It answers elsewhere, for good.
        Moved = "moved",
        Gone = "gone",
        /// People may read it, robots may not.
        Refused = "refused",
        Unreachable = "unreachable",
    }
}

/// What an address answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) kind: Kind,
    /// Where it answers, when it moved.
    pub(super) to: Option<String>,
    /// The status, or what went wrong, in French.
    pub(super) why: String,
}

/// What asks.
pub(super) struct Asker {
    agent: Agent,
    pause: Duration,
    hosts: Mutex<HashMap<String, Arc<Mutex<Host>>>>,
}

/// A host, held while it is asked.
#[derive(Default)]
struct Host {
    robots: Option<Option<Robot>>,
    last: Option<Instant>,
}

/// What one question gave.
enum Step {
    Answer(Answer),
    /// To be tried again, no sooner than that if the host said so.
    Again(Answer, Option<Duration>),
    /// Another address, and whether it is for good.
    Redirect(Url, bool),
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn answer(kind: Kind, why: impl Into<String>) -> Answer {
    Answer { kind, to: None, why: why.into() }
}

impl Asker {
    pub(super) fn new(pause: Duration) -> Self {
        let config = Agent::config_builder()
            .user_agent(AGENT)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .timeout_global(Some(TIMEOUT))
            .build();
        Self { agent: config.new_agent(), pause, hosts: Mutex::default() }
    }

    /// Asks addresses, those of different hosts side by side, and tells how many are done.
    pub(super) fn ask(&self, urls: &[&str], told: impl Fn(usize)) -> Vec<(String, Answer)> {
        let queue = Mutex::new(by_turns(urls).into_iter());
        let (sender, receiver) = mpsc::channel();
        thread::scope(|scope| {
            for _ in 0..AT_ONCE.min(urls.len()) {
                let (queue, sender) = (&queue, sender.clone());
                scope.spawn(move || {
                    loop {
                        let Some(url) = held(queue).next() else { return };
                        // The other end waits until all is answered.
                        let _ = sender.send((url.to_owned(), self.one(url)));
                    }
                });
            }
            drop(sender);
            let mut answers = Vec::with_capacity(urls.len());
            for answer in receiver {
                answers.push(answer);
                told(answers.len());
            }
            answers
        })
    }

    /// What an address answers, wherever it leads.
    fn one(&self, written: &str) -> Answer {
        let Ok(start) = Url::parse(written) else { return answer(Kind::Unreachable, BAD_ADDRESS) };
        let (mut url, mut is_moved, mut for_good) = (start.clone(), false, true);
        for _ in 0..HOPS {
            match self.last_step(&url) {
                Step::Redirect(to, is_for_good) => {
                    // What is temporary makes all that follows so.
                    for_good &= is_for_good;
                    is_moved |= for_good && to != url;
                    url = to;
                }
                Step::Answer(found) | Step::Again(found, _) => {
                    if found.kind != Kind::Alive || !is_moved || !for_good {
                        return found;
                    }
                    url.set_fragment(url.fragment().or(start.fragment()).map(str::to_owned).as_deref());
                    return Answer { kind: Kind::Moved, to: Some(url.into()), ..found };
                }
            }
        }
        // Sites that set a cookie first lead in circles who keeps none.
        answer(Kind::Refused, "redirigée sans fin")
    }

    /// Asks until nothing is gained by another try.
    fn last_step(&self, url: &Url) -> Step {
        let mut tries = 1;
        loop {
            match self.step(url) {
                Step::Again(_, wait) if tries < TRIES => {
                    thread::sleep(wait.unwrap_or(self.pause * 2 * tries).min(LONGEST_WAIT));
                    tries += 1;
                }
                step => return step,
            }
        }
    }

    /// Asks once, alone with the host.
    fn step(&self, url: &Url) -> Step {
        let Some(name) = url.host_str().filter(|_| matches!(url.scheme(), "http" | "https")) else {
            return Step::Answer(answer(Kind::Unreachable, "adresse qui n’est pas du web"));
        };
        let name = format!("{}://{name}:{}", url.scheme(), url.port_or_known_default().unwrap_or_default());
        let host = Arc::clone(held(&self.hosts).entry(name).or_default());
        let mut host = held(&host);
        if host.robots.is_none() {
            host.robots = Some(self.robots(url));
            host.last = Some(Instant::now());
        }
        let robots = host.robots.as_ref().and_then(Option::as_ref);
        if robots.is_some_and(|robots| !robots.allowed(url.as_str())) {
            return Step::Answer(answer(Kind::Refused, "robots.txt"));
        }
        let asked = robots.and_then(|robots| Duration::try_from_secs_f32(robots.delay?).ok());
        let pause = asked.unwrap_or(self.pause).clamp(self.pause, LONGEST_WAIT.max(self.pause));
        if let Some(last) = host.last {
            thread::sleep(pause.saturating_sub(last.elapsed()));
        }
        let step = self.request(url);
        host.last = Some(Instant::now());
        step
    }

    /// The rules of a host; none when it has no file of them.
    fn robots(&self, url: &Url) -> Option<Robot> {
        let file = url.join("/robots.txt").ok()?;
        let mut response =
            self.agent.get(file.as_str()).call().ok().filter(|response| response.status().is_success())?;
        let text = response.body_mut().with_config().limit(ROBOTS_SIZE).read_to_vec().ok()?;
        Robot::new(ROBOT, &text).ok()
    }

    fn request(&self, url: &Url) -> Step {
        let mut bare = url.clone();
        bare.set_fragment(None);
        let response = match self.agent.get(bare.as_str()).header("Accept", "text/html,*/*;q=0.8").call() {
            Ok(response) => response,
            Err(error) => return failed(&error),
        };
        let (status, headers) = (response.status(), response.headers());
        let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        if status.is_redirection()
            && let Some(to) = header("location").and_then(|to| url.join(to).ok())
        {
            let is_for_good = matches!(status, StatusCode::MOVED_PERMANENTLY | StatusCode::PERMANENT_REDIRECT);
            return Step::Redirect(to, is_for_good);
        }
        let why = format!("réponse {}", status.as_u16());
        let is_wall = header("cf-mitigated").is_some();
        match status.as_u16() {
            200..=399 => Step::Answer(answer(Kind::Alive, why)),
            429 => {
                let wait = header("retry-after").and_then(|wait| wait.trim().parse().ok()).map(Duration::from_secs);
                Step::Again(answer(Kind::Refused, why), wait)
            }
            // Walls for robots, and what wants a password: people may have it.
            401 | 402 | 403 | 405 | 406 | 407 | 418 | 451 | 999 => Step::Answer(answer(Kind::Refused, why)),
            _ if is_wall => Step::Answer(answer(Kind::Refused, why)),
            404 | 410 => Step::Answer(answer(Kind::Gone, why)),
            400..=499 => Step::Answer(answer(Kind::Refused, why)),
            _ => Step::Again(answer(Kind::Unreachable, why), None),
        }
    }
}

/// What no answer means.
fn failed(error: &Error) -> Step {
    const NO_SITE: &str = "ce nom de site n’existe pas";
    const REFUSED: &str = "certificat refusé";
    let why = match error {
        Error::HostNotFound => NO_SITE.to_owned(),
        // Systems tell it in their words, with no kind of its own.
        Error::Io(error) if error.to_string().contains("lookup") => NO_SITE.to_owned(),
        Error::Io(error) if error.to_string().contains("certificate") => REFUSED.to_owned(),
        Error::Io(error) if error.kind() != ErrorKind::InvalidData => refusal(error),
        Error::Timeout(_) => refusal(&ErrorKind::TimedOut.into()),
        Error::ConnectionFailed | Error::ConnectProxyFailed(_) => "connexion impossible".to_owned(),
        Error::Tls(_) | Error::Rustls(_) => REFUSED.to_owned(),
        Error::BadUri(_) | Error::Http(_) => BAD_ADDRESS.to_owned(),
        _ => "réponse qui ne se lit pas".to_owned(),
    };
    Step::Again(answer(Kind::Unreachable, why), None)
}

/// Addresses one of each host after the other, so that no host keeps the others waiting.
fn by_turns<'a>(urls: &[&'a str]) -> Vec<&'a str> {
    let mut turns: HashMap<String, usize> = HashMap::new();
    let turn = |url: &&'a str| {
        let host = Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
        let turn = turns.entry(host).or_default();
        *turn += 1;
        (*turn, *url)
    };
    let mut ordered: Vec<(usize, &str)> = urls.iter().map(turn).collect();
    ordered.sort_by_key(|(turn, _)| *turn);
    ordered.into_iter().map(|(_, url)| url).collect()
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;

    #[test]
    fn what_goes_wrong_is_told_for_what_it_is() {
        let io = |kind: ErrorKind, said: &str| Error::Io(io::Error::new(kind, said));
        for (error, told) in [
            (io(ErrorKind::InvalidData, "invalid peer certificate: Expired"), "certificat refusé"),
            (io(ErrorKind::InvalidData, "received corrupt message"), "réponse qui ne se lit pas"),
            (io(ErrorKind::ConnectionRefused, "os"), "connexion refusée"),
            (io(ErrorKind::Other, "failed to lookup address information"), "ce nom de site n’existe pas"),
            (Error::BadUri("a".to_owned()), "adresse mal écrite"),
            (Error::ConnectProxyFailed("a".to_owned()), "connexion impossible"),
        ] {
            let Step::Again(answer, _) = failed(&error) else { panic!("{error} may be over at the next try") };
            assert_eq!(answer.why, told, "{error}");
        }
    }
}
