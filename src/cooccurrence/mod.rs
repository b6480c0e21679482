//! Windows to pairs, and what their counts say.
use crate::document::{BlockKind, Document};
use crate::gazetteer::Found;
use crate::result::CooccurrenceTable;
use crate::token::Sentence;

/// Tables by sentence and by paragraph.
pub fn tables(_: &Document, _: &[Sentence], _: &Found, _: impl Fn(BlockKind) -> bool, _min_support: u32) -> Vec<CooccurrenceTable> {
    Vec::new()
}
