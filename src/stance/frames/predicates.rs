//! "X is wary of Y", "X remains hostile to Y", "in defiance of Y".

use super::{Frames, Partial, Turn};
use crate::lexicon::PartOfSpeech;
use crate::stance::chunks::ChunkKind;
use crate::stance::cues::Hit;
use crate::stance::parties::{Party, Way};

impl Frames<'_> {
    /// An adjective, a phrase or a preposition with its target after it.
    pub(super) fn predicate(&mut self, hit: Hit) {
        let pattern = self.patterns.get(hit);
        let after = self.parse.skip_adverbs(self.parse.chunk_after(hit.last));
        let direct = pattern.object || pattern.pos == PartOfSpeech::Prep;
        let object = if direct && self.kind(after) == Some(ChunkKind::Nouns) {
            Some(after)
        } else {
            None
        };
        let verb = self.verb_over(hit);
        let turn = verb.map_or_else(Turn::default, |verb| self.turn(verb));
        let mut draft = Partial {
            sign: turn.of(pattern.sign()),
            negated: turn.negated,
            hit,
            verb,
            code: None,
            rule: "predicate",
        };
        let holders = self.bearers(hit, verb);
        let Some(target) = object.or_else(|| self.near_preposition(after)) else {
            if pattern.mutual && holders.len() > 1 {
                draft.rule = "predicate_mutual";
                self.emit_among(&holders, draft);
            }
            return;
        };
        if !direct && !pattern.prepositions.contains(&self.form(target - 1)) {
            return;
        }
        let mut targets = self.parties.of_list(target);
        if pattern.ambiguous {
            targets.retain(|party| party.way == Way::Direct);
            draft.rule = "preposition";
        }
        if pattern.mutual {
            self.emit_mutual(&holders, &targets, draft)
        } else {
            self.emit(&holders, &targets, draft)
        }
    }

    fn near_preposition(&self, after: usize) -> Option<usize> {
        (self.kind(after) == Some(ChunkKind::Prep) && self.kind(after + 1) == Some(ChunkKind::Nouns)).then_some(after + 1)
    }

    /// The verb that the predicate belongs to.
    fn verb_over(&self, hit: Hit) -> Option<usize> {
        self.parse
            .verbs
            .iter()
            .rposition(|verb| self.parse.chunks[verb.chunk].first <= hit.first)
    }

    /// The noun group right before, or the subject of the verb.
    fn bearers(&self, hit: Hit, verb: Option<usize>) -> Vec<Party> {
        let adjective = self.patterns.get(hit).pos == PartOfSpeech::Adj;
        let chunk = self.parse.chunk_of(hit.first);
        if let (true, Some(chunk)) = (adjective, chunk) {
            let before = chunk.checked_sub(1).map(|at| {
                if self.kind(at) == Some(ChunkKind::Comma) {
                    at.saturating_sub(1)
                } else {
                    at
                }
            });
            if let Some(nouns) = before.filter(|&at| self.kind(at) == Some(ChunkKind::Nouns)) {
                return self.parties.of_subject(nouns);
            }
        }
        verb.map_or_else(Vec::new, |verb| self.subject(verb))
    }
}
