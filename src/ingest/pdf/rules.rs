//! What is drawn beside text: rules that separate notes from text and rows of tables, dots before the items of a list.

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

/// A small shape, as programs draw bullets; in points from the top left corner of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Dot {
    /// Right end.
    pub right: f64,
    /// Height of its middle on the page.
    pub y: f64,
}

/// Dots measure so much, both ways.
const DOT: std::ops::RangeInclusive<f64> = 1.2..=9.0;
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
    /// Left, top, right and bottom of all its points.
    hull: Option<(f64, f64, f64, f64)>,
}

impl Path {
    pub fn move_to(&mut self, to: Point) {
        self.reach(to);
        self.last = Some(to);
    }

    pub fn line_to(&mut self, to: Point) {
        self.reach(to);
        if let Some(from) = self.last {
            self.keep(from, to);
        }
        self.last = Some(to);
    }

    /// A curve that ends at `to`.
    pub fn curve(&mut self, to: Point) {
        self.reach(to);
        self.last = None;
    }

    pub fn rectangle(&mut self, from: Point, to: Point) {
        self.reach(from);
        self.reach(to);
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

    fn reach(&mut self, to: Point) {
        let (left, top, right, bottom) = self.hull.unwrap_or((to.x, to.y, to.x, to.y));
        self.hull = Some((left.min(to.x), top.min(to.y), right.max(to.x), bottom.max(to.y)));
    }

    /// The path as a dot, where it is as small as one and about as wide as high.
    fn dot(&self) -> Option<Dot> {
        let (left, top, right, bottom) = self.hull?;
        let (width, height) = (right - left, bottom - top);
        let is_dot = DOT.contains(&width) && DOT.contains(&height) && width < 1.5 * height && height < 1.5 * width;
        is_dot.then_some(Dot {
            right,
            y: f64::midpoint(top, bottom),
        })
    }

    /// Ends the path: what was kept is seen on the page.
    pub fn paint(&mut self, rules: &mut Vec<Rule>, dots: &mut Vec<Dot>) {
        if dots.len() < MOST {
            dots.extend(self.dot());
        }
        if rules.len() < MOST {
            rules.append(&mut self.rules);
        }
        self.clear();
    }

    /// Ends the path without painting it.
    pub fn clear(&mut self) {
        self.rules.clear();
        (self.last, self.hull) = (None, None);
    }
}
