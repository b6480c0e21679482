//! "called Jones a liar", "described the plan as reckless": what a party says somebody is, in words of opinion.

use super::{Frames, Partial};
use crate::stance::chunks::ChunkKind;
use crate::stance::clauses::VerbClasses;
use crate::stance::cues::Hit;

/// CAMEO: criticize.
const CRITICIZE: &str = "111";
/// CAMEO: praise or endorse.
const PRAISE: &str = "051";

/// Opinion words that weigh less than this, in hundredths, say nothing.
const THRESHOLD: i32 = 40;

impl Frames<'_> {
    /// Opinions that a verb of naming or describing gives of its object.
    pub(super) fn dubbings(&mut self) {
        for verb in 0..self.parse.verbs.len() {
            let clause = self.parse.clauses[verb];
            let chunk = self.parse.verbs[verb].chunk;
            let (object, after) = if clause.passive {
                (clause.subject, Some(chunk))
            } else {
                (clause.object, clause.object)
            };
            let (Some(object), Some(after)) = (object, after) else { continue };
            let Some(predicate) = self.described(verb, after) else { continue };
            let Some((sign, hit)) = self.judgement(predicate) else { continue };
            let turn = self.turn(verb);
            if turn.negated {
                continue;
            }
            let sign = turn.of(sign);
            let draft = Partial {
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
                (self.subject(verb), self.parties.of_list(object))
            };
            self.emit(&holders, &targets, draft);
        }
    }

    /// The noun group that says what the object is: after the object, or after "as".
    fn described(&self, verb: usize, object: usize) -> Option<usize> {
        let lemma = self.lemma(verb);
        let next = object + 1;
        match self.kind(next)? {
            ChunkKind::Nouns => VerbClasses::is(&self.classes.dubbing, lemma).then_some(next),
            ChunkKind::Prep | ChunkKind::Sub if self.form(next) == self.prepositions.r#as => {
                (VerbClasses::is(&self.classes.describing, lemma) && self.kind(next + 1) == Some(ChunkKind::Nouns)).then_some(next + 1)
            }
            _ => None,
        }
    }

    /// The sign of the opinion words of a noun group, and the strongest of them.
    fn judgement(&self, chunk: usize) -> Option<(i8, Hit)> {
        let group = &self.parse.chunks[chunk];
        let weight = |at: usize| i32::from(self.parse.words[at].lexeme.valence);
        let opinions = (group.first..=group.last).filter(|&at| self.parse.words[at].mention.is_none() && weight(at) != 0);
        let sum: i32 = opinions.clone().map(weight).sum();
        let strongest = opinions.max_by_key(|&at| (weight(at).abs(), std::cmp::Reverse(at)))?;
        if sum.abs() < THRESHOLD || self.negative_article(chunk) {
            return None;
        }
        let hit = Hit {
            pattern: self.patterns.plain(),
            first: strongest,
            last: strongest,
        };
        Some((if sum > 0 { 1 } else { -1 }, hit))
    }
}
