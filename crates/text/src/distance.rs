//! Edit distance between short words, for near misses in the data and in searches.

/// The optimal string alignment distance: insertions, deletions, substitutions and swaps of
/// neighbours, in characters.
///
/// Source: the recurrence of Damerau (1964) restricted to one edit a substring, with three rows.
#[must_use]
pub fn edit_distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    let mut before = vec![0; b.len() + 1];
    let mut previous: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let changed = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (previous[j] + 1).min(row[j - 1] + 1).min(previous[j - 1] + changed);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row[j] = best;
        }
        before = std::mem::replace(&mut previous, row);
    }
    previous[b.len()]
}

#[cfg(test)]
mod tests {
    use super::edit_distance;

    #[test]
    fn counts_edits() {
        for (a, b, expected) in [
            ("", "", 0),
            ("abc", "", 3),
            ("mobilte", "mobilite", 1),
            ("mobilité", "mobilite", 1),
            ("energei", "energie", 1),
            ("chat", "chien", 3),
        ] {
            assert_eq!(edit_distance(a, b), expected, "{a} → {b}");
            assert_eq!(edit_distance(b, a), expected, "{b} → {a}");
        }
    }
}
