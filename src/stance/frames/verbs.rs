//! "Russia condemned Turkey", "Turkey was condemned by Russia", "they agreed to stop supporting the rebels".

use super::{Frames, Partial};
use crate::lexicon::{CueKind, PartOfSpeech};
use crate::stance::chunks::ChunkKind;
use crate::stance::cues::Hit;
use crate::stance::grammar::Class;
use crate::stance::parties::{Party, Way};

impl Frames<'_> {
    /// A verb with subject and object.
    pub(super) fn verb(&mut self, hit: Hit) {
        let Some(verb) = self.parse.verb_at(hit.first) else { return };
        let pattern = self.patterns.get(hit);
        let mut turn = self.turn(verb);
        if hit.first < hit.last
            && (hit.first + 1..hit.last).any(|at| self.has(CueKind::Negation, at, |pattern| pattern.pos == PartOfSpeech::Det))
        {
            turn.add(true);
        }
        let clause = self.parse.clauses[verb];
        let mut draft = Partial {
            sign: turn.of(pattern.sign()),
            negated: turn.negated,
            hit,
            verb: Some(verb),
            code: None,
            rule: "verb",
        };
        let subject = self.subject(verb);
        if clause.passive {
            return self.passive(verb, subject, draft);
        }
        let Some(target) = self.verb_target(hit) else {
            if pattern.mutual && subject.len() > 1 {
                draft.rule = "verb_mutual";
                self.emit_among(&subject, draft);
            }
            return;
        };
        if self.is_reciprocal(target) {
            draft.rule = "verb_reciprocal";
            return self.emit_among(&subject, draft);
        }
        self.composed(&subject, target, draft);
        let mut targets = self.parties.of_list(target);
        if self.noun_cue(target).is_some() {
            targets.retain(|party| party.way != Way::Pronoun);
        }
        if pattern.ambiguous {
            targets.retain(|party| party.way == Way::Direct);
        }
        if pattern.experiencer {
            draft.rule = "verb_experiencer";
            self.emit(&targets, &subject, draft);
        } else if pattern.mutual {
            draft.rule = "verb_mutual";
            self.emit_mutual(&subject, &targets, draft);
        } else {
            self.emit(&subject, &targets, draft);
        }
    }

    /// "was condemned by": the subject is the target.
    fn passive(&mut self, verb: usize, subject: Vec<Party>, mut draft: Partial) {
        let pattern = self.patterns.get(draft.hit);
        let after = self.parse.chunk_after(draft.hit.last);
        draft.rule = "verb_passive";
        if pattern.experiencer {
            let by = self.prepositions.felt;
            if let Some(felt) = self.after_preposition(after, &by) {
                let felt = self.parties.of_list(felt);
                self.emit(&subject, &felt, draft);
            }
            return;
        }
        if !pattern.object {
            return self.passive_with_preposition(verb, after, draft);
        }
        let Some(agent) = self.after_preposition(after, &[self.prepositions.by]) else {
            return;
        };
        let agents = self.parties.of_list(agent);
        if pattern.mutual {
            self.emit_mutual(&agents, &subject, draft)
        } else {
            self.emit(&agents, &subject, draft)
        }
    }

    /// "is allied with", "are opposed to": the subject holds, the preposition leads to the target.
    fn passive_with_preposition(&mut self, verb: usize, after: usize, draft: Partial) {
        let pattern = self.patterns.get(draft.hit);
        let Some(target) = self.after_preposition(after, &pattern.prepositions) else {
            return;
        };
        let subject = self.subject(verb);
        let targets = self.parties.of_list(target);
        if pattern.mutual {
            self.emit_mutual(&subject, &targets, draft)
        } else {
            self.emit(&subject, &targets, draft)
        }
    }

    /// The noun group that the verb is directed at.
    fn verb_target(&self, hit: Hit) -> Option<usize> {
        let pattern = self.patterns.get(hit);
        let after = self.parse.skip_adverbs(self.parse.chunk_after(hit.last));
        let direct = (self.kind(after) == Some(ChunkKind::Nouns)).then_some(after);
        let object = if pattern.object { direct } else { None };
        let named =
            object.filter(|&chunk| self.is_reciprocal(chunk) || self.noun_cue(chunk).is_some() || !self.parties.of_list(chunk).is_empty());
        named.or_else(|| self.after_preposition(after, &pattern.prepositions)).or(object)
    }

    /// "condemned the sanctions on Iran": towards the target of the noun the signs multiply.
    fn composed(&mut self, subject: &[Party], object: usize, draft: Partial) {
        let Some(noun) = self.noun_cue(object) else { return };
        let pattern = self.patterns.get(noun);
        let Some(target) = self.noun_target(noun, object) else { return };
        let targets = self.parties.of_list(target);
        let sign = draft.sign * pattern.sign();
        self.emit(
            subject,
            &targets,
            Partial {
                sign,
                code: None,
                rule: "verb_composed",
                ..draft
            },
        );
    }

    pub(super) fn is_reciprocal(&self, chunk: usize) -> bool {
        let group = &self.parse.chunks[chunk];
        let next = self.parse.words.get(group.last + 1);
        let head = &self.parse.words[group.head];
        head.lexeme.class == Class::Reciprocal
            || self.parse.words[group.first].lexeme.class == Class::Reciprocal
            || next.is_some_and(|next| next.lexeme.class == Class::Reciprocal && group.first == group.last)
    }
}
