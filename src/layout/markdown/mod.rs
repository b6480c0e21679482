//! Markdown: its own marks tell the structure; they are kept out of the reading text.

mod label;
mod marks;

use rustc_hash::FxHashSet;

use self::label::label;
use self::marks::{atx, is_delimiter_row, is_link_definition, item_mark, note_mark, underline};
use super::chars::is_rule;
use super::lines::{self, Line, Role};
use super::markers;
use super::markup;
use super::paragraphs::Chunk;
use crate::document::{BlockKind, Head, Metadata};
use crate::ingest::RawBlock;
use crate::span::Span;

/// Whether a text is Markdown: by its media type, or by its headings.
pub(super) fn is_markdown(head: &Head, content: &str) -> bool {
    match head.source.media_type.as_str() {
        "text/markdown" => true,
        "text/plain" => has_headings(content),
        _ => false,
    }
}

/// More bytes between two headings are no brief in Markdown.
const SPARSEST: usize = 20_000;

/// Whether at least two lines are headings as Markdown marks them.
fn has_headings(content: &str) -> bool {
    let line = |at: usize| content[at + 1..].split('\n').next().unwrap_or_default();
    let found = memchr::memmem::find_iter(content.as_bytes(), b"\n#")
        .filter(|&at| atx(line(at)).is_some())
        .count();
    found >= 2 && found * SPARSEST >= content.len()
}

/// The blocks of a Markdown text.
pub(super) fn blocks(text: &str, content: usize, metadata: &Metadata) -> Vec<RawBlock> {
    let lines = lines::split(text, content);
    let mut parser = Parser {
        text,
        lines: &lines,
        chunks: Vec::new(),
        open: None,
        fence: None,
    };
    for index in 0..lines.len() {
        parser.line(index);
    }
    let mut chunks = parser.chunks;
    strip_markup(text, &mut chunks);
    label(text, &mut chunks, metadata);
    markers::take_out(text, &mut chunks);
    super::in_order(text, chunks)
}

/// What the open chunk is, and so what may go on with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Paragraph,
    Quote,
    Item,
    Note,
    Table,
    Code,
}

struct Parser<'a> {
    text: &'a str,
    lines: &'a [Line],
    chunks: Vec<Chunk>,
    open: Option<Open>,
    /// The fence of the code block that is open.
    fence: Option<&'a str>,
}

impl<'a> Parser<'a> {
    fn line(&mut self, index: usize) {
        let line = self.lines[index];
        let content = line.text(self.text);
        if self.code(&line, content) {
            return;
        }
        if line.gap > 0 && !(self.open == Some(Open::Note) && line.indent >= 2) {
            self.open = None;
        }
        if self.open == Some(Open::Paragraph)
            && line.gap == 0
            && let Some(level) = underline(content)
        {
            return self.underlined(level);
        }
        if is_rule(content) || (content.starts_with("<!--") && content.ends_with("-->")) {
            self.open = None;
        } else if let Some((level, marks)) = atx(content) {
            self.begin(&line, marks, BlockKind::Heading, None);
            if let Some(chunk) = self.chunks.last_mut() {
                chunk.block.level = level;
            }
        } else if let Some(length) = note_mark(content) {
            self.begin(&line, length, BlockKind::Footnote, Some(Open::Note));
        } else if is_link_definition(content) {
            self.begin(&line, 0, BlockKind::Reference, None);
        } else if content.starts_with('|') || (self.open == Some(Open::Table) && content.contains('|')) || self.is_table_head(index) {
            self.row(&line, content);
        } else if let Some(quoted) = content.strip_prefix('>') {
            self.quote(&line, quoted);
        } else if let Some(length) = item_mark(content) {
            self.begin(&line, length, BlockKind::List, Some(Open::Item));
        } else if self.open.is_some() && self.open != Some(Open::Table) {
            self.go_on(&line, 0);
        } else {
            let kind = if line.indent >= 2 && self.chunks.last().is_some_and(|chunk| chunk.block.kind == BlockKind::List) {
                BlockKind::List
            } else {
                BlockKind::Body
            };
            self.begin(&line, 0, kind, Some(Open::Paragraph));
        }
    }

    /// Handles a line of a fenced code block, or the fence itself.
    fn code(&mut self, line: &Line, content: &'a str) -> bool {
        let fence = ["```", "~~~"].into_iter().find(|fence| content.starts_with(fence));
        match (self.fence, fence) {
            (None, None) => return false,
            (None, Some(fence)) => (self.fence, self.open) = (Some(fence), None),
            (Some(open), Some(fence)) if open == fence => (self.fence, self.open) = (None, None),
            _ if self.open == Some(Open::Code) => self.go_on(line, 0),
            _ => self.begin(line, 0, BlockKind::Body, Some(Open::Code)),
        }
        true
    }

