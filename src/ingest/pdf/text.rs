//! Writes down the pages: the extracted text, and every line's place in it.

use super::content::Content;
use super::order::{self, Line};
use super::pieces::{Piece, pieces};
use super::segments::{Segment, segments};
use super::{Reading, rules};
use crate::document::{Metadata, Warning};
use crate::ingest::placed::{Dot, Page, PlacedLine, Rule, Run};
use crate::span::Span;

/// Writes page after page.
#[derive(Default)]
pub(super) struct Writer {
    text: String,
    pages: Vec<Page>,
    warnings: Vec<Warning>,
    /// Pages with hardly any text.
    stamped: Vec<u32>,
}

/// A stamp on a scan has so many lines and glyphs at most.
const FEW_LINES: usize = 2;
const FEW_GLYPHS: usize = 60;

impl Writer {
    /// Adds a page of the given width and height.
    pub fn page(&mut self, content: &Content, (width, height): (f32, f32)) {
        if !self.pages.is_empty() {
            self.text.push('\u{C}');
        }
        let number = u32::try_from(self.pages.len() + 1).unwrap_or(u32::MAX);
        let mut pieces = pieces(content, f64::from(width), f64::from(height));
        pieces.retain(|piece| piece.turns != 0 || is_on_page(piece, f64::from(width.max(height))));
        let lines = order::lines(segments(pieces))
            .iter()
            .map(|line| self.line(line))
            .collect::<Vec<_>>();
        self.warn(content, number, &lines);
        self.pages.push(Page {
            width,
            height,
            lines,
            rules: content.rules.iter().map(rule).collect(),
            dots: content.dots.iter().map(dot).collect(),
        });
    }

    fn warn(&mut self, content: &Content, page: u32, lines: &[PlacedLine]) {
        let is_empty = lines.is_empty();
        let is_stamped = lines.len() <= FEW_LINES && content.glyphs.len() < FEW_GLYPHS;
        if is_stamped && !is_empty {
            self.stamped.push(page);
        }
        let mut warn = |code: &str, message: &str| {
            self.warnings.push(Warning {
                page: Some(page),
                ..Warning::new(code, message)
            });
        };
        if is_empty {
            let why = if content.has_images {
                "the page is a picture; run it through text recognition (OCR) first"
            } else {
                "there is no text on the page"
            };
            warn("page_without_text", why);
        }
        if content.n_unknown * 20 > content.glyphs.len() {
            warn(
                "font_without_unicode",
                "a font of the page does not tell which letters its glyphs are",
            );
        }
    }

    /// Where most pages have a line of text, the file is a scan, or drawn letters, with numbers stamped on it.
    fn warn_of_stamps(&mut self) {
        if self.stamped.len() * 2 > self.pages.len() && self.pages.len() >= 3 {
            let message = "there is hardly any text on the page; if it shows more, run it through text recognition (OCR) first";
            let stamped = self.stamped.iter().map(|&page| Warning {
                page: Some(page),
                ..Warning::new("page_without_text", message)
            });
            self.warnings.extend(stamped);
        }
    }

    /// All pages, with what is known about the file.
    pub fn finish(mut self, metadata: Metadata) -> Reading {
        self.warn_of_stamps();
        Reading {
            text: self.text,
            pages: self.pages,
            metadata,
            warnings: self.warnings,
        }
    }

    fn line(&mut self, line: &Line) -> PlacedLine {
        let baseline = line
            .segments
            .iter()
            .max_by_key(|segment| segment.n_chars())
            .map_or(0.0, |segment| segment.y);
        let turned = line.segments.iter().any(|segment| segment.turns() != 0);
        let pagination = line
            .segments
            .iter()
            .flat_map(|segment| &segment.pieces)
            .all(|piece| piece.pagination);
        let mut runs: Vec<Run> = Vec::new();
        for segment in &line.segments {
            for (place, piece) in segment.pieces.iter().enumerate() {
                self.piece(piece, segment, place == 0, &mut runs);
            }
        }
        self.text.push('\n');
        PlacedLine {
            runs,
            column: line.column,
            baseline: narrow(baseline),
            pagination,
            turned,
        }
    }

    fn piece(&mut self, piece: &Piece, segment: &Segment, first: bool, runs: &mut Vec<Run>) {
        let new_cell = first && !runs.is_empty();
        let spaced = piece.space_before
            && runs
                .last()
                .is_some_and(|last| narrow(piece.left) > last.right || narrow(piece.right) < last.left);
        let raised = piece.size < 0.85 * segment.size && piece.y < segment.y - 0.12 * segment.size;
        let after_number = runs.len() == 1 && runs[0].raised && !raised;
        if new_cell || after_number || (spaced && !runs.is_empty()) {
            self.text.push(' ');
        }
        let start = self.text.len();
        self.text.push_str(&piece.text);
        let run = Run {
            span: Span::new(start, self.text.len()),
            left: narrow(piece.left),
            right: narrow(piece.right),
            size: narrow(piece.size),
            weight: piece.style.weight,
            italic: piece.style.italic,
            raised,
            new_cell,
        };
        match runs.last_mut() {
            Some(last) if !new_cell && last.looks_like(&run) => {
                (last.span, last.left, last.right) = (last.span.hull(run.span), last.left.min(run.left), last.right.max(run.right));
            }
            _ => runs.push(run),
        }
    }
}

/// Whether a piece stands where a reader sees it; printers' marks stand outside.
fn is_on_page(piece: &Piece, length: f64) -> bool {
    piece.right > 0.0 && piece.y > 0.0 && piece.left < length && piece.y < length + piece.size
}

fn rule(rule: &rules::Rule) -> Rule {
    Rule {
        left: narrow(rule.left),
        right: narrow(rule.right),
        y: narrow(rule.y),
    }
}

fn dot(dot: &rules::Dot) -> Dot {
    Dot {
        right: narrow(dot.right),
        y: narrow(dot.y),
    }
}

/// Points as the page's lines carry them.
#[expect(clippy::cast_possible_truncation, reason = "a page is a few thousand points long")]
fn narrow(length: f64) -> f32 {
    length as f32
}
