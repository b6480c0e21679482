//! How type is set, and how most of a document is.

use std::collections::BTreeMap;

use super::line::Line;
use crate::ingest::placed::Run;

/// How type is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct TypeStyle {
    /// Size in points.
    pub size: f32,
    /// 400 is regular, 700 bold.
    pub weight: u16,
    /// Italic or oblique.
    pub italic: bool,
}

/// How most of a document is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Body {
    /// Its type.
    pub style: TypeStyle,
    /// Distance between its baselines.
    pub leading: f32,
    /// Whether space, not an indent, parts its paragraphs.
    pub is_spaced: bool,
}

impl TypeStyle {
    /// The style of most characters of a line.
    pub fn of(text: &str, runs: &[Run]) -> Self {
        let upright = runs.iter().filter(|run| !run.raised);
        let longest = upright
            .clone()
            .max_by_key(|run| run.span.of(text).chars().filter(|c| c.is_alphanumeric()).count())
            .or_else(|| runs.first());
        longest.map_or(
            Self {
                size: 0.0,
                weight: 400,
                italic: false,
            },
            |run| Self {
                size: run.size,
                weight: run.weight,
                italic: run.italic,
            },
        )
    }

    /// Whether both are of one size.
    pub fn has_size_of(self, other: Self) -> bool {
        (self.size - other.size).abs() <= 0.06 * self.size.max(other.size)
    }
}

/// Finds out how most of the lines are set; of two frequent sizes the larger, as notes may take more room than text.
pub(super) fn body(lines: &[Line<'_>]) -> Body {
    let mut styles: BTreeMap<(u32, u16, bool), usize> = BTreeMap::new();
    for line in lines.iter().filter(|line| !line.turned) {
        let style = line.style;
        *styles.entry((halves(style.size), style.weight, style.italic)).or_default() += line.n_chars();
    }
    let most = styles.values().copied().max().unwrap_or(0);
    let largest = styles
        .into_iter()
        .filter(|&(_, count)| count * 5 >= most * 2)
        .max_by_key(|&((size, _, _), count)| (size, count));
    let Some((size, weight, italic)) = largest.map(|(style, _)| style) else {
        return Body {
            style: TypeStyle {
                size: 10.0,
                weight: 400,
                italic: false,
            },
            leading: 12.0,
            is_spaced: false,
        };
    };
    let style = lines
        .iter()
        .map(|line| line.style)
        .find(|style| (halves(style.size), style.weight, style.italic) == (size, weight, italic));
    let style = style.unwrap_or(TypeStyle {
        size: 10.0,
        weight,
        italic,
    });
    let leading = leading(lines, style);
    Body {
        style,
        leading,
        is_spaced: is_spaced(lines, style, leading),
    }
}

/// Whether paragraphs of `style` mostly stand apart: more wide gaps than indents between its lines.
fn is_spaced(lines: &[Line<'_>], style: TypeStyle, leading: f32) -> bool {
    let (mut n_gaps, mut n_indents) = (0, 0);
    let is_like = |line: &Line<'_>| (line.style.weight, line.style.italic) == (style.weight, style.italic) && line.style.has_size_of(style);
    for pair in lines.windows(2).filter(|pair| pair.iter().all(is_like)) {
        let gap = pair[1].gap.unwrap_or(0.0);
        if gap > 1.28 * leading && gap < 3.0 * leading {
            n_gaps += 1;
        } else if gap > 0.0 && pair[1].left > pair[0].left + 0.7 * style.size {
            n_indents += 1;
        }
    }
    n_gaps >= 3 && n_gaps > 2 * n_indents
}

/// The most frequent distance between lines of `style`.
pub(super) fn leading(lines: &[Line<'_>], style: TypeStyle) -> f32 {
    let mut gaps: BTreeMap<u32, (usize, f32)> = BTreeMap::new();
    for pair in lines.windows(2) {
        let same = pair.iter().all(|line| line.style.has_size_of(style));
        if let Some(gap) = pair[1].gap.filter(|gap| same && *gap > 0.5 * style.size && *gap < 3.0 * style.size) {
            let entry = gaps.entry(halves(gap)).or_default();
            *entry = (entry.0 + 1, gap);
        }
    }
    gaps.into_values()
        .max_by_key(|entry| entry.0)
        .map_or(1.2 * style.size, |entry| entry.1)
}

/// A length in half points.
fn halves(length: f32) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast saturates")]
    let halves = (length * 2.0).round() as u32;
    halves
}
