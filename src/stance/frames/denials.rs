//! "Benin rejected the charge": who turns down an accusation stands against whoever made it.

use super::{Draft, Frames, Partial};
use crate::stance::clauses::VerbClasses;
use crate::stance::parties::{Party, Way};
use crate::stance::words::Tag;

/// CAMEO: deny responsibility.
const DENY: &str = "114";

/// CAMEO: disapprove, reject, threaten: what can be a charge.
const ACCUSING: &[&str] = &["11", "12", "13"];

impl Frames<'_> {
    /// Accusations of the sentence, or of the one before, that are turned down.
    pub(super) fn denials(&mut self) {
        for verb in 0..self.parse.verbs.len() {
            if !self.parse.clauses[verb].passive && VerbClasses::is(&self.classes.denial, self.lemma(verb)) {
                self.denial(verb);
            }
        }
    }

    fn denial(&mut self, verb: usize) {
        if !self.parse.clauses[verb].object.is_some_and(|object| self.is_charge(object)) {
            return;
        }
        let deniers = self.subject(verb);
        let entity = |mention: u32| self.parties.mention(mention).entity;
        let denies = |mention: u32| deniers.iter().any(|denier| entity(denier.mention) == entity(mention));
        let verbal = |draft: &Draft| {
            let code = draft.code.unwrap_or(&self.patterns.get(draft.hit).code);
            ACCUSING.iter().any(|class| code.starts_with(class))
        };
        let accuses = |draft: &&Draft| draft.sign < 0 && verbal(draft) && denies(draft.target.mention) && !denies(draft.holder.mention);
        let Some(accusation) = self.drafts.iter().rev().chain(self.earlier.iter().rev()).find(accuses) else {
            return;
        };
        let accuser = [Party {
            mention: accusation.holder.mention,
            way: Way::Pronoun,
        }];
        let head = self.parse.verbs[verb].head;
        let turn = self.turn(verb);
        let draft = Partial {
            sign: turn.of(-1),
            negated: turn.negated,
            hit: self.plain_hit(head),
            verb: Some(verb),
            code: Some(DENY),
            rule: "denial",
        };
        self.emit(&deniers, &accuser, draft);
    }

    /// "the charge", "any involvement", "it".
    fn is_charge(&self, object: usize) -> bool {
        let group = &self.parse.chunks[object];
        let head = &self.parse.words[group.head];
        let noun = head.lexeme.noun;
        let named = (group.first..=group.last).any(|at| self.parse.words[at].mention.is_some());
        let pronoun =
            head.tag == Tag::Pron && self.parties.links.it.contains(&head.lexeme.form) || head.lexeme.form == self.parties.links.this;
        !named && (noun != 0 && self.parties.links.charges.contains(&noun) || pronoun)
    }
}
