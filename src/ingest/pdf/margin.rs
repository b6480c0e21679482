//! Headings and notes in the margin left of a column.

use std::collections::BTreeMap;

use super::order::Side;
use super::segments::Segment;

/// Rows that begin at the column's edge, at least.
const FEWEST_ROWS: usize = 5;
/// A margin is at least so many type sizes wide.
const NARROWEST: f64 = 6.0;

/// The left edge of the column of prose that most rows begin at, where something stands in the margin left of it.
pub(super) fn find(segments: &[Segment]) -> Option<f64> {
    let mut edges: BTreeMap<i64, (usize, f64)> = BTreeMap::new();
    for segment in segments {
        #[expect(clippy::cast_possible_truncation, reason = "a page is a few thousand points wide")]
        let entry = edges.entry((segment.left / 3.0).round() as i64).or_insert((0, segment.left));
        *entry = (entry.0 + 1, entry.1.min(segment.left));
    }
    let (n_rows, edge) = edges.into_values().max_by_key(|&(count, _)| count)?;
    let aside = segments.iter().filter(|segment| is_aside(segment, edge)).count();
    let mut text = Side::default();
    segments
        .iter()
        .filter(|segment| segment.left >= edge - 2.0)
        .for_each(|segment| text.add(segment));
    let size = segments.first()?.size;
    let is_margin = aside > 0 && aside * 5 <= n_rows && n_rows >= FEWEST_ROWS && n_rows * 5 >= segments.len() * 2;
    (is_margin && text.is_prose(size)).then_some(edge)
}

/// Whether headings, no mere notes, stand left of `edge`.
pub(super) fn has_heading(segments: &[Segment], edge: f64) -> bool {
    let (aside, text) = split(segments.to_vec(), edge);
    aside.iter().any(|group| is_heading(group, &text))
}

/// Whether words, not just a bullet or number, stand left of `edge`.
fn is_aside(segment: &Segment, edge: f64) -> bool {
    let n_letters = segment
        .pieces
        .iter()
        .flat_map(|piece| piece.text.chars())
        .filter(|c| c.is_alphabetic())
        .count();
    segment.right < edge - 0.3 * segment.size && segment.left < edge - NARROWEST * segment.size && n_letters >= 4
}

/// What stands in the margin, in groups of neighboring lines, and the rest.
pub(super) fn split(segments: Vec<Segment>, edge: f64) -> (Vec<Vec<Segment>>, Vec<Segment>) {
    let (aside, text): (Vec<Segment>, Vec<Segment>) = segments.into_iter().partition(|segment| is_aside(segment, edge));
    let groups = aside.chunk_by(|a, b| b.y - a.y < 1.8 * b.size.max(a.size));
    (groups.map(<[Segment]>::to_vec).collect(), text)
}

/// Whether a group is heavier or larger than the text beside it, as headings are.
pub(super) fn is_heading(group: &[Segment], text: &[Segment]) -> bool {
    let look = |segment: &Segment| segment.pieces.first().map_or((0, 0.0), |piece| (piece.style.weight, piece.size));
    let (Some(own), Some(beside)) = (group.first().map(look), text.get(text.len() / 2).map(look)) else {
        return false;
    };
    own.0 >= beside.0 + 150 || own.1 > 1.15 * beside.1
}
