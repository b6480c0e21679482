//! Sentences: where a full stop, a question mark or an exclamation mark ends one.
//!
//! Each mark is judged by what stands before it (an abbreviation, an initial, a number) and what follows
//! (a capital, a closing quotation mark, a note number). A sentence never crosses a block.

use std::ops::Range;

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
            if self.splits(at, mark, after) {
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

    /// The markers of a list that runs on in one block: "1. One item 2. Another", "a) one b) another", bullets.
    fn items(&self) -> Vec<Range<usize>> {
        let Some(first) = self.tokens.first().and_then(|_| self.marker(0)) else {
            return Vec::new();
        };
        let mut markers = vec![(0..first.0, first.1)];
        for at in first.0..self.tokens.len() {
            let before = &markers[markers.len() - 1];
            if at >= before.0.end
                && let Some((end, label)) = self.marker(at)
                && label.follows(&before.1)
            {
                markers.push((at..end, label));
            }
        }
        if markers.len() < 2 {
            Vec::new()
        } else {
            markers.into_iter().map(|(range, _)| range).collect()
        }
    }

    /// A list marker at this token: where it ends, and its label.
    fn marker(&self, at: usize) -> Option<(usize, Label)> {
        let bullet = matches!(self.surface(at), "•" | "⁃" | "‣" | "◦" | "▪");
        let start = at + usize::from(bullet);
        let label = self.tokens.get(start).and_then(|token| Label::of(token.span.of(self.text)));
        let mut end = start + 1;
        let mut closed = label.is_some() && self.surface(start).ends_with('.');
        while end < self.tokens.len() && self.glued(end) && matches!(self.surface(end), "." | ")") {
            closed = true;
            end += 1;
        }
        let spaced = end < self.tokens.len() && !self.glued(end);
        match label {
            Some(label) if closed && spaced => Some((end, label)),
            _ if bullet && start < self.tokens.len() => Some((start, Label::Bullet)),
            _ => None,
        }
    }

    fn splits(&self, at: usize, mark: Mark, after: usize) -> bool {
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
            Mark::Stop => {
                beginning
                    && !self.is_list_number(at)
                    && !self.is_spaced_ellipsis(at)
                    && !self.is_initial(at, after)
                    && !self.is_citation(at, after)
            }
            Mark::Abbreviation => beginning && self.ends_after_abbreviation(at, after) && !self.is_citation(at, after),
        }
    }

    /// "395 U. S. 752", "6 Vet. App. 91", "764 F. 2d 1514", "Gen. Stat. § 15": a volume and the short name of its series.
    fn is_citation(&self, at: usize, after: usize) -> bool {
        let short = |at: usize| {
            let stem = self.surface(at).trim_end_matches('.');
            stem.len() <= 4
                && is_capital(stem)
                && !matches!(
                    stem,
                    "May" | "June" | "July" | "Iran" | "Iraq" | "Oman" | "Mali" | "Cuba" | "Chad" | "Peru"
                )
        };
        let own = if self.surface(at) == "." { at.saturating_sub(1) } else { at };
        let next = self.surface(after);
        if !short(own) {
            return false;
        }
        let point =
            |at: usize| self.surface(at).ends_with('.') || self.tokens.get(at + 1).is_some_and(|next| next.span.of(self.text) == ".");
        let series = next.starts_with(|c: char| c.is_ascii_digit()) || is_reference(next.trim_end_matches('.')) && point(after);
        let named = |at: &usize| self.surface(*at) != "." && !(short(*at) && point(*at));
        let volume = (own.saturating_sub(6)..own).rev().find(named);
        let numbered = volume.is_some_and(|at| self.tokens[at].kind == TokenKind::Number && self.tokens[at].span.len() <= 3);
        next.starts_with('§') || series && numbered
    }

    /// One of the points of ". . .".
    fn is_spaced_ellipsis(&self, at: usize) -> bool {
        let point = |at: usize| self.tokens.get(at).is_some_and(|token| token.span.of(self.text) == ".");
        !self.glued(at) && ((at > 0 && point(at - 1)) || point(at + 1))
    }

    /// "Albert I. Jones": a capital letter between two names.
    fn is_initial(&self, at: usize, after: usize) -> bool {
        at > 1
            && self.surface(at - 1) == "I"
            && is_capital(self.surface(at - 2))
            && is_capital(self.surface(after))
            && !is_starter(self.surface(after))
    }

    /// "first.Next": a blank was lost.
    fn runs_on(&self, at: usize, next: &str) -> bool {
        let before = if at == 0 { "" } else { self.surface(at - 1) };
        let word = before.len() > 2 && before.chars().skip(1).all(|c| c.is_lowercase() || c.is_ascii_digit() || c == ',');
        let mut letters = next.chars();
        word && letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
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
                '“' | '‘' | '«' | '"' | '\'' | '(' | '[' | '¿' | '¡' => {
                    self.tokens.get(at + 1).is_some_and(|_| self.looks_like_beginning(at + 1))
                }
                '•' | '*' | '§' | '#' | '@' | '$' | '€' | '£' | '-' | '–' | '—' => first != '-' && first != '–' && first != '—',
                _ => false,
            },
        }
    }

    /// "1." or "a." at the very beginning of the block: a list's number, not a sentence.
    fn is_list_number(&self, at: usize) -> bool {
        at == 1 && (self.tokens[0].kind == TokenKind::Number || self.surface(0).chars().count() == 1 || is_roman(self.surface(0)))
    }

    fn ends_after_abbreviation(&self, at: usize, after: usize) -> bool {
        let surface = self.surface(at);
        let stem = surface.trim_end_matches('.');
        let next = self.surface(after);
        let starter = is_starter(next) || matches!(next, "“" | "\"" | "‘" | "(" | "[");
        match follows(stem) {
            Some(Follows::More) => stem == "al" && starter,
            Some(Follows::Either) => match stem {
                "No" => false,
                _ if self.tokens[after].kind == TokenKind::Number => false,
                _ => starter || !is_proper_follower(stem),
            },
            None if stem.chars().count() == 1 => starter && at > 0 && !is_capital(self.surface(at - 1)) && self.surface(at - 1) != ",",
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

/// The label of a list item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Number(u32),
    Letter(char),
    Bullet,
}

impl Label {
    fn of(surface: &str) -> Option<Self> {
        let bare = surface.trim_end_matches('.');
        let mut chars = bare.chars();
        match (chars.next(), chars.next()) {
            (Some(letter), None) if letter.is_ascii_lowercase() => Some(Self::Letter(letter)),
            (Some(digit), _) if digit.is_ascii_digit() && bare.len() <= 2 => bare.parse().ok().map(Self::Number),
            _ => None,
        }
    }

    fn follows(self, before: &Self) -> bool {
        match (before, self) {
            (Self::Number(a), Self::Number(b)) => b == a + 1,
            (Self::Letter(a), Self::Letter(b)) => b as u32 == *a as u32 + 1,
            (Self::Bullet, Self::Bullet) => true,
            _ => false,
        }
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

/// Short names of series of reports and laws, and the courts in them.
fn is_reference(word: &str) -> bool {
    matches!(
        word,
        "App" | "Supp" | "Cir" | "Dec" | "Ct" | "Div" | "Rptr" | "Cas" | "Rev" | "Proc" | "Stat" | "Cal" | "Ill" | "Wis" | "Ed"
    )
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| "IVXivx".contains(c))
}

/// After these abbreviations a capital is usually more of the name ("Inc. Magazine", "Jan. Smith" are rare).
fn is_proper_follower(stem: &str) -> bool {
    matches!(
        stem,
        "Co" | "Dept"
            | "Univ"
            | "Assn"
            | "Mt"
            | "Natl"
            | "Intl"
            | "Govt"
            | "Dist"
            | "Est"
            | "Sr"
            | "Jr"
            | "Msgr"
            | "co"
            | "Cir"
            | "Cal"
            | "Supp"
            | "App"
    )
}

/// Words that begin sentences and are no names.
fn is_starter(word: &str) -> bool {
    const STARTERS: &[&str] = &[
        "A",
        "About",
        "Above",
        "According",
        "After",
        "Again",
        "All",
        "Also",
        "Although",
        "Among",
        "An",
        "And",
        "Another",
        "Any",
        "As",
        "At",
        "Because",
        "Before",
        "Both",
        "But",
        "By",
        "Despite",
        "During",
        "Each",
        "Even",
        "Every",
        "Finally",
        "First",
        "For",
        "From",
        "Given",
        "Has",
        "Have",
        "He",
        "Hence",
        "Her",
        "Here",
        "His",
        "How",
        "However",
        "I",
        "If",
        "In",
        "Indeed",
        "Instead",
        "Is",
        "It",
        "Its",
        "Last",
        "Later",
        "Like",
        "Many",
        "Meanwhile",
        "More",
        "Moreover",
        "Most",
        "My",
        "Neither",
        "Nevertheless",
        "No",
        "Nor",
        "Not",
        "Nothing",
        "Now",
        "Of",
        "On",
        "Once",
        "One",
        "Only",
        "Or",
        "Other",
        "Others",
        "Our",
        "Over",
        "Perhaps",
        "Second",
        "She",
        "Should",
        "Since",
        "So",
        "Some",
        "Still",
        "Such",
        "That",
        "The",
        "Their",
        "Then",
        "There",
        "Therefore",
        "These",
        "They",
        "This",
        "Those",
        "Though",
        "Through",
        "Thus",
        "To",
        "Today",
        "Two",
        "Under",
        "Unless",
        "Until",
        "Was",
        "We",
        "Were",
        "What",
        "When",
        "Whenever",
        "Where",
        "Whether",
        "Which",
        "While",
        "Who",
        "Why",
        "Will",
        "With",
        "Within",
        "Without",
        "Yes",
        "Yet",
        "You",
        "Your",
    ];
    STARTERS.binary_search(&word).is_ok()
}
