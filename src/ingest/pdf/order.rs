//! Segments to lines in reading order: columns are read one after the other, between what spans them.

use super::margin;
use super::segments::Segment;

/// A line: segments of one height in one column.
pub(super) struct Line {
    /// From left to right.
    pub segments: Vec<Segment>,
    /// The column, counted in reading order.
    pub column: u32,
}

/// A gutter is so many type sizes wide.
const GUTTER: f64 = 0.9;
/// Rows with text on both sides of a gutter, at least.
const FEWEST_ROWS: usize = 4;
/// Columns may be divided so often.
const DEEPEST: usize = 6;

/// The lines of a page in reading order.
pub(super) fn lines(segments: Vec<Segment>) -> Vec<Line> {
    let (upright, turned): (Vec<Segment>, Vec<Segment>) = segments.into_iter().partition(|segment| segment.turns() == 0);
    let mut reader = Reader {
        lines: Vec::new(),
        column: 0,
    };
    reader.region(upright, 0);
    for turns in 1..4 {
        reader.column(turned.iter().filter(|segment| segment.turns() == turns).cloned().collect());
    }
    reader.lines
}

struct Reader {
    lines: Vec<Line>,
    column: u32,
}

impl Reader {
    /// Reads a region: what spans its gutter in turn with what stands left and right of it.
    fn region(&mut self, segments: Vec<Segment>, depth: usize) {
        let edge = margin::find(&segments);
        if let Some(edge) = edge.filter(|&edge| margin::has_heading(&segments, edge)) {
            return self.beside_margin(segments, edge);
        }
        let gutter = if depth < DEEPEST { find_gutter(&segments) } else { None };
        let Some(gutter) = gutter else {
            return match edge {
                Some(edge) => self.beside_margin(segments, edge),
                None => self.column(segments),
            };
        };
        let (mut left, mut right, mut across) = (Vec::new(), Vec::new(), Vec::new());
        for segment in segments {
            if segment.right <= gutter.right && segment.left < gutter.left {
                self.flush(&mut across);
                left.push(segment);
            } else if segment.left >= gutter.left {
                self.flush(&mut across);
                right.push(segment);
            } else {
                self.sides(&mut left, &mut right, depth);
                across.push(segment);
            }
        }
        self.flush(&mut across);
        self.sides(&mut left, &mut right, depth);
    }

    /// Reads a column with headings or notes in the margin left of `edge`: headings where they stand, notes after it.
    fn beside_margin(&mut self, segments: Vec<Segment>, edge: f64) {
        let (aside, mut text) = margin::split(segments, edge);
        let (headings, notes): (Vec<_>, Vec<_>) = aside.into_iter().partition(|group| margin::is_heading(group, &text));
        for heading in headings {
            let top = heading.first().map_or(0.0, |segment| segment.y - 0.5 * segment.size);
            let below = text.partition_point(|segment| segment.y < top);
            let rest = text.split_off(below);
            self.column(std::mem::replace(&mut text, rest));
            self.column(heading);
        }
        self.column(text);
        for note in notes {
            self.column(note);
        }
    }

    fn flush(&mut self, across: &mut Vec<Segment>) {
        if !across.is_empty() {
            self.column(std::mem::take(across));
        }
    }

    fn sides(&mut self, left: &mut Vec<Segment>, right: &mut Vec<Segment>, depth: usize) {
        for side in [left, right] {
            if !side.is_empty() {
                self.region(std::mem::take(side), depth + 1);
            }
        }
    }

    /// Reads one column from top to bottom.
    fn column(&mut self, segments: Vec<Segment>) {
        if segments.is_empty() {
            return;
        }
        let column = self.column;
        self.column += 1;
        let first = self.lines.len();
        for segment in segments {
            let row = self.lines[first..]
                .iter_mut()
                .rev()
                .take(8)
                .find(|line| line.segments.iter().any(|other| other.shares_line(segment.y, segment.size)));
            match row {
                Some(line) => line.segments.push(segment),
                None => self.lines.push(Line {
                    segments: vec![segment],
                    column,
                }),
            }
        }
        for line in &mut self.lines[first..] {
            line.segments.sort_by(|a, b| a.left.total_cmp(&b.left));
        }
    }
}

/// A strip without text between two columns.
#[derive(Clone, Copy)]
struct Gutter {
    left: f64,
    right: f64,
}

/// The gutter that most rows of prose keep clear, where there is one.
fn find_gutter(segments: &[Segment]) -> Option<Gutter> {
    let size = median(segments.iter().map(|segment| segment.size).collect())?;
    let edges = candidates(segments, size);
    let scored = edges
        .into_iter()
        .filter_map(|gutter| Some((score(segments, gutter, size)?, gutter)));
    scored.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, gutter)| gutter)
}

