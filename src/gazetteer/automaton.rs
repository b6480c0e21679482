//! The automaton that finds which surface forms begin at a token.

use aho_corasick::Anchored;
use aho_corasick::automaton::Automaton as _;
use aho_corasick::nfa::contiguous::NFA;

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
    pub fn new(mut forms: Vec<(String, u32)>, folds: bool) -> Self {
        forms.sort_unstable();
        forms.dedup();
        let mut gate = Gate::new(folds);
        let (mut aliases, mut starts) = (Vec::with_capacity(forms.len()), Vec::new());
        let mut patterns: Vec<&str> = Vec::new();
        for (form, alias) in &forms {
            if patterns.last() != Some(&form.as_str()) {
                patterns.push(form);
                starts.push(number(aliases.len()));
                gate.open(form);
            }
            aliases.push(*alias);
        }
        starts.push(number(aliases.len()));
        let nfa = NFA::builder().prefilter(false).dense_depth(1).build(&patterns).ok();
        Self {
            nfa,
            gate,
            folds,
            aliases,
            starts,
        }
    }

    /// Calls `hit` with the tokens and the aliases of every form that begins at token `first` and ends with a token before `end`.
    pub fn walk(&self, view: &View, first: usize, end: usize, mut hit: impl FnMut(Range, &[u32])) {
        let Some(nfa) = &self.nfa else { return };
        if !self.gate.passes(view.word(first)) {
            return;
        }
        let Ok(start) = nfa.start_state(Anchored::Yes) else { return };
        let mut reader = Reader {
            nfa,
            folds: self.folds,
            state: start,
            read: 0,
        };
        for at in first..end {
            if at > first && !view.glued(at) {
                reader.feed(b" ");
            }
            reader.feed(view.word(at).as_bytes());
            if nfa.is_dead(reader.state) {
                return;
            }
            if let Some(form) = reader.whole_form() {
                let range = self.starts[form] as usize..self.starts[form + 1] as usize;
                hit(Range::new(first, at + 1), &self.aliases[range]);
            }
        }
    }
}

/// A walk in progress.
struct Reader<'a> {
    nfa: &'a NFA,
    folds: bool,
    state: aho_corasick::automaton::StateID,
    /// Bytes read, as the forms count them.
    read: usize,
}

impl Reader<'_> {
    fn feed(&mut self, bytes: &[u8]) {
        if bytes.is_ascii() {
            for &byte in bytes {
                self.step(if self.folds { byte.to_ascii_lowercase() } else { byte });
                if self.nfa.is_dead(self.state) {
                    return;
                }
            }
        } else if let Ok(text) = std::str::from_utf8(bytes) {
            text.chars().for_each(|sign| self.feed_char(plain(sign)));
        }
    }

    fn feed_char(&mut self, sign: char) {
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

/// A bitmap of first words: most tokens begin no form.
struct Gate {
    bits: Vec<u64>,
    folds: bool,
}

const GATE_BITS: u32 = 18;

impl Gate {
    fn new(folds: bool) -> Self {
        Self {
            bits: vec![0; 1 << (GATE_BITS - 6)],
            folds,
        }
    }

    fn open(&mut self, form: &str) {
        let at = self.slot(form);
        self.bits[at >> 6] |= 1 << (at & 63);
    }

    fn passes(&self, word: &str) -> bool {
        let at = self.slot(word);
        self.bits[at >> 6] >> (at & 63) & 1 == 1
    }

    /// A hash of the first letters up to eight bytes, plain ASCII alone; others end the word.
    fn slot(&self, word: &str) -> usize {
        let mut key = 0_u64;
        for &byte in word.as_bytes().iter().take(8) {
            if !byte.is_ascii_alphanumeric() {
                break;
            }
            key = key << 8 | u64::from(if self.folds { byte | 0x20 } else { byte });
        }
        (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - GATE_BITS)) as usize
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
