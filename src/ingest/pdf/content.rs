//! Content streams to glyphs and rules with their places on the page.
//!
//! Only what concerns text is carried out (PDF 32000-1, 8.4 and 9): colors, images and clipping are not.

use std::time::Instant;

use hayro_cmap::BfString;
use hayro_font::kurbo::{Affine, Point, Vec2};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{self, Array, Dict, Name, Number, Object, Stream};
use hayro_syntax::page::{Page, Resources};

use super::font::{Fonts, Style, Typeface};
use super::marks::Marks;
use super::rules::{Dot, Path, Rule};
use crate::span::Span;

/// A glyph, in points from the top left corner of the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glyph {
    /// Its text, in [`Content::text`]; empty where another glyph carries it.
    pub text: Span,
    /// Where it stands on the baseline.
    pub origin: Point,
    /// Where the next one is due, word spacing left out.
    pub end: Point,
    /// Type size.
    pub size: f32,
    /// How it looks.
    pub style: Style,
    /// Whether the file marks it as a running head or foot.
    pub pagination: bool,
}

/// What a page shows.
#[derive(Debug, Default)]
pub(super) struct Content {
    /// The text of all glyphs, in content order.
    pub text: String,
    /// Glyphs in content order.
    pub glyphs: Vec<Glyph>,
    /// Horizontal rules.
    pub rules: Vec<Rule>,
    /// Small shapes, such as bullets.
    pub dots: Vec<Dot>,
    /// Glyphs whose font does not tell what they are.
    pub n_unknown: usize,
    /// Whether there are pictures.
    pub has_images: bool,
}

/// Forms may stand within one another so deep.
const DEEPEST_FORM: usize = 24;
/// A page of more glyphs is an attack.
const MOST_GLYPHS: usize = 2_000_000;
/// Steps between two looks at the clock.
const STEPS: u32 = 4096;

/// What stopped the reading of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// The document's time is used up.
    Time,
    /// There is more on the page than can be read.
    Size,
}

/// Reads what `page` shows.
pub(super) fn read<'a>(page: &Page<'a>, fonts: &Fonts<'a>, hidden: &[object::ObjRef], deadline: Instant) -> Result<Content, Stop> {
    let transform = page.initial_transform(true).as_coeffs();
    let mut reader = Reader {
        fonts,
        marks: Marks::new(hidden),
        content: Content::default(),
        path: Path::default(),
        state: State::new(Affine::new(transform)),
        stack: Vec::new(),
        depth: 0,
        deadline,
        steps: 0,
    };
    reader.run(page.typed_operations(), page.resources())?;
    Ok(reader.content)
}

/// The graphics state, as far as it concerns text.
#[derive(Clone)]
struct State<'a> {
    ctm: Affine,
    face: Option<Typeface<'a>>,
    size: f64,
    char_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
    matrix: Affine,
    line_matrix: Affine,
}

impl State<'_> {
    fn new(ctm: Affine) -> Self {
        Self {
            ctm,
            face: None,
            size: 1.0,
            char_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            matrix: Affine::IDENTITY,
            line_matrix: Affine::IDENTITY,
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line_matrix *= Affine::translate((x, y));
        self.matrix = self.line_matrix;
    }
}

struct Reader<'p, 'a> {
    fonts: &'p Fonts<'a>,
    marks: Marks<'p>,
    content: Content,
    path: Path,
    state: State<'a>,
    stack: Vec<State<'a>>,
    depth: usize,
    deadline: Instant,
    steps: u32,
}

