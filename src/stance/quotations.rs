//! What stands in quotation marks, also over several sentences.

use crate::document::Document;
use crate::span::Span;

/// A quotation that nothing closes ends after so many bytes at the latest.
const LONGEST_OPEN: usize = 300;

/// What stands between the quotation marks of each block, without the marks; in order, disjoint.
///
/// A quotation that runs to the end of its paragraph and is taken up by a mark at the start of the next is open there.
pub fn quotations(document: &Document) -> Vec<Span> {
    let mut all = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        let text = block.span.of(&document.text);
        let next = document.blocks.get(index + 1).map(|next| next.span.of(&document.text));
        let goes_on = next.is_some_and(|next| next.starts_with(['“', '"', '«']));
        in_block(text, block.span.start, goes_on, &mut all);
    }
    all
}

fn in_block(text: &str, offset: u32, goes_on: bool, all: &mut Vec<Span>) {
    let mut from = 0;
    while let Some((start, open)) = next_opening(text, from) {
        let inside = start + open.len_utf8();
        let limit = if goes_on {
            text.len()
        } else {
            text.len().min(floor(text, inside + LONGEST_OPEN))
        };
        let (end, after) = match closing(text, inside, open) {
            Some((at, sign)) => (at, at + sign.len_utf8()),
            None if is_single(open) => {
                from = inside;
                continue;
            }
            None => (limit, text.len()),
        };
        if inside < end {
            all.push(Span {
                start: offset + u32::try_from(inside).unwrap_or(u32::MAX),
                end: offset + u32::try_from(end).unwrap_or(u32::MAX),
            });
        }
        from = after;
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    while at < text.len() && !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn is_single(sign: char) -> bool {
    matches!(sign, '‘' | '\'')
}

fn next_opening(text: &str, from: usize) -> Option<(usize, char)> {
    let bytes = &text.as_bytes()[from..];
    let marks = (0..bytes.len()).filter(|&at| matches!(bytes[at], b'"' | b'\'' | FIRST_OF_CURVED | FIRST_OF_ANGLED));
    marks
        .filter_map(|at| Some((from + at, text[from + at..].chars().next()?)))
        .find(|&(at, sign)| match sign {
            '“' | '«' | '„' => true,
            '"' | '‘' | '\'' => opens_word(text, at, sign),
            _ => false,
        })
}

/// The first byte of “, „ and ‘ in UTF-8.
const FIRST_OF_CURVED: u8 = 0xE2;
/// The first byte of « in UTF-8.
const FIRST_OF_ANGLED: u8 = 0xC2;

/// Whether a mark stands before a word and after none.
fn opens_word(text: &str, at: usize, sign: char) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + sign.len_utf8()..].chars().next();
    before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | '“' | '"'))
        && after.is_some_and(|c| !c.is_whitespace())
}

/// The mark that closes a quotation; an apostrophe is none.
fn closing(text: &str, from: usize, open: char) -> Option<(usize, char)> {
    let mut fallback = None;
    for (offset, sign) in text[from..].char_indices() {
        let at = from + offset;
        let before = text[..at].chars().next_back();
        let after = text[at + sign.len_utf8()..].chars().next();
        let ends_word = after.is_none_or(|c| !c.is_alphanumeric());
        match (open, sign) {
            ('“', '”') | ('«', '»') | ('„', '“' | '”') => return Some((at, sign)),
            ('"', '"') if ends_word => return Some((at, sign)),
            ('‘', '’') | ('\'', '\'') if ends_word => {
                if before.is_some_and(|c| matches!(c, ',' | '.' | '?' | '!')) {
                    return Some((at, sign));
                }
                // "farmers’ leaders": a plural's apostrophe, unless nothing better comes.
                if open == '‘' && fallback.is_none_or(|(at, _)| text[..at].ends_with('s')) {
                    fallback = Some((at, sign));
                }
            }
            _ => {}
        }
    }
    fallback
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let mut all = Vec::new();
        in_block(text, 0, false, &mut all);
        all.into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn marks_of_each_kind_are_paired() {
        assert_eq!(found("He said “no. Never,” and «yes» and \"so\"."), ["no. Never,", "yes", "so"]);
        assert_eq!(found("‘We don’t pay,’ he said."), ["We don’t pay,"]);
        assert_eq!(found("the ‘smugglers’ den’ of the port"), ["smugglers’ den"]);
    }

    #[test]
    fn apostrophes_and_inches_quote_nothing() {
        assert_eq!(found("The farmers' leaders don't like 'em in the '90s."), Vec::<&str>::new());
        assert_eq!(found("The traders’ union won’t pay."), Vec::<&str>::new());
    }

    #[test]
    fn what_nothing_closes_ends_with_its_paragraph() {
        assert_eq!(found("He said: “We go on"), ["We go on"]);
    }
}
