//! Numbers that look random and are the same on every machine.

/// A generator: SplitMix64, whose steps are integer operations alone.
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

impl Random {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to 1, without 1.
    pub(crate) fn unit(&mut self) -> f64 {
        // 53 bits are what a double holds, so that each value is exact.
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number below a limit that is not 0.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.unit() * limit as f64) as usize
    }

    /// A number from `from` to `to`, both possible.
    pub(crate) fn between(&mut self, from: usize, to: usize) -> usize {
        from + self.below(to - from + 1)
    }

    /// True this often.
    pub(crate) fn chance(&mut self, often: f64) -> bool {
        self.unit() < often
    }

    /// One of several things.
    pub(crate) fn one<T: Copy>(&mut self, things: &[T]) -> T {
        things[self.below(things.len())]
    }
}

/// A choice of ranks that grow rarer, as Zipf's law says of words: the weight of a rank is the
/// inverse of itself plus a shift, which keeps the first ones from being half of all.
#[derive(Debug, Clone)]
pub(crate) struct Zipf(Vec<f64>);

impl Zipf {
    pub(crate) fn new(size: usize, shift: f64) -> Self {
        let mut sum = 0.0;
        Self(
            (0..size)
                .map(|rank| {
                    sum += 1.0 / (rank as f64 + shift);
                    sum
                })
                .collect(),
        )
    }

    pub(crate) fn rank(&self, random: &mut Random) -> usize {
        let sum = self.0.last().copied().unwrap_or_default();
        let point = random.unit() * sum;
        self.0.partition_point(|reached| *reached <= point)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_within_their_limits() {
        let mut random = Random::new(1);
        let mut seen = [0; 3];
        for _ in 0..1000 {
            let number = random.between(4, 6);
            seen[number - 4] += 1;
        }
        assert!(seen.iter().all(|count| *count > 250), "{seen:?}");
    }

    #[test]
    fn first_ranks_are_the_most_frequent() {
        let (zipf, mut random) = (Zipf::new(100, 1.0), Random::new(1));
        let mut seen = [0; 100];
        for _ in 0..10_000 {
            seen[zipf.rank(&mut random)] += 1;
        }
        assert!(seen[0] > 2 * seen[3] && seen[3] > 2 * seen[15], "{seen:?}");
        assert!(seen[99] > 0);
    }
}
