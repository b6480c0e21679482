//! Glyphs to pieces: stretches of one style without a space, in content order.

use hayro_font::kurbo::Point;

use super::content::{Content, Glyph};
use super::font::Style;
use crate::span::Span;

/// Glyphs of one style that touch each other. Heights count downwards.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// Its text.
    pub text: String,
    /// Left end.
    pub left: f64,
    /// Right end.
    pub right: f64,
    /// Height of the baseline.
    pub y: f64,
    /// Type size.
    pub size: f64,
    /// How it looks.
    pub style: Style,
    /// Whether white space stands before it.
    pub space_before: bool,
    /// Whether the file marks it as a running head or foot.
    pub pagination: bool,
    /// Quarter turns between its writing and the page's, 0 to 3.
    pub turns: u8,
}

/// Shares of the type size.
const SAME_BASELINE: f64 = 0.08;
/// A gap without a space character that separates words, where the row has space characters.
const WIDE_GAP: f64 = 0.27;
/// The same in a row that has none.
const NARROW_GAP: f64 = 0.16;
/// With a space character any gap will do, unless the space is taken back.
const SPACED_GAP: f64 = -0.1;
/// English has a space in six characters; one in so many means that gaps stand for the others.
const FEW_SPACES: usize = 14;
/// A glyph drawn again this near thickens the first.
const SAME_PLACE: f64 = 0.12;

/// The pieces of a page, turned so that most of its text runs from left to right.
pub(super) fn pieces(content: &Content, width: f64, height: f64) -> Vec<Piece> {
    let main = main_turn(&content.glyphs);
    let mut builder = Builder {
        content,
        gap: NARROW_GAP,
        pieces: Vec::new(),
        last: Vec::new(),
        space: false,
    };
    for row in content.glyphs.chunk_by(share_row) {
        builder.gap = gap(row, content);
        for glyph in row {
            builder.add(
                glyph,
                &Frame {
                    turns: turns(glyph),
                    main,
                    width,
                    height,
                },
            );
        }
    }
    builder.pieces
}

/// Whether two glyphs stand on one baseline, as far as their numbers tell.
fn share_row(one: &Glyph, other: &Glyph) -> bool {
    let rise = if turns(one).is_multiple_of(2) {
        one.origin.y - other.origin.y
    } else {
        one.origin.x - other.origin.x
    };
    rise.abs() < 0.5 * f64::from(one.size.max(other.size))
}

/// The gap that separates words of a row: narrow where it has no space characters though it is long.
fn gap(row: &[Glyph], content: &Content) -> f64 {
    let n_spaces = row.iter().filter(|glyph| is_blank(glyph, content)).count();
    if n_spaces * FEW_SPACES >= row.len() || row.len() < FEW_SPACES {
        WIDE_GAP
    } else {
        NARROW_GAP
    }
}

fn is_blank(glyph: &Glyph, content: &Content) -> bool {
    glyph.text.of(&content.text).chars().all(char::is_whitespace)
}

/// Quarter turns of a glyph's writing, clockwise.
fn turns(glyph: &Glyph) -> u8 {
    let along = glyph.end - glyph.origin;
    match (along.x.abs() >= along.y.abs(), along.x >= 0.0, along.y >= 0.0) {
        (true, true, _) => 0,
        (true, false, _) => 2,
        (false, _, true) => 1,
        (false, _, false) => 3,
    }
}

/// The turn of most glyphs.
fn main_turn(glyphs: &[Glyph]) -> u8 {
    let mut counts = [0usize; 4];
    for glyph in glyphs {
        counts[usize::from(turns(glyph))] += 1;
    }
    let most = (0..4u8).max_by_key(|&turn| (counts[usize::from(turn)], 4 - turn)).unwrap_or(0);
    if counts[usize::from(most)] * 10 > glyphs.len() * 6 {
        most
    } else {
        0
    }
}

/// How a glyph's writing lies on the page.
struct Frame {
    turns: u8,
    main: u8,
    width: f64,
    height: f64,
}

impl Frame {
    /// `point` on the page turned back by `self.main` quarters, or by the glyph's own where it differs.
    fn place(&self, point: Point) -> Point {
        match self.turns {
            1 => Point::new(point.y, self.width - point.x),
            2 => Point::new(self.width - point.x, self.height - point.y),
            3 => Point::new(self.height - point.y, point.x),
            _ => point,
        }
    }
}

/// A glyph that was added.
#[derive(Clone, Copy)]
struct Added {
    text: Span,
    left: f64,
    right: f64,
    y: f64,
}

