//! Who does what a verb says: its subject, those who do it together with it, and whoever a noun without a name leads back to.

use super::Frames;
use crate::stance::chunks::{ChunkKind, is_agent};
use crate::stance::clauses::VerbClasses;
use crate::stance::parties::{Party, Way, add};

/// How many verbs up a subject is looked for.
const DEPTH: u8 = 3;

impl Frames<'_> {
    /// The parties that do what the verb group says.
    pub(super) fn subject(&self, verb: usize) -> Vec<Party> {
        self.doers(verb, DEPTH)
    }

    /// The parties that the subject itself names.
    pub(super) fn named_subject(&self, verb: usize) -> Vec<Party> {
        let Some(subject) = self.parse.clauses[verb].subject else {
            return Vec::new();
        };
        let mut named = self.parties.of_subject(subject);
        let own = self.parse.verbs[verb].chunk;
        if subject < own {
            add(&mut named, self.parties.parallel(subject, own));
            add(&mut named, self.beside_subject(subject, own));
        }
        named
    }

    /// "A, with B and C, met": those who stand beside the subject between commas.
    fn beside_subject(&self, subject: usize, verb: usize) -> Vec<Party> {
        let open = self.kind(subject + 1) == Some(ChunkKind::Comma);
        let prep = self.parse.skip_adverbs(subject + 2);
        let with = self.kind(prep) == Some(ChunkKind::Prep) && self.prepositions.beside.contains(&self.form(prep));
        if !open || !with || self.kind(prep + 1) != Some(ChunkKind::Nouns) {
            return Vec::new();
        }
        let last = self.parties.fellows_right(prep + 1).last().copied().unwrap_or(prep + 1);
        let closed = self.kind(last + 1) == Some(ChunkKind::Comma) && self.parse.skip_adverbs(last + 2) == verb;
        let mut beside = self.parties.of_list(prep + 1);
        beside.retain(|party| closed && party.way == Way::Direct);
        beside
    }

    fn doers(&self, verb: usize, depth: u8) -> Vec<Party> {
        let clause = self.parse.clauses[verb];
        let mut doers = self.named_subject(verb);
        let Some(depth) = depth.checked_sub(1).filter(|_| self.is_nonfinite(verb)) else {
            return doers;
        };
        if doers.is_empty()
            && let Some(above) = self.verb_above(verb)
        {
            doers = self.doers(above, depth);
        }
        if let Some(governor) = clause.governor.filter(|&governor| self.is_joint(governor)) {
            add(&mut doers, self.doers(governor, depth));
            let object = self.parse.clauses[governor].object;
            add(&mut doers, object.map_or_else(Vec::new, |object| self.parties.of_list(object)));
        }
        doers
    }

    /// "helped the rebels to fight", "joined Japan in condemning".
    pub(super) fn is_joint(&self, verb: usize) -> bool {
        VerbClasses::is(&self.classes.joint, self.lemma(verb)) && !self.parse.clauses[verb].passive
    }

    /// "conducted strikes using drones", "leads efforts in the campaign to defeat": the verb whose subject is meant,
    /// where the noun group before the verb names nobody.
    fn verb_above(&self, verb: usize) -> Option<usize> {
        let clause = self.parse.clauses[verb];
        let own = self.parse.verbs[verb].chunk;
        let nobody = clause.subject.is_none_or(|chunk| {
            let head = &self.parse.words[self.parse.chunks[chunk].head];
            let plan = clause.governor.is_none() && head.lexeme.noun != 0 && self.parties.links.plans.contains(&head.lexeme.noun);
            head.mention.is_none() && (plan || !is_agent(head))
        });
        let near = self.parse.chunks[..own]
            .iter()
            .rev()
            .take_while(|chunk| !matches!(chunk.kind, ChunkKind::Break | ChunkKind::Sub))
            .find(|chunk| chunk.kind == ChunkKind::Verbs)
            .map(|chunk| chunk.verb);
        let above = near.or_else(|| self.main_verb_behind(own));
        above.filter(|&above| nobody && !self.parse.clauses[above].passive)
    }

    /// "In the campaign to defeat A, B has begun": the main verb behind a phrase in front of the subject.
    pub(super) fn main_verb_behind(&self, own: usize) -> Option<usize> {
        let fronted = self.parse.chunks[..own]
            .iter()
            .all(|chunk| matches!(chunk.kind, ChunkKind::Prep | ChunkKind::Nouns | ChunkKind::Adv));
        let comma = (own + 1..self.parse.chunks.len()).find(|&at| self.kind(at) == Some(ChunkKind::Comma))?;
        let subject = comma + 1;
        let main = |verb: &usize| self.parse.verbs[*verb].finite && self.parse.clauses[*verb].subject.is_some_and(|at| at >= subject);
        (0..self.parse.verbs.len()).find(main).filter(|_| fronted)
    }
}
