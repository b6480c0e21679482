//! Notes and references: which lines belong to them, and where running text goes on.

use rustc_hash::FxHashSet;

use super::chars::{is_address, is_address_start, is_finished, is_rule, starts_lower, starts_upper, superscript};
use super::lines::{Line, Role};
use super::markers;
use super::shape::Shape;

/// Marks the lines of notes, of runs of web addresses, and the rules above them.
pub(super) fn mark(text: &str, lines: &mut [Line], shape: &Shape) {
    let mut reader = Reader {
        text,
        lines,
        shape,
        last: 0,
        state: State::Flow,
        glued: None,
    };
    for index in 0..reader.lines.len() {
        reader.line(index);
    }
}

/// Where the reading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// In running text.
    Flow,
    /// Right after a rule: a note may come.
    Rule,
    /// Among the notes at a page's foot.
    Notes,
    /// Under the heading "Notes".
    NotesSection,
    /// Under the heading "References".
    ReferencesSection,
}

struct Reader<'a> {
    text: &'a str,
    lines: &'a mut [Line],
    shape: &'a Shape,
    /// Number of the last note.
    last: u32,
    state: State,
    /// The numbers glued to words anywhere, gathered when first asked for.
    glued: Option<FxHashSet<u32>>,
}

impl Reader<'_> {
    fn line(&mut self, index: usize) {
        let line = self.lines[index];
        if line.role == Role::Furniture {
            return;
        }
        let content = line.text(self.text);
        if is_rule(content) {
            return self.rule(index, content);
        }
        if let Some(section) = self.section_heading(index, content) {
            self.state = section;
            return;
        }
        self.lines[index].role = match self.state {
            State::Flow | State::Rule => self.in_flow(index, content),
            State::Notes => self.in_notes(index, content),
            State::NotesSection => self.in_section(index, content, true),
            State::ReferencesSection => self.in_section(index, content, false),
        };
    }

    /// A long rule, or one above a note, is no text; a short one may be an author's dash.
    fn rule(&mut self, index: usize, content: &str) {
        let next = self.lines.get(index + 1).map(|next| next.text(self.text));
        let above_note = next.and_then(note_number).is_some();
        if above_note || content.len() >= 10 {
            self.lines[index].role = Role::Rule;
            if self.state == State::Flow {
                self.state = State::Rule;
            }
        }
    }

    /// The heading of a section of notes or references.
    fn section_heading(&self, index: usize, content: &str) -> Option<State> {
        let line = &self.lines[index];
        let is_last = index + 1 == self.lines.len();
        if line.width > 40 || is_last || (index > 0 && line.gap == 0 && !is_finished(self.lines[index - 1].text(self.text))) {
            return None;
        }
        let state = match back_matter(content)? {
            BackMatter::Notes => State::NotesSection,
            BackMatter::References => State::ReferencesSection,
        };
        let next = self.lines[index + 1].text(self.text);
        (state == State::ReferencesSection || note_number(next).is_some()).then_some(state)
    }

    fn in_flow(&mut self, index: usize, content: &str) -> Role {
        let line = self.lines[index];
        let after_rule = line.after_blank_rule || self.state == State::Rule;
        self.state = State::Flow;
        if let Some(number) = note_number(content)
            && self.opens_notes(index, number, after_rule)
        {
            self.last = number;
            self.state = State::Notes;
            return Role::Note(number);
        }
        self.address(index, content).unwrap_or(Role::Flow)
    }

    /// Whether the note `number` on line `index` begins the notes of a page.
    fn opens_notes(&mut self, index: usize, number: u32, after_rule: bool) -> bool {
        let line = self.lines[index];
        let expected = number == self.last + 1 || number == 1;
        let stands_apart = index == 0
            || line.gap > self.shape.spacing
            || self.lines[index - 1].role != Role::Flow
            || line.page != self.lines[index - 1].page;
        if after_rule {
            return expected || (number > self.last && number <= self.last + 3);
        }
        let content = line.text(self.text);
        let bare_number = !content.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')']);
        expected && stands_apart && bare_number && has_note_text(content) && !self.is_numbered_heading(index) && self.is_glued(number)
    }

    /// Whether the line is much shorter than full ones, ends as no note does, and a full line of text follows it.
    fn is_numbered_heading(&self, index: usize) -> bool {
        let Some(wrap) = self.shape.wrap else { return false };
        let line = &self.lines[index];
        let next = self
            .lines
            .get(index + 1)
            .filter(|next| next.role == Role::Flow && next.page == line.page);
        let above_text = next.is_some_and(|next| next.width >= wrap.low && starts_upper(next.text(self.text)));
        line.width * 5 < wrap.high * 4 && !line.text(self.text).ends_with(['.', ',', ';', ')', '”', '"']) && above_text
    }

    /// Whether `number` is glued to a word somewhere in the text.
    fn is_glued(&mut self, number: u32) -> bool {
        let text = self.text;
        self.glued.get_or_insert_with(|| markers::glued_numbers(text)).contains(&number)
    }

    fn in_notes(&mut self, index: usize, content: &str) -> Role {
        let (line, before) = (self.lines[index], self.previous(index));
        if before.is_none_or(|before| before.page != line.page) {
            self.state = State::Flow;
            return self.in_flow(index, content);
        }
        if let Some(number) = note_number(content).filter(|&number| number > self.last && number <= self.last + 2) {
            self.last = number;
            return Role::Note(number);
        }
        if let Some(role) = self.address(index, content) {
            return role;
        }
        if before.is_some_and(|before| self.continues(before, line)) {
            return Role::NoteMore;
        }
        self.state = State::Flow;
        self.in_flow(index, content)
    }

    /// The last line before `index` that is no furniture.
    fn previous(&self, index: usize) -> Option<Line> {
        self.lines[..index]
            .iter()
            .rev()
            .take(4)
            .find(|line| line.role != Role::Furniture)
            .copied()
    }

    /// Whether `line` goes on with the note that `before` belongs to.
    fn continues(&self, before: Line, line: Line) -> bool {
        if !matches!(before.role, Role::Note(_) | Role::NoteMore) {
            return false;
        }
        let (written, content) = (before.text(self.text), line.text(self.text));
        if line.gap > self.shape.spacing.max(1) {
            return false;
        }
        if !is_finished(written) {
            return true;
        }
        let was_full = !self.shape.is_cut_short(self.text, &before, &line);
        line.gap == 0 && was_full && !starts_lower(content) && line.indent <= before.indent.max(1) && before.width > 50
    }

    /// The role of a line that is a web address, or the rest of one.
    fn address(&self, index: usize, content: &str) -> Option<Role> {
        let line = self.lines[index];
        let before = index.checked_sub(1).map(|before| self.lines[before]);
        let runs_on = before.is_some_and(|before| {
            matches!(before.role, Role::Reference | Role::ReferenceMore) && line.gap <= self.shape.spacing && before.page == line.page
        });
        if is_address(content) {
            let in_sentence = before
                .is_some_and(|before| before.role == Role::Flow && line.gap <= self.shape.spacing && !is_finished(before.text(self.text)));
            let in_note =
                before.is_some_and(|before| matches!(before.role, Role::Note(_) | Role::NoteMore) && !is_finished(before.text(self.text)));
            return match (in_note, in_sentence, runs_on) {
                (true, _, _) => Some(Role::NoteMore),
                (_, true, _) => None,
                (_, _, true) => Some(Role::ReferenceMore),
                _ => Some(Role::Reference),
            };
        }
        let is_rest = runs_on && !content.contains(' ') && content.len() > 6 && content.contains(['/', '-', '.', '=', '_']);
        is_rest.then_some(Role::ReferenceMore)
    }

    /// A line under the heading "Notes" or "References".
    fn in_section(&mut self, index: usize, content: &str, is_notes: bool) -> Role {
        let line = self.lines[index];
        let Some(before) = self.previous(index) else { return Role::Flow };
        let first = before.role == Role::Flow || before.role == Role::Rule;
        if line.gap > self.shape.spacing && super::looks::is_legal(content) {
            self.state = State::Flow;
            return Role::Flow;
        }
        let number = note_number(content);
        if is_notes {
            if let Some(number) = number.filter(|&number| first || number > self.last) {
                self.last = number;
                return Role::Note(number);
            }
            let apart = line.gap > self.shape.spacing.max(1) || (line.gap > 0 && is_finished(before.text(self.text)));
            if !apart {
                return Role::NoteMore;
            }
        } else if !self.ends_references(index, content, first) {
            let more = !first && number.is_none() && super::bullets::bullet(content).is_none() && self.is_rest_of_entry(before, line);
            return if more { Role::ReferenceMore } else { Role::Reference };
        }
        self.state = State::Flow;
        self.in_flow(index, content)
    }

    /// Whether a bibliography is over: another heading comes.
    fn ends_references(&self, index: usize, content: &str, first: bool) -> bool {
        let line = self.lines[index];
        !first
            && line.gap > self.shape.spacing
            && line.width < 60
            && starts_upper(content)
            && !content.contains(|c: char| c.is_ascii_digit() || c == ',')
            && !content.ends_with(['.', ',', ';'])
            && self.lines.get(index + 1).is_some_and(|next| next.width > line.width)
    }

    fn is_rest_of_entry(&self, before: Line, line: Line) -> bool {
        if line.gap > self.shape.spacing {
            return false;
        }
        let (written, content) = (before.text(self.text), line.text(self.text));
        line.indent > before.indent + 1
            || (before.indent == line.indent
                && self.shape.wrap.is_some()
                && !(is_finished(written) && self.shape.is_cut_short(self.text, &before, &line))
                && (!is_finished(written) || before.width + 12 > self.shape.wrap.map_or(0, |wrap| wrap.high)))
            || starts_lower(content)
            || is_address_start(content)
    }
}

