//! Abbreviations that the document defines: "Islamic Movement of Uzbekistan (IMU)".
//!
//! Brackets are where definitions stand. The short form is inside and the long form before, or the other way round.
//! The long form is found by aligning the short form's letters with the words ([`align`]): an extension of Schwartz and
//! Hearst (2003), "A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text".

mod align;
mod keys;

use super::view::{Range, View};
use crate::span::Span;

/// A short form with its long form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Abbreviation {
    pub short: Span,
    pub long: Span,
    /// Number of the entity that both name.
    pub entity: Option<u32>,
}

/// All definitions, in the order of the text.
pub(super) fn find(view: &View) -> Vec<Abbreviation> {
    let mut found: Vec<Abbreviation> = Vec::new();
    for (open, token) in view.tokens.iter().enumerate() {
        if token.span.len() > 1 || !matches!(token.span.of(view.text), "(" | "[") {
            continue;
        }
        let Some(bracket) = Bracket::new(view, open) else { continue };
        found.extend(
            bracket
                .short_inside()
                .or_else(|| bracket.long_inside())
                .or_else(|| bracket.both_inside()),
        );
    }
    found.extend(keys::find(view));
    found.sort_by_key(|abbreviation| (abbreviation.short, abbreviation.long));
    found.dedup_by_key(|abbreviation| abbreviation.short);
    found
}

/// A pair of brackets: the tokens before, and what is inside.
struct Bracket<'a> {
    view: &'a View<'a>,
    /// Token of the opening bracket.
    open: usize,
    inside: Span,
    /// First token that may belong to a long form before the bracket.
    from: usize,
}

/// A bracket with more words than this holds no definition.
const MOST_INSIDE: usize = 16;

impl<'a> Bracket<'a> {
    fn new(view: &'a View<'a>, open: usize) -> Option<Self> {
        let sentence = view.tokens_of(view.sentence_of(open));
        let mut depth = 0;
        let close = (open..(open + MOST_INSIDE).min(sentence.end)).find(|&at| {
            depth += match view.word(at) {
                "(" | "[" => 1,
                ")" | "]" => -1,
                _ => 0,
            };
            depth == 0
        })?;
        (close > open + 1).then(|| Self {
            view,
            open,
            inside: view.tokens[open + 1].span.hull(view.tokens[close - 1].span),
            from: first_before(view, sentence.start, open),
        })
    }

    /// "long form (SF)", also "(SF; more)" and "(or SF)".
    fn short_inside(&self) -> Option<Abbreviation> {
        let mut start = self.inside.start as usize;
        for part in self.inside.of(self.view.text).split(';') {
            let found = self.short(Span::new(start, start + part.len()).trim(self.view.text));
            if let Some((short, long)) = found.and_then(|short| Some((short, self.long_before(short.of(self.view.text))?))) {
                return Some(Abbreviation { short, long, entity: None });
            }
            start += part.len() + 1;
        }
        None
    }

    /// "(long form, SF)".
    fn both_inside(&self) -> Option<Abbreviation> {
        let text = self.view.text;
        let (start, inside) = (self.inside.start as usize, self.inside.of(text));
        let mark = inside.rfind([',', ';'])?;
        let short = self.short(Span::new(start + mark + 1, self.inside.end as usize).trim(text))?;
        let article = if inside.starts_with("the ") { "the ".len() } else { 0 };
        let long = Span::new(start + article, start + mark).trim(text);
        let fits = mostly_capitals(short.of(text)) && align::align(short.of(text), long.of(text)) == Some(0);
        (fits && long.of(text).contains([' ', '-']) && !long.of(text).contains(['(', ')']) && long.of(text).contains(char::is_lowercase))
            .then_some(Abbreviation { short, long, entity: None })
    }

    fn long_before(&self, short: &str) -> Option<Span> {
        let letters = short.chars().filter(|c| c.is_alphanumeric()).count();
        let reach = (letters + 5).min(2 * letters + 2);
        let mut first = self.open;
        let mut words = 0;
        while first > self.from && words < reach {
            first -= 1;
            words += usize::from(self.view.word(first).starts_with(char::is_alphanumeric));
        }
        if first == self.open {
            return None;
        }
        let window = self.view.tokens[first].span.hull(self.view.tokens[self.open - 1].span);
        let window = without_closing(self.view.text, window);
        let words = window.of(self.view.text);
        let start = align::align(short, words).or_else(|| align::align(singular(short)?, words))?;
        Some(Span {
            start: window.start + start,
            end: window.end,
        })
    }

