//! The Content Security Policy of the pages: nothing but their own files, no inline code but the few
//! lines whose hash it names.

use super::integrity::source;

/// The policy for a site with these inline scripts, those of every page and those of some. The same for
/// every page, so that a host may also send it as a header.
pub(super) fn content_security(inline: &[String], of_some: [&str; 2]) -> String {
    let scripts: Vec<String> = inline.iter().map(String::as_str).chain(of_some).map(source).collect();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {}; style-src 'self'; img-src 'self' data:; \
         font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; \
         base-uri 'none'; form-action 'self'",
        scripts.join(" ")
    )
}

/// The policy as an element of the head.
pub(super) fn meta(policy: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}
