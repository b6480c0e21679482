//! Fonts: what a character code says, how wide it is, how heavy the type looks.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use hayro_cmap::BfString;
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn, StandardFont};
use hayro_syntax::object::{Array, Dict, Name, ObjectIdentifier};
use rustc_hash::FxHashMap;

/// How type looks, as far as its font's name and descriptor tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Style {
    /// 400 is regular, 700 bold.
    pub weight: u16,
    /// Italic or oblique.
    pub italic: bool,
}

/// A font as content streams use it.
#[derive(Clone)]
pub(super) struct Typeface<'a> {
    font: Font<'a>,
    codes: Rc<RefCell<FxHashMap<u32, Code>>>,
    /// How it looks.
    pub style: Style,
}

/// What one character code stands for.
#[derive(Clone)]
pub(super) struct Code {
    /// Its text; `None` where the font does not tell.
    pub text: Option<BfString>,
    /// Advance in thousandths of the type size, along the line of writing.
    pub advance: f64,
    /// Whether it is the one-byte code 32, which word spacing applies to.
    pub is_space: bool,
}

/// Loads each font of a document once.
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    loaded: RefCell<FxHashMap<ObjectIdentifier, Typeface<'a>>>,
    resolver: FontResolverFn,
    cmaps: CMapResolverFn,
}

impl<'a> Fonts<'a> {
    pub fn new() -> Self {
        Self {
            cache: FontCache::new(),
            loaded: RefCell::default(),
            resolver: Arc::new(|query| match query {
                FontQuery::Standard(font) => Some(font.get_font_data()),
                FontQuery::Fallback(query) => Some(query.pick_standard_font().get_font_data()),
            }),
            cmaps: Arc::new(hayro_cmap::load_embedded),
        }
    }

    /// The font that `dict` describes; Helvetica where it cannot be read.
    pub fn load(&self, dict: &Dict<'a>) -> Option<Typeface<'a>> {
        let id = dict.obj_id();
        if let Some(face) = id.and_then(|id| self.loaded.borrow().get(&id).cloned()) {
            return Some(face);
        }
        let font = self.cache.font(dict, &self.resolver, &self.cmaps);
        let font = font.or_else(|| self.cache.standard_font(StandardFont::Helvetica, &self.resolver))?;
        let face = Typeface {
            font,
            codes: Rc::default(),
            style: style(dict),
        };
        if let Some(id) = id {
            self.loaded.borrow_mut().insert(id, face.clone());
        }
        Some(face)
    }
}

impl Typeface<'_> {
    /// The code at `at` in `bytes`, and how many bytes it takes.
    pub fn code(&self, bytes: &[u8], at: usize) -> (Code, usize) {
        let (code, length) = self.font.read_code(bytes, at);
        let known = self.codes.borrow().get(&code).cloned();
        let found = known.unwrap_or_else(|| {
            let found = self.look_up(code, length);
            self.codes.borrow_mut().insert(code, found.clone());
            found
        });
        (found, length.max(1))
    }

    fn look_up(&self, code: u32, length: usize) -> Code {
        let text = match self.font.glyph(self.font.map_code(code), code) {
            FontGlyph::Outline(glyph) => glyph.as_unicode(),
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        };
        let advance = self.font.code_advance(code);
        let advance = if self.font.is_horizontal() { advance.x } else { advance.y };
        Code {
            text,
            advance,
            is_space: code == 32 && length == 1,
        }
    }

    /// Whether lines run from left to right, not from top to bottom.
    pub fn is_horizontal(&self) -> bool {
        self.font.is_horizontal()
    }
}

/// Flags of a font descriptor: PDF 32000-1, table 123.
const FLAG_ITALIC: u32 = 1 << 6;
const FLAG_FORCE_BOLD: u32 = 1 << 18;

fn style(dict: &Dict<'_>) -> Style {
    let descendant = dict
        .get::<Array<'_>>("DescendantFonts")
        .and_then(|fonts| fonts.iter::<Dict<'_>>().next());
    let descriptor = descendant
        .as_ref()
        .unwrap_or(dict)
        .get::<Dict<'_>>("FontDescriptor")
        .unwrap_or_else(Dict::empty);
    let name = dict
        .get::<Name<'_>>("BaseFont")
        .map(|name| name.as_str().to_lowercase())
        .unwrap_or_default();
    let name = name.split_once('+').map_or(name.as_str(), |(_, name)| name);
    let flags = descriptor.get::<u32>("Flags").unwrap_or(0);
    let named_weight = weight_in_name(name);
    let described = descriptor
        .get::<u32>("FontWeight")
        .and_then(|weight| u16::try_from(weight).ok())
        .filter(|weight| (100..=900).contains(weight));
    let forced = if flags & FLAG_FORCE_BOLD == 0 { 400 } else { 700 };
    Style {
        weight: named_weight.or(described).unwrap_or(forced),
        italic: flags & FLAG_ITALIC != 0 || name.contains("italic") || name.contains("oblique") || name.ends_with("-it"),
    }
}

/// The weight that a font's name in lower case tells.
fn weight_in_name(name: &str) -> Option<u16> {
    const NAMES: &[(&str, u16)] = &[
        ("semibold", 600),
        ("demibold", 600),
        ("extrabold", 800),
        ("ultrabold", 800),
        ("extralight", 200),
        ("bold", 700),
        ("demi", 600),
        ("black", 900),
        ("heavy", 850),
        ("-bd", 700),
        ("_bd", 700),
        ("medium", 500),
        ("light", 300),
        ("thin", 100),
    ];
    NAMES.iter().find(|(part, _)| name.contains(part)).map(|&(_, weight)| weight)
}
