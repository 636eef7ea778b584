//! What is added up of each entry while the words of a text are found, and which entries have enough of it.

use catalogue::MOST_KINDS;

/// An entry answers if what it has of the text weighs at least this part, in hundredths, of what
/// the best entry of its kind has…
const PART_OF_KIND: u32 = 55;
/// … and this part of what the best entry of all has.
const PART_OF_ALL: u32 = 45;
/// When fewer entries than this answer so, those that come closest do too: a missing word lowers the rank …
const ENOUGH: usize = 8;
/// … unless there are more than this of these, or they have less than this part of what the best one has.
const TOO_MANY: usize = 20;
const PART_OF_SHORT_LIST: u32 = 30;

/// Numbers by entry, kept from one search to the next since clearing what was written costs less
/// than making them again. All are zero between searches.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    /// For the current word, the best impact × certainty in the low half, and what part of the word
    /// it counts for in the high half.
    best: Vec<u32>,
    /// The entries that have one.
    found: Ranks,
    /// For each entry, the sum of the rarities of the words that it has in the high half, its score in the low half.
    sums: Vec<u64>,
    /// The entries that have a word, unless a word was in so many that all are to be looked at.
    covered: Ranks,
    all_are_covered: bool,
}

/// A list of entries in room for all of them: adding one is a write and no more.
#[derive(Debug, Default)]
struct Ranks {
    room: Vec<u32>,
    count: usize,
}

impl Ranks {
    #[inline(always)]
    fn push(&mut self, entry: u32) {
        self.room.as_mut_slice()[self.count] = entry;
        self.count += 1;
    }

    fn as_slice(&self) -> &[u32] {
        &self.room[..self.count]
    }

    /// Puts in those that are in, in order: memory is then read faster.
    #[inline(always)]
    fn fill(&mut self, are_in: impl Iterator<Item = bool>) {
        self.count = 0;
        (0..).zip(are_in).filter(|(_, is_in)| *is_in).for_each(|(entry, _)| self.push(entry));
    }
}

/// More than this part of all entries are many.
const MANY: usize = 4;
/// The low half of a best value.
const VALUE: u32 = 0xffff;

impl Scratch {
    pub(super) fn new(entries: usize) -> Self {
        let zeros = || vec![0; entries];
        let ranks = || Ranks { room: zeros(), count: 0 };
        Self { best: zeros(), sums: vec![0; entries], found: ranks(), covered: ranks(), all_are_covered: false }
    }

    /// Adds entries, each with a value of the current word, of which it counts for this part. Those of the surest kinds
    /// come first: an entry keeps their part.
    #[inline(always)]
    pub(super) fn add(&mut self, entries: impl Iterator<Item = (u32, u32)>, part: u32) {
        let (best, found) = (self.best.as_mut_slice(), &mut self.found);
        entries.for_each(|(entry, value)| add(best, found, entry, value, part));
    }

    /// How many entries have the current word.
    pub(super) fn found_count(&self) -> usize {
        self.found.count
    }

    /// The best value of the current word in an entry.
    pub(super) fn value(&self, entry: u32) -> u32 {
        self.best[entry as usize] & VALUE
    }

    /// Gives each entry with its best value, and forgets them.
    pub(super) fn drain_found(&mut self, mut give: impl FnMut(u32, u32)) {
        for entry in self.found.as_slice() {
            give(*entry, std::mem::take(&mut self.best[*entry as usize]) & VALUE);
        }
        self.found.count = 0;
    }

    /// Adds the current word to the scores of the entries that have another one, and forgets it.
    pub(super) fn end_asking_word(&mut self, rarity: u32) {
        let sums = self.sums.as_mut_slice();
        for entry in self.found.as_slice() {
            let (sum, best) = (&mut sums[*entry as usize], std::mem::take(&mut self.best[*entry as usize]));
            if *sum > 0 {
                *sum += worth(rarity, best) & u64::from(u32::MAX);
            }
        }
        self.found.count = 0;
    }

    /// Adds the current word to the sums, and forgets it.
    pub(super) fn end_word(&mut self, rarity: u32) {
        // Where many entries have it, going through all of them in order is faster than through these.
        if self.found.count * MANY > self.best.len() {
            self.all_are_covered = true;
            for (sum, best) in self.sums.iter_mut().zip(&mut self.best) {
                *sum += worth(rarity, std::mem::take(best));
            }
        } else {
            let (best, sums) = (self.best.as_mut_slice(), self.sums.as_mut_slice());
            for entry in self.found.as_slice() {
                let sum = &mut sums[*entry as usize];
                if *sum == 0 {
                    self.covered.push(*entry);
                }
                *sum += worth(rarity, std::mem::take(&mut best[*entry as usize]));
            }
        }
        self.found.count = 0;
    }

