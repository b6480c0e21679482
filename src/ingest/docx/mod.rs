//! Word files (.docx).

mod numbering;
mod paragraphs;
mod properties;
mod styles;
mod table;

use rustc_hash::FxHashMap;

use super::Structure;
use super::extract::{BlockWriter, Extract};
use super::package::{Package, PackageError};
use super::xml::{Piece, pieces};
use crate::document::{BlockKind, Warning};
use numbering::Numbering;
use paragraphs::{NoteId, Paragraph, PartReader, Run};
use styles::{Role, Styles};

/// Words that a bold line may have to be a heading.
const LONGEST_HEADING: usize = 16;

/// Whether a package is a Word file.
pub(super) fn is_word(package: &Package) -> bool {
    package.names().iter().any(|name| name == "word/document.xml")
}

/// Reads a Word file.
pub(super) fn read(package: &mut Package) -> Result<Extract, PackageError> {
    let body = package.required("word/document.xml")?;
    let styles = Styles::parse(&package.text("word/styles.xml")?.unwrap_or_default());
    let numbering = Numbering::parse(&package.text("word/numbering.xml")?.unwrap_or_default());
    let mut reader = PartReader::new(&styles, numbering);
    let headers = margins(package, &mut reader, "word/header")?;
    let mut paragraphs = reader.part(&body);
    label_by_look(&mut paragraphs);
    let footnotes = notes(package, &mut reader, "word/footnotes.xml", "footnote", NoteId::Foot)?;
    let endnotes = notes(package, &mut reader, "word/endnotes.xml", "endnote", NoteId::End)?;
    let footers = margins(package, &mut reader, "word/footer")?;

    let order = order(&paragraphs);
    let mut writer = Writer {
        blocks: BlockWriter::default(),
        order: &order,
    };
    writer.margins(&headers);
    writer.paragraphs(&paragraphs);
    writer.notes(footnotes);
    writer.notes(endnotes);
    writer.margins(&footers);
    let problems = reader.problems;
    let (text, blocks) = writer.blocks.finish();
    Ok(Extract {
        text,
        structure: Structure::Blocks(blocks),
        fields: properties::read(package)?,
        warnings: problems.into_iter().map(damage).collect(),
        media_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    })
}

fn damage(problem: String) -> Warning {
    Warning::new(
        "damaged_part",
        format!("a part of the file is not well formed and read up to there: {problem}"),
    )
}

/// What the headers or footers print, each text once.
fn margins(package: &mut Package, reader: &mut PartReader, prefix: &str) -> Result<Vec<Paragraph>, PackageError> {
    let mut lines: Vec<Paragraph> = Vec::new();
    for name in package
        .names()
        .iter()
        .filter(|name| name.starts_with(prefix) && name.ends_with(".xml"))
    {
        let part = package.text(name)?.unwrap_or_default();
        for line in reader.part(&part) {
            if lines.iter().all(|known| known.text() != line.text()) {
                lines.push(line);
            }
        }
    }
    Ok(lines)
}

type Notes = Vec<(NoteId, Vec<Paragraph>)>;

/// The notes of a part; separators are notes with a type, and none of ours.
fn notes(
    package: &mut Package,
    reader: &mut PartReader,
    part: &str,
    element: &str,
    id: fn(String) -> NoteId,
) -> Result<Notes, PackageError> {
    let xml = package.text(part)?.unwrap_or_default();
    let mut notes = Vec::new();
    let mut open = None;
    for piece in pieces(&xml) {
        match piece {
            Ok(Piece::Start(tag)) if tag.name() == element => {
                open = tag.attr("id").filter(|_| tag.attr("type").is_none_or(|kind| kind == "normal"))
            }
            Ok(Piece::End(name)) if name == element => notes.extend(open.take().map(|number| (id(number), reader.take()))),
            Ok(piece) if open.is_some() => reader.piece(&piece),
            Ok(_) => {}
            Err(error) => reader.problems.push(error.to_string()),
        }
    }
    Ok(notes)
}

