//! A quick look at the first letters of a word, before it is looked up.

/// The letters and digits that a word begins with, as far as they are ASCII and eight at most; with `folds`, in lower case.
pub(super) fn first_letters(word: &[u8], folds: bool) -> u64 {
    let letters = word.iter().take(8).take_while(|byte| byte.is_ascii_alphanumeric());
    letters.fold(0, |key, byte| key << 8 | u64::from(if folds { byte | 0x20 } else { *byte }))
}

/// A bitmap of first letters: most words are in no list.
pub(super) struct Gate(Vec<u64>);

const GATE_BITS: u32 = 18;

impl Default for Gate {
    fn default() -> Self {
        Self(vec![0; 1 << (GATE_BITS - 6)])
    }
}

impl Gate {
    /// Lets words with these first letters pass.
    pub fn open(&mut self, key: u64) {
        let at = Self::slot(key);
        self.0[at >> 6] |= 1 << (at & 63);
    }

    /// Whether a word with these first letters may be one of those let in; almost never where it is none.
    pub fn passes(&self, key: u64) -> bool {
        let at = Self::slot(key);
        self.0[at >> 6] >> (at & 63) & 1 == 1
    }

    fn slot(key: u64) -> usize {
        (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - GATE_BITS)) as usize
    }
}
