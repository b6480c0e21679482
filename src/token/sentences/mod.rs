//! Sentences: where a full stop, a question mark or an exclamation mark ends one.
//!
//! Each mark is judged by what stands before it (an abbreviation, an initial, a number) and what follows
//! (a capital, a closing quotation mark, a note number). A sentence never crosses a block.

mod exceptions;
mod items;
mod words;

use self::words::{is_capital, is_proper_follower, is_starter};
use super::abbreviations::{Follows, follows};
use super::{Sentence, Token, TokenKind};
use crate::document::Document;

/// The sentences of all blocks, in order: every token of a block is in exactly one.
pub fn sentences(document: &Document, tokens: &[Token]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut next = 0;
    for (block, at) in document.blocks.iter().enumerate() {
        let first = next + tokens[next..].partition_point(|token| token.span.start < at.span.start);
        let end = first + tokens[first..].partition_point(|token| token.span.start < at.span.end);
        next = end;
        let splitter = Splitter {
            text: &document.text,
            tokens: &tokens[first..end],
        };
        let mut from = 0;
        for to in splitter.ends() {
            let span = splitter.tokens[from].span.hull(splitter.tokens[to - 1].span);
            let number = |index: usize| u32::try_from(first + index).unwrap_or(u32::MAX);
            let block = u32::try_from(block).unwrap_or(u32::MAX);
            sentences.push(Sentence {
                span,
                first_token: number(from),
                end_token: number(to),
                block,
            });
            from = to;
        }
    }
    sentences
}