/// Each note's place among its like, by the order of the markers, and the number that is printed for it.
type Order = FxHashMap<NoteId, (u32, String)>;

fn order(paragraphs: &[Paragraph]) -> Order {
    let mut order = FxHashMap::default();
    let (mut feet, mut ends) = (0, 0);
    for run in paragraphs.iter().flat_map(|paragraph| &paragraph.runs) {
        let Run::Marker(note) = run else { continue };
        order.entry(note.clone()).or_insert_with(|| {
            let (count, format) = match note {
                NoteId::Foot(_) => (&mut feet, "decimal"),
                NoteId::End(_) => (&mut ends, "lowerRoman"),
            };
            *count += 1;
            (*count, numbering::print(*count, format))
        });
    }
    order
}

/// Headings and the title where the author chose letters instead of styles: a short bold line, the first one on top.
fn label_by_look(paragraphs: &mut [Paragraph]) {
    let heading = |level| {
        Some(Role {
            kind: BlockKind::Heading,
            level,
        })
    };
    for paragraph in paragraphs.iter_mut().filter(|paragraph| paragraph.is_bold) {
        let is_plain = paragraph.role.is_none_or(|role| role.kind == BlockKind::Body);
        if is_plain && is_short_line(&paragraph.text()) {
            paragraph.role = heading(2);
        }
    }
    let of = |kind, level| move |paragraph: &&Paragraph| paragraph.role == Some(Role { kind, level });
    let has_title = paragraphs.iter().any(|paragraph| of(BlockKind::Title, 0)(&paragraph));
    let is_only = paragraphs.iter().filter(of(BlockKind::Heading, 1)).count() <= 1;
    let first = paragraphs.iter_mut().find(|paragraph| !paragraph.text().trim().is_empty());
    if let Some(first) =
        first.filter(|first| !has_title && is_only && first.role.is_some_and(|role| role.kind == BlockKind::Heading && role.level <= 2))
    {
        first.role = Some(Role {
            kind: BlockKind::Title,
            level: 0,
        });
    }
}

fn is_short_line(text: &str) -> bool {
    let text = text.trim();
    text.split_whitespace().count() <= LONGEST_HEADING && !text.ends_with(['.', ',', ';', ':'])
}

struct Writer<'a> {
    blocks: BlockWriter,
    order: &'a Order,
}

impl Writer<'_> {
    fn margins(&mut self, lines: &[Paragraph]) {
        for line in lines {
            self.runs(&line.runs, BlockKind::Furniture, 0, "");
            self.blocks.end_block();
        }
    }

    fn paragraphs(&mut self, paragraphs: &[Paragraph]) {
        for paragraph in paragraphs {
            let (kind, level) = paragraph.role.map_or((BlockKind::Body, 0), |role| (role.kind, role.level));
            self.runs(&paragraph.runs, kind, level, "");
            self.blocks.end_block();
        }
    }

    /// Notes in the order of their markers; one that none leads to comes last.
    fn notes(&mut self, mut notes: Notes) {
        notes.sort_by_key(|(id, _)| self.order.get(id).map_or(u32::MAX, |order| order.0));
        for (id, paragraphs) in notes {
            let number = self.order.get(&id).map_or("", |order| &order.1);
            for paragraph in &paragraphs {
                self.runs(&paragraph.runs, BlockKind::Footnote, 0, number);
                self.runs(&[Run::Text("\n".to_owned())], BlockKind::Footnote, 0, "");
            }
            self.blocks.end_block();
        }
    }

    fn runs(&mut self, runs: &[Run], kind: BlockKind, level: u8, own: &str) {
        for run in runs {
            match run {
                Run::Text(text) => self.blocks.write(text, kind, level),
                Run::OwnNumber => self.blocks.write(own, kind, level),
                Run::Sign(sign) => {
                    self.blocks.aside(sign);
                }
                Run::Marker(note) => {
                    self.blocks.aside(self.order.get(note).map_or("", |order| &order.1));
                }
            }
        }
    }
}
