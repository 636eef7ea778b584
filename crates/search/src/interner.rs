//! Distinct strings, each with a number.
//!
//! By hand, since an index spends half of its making here: a `HashMap` of strings takes 79 ms instead of 36 for the
//! 734,000 words of a catalogue of 10,000 entries.

/// Strings side by side in one text, found by an open-addressing hash table.
#[derive(Debug, Clone)]
pub(super) struct Interner {
    text: String,
    /// Where each string ends.
    ends: Vec<u32>,
    /// Hashes and numbers plus one, at the place of the hash or after it; a power of two long.
    table: Vec<(u32, u32)>,
}

impl Interner {
    pub(super) fn new() -> Self {
        Self { text: String::new(), ends: Vec::new(), table: vec![(0, 0); 64] }
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The string of a number.
    pub(super) fn get(&self, number: u32) -> &str {
        let (start, end) = self.range(number);
        &self.text[start..end]
    }

    #[inline(always)]
    fn range(&self, number: u32) -> (usize, usize) {
        let start = if number == 0 { 0 } else { self.ends[number as usize - 1] };
        (start as usize, self.ends[number as usize] as usize)
    }

    /// The number of a string that was interned.
    pub(super) fn find(&self, string: &str) -> Option<u32> {
        self.table[self.place(string, hash_of(string))].1.checked_sub(1)
    }

    /// The number of a string, a new one if need be: the length before it then.
    pub(super) fn intern(&mut self, string: &str) -> u32 {
        let hash = hash_of(string);
        let place = self.place(string, hash);
        if let Some(number) = self.table[place].1.checked_sub(1) {
            return number;
        }
        let number = u32::try_from(self.len()).expect("words read in memory are fewer than 2^32");
        self.text.push_str(string);
        self.ends.push(u32::try_from(self.text.len()).expect("distinct words take less than 4 GB"));
        self.table[place] = (hash, number + 1);
        if self.len() * 4 > self.table.len() * 3 {
            self.grow();
        }
        number
    }

    /// Doubles the table.
    fn grow(&mut self) {
        let mask = self.table.len() * 2 - 1;
        let mut table = vec![(0, 0); mask + 1];
        for (hash, number) in self.table.iter().filter(|(_, number)| *number > 0) {
            let mut place = *hash as usize & mask;
            while table[place].1 > 0 {
                place = (place + 1) & mask;
            }
            table[place] = (*hash, *number);
        }
        self.table = table;
    }

    /// Where a string is in the table, or would be.
    ///
    /// Half of the making of an index is spent here: what it calls is inlined, whatever the size.
    fn place(&self, string: &str, hash: u32) -> usize {
        let mask = self.table.len() - 1;
        let mut place = hash as usize & mask;
        loop {
            let (known, number) = self.table[place];
            if number == 0 {
                return place;
            }
            if known == hash {
                // Bytes: no character is cut, and looking whether one is would take as long again.
                let (start, end) = self.range(number - 1);
                let known = &self.text.as_bytes()[start..end];
                if known.len() == string.len() && known.iter().zip(string.as_bytes()).all(|(a, b)| a == b) {
                    return place;
                }
            }
            place = (place + 1) & mask;
        }
    }
}

/// FNV-1a, folded so that the low bits depend on every byte.
#[inline(always)]
fn hash_of(string: &str) -> u32 {
    let hash = string.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash ^ (hash >> 15)
}

#[cfg(test)]
mod tests {
    use super::Interner;

    #[test]
    fn numbers_strings_once() {
        let mut interner = Interner::new();
        for round in 0..2 {
            for number in 0..1000_u32 {
                assert_eq!(interner.intern(&format!("mot {number}")), number, "round {round}");
            }
        }
        assert_eq!((interner.len(), interner.get(0), interner.get(999)), (1000, "mot 0", "mot 999"));
        assert_eq!((interner.find("mot 42"), interner.find("autre")), (Some(42), None));
    }
}
