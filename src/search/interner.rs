//! Distinct strings, each with a number.

/// Strings side by side in one text, found by an open-addressing hash table.
#[derive(Debug, Clone)]
pub(super) struct Interner {
    text: String,
    /// Where each string ends.
    ends: Vec<u32>,
    /// Numbers plus one, at the place of their hash or after it; a power of two long.
    table: Vec<u32>,
}

impl Interner {
    pub(super) fn new() -> Self {
        Self { text: String::new(), ends: Vec::new(), table: vec![0; 64] }
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The string of a number.
    pub(super) fn get(&self, number: u32) -> &str {
        let start = if number == 0 { 0 } else { self.ends[number as usize - 1] };
        &self.text[start as usize..self.ends[number as usize] as usize]
    }

    /// The number of a string that was interned.
    pub(super) fn find(&self, string: &str) -> Option<u32> {
        self.table[self.place(string)].checked_sub(1)
    }

    /// The number of a string, a new one if need be: the length before it then.
    pub(super) fn intern(&mut self, string: &str) -> u32 {
        let place = self.place(string);
        if let Some(number) = self.table[place].checked_sub(1) {
            return number;
        }
        let number = u32::try_from(self.len()).expect("words read in memory are fewer than 2^32");
        self.text.push_str(string);
        self.ends.push(u32::try_from(self.text.len()).expect("distinct words take less than 4 GB"));
        self.table[place] = number + 1;
        if self.len() * 4 > self.table.len() * 3 {
            self.table = vec![0; self.table.len() * 2];
            for number in 0..=number {
                let place = self.place(self.get(number));
                self.table[place] = number + 1;
            }
        }
        number
    }

    /// Where a string is in the table, or would be.
    fn place(&self, string: &str) -> usize {
        // FNV-1a, its product folded so that the low bits depend on every byte.
        let hash =
            string.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let mask = self.table.len() - 1;
        let mut place = (hash ^ (hash >> 15)) as usize & mask;
        while let Some(number) = self.table[place].checked_sub(1) {
            if self.get(number) == string {
                break;
            }
            place = (place + 1) & mask;
        }
        place
    }
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
