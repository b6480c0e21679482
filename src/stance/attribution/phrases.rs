//! "according to X", "in X's view", "X's claim that", "reportedly".

use super::{Attributions, Parts, Source};
use crate::stance::chunks::ChunkKind;
use crate::stance::cues::Hit;
use crate::stance::words::Tag;

impl Attributions<'_> {
    /// "according to X", "in the view of X"; "citing X" only where nobody else speaks.
    pub(super) fn by_preposition(&self, hit: Hit, told: bool) -> Option<Parts> {
        let words = self.words();
        let nouns = self.parse.chunk_after(hit.last);
        if self.kind(nouns) != Some(ChunkKind::Nouns) || self.parse.chunks[nouns].first != hit.last + 1 {
            return None;
        }
        let head = &words[self.parse.chunks[nouns].head];
        let cites = self.wording.cites(words[hit.first].lexeme.form);
        let says_later = || {
            let verbal = |other: &&Hit| {
                let pattern = self.patterns.get(**other);
                pattern.kind == crate::lexicon::CueKind::Reporting
                    && pattern.pos == crate::lexicon::PartOfSpeech::Verb
                    && other.first != hit.first
            };
            self.parse.hits.iter().any(|other| verbal(&other))
        };
        let common = head.mention.is_none() && head.tag != Tag::Name;
        let rate = words[hit.first].lexeme.form == self.wording.per && common && words[hit.last + 1].tag != Tag::Det;
        if rate || common && self.wording.is_no_source(head.lexeme.form) || cites && (told || says_later()) || head.tag == Tag::Num {
            return None;
        }
        let mut source = self.source_after(nouns);
        if let Some(last) = self.reduced_to_comma(source.last) {
            source.last = last;
        }
        Some(Parts {
            source: Some(source),
            cue: (hit.first, hit.last),
            content: self.beside(hit.first, source.last + 1)?,
        })
    }

    /// The last word of a participle's phrase that a comma closes: "a poll | released Friday, ...".
    fn reduced_to_comma(&self, last: usize) -> Option<usize> {
        let next = self.parse.chunk_after(last);
        let participle = self.kind(next) == Some(ChunkKind::Verbs) && self.parse.verbs[self.parse.chunks[next].verb].bare_participle;
        let comma = (next..self.parse.chunks.len()).find(|&at| matches!(self.kind(at), Some(ChunkKind::Comma | ChunkKind::Break)))?;
        let clause = self.parse.chunks[comma..].iter().any(|chunk| chunk.kind == ChunkKind::Verbs);
        let alone = (next + 1..comma).all(|at| self.kind(at) != Some(ChunkKind::Verbs));
        (participle && alone && clause).then(|| self.parse.chunks[comma - 1].last)
    }

    /// "in X's view": the noun is the cue, its owner the source.
    pub(super) fn by_view(&self, hit: Hit) -> Option<Parts> {
        let chunk = self.parse.chunk_of(hit.last)?;
        let group = &self.parse.chunks[chunk];
        let prep = chunk.checked_sub(1).filter(|&at| self.kind(at) == Some(ChunkKind::Prep))?;
        let fits =
            self.head_form(prep) == self.wording.in_ && group.head == hit.last && self.wording.is_view(self.words()[hit.last].lexeme.form);
        let owner = (group.first..hit.first)
            .rev()
            .find(|&at| self.words()[at].possessive || self.words()[at].tag == Tag::Poss)?;
        fits.then_some(Parts {
            source: Some(Source {
                chunk: Some(chunk),
                first: group.first,
                last: owner,
            }),
            cue: (hit.first, hit.last),
            content: self.beside(self.parse.chunks[prep].first, group.last + 1)?,
        })
    }

    /// What is said beside a phrase: after it where it opens the sentence, before it where it ends it, else both.
    fn beside(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let words = self.words();
        let clause_start = words[..start]
            .iter()
            .rposition(|word| word.tag == Tag::Break && self.is_semicolon(word))
            .map_or(0, |at| at + 1);
        let opening = words[clause_start..start]
            .iter()
            .filter(|word| !matches!(word.tag, Tag::Comma | Tag::Coord | Tag::Adv | Tag::Sub))
            .count();
        let clause_end = words[end..]
            .iter()
            .position(|word| word.tag == Tag::Break && self.is_semicolon(word))
            .map_or(words.len(), |at| end + at);
        let (before, after) = (self.trimmed(clause_start, start), self.trimmed(end, clause_end));
        if opening == 0 {
            return after.or(before);
        }
        match (before, after) {
            (Some(before), Some(after)) if !self.has_finite_verb(before.0, start) => Some((before.0, after.1)),
            (Some(before), Some(after)) if words[start - 1].tag == Tag::Coord || words[start - 1].tag == Tag::That => {
                Some(if after.1 - after.0 > 2 { after } else { before })
            }
            (before, after) => before.or(after),
        }
    }

    fn is_semicolon(&self, word: &crate::stance::words::Word) -> bool {
        word.span.of(self.text) == ";"
    }

    /// "X's claim that", "the claim by X that", "reports that", "made a promise to".
    pub(super) fn by_noun(&self, hit: Hit) -> Option<Parts> {
        let words = self.words();
        let chunk = self.parse.chunk_of(hit.last)?;
        let group = self.parse.chunks[chunk];
        if group.head != hit.last {
            return None;
        }
        let linked = self.kind(chunk + 1) == Some(ChunkKind::Prep) && self.kind(chunk + 2) == Some(ChunkKind::Nouns);
        let by = linked && [self.wording.by, self.wording.of, self.wording.among].contains(&self.head_form(chunk + 1));
        // "Her view is that": the noun says what comes after the copula.
        let equated = self.is_copula(chunk + 1) && self.opens_content(chunk + 2);
        let opener = match (by, equated) {
            (true, _) => chunk + 3,
            (_, true) => chunk + 2,
            _ => chunk + 1,
        };
        let that = self.opens_content(opener) && words[self.parse.chunks[opener].head].tag == Tag::That;
        let owner = (group.first..hit.first)
            .rev()
            .find(|&at| words[at].mention.is_some() || words[at].possessive || words[at].tag == Tag::Poss);
        if !(that || self.is_infinitive(opener) && owner.is_some()) {
            return None;
        }
        let light = self.parse.verb_of_object(chunk).filter(|&verb| {
            let lemma = words[self.parse.verbs[verb].head].lexeme.verb;
            self.wording.is_light(lemma) && !self.parse.clauses[verb].passive
        });
        let source = match (owner, light) {
            _ if by => Some(self.source_after(chunk + 2)),
            (Some(owner), _) => Some(Source {
                chunk: Some(chunk),
                first: group.first,
                last: owner,
            }),
            (None, Some(verb)) => self.parse.clauses[verb]
                .subject
                .map(|subject| self.source_before(subject, self.parse.verbs[verb].chunk)),
            _ => None,
        };
        let cue_first = light
            .filter(|_| owner.is_none())
            .map_or(hit.first, |verb| self.parse.verbs[verb].head);
        let (first, last) = self.content_from(self.parse.chunks[opener].first, None)?;
        let main_verb = if equated { None } else { self.before_main_verb(chunk, first) };
        Some(Parts {
            source,
            cue: (cue_first, hit.last),
            content: (first, main_verb.map_or(last, |end| end.min(last))),
        })
    }

    /// The last word before the verb whose subject the noun group is: "X's claim that ... | found few believers".
    fn before_main_verb(&self, nouns: usize, content: usize) -> Option<usize> {
        let is_object = self.parse.chunks[..nouns]
            .iter()
            .any(|chunk| chunk.kind == ChunkKind::Verbs && self.parse.verbs[chunk.verb].finite);
        let mut finite = self.parse.verbs.iter().enumerate().filter(|(at, verb)| {
            let free = !self.parse.clauses[*at].relative && verb.finite;
            let first = self.parse.chunks[verb.chunk].first;
            let opener = self.parse.chunks[..verb.chunk]
                .iter()
                .rev()
                .find(|chunk| !matches!(chunk.kind, ChunkKind::Nouns | ChunkKind::Adv));
            let coordinated = opener.is_some_and(|chunk| matches!(chunk.kind, ChunkKind::Coord | ChunkKind::Sub))
                && self.parse.chunks[..verb.chunk]
                    .iter()
                    .filter(|chunk| chunk.first > content && chunk.kind == ChunkKind::Verbs)
                    .count()
                    > 0;
            free && first > content && !coordinated
        });
        if is_object {
            return None;
        }
        finite.next()?;
        let (_, main) = finite.next()?;
        self.parse.chunks[main.chunk].first.checked_sub(1)
    }

    /// "reportedly": its clause is said by nobody named.
    pub(super) fn by_adverb(&self, hit: Hit) -> Option<Parts> {
        let words = self.words();
        let semicolon = |at: &usize| words[*at].tag == Tag::Break && self.is_semicolon(&words[*at]);
        let start = (0..hit.first).rev().find(semicolon).map_or(0, |at| at + 1);
        let end = (hit.last..words.len()).find(semicolon).unwrap_or(words.len());
        Some(Parts {
            source: None,
            cue: (hit.first, hit.last),
            content: self.trimmed(start, end)?,
        })
    }
}
