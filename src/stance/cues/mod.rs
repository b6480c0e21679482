//! The cue lexicon compiled, and the cues of a sentence.

mod compile;
mod core;
mod find;

use rustc_hash::FxHashMap;

use super::vocabulary::{Forms, Lexeme, Sym};
use super::words::{Tag, Word};
use crate::lexicon::{CueKind, PartOfSpeech};

/// A cue of the lexicon, compiled.
#[derive(Debug, Clone)]
pub struct Pattern {
    /// What it signals.
    pub kind: CueKind,
    /// Part of speech.
    pub pos: PartOfSpeech,
    /// CAMEO code, or grade.
    pub code: Box<str>,
    /// The words after the first.
    rest: Box<[Sym]>,
    /// A part of a hyphenated word: -backed.
    pub suffix: bool,
    /// Whether a direct object is the target.
    pub object: bool,
    /// Whether it governs an infinitive, a gerund, a that-clause.
    pub clausal: bool,
    /// Prepositions before the target.
    pub prepositions: Box<[Sym]>,
    /// Both sides.
    pub mutual: bool,
    /// The subject is what is felt about.
    pub experiencer: bool,
    /// Counts with themes only.
    pub theme_only: bool,
    /// Often means something else.
    pub ambiguous: bool,
    /// An attitude only.
    pub want: bool,
    /// The relation was and is no more.
    pub ended: bool,
}

impl Pattern {
    /// -1, 0 or 1.
    pub fn sign(&self) -> i8 {
        match self.kind {
            CueKind::Support => 1,
            CueKind::Oppose => -1,
            _ => 0,
        }
    }

    /// How many adjectives, adverbs and articles may stand between its words.
    fn skips(&self) -> u8 {
        u8::from(self.pos == PartOfSpeech::Verb && !self.rest.is_empty()) * 2
    }

    fn opening(&self) -> Opening {
        Opening {
            pos: self.pos,
            single: self.rest.is_empty(),
            suffix: self.suffix,
        }
    }

    /// Whether it says where somebody stands.
    pub fn is_stance(&self) -> bool {
        matches!(self.kind, CueKind::Support | CueKind::Oppose | CueKind::Neutral)
    }
}

/// A cue in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Index of the pattern.
    pub pattern: u32,
    /// Its first word.
    pub first: usize,
    /// Its last word.
    pub last: usize,
}

/// A way for a pattern to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Start {
    /// Place among the patterns that begin with the same word: the longest first.
    rank: u32,
    pattern: u32,
    /// How far behind the first word the second may stand.
    reach: u8,
    opening: Opening,
    /// The further words that it must have, as bits.
    rest: u64,
}

/// What a pattern asks of its first word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Opening {
    pos: PartOfSpeech,
    /// Whether it has no other word.
    single: bool,
    suffix: bool,
}

/// All patterns, by their first word.
#[derive(Default)]
pub struct Patterns {
    all: Vec<Pattern>,
    /// The patterns that need no second, by their first word.
    alone: Vec<Start>,
    /// Those of word `k` are `alone[alone_from[k]..alone_from[k + 1]]`.
    alone_from: Vec<u32>,
    /// The patterns that begin with a word, by their second, not counting an article.
    pairs: FxHashMap<(Sym, Sym), Vec<Start>>,
    /// The seconds of the patterns that begin with a word, as bits: most words nearby are none of them.
    seconds: Vec<u64>,
    /// How far behind the first word of any pattern its second may stand.
    reach: usize,
    /// How far behind it the last may stand.
    span: usize,
    possessive: Vec<bool>,
    negators: Vec<Sym>,
    /// "a", "an": left out before a plural.
    articles: [Sym; 2],
    abilities: [Sym; 2],
    /// "believe in", "think about": no doubt is meant.
    firm: [Sym; 2],
}

impl Patterns {
    /// The patterns that begin with a word and need no second.
    fn alone(&self, first: Sym) -> &[Start] {
        &self.alone[self.alone_from[first as usize] as usize..self.alone_from[first as usize + 1] as usize]
    }

    /// Whether a pattern begins with a word.
    pub fn begins(&self, lexeme: &Lexeme) -> bool {
        let syms = [lexeme.verb, lexeme.noun, lexeme.form];
        syms.iter()
            .any(|&sym| self.seconds[sym as usize] != 0 || !self.alone(sym).is_empty())
    }

    /// One for all possessives and articles, which stand for one another: "its", "the".
    fn one_possessive(&self, sym: Sym) -> Sym {
        if self.possessive[sym as usize] { self.articles[0] } else { sym }
    }

    /// The pattern of words that are no cue of their own.
    pub fn plain(&self) -> u32 {
        0
    }

    /// The pattern of a hit.
    pub fn get(&self, hit: Hit) -> &Pattern {
        &self.all[hit.pattern as usize]
    }
}

/// The place of a word among 64.
fn bit(sym: Sym) -> u64 {
    1 << (sym & 63)
}

/// Whether the word can be the first of the pattern, by its part of speech here.
fn fits(opening: Opening, sym: Sym, word: &Word) -> bool {
    let Opening { pos, single, suffix } = opening;
    let verbal = matches!(word.tag, Tag::Verb | Tag::Be | Tag::Have | Tag::Do);
    match pos {
        PartOfSpeech::Verb => verbal && word.lexeme.verb == sym || word.tag == Tag::Adj && word.lexeme.verb == sym && single,
        PartOfSpeech::Noun | PartOfSpeech::Role => {
            let nominal = matches!(word.tag, Tag::Noun | Tag::Name) || word.tag == Tag::Verb && word.lexeme.forms.has(Forms::ING);
            nominal && (!single || word.lexeme.noun == sym || word.lexeme.form == sym && word.lexeme.plural)
                || !single && word.lexeme.form == sym && word.tag == Tag::Adj
        }
        PartOfSpeech::Adj => word.lexeme.form == sym && (suffix == word.glued || !suffix) && (!suffix || word.glued),
        PartOfSpeech::Aux => word.lexeme.form == sym || word.lexeme.verb == sym && verbal,
        _ => word.lexeme.form == sym,
    }
}
