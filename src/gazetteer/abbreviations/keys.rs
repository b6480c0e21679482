//! Keys to abbreviations: "SBI = Subsidiary Body for Implementation", as under tables and in lists.

use super::super::view::View;
use super::align::align;
use super::{Abbreviation, is_short_form};
use crate::span::Span;

/// Definitions by a sign of equality.
pub(super) fn find(view: &View) -> Vec<Abbreviation> {
    let equals = memchr::memchr_iter(b'=', view.text.as_bytes());
    equals.filter_map(|at| at_sign(view, at)).collect()
}

/// The definition around the sign at a byte.
fn at_sign(view: &View, at: usize) -> Option<Abbreviation> {
    let text = view.text;
    let before = text[..at].trim_end();
    let start = before
        .rfind(|c: char| !c.is_alphanumeric() && c != '-')
        .map_or(0, |sign| sign + text[sign..].chars().next().map_or(1, char::len_utf8));
    let short = Span::new(start, before.len());
    let surface = short.of(text);
    if !is_short_form(surface) || !surface.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let from = at + 1 + text[at + 1..].len() - text[at + 1..].trim_start().len();
    let stop = end_of_long(text, from);
    let ends = std::iter::once(stop).chain(text[from..stop].rmatch_indices(',').map(|(comma, _)| from + comma));
    let fits = |&end: &usize| align(surface, &text[from..end]) == Some(0);
    let end = ends.take(MOST_COMMAS).find(fits)?;
    let long = Span::new(from, end).trim(text);
    view.range_of(long)?;
    Some(Abbreviation { short, long, entity: None })
}

/// A long form has at most a few commas.
const MOST_COMMAS: usize = 4;

/// A long form is shorter than this, in bytes.
const LONGEST: usize = 120;

/// Where a long form that begins here ends at the latest: before a mark, or before the next key.
fn end_of_long(text: &str, from: usize) -> usize {
    let mut stop = text[from..]
        .find(['=', ';', '.', '(', ')', '\n'])
        .map_or(text.len(), |at| from + at)
        .min(from + LONGEST);
    while !text.is_char_boundary(stop) {
        stop -= 1;
    }
    if text[stop..].starts_with('=') {
        let key = text[from..stop].trim_end();
        stop = from + key.rfind(' ').unwrap_or(0);
    }
    stop.max(from)
}
