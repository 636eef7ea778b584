//! The colours that a host chooses, for links and buttons and for what is behind texts, corrected until all reads.

use std::fmt;

use catalogue::Colour;

use super::colour::{Oklab, contrast, luminance, to_byte, to_linear};

/// The lightest an accent may be on light grounds, in OKLCH; style/tokens.css has the same.
const LIGHTEST: f64 = 0.45;
/// The darkest an accent may be on dark grounds.
const DARKEST: f64 = 0.82;
/// The lightest a stronger accent may be on light grounds, the darkest on dark ones.
const STRONG: [f64; 2] = [0.36, 0.91];
/// The light grounds, then the dark ones, from the furthest to the nearest. style/tokens.css has the
/// same in OKLCH: no angle is ever turned here, and sines cost the browser kilobytes.
const GROUNDS: [[Oklab; 3]; 2] = [
    [
        Oklab { lightness: 0.966, a: -0.003_441_5, b: 0.004_914_9 },
        Oklab { lightness: 0.996, a: -0.001_147_2, b: 0.001_638_3 },
        Oklab { lightness: 0.932, a: -0.006_364_0, b: 0.006_364_0 },
    ],
    [
        Oklab { lightness: 0.192, a: -0.012_990_4, b: -0.007_500_0 },
        Oklab { lightness: 0.236, a: -0.015_010_1, b: -0.007_981_0 },
        Oklab { lightness: 0.282, a: -0.017_077_1, b: -0.008_329_1 },
    ],
];

/// A colour of sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent(pub Colour);

