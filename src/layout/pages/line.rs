//! Lines as layout sees them: a page's line with its column's edges and what it was found to be.

use super::super::lines::Role;
use super::type_style::TypeStyle;
use crate::ingest::placed::{Dot, Page, PlacedLine, Run};
use crate::span::Span;

/// A line of a page. Lengths are in points.
#[derive(Debug, Clone)]
pub(super) struct Line<'a> {
    /// Its stretches of one style.
    pub runs: &'a [Run],
    /// Where, in the source.
    pub span: Span,
    /// Page, from 1.
    pub page: u32,
    /// Its column: a number of its own in the document.
    pub column: u32,
    /// Left end.
    pub left: f32,
    /// Right end.
    pub right: f32,
    /// Height of the baseline, from the top of the page.
    pub y: f32,
    /// How most of it is set.
    pub style: TypeStyle,
    /// Left and right edge of its column.
    pub edges: (f32, f32),
    /// Distance from the line before in its column; `None` for the first.
    pub gap: Option<f32>,
    /// Whether the file itself marks it as a running head or foot.
    pub pagination: bool,
    /// Whether it is not written as the page is.
    pub turned: bool,
    /// Whether a bullet is drawn before it.
    pub is_dotted: bool,
    /// What it was found to be.
    pub role: Role,
}

impl<'a> Line<'a> {
    /// What is written on it.
    pub fn text<'t>(&self, source: &'t str) -> &'t str {
        self.span.of(source)
    }

    /// Cells of a table row; 1 for prose.
    pub fn n_cells(&self) -> usize {
        1 + self.runs.iter().filter(|run| run.new_cell).count()
    }

    /// Whether every word is at least as heavy as `weight`.
    pub fn is_all(&self, weight: u16) -> bool {
        self.upright().all(|run| run.weight >= weight)
    }

    /// The runs that are no raised markers.
    pub fn upright(&self) -> impl Iterator<Item = &'a Run> + use<'a> {
        self.runs.iter().filter(|run| !run.raised)
    }

    /// Characters.
    pub fn n_chars(&self) -> usize {
        self.span.len()
    }
}

/// The lines of all pages.
pub(super) fn lines<'a>(text: &str, pages: &'a [Page]) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    let mut column = 0;
    for (page, number) in pages.iter().zip(1u32..) {
        for placed in page.lines.chunk_by(|a, b| a.column == b.column) {
            let first = lines.len();
            lines.extend(
                placed
                    .iter()
                    .filter(|line| !line.span().is_empty())
                    .map(|placed| line(text, placed, number, column)),
            );
            for line in &mut lines[first..] {
                line.is_dotted = page.dots.iter().any(|&dot| stands_before(dot, line));
            }
            measure(&mut lines[first..]);
            column += 1;
        }
    }
    lines
}

/// Whether the dot stands left of the line's begin, between its baseline and the top of its small letters.
fn stands_before(dot: Dot, line: &Line<'_>) -> bool {
    let size = line.style.size;
    let (gap, rise) = (line.left - dot.right, line.y - dot.y);
    gap > 0.1 * size && gap < 2.5 * size && rise > 0.1 * size && rise < 0.6 * size
}

fn line<'a>(text: &str, placed: &'a PlacedLine, page: u32, column: u32) -> Line<'a> {
    Line {
        runs: &placed.runs,
        span: placed.span(),
        page,
        column,
        left: placed.left(),
        right: placed.right(),
        y: placed.baseline,
        style: TypeStyle::of(text, &placed.runs),
        edges: (placed.left(), placed.right()),
        gap: None,
        pagination: placed.pagination,
        turned: placed.turned,
        is_dotted: false,
        role: Role::Flow,
    }
}

/// Measures the edges of a column, and the gaps between its lines.
fn measure(column: &mut [Line<'_>]) {
    let left = edge(column.iter().map(|line| line.left).collect(), 20);
    let right = edge(column.iter().map(|line| line.right).collect(), 90);
    let mut before: Option<f32> = None;
    for line in column {
        line.edges = (left, right);
        line.gap = before.map(|before| line.y - before);
        before = Some(line.y);
    }
}

/// The value that `percent` of the others do not exceed.
fn edge(mut places: Vec<f32>, percent: usize) -> f32 {
    places.sort_by(f32::total_cmp);
    places.get(places.len().saturating_sub(1) * percent / 100).copied().unwrap_or(0.0)
}
