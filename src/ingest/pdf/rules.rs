//! Horizontal rules: lines that separate notes from text, and rows of tables.

use hayro_font::kurbo::Point;

/// A horizontal rule, in points from the top left corner of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rule {
    /// Left end.
    pub left: f64,
    /// Right end.
    pub right: f64,
    /// Height on the page.
    pub y: f64,
}

/// A thicker one is a box.
const THICKEST: f64 = 3.0;
/// A shorter one underlines a word.
const SHORTEST: f64 = 24.0;
/// More rules than this draw a picture.
const MOST: usize = 4000;

/// A path being built.
#[derive(Debug, Default)]
pub(super) struct Path {
    rules: Vec<Rule>,
    last: Option<Point>,
}

impl Path {
    pub fn move_to(&mut self, to: Point) {
        self.last = Some(to);
    }

    pub fn line_to(&mut self, to: Point) {
        if let Some(from) = self.last {
            self.keep(from, to);
        }
        self.last = Some(to);
    }

    pub fn curve(&mut self) {
        self.last = None;
    }

    pub fn rectangle(&mut self, from: Point, to: Point) {
        self.keep(from, to);
        self.last = None;
    }

    /// Keeps the hull of `from` and `to` where it is long and thin.
    fn keep(&mut self, from: Point, to: Point) {
        let is_rule = (from.y - to.y).abs() <= THICKEST && (from.x - to.x).abs() >= SHORTEST;
        if is_rule && self.rules.len() < MOST {
            self.rules.push(Rule {
                left: from.x.min(to.x),
                right: from.x.max(to.x),
                y: f64::midpoint(from.y, to.y),
            });
        }
    }

    /// Ends the path: what was kept is seen on the page.
    pub fn paint(&mut self, rules: &mut Vec<Rule>) {
        if rules.len() < MOST {
            rules.append(&mut self.rules);
        }
        self.clear();
    }

    /// Ends the path without painting it.
    pub fn clear(&mut self) {
        self.rules.clear();
        self.last = None;
    }
}
