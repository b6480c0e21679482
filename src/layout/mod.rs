//! [`RawDocument`] to [`Document`]: paragraphs, headings, notes, furniture; the reading text and its source map.

use crate::document::{Block, BlockKind, Document, SourceMap};
use crate::ingest::{RawDocument, Structure};
use crate::span::Span;

/// How much layout is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// All of it.
    #[default]
    Auto,
    /// Paragraphs only.
    Plain,
}

/// Arranges a document.
pub fn arrange(raw: RawDocument, _mode: Mode) -> Document {
    let mut text = String::new();
    let mut source_map = SourceMap::default();
    let mut blocks = Vec::new();
    let content = match raw.structure {
        Structure::Lines { content } => content,
        Structure::Blocks(_) | Structure::Pages(_) => 0,
    };
    let mut at = content;
    for paragraph in raw.text[content..].split("\n\n") {
        let start = text.len();
        let mut word_at = at;
        for word in paragraph.split_inclusive(char::is_whitespace) {
            let bare = word.trim_end();
            if !bare.is_empty() {
                if text.len() > start {
                    let space = text.len();
                    text.push(' ');
                    source_map.replace(Span::new(space, space + 1), Span::new(word_at - 1, word_at));
                } else if start > 0 {
                    text.push_str("\n\n");
                }
                let begin = text.len();
                text.push_str(bare);
                source_map.copy(Span::new(begin, begin + bare.len()), Span::new(word_at, word_at + bare.len()));
            }
            word_at += word.len();
        }
        if text.len() > start {
            let begin = if start > 0 { start + 2 } else { 0 };
            blocks.push(Block {
                kind: BlockKind::Body,
                span: Span::new(begin, text.len()),
                page: None,
                section: None,
            });
        }
        at += paragraph.len() + 2;
    }
    Document {
        head: raw.head,
        source_text: raw.text,
        text,
        blocks,
        sections: Vec::new(),
        source_map,
    }
}
