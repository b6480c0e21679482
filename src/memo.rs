//! What was found out once is not found out again: facts about words, kept from one document to the next.

use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashMap;

/// Facts about words by their exact form. A fact must depend on the word alone, so that results do not depend on what was read before.
pub struct WordMemo<T> {
    short: FxHashMap<Key, T>,
    long: FxHashMap<Box<str>, T>,
}

/// Words that are kept at most: beyond that the memo begins anew.
const MOST_WORDS: usize = 1 << 17;

impl<T> Default for WordMemo<T> {
    fn default() -> Self {
        Self {
            short: FxHashMap::default(),
            long: FxHashMap::default(),
        }
    }
}

impl<T: Copy> WordMemo<T> {
    /// The fact about `word`; found out by `find` where it is not known yet.
    pub fn get(&mut self, word: &str, find: impl FnOnce(&str) -> T) -> T {
        let key = Key::of(word.as_bytes());
        let known = match key {
            Some(key) => self.short.get(&key),
            None => self.long.get(word),
        };
        if let Some(fact) = known {
            return *fact;
        }
        if self.short.len() + self.long.len() >= MOST_WORDS {
            self.short.clear();
            self.long.clear();
        }
        let fact = find(word);
        match key {
            Some(key) => drop(self.short.insert(key, fact)),
            None => drop(self.long.insert(word.into(), fact)),
        }
        fact
    }
}

/// A word of up to 15 bytes, whole: its bytes, then its length.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Key(u64, u64);

impl Key {
    /// `None` where the word is longer.
    pub(crate) fn of(word: &[u8]) -> Option<Self> {
        let length = word.len();
        let (head, tail) = match length {
            0..=3 => (word.iter().fold(0, |head, byte| head << 8 | u64::from(*byte)), 0),
            4..=8 => (four(word) | four(&word[length - 4..]) << 32, 0),
            9..=15 => (eight(word), eight(&word[length - 8..]) >> 8),
            _ => return None,
        };
        Some(Self(head, tail | (length as u64) << 56))
    }
}

fn four(bytes: &[u8]) -> u64 {
    bytes.first_chunk().map_or(0, |four| u64::from(u32::from_le_bytes(*four)))
}

fn eight(bytes: &[u8]) -> u64 {
    bytes.first_chunk().map_or(0, |eight| u64::from_le_bytes(*eight))
}

/// Working memory that threads take and give back, so that it is allocated once a thread.
pub struct Pool<T>(Mutex<Vec<T>>);

impl<T> Default for Pool<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Default> Pool<T> {
    /// Lends memory to `work`; what `work` leaves in it, a later call finds there.
    pub fn lend<R>(&self, work: impl FnOnce(&mut T) -> R) -> R {
        let free = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut memory = free().pop().unwrap_or_default();
        let result = work(&mut memory);
        free().push(memory);
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart() {
        let words = [
            "",
            "a",
            "b",
            "ab",
            "abc",
            "abcd",
            "abcda",
            "abcdabcd",
            "abcdabcdabcd",
            "abcdabcdabcdabcd",
            "abcdabcdabcdabcde",
        ];
        let mut memo = WordMemo::default();
        for _ in 0..2 {
            for (number, word) in words.iter().enumerate() {
                assert_eq!(memo.get(word, |_| number), number, "{word:?}");
            }
        }
    }
}
