//! Pieces to segments: stretches of a line that no gap of a column's width interrupts.

use rustc_hash::FxHashSet;

use super::initials;
use super::pieces::{Piece, is_right_to_left};

/// Part of a line, or all of it.
#[derive(Debug, Clone)]
pub(super) struct Segment {
    /// Its pieces, from left to right.
    pub pieces: Vec<Piece>,
    /// Left end.
    pub left: f64,
    /// Right end.
    pub right: f64,
    /// Height of the baseline of its largest type.
    pub y: f64,
    /// Size of its largest type.
    pub size: f64,
}

/// Shares of the type size.
///
/// Between words that follow one another in the file.
const WIDEST_SPACE: f64 = 1.1;
/// Between words that do not.
const STRANGERS: f64 = 0.45;
const BACKWARDS: f64 = 0.4;
/// Between words that the file does not write one after the other.
const WORDS: f64 = 0.14;

/// The segments of a page, from top to bottom, each from left to right.
pub(super) fn segments(pieces: Vec<Piece>) -> Vec<Segment> {
    let (initials, pieces) = initials::split(pieces);
    let mut segments: Vec<Segment> = Vec::new();
    for piece in once(pieces) {
        match segments.last_mut() {
            Some(last) if last.goes_on(&piece, WIDEST_SPACE) => last.push(piece),
            _ => segments.push(Segment::new(piece)),
        }
    }
    let mut joined = join(segments);
    for segment in &mut joined {
        segment.settle();
    }
    for initial in initials {
        initials::put_back(initial, &mut joined);
    }
    joined
}

/// The pieces without those that are drawn again in the same place.
fn once(pieces: Vec<Piece>) -> impl Iterator<Item = Piece> {
    let mut seen: FxHashSet<(String, i64, i64)> = FxHashSet::default();
    pieces.into_iter().filter(move |piece| {
        let cell = |at: f64| rounded(at / (piece.size * 0.25).max(0.5));
        seen.insert((piece.text.clone(), cell(piece.left), cell(piece.y)))
    })
}

#[expect(clippy::cast_possible_truncation, reason = "a cast saturates")]
fn rounded(number: f64) -> i64 {
    number.round() as i64
}

impl Segment {
    /// A segment of one piece.
    pub fn new(piece: Piece) -> Self {
        Self {
            left: piece.left,
            right: piece.right,
            y: piece.y,
            size: piece.size,
            pieces: vec![piece],
        }
    }

    /// Whether `piece` stands on the same line, right of this, at most `widest` type sizes away.
    fn goes_on(&self, piece: &Piece, widest: f64) -> bool {
        let size = self.size.max(piece.size);
        let gap = piece.left - self.right;
        self.shares_line(piece.y, piece.size) && self.turns() == piece.turns && gap < widest * size && gap > -BACKWARDS * size
    }

    /// Whether type of this baseline and size stands on the same line: raised or lowered type is smaller.
    pub fn shares_line(&self, y: f64, size: f64) -> bool {
        let (larger, smaller, rise) = if size > self.size {
            (size, self.size, y - self.y)
        } else {
            (self.size, size, self.y - y)
        };
        if smaller < 0.85 * larger {
            rise > -0.3 * larger && rise < 0.75 * larger
        } else {
            rise.abs() < 0.25 * larger
        }
    }

    /// Quarter turns to the page's writing.
    pub fn turns(&self) -> u8 {
        self.pieces.first().map_or(0, |piece| piece.turns)
    }

    fn push(&mut self, piece: Piece) {
        self.left = self.left.min(piece.left);
        self.right = self.right.max(piece.right);
        if piece.size > self.size * 1.05 {
            (self.y, self.size) = (piece.y, piece.size);
        }
        self.pieces.push(piece);
    }

    /// Appends a segment that stands right of this.
    pub fn append(&mut self, other: Segment) {
        for piece in other.pieces {
            self.push(piece);
        }
    }

    /// Puts the pieces from left to right, those of a script written from right to left the other way.
    fn settle(&mut self) {
        let n_right_to_left: usize = self.pieces.iter().filter(|piece| is_right_to_left(&piece.text)).count();
        let backwards = n_right_to_left * 2 > self.pieces.len();
        if !backwards && self.pieces.windows(2).all(|pair| pair[0].left <= pair[1].left) {
            return;
        }
        let mut ordered: Vec<(usize, Piece)> = std::mem::take(&mut self.pieces).into_iter().enumerate().collect();
        ordered.sort_by(|(_, a), (_, b)| {
            if backwards {
                b.right.total_cmp(&a.right)
            } else {
                a.left.total_cmp(&b.left)
            }
        });
        for at in 1..ordered.len() {
            let (before, piece) = (&ordered[at - 1], &ordered[at]);
            if piece.0 != before.0 + 1 {
                let gap = if backwards {
                    before.1.left - piece.1.right
                } else {
                    piece.1.left - before.1.right
                };
                ordered[at].1.space_before = gap > WORDS * self.size;
            }
        }
        self.pieces = ordered.into_iter().map(|(_, piece)| piece).collect();
    }

    /// Characters.
    pub fn n_chars(&self) -> usize {
        self.pieces.iter().map(|piece| piece.text.chars().count()).sum()
    }
}

/// Joins segments of one line that touch although they do not follow one another in the file.
fn join(mut segments: Vec<Segment>) -> Vec<Segment> {
    segments.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.left.total_cmp(&b.left)));
    let mut joined: Vec<Segment> = Vec::with_capacity(segments.len());
    for segment in segments {
        let near = joined
            .iter()
            .rposition_within(segment.y - 2.0 * segment.size.max(6.0), |other| touch(other, &segment));
        match near {
            Some(place) => joined[place].append(segment),
            None => joined.push(segment),
        }
    }
    joined
}

/// Whether the two stand on one line with no more than a space between.
fn touch(one: &Segment, other: &Segment) -> bool {
    let (left, right) = if one.left <= other.left { (one, other) } else { (other, one) };
    let size = one.size.max(other.size);
    let gap = right.left - left.right;
    one.turns() == other.turns() && one.shares_line(other.y, other.size) && gap < STRANGERS * size && gap > -BACKWARDS * size
}

/// Searching backwards among segments sorted by height.
trait BackwardsSearch<'a> {
    fn rposition_within(self, top: f64, found: impl Fn(&Segment) -> bool) -> Option<usize>;
}

impl<'a> BackwardsSearch<'a> for std::slice::Iter<'a, Segment> {
    fn rposition_within(self, top: f64, found: impl Fn(&Segment) -> bool) -> Option<usize> {
        let near = self
            .enumerate()
            .rev()
            .take(200)
            .take_while(|(_, segment)| segment.y + segment.size >= top);
        near.filter(|(_, segment)| found(segment)).map(|(place, _)| place).next()
    }
}
