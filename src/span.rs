//! Half-open byte spans, and the way from bytes to Unicode code points.
//!
//! Inside the library every offset is a byte offset; results count code points, so that Python's
//! `text[start:end]` gives the surface form. [`CodePoints`] converts at the edge.

use std::ops::Range;

/// A half-open range `[start, end)` of bytes of one text, on character boundaries.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`.
    ///
    /// # Panics
    ///
    /// If an offset does not fit in 32 bits; ingest refuses documents of 4 GiB and more.
    pub fn new(start: usize, end: usize) -> Self {
        let fit = |offset: usize| u32::try_from(offset).expect("documents are smaller than 4 GiB");
        debug_assert!(start <= end, "{start} > {end}");
        Self {
            start: fit(start),
            end: fit(end),
        }
    }

    /// The span as a range to index with.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text that the span covers.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether nothing is covered.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `inner` lies within.
    pub fn contains(self, inner: Span) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn hull(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// Without white space at either end.
    #[must_use]
    pub fn trim(self, text: &str) -> Span {
        let covered = self.of(text);
        let start = self.start as usize + covered.len() - covered.trim_start().len();
        Span::new(start, start + covered.trim().len())
    }
}

/// Byte offsets of a text as code points and back, by a count every 128 bytes.
pub struct CodePoints<'a> {
    text: &'a str,
    /// Code points before byte `k * STRIDE`; empty where the text is ASCII.
    marks: Vec<u32>,
}

const STRIDE: usize = 128;

impl<'a> CodePoints<'a> {
    /// Counts `text` once.
    pub fn new(text: &'a str) -> Self {
        let mut marks = Vec::new();
        if !text.is_ascii() {
            let mut count = 0;
            marks.reserve(text.len() / STRIDE + 1);
            for chunk in text.as_bytes().chunks(STRIDE) {
                marks.push(count);
                count += starts(chunk);
            }
        }
        Self { text, marks }
    }

    /// How many code points stand before byte `offset`.
    pub fn before(&self, offset: u32) -> u32 {
        if self.marks.is_empty() {
            return offset;
        }
        let offset = offset as usize;
        let chunk = (offset / STRIDE).min(self.marks.len() - 1);
        self.marks[chunk] + starts(&self.text.as_bytes()[chunk * STRIDE..offset])
    }

    /// The byte at which code point number `point` begins; the text's length past its end.
    pub fn byte(&self, point: u32) -> u32 {
        if self.marks.is_empty() {
            return point.min(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        }
        let chunk = self.marks.partition_point(|&before| before <= point) - 1;
        let mut left = point - self.marks[chunk];
        let bytes = self.text.as_bytes();
        let mut offset = chunk * STRIDE;
        while offset < bytes.len() && !(is_start(bytes[offset]) && left == 0) {
            left -= u32::from(is_start(bytes[offset]));
            offset += 1;
        }
        u32::try_from(offset).unwrap_or(u32::MAX)
    }
}

fn is_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

fn starts(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.iter().filter(|&&b| is_start(b)).count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_and_code_points_agree_on_any_text() {
        for text in ["", "plain", "É", &"aé—𝒳 ".repeat(200)] {
            let points = CodePoints::new(text);
            for (number, (offset, _)) in text.char_indices().enumerate() {
                let (number, offset) = (u32::try_from(number).unwrap(), u32::try_from(offset).unwrap());
                assert_eq!(points.before(offset), number);
                assert_eq!(points.byte(number), offset);
            }
        }
    }
}
