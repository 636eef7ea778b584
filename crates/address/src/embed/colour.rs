//! Colours as browsers compute them: sRGB, OKLab, contrasts.
//!
//! The matrices of OKLab are those of Björn Ottosson, « A perceptual color space for image
//! processing », 2020, which CSS Color Module Level 4 took up (section « The Oklab and OkLCh spaces »).

/// A colour by lightness (0 to 1), and by chroma and hue as a point: the `l` of OKLCH alone changes here.
#[derive(Debug, Clone, Copy)]
pub(super) struct Oklab {
    pub(super) lightness: f64,
    pub(super) a: f64,
    pub(super) b: f64,
}

impl Oklab {
    pub(super) fn from_linear([red, green, blue]: [f64; 3]) -> Self {
        let l = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let m = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let s = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        let lightness = 0.210_454_255_3 * l + 0.793_617_785 * m - 0.004_072_046_8 * s;
        let a = 1.977_998_495_1 * l - 2.428_592_205 * m + 0.450_593_709_9 * s;
        let b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766 * s;
        Self { lightness, a, b }
    }

    /// The same hue at another lightness, with at most this chroma.
    pub(super) fn tint(self, lightness: f64, chroma: f64) -> Self {
        let scale = (chroma / (self.a * self.a + self.b * self.b).sqrt().max(chroma)).min(1.0);
        Self { lightness, a: self.a * scale, b: self.b * scale }
    }

    /// Linear light, which leaves 0 to 1 where sRGB does not have the colour.
    pub(super) fn to_linear(self) -> [f64; 3] {
        let Self { a, b, .. } = self;
        let l = (self.lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let m = (self.lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let s = (self.lightness - 0.089_484_177_5 * a - 1.291_485_548 * b).powi(3);
        [
            4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
            -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
            -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701 * s,
        ]
    }
}

/// The linear light of a component of sRGB (IEC 61966-2-1).
pub(super) fn to_linear(byte: u8) -> f64 {
    let value = f64::from(byte) / 255.0;
    if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

/// The component of sRGB of a linear light, clipped.
pub(super) fn to_byte(light: f64) -> u8 {
    let value = if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    // Between 0 and 255: nothing is lost.
    (value.clamp(0.0, 1.0) * 255.0).round() as u8
}

/// Relative luminance (WCAG 2.2).
pub(super) fn luminance([red, green, blue]: [f64; 3]) -> f64 {
    0.212_6 * red + 0.715_2 * green + 0.072_2 * blue
}

/// The contrast of two luminances, from 1 to 21 (WCAG 2.2).
pub(super) fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}