    /// The short form in a stretch: its first part before a comma or semicolon, without "or" and the like.
    fn short(&self, stretch: Span) -> Option<Span> {
        let text = stretch.of(self.view.text);
        let mut start = 0;
        for lead in [
            "or ",
            "i.e., ",
            "i.e. ",
            "hereafter ",
            "hereinafter ",
            "henceforth ",
            "abbreviated ",
            "the ",
            "formerly ",
            "also ",
            "called ",
            "known as ",
            "\"",
            "“",
            "'",
            "‘",
        ] {
            if text[start..].starts_with(lead) {
                start += lead.len();
            }
        }
        let end = text[start..]
            .find([',', ';', ':', '"', '”', '’'])
            .map_or(text.len(), |at| start + at);
        let cut = Span::new(stretch.start as usize + start, stretch.start as usize + end).trim(self.view.text);
        is_short_form(cut.of(self.view.text)).then_some(cut)
    }

    /// "SF (long form)".
    fn long_inside(&self) -> Option<Abbreviation> {
        if self.open == self.from {
            return None;
        }
        let mut first = self.open - 1;
        while first > self.from && self.view.glued(first) {
            first -= 1;
        }
        let short = self.view.tokens[first].span.hull(self.view.tokens[self.open - 1].span);
        let surface = short.of(self.view.text);
        if !is_short_form(surface) || !mostly_capitals(surface) || surface.contains(' ') {
            return None;
        }
        let (start, inside) = (self.inside.start as usize, self.inside.of(self.view.text));
        let marks = inside.match_indices([',', ';']).map(|(at, _)| at);
        let longs = marks
            .chain([inside.len()])
            .map(|end| Span::new(start, start + end).trim(self.view.text));
        let long = longs.take(MOST_PARTS).find(|long| {
            let words = long.of(self.view.text);
            words.contains([' ', '-']) && align::align(surface, words) == Some(0)
        })?;
        Some(Abbreviation { short, long, entity: None })
    }
}

/// A long form in brackets has no more parts between commas than this.
const MOST_PARTS: usize = 5;

/// The first token that may belong to a long form before the bracket: none behind another bracket, but for one inside a
/// word, as in "GABA(A) receptor" and "(AIDS)-related".
fn first_before(view: &View, start: usize, open: usize) -> usize {
    let mut at = open;
    while at > start {
        match view.word(at - 1) {
            "(" | "[" | ";" => break,
            ")" | "]" => match inner_bracket(view, start, at - 1) {
                Some(first) => at = first,
                None => break,
            },
            _ => at -= 1,
        }
    }
    at
}

/// The token that opens the bracket closed at a token, if a word goes on before or after it; not where an acronym stands in it.
fn inner_bracket(view: &View, start: usize, close: usize) -> Option<usize> {
    let open = (start..close).rev().find(|&at| matches!(view.word(at), "(" | "["))?;
    let goes_on = view.glued(close + 1) && view.word(close + 1) == "-" && !view.is_capital(close + 2);
    let begun = open > start && view.glued(open);
    let inside = Range::new(open + 1, close);
    let acronym = || view.surface(inside).chars().filter(|c| c.is_uppercase()).count() > 1;
    (open + 1 < close && close - open <= MOST_IN_WORD && (goes_on || begun && !acronym())).then_some(open)
}

/// A bracket inside a word holds no more tokens than this.
const MOST_IN_WORD: usize = 3;

/// Whether at least half of the letters are capitals.
fn mostly_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_uppercase()).count() * 2 >= text.chars().filter(|c| c.is_alphabetic()).count()
}

/// Without quotation marks and commas at the end.
fn without_closing(text: &str, span: Span) -> Span {
    let kept = span.of(text).trim_end_matches(['"', '”', '’', '\'', ' ', ',']);
    Span::new(span.start as usize, span.start as usize + kept.len())
}

/// "NGO" for "NGOs".
fn singular(short: &str) -> Option<&str> {
    let stem = short.strip_suffix('s')?;
    (stem.len() > 1 && stem.ends_with(char::is_uppercase)).then_some(stem)
}

/// Two to ten letters and digits in at most two words, at least one of them a letter.
fn is_short_form(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
    (2..=10).contains(&letters)
        && text.split_whitespace().count() <= 2
        && text.starts_with(char::is_alphanumeric)
        && text.chars().any(char::is_alphabetic)
        && text.chars().all(|c| c.is_alphanumeric() || " -–/&.+'’()".contains(c))
}
