//! "X is wary of Y", "X remains hostile to Y", "in defiance of Y".

use super::{Frames, Partial, Turn};
use crate::lexicon::PartOfSpeech;
use crate::stance::chunks::{ChunkKind, is_agent};
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
            sign: self.lessened(hit, turn.of(pattern.sign())),
            negated: turn.negated,
            hit,
            verb,
            code: None,
            rule: "predicate",
        };
        if let Some(subject) = self.attitude(hit, verb) {
            return self.predicate_of_attitude(subject, draft);
        }
        if pattern.pos == PartOfSpeech::Prep && self.belongs_to_noun(hit) {
            return;
        }
        let holders = self.bearers(hit, verb);
        let Some(target) = object.or_else(|| self.near_preposition(after)) else {
            if pattern.mutual && holders.len() > 1 {
                draft.rule = "predicate_mutual";
                let together = self.together(holders, verb);
                self.emit_among(&together, draft);
            }
            return;
        };
        if !direct && !pattern.prepositions.contains(&self.form(target - 1)) {
            return;
        }
        let mut targets = self.parties.of_list(target);
        if targets.is_empty() && pattern.pos == PartOfSpeech::Prep {
            targets = self.through_thing(target, &self.prepositions.partner);
        }
        if pattern.ambiguous {
            targets.retain(|party| party.way == Way::Direct);
            draft.rule = "preposition";
        }
        if pattern.mutual && targets.is_empty() && holders.len() > 1 {
            draft.rule = "predicate_mutual";
            let together = self.together(holders, verb);
            self.emit_among(&together, draft);
        } else if pattern.mutual {
            self.emit_mutual(&holders, &targets, draft);
        } else if pattern.experiencer {
            draft.rule = "predicate_experiencer";
            self.emit(&targets, &holders, draft);
        } else {
            self.emit(&holders, &targets, draft);
        }
    }

    /// "less friendly to" is a step away; "less hostile to" is none towards it.
    fn lessened(&self, hit: Hit, sign: i8) -> i8 {
        let before = |back: usize| hit.first.checked_sub(back).map(|at| self.parse.words[at].lexeme.form);
        let less = before(1) == Some(self.prepositions.less) && before(2) != Some(self.prepositions.no);
        if less { (-sign).min(0) } else { sign }
    }

    /// "A and B issued a joint note": those that the subject itself names, where the adjective does not stand after "is".
    fn together(&self, holders: Vec<Party>, verb: Option<usize>) -> Vec<Party> {
        match verb {
            Some(verb) if !self.parse.verbs[verb].copula => self.named_subject(verb),
            _ => holders,
        }
    }

    /// The subject of "is muted" where it names an attitude: "the reaction of the SCO to the coup".
    fn attitude(&self, hit: Hit, verb: Option<usize>) -> Option<usize> {
        let is = |verb: &usize| {
            let group = &self.parse.verbs[*verb];
            group.copula || group.passive && group.head == hit.first
        };
        let verb = verb.filter(|verb| is(verb) && self.patterns.get(hit).pos == PartOfSpeech::Adj)?;
        let subject = self.parse.clauses[verb].subject?;
        let noun = self.parse.words[self.parse.chunks[subject].head].lexeme.noun;
        (noun != 0 && self.parties.links.attitudes.contains(&noun)).then_some(subject)
    }

    /// Whose attitude it is, towards whom, as the adjective says; the noun itself says nothing then.
    fn predicate_of_attitude(&mut self, subject: usize, mut draft: Partial) {
        let head = self.parse.chunks[subject].head;
        self.drafts.retain(|known| known.hit.last != head);
        draft.rule = "predicate_of_attitude";
        if let Some(nouns) = self.after_preposition(subject + 1, &self.prepositions.between) {
            let parties = self.parties.of_list(nouns);
            return self.emit_among(&parties, draft);
        }
        let mut whose = self.parties.of(subject);
        // "Relations with A remain tense, said B"
        if whose.is_empty() {
            let head = self.parse.words[head].span;
            let source = self
                .said
                .iter()
                .rev()
                .filter(|row| row.content.contains(head))
                .find_map(|row| row.source?.1);
            whose.extend(source.map(|mention| Party {
                mention,
                way: Way::Pronoun,
            }));
        }
        if let Some(about) = self.after_preposition(subject + 1, &self.prepositions.attitude) {
            let about = self.parties.of_list(about);
            self.emit(&whose, &about, draft);
        }
    }

    /// "the complaint against X", "a coalition against X": the noun before has a say of its own on what follows.
    fn belongs_to_noun(&self, hit: Hit) -> bool {
        let form = self.parse.words[hit.first].lexeme.form;
        let before = self.parse.chunk_of(hit.first).and_then(|chunk| chunk.checked_sub(1));
        let noun = before
            .filter(|&at| self.kind(at) == Some(ChunkKind::Nouns))
            .and_then(|at| self.noun_cue(at));
        noun.is_some_and(|noun| self.patterns.get(noun).prepositions.contains(&form))
    }

    fn near_preposition(&self, after: usize) -> Option<usize> {
        (self.kind(after) == Some(ChunkKind::Prep) && self.kind(after + 1) == Some(ChunkKind::Nouns)).then_some(after + 1)
    }

    /// The verb that the predicate belongs to.
    pub(super) fn verb_over(&self, hit: Hit) -> Option<usize> {
        self.parse
            .verbs
            .iter()
            .rposition(|verb| self.parse.chunks[verb.chunk].first <= hit.first)
    }

    /// The noun group right before, or the subject of the verb.
    pub(super) fn bearers(&self, hit: Hit, verb: Option<usize>) -> Vec<Party> {
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
        if let (PartOfSpeech::Prep, Some(nouns)) = (self.patterns.get(hit).pos, chunk.and_then(|chunk| chunk.checked_sub(1)))
            && self.kind(nouns) == Some(ChunkKind::Nouns)
            && is_agent(&self.parse.words[self.parse.chunks[nouns].head])
        {
            let agents = self.parties.of(nouns);
            if !agents.is_empty() {
                return agents;
            }
        }
        if let Some(named) = chunk.filter(|_| !adjective).and_then(|chunk| self.named_before_comma(chunk)) {
            return self.parties.of_subject(named);
        }
        let verb = verb.or_else(|| self.main_verb_behind(chunk?));
        verb.map_or_else(Vec::new, |verb| self.subject(verb))
    }

    /// "Ghana, at war with Togo, praised": the name before a phrase between commas.
    fn named_before_comma(&self, phrase: usize) -> Option<usize> {
        let name = phrase.checked_sub(2).filter(|&at| self.kind(at + 1) == Some(ChunkKind::Comma))?;
        let named = self.kind(name) == Some(ChunkKind::Nouns) && self.parse.words[self.parse.chunks[name].head].mention.is_some();
        let free = name
            .checked_sub(1)
            .is_none_or(|at| !matches!(self.kind(at), Some(ChunkKind::Prep | ChunkKind::Verbs)));
        let closed = (phrase + 1..self.parse.chunks.len()).find(|&at| !matches!(self.kind(at), Some(ChunkKind::Nouns | ChunkKind::Prep)));
        let apart = closed.is_some_and(|at| self.kind(at) == Some(ChunkKind::Comma));
        let after = closed
            .map(|at| self.parse.skip_adverbs(at + 1))
            .filter(|&at| apart && self.kind(at) == Some(ChunkKind::Verbs));
        if let Some(subject) = after.and_then(|at| self.parse.clauses[self.parse.chunks[at].verb].subject) {
            return Some(subject).filter(|&subject| subject < phrase);
        }
        (named && free && apart).then_some(name)
    }
}