    /// The paragraph that was open is a heading.
    fn underlined(&mut self, level: u8) {
        self.open = None;
        if let Some(chunk) = self.chunks.last_mut() {
            (chunk.block.kind, chunk.block.level) = (BlockKind::Heading, level);
        }
    }

    /// Whether a row of dashes and bars follows, below a line with bars.
    fn is_table_head(&self, index: usize) -> bool {
        self.lines[index].text(self.text).contains('|')
            && self
                .lines
                .get(index + 1)
                .is_some_and(|next| next.gap == 0 && is_delimiter_row(next.text(self.text)))
    }

    /// A table's row; the row of dashes is no text.
    fn row(&mut self, line: &Line, content: &str) {
        if is_delimiter_row(content) {
            return;
        }
        let edge = content.len() - content.trim_start_matches('|').len();
        if self.open == Some(Open::Table) {
            self.go_on(line, edge);
        } else {
            self.begin(line, edge, BlockKind::Table, Some(Open::Table));
        }
        if content.len() > edge + 1
            && content.ends_with('|')
            && let Some(last) = self.chunks.last_mut().and_then(|chunk| chunk.block.parts.last_mut())
        {
            last.end = line.span.end - 1;
        }
    }

    fn quote(&mut self, line: &Line, quoted: &str) {
        let mark = line.span.len() - quoted.trim_start_matches(['>', ' ']).len();
        if mark == line.span.len() {
            self.open = None;
        } else if self.open == Some(Open::Quote) {
            self.go_on(line, mark);
        } else {
            self.begin(line, mark, BlockKind::Body, Some(Open::Quote));
        }
    }

    fn begin(&mut self, line: &Line, mark: usize, kind: BlockKind, open: Option<Open>) {
        let page = (line.page > 0).then_some(line.page);
        let role = match kind {
            BlockKind::Footnote => Role::Note(0),
            BlockKind::Reference => Role::Reference,
            BlockKind::Table => Role::Table,
            _ => Role::Flow,
        };
        let block = RawBlock {
            kind,
            level: 0,
            page,
            parts: vec![after(line, mark)],
        };
        self.chunks.push(Chunk {
            block,
            role,
            bullet: None,
            indent: line.indent,
            n_lines: 1,
        });
        self.open = open;
    }

    fn go_on(&mut self, line: &Line, mark: usize) {
        let Some(chunk) = self.chunks.last_mut() else { return };
        let part = after(line, mark);
        match chunk.block.parts.last_mut() {
            Some(last) if mark == 0 && self.text[last.end as usize..part.start as usize].trim().is_empty() => last.end = part.end,
            _ => chunk.block.parts.push(part),
        }
        chunk.n_lines += 1;
    }
}

/// The line without its first `mark` bytes.
fn after(line: &Line, mark: usize) -> Span {
    Span {
        start: line.span.start + u32::try_from(mark).unwrap_or(0),
        end: line.next,
    }
}

/// Takes the marks of emphasis, code and links out of the chunks.
fn strip_markup(text: &str, chunks: &mut [Chunk]) {
    let labels: FxHashSet<&str> = chunks
        .iter()
        .filter(|chunk| matches!(chunk.role, Role::Note(_)))
        .filter_map(|chunk| {
            let mark = text[..chunk.start() as usize].trim_end();
            mark.strip_suffix("]:").and_then(|mark| mark.rsplit("[^").next())
        })
        .collect();
    for chunk in chunks.iter_mut() {
        let marks: Vec<Span> = chunk
            .block
            .parts
            .iter()
            .flat_map(|&part| markup::marks(text, part, &labels))
            .collect();
        let closing = closing_hashes(text, chunk);
        markers::cut(&mut chunk.block.parts, &marks);
        if closing > 0
            && let Some(last) = chunk.block.parts.last_mut()
        {
            last.end -= closing;
        }
    }
}

/// Bytes of "##" that close a heading, with the white space around.
fn closing_hashes(text: &str, chunk: &Chunk) -> u32 {
    let Some(last) = chunk.block.parts.last().filter(|_| chunk.block.kind == BlockKind::Heading) else {
        return 0;
    };
    let content = last.of(text);
    let bare = content.trim_end().trim_end_matches('#');
    if bare.ends_with(' ') {
        u32::try_from(content.len() - bare.len()).unwrap_or(0)
    } else {
        0
    }
}
