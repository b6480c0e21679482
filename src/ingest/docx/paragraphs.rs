//! The paragraphs of a part, in reading order: changes accepted, text boxes once, tables in one piece.

use super::numbering::Numbering;
use super::styles::{Numbered, Role, Styles, role_of_outline};
use super::table::Table;
use crate::document::BlockKind;
use crate::ingest::xml::{Piece, Tag, pieces};

/// A paragraph, or a table.
#[derive(Debug, Clone, Default)]
pub(super) struct Paragraph {
    /// What it is; `None` for plain text.
    pub role: Option<Role>,
    /// What it is made of, in order.
    pub runs: Vec<Run>,
    /// All of its letters are bold.
    pub is_bold: bool,
}

/// A stretch of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Run {
    /// Text.
    Text(String),
    /// The marker of a note.
    Marker(NoteId),
    /// The place of its own number in a note.
    OwnNumber,
    /// A mark of the author's own choice instead of a number.
    Sign(String),
}

/// Which note.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum NoteId {
    /// At the foot of the page.
    Foot(String),
    /// At the end of the document.
    End(String),
}

impl Paragraph {
    /// Its text without markers.
    pub fn text(&self) -> String {
        let text = |run: &Run| if let Run::Text(text) = run { text.clone() } else { String::new() };
        self.runs.iter().map(text).collect()
    }
}

/// What is open at a place of a part.
enum Frame {
    Paragraph(Open),
    Table(Table),
}

/// A paragraph while it is read.
#[derive(Default)]
struct Open {
    paragraph: Paragraph,
    style: Option<String>,
    numbered: Numbered,
    outline: Option<Role>,
    /// Its mark is deleted: the next paragraph goes on with it.
    joins_next: bool,
    /// Paragraphs of text boxes anchored in it.
    boxed: Vec<Paragraph>,
    n_bold: usize,
    n_letters: usize,
}

/// Reads the paragraphs of one part after another; numbers go on from part to part.
pub(super) struct PartReader<'a> {
    pub styles: &'a Styles,
    pub numbering: Numbering,
    /// What was not well formed.
    pub problems: Vec<String>,
    done: Vec<Paragraph>,
    frames: Vec<Frame>,
    /// Runs of a paragraph whose mark is deleted.
    joined: Vec<Run>,
    /// Open elements that are left out.
    skipped: usize,
    /// For each open choice between alternatives, whether one was taken.
    choices: Vec<bool>,
    run: RunState,
    in_paragraph_properties: bool,
}

/// What is known of the open run.
#[derive(Default)]
struct RunState {
    in_text: bool,
    is_hidden: bool,
    is_bold: bool,
    is_sign: bool,
}

impl<'a> PartReader<'a> {
    /// A reader at the begin of a document.
    pub fn new(styles: &'a Styles, numbering: Numbering) -> Self {
        Self {
            styles,
            numbering,
            problems: Vec::new(),
            done: Vec::new(),
            frames: Vec::new(),
            joined: Vec::new(),
            skipped: 0,
            choices: Vec::new(),
            run: RunState::default(),
            in_paragraph_properties: false,
        }
    }

    /// The paragraphs of a part.
    pub fn part(&mut self, xml: &str) -> Vec<Paragraph> {
        for piece in pieces(xml) {
            match piece {
                Ok(piece) => self.piece(&piece),
                Err(error) => self.problems.push(error.to_string()),
            }
        }
        self.take()
    }