impl<'a> Reader<'_, 'a> {
    fn run(&mut self, mut ops: TypedIter<'_>, resources: &Resources<'a>) -> Result<(), Stop> {
        let floor = self.stack.len();
        while let Some(op) = ops.next() {
            self.look_at_the_clock()?;
            match op {
                Op::SaveState(_) if self.stack.len() < 512 => self.stack.push(self.state.clone()),
                Op::RestoreState(_) if self.stack.len() > floor => {
                    self.state = self.stack.pop().unwrap_or_else(|| State::new(Affine::IDENTITY));
                }
                Op::Transform(t) => self.state.ctm *= affine([t.0, t.1, t.2, t.3, t.4, t.5]),
                Op::XObject(name) => self.x_object(name.0, resources)?,
                Op::BeginMarkedContent(tag) => self.marks.open(tag.0, None, resources),
                Op::BeginMarkedContentWithProperties(tag) => self.marks.open(tag.0, Some(tag.1), resources),
                Op::EndMarkedContent(_) => self.marks.close(),
                op => {
                    if !self.draw(&op) {
                        self.text(&op, resources);
                    }
                }
            }
        }
        self.stack.truncate(floor);
        Ok(())
    }

    fn look_at_the_clock(&mut self) -> Result<(), Stop> {
        self.steps += 1;
        if self.steps.is_multiple_of(STEPS) && Instant::now() > self.deadline {
            return Err(Stop::Time);
        }
        if self.content.glyphs.len() > MOST_GLYPHS {
            Err(Stop::Size)
        } else {
            Ok(())
        }
    }

    /// Follows a path, and keeps it where it is painted as a rule.
    fn draw(&mut self, op: &Op<'_, '_>) -> bool {
        let ctm = self.state.ctm;
        match op {
            Op::MoveTo(p) => self.path.move_to(ctm * point(p.0, p.1)),
            Op::LineTo(p) => self.path.line_to(ctm * point(p.0, p.1)),
            Op::CubicTo(c) => self.path.curve(ctm * point(c.4, c.5)),
            Op::CubicStartTo(c) => self.path.curve(ctm * point(c.2, c.3)),
            Op::CubicEndTo(c) => self.path.curve(ctm * point(c.2, c.3)),
            Op::RectPath(r) => self.path.rectangle(
                ctm * point(r.0, r.1),
                ctm * point_at(r.0.as_f64() + r.2.as_f64(), r.1.as_f64() + r.3.as_f64()),
            ),
            Op::StrokePath(_)
            | Op::CloseAndStrokePath(_)
            | Op::FillPathNonZero(_)
            | Op::FillPathNonZeroCompatibility(_)
            | Op::FillPathEvenOdd(_)
            | Op::FillAndStrokeNonZero(_)
            | Op::FillAndStrokeEvenOdd(_)
            | Op::CloseFillAndStrokeNonZero(_)
            | Op::CloseFillAndStrokeEvenOdd(_) => self.path.paint(&mut self.content.rules, &mut self.content.dots),
            Op::EndPath(_) => self.path.clear(),
            _ => return false,
        }
        true
    }

    fn x_object(&mut self, name: &Name<'_>, resources: &Resources<'a>) -> Result<(), Stop> {
        let Some(stream) = resources.get_x_object(name) else {
            return Ok(());
        };
        let dict = stream.dict();
        if dict.get::<Name<'_>>("Subtype").is_none_or(|kind| kind.as_str() != "Form") {
            self.content.has_images = true;
            return Ok(());
        }
        if self.depth < DEEPEST_FORM && !self.marks.hides(dict.get_ref("OC")) {
            self.form(&stream, resources)?;
        }
        Ok(())
    }

    fn form(&mut self, stream: &Stream<'a>, resources: &Resources<'a>) -> Result<(), Stop> {
        let dict = stream.dict();
        let own = dict.get::<Dict<'a>>("Resources").map(Resources::new);
        let Ok(data) = stream.decoded_data() else { return Ok(()) };
        let outer = self.state.clone();
        if let Some(matrix) = dict.get::<[f64; 6]>("Matrix") {
            self.state.ctm *= Affine::new(matrix);
        }
        self.depth += 1;
        let marks = self.marks.depth();
        self.run(TypedIter::new(data.as_ref()), own.as_ref().unwrap_or(resources))?;
        self.marks.cut(marks);
        self.depth -= 1;
        self.state = outer;
        Ok(())
    }

    fn text(&mut self, op: &Op<'_, '_>, resources: &Resources<'a>) {
        let state = &mut self.state;
        match op {
            Op::BeginText(_) => (state.matrix, state.line_matrix) = (Affine::IDENTITY, Affine::IDENTITY),
            Op::TextFont(font) => {
                state.size = font.1.as_f64();
                state.face = resources.get_font(font.0).and_then(|dict| self.fonts.load(&dict));
            }
            Op::SetGraphicsState(name) => self.graphics_state(name.0, resources),
            Op::CharacterSpacing(n) => state.char_space = n.0.as_f64(),
            Op::WordSpacing(n) => state.word_space = n.0.as_f64(),
            Op::HorizontalScaling(n) => state.stretch = n.0.as_f64() / 100.0,
            Op::TextLeading(n) => state.leading = n.0.as_f64(),
            Op::TextRise(n) => state.rise = n.0.as_f64(),
            Op::NextLine(n) => state.next_line(n.0.as_f64(), n.1.as_f64()),
            Op::NextLineAndSetLeading(n) => {
                state.leading = -n.1.as_f64();
                state.next_line(n.0.as_f64(), n.1.as_f64());
            }
            Op::SetTextMatrix(t) => {
                state.line_matrix = affine([t.0, t.1, t.2, t.3, t.4, t.5]);
                state.matrix = state.line_matrix;
            }
            Op::NextLineUsingLeading(_) => state.next_line(0.0, -state.leading),
            Op::ShowText(text) => self.show(text.0.as_bytes()),
            Op::NextLineAndShowText(text) => {
                state.next_line(0.0, -state.leading);
                self.show(text.0.as_bytes());
            }
            Op::ShowTextWithParameters(text) => {
                (state.word_space, state.char_space) = (text.0.as_f64(), text.1.as_f64());
                state.next_line(0.0, -state.leading);
                self.show(text.2.as_bytes());
            }
            Op::ShowTexts(texts) => self.show_adjusted(texts.0),
            _ => {}
        }
    }

    fn graphics_state(&mut self, name: &Name<'_>, resources: &Resources<'a>) {
        let font = resources.get_ext_g_state(name).and_then(|state| state.get::<Array<'a>>("Font"));
        if let Some(font) = font {
            let mut entries = font.flex_iter();
            self.state.face = entries.next::<Dict<'a>>().and_then(|dict| self.fonts.load(&dict));
            self.state.size = entries.next::<Number>().map_or(self.state.size, |size| size.as_f64());
        }
    }

    fn show_adjusted(&mut self, texts: &Array<'_>) {
        for entry in texts.iter::<Object<'_>>() {
            match entry {
                Object::String(text) => self.show(text.as_bytes()),
                Object::Number(adjustment) => {
                    let shift = -adjustment.as_f64() / 1000.0 * self.state.size;
                    let horizontal = self.state.face.as_ref().is_none_or(Typeface::is_horizontal);
                    self.advance(if horizontal {
                        Vec2::new(shift * self.state.stretch, 0.0)
                    } else {
                        Vec2::new(0.0, shift)
                    });
                }
                _ => {}
            }
        }
    }

    fn advance(&mut self, by: Vec2) {
        self.state.matrix *= Affine::translate(by);
    }

    fn show(&mut self, bytes: &[u8]) {
        let Some(face) = self.state.face.clone() else { return };
        let mut at = 0;
        while at < bytes.len() {
            let (code, length) = face.code(bytes, at);
            at += length;
            let state = &self.state;
            let shift = code.advance / 1000.0 * state.size + state.char_space;
            let word_space = if code.is_space { state.word_space } else { 0.0 };
            let along = |length: f64| {
                if face.is_horizontal() {
                    Vec2::new(length * state.stretch, 0.0)
                } else {
                    Vec2::new(0.0, length)
                }
            };
            let (step, whole) = (along(shift), along(shift + word_space));
            self.glyph(code.text, step, face.style);
            self.advance(whole);
        }
    }

    fn glyph(&mut self, text: Option<BfString>, step: Vec2, style: Style) {
        if self.marks.is_hidden() {
            return;
        }
        let start = self.content.text.len();
        match self.marks.replacement() {
            Some(text) => self.content.text.push_str(&text),
            None => push(&mut self.content, text),
        }
        let state = &self.state;
        let place = state.ctm * state.matrix * Affine::translate((0.0, state.rise));
        let [_, _, c, d, ..] = (state.ctm * state.matrix).as_coeffs();
        #[expect(clippy::cast_possible_truncation, reason = "sizes in points are small")]
        let size = (c.hypot(d) * state.size.abs()) as f32;
        let (origin, end) = (place * Point::ZERO, place * step.to_point());
        if size.is_finite() && size > 0.0 && origin.is_finite() && end.is_finite() {
            let text = Span::new(start, self.content.text.len());
            let pagination = self.marks.is_pagination();
            self.content.glyphs.push(Glyph {
                text,
                origin,
                end,
                size,
                style,
                pagination,
            });
        }
    }
}

/// Adds the text of a glyph; U+FFFD where its font does not tell it.
fn push(content: &mut Content, text: Option<BfString>) {
    match text {
        Some(BfString::Char('\0')) | None => {
            content.text.push(char::REPLACEMENT_CHARACTER);
            content.n_unknown += 1;
        }
        Some(BfString::Char(c)) => content.text.push(c),
        Some(BfString::String(text)) => content.text.push_str(&text),
    }
}

fn affine(numbers: [Number; 6]) -> Affine {
    Affine::new(numbers.map(|number| number.as_f64()))
}

fn point(x: Number, y: Number) -> Point {
    point_at(x.as_f64(), y.as_f64())
}

fn point_at(x: f64, y: f64) -> Point {
    Point::new(x, y)
}
