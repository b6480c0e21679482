//! What a cue governs: from the cue to the end of its clause.

use crate::span::Span;

use super::cues::Hit;
use super::grammar::Class;
use super::parse::Parse;
use super::words::{Tag, Word};

/// The words that a cue governs, as a span; empty at the cue's end where nothing follows.
pub fn scope(parse: &Parse, hit: Hit) -> Span {
    let cue_end = parse.words[hit.last].span.end;
    let after = &parse.words[hit.last + 1..];
    let governed = after
        .iter()
        .enumerate()
        .take_while(|&(at, word)| !ends_clause(after, at, word))
        .map(|(_, word)| word.span);
    let span = governed.reduce(Span::hull).unwrap_or(Span {
        start: cue_end,
        end: cue_end,
    });
    Span {
        start: span.start.max(cue_end),
        end: span.end.max(cue_end),
    }
}

fn ends_clause(after: &[Word], at: usize, word: &Word) -> bool {
    match word.tag {
        Tag::Break => true,
        Tag::Comma => !continues(after, at),
        Tag::Sub => at > 0 && word.lexeme.class == Class::Subordinator && !is_comparison(after, at),
        Tag::Coord => at > 0 && opens_clause(after, at),
        _ => false,
    }
}

/// A comma inside a list: "money, arms or men".
fn continues(after: &[Word], at: usize) -> bool {
    let rest = &after[at + 1..];
    let next_comma = rest.iter().position(|word| matches!(word.tag, Tag::Comma | Tag::Coord));
    next_comma.is_some_and(|end| end <= 4 && end > 0 && rest[end].tag == Tag::Coord && !has_verb(&rest[..end]))
}

/// "and" or "but" before a subject with its verb.
fn opens_clause(after: &[Word], at: usize) -> bool {
    let rest = &after[at + 1..];
    let verb = rest.iter().position(is_verbal);
    let subject = rest
        .first()
        .is_some_and(|word| matches!(word.tag, Tag::Pron | Tag::Det | Tag::Poss | Tag::Name | Tag::Noun));
    subject && verb.is_some_and(|verb| verb > 0 && verb < 6)
}

fn is_comparison(after: &[Word], at: usize) -> bool {
    !after[at + 1..].iter().take(4).any(is_verbal)
}

fn has_verb(words: &[Word]) -> bool {
    words.iter().any(is_verbal)
}

fn is_verbal(word: &Word) -> bool {
    word.tag.is_verbal()
}
