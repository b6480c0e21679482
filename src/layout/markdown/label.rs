//! What Markdown leaves open: title, captions, back matter, furniture.

use crate::document::{BlockKind, Metadata};
use crate::layout::boilerplate::is_boilerplate_heading;
use crate::layout::chars::capitals;
use crate::layout::lines::Role;
use crate::layout::looks::{is_caption, is_legal, is_source_line, looks_like_heading};
use crate::layout::notes::{BackMatter, back_matter};
use crate::layout::opening;
use crate::layout::paragraphs::Chunk;
use crate::span::Span;

/// Settles what Markdown leaves open: title, captions, back matter, furniture.
pub(super) fn label(text: &str, chunks: &mut [Chunk], metadata: &Metadata) {
    let mut section: Option<BackMatter> = None;
    let mut boilerplate = false;
    for chunk in chunks.iter_mut() {
        let content = if chunk.len() <= 420 { chunk.text(text) } else { String::new() };
        let block = &mut chunk.block;
        match block.kind {
            BlockKind::Heading => {
                section = back_matter(&content);
                boilerplate = is_boilerplate_heading(&content);
            }
            BlockKind::Body | BlockKind::List if section.is_some() => {
                let notes = section == Some(BackMatter::Notes);
                (block.kind, chunk.role) = if notes {
                    (BlockKind::Footnote, Role::Note(0))
                } else {
                    (BlockKind::Reference, Role::Reference)
                };
                with_mark(text, chunk, notes);
            }
            BlockKind::Body if is_caption(&content) => block.kind = BlockKind::Caption,
            BlockKind::Body if is_source_line(&content) => block.kind = BlockKind::Reference,
            BlockKind::Body if is_legal(&content) => block.kind = BlockKind::Furniture,
            BlockKind::Body if chunk.n_lines == 1 && is_bare_heading(&content) && !opening::is_opening_line(&content, metadata) => {
                (block.kind, block.level) = (BlockKind::Heading, 6);
            }
            _ => {}
        }
        if boilerplate && chunk.role == Role::Flow {
            chunk.block.kind = BlockKind::Furniture;
        }
    }
    title_and_byline(text, chunks, metadata);
}

/// A short line of capitalized words, marked as a paragraph, that heads a section all the same.
fn is_bare_heading(content: &str) -> bool {
    let (upper, all) = capitals(content);
    looks_like_heading(content) && content.split_whitespace().count() <= 8 && upper * 10 >= all * 6 && !content.ends_with(['!', ':'])
}

/// A numbered endnote keeps its number, which its marker is matched with.
fn with_mark(text: &str, chunk: &mut Chunk, notes: bool) {
    if let Some(first) = chunk.block.parts.first_mut().filter(|_| notes) {
        let line = text[..first.start as usize].rfind(['\n', '\r', '\x0c']).map_or(0, |at| at + 1);
        let mark = &text[line..first.start as usize];
        if mark.contains(|c: char| c.is_ascii_digit()) {
            *first = Span::new(line + mark.len() - mark.trim_start().len(), first.end as usize);
        }
    }
}

/// The first heading of the highest level is the title where no text stands before it.
fn title_and_byline(text: &str, chunks: &mut [Chunk], metadata: &Metadata) {
    let first_text = chunks
        .iter()
        .position(|chunk| chunk.block.kind == BlockKind::Body && !opening::is_opening_line(&chunk.text(text), metadata))
        .unwrap_or(chunks.len());
    let Some(title) = chunks
        .iter()
        .take(first_text)
        .position(|chunk| chunk.block.kind == BlockKind::Heading && chunk.block.level == 1)
    else {
        return;
    };
    chunks[title].block.kind = BlockKind::Title;
    for chunk in &mut chunks[..first_text] {
        if chunk.block.kind == BlockKind::Body {
            chunk.block.kind = BlockKind::Furniture;
        }
    }
}
