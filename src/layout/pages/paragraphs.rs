//! Lines to paragraphs: gaps, indents and changes of type begin new ones; columns and pages do not.

use super::super::bullets::{Bullet, bullet};
use super::super::chars::{is_finished, starts_lower};
use super::super::hyphens::{Spellings, broken_word};
use super::super::lines::Role;
use super::super::paragraphs::Chunk;
use super::line::Line;
use super::type_style::{Body, TypeStyle};
use crate::document::BlockKind;
use crate::ingest::RawBlock;
use crate::span::Span;

/// How a paragraph is set on its page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// Its first line.
    pub first: usize,
    /// Its last line.
    pub last: usize,
    /// How its first line is set.
    pub style: TypeStyle,
    /// Whether all of it is heavier than the text.
    pub is_bold: bool,
    /// Distance between its lines, once there are two.
    leading: Option<f32>,
}

/// A gap so many times the usual one begins a paragraph.
const WIDER: f32 = 1.28;
/// An indent in type sizes.
const INDENT: f32 = 0.7;

/// The paragraphs, notes, tables and furniture, in the order of their first lines, and how each is set.
pub(super) fn assemble(text: &str, lines: &[Line<'_>], body: Body) -> (Vec<Chunk>, Vec<Setting>) {
    let spellings = Spellings::gather(text, breaks(text, lines));
    let mut assembler = Assembler {
        text,
        lines,
        body,
        spellings,
        chunks: Vec::new(),
        settings: Vec::new(),
        flow: None,
        broken_off: None,
        side: None,
        interrupted: false,
    };
    for index in 0..lines.len() {
        assembler.line(index);
    }
    (assembler.chunks, assembler.settings)
}

/// Pairs of lines that a broken word may join: neighbors, and running text around what interrupts it.
fn breaks<'a>(text: &'a str, lines: &'a [Line<'_>]) -> impl Iterator<Item = (&'a str, &'a str)> {
    let ending = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.text(text).ends_with(['-', '\u{2010}']));
    ending.flat_map(move |(index, line)| {
        let next_in_flow = lines[index + 1..].iter().take(120).find(|next| next.role == Role::Flow);
        lines
            .get(index + 1)
            .into_iter()
            .chain(next_in_flow)
            .map(|next| (line.text(text), next.text(text)))
    })
}

struct Assembler<'a> {
    text: &'a str,
    lines: &'a [Line<'a>],
    body: Body,
    spellings: Spellings,
    chunks: Vec<Chunk>,
    settings: Vec<Setting>,
    /// The last paragraph of the running text.
    flow: Option<usize>,
    /// The last paragraph that broke off at a column's end, while something else is read: a box beside the text.
    broken_off: Option<usize>,
    /// The last note, table or furniture.
    side: Option<usize>,
    /// Whether something else stands between the running text's last line and this one.
    interrupted: bool,
}

