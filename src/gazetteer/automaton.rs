//! The automaton that finds which surface forms begin at a token.

use aho_corasick::Anchored;
use aho_corasick::automaton::Automaton as _;
use aho_corasick::nfa::contiguous::NFA;

use super::gate::{Gate, first_letters};
use super::variants::plain;
use super::view::{Range, View};

/// Surface forms with the numbers of their aliases, walked from token starts.
pub(super) struct Automaton {
    nfa: Option<NFA>,
    /// First words of the forms.
    gate: Gate,
    /// Whether forms and text are compared in lower case.
    folds: bool,
    /// Aliases of form `k`: `aliases[starts[k]..starts[k + 1]]`.
    aliases: Vec<u32>,
    starts: Vec<u32>,
}

impl Automaton {
    /// Compiles forms, each with the number of its alias.
    pub fn new<F: AsRef<str> + Ord>(forms: impl IntoIterator<Item = (F, u32)>, folds: bool) -> Self {
        let mut forms: Vec<(F, u32)> = forms.into_iter().collect();
        forms.sort_unstable();
        forms.dedup();
        let mut gate = Gate::default();
        let (mut aliases, mut starts) = (Vec::with_capacity(forms.len()), Vec::new());
        let mut patterns: Vec<&[u8]> = Vec::new();
        for (form, alias) in &forms {
            let form = form.as_ref().as_bytes();
            if patterns.last() != Some(&form) {
                gate.open(first_letters(form, folds));
                patterns.push(form);
                starts.push(number(aliases.len()));
            }
            aliases.push(*alias);
        }
        starts.push(number(aliases.len()));
        Self {
            nfa: NFA::builder().prefilter(false).dense_depth(1).build(&patterns).ok(),
            gate,
            folds,
            aliases,
            starts,
        }
    }

    /// Calls `hit` with the tokens and the aliases of every form that begins at token `first` and ends with a token before `end`.
    pub fn walk(&self, view: &View, first: usize, end: usize, mut hit: impl FnMut(Range, &[u32])) {
        let Some(nfa) = &self.nfa else { return };
        if !self.gate.passes(first_letters(view.word(first).as_bytes(), self.folds)) {
            return;
        }
        let Ok(start) = nfa.start_state(Anchored::Yes) else { return };
        let mut walk = Walk {
            nfa,
            folds: self.folds,
            state: start,
            read: 0,
        };
        for at in first..end {
            if at > first && !view.glued(at) {
                walk.step(b' ');
            }
            walk.read_word(view.word(at));
            if nfa.is_dead(walk.state) {
                return;
            }
            if let Some(form) = walk.whole_form() {
                let aliases = self.starts[form] as usize..self.starts[form + 1] as usize;
                hit(Range::new(first, at + 1), &self.aliases[aliases]);
            }
        }
    }
}

/// A walk in progress.
struct Walk<'a> {
    nfa: &'a NFA,
    folds: bool,
    state: aho_corasick::automaton::StateID,
    /// Bytes read, as the forms count them.
    read: usize,
}

impl Walk<'_> {
    fn read_word(&mut self, word: &str) {
        if word.is_ascii() {
            for byte in word.bytes() {
                self.step(if self.folds { byte.to_ascii_lowercase() } else { byte });
                if self.nfa.is_dead(self.state) {
                    return;
                }
            }
        } else {
            word.chars().for_each(|sign| self.read_char(plain(sign)));
        }
    }

    fn read_char(&mut self, sign: char) {
        let mut buffer = [0; 4];
        if self.folds {
            for lower in sign.to_lowercase() {
                lower.encode_utf8(&mut buffer).bytes().for_each(|byte| self.step(byte));
            }
        } else {
            sign.encode_utf8(&mut buffer).bytes().for_each(|byte| self.step(byte));
        }
    }

    fn step(&mut self, byte: u8) {
        self.state = self.nfa.next_state(Anchored::Yes, self.state, byte);
        self.read += 1;
    }

    /// The form that is exactly what was read. A state also matches by the forms that are suffixes of it: hence the length.
    fn whole_form(&self) -> Option<usize> {
        if !self.nfa.is_special(self.state) || !self.nfa.is_match(self.state) {
            return None;
        }
        let form = self.nfa.match_pattern(self.state, 0);
        (self.nfa.pattern_len(form) == self.read).then_some(form.as_usize())
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
