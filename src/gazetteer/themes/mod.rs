//! Threat themes: phrases of stems, found in any case and inflection; those that count are chosen in [`settle`].

mod settle;

use rustc_hash::{FxHashMap, FxHashSet};

use super::candidate::Candidate;
use super::policy;
use super::view::{Range, View};
use crate::lexicon::{Alias, Case, Lexicon, NO_THEME, Reading, is_article, phrase_words, slots};
use crate::token::{Stems, TokenKind};

pub(super) use settle::{leave_names, settle};

/// What a word may do within a phrase, not as its first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It is passed over: a hyphen, an article.
    Skipped,
    /// It is passed over where the phrase does not have it: an adjective of origin.
    Demonym,
    /// It is part of the phrase, or ends it.
    Other,
}

/// Where every phrase begins.
const ROOT: u32 = 0;

/// The phrases of all themes, as a trie over stems.
pub(super) struct Phrases {
    stems: FxHashMap<String, u32>,
    /// From a node by a stem to a node.
    steps: FxHashMap<(u32, u32), u32>,
    /// Aliases that end at a node.
    ends: FxHashMap<u32, Vec<u32>>,
    gate: Vec<bool>,
    stemmer: Stems,
    /// Adjectives of origin, which may stand inside a phrase: "influx of Syrian refugees".
    demonyms: FxHashSet<String>,
    /// The entity of phrases that name no theme.
    none: Option<u32>,
}

impl Phrases {
    pub fn new(lexicon: &Lexicon) -> Self {
        let mut phrases = Self {
            stems: FxHashMap::default(),
            steps: FxHashMap::default(),
            ends: FxHashMap::default(),
            gate: vec![false; 1 << 15],
            stemmer: Stems::default(),
            demonyms: lexicon
                .aliases
                .iter()
                .filter(|alias| alias.reading == Reading::Demonym && !alias.surface.contains(' '))
                .map(|alias| alias.surface.clone())
                .collect(),
            none: lexicon
                .entities
                .iter()
                .position(|entity| entity.id == NO_THEME)
                .and_then(|at| u32::try_from(at).ok()),
        };
        let mut stems = Stems::default();
        for (number, alias) in (0..).zip(lexicon.aliases.iter()) {
            if lexicon.entities[alias.entity as usize].is_theme() {
                phrases.add(number, alias, &mut stems);
            }
        }
        phrases
    }

    fn add(&mut self, number: u32, alias: &Alias, stems: &mut Stems) {
        let mut nodes = vec![ROOT];
        for slot in slots(&alias.surface).unwrap_or_default() {
            let ways = nodes.iter().flat_map(|&node| slot.iter().map(move |words| (node, *words)));
            let mut next: Vec<u32> = ways.map(|(node, words)| self.path(node, words, stems)).collect();
            next.sort_unstable();
            next.dedup();
            nodes = next;
        }
        for node in nodes.into_iter().filter(|&node| node != ROOT) {
            self.ends.entry(node).or_default().push(number);
        }
    }

    /// The node that words lead to from another, made where it is missing.
    fn path(&mut self, from: u32, words: &str, stems: &mut Stems) -> u32 {
        phrase_words(words).fold(from, |node, word| {
            let fresh = u32::try_from(self.stems.len()).unwrap_or(u32::MAX);
            let stem = *self.stems.entry(stems.stem(word).to_owned()).or_insert(fresh);
            self.gate[gate(word)] = true;
            let fresh = u32::try_from(self.steps.len() + 1).unwrap_or(u32::MAX);
            *self.steps.entry((node, stem)).or_insert(fresh)
        })
    }

    /// Every phrase in the text, then the longest of those that overlap.
    pub fn find(&self, view: &View, aliases: &[Alias]) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        for sentence in view.sentences {
            let end = sentence.end_token as usize;
            for first in sentence.first_token as usize..end {
                if stem(view, first).is_some_and(|_| view.begins_phrase(first)) {
                    self.walk(view, first, end, |range, numbers| {
                        for &number in numbers {
                            let alias = &aliases[number as usize];
                            if alias.case == Case::Exact && !view.surface(range).eq_ignore_ascii_case(&alias.surface) {
                                continue; // a word in this inflection only: "strikes", not "strike"
                            }
                            let mut candidate = Candidate::from_alias(range, number, alias);
                            candidate.kind = crate::document::Kind::Theme;
                            candidate.rule = "theme_phrase";
                            candidate.confidence = if range.len() > 1 { 0.9 } else { 0.8 };
                            candidate.verdict = policy::at_the_spot(view, None, alias, view.span(range));
                            candidates.push(candidate);
                        }
                    });
                }
            }
        }
        candidates
    }

    fn walk(&self, view: &View, first: usize, end: usize, mut hit: impl FnMut(Range, &[u32])) {
        let mut node = ROOT;
        for at in first..end {
            if at > first && view.role(at) == Role::Skipped {
                continue;
            }
            match stem(view, at).and_then(|stem| self.steps.get(&(node, stem))) {
                Some(next) => node = *next,
                None if at > first && view.role(at) == Role::Demonym => continue,
                None => return,
            }
            if let Some(numbers) = self.ends.get(&node) {
                hit(Range::new(first, at + 1), numbers);
            }
        }
    }

    /// The number of a word's stem, where phrases have it.
    pub fn stem(&self, word: &str) -> Option<u32> {
        let stem = || self.stems.get(&self.stemmer.find(word)).copied();
        self.gate[gate(word)].then(stem).flatten()
    }

    /// Whether a phrase begins with a stem.
    pub fn begins(&self, stem: u32) -> bool {
        self.steps.contains_key(&(ROOT, stem))
    }

    /// What a word may do within a phrase.
    pub fn role(&self, word: &str) -> Role {
        if matches!(word, "-" | "\u{2010}") || is_article(word) {
            Role::Skipped
        } else if self.demonyms.contains(word) {
            Role::Demonym
        } else {
            Role::Other
        }
    }

    /// Whether the candidate only keeps a phrase from counting.
    pub fn is_none(&self, candidate: &Candidate) -> bool {
        self.none.is_some() && candidate.entity == self.none
    }
}

/// The stem of a word or number, where phrases have it.
fn stem(view: &View, token: usize) -> Option<u32> {
    view.stem(token)
        .filter(|_| matches!(view.kind(token), Some(TokenKind::Word | TokenKind::Number)))
}

/// A hash of the first three letters in any case: what stemming leaves alone.
fn gate(word: &str) -> usize {
    let letters = word.bytes().take(3);
    letters.fold(0, |key, byte| (key << 5 | usize::from(byte & 0x1F)) & 0x7FFF)
}
