//! Lines of text with their places on the page: what a PDF tells instead of structure.
//!
//! Lengths are in points (1/72 inch), heights count downwards from the top of the page.

use crate::span::Span;

/// A page's lines in reading order.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// Lines in reading order: column by column.
    pub lines: Vec<PlacedLine>,
    /// Horizontal rules.
    pub rules: Vec<Rule>,
    /// Small shapes, such as bullets that are drawn and no characters.
    pub dots: Vec<Dot>,
}

/// A line of a column.
#[derive(Debug, Clone)]
pub struct PlacedLine {
    /// Stretches of one style, from left to right; none is empty.
    pub runs: Vec<Run>,
    /// The column it stands in, counted in reading order within the page.
    pub column: u32,
    /// Height of the baseline.
    pub baseline: f32,
    /// Whether the file itself marks it as a running head or foot.
    pub pagination: bool,
    /// Whether it is not written from left to right as the page is.
    pub turned: bool,
}

/// A stretch of a line in one style.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    /// Where, in the extracted text.
    pub span: Span,
    /// Left end.
    pub left: f32,
    /// Right end.
    pub right: f32,
    /// Type size.
    pub size: f32,
    /// 400 is regular, 700 bold.
    pub weight: u16,
    /// Italic or oblique.
    pub italic: bool,
    /// Whether it stands above the line, as note markers do.
    pub raised: bool,
    /// Whether a gap as wide as between columns of a table stands before it.
    pub new_cell: bool,
}

/// A small shape.
#[derive(Debug, Clone, Copy)]
pub struct Dot {
    /// Right end.
    pub right: f32,
    /// Height of its middle on the page.
    pub y: f32,
}

/// A horizontal rule.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Left end.
    pub left: f32,
    /// Right end.
    pub right: f32,
    /// Height on the page.
    pub y: f32,
}

impl Run {
    /// Whether the two differ in nothing but their place.
    pub fn looks_like(&self, other: &Run) -> bool {
        (self.weight, self.italic, self.raised) == (other.weight, other.italic, other.raised) && (self.size - other.size).abs() < 0.3
    }
}

impl PlacedLine {
    /// Where, in the extracted text.
    pub fn span(&self) -> Span {
        let (first, last) = (self.runs.first(), self.runs.last());
        first.zip(last).map_or(Span::default(), |(first, last)| first.span.hull(last.span))
    }

    /// Left end.
    pub fn left(&self) -> f32 {
        self.runs.first().map_or(0.0, |run| run.left)
    }

    /// Right end.
    pub fn right(&self) -> f32 {
        self.runs.iter().map(|run| run.right).fold(0.0, f32::max)
    }
}