/// What stands after the text proper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BackMatter {
    /// Endnotes.
    Notes,
    /// A bibliography.
    References,
}

/// The kind of back matter that a heading announces.
pub(super) fn back_matter(heading: &str) -> Option<BackMatter> {
    let bare = heading.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    match bare.as_str() {
        "notes" | "endnotes" | "end notes" | "footnotes" | "notes and references" | "references and notes" => Some(BackMatter::Notes),
        "references"
        | "reference list"
        | "bibliography"
        | "works cited"
        | "sources"
        | "selected bibliography"
        | "literature"
        | "further reading" => Some(BackMatter::References),
        _ => None,
    }
}

/// The number of the note that begins with `line`: "1 Text", "1. Text", "[1] Text", "8Text", "¹ Text".
pub(super) fn note_number(line: &str) -> Option<u32> {
    let first = line.chars().next()?;
    if let Some(mut number) = superscript(first) {
        for digit in line.chars().skip(1).map_while(superscript).take(3) {
            number = number * 10 + digit;
        }
        return Some(number);
    }
    let bracketed = first == '[';
    let rest = &line[usize::from(bracketed)..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 3 {
        return None;
    }
    let after = rest[digits..].chars().next()?;
    let closed = if bracketed {
        after == ']'
    } else {
        after.is_whitespace() || after.is_uppercase() || matches!(after, '.' | ')' | '“' | '"' | '‘')
    };
    if !closed {
        return None;
    }
    rest[..digits].parse().ok().filter(|&number| number > 0)
}

/// Whether something like a sentence follows the number.
fn has_note_text(line: &str) -> bool {
    starts_upper(
        line.trim_start_matches(|c: char| c.is_ascii_digit() || superscript(c).is_some() || c.is_whitespace() || matches!(c, '[' | ']')),
    )
}
