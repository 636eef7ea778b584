//! Identifiers in registers that others keep.

use super::words::Register;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identifier {
    pub register: Register,
    /// As the register writes it, without the address of the register.
    pub value: String,
}

impl Identifier {
    /// What is written, as its register has it.
    pub fn parse(register: Register, written: &str) -> Option<Self> {
        parse(register, written).map(|value| Self { register, value })
    }

    /// The address of what the register says.
    pub fn url(&self) -> String {
        let start = match self.register {
            Register::Wikidata => "https://www.wikidata.org/entity/",
            Register::Siren => "https://annuaire-entreprises.data.gouv.fr/entreprise/",
            Register::Rna => "https://annuaire-entreprises.data.gouv.fr/rechercher?terme=",
            Register::Ror => "https://ror.org/",
            Register::Doi => "https://doi.org/",
            Register::Swhid => "https://archive.softwareheritage.org/",
        };
        format!("{start}{}", self.value)
    }
}

/// One that a register could have given.
pub(crate) const fn example(register: Register) -> &'static str {
    match register {
        Register::Wikidata => "Q42",
        Register::Siren => "130025265",
        Register::Rna => "W751234567",
        Register::Ror => "05v1ya123",
        Register::Doi => "10.5281/zenodo.123",
        Register::Swhid => "swh:1:snp:c7c108084bc0bf3d81436bf980b46e98bd338453",
    }
}

/// An identifier without what often comes with it: the address of its register, blanks; nothing when the register
/// gives none of this form. The key of a SIREN is checked, as INSEE computes it: by the formula of Luhn.
pub(crate) fn parse(register: Register, written: &str) -> Option<String> {
    let start = match register {
        Register::Doi => written.find("10.")?,
        Register::Swhid => written.find("swh:1:")?,
        _ => written.rfind('/').map_or(0, |slash| slash + 1),
    };
    let value: String = written[start..].chars().filter(|c| !c.is_whitespace()).collect();
    let number = |start: &str| value.strip_prefix(start).filter(|rest| !rest.is_empty()).is_some_and(is_number);
    let is_one = match register {
        Register::Wikidata => number("Q"),
        Register::Siren => value.len() == 9 && is_number(&value) && luhn(&value),
        Register::Rna => value.len() == 10 && number("W"),
        Register::Ror => value.len() == 9 && value.bytes().all(|byte| byte.is_ascii_alphanumeric()),
        Register::Doi => value.split_once('/').is_some_and(|(publisher, name)| publisher.len() > 6 && !name.is_empty()),
        Register::Swhid => value.is_ascii(),
    };
    is_one.then_some(value)
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the sum of the digits, every other one doubled from the last but one, ends with 0.
fn luhn(digits: &str) -> bool {
    let digits = digits.bytes().rev().map(|byte| u32::from(byte - b'0'));
    let doubled = |(rank, digit): (usize, u32)| if rank % 2 == 0 { digit } else { digit / 5 + digit * 2 % 10 };
    digits.enumerate().map(doubled).sum::<u32>() % 10 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_copied_with_an_identifier_is_left_out() {
        for (register, written, expected) in [
            (Register::Wikidata, "https://www.wikidata.org/wiki/Q936", Some("Q936")),
            (Register::Wikidata, "936", None),
            (Register::Siren, "130 025 265", Some("130025265")),
            (Register::Siren, "130025266", None),
            (Register::Siren, "13002526", None),
            (Register::Rna, "W751234567", Some("W751234567")),
            (Register::Ror, "https://ror.org/05v1ya123", Some("05v1ya123")),
            (Register::Doi, "https://doi.org/10.5281/zenodo.123", Some("10.5281/zenodo.123")),
            (Register::Doi, "zenodo.123", None),
            (Register::Swhid, "https://archive.softwareheritage.org/swh:1:snp:12ab", Some("swh:1:snp:12ab")),
        ] {
            assert_eq!(parse(register, written).as_deref(), expected, "{written}");
        }
        for register in Register::ALL {
            assert_eq!(parse(*register, example(*register)).as_deref(), Some(example(*register)));
        }
    }
}
