//! The surface forms of names: one automaton over all of them in lower case, walked from token starts.

use std::borrow::Cow;
use std::sync::Arc;

use aho_corasick::Anchored;
use aho_corasick::automaton::{Automaton as _, StateID};
use aho_corasick::nfa::contiguous::NFA;

use super::variants::{forms, plain};
use super::view::{Range, View};
use crate::lexicon::{Alias, Case, Entity, first_eight};
use crate::span::Span;

/// Every form of every name, in lower case, with the aliases that are spelled so.
pub(super) struct Surfaces {
    /// Of the forms, sorted, each once; `None` without any.
    automaton: Option<NFA>,
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

/// How far a word leads from the automaton's start: nowhere by default, since the dead state is the first.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Beginning {
    state: StateID,
    /// Bytes of the word in lower case.
    read: u32,
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
        let (mut patterns, mut firsts): (Vec<&str>, Vec<u32>) = (Vec::new(), Vec::new());
        for (at, (lower, _)) in entries.iter().enumerate() {
            let form = lower.of(&folded);
            if patterns.last() != Some(&form) {
                patterns.push(form);
                firsts.push(number(at));
            }
        }
        firsts.push(number(entries.len()));
        Self {
            automaton: NFA::builder().prefilter(false).dense_depth(1).build(&patterns).ok(),
            firsts,
            spellings: entries.iter().map(|(_, spelling)| *spelling).collect(),
            written,
        }
    }

    /// Where a word leads that a form may begin with.
    pub fn beginning(&self, word: &str) -> Beginning {
        let start = self
            .automaton
            .as_ref()
            .and_then(|nfa| Some((nfa, nfa.start_state(Anchored::Yes).ok()?)));
        let Some((nfa, start)) = start else { return Beginning::default() };
        let word = fold(word);
        Beginning {
            state: go(nfa, start, &word),
            read: number(word.len()),
        }
    }

    /// Calls `hit` with the tokens and the number of every form that begins at token `first` and ends with a token before `end`.
    pub fn walk(&self, view: &View, first: usize, end: usize, mut hit: impl FnMut(Range, usize)) {
        let Some(nfa) = &self.automaton else { return };
        let Beginning { mut state, read } = view.beginning(first);
        let mut read = read as usize;
        for at in first + 1.. {
            if nfa.is_dead(state) {
                return;
            }
            if let Some(form) = whole_form(nfa, state, read) {
                hit(Range::new(first, at), form);
            }
            if at >= end {
                return;
            }
            if !view.glued(at) {
                state = go(nfa, state, " ");
                read += 1;
            }
            if !nfa.is_dead(state) {
                let word = view.folded(at);
                state = go(nfa, state, &word);
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
}

/// Where the automaton stands after the bytes of `piece`.
fn go(nfa: &NFA, mut state: StateID, piece: &str) -> StateID {
    for byte in piece.bytes() {
        if nfa.is_dead(state) {
            break;
        }
        state = nfa.next_state(Anchored::Yes, state, byte);
    }
    state
}

/// The form that is exactly the bytes read. A state also matches by the forms that are suffixes of it: hence the length.
fn whole_form(nfa: &NFA, state: StateID, read: usize) -> Option<usize> {
    if !nfa.is_special(state) || !nfa.is_match(state) {
        return None;
    }
    let form = nfa.match_pattern(state, 0);
    (nfa.pattern_len(form) == read).then_some(form.as_usize())
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
