//! The surface forms of names, sorted: those that begin with the words read so far are a stretch of them, which each further word narrows.

use std::borrow::Cow;
use std::ops::Range as Stretch;
use std::sync::Arc;

use super::variants::{forms, plain};
use super::view::{Range, View};
use crate::lexicon::{Alias, Case, Entity, first_eight};
use crate::span::Span;

/// Every form of every name, in lower case, with the aliases that are spelled so.
pub(super) struct Surfaces {
    /// The forms one after another, sorted, each once.
    text: String,
    /// Form `k` begins at `starts[k]` and ends where the next one begins.
    starts: Vec<u32>,
    /// Spellings of form `k`: `spellings[firsts[k]..firsts[k + 1]]`.
    firsts: Vec<u32>,
    spellings: Vec<Spelling>,
    /// The forms as written.
    written: String,
}

/// An alias under one of its spellings.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Spelling {
    /// Number of the alias.
    pub alias: u32,
    pub case: Case,
    written: Span,
}

/// The forms that begin with a word.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Beginning {
    /// The first of them.
    first: u32,
    /// One past the last.
    end: u32,
    /// The first of those that go on with a blank.
    first_spaced: u32,
    /// One past the last of those.
    end_spaced: u32,
    /// Which bytes follow that blank, as bits: most words that follow are ruled out by their first.
    next: u64,
    /// Bytes of the word in lower case.
    length: u32,
}

impl Beginning {
    /// Whether a form may go on with a blank and this word; almost never where none does.
    fn may_go_on(self, lower: &str) -> bool {
        lower
            .bytes()
            .next()
            .is_some_and(|byte| !byte.is_ascii() || self.next & bit(byte) != 0)
    }
}

impl Surfaces {
    /// Compiles the names of a lexicon; its themes are no names.
    pub fn new(entities: &[Arc<Entity>], aliases: &[Alias]) -> Self {
        let (mut folded, mut written) = (String::new(), String::new());
        let mut entries: Vec<(Span, Spelling)> = Vec::with_capacity(aliases.len());
        for (number, alias) in (0..).zip(aliases) {
            if entities[alias.entity as usize].is_theme() {
                continue;
            }
            for form in forms(&alias.surface) {
                let lower = push(&mut folded, &fold(&form));
                // In any case: one spelling for all.
                let spelled = if alias.case == Case::Any {
                    Span::default()
                } else {
                    push(&mut written, &form)
                };
                entries.push((
                    lower,
                    Spelling {
                        alias: number,
                        case: alias.case,
                        written: spelled,
                    },
                ));
            }
        }
        let key = |(lower, spelling): &(Span, Spelling)| (lower.of(&folded), spelling.written.of(&written), spelling.alias);
        // Eight letters as a number tell most forms apart.
        let mut order: Vec<(u64, u32)> = (0..)
            .zip(&entries)
            .map(|(number, (lower, _))| (first_eight(lower.of(&folded)), number))
            .collect();
        order.sort_unstable_by(|a, b| (a.0.cmp(&b.0)).then_with(|| key(&entries[a.1 as usize]).cmp(&key(&entries[b.1 as usize]))));
        let mut entries: Vec<(Span, Spelling)> = order.into_iter().map(|(_, number)| entries[number as usize]).collect();
        entries.dedup_by(|a, b| key(a) == key(b));
        let (mut text, mut starts, mut firsts) = (String::with_capacity(folded.len()), Vec::new(), Vec::new());
        for (at, (lower, _)) in entries.iter().enumerate() {
            if at == 0 || entries[at - 1].0.of(&folded) != lower.of(&folded) {
                starts.push(number(text.len()));
                firsts.push(number(at));
                text.push_str(lower.of(&folded));
            }
        }
        starts.push(number(text.len()));
        firsts.push(number(entries.len()));
        Self {
            text,
            starts,
            firsts,
            spellings: entries.into_iter().map(|(_, spelling)| spelling).collect(),
            written,
        }
    }

    /// The forms that begin with a word.
    pub fn beginning(&self, word: &str) -> Beginning {
        let word = fold(word);
        let all = self.narrow(0..self.starts.len() - 1, 0, &word);
        if all.is_empty() {
            return Beginning::default();
        }
        let spaced = self.narrow(all.clone(), word.len(), " ");
        let after_blank = |form| self.form(form).as_bytes().get(word.len() + 1);
        let next = spaced.clone().filter_map(after_blank).fold(0, |bits, &byte| bits | bit(byte));
        Beginning {
            first: number(all.start),
            end: number(all.end),
            first_spaced: number(spaced.start),
            end_spaced: number(spaced.end),
            next,
            length: number(word.len()),
        }
    }