    /// Goes on by one piece.
    pub fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Start(_) if self.skipped > 0 => self.skipped += 1,
            Piece::End(_) if self.skipped > 0 => self.skipped -= 1,
            Piece::Start(tag) => self.start(tag),
            Piece::End(name) => self.end(name),
            Piece::Text(text) if self.run.in_text && self.skipped == 0 => self.text(text),
            Piece::Text(_) => {}
        }
    }

    /// The paragraphs since the last call; closes what is open.
    pub fn take(&mut self) -> Vec<Paragraph> {
        while let Some(frame) = self.frames.pop() {
            self.close(frame);
        }
        (self.skipped, self.run, self.in_paragraph_properties) = (0, RunState::default(), false);
        self.choices.clear();
        if !self.joined.is_empty() {
            let runs = std::mem::take(&mut self.joined);
            self.done.push(Paragraph {
                runs,
                ..Paragraph::default()
            });
        }
        std::mem::take(&mut self.done)
    }

    fn start(&mut self, tag: &Tag) {
        match tag.name() {
            "p" => self.frames.push(Frame::Paragraph(Open {
                paragraph: Paragraph {
                    runs: std::mem::take(&mut self.joined),
                    ..Paragraph::default()
                },
                ..Open::default()
            })),
            "tbl" => self.frames.push(Frame::Table(Table::default())),
            "tr" => self.in_table(Table::row),
            "tc" => self.in_table(Table::cell),
            "pPr" => self.in_paragraph_properties = true,
            "del" | "moveFrom" => self.deletion(),
            "AlternateContent" => self.choices.push(false),
            "Choice" => self.choices.iter_mut().last().into_iter().for_each(|taken| *taken = true),
            "Fallback" if self.choices.last() == Some(&true) => self.skipped = 1,
            "rt" | "pPrChange" | "rPrChange" | "tblPrChange" | "trPrChange" | "tcPrChange" | "sectPrChange" | "numberingChange" => {
                self.skipped = 1
            }
            _ if self.in_paragraph_properties => self.paragraph_property(tag),
            _ => self.in_run(tag),
        }
    }

    /// A deletion around runs, of a paragraph's mark, or of a table's row.
    fn deletion(&mut self) {
        if self.in_paragraph_properties {
            if let Some(Frame::Paragraph(open)) = self.frames.last_mut() {
                open.joins_next = true;
            }
        } else if let Some(Frame::Table(table)) = self.frames.last_mut()
            && !table.in_cell
        {
            table.drop_row();
        }
        self.skipped = 1;
    }

    fn paragraph_property(&mut self, tag: &Tag) {
        let Some(Frame::Paragraph(open)) = self.frames.last_mut() else {
            return;
        };
        match tag.name() {
            "pStyle" => open.style = tag.attr("val"),
            "numId" => open.numbered.list = tag.attr("val"),
            "ilvl" => open.numbered.depth = tag.attr("val").and_then(|depth| depth.parse().ok()),
            "outlineLvl" => open.outline = tag.attr("val").and_then(|level| role_of_outline(&level)),
            _ => {}
        }
    }

    fn in_run(&mut self, tag: &Tag) {
        match tag.name() {
            "r" => self.run = RunState::default(),
            "t" => self.run.in_text = true,
            "vanish" => self.run.is_hidden = tag.is_on(),
            "b" => self.run.is_bold = tag.is_on(),
            "tab" | "ptab" => self.text("\t"),
            "br" | "cr" => self.text("\n"),
            "noBreakHyphen" => self.text("-"),
            "softHyphen" => self.text("\u{AD}"),
            "sym" => self.symbol(tag),
            "footnoteReference" => self.marker(tag, NoteId::Foot),
            "endnoteReference" => self.marker(tag, NoteId::End),
            "footnoteRef" | "endnoteRef" => self.run(Run::OwnNumber),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" | "tbl" => {
                if let Some(frame) = self.frames.pop() {
                    self.close(frame);
                }
            }
            "tc" => self.in_table(|table| table.in_cell = false),
            "t" => self.run.in_text = false,
            "r" => self.run = RunState::default(),
            "pPr" => self.in_paragraph_properties = false,
            "AlternateContent" => {
                self.choices.pop();
            }
            _ => {}
        }
    }

    fn in_table(&mut self, change: impl FnOnce(&mut Table)) {
        if let Some(Frame::Table(table)) = self.frames.last_mut() {
            change(table);
        }
    }

    fn symbol(&mut self, tag: &Tag) {
        let code = tag.attr("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        // Symbol fonts put their glyphs into the private use area: nothing to read.
        if let Some(c) = code.filter(|code| !(0xE000..0xF900).contains(code)).and_then(char::from_u32) {
            self.text(c.encode_utf8(&mut [0; 4]));
        }
    }

    fn marker(&mut self, tag: &Tag, note: impl FnOnce(String) -> NoteId) {
        if tag.attr("customMarkFollows").is_some_and(|value| value != "0" && value != "false") {
            self.run.is_sign = true;
        }
        if let Some(id) = tag.attr("id") {
            self.run(Run::Marker(note(id)));
        }
    }

    fn text(&mut self, text: &str) {
        let RunState {
            is_hidden,
            is_bold,
            is_sign,
            ..
        } = self.run;
        let Some(Frame::Paragraph(open)) = self.frames.last_mut() else {
            return;
        };
        if is_hidden {
            return;
        }
        if is_sign {
            return open.paragraph.runs.push(Run::Sign(text.to_owned()));
        }
        let n_letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        open.n_letters += n_letters;
        open.n_bold += if is_bold { n_letters } else { 0 };
        match open.paragraph.runs.last_mut() {
            Some(Run::Text(last)) => last.push_str(text),
            _ => open.paragraph.runs.push(Run::Text(text.to_owned())),
        }
    }

    fn run(&mut self, run: Run) {
        if let Some(Frame::Paragraph(open)) = self.frames.last_mut() {
            open.paragraph.runs.push(run);
        }
    }

    fn close(&mut self, frame: Frame) {
        match frame {
            Frame::Paragraph(open) if open.joins_next => {
                self.joined = open.paragraph.runs;
                self.deliver(open.boxed);
            }
            Frame::Paragraph(mut open) => {
                let boxed = std::mem::take(&mut open.boxed);
                let paragraph = self.labeled(open);
                self.deliver(std::iter::once(paragraph));
                self.deliver(boxed);
            }
            Frame::Table(table) => {
                let is_nested = matches!(self.frames.last(), Some(Frame::Table(_)));
                self.deliver(if is_nested { table.into_lines() } else { table.into_paragraphs() });
            }
        }
    }

    /// Hands finished paragraphs to what is around them.
    fn deliver(&mut self, paragraphs: impl IntoIterator<Item = Paragraph>) {
        let around = match self.frames.last_mut() {
            Some(Frame::Paragraph(open)) => &mut open.boxed,
            Some(Frame::Table(table)) => table.content(),
            None => &mut self.done,
        };
        around.extend(paragraphs.into_iter().filter(|paragraph| !paragraph.runs.is_empty()));
    }

    /// The paragraph with its role, and with the number that is printed before it.
    fn labeled(&mut self, open: Open) -> Paragraph {
        let mut paragraph = open.paragraph;
        let style = open.style.as_deref().unwrap_or("Normal");
        let inherited = self.styles.numbered(style);
        let place = Numbered {
            list: open.numbered.list.or(inherited.list),
            depth: open.numbered.depth.or(inherited.depth),
        };
        paragraph.is_bold = open.n_letters > 0 && open.n_bold == open.n_letters;
        paragraph.role = open.outline.or_else(|| self.styles.role(style));
        if paragraph.runs.is_empty() {
            return paragraph;
        }
        if let Some(label) = self.numbering.next(&place) {
            let is_plain = paragraph.role.is_none_or(|role| role.kind == BlockKind::Body);
            if is_plain {
                paragraph.role = Some(Role {
                    kind: BlockKind::List,
                    level: 0,
                });
            }
            if let Some(printed) = label.printed {
                paragraph.runs.insert(0, Run::Text(format!("{} ", printed.trim_end())));
            }
        }
        paragraph
    }
}
