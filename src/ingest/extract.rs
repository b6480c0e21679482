//! What a reader of a format makes of a file's bytes.

use serde_json::{Map, Value};

use crate::document::{BlockKind, Warning};
use crate::ingest::{RawBlock, Structure};
use crate::span::Span;

/// A file's text, structure and metadata, before it has an id.
#[derive(Debug, Clone)]
pub(super) struct Extract {
    /// The extracted text; source offsets count in it.
    pub text: String,
    /// What the format tells about structure.
    pub structure: Structure,
    /// What the file says about itself, by the names of metadata fields.
    pub fields: Map<String, Value>,
    /// What could not be read.
    pub warnings: Vec<Warning>,
    /// Media type of what it turned out to be.
    pub media_type: &'static str,
}

/// Writes a text and its blocks, from the top.
#[derive(Debug, Default)]
pub(super) struct BlockWriter {
    text: String,
    blocks: Vec<RawBlock>,
    open: Option<RawBlock>,
}

impl BlockWriter {
    /// Bytes written so far.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether a block is open and has text.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Ends the open block; the next text begins a new one.
    pub fn end_block(&mut self) {
        if let Some(block) = self.open.take() {
            self.blocks.push(block);
        }
        if !self.text.is_empty() && !self.text.ends_with(['\n', '\x0C']) {
            self.text.push('\n');
        }
    }

    /// Writes `text` into the open block; where none is open, a block of `kind` begins with the first visible character.
    pub fn write(&mut self, text: &str, kind: BlockKind, level: u8) {
        if self.open.is_none() {
            let visible = text.trim_start();
            self.aside(&text[..text.len() - visible.len()]);
            if !visible.is_empty() {
                self.open = Some(RawBlock {
                    kind,
                    level,
                    page: None,
                    parts: Vec::new(),
                });
                self.write(visible, kind, level);
            }
            return;
        }
        let part = self.aside(text);
        if let Some(block) = &mut self.open {
            match block.parts.last_mut() {
                Some(last) if last.end == part.start => last.end = part.end,
                _ => block.parts.push(part),
            }
        }
    }

    /// Writes `text` between the parts of blocks: a note marker, markup.
    pub fn aside(&mut self, text: &str) -> Span {
        let start = self.text.len();
        self.text.push_str(text);
        Span::new(start, self.text.len())
    }

    /// Number of the block that is open or comes next.
    pub fn next(&self) -> usize {
        self.blocks.len()
    }

    /// The text and its blocks.
    pub fn finish(mut self) -> (String, Vec<RawBlock>) {
        self.end_block();
        (self.text, self.blocks)
    }
}
