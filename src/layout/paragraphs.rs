//! Lines to chunks: what was one paragraph before the paper's width and the page's end broke it.

use super::bullets::{Bullet, bullet};
use super::chars::{capitals, ends_open, has_sentence_end, is_all_caps, is_finished, starts_lower};
use super::hyphens::{Spellings, broken_word};
use super::lines::{Line, Role};
use super::looks::{is_caption, is_contents_line, is_source_line};
use super::opening::{is_opening_line, is_section_word, memo_label};
use super::shape::Shape;
use crate::document::{BlockKind, Metadata};
use crate::ingest::RawBlock;
use crate::span::Span;

/// A block to be, with what is needed to label it.
#[derive(Debug)]
pub(super) struct Chunk {
    /// The block; its kind is settled by [`super::kinds`] where the role is flow.
    pub block: RawBlock,
    /// What its first line was found to be.
    pub role: Role,
    /// What its first line begins with.
    pub bullet: Option<Bullet>,
    /// Columns before its first line.
    pub indent: u16,
    /// Lines it was made of.
    pub n_lines: u32,
}

impl Chunk {
    /// Where the chunk begins: its bullet, too.
    pub fn start(&self) -> u32 {
        self.block.parts.first().map_or(0, |part| part.start)
    }

    /// The source of the chunk in one string; white space is not folded.
    pub fn text(&self, source: &str) -> String {
        self.block
            .parts
            .iter()
            .map(|part| part.of(source))
            .collect::<String>()
            .trim()
            .to_owned()
    }

    /// Bytes of source.
    pub fn len(&self) -> usize {
        self.block.parts.iter().map(|part| part.len()).sum()
    }
}

/// Joins the lines of each paragraph, list item, note and entry.
pub(super) fn assemble(text: &str, lines: &[Line], shape: &Shape) -> Vec<Chunk> {
    let spellings = Spellings::gather(text, breaks(text, lines));
    let mut assembler = Assembler {
        text,
        lines,
        shape,
        spellings,
        chunks: Vec::new(),
        flow: None,
        side: None,
        interrupted: false,
    };
    for index in 0..lines.len() {
        assembler.line(index);
    }
    assembler.chunks
}

/// A chunk that may go on.
#[derive(Debug, Clone, Copy)]
struct Open {
    chunk: usize,
    last_line: usize,
}

struct Assembler<'a> {
    text: &'a str,
    lines: &'a [Line],
    shape: &'a Shape,
    spellings: Spellings,
    chunks: Vec<Chunk>,
    /// The running text's last chunk.
    flow: Option<Open>,
    /// The last note, entry or table.
    side: Option<Open>,
    /// Whether something else stands between the running text's last line and this one.
    interrupted: bool,
}