impl Accent {
    /// Reads 3 or 6 hexadecimal digits, after `#` or not, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        Colour::parse(text).map(Self)
    }

    /// The colour that links and buttons have, on dark grounds or on light ones: its lightness is
    /// bounded, so that it has a contrast of 4.5 at least with every ground of the catalogue. What
    /// leaves sRGB then is clipped, as browsers do on screens that show no more.
    #[must_use]
    pub fn corrected(self, dark: bool) -> Self {
        Self::of_linear(self.corrected_light(dark))
    }

    /// The same as linear light, where it may leave sRGB.
    fn corrected_light(self, dark: bool) -> [f64; 3] {
        let asked = Oklab::from_linear(self.linear());
        let lightness = if dark { asked.lightness.max(DARKEST) } else { asked.lightness.min(LIGHTEST) };
        Oklab { lightness, ..asked }.to_linear()
    }

    /// What browsers that cannot compute colours are told instead: each token of style/tokens.css that follows this
    /// colour, with its value on light grounds, then on dark ones.
    pub fn tokens(self) -> [(&'static str, [Self; 2]); 3] {
        let asked = Oklab::from_linear(self.linear());
        let strong = |lightness: f64| Self::of_linear(Oklab { lightness, ..asked }.to_linear());
        [
            ("--action", [false, true].map(|dark| self.corrected(dark))),
            ("--action-strong", [strong(asked.lightness.min(STRONG[0])), strong(asked.lightness.max(STRONG[1]))]),
            ("--action-ground", [asked.tint(0.928, 0.021), asked.tint(0.315, 0.04)].map(Self::of_oklab)),
        ]
    }

    /// The same of what this colour is to be behind: the ground, the surface and the sunken parts of a theme, whose
    /// lightness is bounded so that every ink of the catalogue reads on the three.
    pub fn ground_tokens(self, dark: bool) -> [(&'static str, Self); 3] {
        let asked = Oklab::from_linear(self.linear());
        let l = asked.lightness;
        let (lightness, chroma) = if dark {
            ([l.min(0.192), (l + 0.044).min(0.236), (l + 0.09).min(0.282)], 0.03)
        } else {
            ([l.max(0.966), (l + 0.03).clamp(0.996, 1.0), (l - 0.034).max(0.932)], 0.02)
        };
        let [ground, surface, sunken] = lightness.map(|lightness| Self::of_oklab(asked.tint(lightness, chroma)));
        [("--ground", ground), ("--surface", surface), ("--sunken", sunken)]
    }

    /// The three grounds that texts have, dark or light.
    pub fn grounds(dark: bool) -> [Self; 3] {
        GROUNDS[usize::from(dark)].map(|ground| Self::of_linear(ground.to_linear()))
    }

    /// The contrast with a ground, from 1 to 21 (WCAG 2.2, « contrast ratio »).
    pub fn contrast_with(self, ground: Self) -> f64 {
        contrast(luminance(self.linear()), luminance(ground.linear()))
    }

    fn of_oklab(colour: Oklab) -> Self {
        Self::of_linear(colour.to_linear())
    }

    fn of_linear(light: [f64; 3]) -> Self {
        Self(Colour(light.map(to_byte)))
    }

    fn linear(self) -> [f64; 3] {
        self.0.0.map(to_linear)
    }
}

/// Six digits, without `#`: it would start the fragment of a URL.
impl fmt::Display for Accent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accent(text: &str) -> Accent {
        Accent::parse(text).expect("the test writes colours")
    }

    /// Colours of every part of sRGB.
    fn colours() -> impl Iterator<Item = Accent> {
        let steps = || (0..=255).step_by(15);
        let all =
            steps().flat_map(move |red| steps().flat_map(move |green| steps().map(move |blue| [red, green, blue])));
        all.map(|colour| Accent(Colour(colour)))
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
    fn any_accent_reads_on_every_ground() {
        let mut least = f64::INFINITY;
        for accent in colours() {
            for dark in [false, true] {
                for ground in Accent::grounds(dark) {
                    // On a screen of sRGB, then on one that shows more.
                    let clipped = accent.corrected(dark).contrast_with(ground);
                    let whole = contrast(luminance(accent.corrected_light(dark)), luminance(ground.linear()));
                    assert!(clipped >= 4.5 && whole >= 4.5, "{accent} on {ground}: {clipped}, {whole}");
                    least = least.min(clipped).min(whole);
                }
            }
        }
        assert!(least < 6.0, "{least}: the accent could be left closer to what is asked");
    }

    /// The palest ink, by theme, and the accents: 4.5 is what WCAG asks of texts. Marks of a host are never paler
    /// than what they were on our own grounds.
    #[test]
    fn everything_reads_on_any_ground() {
        let inks =
            [Oklab { lightness: 0.480, a: -0.020_67, b: -0.007_52 }, Oklab { lightness: 0.745, a: -0.017, b: 0.0 }]
                .map(|ink| luminance(ink.to_linear()));
        let mut least = f64::INFINITY;
        for asked in colours() {
            for (dark, ink) in [false, true].into_iter().zip(inks) {
                for (name, ground) in asked.ground_tokens(dark) {
                    let behind = luminance(ground.linear());
                    let accent = contrast(luminance(asked.corrected_light(dark)), behind);
                    let ink = contrast(ink, behind);
                    assert!(ink >= 4.5 && accent >= 4.5, "{name} {ground} of {asked}: {ink}, {accent}");
                    least = least.min(ink).min(accent);
                }
            }
        }
        assert!(least < 6.0, "{least}: grounds could be left closer to what is asked");
    }

    #[test]
    fn tokens_are_those_of_the_style() {
        let style = include_str!("../../../../style/tokens.css");
        for number in ["0.36", "0.91", "0.928", "0.021", "0.315", "0.04", "0.192", "0.044", "0.236", "0.09", "0.282"] {
            assert!(style.contains(number), "{number}");
        }
        for (token, _) in accent("8d2b2f").tokens() {
            assert!(style.contains(&format!("{token}: light-dark(oklch(from var(--accent)")), "{token}");
        }
        for (token, _) in accent("8d2b2f").ground_tokens(false) {
            assert!(style.contains(&format!("{token}: light-dark(oklch(from var(--ground-light)")), "{token}");
        }
        // White stays white, and ours are within a shade of what they are asked to be.
        assert_eq!(accent("fff").ground_tokens(false)[0].1, accent("fff"));
        assert_eq!(accent("000").ground_tokens(true)[0].1, accent("000"));
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
