//! The Content Security Policy of the pages: nothing but their own files, no inline code but the few
//! lines whose hash it names.

use super::integrity::source;
use export::BaseUrl;

/// The policy for a site whose pages hold these scripts. The same for every page, so that a host may also
/// send it as a header.
///
/// A page in a frame without an origin (`sandbox`) is no part of `'self'` for WebKit: the site is named
/// too, when its address is known.
///
/// A page whose address lacks its last slash, in such a frame, says where its links start by a `base`.
///
/// `style` is the rules that the pages hold, if any.
pub(super) fn content_security(scripts: &[&str], style: &str, base: Option<&BaseUrl>) -> String {
    let scripts: Vec<String> = scripts.iter().copied().map(source).collect();
    let style = if style.is_empty() { String::new() } else { format!(" {}", source(style)) };
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {}; style-src 'self'{style}; img-src 'self' data:; \
         font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; \
         base-uri 'self'; form-action 'self'",
        scripts.join(" ")
    );
    let is_source = |host: &str| host.chars().all(|c| c.is_ascii_alphanumeric() || ".-:[]".contains(c));
    match base.filter(|base| is_source(base.authority())) {
        Some(base) => {
            let (scheme, _) = base.as_str().split_once(':').unwrap_or_default();
            policy.replace("'self'", &format!("'self' {scheme}://{}", base.authority()))
        }
        None => policy,
    }
}

/// The policy as an element of the head.
pub(super) fn meta(policy: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_that_knows_its_address_names_it() {
        for (address, source) in [
            ("https://communs.example/a/b/", "style-src 'self' https://communs.example;"),
            ("http://127.0.0.1:8080/", "style-src 'self' http://127.0.0.1:8080;"),
        ] {
            let base = BaseUrl::parse(address).expect("the test writes addresses");
            let policy = content_security(&[], "", Some(&base));
            assert!(policy.contains(source), "{policy}");
        }
        assert!(content_security(&[], "", None).contains("style-src 'self';"));
        assert!(content_security(&[], "a{}", None).contains("style-src 'self' 'sha256-"));
    }
}
