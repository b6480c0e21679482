//! What was found out once is not found out again: facts about words, kept from one document to the next.

use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashMap;

/// Facts about words by their exact form. A fact must depend on the word alone, so that results do not depend on what was read before.
pub struct WordMemo<T>(FxHashMap<Key, T>);

/// Words that are kept at most: beyond that the memo begins anew.
const MOST_WORDS: usize = 1 << 17;

impl<T> Default for WordMemo<T> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<T: Copy> WordMemo<T> {
    /// The fact about `word`; found out by `find` where it is not known yet.
    pub fn get(&mut self, word: &str, find: impl FnOnce(&str) -> T) -> T {
        let Some(key) = Key::of(word.as_bytes()) else {
            return find(word);
        };
        if let Some(fact) = self.0.get(&key) {
            return *fact;
        }
        if self.0.len() >= MOST_WORDS {
            self.0.clear();
        }
        let fact = find(word);
        self.0.insert(key, fact);
        fact
    }
}

/// A word of up to 16 bytes, whole: its first and its last bytes, and its length.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Key(u64, u64, usize);

impl Key {
    /// `None` where the word is longer.
    pub(crate) fn of(word: &[u8]) -> Option<Self> {
        let (head, tail) = match word.len() {
            0..=3 => (word.iter().fold(0, |head, byte| head << 8 | u64::from(*byte)), 0),
            4..=8 => (four(word), four(&word[word.len() - 4..])),
            9..=16 => (eight(word), eight(&word[word.len() - 8..])),
            _ => return None,
        };
        Some(Self(head, tail, word.len()))
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