/// Strips that begin where a segment ends and end where the next one on its row begins.
fn candidates(segments: &[Segment], size: f64) -> Vec<Gutter> {
    let mut strips: Vec<Gutter> = Vec::new();
    for (index, segment) in segments.iter().enumerate() {
        let row = segments[index.saturating_sub(12)..segments.len().min(index + 12)].iter();
        let next = row
            .filter(|other| other.left > segment.right && (other.y - segment.y).abs() < size)
            .map(|other| other.left)
            .reduce(f64::min);
        if let Some(next) = next
            && next - segment.right >= GUTTER * size
        {
            strips.push(Gutter {
                left: segment.right,
                right: next,
            });
        }
    }
    narrowed(strips, size)
}

/// Overlapping strips, cut down to what they share.
fn narrowed(mut strips: Vec<Gutter>, size: f64) -> Vec<Gutter> {
    strips.sort_by(|a, b| a.right.total_cmp(&b.right).then(b.left.total_cmp(&a.left)));
    let mut narrow: Vec<Gutter> = Vec::new();
    for strip in strips {
        match narrow.last_mut() {
            Some(last) if last.right - strip.left.max(last.left) >= GUTTER * size && (strip.right - last.right) < 3.0 * size => {
                last.left = last.left.max(strip.left);
            }
            _ => narrow.push(strip),
        }
    }
    narrow
}

/// How much text stands in columns left and right of `gutter`; `None` where it does not part prose.
fn score(segments: &[Segment], gutter: Gutter, size: f64) -> Option<f64> {
    let (mut left, mut right, mut across) = (Side::default(), Side::default(), 0usize);
    for segment in segments {
        if segment.right <= gutter.right && segment.left < gutter.left {
            left.add(segment);
        } else if segment.left >= gutter.left {
            right.add(segment);
        } else {
            across += 1;
        }
    }
    let shared = left.bottom.min(right.bottom) - left.top.max(right.top);
    let fewest = left.rows.min(right.rows);
    let are_notes = left.n_numbered >= 3 && right.n_numbered >= 3;
    let (left_prose, right_prose) = (left.is_prose(size) || are_notes, right.is_prose(size) || are_notes);
    let is_prose = (left_prose && right_prose) || ((left_prose || right_prose) && !left.shares_rows(&right));
    let tall = shared > 3.0 * size;
    #[expect(clippy::cast_precision_loss, reason = "rows are few")]
    let score = fewest as f64 - across as f64 * 0.25;
    (fewest >= FEWEST_ROWS && is_prose && tall).then_some(score)
}

/// What stands on one side of a gutter.
pub(super) struct Side {
    rows: usize,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    widths: Vec<f64>,
    baselines: Vec<f64>,
    /// Rows that begin as notes do: "12. Ibid."
    n_numbered: usize,
}

impl Default for Side {
    fn default() -> Self {
        Self {
            rows: 0,
            left: f64::MAX,
            right: f64::MIN,
            top: f64::MAX,
            bottom: f64::MIN,
            widths: Vec::new(),
            baselines: Vec::new(),
            n_numbered: 0,
        }
    }
}

impl Side {
    pub fn add(&mut self, segment: &Segment) {
        self.rows += 1;
        self.left = self.left.min(segment.left);
        self.right = self.right.max(segment.right);
        self.top = self.top.min(segment.y);
        self.bottom = self.bottom.max(segment.y);
        self.widths.push(segment.right - segment.left);
        self.baselines.push(segment.y);
        self.n_numbered += usize::from(begins_note(segment));
    }

    /// Whether most rows stand at the height of one of `other`, as the cells of a table do.
    fn shares_rows(&self, other: &Self) -> bool {
        let (few, many) = if self.rows < other.rows { (self, other) } else { (other, self) };
        let shared = few
            .baselines
            .iter()
            .filter(|&&y| many.baselines.iter().any(|other| (other - y).abs() < 1.0));
        shared.count() * 2 > few.rows
    }

    /// Lines of prose fill their column; cells of a table do not.
    pub fn is_prose(&self, size: f64) -> bool {
        let width = self.right - self.left;
        let filled = median(self.widths.clone()).unwrap_or(0.0);
        width > 8.0 * size && filled >= 0.55 * width
    }
}

/// Whether a number, a full stop and a capital begin the segment.
fn begins_note(segment: &Segment) -> bool {
    let [number, text, ..] = segment.pieces.as_slice() else {
        return false;
    };
    let digits = number.text.strip_suffix('.').unwrap_or_default();
    (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) && text.text.starts_with(char::is_uppercase)
}

fn median(mut numbers: Vec<f64>) -> Option<f64> {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied()
}
