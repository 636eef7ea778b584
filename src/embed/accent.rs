//! The colour that a host chooses for links and buttons, corrected until it reads.

use std::fmt;

use super::colour::{Oklch, contrast, luminance, to_byte, to_linear};

/// The lightest an accent may be on light grounds, in OKLCH; tokens.css has the same.
const LIGHTEST: f64 = 0.45;
/// The darkest an accent may be on dark grounds.
const DARKEST: f64 = 0.82;

/// A colour of sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

impl Accent {
    /// Reads 3 or 6 hexadecimal digits, after `#` or not, and nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        let digits: Vec<u8> = digits.chars().map(|c| Some(c.to_digit(16)? as u8)).collect::<Option<_>>()?;
        match digits[..] {
            [red, green, blue] => Some(Self { red: red * 17, green: green * 17, blue: blue * 17 }),
            [a, b, c, d, e, f] => Some(Self { red: a * 16 + b, green: c * 16 + d, blue: e * 16 + f }),
            _ => None,
        }
    }

    /// The colour that links and buttons have, on dark grounds or on light ones: its lightness is
    /// bounded, so that it has a contrast of 4.5 at least with every ground of the catalogue. What
    /// leaves sRGB then is clipped, as browsers do on screens that show no more.
    #[must_use]
    pub fn corrected(self, dark: bool) -> Self {
        let [red, green, blue] = self.corrected_light(dark).map(to_byte);
        Self { red, green, blue }
    }

    /// The same as linear light, where it may leave sRGB.
    #[must_use]
    pub fn corrected_light(self, dark: bool) -> [f64; 3] {
        let asked = Oklch::from_linear(self.linear());
        let lightness = if dark { asked.lightness.max(DARKEST) } else { asked.lightness.min(LIGHTEST) };
        Oklch { lightness, ..asked }.to_linear()
    }

    /// The contrast with a ground, from 1 to 21 (WCAG 2.2, « contrast ratio »).
    #[must_use]
    pub fn contrast_with(self, ground: Self) -> f64 {
        contrast(luminance(self.linear()), luminance(ground.linear()))
    }

    fn linear(self) -> [f64; 3] {
        [self.red, self.green, self.blue].map(to_linear)
    }
}

/// Six digits, without `#`: it would start the fragment of a URL.
impl fmt::Display for Accent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accent(text: &str) -> Accent {
        Accent::parse(text).expect("the test writes colours")
    }

    #[test]
    fn colours_are_read_strictly() {
        for (text, read) in [
            ("8d2b2f", Some("8d2b2f")),
            ("#8D2B2F", Some("8d2b2f")),
            ("0af", Some("00aaff")),
            ("#0af", Some("00aaff")),
            ("", None),
            ("#", None),
            ("##0af", None),
            ("0af0", None),
            ("0afé", None),
            ("+0a", None),
            (" 0af", None),
            ("rouge", None),
        ] {
            assert_eq!(Accent::parse(text).map(|accent| accent.to_string()).as_deref(), read, "{text}");
        }
    }

    #[test]
    fn contrasts_are_those_of_wcag() {
        for (one, other, contrast) in [("000", "fff", 21.0), ("fff", "fff", 1.0), ("767676", "fff", 4.54)] {
            assert!((accent(one).contrast_with(accent(other)) - contrast).abs() < 0.01, "{one} on {other}");
        }
    }

    #[test]
    fn what_reads_already_stays() {
        for (asked, dark, corrected) in [("8d2b2f", false, "8d2b2f"), ("000", false, "000000"), ("fff", true, "ffffff")]
        {
            assert_eq!(accent(asked).corrected(dark), accent(corrected), "{asked}");
        }
        assert_ne!(accent("ff0").corrected(false), accent("ff0"));
    }
}
