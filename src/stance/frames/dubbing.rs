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
                if targets.is_empty() && sign < 0 && predicate == before + 1 {
                    draft.rule = "called";
                    targets = self.parties.doer_of(object, &holders);
                }
                (holders, targets)
            };
            self.emit(&holders, &targets, draft);
        }
    }

    /// The noun group that says what the object is: right after the chunk, or after "as".
    fn described(&self, verb: usize, before: usize) -> Option<usize> {
        let lemma = self.lemma(verb);
        let next = before + 1;
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
        self.opinion_in(group.first..group.last + 1)
            .filter(|_| !self.negative_article(chunk))
    }
}
