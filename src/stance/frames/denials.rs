//! "Benin rejected the charge": who turns down an accusation stands against whoever made it.

use super::{Draft, Frames, Partial};
use crate::document::Kind;
use crate::stance::Attribution;
use crate::stance::chunks::ChunkKind;
use crate::stance::clauses::{VerbClasses, list_start};
use crate::stance::parties::{Party, Way};
use crate::stance::words::Tag;

/// CAMEO: deny responsibility.
const DENY: &str = "114";

/// CAMEO: accuse.
const ACCUSE: &str = "112";

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
        let object = self.parse.clauses[verb].object.filter(|&object| self.is_charge(object));
        let beside = self.charge_before(verb);
        if object.or(beside).is_none() {
            return;
        }
        let deniers = self.subject(verb);
        let entity = |mention: u32| self.parties.mention(mention).entity;
        let denies = |mention: u32| deniers.iter().any(|denier| entity(denier.mention) == entity(mention));
        let verbal = |draft: &Draft| ACCUSING.iter().any(|class| draft.code(self.patterns).starts_with(class));
        let accuses = |draft: &&Draft| draft.sign < 0 && verbal(draft) && denies(draft.target.mention) && !denies(draft.holder.mention);
        let accusation = self.drafts.iter().rev().chain(self.earlier.iter().rev()).find(accuses);
        let charged = |draft: &&Draft| draft.sign < 0 && draft.code(self.patterns).starts_with(ACCUSE) && !denies(draft.holder.mention);
        let accusation = accusation.or_else(|| self.earlier.iter().rev().find(charged));
        let accuser = accusation.map(|draft| draft.holder.mention).or_else(|| {
            let told = self.teller(verb, beside.is_some());
            told.filter(|&mention| !deniers.is_empty() && !denies(mention))
        });
        let Some(mention) = accuser else { return };
        let accuser = [Party {
            mention,
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

    /// "a charge that Benin denies": the noun before the relative clause of the verb.
    fn charge_before(&self, verb: usize) -> Option<usize> {
        let subject = self.parse.clauses[verb].subject?;
        let opener = list_start(&self.parse.chunks, subject).checked_sub(1)?;
        let relative = self.kind(opener) == Some(ChunkKind::Rel) || self.parse.words[self.parse.chunks[opener].head].tag == Tag::That;
        let noun = opener
            .checked_sub(1)
            .filter(|&at| relative && self.kind(at) == Some(ChunkKind::Nouns))?;
        let apart = noun.checked_sub(1).is_some_and(|at| self.kind(at) == Some(ChunkKind::Comma));
        (apart && self.is_charge(noun)).then_some(noun)
    }

    /// Who said what is turned down: a source of the sentence, or the one of the sentence before.
    fn teller(&self, verb: usize, beside: bool) -> Option<u32> {
        let head = self.parse.words[self.parse.verbs[verb].head].span;
        let actor = |mention: u32| self.parties.mention(mention).kind == Kind::Actor;
        let before = |row: &&Attribution| row.cue.end <= head.start && (beside || !row.content.contains(head));
        let here = self
            .said
            .iter()
            .rev()
            .filter(before)
            .find_map(|row| row.source?.1)
            .filter(|&at| actor(at));
        here.or_else(|| self.tellers.last().copied().filter(|&at| !beside && actor(at)))
    }

    /// "the charge", "any involvement", "it".
    fn is_charge(&self, object: usize) -> bool {
        let group = &self.parse.chunks[object];
        let head = &self.parse.words[group.head];
        let noun = head.lexeme.noun;
        let named = (group.first..=group.last).any(|at| self.parse.words[at].mention.is_some());
        let pronoun =
            head.tag == Tag::Pron && self.parties.links.it.contains(&head.lexeme.form) || head.lexeme.form == self.parties.links.this;
        // "any claim on the land" is nobody's statement.
        let on = self.kind(object + 1) == Some(ChunkKind::Prep) && self.prepositions.attitude.contains(&self.form(object + 1));
        !named && !on && (noun != 0 && self.parties.links.charges.contains(&noun) || pronoun)
    }
}