impl Assembler<'_> {
    fn line(&mut self, index: usize) {
        match self.lines[index].role {
            Role::Flow => self.flow_line(index),
            Role::Rule => self.interrupted = true,
            Role::NoteMore | Role::ReferenceMore | Role::TableMore if self.side.is_some() => {
                let side = self.side.take();
                self.side = side.map(|open| self.append(open, index));
            }
            role => {
                let open = self.open(index, None);
                self.side = (role != Role::Furniture).then_some(open);
                self.interrupted = true;
            }
        }
    }

    fn flow_line(&mut self, index: usize) {
        let bullet = self.bullet(index);
        self.flow = Some(match self.flow {
            Some(open) if !self.starts_new(open, index, bullet) => self.append(open, index),
            _ => self.open(index, bullet),
        });
        self.interrupted = false;
    }

    /// The bullet that line `index` begins with, unless it is a number or dash in the middle of a sentence.
    fn bullet(&self, index: usize) -> Option<Bullet> {
        let line = &self.lines[index];
        let found = bullet(line.text(self.text))?;
        let Some(open) = self.flow else { return Some(found) };
        let before = &self.lines[open.last_line];
        let written = before.text(self.text);
        let is_glyph = line.text(self.text).starts_with(|c: char| !c.is_ascii() && !matches!(c, '–' | '—'));
        let at_boundary = line.gap > self.shape.spacing
            || is_finished(written)
            || (!self.interrupted && self.shape.is_cut_short(self.text, before, line))
            || (self.chunks[open.chunk].bullet.is_some() && written.ends_with(','));
        (is_glyph || at_boundary).then_some(found)
    }

    /// Whether line `index` begins something new, rather than going on with `open`.
    fn starts_new(&self, open: Open, index: usize, bullet: Option<Bullet>) -> bool {
        let (chunk, before, line) = (&self.chunks[open.chunk], &self.lines[open.last_line], &self.lines[index]);
        if bullet.is_some() {
            return true;
        }
        if chunk.len() == 0 {
            return false;
        }
        let (written, content) = (before.text(self.text), line.text(self.text));
        let (finished, lower) = (is_finished(written), starts_lower(content));
        if is_contents_line(written) || memo_label(content).is_some() || is_source_line(content) || (finished && is_caption(content)) {
            return true;
        }
        if line.gap <= self.shape.spacing + 1 && ends_open(written) && !is_all_caps(content) {
            return false;
        }
        if self.interrupted || line.page != before.page {
            let is_text = before.width >= 40
                && chunk.role == Role::Flow
                && !is_caption(&chunk.text(self.text))
                && !(self.is_heading_line(open, before, line));
            return !(broken_word(written, content).is_some()
                || (lower && (!finished || chunk.bullet.is_some()))
                || (lower && is_text)
                || (!finished && is_text));
        }
        if line.gap > self.shape.spacing {
            let goes_on = self.shape.wrap.is_some_and(|wrap| before.width * 10 >= wrap.low * 8)
                && lower
                && !finished
                && line.gap <= self.shape.spacing + 1;
            return !goes_on;
        }
        if lower && !finished {
            return false;
        }
        if is_all_caps(content) && is_all_caps(written) && line.width.max(before.width) < 60 {
            return finished;
        }
        if self.shape.is_unwrapped(before) {
            let (upper, all) = capitals(written);
            return finished || before.width < 60 || upper * 10 >= all * 6;
        }
        let cut_short = self.shape.is_cut_short(self.text, before, line);
        if finished {
            let indented = line.indent > before.indent + 1 && chunk.bullet.is_none();
            let outdented = chunk.bullet.is_some() && line.indent <= chunk.indent && chunk.n_lines > 1 && before.indent > chunk.indent;
            let typed_end = before.trailing && self.shape.trailing_ends;
            return cut_short || indented || outdented || typed_end;
        }
        let broken_heading = self.shape.is_broken_heading(self.text, before, line)
            && !is_opening_line(content, &Metadata::default())
            && !is_section_word(content);
        cut_short && !lower && self.is_heading_line(open, before, line) && !broken_heading
    }

    /// Whether `before`, all there is of its chunk so far, stands above `line` as a heading does.
    fn is_heading_line(&self, open: Open, before: &Line, line: &Line) -> bool {
        let chunk = &self.chunks[open.chunk];
        chunk.n_lines <= 2
            && chunk.bullet.is_none()
            && chunk.len() <= 160
            && (before.width < line.width || before.width < 60)
            && !before.text(self.text).ends_with([',', '-', '–'])
            && !has_sentence_end(before.text(self.text))
            && self.shape.is_cut_short(self.text, before, line)
    }

    fn open(&mut self, index: usize, bullet: Option<Bullet>) -> Open {
        let line = &self.lines[index];
        let content = line.text(self.text);
        let glyph = if let Some(Bullet::Glyph(length)) = bullet {
            content.len() - content[length..].trim_start().len()
        } else {
            0
        };
        let start = line.span.start as usize + glyph;
        let parts = if start < line.span.end as usize {
            vec![Span::new(start, line.next as usize)]
        } else {
            Vec::new()
        };
        let page = (line.page > 0).then_some(line.page);
        let block = RawBlock {
            kind: BlockKind::Body,
            level: 0,
            page,
            parts,
        };
        self.chunks.push(Chunk {
            block,
            role: line.role,
            bullet,
            indent: line.indent,
            n_lines: 1,
        });
        Open {
            chunk: self.chunks.len() - 1,
            last_line: index,
        }
    }

    fn append(&mut self, open: Open, index: usize) -> Open {
        let (before, line) = (&self.lines[open.last_line], &self.lines[index]);
        let glue = self.spellings.glue(before.text(self.text), line.text(self.text));
        let chunk = &mut self.chunks[open.chunk];
        chunk.n_lines += 1;
        let whole = Span {
            start: line.span.start,
            end: line.next,
        };
        match (chunk.block.parts.last_mut(), glue) {
            (Some(last), Some(cut)) => {
                last.end = before.span.end - cut;
                chunk.block.parts.push(whole);
            }
            (Some(last), None) if open.last_line + 1 == index => last.end = whole.end,
            _ => chunk.block.parts.push(whole),
        }
        Open {
            chunk: open.chunk,
            last_line: index,
        }
    }
}

/// Pairs of lines that a broken word may join: neighbors, and running text around what interrupts it.
fn breaks<'a>(text: &'a str, lines: &'a [Line]) -> impl Iterator<Item = (&'a str, &'a str)> {
    let ending = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.text(text).ends_with(['-', '\u{2010}']));
    ending.flat_map(move |(index, line)| {
        let next_in_flow = lines[index + 1..].iter().take(80).find(|next| next.role == Role::Flow);
        lines
            .get(index + 1)
            .into_iter()
            .chain(next_in_flow)
            .map(|next| (line.text(text), next.text(text)))
    })
}
