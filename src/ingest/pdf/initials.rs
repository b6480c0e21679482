//! Drop capitals: a large first letter that goes with the first of the lines beside it.

use super::pieces::Piece;
use super::segments::Segment;

/// An initial is at least so many times as large as most type.
const LARGER: f64 = 2.0;

/// The pieces that may be initials, and the others.
pub(super) fn split(pieces: Vec<Piece>) -> (Vec<Piece>, Vec<Piece>) {
    let mut sizes: Vec<f64> = pieces.iter().map(|piece| piece.size).collect();
    sizes.sort_by(f64::total_cmp);
    let usual = sizes.get(sizes.len() / 2).copied().unwrap_or(0.0);
    pieces
        .into_iter()
        .partition(|piece| piece.turns == 0 && piece.size >= LARGER * usual && is_initial(&piece.text))
}

/// One capital, perhaps after a quotation mark.
fn is_initial(text: &str) -> bool {
    let bare = text.trim_start_matches(['“', '‘', '"', '\'']);
    let mut chars = bare.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

/// Puts the initial before the first line that stands beside it; where none does, it is a segment of its own.
pub(super) fn put_back(initial: Piece, segments: &mut Vec<Segment>) {
    let beside = |segment: &Segment| {
        let gap = segment.left - initial.right;
        segment.turns() == 0
            && segment.size * 1.6 <= initial.size
            && gap > -0.5 * segment.size
            && gap < 1.5 * segment.size
            && segment.y > initial.y - initial.size
            && segment.y < initial.y + 0.4 * segment.size
    };
    let lines: Vec<usize> = (0..segments.len()).filter(|&index| beside(&segments[index])).collect();
    let Some(&first) = lines.first() else {
        let place = segments.partition_point(|segment| segment.y < initial.y);
        return segments.insert(place, Segment::new(initial));
    };
    // The lines beside it are not indented.
    for &index in &lines {
        segments[index].left = initial.left;
        if let Some(piece) = segments[index].pieces.first_mut() {
            piece.left = initial.left;
        }
    }
    if let Some(letters) = segments[first].pieces.first_mut() {
        letters.text.insert_str(0, &initial.text);
    }
}
