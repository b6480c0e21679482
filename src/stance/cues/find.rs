//! The cues of a sentence.

use super::{Hit, Pattern, Patterns, Start, bit, fits};
use crate::lexicon::CueKind;
use crate::stance::vocabulary::Sym;
use crate::stance::words::{Tag, Word};

impl Patterns {
    /// The cues of a sentence: the longest at each word; cues of different kinds may share words.
    pub fn find(&self, words: &[Word], hits: &mut Vec<Hit>) {
        hits.clear();
        let mut starts = Vec::new();
        let keys: Vec<[Sym; 3]> = words.iter().map(|word| self.keys(word)).collect();
        for at in 0..words.len() {
            let word = &words[at];
            if word.mention.is_some() || word.lexeme.form == 0 || !word.lexeme.begins_cue {
                continue;
            }
            let begin = hits.len();
            let mut syms = [word.lexeme.verb, word.lexeme.noun, word.lexeme.form];
            if syms[1] == syms[0] {
                syms[1] = 0;
            }
            if syms[2] == syms[0] || syms[2] == syms[1] {
                syms[2] = 0;
            }
            for sym in syms.into_iter().filter(|&sym| sym != 0) {
                self.starts(sym, word, &keys[at + 1..], &mut starts);
                let starts = if starts.is_empty() { self.alone(sym) } else { &starts[..] };
                for &Start { pattern, opening, .. } in starts.iter().filter(|start| fits(start.opening, sym, word)) {
                    let last = if opening.single { Some(at) } else { self.last(pattern, at, words) };
                    if let Some(last) = last {
                        push(hits, begin, Hit { pattern, first: at, last }, &self.all);
                    }
                }
            }
        }
        let all = &self.all;
        drop_covered(hits, all);
    }

    /// What a word counts as where it is the second of a pattern: its form, its singular, any possessive.
    fn keys(&self, word: &Word) -> [Sym; 3] {
        let possessive = matches!(word.tag, Tag::Poss | Tag::Det);
        let plural = if word.lexeme.plural { word.lexeme.noun } else { 0 };
        let own = [self.one_possessive(word.lexeme.form), plural].map(|sym| if word.mention.is_none() { sym } else { 0 });
        [own[0], own[1], if possessive { self.articles[0] } else { 0 }]
    }

    /// The patterns that may begin with `word` as `first` before words with these keys, the longest first: those whose words are
    /// near. None where only patterns of one word may.
    fn starts(&self, first: Sym, word: &Word, keys: &[[Sym; 3]], starts: &mut Vec<Start>) {
        starts.clear();
        let bits = self.seconds[first as usize];
        if bits == 0 {
            return;
        }
        let near = keys.iter().take(self.span).flatten().fold(0, |bits, &key| bits | bit(key));
        let fitting = |start: &&Start| start.rest & !near == 0 && fits(start.opening, first, word);
        for (distance, seconds) in (1_u8..).zip(keys.iter().take(self.reach)) {
            for &second in seconds.iter().filter(|&&second| second != 0 && bits & bit(second) != 0) {
                let known = self.pairs.get(&(first, second)).map(Vec::as_slice).unwrap_or_default();
                starts.extend(known.iter().filter(|start| start.reach >= distance).filter(fitting));
            }
        }
        if !starts.is_empty() {
            starts.extend_from_slice(self.alone(first));
            starts.sort_unstable();
            starts.dedup();
        }
    }

    /// The last word of the pattern where the word at `at` is its first.
    fn last(&self, index: u32, at: usize, words: &[Word]) -> Option<usize> {
        let pattern = &self.all[index as usize];
        let mut last = at;
        let mut skips = pattern.skips();
        for &wanted in &pattern.rest {
            let mut next = last + 1;
            if self.articles.contains(&wanted) && words.get(next).is_some_and(|word| !matches!(word.tag, Tag::Det | Tag::Poss)) {
                continue;
            }
            while !self.same(wanted, words.get(next)?) {
                let skippable = matches!(words[next].tag, Tag::Det | Tag::Adj | Tag::Adv | Tag::Poss) || words[next].lexeme.adjective;
                if skips == 0 || !skippable {
                    return None;
                }
                skips -= 1;
                next += 1;
            }
            last = next;
        }
        Some(last)
    }

    fn same(&self, wanted: Sym, word: &Word) -> bool {
        let own = word.mention.is_none();
        let plural = word.lexeme.plural && word.lexeme.noun == wanted;
        own && (word.lexeme.form == wanted || plural)
            || (matches!(word.tag, Tag::Poss | Tag::Det) && self.possessive.get(wanted as usize).is_some_and(|&yes| yes))
    }
}

/// Whether the two signal the same sort of thing, so that only the longer counts.
fn same_sort(a: &Pattern, b: &Pattern) -> bool {
    a.kind == b.kind || a.is_stance() && b.is_stance()
}

/// Adds a hit unless a longer one of its sort begins at the same word.
fn push(hits: &mut Vec<Hit>, begin: usize, hit: Hit, all: &[Pattern]) {
    let pattern = &all[hit.pattern as usize];
    let beaten = hits[begin..].iter().any(|other| {
        let longer = &all[other.pattern as usize];
        let meant = !longer.theme_only || pattern.theme_only;
        same_sort(longer, pattern) && meant && other.last >= hit.last && !both_readings(other, &hit, all)
    });
    if !beaten {
        hits.push(hit);
    }
}

/// A noun and a role, or "fight for" and "fight", stand side by side; the frames choose.
fn both_readings(a: &Hit, b: &Hit, all: &[Pattern]) -> bool {
    let (x, y) = (&all[a.pattern as usize], &all[b.pattern as usize]);
    a.last == b.last && (x.pos != y.pos || x.kind != y.kind)
}

/// Drops hits that lie within a longer hit of their sort that began earlier, and stance cues within a phrase of reporting.
fn drop_covered(hits: &mut Vec<Hit>, all: &[Pattern]) {
    let pattern = |hit: &Hit| &all[hit.pattern as usize];
    let phrases: Vec<Hit> = hits
        .iter()
        .filter(|hit| hit.first < hit.last && pattern(hit).kind == CueKind::Reporting)
        .copied()
        .collect();
    let mut kept = 0;
    for at in 0..hits.len() {
        let hit = hits[at];
        let covers = |other: &Hit| other.first < hit.first && hit.last <= other.last && same_sort(pattern(other), pattern(&hit));
        let reports = |other: &Hit| other.first <= hit.first && hit.last <= other.last && other.last - other.first > hit.last - hit.first;
        let covered = hits[..kept].iter().rev().take(8).any(covers) || pattern(&hit).is_stance() && phrases.iter().any(reports);
        if !covered {
            hits[kept] = hit;
            kept += 1;
        }
    }
    hits.truncate(kept);
}