    /// Calls `hit` with the tokens and the number of every form that begins at token `first` and ends with a token before `end`.
    pub fn walk(&self, view: &View, first: usize, end: usize, mut hit: impl FnMut(Range, usize)) {
        let beginning = view.beginning(first);
        let (mut stretch, mut read) = (beginning.first as usize..beginning.end as usize, beginning.length as usize);
        for at in first + 1.. {
            if stretch.is_empty() {
                return;
            }
            // What was read begins them all, so that the form of just this length sorts first.
            if self.form(stretch.start).len() == read {
                hit(Range::new(first, at), stretch.start);
            }
            if at >= end {
                return;
            }
            if !view.glued(at) {
                stretch = if at > first + 1 {
                    self.narrow(stretch, read, " ")
                } else if beginning.may_go_on(view.lower(at)) {
                    beginning.first_spaced as usize..beginning.end_spaced as usize
                } else {
                    return;
                };
                read += 1;
            }
            if !stretch.is_empty() {
                let word = view.folded(at);
                stretch = self.narrow(stretch, read, &word);
                read += word.len();
            }
        }
    }

    /// The aliases whose form this is, by spelling, then number.
    pub fn spellings(&self, form: usize) -> &[Spelling] {
        &self.spellings[self.firsts[form] as usize..self.firsts[form + 1] as usize]
    }

    /// Whether the tokens are spelled as the alias is written.
    pub fn is_spelled(&self, view: &View, range: Range, spelling: &Spelling) -> bool {
        let mut rest = spelling.written.of(&self.written);
        for at in range.tokens() {
            let blank = at > range.first as usize && !view.glued(at);
            let after = if blank { rest.strip_prefix(' ') } else { Some(rest) };
            let Some(after) = after.and_then(|after| without(after, view.word(at))) else {
                return false;
            };
            rest = after;
        }
        rest.is_empty()
    }

    fn form(&self, form: usize) -> &str {
        &self.text[self.starts[form] as usize..self.starts[form + 1] as usize]
    }

    /// Of a stretch of forms that agree in their first `read` bytes, those that go on with `piece`.
    fn narrow(&self, stretch: Stretch<usize>, read: usize, piece: &str) -> Stretch<usize> {
        let rest = |form: usize| &self.text.as_bytes()[self.starts[form] as usize + read..self.starts[form + 1] as usize];
        let piece = piece.as_bytes();
        let from = first_where(stretch.clone(), |form| rest(form) >= piece);
        if from == stretch.end || !rest(from).starts_with(piece) {
            return from..from;
        }
        let to = first_where(from + 1..stretch.end, |form| !rest(form).starts_with(piece));
        from..to
    }
}

/// The first number of the stretch for which `holds`, which holds for all after it too.
fn first_where(stretch: Stretch<usize>, holds: impl Fn(usize) -> bool) -> usize {
    let (mut from, mut to) = (stretch.start, stretch.end);
    while from < to {
        let middle = usize::midpoint(from, to);
        if holds(middle) {
            to = middle;
        } else {
            from = middle + 1;
        }
    }
    from
}

/// The place of a byte among 64.
fn bit(byte: u8) -> u64 {
    1 << (byte & 63)
}

/// A word as the forms have it: plain signs in lower case.
pub(super) fn fold(word: &str) -> Cow<'_, str> {
    if !word.is_ascii() {
        Cow::Owned(word.chars().map(plain).flat_map(char::to_lowercase).collect())
    } else if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(word.to_ascii_lowercase())
    } else {
        Cow::Borrowed(word)
    }
}

/// What follows the word, with plain signs, at the beginning of `spelled`.
fn without<'a>(spelled: &'a str, word: &str) -> Option<&'a str> {
    if word.is_ascii() {
        return spelled.strip_prefix(word);
    }
    word.chars().try_fold(spelled, |rest, sign| rest.strip_prefix(plain(sign)))
}

fn push(text: &mut String, form: &str) -> Span {
    let start = text.len();
    text.push_str(form);
    Span::new(start, text.len())
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
