//! The entries that have a value.

use fixedbitset::FixedBitSet;

/// Entries by rank: a set of bits when they are many, their ranks when they are few.
#[derive(Debug, Clone)]
pub(super) enum Members {
    Many(FixedBitSet),
    Few(Vec<u32>),
}

impl Members {
    /// From ranks below `size`, ascending; takes the smaller form.
    pub(super) fn new(ranks: Vec<u32>, size: usize) -> Self {
        if ranks.len() * 32 < size {
            return Self::Few(ranks);
        }
        let mut set = FixedBitSet::with_capacity(size);
        ranks.iter().for_each(|rank| set.insert(*rank as usize));
        Self::Many(set)
    }

    /// How many are in a set.
    pub(super) fn count_in(&self, set: &FixedBitSet) -> usize {
        match self {
            Self::Many(members) => members.intersection_count(set),
            Self::Few(ranks) => ranks.iter().filter(|rank| set.contains(**rank as usize)).count(),
        }
    }

    /// Adds them to a set.
    pub(super) fn add_to(&self, set: &mut FixedBitSet) {
        match self {
            Self::Many(members) => set.union_with(members),
            Self::Few(ranks) => ranks.iter().for_each(|rank| set.insert(*rank as usize)),
        }
    }
}

#[cfg(test)]
mod tests {
    use fixedbitset::FixedBitSet;

    use super::Members;

    #[test]
    fn many_and_few_count_and_add_alike() {
        for size in [0, 1, 63, 64, 65, 200] {
            let thirds: FixedBitSet = (0..size).step_by(3).collect();
            for step in [2, 50] {
                let ranks: Vec<u32> = (0..u32::try_from(size).expect("a small size")).step_by(step).collect();
                let members = Members::new(ranks.clone(), size);
                assert_eq!(members.count_in(&thirds), ranks.iter().filter(|rank| *rank % 3 == 0).count());
                let mut all = thirds.clone();
                all.grow(size);
                members.add_to(&mut all);
                assert!((0..size).all(|rank| all.contains(rank) == (rank % 3 == 0 || rank % step == 0)));
            }
        }
    }
}
