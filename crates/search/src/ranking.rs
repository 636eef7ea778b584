//! How much a word tells of an entry, and what puts one entry before another.
//!
//! The score of a word is BM25F: Robertson, Zaragoza and Taylor, « Simple BM25 extension to
//! multiple weighted fields » (CIKM 2004). Frequencies are weighted by field and length before they
//! are saturated, once, as the index is made. All the rest is in integers, so that a browser and a
//! server give the same order.

use super::fields::Field;

/// How a term answers a word, from the surest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchKind {
    /// It is the word, accents and case aside.
    Exact,
    /// It has the same stem: « logements » for « logement ».
    Inflection,
    /// It is written in one word, or in several: « open data » for « opendata », « eau » for « VigiEau ».
    Joined,
    /// It starts with the word being typed.
    Prefix,
    /// It means the same, or is its acronym.
    Synonym,
    /// It is this number of typing errors away.
    Typo(u8),
    /// It starts as the stem of the word does, or as a relative of it: « proposer » for « proposition », « réduction »
    /// for « réduire ».
    Derived,
}

/// The weighted frequency at which a word has told half of what it can.
const SATURATION: f32 = 4.0;

/// How much a word counts in a field.
const fn boost(field: Field) -> f32 {
    match field {
        Field::Name => 12.0,
        Field::Alias => 10.0,
        Field::Inner => 8.0,
        Field::Replaced => 6.0,
        Field::Theme | Field::Host => 4.0,
        Field::Summary => 4.0,
        Field::Bearer => 2.0,
        Field::Need => 2.0,
        Field::Body => 1.0,
    }
}

/// How much the length of a field takes from each of its words, from 0 to 1.
const fn dilution(field: Field) -> f32 {
    match field {
        Field::Name | Field::Inner | Field::Alias | Field::Replaced => 0.4,
        _ => 0.6,
    }
}

/// What one word is worth in a field, from the terms of the field and their mean over entries.
pub(super) fn weight(field: Field, length: f32, mean: f32) -> f32 {
    boost(field) / (1.0 - dilution(field) + dilution(field) * length / mean.max(1.0))
}

/// The impact of a weighted frequency, from 1 to 255.
pub(super) fn impact(frequency: f32) -> u8 {
    ((255.0 * frequency / (SATURATION + frequency)) as u8).max(1)
}

/// How sure a match is, from 0 to 255.
pub(super) const fn certainty(kind: MatchKind) -> u32 {
    match kind {
        MatchKind::Exact => 255,
        MatchKind::Inflection | MatchKind::Joined => 230,
        MatchKind::Prefix => 150,
        MatchKind::Typo(1) => 160,
        MatchKind::Synonym => 120,
        MatchKind::Typo(_) => 110,
        MatchKind::Derived => 90,
    }
}

/// The rarity of a word that `holders` of `entries` hold, in 256ths of a bit.
///
/// Source: the inverse document frequency of Robertson and Spärck Jones, smoothed to stay positive.
pub(super) fn rarity(entries: usize, holders: usize) -> u32 {
    log2_256ths(2 * entries as u64 + 2, 2 * holders as u64 + 1).max(16)
}

/// 256 times the binary logarithm of a ratio of at least 1, by repeated squaring.
fn log2_256ths(numerator: u64, denominator: u64) -> u32 {
    const FRACTION: u32 = 20;
    let ratio = ((numerator << FRACTION) / denominator).max(1 << FRACTION);
    let whole = ratio.ilog2() - FRACTION;
    let mut mantissa = ratio >> whole;
    let mut logarithm = whole << 8;
    for bit in (0..8).rev() {
        mantissa = (mantissa * mantissa) >> FRACTION;
        if mantissa >= 2 << FRACTION {
            mantissa >>= 1;
            logarithm |= 1 << bit;
        }
    }
    logarithm
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_is_right() {
        for (numerator, denominator) in [(1, 1), (2, 1), (3, 2), (252, 3), (200_001, 7), (u64::from(u32::MAX), 1)] {
            let expected = (numerator as f64 / denominator as f64).log2() * 256.0;
            let found = f64::from(log2_256ths(numerator, denominator));
            assert!((found - expected).abs() <= 1.0, "{numerator}/{denominator}: {found}, {expected}");
        }
    }

    #[test]
    fn words_tell_more_when_rare_and_in_names() {
        assert!(rarity(1000, 1) > rarity(1000, 10) && rarity(1000, 10) > rarity(1000, 1000));
        let names = impact(weight(Field::Name, 3.0, 3.0));
        assert!(names > impact(weight(Field::Summary, 20.0, 20.0)));
        assert!(impact(weight(Field::Body, 200.0, 100.0)) < impact(weight(Field::Body, 50.0, 100.0)));
        assert_eq!(impact(0.0), 1);
    }
}
