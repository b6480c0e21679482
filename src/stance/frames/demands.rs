//! "urged Russia to withdraw", "called on Iran to stop": a demand to end something is held against whom it is addressed to.

use super::{Frames, Partial};
use crate::lexicon::{Class, CueKind};
use crate::stance::chunks::ChunkKind;
use crate::stance::clauses::VerbClasses;
use crate::stance::cues::Hit;
use crate::stance::parties::{Party, Way};
use crate::stance::words::Tag;

/// CAMEO: demand.
const DEMAND: &str = "100";

/// CAMEO: threaten.
const THREATEN: &str = "13";

impl Frames<'_> {
    /// Demands and threats of the sentence.
    pub(super) fn demands(&mut self) {
        for verb in 0..self.parse.verbs.len() {
            self.threat_unless(verb);
            self.demand_that(verb);
            let group = self.parse.verbs[verb];
            let clause = self.parse.clauses[verb];
            let (Some(governor), Some(addressee), true) = (clause.governor, clause.subject, group.infinitive) else {
                continue;
            };
            let asks = VerbClasses::is(&self.classes.demand, self.lemma(governor));
            if !asks || self.parse.clauses[governor].subject == Some(addressee) {
                continue;
            }
            let chunk = self.parse.chunks[group.chunk];
            let ordered = VerbClasses::is(&self.classes.ordering, self.lemma(governor)) && self.is_state(addressee);
            let resigns = ordered || VerbClasses::is(&self.classes.resigning, self.lemma(verb)) || self.restrains(verb);
            let leaves = self.plain_hit(group.head);
            if let Some(hit) = self.cessation(group.head, chunk.first).or(resigns.then_some(leaves)) {
                let (holders, targets) = (self.subject(governor), self.parties.of_list(addressee));
                self.emit(
                    &holders,
                    &targets,
                    Partial {
                        sign: -1,
                        negated: false,
                        hit,
                        verb: Some(governor),
                        code: Some(DEMAND),
                        rule: "demand",
                    },
                );
            }
        }
    }

    /// "demanded that French troops leave".
    fn demand_that(&mut self, verb: usize) {
        let group = &self.parse.verbs[verb];
        let that = self.parse.skip_adverbs(group.chunk + 1);
        let demands = VerbClasses::is(&self.classes.ordering, self.lemma(verb)) && !self.parse.clauses[verb].passive;
        let opens = self.kind(that) == Some(ChunkKind::Sub) && self.parse.words[self.parse.chunks[that].head].tag == Tag::That;
        let clause = (0..self.parse.verbs.len()).find(|&other| self.parse.verbs[other].chunk > that);
        let Some(inner) = clause.filter(|_| demands && opens) else { return };
        let addressee = self.parse.clauses[inner]
            .subject
            .filter(|&at| at > that && !self.parse.clauses[inner].passive);
        let turn = self.turn(verb);
        let draft = Partial {
            sign: turn.of(-1),
            negated: turn.negated,
            hit: self.plain_hit(group.head),
            verb: Some(verb),
            code: Some(DEMAND),
            rule: "demand",
        };
        let targets = addressee.map_or_else(Vec::new, |at| self.parties.of_subject(at));
        let holders = self.subject(verb);
        self.emit(&holders, &targets, draft);
    }

    /// Whether the noun group is a state by its own name.
    fn is_state(&self, chunk: usize) -> bool {
        let state = |party: &Party| matches!(self.parties.mention(party.mention).class, Some(Class::State | Class::Country));
        self.parties.of(chunk).iter().all(state)
    }

    /// "show restraint".
    fn restrains(&self, verb: usize) -> bool {
        let object = self.parse.clauses[verb].object;
        object.is_some_and(|chunk| self.parse.words[self.parse.chunks[chunk].head].lexeme.form == self.prepositions.restraint)
    }

    /// "threatened tariffs unless Mexico stops": who must do something lest the threat be carried out.
    fn threat_unless(&mut self, verb: usize) {
        let head = self.parse.verbs[verb].head;
        let threatens = |hit: &&Hit| hit.first == head && self.patterns.get(**hit).code.starts_with(THREATEN);
        let Some(hit) = self.parse.hits.iter().find(threatens).copied() else {
            return;
        };
        if self.parse.clauses[verb].passive || self.drafts.iter().any(|draft| draft.verb == Some(verb)) {
            return;
        }
        let chunks = &self.parse.chunks;
        let condition = (self.parse.verbs[verb].chunk..chunks.len())
            .find(|&at| chunks[at].kind == ChunkKind::Sub && self.prepositions.condition.contains(&self.form(at)));
        let Some(subject) = condition.map(|at| at + 1).filter(|&at| self.kind(at) == Some(ChunkKind::Nouns)) else {
            return;
        };
        let (holders, mut targets) = (self.subject(verb), self.parties.of_list(subject));
        targets.retain(|party| party.way == Way::Direct);
        let draft = Partial {
            sign: -1,
            negated: false,
            hit,
            verb: Some(verb),
            code: None,
            rule: "threat_unless",
        };
        self.emit(&holders, &targets, draft);
    }

    /// A verb of ending or withdrawing, or "not to".
    fn cessation(&self, head: usize, first: usize) -> Option<Hit> {
        let hits = &self.parse.hits;
        let ends = hits
            .iter()
            .find(|hit| hit.first == head && self.patterns.get(**hit).kind == CueKind::Shifter);
        let negated = hits
            .iter()
            .find(|hit| self.patterns.get(**hit).kind == CueKind::Negation && (first.saturating_sub(1)..=head).contains(&hit.first));
        ends.or(negated).copied()
    }
}
