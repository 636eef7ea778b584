//! Sets of entries, one bit each.

/// A set of ranks below a fixed number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bitset {
    words: Vec<u64>,
}

impl Bitset {
    /// No rank, of `size` possible ones.
    pub(super) fn empty(size: usize) -> Self {
        Self { words: vec![0; size.div_ceil(64)] }
    }

    /// Every rank below `size`.
    pub(super) fn full(size: usize) -> Self {
        let mut set = Self { words: vec![u64::MAX; size.div_ceil(64)] };
        if let (Some(last), used @ 1..) = (set.words.last_mut(), size % 64) {
            *last = (1 << used) - 1;
        }
        set
    }

    #[inline(always)]
    pub(super) fn insert(&mut self, rank: usize) {
        self.words[rank / 64] |= 1 << (rank % 64);
    }

    #[inline(always)]
    pub(super) fn contains(&self, rank: usize) -> bool {
        self.words[rank / 64] & (1 << (rank % 64)) != 0
    }

    /// Keeps what is in both.
    pub(super) fn intersect(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
    }

    /// Adds what is in the other.
    pub(super) fn unite(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
    }

    /// The number of ranks.
    pub(super) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The number of ranks in both.
    pub(super) fn count_common(&self, other: &Self) -> usize {
        self.words.iter().zip(&other.words).map(|(word, other)| (word & other).count_ones() as usize).sum()
    }

    /// The ranks, ascending.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        self.words.iter().enumerate().flat_map(|(place, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                (left != 0).then(|| {
                    let bit = left.trailing_zeros() as usize;
                    left &= left - 1;
                    place * 64 + bit
                })
            })
        })
    }
}

/// The entries that have a value: bits when they are many, ranks when they are few.
#[derive(Debug, Clone)]
pub(super) enum Members {
    Many(Bitset),
    Few(Vec<u32>),
}

impl Members {
    /// From ranks below `size`, ascending; takes the smaller form.
    pub(super) fn new(ranks: Vec<u32>, size: usize) -> Self {
        if ranks.len() * 32 < size {
            return Self::Few(ranks);
        }
        let mut set = Bitset::empty(size);
        ranks.iter().for_each(|rank| set.insert(*rank as usize));
        Self::Many(set)
    }

    /// How many are in a set.
    pub(super) fn count_in(&self, set: &Bitset) -> usize {
        match self {
            Self::Many(members) => members.count_common(set),
            Self::Few(ranks) => ranks.iter().filter(|rank| set.contains(**rank as usize)).count(),
        }
    }

    /// Adds them to a set.
    pub(super) fn add_to(&self, set: &mut Bitset) {
        match self {
            Self::Many(members) => set.unite(members),
            Self::Few(ranks) => ranks.iter().for_each(|rank| set.insert(*rank as usize)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bitset, Members};

    #[test]
    fn holds_what_was_put_in() {
        for size in [0, 1, 63, 64, 65, 200] {
            assert_eq!(Bitset::full(size).iter().collect::<Vec<_>>(), (0..size).collect::<Vec<_>>(), "{size}");
            let mut thirds = Bitset::empty(size);
            (0..size).step_by(3).for_each(|rank| thirds.insert(rank));
            assert_eq!(thirds.count(), size.div_ceil(3));
            assert!((0..size).all(|rank| thirds.contains(rank) == (rank % 3 == 0)));
            for step in [2, 50] {
                let ranks: Vec<u32> = (0..u32::try_from(size).expect("a small size")).step_by(step).collect();
                let members = Members::new(ranks.clone(), size);
                assert_eq!(members.count_in(&thirds), ranks.iter().filter(|rank| *rank % 3 == 0).count());
                let mut all = thirds.clone();
                members.add_to(&mut all);
                assert!((0..size).all(|rank| all.contains(rank) == (rank % 3 == 0 || rank % step == 0)));
            }
        }
    }
}
