//! How a text is wrapped: whether lines break where a paragraph does or where the paper ends.

use super::chars::{is_finished, starts_lower};
use super::lines::{Line, Role};

/// How a text is wrapped.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    /// Width of a full line in characters; `None` where every line is a paragraph.
    pub wrap: Option<Wrap>,
    /// Blank lines between two lines of one paragraph: 0, or 1 in double-spaced text.
    pub spacing: u16,
}

/// Widths of lines known to be full: proportional type makes them vary.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wrap {
    /// One full line in ten is shorter.
    pub low: u32,
    /// One in twenty is longer.
    pub high: u32,
}

/// No paper is wider: longer lines were not wrapped.
const WIDEST: u32 = 180;
/// How many full lines are measured.
const SAMPLE: usize = 20_000;

/// Measures how `lines` are wrapped.
///
/// A line that ends within a sentence, before one that goes on in lower case, was broken by the paper's width.
pub(super) fn measure(text: &str, lines: &[Line]) -> Shape {
    let (mut pairs, mut broken) = ([0usize; 2], [0usize; 2]);
    let mut widths = Vec::new();
    for (line, next) in lines.iter().zip(lines.iter().skip(1)) {
        let gap = usize::from(next.gap);
        if gap > 1 || line.page != next.page || line.role != Role::Flow || next.role != Role::Flow || line.width > WIDEST {
            continue;
        }
        pairs[gap] += 1;
        if goes_on(text, line, next) {
            broken[gap] += 1;
            widths.push(line.width + u32::from(line.indent.min(8)));
        }
        if widths.len() == SAMPLE {
            break;
        }
    }
    let spacing = u16::from(broken[1] >= 3 && broken[1] * 2 >= broken[0]);
    let adjacent = pairs[0] + if spacing == 1 { pairs[1] } else { 0 };
    let wrapped = (broken[0] + broken[1]) * 5 >= adjacent && !widths.is_empty();
    Shape {
        wrap: wrapped.then(|| quantiles(widths)),
        spacing,
    }
}

/// Whether `next` goes on in the middle of the sentence that `line` breaks off.
pub(super) fn goes_on(text: &str, line: &Line, next: &Line) -> bool {
    line.width >= 25 && starts_lower(next.text(text)) && !is_finished(line.text(text))
}

fn quantiles(mut widths: Vec<u32>) -> Wrap {
    widths.sort_unstable();
    let at = |share: usize| widths[(widths.len() - 1) * share / 100];
    Wrap { low: at(10), high: at(95) }
}

impl Shape {
    /// Whether `line` was ended on purpose: the first word of `next` would still have fitted.
    pub fn is_cut_short(&self, text: &str, line: &Line, next: &Line) -> bool {
        let Some(wrap) = self.wrap else { return true };
        let first_word = next.text(text).split(' ').next().map_or(0, |word| word.chars().count());
        line.width + 1 + u32::try_from(first_word).unwrap_or(u32::MAX - 200) <= wrap.low
    }

    /// Whether `line` is so long that it was not wrapped at all.
    pub fn is_unwrapped(&self, line: &Line) -> bool {
        self.wrap.is_none_or(|wrap| line.width > wrap.high.saturating_mul(2))
    }
}
