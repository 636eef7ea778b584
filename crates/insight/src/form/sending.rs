//! What leads from a draft to those who take it.

use catalogue::SafeUrl;
use text::encoded;

/// The address that opens a new issue, filled, on the forge of a repository.
///
/// GitLab, whose instances bear any name, is the one that is assumed where the host names no other: it names its
/// fields otherwise than GitHub and Forgejo do (« Create an issue from a URL with prefilled values », in their
/// documentations).
pub fn issue_address(repository: &str, title: &str, body: &str) -> String {
    let repository = repository.trim_end_matches('/').trim_end_matches(".git");
    let (title, body) = (encoded(title), encoded(body));
    let is_of = |host: &str| host.split('.').any(|part| ["github", "codeberg", "gitea", "forgejo"].contains(&part));
    if SafeUrl::parse(repository).is_some_and(|url| is_of(&url.host().to_ascii_lowercase())) {
        format!("{repository}/issues/new?title={title}&body={body}")
    } else {
        format!("{repository}/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn issues_are_opened_where_the_repository_is() {
        for (repository, address) in [
            ("https://github.com/a/b.git", "https://github.com/a/b/issues/new?title=T+1&body=%7B%7D"),
            ("https://codeberg.org/a/b/", "https://codeberg.org/a/b/issues/new?title=T+1&body=%7B%7D"),
            ("https://GitHub.com/a/b", "https://GitHub.com/a/b/issues/new?title=T+1&body=%7B%7D"),
            ("https://forgejo.ville.example/a/b", "https://forgejo.ville.example/a/b/issues/new?title=T+1&body=%7B%7D"),
            (
                "https://git.example/github.io-x",
                "https://git.example/github.io-x/-/issues/new?issue%5Btitle%5D=T+1&issue%5Bdescription%5D=%7B%7D",
            ),
            (
                "https://mygithub.example/a/b",
                "https://mygithub.example/a/b/-/issues/new?issue%5Btitle%5D=T+1&issue%5Bdescription%5D=%7B%7D",
            ),
            (
                "https://gitlab.example/a/b",
                "https://gitlab.example/a/b/-/issues/new?issue%5Btitle%5D=T+1&issue%5Bdescription%5D=%7B%7D",
            ),
        ] {
            assert_eq!(issue_address(repository, "T 1", "{}"), address);
        }
    }
}
