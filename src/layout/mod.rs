//! [`RawDocument`] to [`Document`]: hard wraps undone, every stretch of text labelled, nothing deleted.
//!
//! Whatever a format tells or layout finds out meets in one form, a list of [`RawBlock`]s: stretches of the
//! source, in reading order. [`write`] makes the reading text of them and remembers where each byte came from.

mod boilerplate;
mod bullets;
mod chars;
mod furniture;
mod hyphens;
mod infer;
mod kinds;
mod lines;
mod looks;
mod markdown;
mod markers;
mod markup;
mod notes;
mod opening;
mod pages;
mod paragraphs;
mod shape;
mod tables;
mod write;

use crate::document::{BlockKind, Document};
use crate::ingest::{RawBlock, RawDocument, Structure};

/// How much structure to look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Titles, headings, lists, notes, references, tables, furniture.
    #[default]
    Auto,
    /// Paragraphs only.
    Plain,
}

/// Makes the reading text and its blocks.
pub fn arrange(raw: RawDocument, mode: Mode) -> Document {
    let RawDocument { mut head, text, structure } = raw;
    let mut blocks = match structure {
        Structure::Blocks(blocks) => blocks,
        Structure::Pages(pages) => pages::blocks(&text, &pages, &head.metadata),
        Structure::Lines { content } if mode == Mode::Auto && markdown::is_markdown(&head, &text[content..]) => {
            markdown::blocks(&text, content, &head.metadata)
        }
        Structure::Lines { content } => from_lines(&text, content, mode, &head.metadata, &mut head.source.pages),
    };
    if mode == Mode::Plain {
        for block in &mut blocks {
            (block.kind, block.level) = (BlockKind::Body, 0);
        }
    }
    let mut document = write::document(head, text, &blocks);
    infer::metadata(&mut document);
    document
}

/// The blocks of a text that is nothing but lines.
fn from_lines(text: &str, content: usize, mode: Mode, metadata: &crate::document::Metadata, pages: &mut Option<u32>) -> Vec<RawBlock> {
    let mut lines = lines::split(text, content);
    if mode == Mode::Plain {
        let shape = shape::measure(text, &lines);
        return in_order(text, paragraphs::assemble(text, &lines, &shape));
    }
    furniture::mark(text, &mut lines);
    let shape = shape::measure(text, &lines);
    notes::mark(text, &mut lines, &shape);
    tables::mark(text, &mut lines);
    *pages = lines::number_of_pages(&lines);
    let mut chunks = paragraphs::assemble(text, &lines, &shape);
    kinds::label(text, &mut chunks, metadata);
    markers::take_out(text, &mut chunks);
    in_order(text, chunks)
}

/// The blocks, each where its first character stands: a bullet may be alone on its line, its text on the next page.
fn in_order(text: &str, chunks: Vec<paragraphs::Chunk>) -> Vec<RawBlock> {
    let placed = |chunk: paragraphs::Chunk| Some((first_seen(text, &chunk.block)?, chunk.block));
    let mut blocks: Vec<(usize, RawBlock)> = chunks.into_iter().filter_map(placed).collect();
    blocks.sort_by_key(|&(start, _)| start);
    blocks.into_iter().map(|(_, block)| block).collect()
}

/// Where the first character of `block` stands that the reading text has.
fn first_seen(text: &str, block: &RawBlock) -> Option<usize> {
    let seen = |c: char| !chars::is_unseen(c) && c != '\u{AD}';
    block
        .parts
        .iter()
        .find_map(|part| Some(part.start as usize + part.of(text).find(seen)?))
}
