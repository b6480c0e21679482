//! Which surface forms begin at a token: sorted forms, narrowed token by token.
//!
//! The forms that begin with the same letters stand together. A walk takes these and keeps, with each token read, those
//! that go on with it; sorted, they are always one stretch. Nothing is compiled but the order, so that loading is quick.

use std::ops::Range as Stretch;

use rustc_hash::FxHashMap;

use super::gate::{Gate, first_letters};
use super::variants::plain;
use super::view::{Range, View};

/// Surface forms with the numbers of their aliases, walked from token starts.
pub(super) struct Automaton {
    /// First words of the forms.
    gate: Gate,
    /// Forms by their first letters.
    groups: FxHashMap<u64, Stretch<u32>>,
    /// The forms, one after another, by first letters and then by bytes; form `k`: `text[ends[k - 1]..ends[k]]`.
    text: Vec<u8>,
    ends: Vec<u32>,
    /// Whether forms and text are compared in lower case.
    folds: bool,
    /// Aliases of form `k`: `aliases[starts[k]..starts[k + 1]]`.
    aliases: Vec<u32>,
    starts: Vec<u32>,
}

impl Automaton {
    /// Compiles forms, each with the number of its alias.
    pub fn new<F: AsRef<str>>(forms: impl IntoIterator<Item = (F, u32)>, folds: bool) -> Self {
        let key = |form: &F| first_letters(form.as_ref().as_bytes(), folds);
        let mut forms: Vec<(u64, F, u32)> = forms.into_iter().map(|(form, alias)| (key(&form), form, alias)).collect();
        forms.sort_unstable_by(|a, b| (a.0, a.1.as_ref(), a.2).cmp(&(b.0, b.1.as_ref(), b.2)));
        forms.dedup_by(|a, b| a.2 == b.2 && a.1.as_ref() == b.1.as_ref());
        let mut automaton = Self {
            gate: Gate::default(),
            groups: FxHashMap::default(),
            text: Vec::new(),
            ends: Vec::new(),
            folds,
            aliases: Vec::with_capacity(forms.len()),
            starts: Vec::new(),
        };
        for (key, form, alias) in &forms {
            automaton.add(*key, form.as_ref().as_bytes(), *alias);
        }
        automaton.starts.push(number(automaton.aliases.len()));
        automaton
    }

    /// Adds the next form in order.
    fn add(&mut self, key: u64, form: &[u8], alias: u32) {
        let next = number(self.ends.len());
        if next == 0 || self.form(next - 1) != form {
            self.gate.open(key);
            self.groups.entry(key).or_insert(next..next).end = next + 1;
            self.text.extend_from_slice(form);
            self.ends.push(number(self.text.len()));
            self.starts.push(number(self.aliases.len()));
        }
        self.aliases.push(alias);
    }

    fn form(&self, form: u32) -> &[u8] {
        let start = form.checked_sub(1).map_or(0, |before| self.ends[before as usize]);
        &self.text[start as usize..self.ends[form as usize] as usize]
    }

    /// Calls `hit` with the tokens and the aliases of every form that begins at token `first` and ends with a token before `end`.
    pub fn walk(&self, view: &View, first: usize, end: usize, mut hit: impl FnMut(Range, &[u32])) {
        let key = first_letters(view.word(first).as_bytes(), self.folds);
        if !self.gate.passes(key) {
            return;
        }
        let Some(forms) = self.groups.get(&key) else { return };
        let mut walk = Walk {
            automaton: self,
            forms: forms.clone(),
            read: 0,
        };
        for at in first..end {
            if at > first && !view.glued(at) {
                walk.read_bytes(b" ");
            }
            walk.read_word(view.word(at));
            if walk.forms.is_empty() {
                return;
            }
            if let Some(form) = walk.whole_form() {
                let aliases = self.starts[form] as usize..self.starts[form + 1] as usize;
                hit(Range::new(first, at + 1), &self.aliases[aliases]);
            }
        }
    }
}

/// A walk in progress: the forms that begin with what was read.
struct Walk<'a> {
    automaton: &'a Automaton,
    forms: Stretch<u32>,
    /// Bytes read, as the forms count them.
    read: usize,
}

impl Walk<'_> {
    fn read_word(&mut self, word: &str) {
        let folds = self.automaton.folds;
        if !word.is_ascii() {
            let plain = word.chars().map(plain);
            let read: String = if folds {
                plain.flat_map(char::to_lowercase).collect()
            } else {
                plain.collect()
            };
            self.read_bytes(read.as_bytes());
        } else if folds && word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            self.read_bytes(word.to_ascii_lowercase().as_bytes());
        } else {
            self.read_bytes(word.as_bytes());
        }
    }

    fn read_bytes(&mut self, bytes: &[u8]) {
        let next = self.read..self.read + bytes.len();
        let piece = |form: u32| {
            let rest = &self.automaton.form(form)[next.start..];
            &rest[..rest.len().min(bytes.len())]
        };
        let start = first_where(self.forms.clone(), |form| piece(form) >= bytes);
        let end = first_where(start..self.forms.end, |form| piece(form) > bytes);
        self.forms = start..end;
        self.read = next.end;
    }

    /// The form that is exactly what was read: the shortest comes first.
    fn whole_form(&self) -> Option<usize> {
        let shortest = self.forms.start;
        (self.automaton.form(shortest).len() == self.read).then_some(shortest as usize)
    }
}

/// The first number of which `holds` is true, where it is true of all that follow.
fn first_where(numbers: Stretch<u32>, holds: impl Fn(u32) -> bool) -> u32 {
    let (mut low, mut high) = (numbers.start, numbers.end);
    while low < high {
        let middle = low.midpoint(high);
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
