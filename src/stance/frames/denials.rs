//! "Benin rejected the charge": who turns down an accusation stands against whoever made it; "called the step a provocation".

use super::{Draft, Frames, Partial};
use crate::stance::chunks::ChunkKind;
use crate::stance::clauses::VerbClasses;
use crate::stance::cues::Hit;
use crate::stance::parties::{Party, Way};
use crate::stance::words::Tag;

/// CAMEO: deny responsibility.
const DENY: &str = "114";

/// CAMEO: disapprove, reject, threaten: what can be a charge.
const ACCUSING: &[&str] = &["11", "12", "13"];

/// CAMEO: criticize.
const CRITICIZE: &str = "111";

/// Opinion words that weigh less than this, in hundredths, say nothing.
const THRESHOLD: i32 = 40;

impl Frames<'_> {
    /// Accusations of the sentence, or of the one before, that are turned down, and names that are called.
    pub(super) fn denials(&mut self) {
        for verb in 0..self.parse.verbs.len() {
            if self.parse.clauses[verb].passive {
                continue;
            }
            if VerbClasses::is(&self.classes.denial, self.lemma(verb)) {
                self.denial(verb);
            } else if VerbClasses::is(&self.classes.dubbing, self.lemma(verb)) {
                self.called(verb);
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
        let draft = self.plain(verb, turn.of(-1), turn.negated, head, DENY, "denial");
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

    /// "called the step a provocation", "called the plan hostile".
    fn called(&mut self, verb: usize) {
        let Some(object) = self.parse.clauses[verb].object else { return };
        let last = self.parties.fellows_right(object).last().copied().unwrap_or(object);
        let Some((sign, word)) = self.opinion_of(last + 1) else { return };
        let holders = self.subject(verb);
        let mut about = self.parties.of_list(object);
        if about.is_empty() {
            about = self.parties.doer_of(object, &holders);
        }
        let turn = self.turn(verb);
        let draft = self.plain(verb, turn.of(sign), turn.negated, word, CRITICIZE, "called");
        if sign < 0 && !turn.negated {
            self.emit(&holders, &about, draft);
        }
    }

    /// The sum of the opinion words of what somebody is called, and the strongest of them.
    fn opinion_of(&self, chunk: usize) -> Option<(i8, usize)> {
        let group = self.parse.chunks.get(chunk).filter(|chunk| chunk.kind == ChunkKind::Nouns)?;
        let weight = |at: usize| i32::from(self.parse.words[at].lexeme.valence);
        let opinions = (group.first..=group.last).filter(|&at| self.parse.words[at].mention.is_none() && weight(at) != 0);
        let sum: i32 = opinions.clone().map(weight).sum();
        let strongest = opinions.max_by_key(|&at| weight(at).abs())?;
        (sum.abs() >= THRESHOLD).then_some((if sum > 0 { 1 } else { -1 }, strongest))
    }

    fn plain(&self, verb: usize, sign: i8, negated: bool, word: usize, code: &'static str, rule: &'static str) -> Partial {
        Partial {
            sign,
            negated,
            hit: Hit {
                pattern: self.patterns.plain(),
                first: word,
                last: word,
            },
            verb: Some(verb),
            code: Some(code),
            rule,
        }
    }
}