    /// The entries that have enough of the only word of a text, with their scores; forgets it.
    pub(super) fn answering_word(&mut self, rarity: u32, kinds: &[u8]) -> Vec<(u32, u32)> {
        if self.found.count * MANY > self.best.len() && !self.found.as_slice().is_sorted() {
            self.found.fill(self.best.iter().map(|best| *best > 0));
        }
        let score = |best| worth(rarity, best) as u32;
        answering(&mut self.found, &mut self.best, kinds, false, |best| best >> 16, score)
    }

    /// The entries that have enough of the text, with their scores; forgets everything.
    pub(super) fn answering(&mut self, kinds: &[u8]) -> Vec<(u32, u32)> {
        if std::mem::take(&mut self.all_are_covered) {
            self.covered.fill(self.sums.iter().map(|sum| *sum > 0));
        }
        answering(&mut self.covered, &mut self.sums, kinds, true, |sum| (sum >> 32) as u32, |sum| sum as u32)
    }
}

/// What a word is worth in an entry, from its rarity and its best value there: how much of the text it is in the
/// high half, its part of the score in the low half.
#[inline(always)]
fn worth(rarity: u32, best: u32) -> u64 {
    let (cover, score) = ((rarity * (best >> 16)) >> 3, (rarity * ((best & VALUE) >> 8)) >> 3);
    u64::from(cover) << 32 | u64::from(score)
}

/// Those of some entries that have enough of a text, with their scores; forgets these entries and their values.
#[inline(always)]
fn answering<N: Copy + Default>(
    some: &mut Ranks,
    values: &mut [N],
    kinds: &[u8],
    may_miss: bool,
    cover: impl Fn(N) -> u32,
    score: impl Fn(N) -> u32,
) -> Vec<(u32, u32)> {
    let mut most = [0; MOST_KINDS];
    for entry in some.as_slice() {
        let most = &mut most[usize::from(kinds[*entry as usize])];
        *most = cover(values[*entry as usize]).max(*most);
    }
    let most_of_all = most.into_iter().max().unwrap_or(0);
    let mut least = most.map(|most| (most * PART_OF_KIND).max(most_of_all * PART_OF_ALL).div_ceil(100));
    let answers = |entry: &&u32| cover(values[**entry as usize]) >= least[usize::from(kinds[**entry as usize])];
    if may_miss && some.as_slice().iter().filter(answers).take(ENOUGH).count() < ENOUGH {
        let short = part_of_short_list(some.as_slice().iter().map(|entry| cover(values[*entry as usize])), most_of_all);
        least = least.map(|least| least.min(short));
    }
    let mut entries = vec![(0, 0); some.count];
    let mut count = 0;
    for entry in some.as_slice() {
        let value = std::mem::take(&mut values[*entry as usize]);
        if cover(value) >= least[usize::from(kinds[*entry as usize])] {
            entries[count] = (*entry, score(value));
            count += 1;
        }
    }
    entries.truncate(count);
    some.count = 0;
    entries
}

/// What is enough of a text when few entries have more: as much as the closest ones have, `most` being what the best
/// one has.
fn part_of_short_list(covers: impl Iterator<Item = u32>, most: u32) -> u32 {
    // How many entries have each part, in hundredths.
    let mut by_part = [0; 101];
    covers.for_each(|cover| by_part[(cover * 100 / most.max(1)) as usize] += 1);
    let (mut part, mut total) = (101, 0);
    while total < ENOUGH && part > PART_OF_SHORT_LIST && total + by_part[part as usize - 1] <= TOO_MANY {
        part -= 1;
        total += by_part[part as usize];
    }
    (part * most).div_ceil(100)
}

/// Keeps the best value of an entry. On slices and inlined: most of a search is spent here.
#[inline(always)]
fn add(best: &mut [u32], found: &mut Ranks, entry: u32, value: u32, part: u32) {
    let best = &mut best[entry as usize];
    if *best == 0 {
        found.push(entry);
        *best = (part << 16) | value;
    } else if value > *best & VALUE {
        *best = (*best & !VALUE) | value;
    }
}
