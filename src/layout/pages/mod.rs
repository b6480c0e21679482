//! Lines with their places on pages, to blocks: type size, weight, position and rules tell what a line is.
//!
//! First each line gets its role (running head, note, table, or running text), then lines of running text
//! become paragraphs, then paragraphs get their kind.

mod furniture;
mod kinds;
mod line;
mod markers;
mod notes;
mod opening;
mod paragraphs;
mod tables;
mod type_style;

use crate::document::Metadata;
use crate::ingest::RawBlock;
use crate::ingest::placed::Page;

/// The blocks of `pages`, whose text is `text`.
pub(super) fn blocks(text: &str, pages: &[Page], metadata: &Metadata) -> Vec<RawBlock> {
    let mut lines = line::lines(text, pages);
    let body = type_style::body(&lines);
    furniture::mark(text, pages, &mut lines, body);
    notes::mark(text, pages, &mut lines, body);
    tables::mark(text, &mut lines, body);
    let (mut chunks, settings) = paragraphs::assemble(text, &lines, body);
    kinds::label(text, &lines, &mut chunks, &settings, body, metadata);
    markers::take_out(text, &lines, &mut chunks);
    chunks.into_iter().map(|chunk| chunk.block).collect()
}
