//! How a text is wrapped: whether lines break where a paragraph does or where the paper ends.

use super::chars::{is_finished, starts_lower};
use super::lines::{Line, Role, printed_width, width};

/// How a text is wrapped.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    /// Width of a full line in characters; `None` where every line is a paragraph.
    pub wrap: Option<Wrap>,
    /// Blank lines between two lines of one paragraph: 0, or 1 in double-spaced text.
    pub spacing: u16,
    /// Whether a full line has at most one blank behind it, so that more of them end a paragraph.
    pub trailing_ends: bool,
}

/// How wide the full lines are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wrap {
    /// One full line in ten is shorter, in characters.
    pub low: u32,
    /// One in twenty is longer.
    pub high: u32,
    /// The ruler that tells full lines best.
    ruler: Ruler,
    /// With the next line's first word, hardly any full line is shorter than this, by that ruler.
    overflow: u32,
}

/// How a line's width is measured.
#[derive(Debug, Clone, Copy)]
enum Ruler {
    /// Every character is as wide as any other, as on a terminal.
    Characters,
    /// An "i" is narrower than an "M", as in print.
    Print,
}

impl Ruler {
    /// The width of `text`, in a hundredth of a character or of a printed "n".
    fn width(self, text: &str) -> u32 {
        match self {
            Self::Characters => hundredfold(width(text)),
            Self::Print => printed_width(text),
        }
    }

    /// The width of `line` with its indent.
    fn line_width(self, line: &Line) -> u32 {
        let own = match self {
            Self::Characters => hundredfold(line.width),
            Self::Print => line.printed_width,
        };
        own.saturating_add(self.width(" ") * u32::from(line.indent.min(12)))
    }

    /// The width of `line` had the first word of `next` still stood on it.
    fn overflow(self, text: &str, line: &Line, next: &Line) -> u32 {
        let next = next.text(text);
        let word = &next[..memchr::memchr(b' ', next.as_bytes()).unwrap_or(next.len())];
        self.line_width(line)
            .saturating_add(self.width(" "))
            .saturating_add(self.width(word))
    }
}

fn hundredfold(characters: u32) -> u32 {
    characters.saturating_mul(100)
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
    let mut trailing = 0;
    let mut samples: [Vec<(u32, u32)>; 2] = Default::default();
    for (line, next) in lines.iter().zip(lines.iter().skip(1)) {
        let gap = usize::from(next.gap);
        if gap > 1 || line.page != next.page || line.role != Role::Flow || next.role != Role::Flow || line.width > WIDEST {
            continue;
        }
        pairs[gap] += 1;
        if goes_on(text, line, next) {
            broken[gap] += 1;
            trailing += usize::from(line.trailing);
            for (sample, ruler) in samples.iter_mut().zip([Ruler::Characters, Ruler::Print]) {
                sample.push((ruler.line_width(line), ruler.overflow(text, line, next)));
            }
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
        trailing_ends: trailing * 50 <= widths.len(),
        wrap: wrapped.then(|| wrap(widths, samples)),
        spacing,
    }
}

/// Whether `next` goes on in the middle of the sentence that `line` breaks off.
pub(super) fn goes_on(text: &str, line: &Line, next: &Line) -> bool {
    line.width >= 25 && starts_lower(next.text(text)) && !is_finished(line.text(text))
}

/// What full lines have in common. By the right ruler none is wider than any with one more word.
fn wrap(widths: Vec<u32>, samples: [Vec<(u32, u32)>; 2]) -> Wrap {
    let widths = sorted(widths);
    let measured = samples.map(|sample| {
        let (lines, overflows): (Vec<u32>, Vec<u32>) = sample.into_iter().unzip();
        (at(&sorted(lines), 97), at(&sorted(overflows), 4))
    });
    let sharpness = |(line, overflow): (u32, u32)| f64::from(overflow) / f64::from(line.max(1));
    let is_print = sharpness(measured[1]) > sharpness(measured[0]);
    let ruler = if is_print { Ruler::Print } else { Ruler::Characters };
    Wrap {
        low: at(&widths, 10),
        high: at(&widths, 95),
        ruler,
        overflow: measured[usize::from(is_print)].1,
    }
}

fn sorted(mut values: Vec<u32>) -> Vec<u32> {
    values.sort_unstable();
    values
}

/// The value that `share` per cent of the sorted values do not reach.
fn at(values: &[u32], share: usize) -> u32 {
    values[(values.len() - 1) * share / 100]
}

impl Shape {
    /// Whether `line` was ended on purpose: the first word of `next` would still have fitted.
    pub fn is_cut_short(&self, text: &str, line: &Line, next: &Line) -> bool {
        self.wrap.is_none_or(|wrap| wrap.ruler.overflow(text, line, next) < wrap.overflow)
    }

    /// Whether `line` and `next` are a heading of two lines: large type breaks early, but not at once.
    pub fn is_broken_heading(&self, text: &str, line: &Line, next: &Line) -> bool {
        self.wrap
            .is_some_and(|wrap| next.width * 10 < wrap.low * 8 && wrap.ruler.overflow(text, line, next) * 10 >= wrap.overflow * 6)
    }

    /// Whether `line` is so long that it was not wrapped at all.
    pub fn is_unwrapped(&self, line: &Line) -> bool {
        self.wrap.is_none_or(|wrap| line.width > wrap.high.saturating_mul(2))
    }
}