struct Builder<'a> {
    content: &'a Content,
    gap: f64,
    pieces: Vec<Piece>,
    /// The last few glyphs of the open piece.
    last: Vec<Added>,
    space: bool,
}

impl Builder<'_> {
    fn add(&mut self, glyph: &Glyph, frame: &Frame) {
        if is_blank(glyph, self.content) {
            self.space |= !glyph.text.is_empty();
            self.widen_empty(glyph, frame);
            return;
        }
        let (origin, end) = (frame.place(glyph.origin), frame.place(glyph.end));
        let added = Added {
            text: glyph.text,
            left: origin.x.min(end.x),
            right: origin.x.max(end.x),
            y: origin.y,
        };
        let size = f64::from(glyph.size);
        if self.is_again(&added, size) {
            return;
        }
        let turns = (frame.turns + 4 - frame.main) % 4;
        let text = glyph.text.of(&self.content.text);
        match self.joint(&added, glyph, turns) {
            Joint::Glued => self.extend(text, &added),
            Joint::Apart { space_before } => self.open(text, &added, glyph, turns, space_before),
        }
        self.space = false;
        if self.last.len() == 4 {
            self.last.remove(0);
        }
        self.last.push(added);
    }

    /// A glyph whose text another one carries still takes its room.
    fn widen_empty(&mut self, glyph: &Glyph, frame: &Frame) {
        if glyph.text.is_empty()
            && let (Some(piece), Some(last)) = (self.pieces.last_mut(), self.last.last_mut())
        {
            let right = frame.place(glyph.end).x;
            if right > piece.right && right - piece.right < 2.0 * piece.size {
                (piece.right, last.right) = (right, right);
            }
        }
    }

    /// Whether the same glyph was drawn here just before, to look bold.
    fn is_again(&self, added: &Added, size: f64) -> bool {
        let text = added.text.of(&self.content.text);
        let near = |a: f64, b: f64| (a - b).abs() < SAME_PLACE * size;
        self.last
            .iter()
            .any(|last| near(last.left, added.left) && near(last.y, added.y) && last.text.of(&self.content.text) == text)
    }

    fn joint(&self, added: &Added, glyph: &Glyph, turns: u8) -> Joint {
        let (Some(piece), Some(last)) = (self.pieces.last(), self.last.last()) else {
            return Joint::Apart { space_before: true };
        };
        let size = piece.size.max(f64::from(glyph.size));
        let same_line = (piece.y - added.y).abs() < 0.6 * size && piece.turns == turns;
        let gap = if added.left >= last.left {
            added.left - last.right
        } else {
            last.left - added.right
        };
        // Programs often leave the space out where the type changes.
        let changes_style = piece.style != glyph.style && gap > 0.0;
        let widest = if self.space {
            SPACED_GAP
        } else if changes_style {
            NARROW_GAP
        } else {
            self.gap
        };
        let is_near = gap > -0.5 * size && gap < widest * size;
        if !same_line || !is_near {
            return Joint::Apart { space_before: true };
        }
        let backwards = added.left < last.left - SAME_PLACE * size && !is_right_to_left(glyph.text.of(&self.content.text));
        let same_style = !backwards
            && piece.style == glyph.style
            && (piece.size - f64::from(glyph.size)).abs() < 0.06 * size
            && (piece.y - added.y).abs() < SAME_BASELINE * size
            && piece.pagination == glyph.pagination;
        if same_style {
            Joint::Glued
        } else {
            Joint::Apart { space_before: false }
        }
    }

    /// Adds to the open piece; letters written from right to left are kept in the order they are read.
    fn extend(&mut self, text: &str, added: &Added) {
        let (Some(piece), Some(last)) = (self.pieces.last_mut(), self.last.last()) else {
            return;
        };
        if added.left > last.left && is_right_to_left(text) {
            piece.text.insert_str(0, text);
        } else {
            piece.text.push_str(text);
        }
        piece.left = piece.left.min(added.left);
        piece.right = piece.right.max(added.right);
    }

    fn open(&mut self, text: &str, added: &Added, glyph: &Glyph, turns: u8, space_before: bool) {
        self.pieces.push(Piece {
            text: text.to_owned(),
            left: added.left,
            right: added.right,
            y: added.y,
            size: f64::from(glyph.size),
            style: glyph.style,
            space_before,
            pagination: glyph.pagination,
            turns,
        });
    }
}

/// Whether `text` is Hebrew or Arabic, presentation forms included.
pub(super) fn is_right_to_left(text: &str) -> bool {
    text.chars()
        .any(|c| matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'))
}

/// How a glyph follows the one before.
enum Joint {
    Glued,
    Apart { space_before: bool },
}
