//! As many documents as a page may hold.

use serde::Serialize;

/// How many documents of a result are in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Sampled {
    /// With their text.
    pub shown: usize,
    /// In the result.
    pub all: usize,
}

/// Every document as long as they fit in, then every second, every fourth …: even, and the same each time.
pub struct Sample {
    most_bytes: usize,
    pub kept: Vec<Vec<u8>>,
    bytes: usize,
    seen: usize,
    stride: usize,
}

impl Sample {
    pub fn new(most_bytes: usize) -> Self {
        Self {
            most_bytes,
            kept: Vec::new(),
            bytes: 0,
            seen: 0,
            stride: 1,
        }
    }

    pub fn offer<E>(&mut self, make: impl FnOnce() -> Result<Vec<u8>, E>) -> Result<(), E> {
        let wanted = self.seen.is_multiple_of(self.stride);
        self.seen += 1;
        if !wanted {
            return Ok(());
        }
        let document = make()?;
        self.bytes += document.len();
        self.kept.push(document);
        while self.bytes > self.most_bytes && self.kept.len() > 1 {
            self.thin_out();
        }
        Ok(())
    }

    fn thin_out(&mut self) {
        let mut even = false;
        self.kept.retain(|_| {
            even = !even;
            even
        });
        self.bytes = self.kept.iter().map(Vec::len).sum();
        self.stride *= 2;
    }

    pub fn sampled(&self) -> Option<Sampled> {
        (self.kept.len() < self.seen).then_some(Sampled {
            shown: self.kept.len(),
            all: self.seen,
        })
    }
}
