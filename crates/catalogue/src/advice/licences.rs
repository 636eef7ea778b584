//! Licences that have another name now in the list of SPDX: <https://spdx.org/licenses/#deprecated>.

use crate::scalar;

/// Those that no rule gives, each with its present name.
const RENAMED: [(&str, &str); 4] = [
    ("BSD-2-Clause-FreeBSD", "BSD-2-Clause-Views"),
    ("BSD-2-Clause-NetBSD", "BSD-2-Clause"),
    ("StandardML-NJ", "SMLNJ"),
    ("bzip2-1.0.5", "bzip2-1.0.6"),
];

/// The present name of a licence, when it is not this one.
pub(super) fn renamed(id: &str) -> Option<String> {
    let named = RENAMED.iter().find(|(former, _)| *former == id).map(|(_, name)| (*name).to_owned());
    named.or_else(|| scalar::renamed_licence(id))
}

#[cfg(test)]
mod tests {
    #[test]
    fn licences_have_their_present_name() {
        for (id, expected) in [
            ("AGPL-3.0", Some("AGPL-3.0-only")),
            ("BSD-2-Clause-NetBSD", Some("BSD-2-Clause")),
            ("BSD-2-Clause", None),
            ("etalab-2.0", None),
        ] {
            assert_eq!(super::renamed(id).as_deref(), expected, "{id}");
        }
    }
}
