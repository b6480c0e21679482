//! Numbers and letters that Word prints before paragraphs.

use rustc_hash::FxHashMap;

use super::styles::Numbered;
use crate::ingest::xml::{Piece, Tag, pieces};

/// Depths that a numbering has.
const N_DEPTHS: usize = 9;

/// One depth of a numbering.
#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    format: String,
    /// "%1.%2)": the numbers of the depths from 1, and what is printed around them.
    pattern: String,
}

#[derive(Debug, Clone, Default)]
struct List {
    pattern: String,
    /// Starts of single depths, other than the pattern's.
    starts: FxHashMap<usize, u32>,
}

/// The numberings of a document, and how far each has come.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    patterns: FxHashMap<String, Vec<Level>>,
    lists: FxHashMap<String, List>,
    counts: FxHashMap<String, [Option<u32>; N_DEPTHS]>,
}

/// A paragraph's place in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    /// What is printed before the paragraph; `None` for a bullet, which is a glyph.
    pub printed: Option<String>,
}

impl Numbering {
    /// Reads `numbering.xml`; what comes after a break in it is missing.
    pub fn parse(xml: &str) -> Self {
        let mut numbering = Self::default();
        let (mut pattern, mut list, mut depth) = (None, None, 0);
        for piece in pieces(xml).map_while(Result::ok) {
            match piece {
                Piece::Start(tag) => match tag.name() {
                    "abstractNum" => pattern = tag.attr("abstractNumId"),
                    "num" => list = tag.attr("numId"),
                    "lvl" | "lvlOverride" => depth = tag.attr("ilvl").and_then(|depth| depth.parse().ok()).unwrap_or(0).min(N_DEPTHS - 1),
                    _ => numbering.property(&tag, pattern.as_deref(), list.as_deref(), depth),
                },
                Piece::End(name) if name == "abstractNum" => pattern = None,
                Piece::End(name) if name == "num" => list = None,
                _ => {}
            }
        }
        numbering
    }

    fn property(&mut self, tag: &Tag, pattern: Option<&str>, list: Option<&str>, depth: usize) {
        let value = tag.attr("val").unwrap_or_default();
        if let Some(list) = list {
            let list = self.lists.entry(list.to_owned()).or_default();
            match tag.name() {
                "abstractNumId" => list.pattern = value,
                "startOverride" => list.starts.extend(value.parse().ok().map(|start| (depth, start))),
                _ => {}
            }
        } else if let Some(pattern) = pattern {
            let levels = self
                .patterns
                .entry(pattern.to_owned())
                .or_insert_with(|| vec![Level::default(); N_DEPTHS]);
            match tag.name() {
                "start" => levels[depth].start = value.parse().unwrap_or(1),
                "numFmt" => levels[depth].format = value,
                "lvlText" => levels[depth].pattern = value,
                _ => {}
            }
        }
    }

    /// Counts a paragraph at `place`; `None` where that is no numbering.
    pub fn next(&mut self, place: &Numbered) -> Option<Label> {
        let id = place.list.as_deref().filter(|id| *id != "0")?;
        let depth = place.depth.unwrap_or(0).min(N_DEPTHS - 1);
        let Some((list, levels)) = self.lists.get(id).and_then(|list| Some((list, self.patterns.get(&list.pattern)?))) else {
            return Some(Label { printed: None });
        };
        // Lists of one pattern count on, unless one starts anew.
        let key = if list.starts.is_empty() { &list.pattern } else { id };
        let counts = self.counts.entry(key.to_owned()).or_default();
        let start = |depth: usize| list.starts.get(&depth).copied().unwrap_or(levels[depth].start);
        counts[depth] = Some(counts[depth].map_or_else(|| start(depth), |count| count.saturating_add(1)));
        counts[depth + 1..].fill(None);
        let number = |depth: usize| print(counts[depth].unwrap_or_else(|| start(depth)), &levels[depth].format);
        let level = &levels[depth];
        let printed = (!matches!(level.format.as_str(), "bullet" | "none" | "")).then(|| fill(&level.pattern, number));
        Some(Label {
            printed: printed.filter(|label| !label.trim().is_empty()),
        })
    }
}

/// Puts numbers into "%1.%2)".
fn fill(pattern: &str, number: impl Fn(usize) -> String) -> String {
    let mut label = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('%') {
        label.push_str(before);
        let digit = after
            .chars()
            .next()
            .and_then(|digit| digit.to_digit(10))
            .filter(|digit| (1..=9).contains(digit));
        let Some(digit) = digit else {
            label.push('%');
            rest = after;
            continue;
        };
        label.push_str(&number(digit as usize - 1));
        rest = &after[1..];
    }
    label + rest
}

/// A number as `format` writes it.
pub(super) fn print(number: u32, format: &str) -> String {
    match format {
        "lowerLetter" => letters(number),
        "upperLetter" => letters(number).to_uppercase(),
        "lowerRoman" => roman(number),
        "upperRoman" => roman(number).to_uppercase(),
        "decimalZero" => format!("{number:02}"),
        _ => number.to_string(),
    }
}

/// a to z, then aa, bb, as Word goes on.
fn letters(number: u32) -> String {
    let Some(place) = number.checked_sub(1).filter(|place| *place < 26 * 20) else {
        return number.to_string();
    };
    let letter = char::from(b'a' + u8::try_from(place % 26).unwrap_or(0));
    std::iter::repeat_n(letter, place as usize / 26 + 1).collect()
}

fn roman(mut number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if number == 0 || number > 4999 {
        return number.to_string();
    }
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            text.push_str(sign);
            number -= value;
        }
    }
    text
}
