//! The lines of a text, with what typography tells: gaps, indents, pages.

use super::chars::is_unseen;
use crate::span::Span;

/// A line with something to see on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// What is seen, in the source.
    pub span: Span,
    /// Past the line break that ends it.
    pub next: u32,
    /// Columns of white space before it.
    pub indent: u16,
    /// Blank lines before it.
    pub gap: u16,
    /// Whether more than one blank stands behind it, as behind the last line of a typed paragraph.
    pub trailing: bool,
    /// Whether a line of many blanks stands before it, as word processors print the rule above notes.
    pub after_blank_rule: bool,
    /// Width in characters, without the indent.
    pub width: u32,
    /// Width in print, without the indent, in a hundredth of an "n".
    pub printed_width: u32,
    /// Page from 1; 0 where pages are not marked.
    pub page: u32,
    /// What it was found to be.
    pub role: Role,
}

/// What a line was found to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Running text, headings, lists: what is read in one go.
    Flow,
    /// A running head or foot, a page number.
    Furniture,
    /// A rule: no text.
    Rule,
    /// The first line of the note with this number.
    Note(u32),
    /// A further line of a note.
    NoteMore,
    /// The first line of an entry in a bibliography.
    Reference,
    /// A further line of an entry, or of a run of web addresses.
    ReferenceMore,
    /// The first row of a table.
    Table,
    /// A further row.
    TableMore,
}

impl Line {
    /// What is seen on the line.
    pub fn text<'a>(&self, source: &'a str) -> &'a str {
        self.span.of(source)
    }
}

/// How many blanks on an otherwise empty line make it a rule.
const BLANK_RULE: usize = 20;

/// The lines of `text` from byte `content` on.
pub(super) fn split(text: &str, content: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let paged = memchr::memchr(b'\x0c', &text.as_bytes()[content..]).is_some();
    let mut page = u32::from(paged);
    let (mut gap, mut blank_rule, mut start) = (0u16, false, content);
    while start < text.len() {
        let (end, next, turns_page) = line_end(text.as_bytes(), start);
        let whole = &text[start..end];
        let seen = whole.trim_matches(is_unseen);
        if seen.is_empty() {
            gap = if turns_page { 0 } else { gap.saturating_add(1) };
            blank_rule |= whole.len() >= BLANK_RULE;
        } else {
            let from = start + (whole.len() - whole.trim_start_matches(is_unseen).len());
            lines.push(Line {
                span: Span::new(from, from + seen.len()),
                next: Span::new(next, next).start,
                indent: columns(&text[start..from]),
                gap,
                trailing: text[from + seen.len()..end].len() >= 2,
                after_blank_rule: blank_rule,
                width: width(seen),
                printed_width: printed_width(seen),
                page,
                role: Role::Flow,
            });
            (gap, blank_rule) = (0, false);
        }
        page += u32::from(turns_page);
        start = next;
    }
    lines
}

/// Where the line that begins at `start` ends, where the next one begins, and whether a page ends between.
fn line_end(bytes: &[u8], start: usize) -> (usize, usize, bool) {
    let Some(length) = memchr::memchr3(b'\n', b'\r', b'\x0c', &bytes[start..]) else {
        return (bytes.len(), bytes.len(), false);
    };
    let end = start + length;
    let is_crlf = bytes[end] == b'\r' && bytes.get(end + 1) == Some(&b'\n');
    (end, end + 1 + usize::from(is_crlf), bytes[end] == b'\x0c')
}

fn columns(blank: &str) -> u16 {
    let columns = blank
        .bytes()
        .map(|byte| if byte == b'\t' { 4 } else { u16::from(byte & 0xC0 != 0x80) });
    columns.fold(0, u16::saturating_add)
}

/// Width in characters.
pub(super) fn width(text: &str) -> u32 {
    u32::try_from(text.bytes().filter(|byte| byte & 0xC0 != 0x80).count()).unwrap_or(u32::MAX)
}

/// Width in print, in a hundredth of an "n": an "i" is narrower than an "M".
pub(super) fn printed_width(text: &str) -> u32 {
    let total: u64 = text.bytes().map(|byte| u64::from(PRINTED[usize::from(byte)])).sum();
    u32::try_from(total).unwrap_or(u32::MAX)
}

/// Widths as common book faces have them, by byte.
const PRINTED: [u8; 256] = {
    let mut widths = [0; 256];
    let mut byte = 0;
    while byte < widths.len() {
        #[expect(clippy::cast_possible_truncation, reason = "the table has an entry a byte")]
        let letter = byte as u8;
        widths[byte] = match letter {
            b'i' | b'j' | b'l' | b'\'' | b'|' | b'!' | b',' | b'.' | b';' | b':' | b' ' => 52,
            b'f' | b'r' | b't' | b'(' | b')' | b'[' | b']' | b'-' | b'I' | b'J' | b's' => 72,
            b'm' | b'M' | b'W' => 160,
            b'w' | b'A'..=b'Z' | b'%' | b'&' | b'@' => 135,
            0x80..=0xBF => 0,
            _ => 100,
        };
        byte += 1;
    }
    widths
};

/// Physical pages, where they are marked.
pub(super) fn number_of_pages(lines: &[Line]) -> Option<u32> {
    lines.last().map(|line| line.page).filter(|&page| page > 0)
}
