//! Digests: what names a file's content, a lexicon, a set of options.

use sha2::{Digest as _, Sha256};

/// SHA-256 of `bytes` in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// A digest over several parts; where one part ends and the next begins matters.
#[derive(Default)]
pub struct Digest(Sha256);

impl Digest {
    /// Adds a part.
    pub fn add(&mut self, part: &[u8]) {
        self.0.update((part.len() as u64).to_le_bytes());
        self.0.update(part);
    }

    /// The first 16 hexadecimal digits.
    pub fn short(self) -> String {
        let mut whole = hex(&self.0.finalize());
        whole.truncate(16);
        whole
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
