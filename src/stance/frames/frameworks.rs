//! "cooperate through the Quad": parties that work together through a body support it.

use super::{Draft, Frames, Partial};
use crate::lexicon::Class;
use crate::stance::chunks::ChunkKind;
use crate::stance::clauses::VerbClasses;
use crate::stance::parties::{Party, Way};

/// CAMEO: engage in diplomatic cooperation.
const COOPERATE: &str = "050";

impl Frames<'_> {
    /// Adds what each cooperation says about the body that it runs through.
    pub(super) fn frameworks(&mut self) {
        for index in 0..self.drafts.len() {
            let draft = self.drafts[index];
            let Some(verb) = draft.verb.filter(|_| draft.sign > 0) else {
                continue;
            };
            for body in self.body(verb) {
                let known = |it: &Draft| it.holder.mention == draft.holder.mention && it.target.mention == body.mention;
                let entity = |mention: u32| self.parties.mention(mention).entity;
                let own = [draft.holder.mention, draft.target.mention]
                    .map(entity)
                    .contains(&entity(body.mention));
                if !own && !self.drafts.iter().any(known) {
                    self.drafts.push(Draft {
                        target: body,
                        reciprocal: false,
                        rule: "framework",
                        ..draft
                    });
                }
            }
        }
    }

    /// "the alliance, which also includes A and B", "A and B launched the pact": members and founders support their body.
    pub(super) fn members(&mut self) {
        for verb in 0..self.parse.verbs.len() {
            let clause = self.parse.clauses[verb];
            let (Some(subject), Some(object), false) = (clause.subject, clause.object, clause.passive) else {
                continue;
            };
            let including = VerbClasses::is(&self.classes.including, self.lemma(verb));
            if !including && !VerbClasses::is(&self.classes.founding, self.lemma(verb)) {
                continue;
            }
            let mut bodies = self.parties.of(if including { subject } else { object });
            bodies.retain(|party| self.is_body(*party) && (including || party.way == Way::Direct || !self.is_bloc(*party)));
            let turn = self.turn(verb);
            let head = self.parse.verbs[verb].head;
            let draft = Partial {
                sign: turn.of(1),
                negated: turn.negated,
                hit: self.plain_hit(head),
                verb: Some(verb),
                code: Some(COOPERATE),
                rule: "member",
            };
            let members = if including {
                self.parties.of_list(object)
            } else {
                self.subject(verb)
            };
            self.emit(&members, &bodies, draft);
            if !including && !bodies.is_empty() {
                self.emit_among(&members, draft);
            }
        }
    }

    fn is_bloc(&self, party: Party) -> bool {
        self.parties.mention(party.mention).class == Some(Class::Bloc)
    }

    fn is_body(&self, party: Party) -> bool {
        let class = self.parties.mention(party.mention).class;
        party.way != Way::Pronoun && matches!(class, Some(Class::Alliance | Class::Igo | Class::Initiative | Class::Bloc))
    }

    /// The body that the deed of the verb runs through.
    fn body(&self, verb: usize) -> Vec<Party> {
        let chunk = self.parse.verbs[verb].chunk;
        let Some(nouns) = self.after_preposition(chunk + 1, &self.prepositions.through) else {
            return Vec::new();
        };
        let near = self.parse.chunks[chunk..nouns]
            .iter()
            .skip(1)
            .all(|chunk| !matches!(chunk.kind, ChunkKind::Verbs | ChunkKind::Break));
        let mut bodies = self.parties.of_list(nouns);
        bodies.retain(|party| near && self.is_body(*party));
        bodies
    }
}
