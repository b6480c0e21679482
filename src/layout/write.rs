//! Blocks as stretches of the source, to the reading text and the way back.

use crate::document::{Block, BlockKind, Document, Head, Section, SourceMap};
use crate::ingest::RawBlock;
use crate::span::Span;

/// Writes the reading text of `blocks`; those without anything to see are left out.
pub(super) fn document(head: Head, source_text: String, blocks: &[RawBlock]) -> Document {
    let mut writer = Writer {
        source: &source_text,
        text: String::with_capacity(source_text.len()),
        map: SourceMap::default(),
    };
    let mut levels = Vec::new();
    let mut written = Vec::with_capacity(blocks.len());
    for raw in blocks {
        if let Some(span) = writer.block(&raw.parts) {
            written.push(Block {
                kind: raw.kind,
                span,
                page: raw.page,
                section: None,
            });
            levels.push(raw.level);
        }
    }
    let Writer { text, map: source_map, .. } = writer;
    let sections = sections(&mut written, &levels);
    Document {
        head,
        source_text,
        text,
        blocks: written,
        sections,
        source_map,
    }
}

struct Writer<'a> {
    source: &'a str,
    text: String,
    map: SourceMap,
}

/// Where a block's writing stands.
struct Pen {
    /// Where the block begins in the reading text.
    start: usize,
    /// White space that becomes one space before the next character.
    space: Option<Span>,
}

impl Writer<'_> {
    /// Writes one block after a blank line; `None` where there is nothing to see.
    fn block(&mut self, parts: &[Span]) -> Option<Span> {
        let before = self.text.len();
        if before > 0 {
            self.text.push_str("\n\n");
        }
        let mut pen = Pen {
            start: self.text.len(),
            space: None,
        };
        for &part in parts {
            self.part(&mut pen, part);
        }
        if self.text.len() == pen.start {
            self.text.truncate(before);
            return None;
        }
        Some(Span::new(pen.start, self.text.len()))
    }

    fn part(&mut self, pen: &mut Pen, part: Span) {
        let bytes = &self.source.as_bytes()[..part.end as usize];
        let (mut copied, mut at) = (part.start as usize, part.start as usize);
        while at < bytes.len() {
            at += bytes[at..].iter().take_while(|byte| byte.is_ascii_graphic()).count();
            if at == bytes.len() {
                break;
            }
            if bytes[at] == b' ' && at > copied && bytes.get(at + 1).is_some_and(u8::is_ascii_graphic) {
                at += 1;
                continue;
            }
            let Some(c) = self.source[at..].chars().next() else { break };
            let next = at + c.len_utf8();
            if let Some(edit) = edit(c) {
                self.copy(pen, copied..at);
                self.edit(pen, &edit, Span::new(at, next));
                copied = next;
            }
            at = next;
        }
        self.copy(pen, copied..bytes.len());
    }

    fn edit(&mut self, pen: &mut Pen, edit: &Edit, source: Span) {
        match edit {
            Edit::Drop => {}
            Edit::Space => match &mut pen.space {
                Some(space) if space.end == source.start => space.end = source.end,
                Some(_) => {}
                none => *none = Some(source),
            },
            Edit::Letters(letters) => {
                self.space(pen);
                let start = self.text.len();
                self.text.push_str(letters);
                self.map.replace(Span::new(start, self.text.len()), source);
            }
        }
    }

    fn copy(&mut self, pen: &mut Pen, range: std::ops::Range<usize>) {
        if !range.is_empty() {
            self.space(pen);
            let start = self.text.len();
            self.text.push_str(&self.source[range.clone()]);
            self.map.copy(Span::new(start, self.text.len()), Span::new(range.start, range.end));
        }
    }

    /// Writes the space that is due, unless the block only begins here.
    fn space(&mut self, pen: &mut Pen) {
        if let Some(source) = pen.space.take()
            && self.text.len() > pen.start
        {
            let start = self.text.len();
            self.text.push(' ');
            self.map.replace(Span::new(start, start + 1), source);
        }
    }
}

/// What becomes of a character that is not copied as it is.
enum Edit {
    Drop,
    Space,
    Letters(&'static str),
}

fn edit(c: char) -> Option<Edit> {
    Some(match c {
        '\u{AD}' => Edit::Drop,
        '\u{FB00}' => Edit::Letters("ff"),
        '\u{FB01}' => Edit::Letters("fi"),
        '\u{FB02}' => Edit::Letters("fl"),
        '\u{FB03}' => Edit::Letters("ffi"),
        '\u{FB04}' => Edit::Letters("ffl"),
        '\u{FB05}' | '\u{FB06}' => Edit::Letters("st"),
        c if c.is_whitespace() => Edit::Space,
        c if c.is_control() => Edit::Drop,
        _ => return None,
    })
}

/// The sections that headings open, and in each block the section it stands in.
fn sections(blocks: &mut [Block], levels: &[u8]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut last_end = 0;
    for (index, (block, &level)) in blocks.iter_mut().zip(levels).enumerate() {
        if block.kind == BlockKind::Heading {
            while let Some(&section) = open.last()
                && sections[section].level >= level
            {
                sections[section].span.end = last_end;
                open.pop();
            }
            open.push(sections.len());
            let heading = u32::try_from(index).unwrap_or(u32::MAX);
            sections.push(Section {
                heading,
                level,
                span: block.span,
            });
        }
        block.section = open.last().and_then(|&section| u32::try_from(section).ok());
        last_end = block.span.end;
    }
    for section in open {
        sections[section].span.end = last_end;
    }
    sections
}
