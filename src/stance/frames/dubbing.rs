//! "called Jones a liar", "described the plan as reckless", "called the step a provocation": what a party says somebody, or
//! somebody's deed, is in words of opinion.

use super::opinions::CRITICIZE;
use super::{Frames, Partial};
use crate::stance::chunks::ChunkKind;
use crate::stance::clauses::VerbClasses;
use crate::stance::cues::Hit;

/// CAMEO: praise or endorse.
const PRAISE: &str = "051";

impl Frames<'_> {
    /// Opinions that a verb of naming or describing gives of its object.
    pub(super) fn dubbings(&mut self) {
        for verb in 0..self.parse.verbs.len() {
            let clause = self.parse.clauses[verb];
            let object = if clause.passive { clause.subject } else { clause.object };
            let Some(object) = object else { continue };
            let before = if clause.passive {
                self.parse.verbs[verb].chunk
            } else {
                self.parties.fellows_right(object).last().copied().unwrap_or(object)
            };
            let Some(predicate) = self.described(verb, before) else { continue };
            let Some((sign, hit)) = self.judgement(predicate) else { continue };
            let turn = self.turn(verb);
            if turn.negated {
                continue;
            }
            let sign = turn.of(sign);
            let mut draft = Partial {
                sign,
                negated: false,
                hit,
                verb: Some(verb),
                code: Some(if sign < 0 { CRITICIZE } else { PRAISE }),
                rule: "dubbed",
            };
            let (holders, targets) = if clause.passive {
                let by = self.after_preposition(predicate + 1, &[self.prepositions.by]);
                (
                    by.map_or_else(Vec::new, |by| self.parties.of_list(by)),
                    self.parties.of_subject(object),
                )
            } else {
                let (holders, mut targets) = (self.subject(verb), self.parties.of_list(object));
                if targets.is_empty() && sign < 0 && matches!(self.kind(predicate - 1), Some(ChunkKind::Nouns)) {
                    draft.rule = "called";
                    targets = if predicate == before + 1 {
                        self.parties.doer_of(object, &holders)
                    } else {
                        self.through_thing(object, &self.prepositions.partner)
                    };
                }
                (holders, targets)
            };
            self.emit(&holders, &targets, draft);
        }
    }

    /// Whether the verb says what its object is: "called the deal with Togo an act of war".
    pub(super) fn dubs(&self, verb: usize) -> bool {
        let object = self.parse.clauses[verb].object;
        VerbClasses::is(&self.classes.dubbing, self.lemma(verb)) && object.is_some_and(|object| self.described(verb, object).is_some())
    }

    /// The noun group that says what the object is: right after the chunk, or after "as".
    fn described(&self, verb: usize, before: usize) -> Option<usize> {
        let lemma = self.lemma(verb);
        // "called the deal with Ethiopia an act of aggression"
        let phrase = self.kind(before + 1) == Some(ChunkKind::Prep)
            && self.form(before + 1) != self.prepositions.r#as
            && self.kind(before + 2) == Some(ChunkKind::Nouns)
            && self.kind(before + 3) == Some(ChunkKind::Nouns);
        let next = if phrase { before + 3 } else { before + 1 };
        match self.kind(next)? {
            ChunkKind::Nouns => VerbClasses::is(&self.classes.dubbing, lemma).then_some(next),
            ChunkKind::Prep | ChunkKind::Sub if self.form(next) == self.prepositions.r#as => {
                (VerbClasses::is(&self.classes.describing, lemma) && self.kind(next + 1) == Some(ChunkKind::Nouns)).then_some(next + 1)
            }
            _ => None,
        }
    }

    /// What the opinion words of a noun group say, if it is not denied: "called it no provocation".
    fn judgement(&self, chunk: usize) -> Option<(i8, Hit)> {
        let group = &self.parse.chunks[chunk];
        let of = self.kind(chunk + 1) == Some(ChunkKind::Prep)
            && self.form(chunk + 1) == self.prepositions.of
            && self.kind(chunk + 2) == Some(ChunkKind::Nouns);
        let last = if of { self.parse.chunks[chunk + 2].last } else { group.last };
        let cue = || {
            let noun = self.noun_cue(chunk).or_else(|| if of { self.noun_cue(chunk + 2) } else { None })?;
            (self.patterns.get(noun).sign() < 0).then_some((-1, noun))
        };
        self.opinion_in(group.first..last + 1)
            .or_else(cue)
            .filter(|_| !self.negative_article(chunk))
    }
}