impl Assembler<'_> {
    fn line(&mut self, index: usize) {
        match self.lines[index].role {
            Role::Flow => self.flow_line(index),
            Role::NoteMore | Role::ReferenceMore => self.side_line(index, |_, _| true),
            Role::TableMore => self.side_line(index, |open, line| open.column == line.column),
            Role::Furniture => self.side_line(index, goes_on_below),
            Role::Note(_) | Role::Reference | Role::Table | Role::Rule => {
                self.side = Some(self.open(index, None));
                self.interrupted = true;
            }
        }
    }

    /// A line that goes on with the last side matter of its kind, where `goes_on` agrees.
    fn side_line(&mut self, index: usize, goes_on: impl Fn(&Line<'_>, &Line<'_>) -> bool) {
        let line = &self.lines[index];
        let open = self.side.filter(|&open| {
            let last = &self.lines[self.settings[open].last];
            is_same_matter(last.role, line.role) && goes_on(last, line)
        });
        match open {
            Some(open) => self.append(open, index),
            None => self.side = Some(self.open(index, None)),
        }
        self.interrupted = true;
    }

    fn flow_line(&mut self, index: usize) {
        let bullet = self.bullet(index);
        match self.flow {
            Some(open) if bullet.is_none() && !self.starts_new(open, index) => self.append(open, index),
            open => {
                if let Some(open) = self.broken_off.filter(|&open| bullet.is_none() && self.resumes(open, index)) {
                    self.broken_off = None;
                    self.flow = Some(open);
                    self.append(open, index);
                } else {
                    self.broken_off = open.filter(|&open| self.breaks_off(open, index)).or(self.broken_off);
                    self.flow = Some(self.open(index, bullet));
                }
            }
        }
        self.interrupted = false;
    }

    /// Whether the paragraph ends in the middle of a sentence where its column ends.
    fn breaks_off(&self, open: usize, next: usize) -> bool {
        let (last, line) = (&self.lines[self.settings[open].last], &self.lines[next]);
        let is_text = last.style.has_size_of(self.body.style) && !self.settings[open].is_bold && self.chunks[open].n_lines > 1;
        last.column != line.column && is_text && !is_finished(last.text(self.text))
    }

    /// Whether `line` goes on with the paragraph that broke off in an earlier column or on the page before.
    fn resumes(&self, open: usize, index: usize) -> bool {
        let (last, line) = (&self.lines[self.settings[open].last], &self.lines[index]);
        let begins_column = line.gap.is_none_or(|gap| gap > WIDER * self.body.leading);
        begins_column
            && last.column != line.column
            && line.page <= last.page + 1
            && line.style.has_size_of(self.body.style)
            && !line.is_all(self.body.style.weight + 150)
            && (starts_lower(line.text(self.text)) || (line.gap.is_none() && self.reads_on(open, last, line)))
    }

    /// The bullet that a line begins with; a dash or number in the middle of a sentence is none.
    fn bullet(&self, index: usize) -> Option<Bullet> {
        let line = &self.lines[index];
        if line.is_dotted {
            return Some(Bullet::Glyph(0));
        }
        let found = bullet(line.text(self.text))?;
        let Some(open) = self.flow else { return Some(found) };
        let before = &self.lines[self.settings[open].last];
        let is_glyph = matches!(found, Bullet::Glyph(_)) && !line.text(self.text).starts_with(['-', '–', '—']);
        let finished = is_finished(before.text(self.text));
        if let (Bullet::Number(number), Some(Bullet::Number(own)), false) = (found, self.chunks[open].bullet, finished)
            && number != own + 1
        {
            // "General License / 44."
            return None;
        }
        let at_boundary = finished || self.chunks[open].bullet.is_some() || self.starts_new(open, index);
        (is_glyph || at_boundary).then_some(found)
    }

    fn starts_new(&self, open: usize, index: usize) -> bool {
        let (before, line) = (&self.lines[self.settings[open].last], &self.lines[index]);
        if self.chunks[open].len() == 0 {
            return false;
        }
        if self.changes_type(open, before, line) {
            return true;
        }
        match line.gap {
            Some(gap) if before.column == line.column && !self.interrupted => self.parts_within_column(open, gap, before, line),
            _ => !self.reads_on(open, before, line),
        }
    }

    /// Whether the type changes with `line`: in size, or from a bold or italic line to one that begins otherwise.
    fn changes_type(&self, open: usize, before: &Line<'_>, line: &Line<'_>) -> bool {
        if !before.style.has_size_of(line.style) {
            let is_stub = line.n_chars() < 4 || before.n_chars() < 4;
            return !is_stub;
        }
        let bold = self.body.style.weight + 150;
        let first = line.upright().next();
        let was_bold = self.settings[open].is_bold;
        let ends_bold = was_bold && first.is_some_and(|run| run.weight < bold);
        let begins_bold = !was_bold && line.is_all(bold) && before.upright().last().is_none_or(|run| run.weight < bold);
        ends_bold || begins_bold
    }

    fn parts_within_column(&self, open: usize, gap: f32, before: &Line<'_>, line: &Line<'_>) -> bool {
        let size = line.style.size;
        let usual = self.settings[open]
            .leading
            .unwrap_or_else(|| (self.body.leading * size / self.body.style.size).max(1.15 * size));
        if gap > WIDER * usual + 0.5 || gap < -0.5 * size {
            return true;
        }
        let finished = is_finished(before.text(self.text));
        if !finished && starts_lower(line.text(self.text)) {
            return false;
        }
        let shift = line.left - before.left;
        let is_item = self.chunks[open].bullet.is_some();
        let single = self.chunks[open].n_lines == 1;
        if shift > INDENT * size {
            let hangs = is_item || (single && self.hangs(index_of(self.lines, line), line));
            return !hangs && (finished || self.is_short(before, line));
        }
        if shift < -INDENT * size {
            return is_item || (!single && finished);
        }
        let is_much_shorter = before.right < f32::midpoint(before.edges.0, before.edges.1);
        finished && self.is_short(before, line) && (is_much_shorter || !self.body.is_spaced)
    }

    /// Whether the line after `line` keeps its indent: the paragraph hangs from its first line.
    fn hangs(&self, index: usize, line: &Line<'_>) -> bool {
        let next = self.lines.get(index + 1).filter(|next| next.column == line.column);
        next.is_some_and(|next| (next.left - line.left).abs() < 1.0) && line.left > line.edges.0 + 1.0
    }

    /// Whether the first word of `line` would still have fitted on the line before.
    fn is_short(&self, before: &Line<'_>, line: &Line<'_>) -> bool {
        let content = line.text(self.text);
        let word = content.split_whitespace().next().map_or(0, |word| word.chars().count());
        let n_chars = u16::try_from(content.chars().count()).unwrap_or(u16::MAX).max(1);
        let width = (line.right - line.left) / f32::from(n_chars);
        let room = before.edges.1 - before.right;
        room > width * f32::from(u16::try_from(word + 2).unwrap_or(u16::MAX))
    }

    /// Whether running text goes on in another column, or after what interrupts it.
    fn reads_on(&self, open: usize, before: &Line<'_>, line: &Line<'_>) -> bool {
        let (written, content) = (before.text(self.text), line.text(self.text));
        let is_text = |line: &Line<'_>| line.style.has_size_of(self.body.style);
        let (finished, lower) = (is_finished(written), starts_lower(content));
        if broken_word(written, content).is_some() && lower {
            return true;
        }
        if !is_text(before) || !is_text(line) || self.settings[open].is_bold || line.is_all(self.body.style.weight + 150) {
            return lower && !finished && before.style.has_size_of(line.style);
        }
        let fills = before.right > before.edges.0 + 0.6 * (before.edges.1 - before.edges.0);
        let is_item = self.chunks[open].bullet.is_some();
        let is_full = !self.is_short(before, line) && line.left < line.edges.0 + INDENT * line.style.size;
        (lower && (!finished || !is_item))
            || (!finished && fills)
            || (!is_item && is_full && before.edges.1 - before.edges.0 > 12.0 * line.style.size)
    }

    fn open(&mut self, index: usize, bullet: Option<Bullet>) -> usize {
        let line = &self.lines[index];
        let content = line.text(self.text);
        let glyph = if let Some(Bullet::Glyph(length)) = bullet {
            content.len() - content[length..].trim_start().len()
        } else {
            0
        };
        let span = Span::new(line.span.start as usize + glyph, line.span.end as usize);
        let parts = if span.is_empty() {
            Vec::new()
        } else {
            vec![with_break(self.text, span)]
        };
        let block = RawBlock {
            kind: BlockKind::Body,
            level: 0,
            page: Some(line.page),
            parts,
        };
        self.chunks.push(Chunk {
            block,
            role: line.role,
            bullet,
            indent: 0,
            n_lines: 1,
        });
        let is_bold = line.is_all(self.body.style.weight + 150);
        self.settings.push(Setting {
            first: index,
            last: index,
            style: line.style,
            is_bold,
            leading: None,
        });
        self.chunks.len() - 1
    }

    fn append(&mut self, open: usize, index: usize) {
        let (before, line) = (&self.lines[self.settings[open].last], &self.lines[index]);
        let glue = self.spellings.glue(before.text(self.text), line.text(self.text));
        let setting = &mut self.settings[open];
        if before.column == line.column && index == setting.last + 1 {
            setting.leading = line.gap.filter(|&gap| gap > 0.5 * line.style.size).or(setting.leading);
        }
        setting.last = index;
        setting.is_bold &= line.is_all(self.body.style.weight + 150);
        let chunk = &mut self.chunks[open];
        chunk.n_lines += 1;
        if let (Some(last), Some(cut)) = (chunk.block.parts.last_mut(), glue) {
            last.end = before.span.end - cut;
        }
        chunk.block.parts.push(with_break(self.text, line.span));
    }
}

/// The span with the line break that follows it.
fn with_break(text: &str, span: Span) -> Span {
    let has_break = text.as_bytes().get(span.end as usize) == Some(&b'\n');
    Span {
        start: span.start,
        end: span.end + u32::from(has_break),
    }
}

fn index_of(lines: &[Line<'_>], line: &Line<'_>) -> usize {
    lines.partition_point(|other| other.span.start < line.span.start)
}

fn is_same_matter(open: Role, line: Role) -> bool {
    match line {
        Role::NoteMore => matches!(open, Role::Note(_) | Role::NoteMore),
        Role::ReferenceMore => matches!(open, Role::Reference | Role::ReferenceMore),
        Role::TableMore => matches!(open, Role::Table | Role::TableMore),
        _ => open == line,
    }
}

/// Whether furniture goes on in the line below.
fn goes_on_below(open: &Line<'_>, line: &Line<'_>) -> bool {
    let near = line.gap.is_some_and(|gap| gap > 0.0 && gap < 1.5 * line.style.size);
    open.column == line.column && near && open.style == line.style && open.turned == line.turned
}
