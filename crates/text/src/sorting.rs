//! One sort for everything that is sorted: each type that the standard sort is made for costs
//! four kilobytes of WebAssembly.

use std::cmp::Ordering;

/// The ranks of `count` items in the order that `compare` gives; equal items keep theirs.
pub fn sorted_ranks(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut ranks: Vec<usize> = (0..count).collect();
    ranks.sort_by(|a, b| compare(*a, *b));
    ranks
}

/// The items in ascending order of a key; equal ones keep their order.
pub fn sorted_by_key<T: Clone, K: Ord>(items: &[T], key: impl Fn(&T) -> K) -> Vec<T> {
    let keys: Vec<K> = items.iter().map(key).collect();
    let ranks = sorted_ranks(items.len(), &|a, b| keys[a].cmp(&keys[b]));
    ranks.into_iter().map(|rank| items[rank].clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::sorted_by_key;

    #[test]
    fn sorts_and_keeps_ties() {
        assert_eq!(sorted_by_key(&["bb", "a", "cc", "d"], |word| word.len()), ["a", "d", "bb", "cc"]);
    }
}
