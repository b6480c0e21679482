//! From the cues of the lexicon to patterns, filed by their first words.

use rustc_hash::FxHashMap;

use super::{Pattern, Patterns, Start, bit};
use crate::lexicon::{Cue, CueKind, Lexicon, PartOfSpeech};
use crate::stance::inflect;
use crate::stance::vocabulary::{Sym, Vocabulary};

/// Words that negate by themselves.
const NEGATORS: &[&str] = &[
    "not", "no", "never", "none", "nothing", "nobody", "nowhere", "neither", "nor", "without", "cannot", "n't",
];

impl Patterns {
    /// Compiles the lexicon's cues against the vocabulary made from them.
    pub fn compile(lexicon: &Lexicon, vocabulary: &Vocabulary) -> Self {
        let mut patterns = Self {
            all: Vec::new(),
            alone: Vec::new(),
            alone_from: vec![0],
            pairs: FxHashMap::default(),
            seconds: vec![0; vocabulary.len()],
            reach: 0,
            span: 0,
            possessive: vec![false; vocabulary.len()],
            articles: ["a", "an"].map(|word| vocabulary.sym(word)),
            negators: NEGATORS.iter().map(|word| vocabulary.sym(word)).collect(),
            abilities: ["can", "could"].map(|word| vocabulary.sym(word)),
            firm: ["in", "about"].map(|word| vocabulary.sym(word)),
        };
        for form in ["its", "their", "his", "her", "our", "my", "your", "the", "a", "an"] {
            patterns.possessive[vocabulary.sym(form) as usize] = true;
        }
        patterns.all.push(plain());
        let mut first: Vec<Vec<u32>> = vec![Vec::new(); vocabulary.len()];
        for cue in lexicon.cues.iter().filter(|cue| cue.kind != CueKind::Agent) {
            patterns.add(cue, vocabulary, &mut first);
        }
        for (sym, mut list) in (0..).zip(first) {
            let all = &patterns.all;
            list.sort_by_key(|&pattern| (std::cmp::Reverse(all[pattern as usize].rest.len()), pattern));
            patterns.begin(sym, &list);
        }
        patterns
    }

    /// Files the patterns that begin with a word, the longest first, by their second.
    fn begin(&mut self, first: Sym, list: &[u32]) {
        for (rank, &index) in (0..).zip(list) {
            let pattern = &self.all[index as usize];
            let articles = pattern.rest.iter().take_while(|sym| self.articles.contains(sym)).count();
            let start = Start {
                rank,
                pattern: index,
                reach: 1 + pattern.skips() + u8::try_from(articles).unwrap_or(u8::MAX),
                opening: pattern.opening(),
                rest: self.bits_of_rest(pattern),
            };
            self.span = self.span.max(pattern.rest.len() + usize::from(pattern.skips()));
            match pattern.rest.get(articles).copied().filter(|&second| second != 0) {
                Some(second) => {
                    let second = self.one_possessive(second);
                    self.pairs.entry((first, second)).or_default().push(start);
                    self.seconds[first as usize] |= bit(second);
                    self.reach = self.reach.max(start.reach.into());
                }
                None => self.alone.push(start),
            }
        }
        self.alone_from.push(u32::try_from(self.alone.len()).unwrap_or(u32::MAX));
    }

    /// The words after the first, as bits; articles may be left out.
    fn bits_of_rest(&self, pattern: &Pattern) -> u64 {
        let needed = pattern.rest.iter().filter(|sym| **sym != 0 && !self.articles.contains(sym));
        needed.fold(0, |bits, &sym| bits | bit(self.one_possessive(sym)))
    }

    fn add(&mut self, cue: &Cue, vocabulary: &Vocabulary, first: &mut [Vec<u32>]) {
        let lemma = cue.lemma.trim_matches('-');
        let whole = !lemma.contains(' ');
        let pieces: Vec<&str> = if whole {
            vec![lemma]
        } else {
            lemma.split(' ').flat_map(|part| split_unknown(part, vocabulary)).collect()
        };
        let rest: Box<[Sym]> = pieces[1..].iter().map(|piece| vocabulary.sym(piece)).collect();
        let has = |name: &str| cue.targets.iter().any(|target| target == name);
        let flag = |name: &str| cue.flags.iter().any(|flag| flag == name);
        let clauses = ["inf", "ing", "that"];
        let pattern = Pattern {
            kind: cue.kind,
            pos: cue.pos,
            code: cue.code.as_str().into(),
            rest,
            suffix: cue.lemma.starts_with('-'),
            object: has("obj") || cue.targets.is_empty() && cue.pos == PartOfSpeech::Verb,
            clausal: clauses.iter().any(|name| has(name)),
            prepositions: prepositions(cue, vocabulary),
            mutual: flag("mutual"),
            experiencer: flag("experiencer"),
            theme_only: flag("theme_only"),
            ambiguous: flag("ambiguous"),
            want: flag("want"),
            ended: flag("ended"),
        };
        let index = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push(pattern);
        let mut firsts: Vec<Sym> = inflect::spellings(pieces[0]).iter().map(|form| vocabulary.sym(form)).collect();
        firsts.sort_unstable();
        firsts.dedup();
        for sym in firsts.into_iter().filter(|&sym| sym != 0) {
            first[sym as usize].push(index);
        }
    }
}

/// Stands for words that are no cue of their own.
fn plain() -> Pattern {
    Pattern {
        kind: CueKind::Neutral,
        pos: PartOfSpeech::Phrase,
        code: "010".into(),
        rest: Box::default(),
        suffix: false,
        object: false,
        clausal: false,
        prepositions: Box::default(),
        mutual: false,
        experiencer: false,
        theme_only: false,
        ambiguous: false,
        want: false,
        ended: false,
    }
}

/// A word of a cue, or its parts where the word is not known as a whole.
fn split_unknown<'a>(part: &'a str, vocabulary: &Vocabulary) -> Vec<&'a str> {
    if vocabulary.sym(part) != 0 {
        vec![part]
    } else {
        part.split('-').collect()
    }
}

fn prepositions(cue: &Cue, vocabulary: &Vocabulary) -> Box<[Sym]> {
    let mut syms: Vec<Sym> = cue
        .targets
        .iter()
        .filter(|target| !matches!(target.as_str(), "obj" | "inf" | "ing" | "that"))
        .map(|target| vocabulary.sym(target))
        .filter(|&sym| sym != 0)
        .collect();
    if cue.targets.is_empty() && matches!(cue.pos, PartOfSpeech::Noun | PartOfSpeech::Role | PartOfSpeech::Adj) {
        syms.push(vocabulary.sym("of"));
    }
    syms.into()
}
