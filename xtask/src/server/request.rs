//! Reads the head of an HTTP request.

use std::io::{self, BufRead, BufReader, Read};

/// Longest request head accepted, in bytes: far above what a browser sends.
const MAX_HEAD: u64 = 64 * 1024;
/// Longest body read and thrown away before answering, in bytes.
const MAX_BODY: u64 = 4 * 1024 * 1024;

/// What the client asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `HEAD`…
    pub method: String,
    /// Decoded path, without the query: `/communs/abc`.
    pub path: String,
    /// Raw query, without its `?`: `q=eau`; empty when there is none.
    pub query: String,
}

/// Reads one request, or `None` when the client closed without asking
/// anything, as browsers do with connections they open in advance.
///
/// # Errors
/// When the connection fails or the head is not HTTP.
pub(super) fn read(stream: impl Read) -> io::Result<Option<Request>> {
    let mut reader = BufReader::new(stream);
    let mut head = reader.by_ref().take(MAX_HEAD);
    let mut line = String::new();
    if head.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let request = parse_line(&line).ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "not an http request"))?;

    let mut body_length = 0;
    loop {
        let mut header = String::new();
        if head.read_line(&mut header)? == 0 || header.trim_end().is_empty() {
            break;
        }
        if let Some((name, value)) = header.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            body_length = value.trim().parse().unwrap_or(0);
        }
    }
    // Closing a connection with unread bytes would reset it, and the client
    // could lose the reply.
    io::copy(&mut reader.take(u64::min(body_length, MAX_BODY)), &mut io::sink())?;
    Ok(Some(request))
}

fn parse_line(line: &str) -> Option<Request> {
    let mut words = line.split_whitespace();
    let method = words.next()?.to_owned();
    let target = words.next()?;
    words.next().filter(|version| version.starts_with("HTTP/1"))?;
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    Some(Request { method, path: percent_decode(path)?, query: query.to_owned() })
}

/// Decodes `%XX`; `None` for what is not UTF-8 once decoded.
fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let escaped = (first == b'%')
            .then(|| tail.get(..2))
            .flatten()
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        if let Some(byte) = escaped {
            bytes.push(byte);
            rest = &tail[2..];
        } else {
            bytes.push(first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_path_and_the_query_apart() {
        let asked = b"GET /communs/l%C3%A9a?q=%C3%A9 HTTP/1.1\r\nHost: x\r\n\r\n";
        let request = read(&asked[..]).unwrap().unwrap();
        assert_eq!(request.method, "GET");
        assert_eq!(request.path, "/communs/léa");
        assert_eq!(request.query, "q=%C3%A9");
    }

    #[test]
    fn a_silent_connection_is_no_request() {
        assert!(read(&b""[..]).unwrap().is_none());
    }

    #[test]
    fn noise_is_refused() {
        assert!(read(&b"hello\r\n\r\n"[..]).is_err());
        assert!(read(&b"GET /%ff HTTP/1.1\r\n\r\n"[..]).is_err());
    }

    #[test]
    fn a_lone_percent_is_kept() {
        assert_eq!(percent_decode("/50%/a%2").as_deref(), Some("/50%/a%2"));
    }
}