/// The tokens of one block.
struct Splitter<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Splitter<'_> {
    /// One past the last token of each sentence.
    fn ends(&self) -> Vec<usize> {
        let items = self.items();
        let mut ends = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            if let Some(item) = items.iter().find(|item| item.contains(&at)) {
                if at > 0 {
                    ends.push(at);
                }
                at = item.end;
                continue;
            }
            let Some(mark) = self.mark(at) else {
                at += 1;
                continue;
            };
            let after = self.skip_note(self.skip_closers(at + 1));
            let from = ends.last().copied().unwrap_or(0);
            if self.splits(from, at, mark, after) {
                ends.push(after);
            }
            at = after;
        }
        ends.dedup();
        if ends.last().copied().unwrap_or(0) < self.tokens.len() {
            ends.push(self.tokens.len());
        }
        ends
    }

    /// The mark at the end of a token that may end a sentence.
    fn mark(&self, at: usize) -> Option<Mark> {
        let surface = self.surface(at);
        match surface {
            "." | "。" => Some(Mark::Stop),
            "!" | "?" | "؟" | "‼" | "⁉" => Some(Mark::Loud),
            "…" | ".." | "..." | "...." => Some(Mark::Ellipsis),
            _ if surface.len() > 1 && surface.ends_with('.') && self.tokens[at].kind == TokenKind::Word => Some(Mark::Abbreviation),
            _ => None,
        }
    }

    /// Past further marks, closing quotation marks and brackets, and a glued note number.
    fn skip_closers(&self, mut at: usize) -> usize {
        while at < self.tokens.len() {
            let surface = self.surface(at);
            let glued = self.glued(at);
            let closes = match surface {
                ")" | "]" | "}" | "”" | "’" | "»" | "!" | "?" | "." | "..." => glued,
                "\"" | "'" | "''" => glued && !self.opens(at),
                _ => false,
            };
            if !closes {
                break;
            }
            at += 1;
        }
        at
    }

    /// Past a note number after the mark: "[17]", or a small number before a word that begins sentences.
    fn skip_note(&self, at: usize) -> usize {
        let number = |at: usize| {
            self.tokens
                .get(at)
                .is_some_and(|token| token.kind == TokenKind::Number && token.span.len() <= 3)
        };
        if at + 2 < self.tokens.len() && self.surface(at) == "[" && number(at + 1) && self.surface(at + 2) == "]" {
            return self.skip_note(at + 3);
        }
        let bare = number(at)
            && self.tokens[at].span.len() <= 2
            && self.tokens.get(at + 1).is_some_and(|next| is_starter(next.span.of(self.text)));
        if bare && !self.glued(at) && at > 1 { at + 1 } else { at }
    }

    /// Whether the sentence from token `from` ends with the mark at `at`; `after` is the next token.
    fn splits(&self, from: usize, at: usize, mark: Mark, after: usize) -> bool {
        if after >= self.tokens.len() {
            return true;
        }
        let next = self.surface(after);
        if self.glued(after) {
            return mark == Mark::Stop && after == at + 1 && self.runs_on(at, next);
        }
        let beginning = self.looks_like_beginning(after);
        match mark {
            Mark::Loud => beginning,
            Mark::Ellipsis => beginning && next.starts_with(char::is_uppercase),
            Mark::Stop if self.is_before_ellipsis(at) => true,
            Mark::Stop => {
                beginning
                    && !self.is_list_number(at)
                    && !self.is_number_sign(at, after)
                    && !self.is_spaced_ellipsis(at)
                    && !self.is_initial(at, after)
                    && !self.is_citation(at, after)
            }
            Mark::Abbreviation => beginning && self.ends_after_abbreviation(from, at, after) && !self.is_citation(at, after),
        }
    }

    /// Whether a sentence may begin with this token: a capital, a digit, an opening mark, a bullet.
    fn looks_like_beginning(&self, at: usize) -> bool {
        let surface = self.surface(at);
        let first = surface.chars().next().unwrap_or(' ');
        match self.tokens[at].kind {
            TokenKind::Word => !first.is_lowercase() || surface.chars().nth(1).is_some_and(char::is_uppercase),
            TokenKind::Number | TokenKind::Url => true,
            TokenKind::Clitic => false,
            TokenKind::Punctuation | TokenKind::Symbol => match first {
                '“' | '‘' | '«' | '"' | '\'' | '`' | '(' | '[' | '¿' | '¡' => {
                    self.tokens.get(at + 1).is_some_and(|_| self.looks_like_beginning(at + 1))
                }
                '•' | '*' | '§' | '#' | '@' | '$' | '€' | '£' | '-' | '–' | '—' => first != '-' && first != '–' && first != '—',
                _ => false,
            },
        }
    }

    fn ends_after_abbreviation(&self, from: usize, at: usize, after: usize) -> bool {
        let surface = self.surface(at);
        let stem = surface.trim_end_matches('.');
        let next = self.surface(after);
        let starter = is_starter(next) || matches!(next, "“" | "\"" | "‘" | "(" | "[");
        match follows(stem) {
            Some(Follows::More) => stem == "al" && starter,
            Some(Follows::Either) => match stem {
                "No" => false,
                _ if next.starts_with(|first: char| first.is_ascii_digit()) => false,
                _ => starter || !is_proper_follower(stem),
            },
            None if stem.chars().count() == 1 => starter && at > 0 && !is_capital(self.surface(at - 1)) && self.surface(at - 1) != ",",
            None if is_clock(stem) && is_title(next) => at > from + BARE_TIME,
            None => starter || (self.tokens[after].kind == TokenKind::Number && stem.len() > 3),
        }
    }

    fn surface(&self, at: usize) -> &str {
        self.tokens[at].span.of(self.text)
    }

    /// Whether nothing stands between this token and the one before.
    fn glued(&self, at: usize) -> bool {
        at > 0 && self.tokens[at - 1].span.end == self.tokens[at].span.start
    }

    /// Whether a straight quotation mark opens: glued to what follows and not to what stands before, or the count before is even.
    fn opens(&self, at: usize) -> bool {
        let glued_after = self
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.span.start == self.tokens[at].span.end);
        glued_after && !self.glued(at)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Stop,
    Loud,
    Ellipsis,
    /// A word that keeps its full stop.
    Abbreviation,
}

/// Tokens before the end of a bare indication of time, "At 5 a.m." or "On Monday at 5 a.m.": it begins a sentence and is none.
const BARE_TIME: usize = 4;

fn is_clock(stem: &str) -> bool {
    matches!(stem.to_ascii_lowercase().as_str(), "a.m" | "p.m")
}

/// "Mr.", "Gen.": what only stands before a name.
fn is_title(word: &str) -> bool {
    is_capital(word) && word.ends_with('.') && follows(word.trim_end_matches('.')) == Some(Follows::More)
}
