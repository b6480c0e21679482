//! Who does what a verb says: its subject, those who do it together with it, and whoever a noun without a name leads back to.

use super::Frames;
use crate::stance::chunks::{ChunkKind, is_agent};
use crate::stance::clauses::VerbClasses;
use crate::stance::parties::{Party, add};

/// How many verbs up a subject is looked for.
const DEPTH: u8 = 3;

impl Frames<'_> {
    /// The parties that do what the verb group says.
    pub(super) fn subject(&self, verb: usize) -> Vec<Party> {
        self.doers(verb, DEPTH)
    }

    /// The parties that the subject itself names.
    pub(super) fn named_subject(&self, verb: usize) -> Vec<Party> {
        let subject = self.parse.clauses[verb].subject;
        subject.map_or_else(Vec::new, |chunk| self.parties.of_subject(chunk))
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
            head.mention.is_none() && !is_agent(head)
        });
        let near = self.parse.chunks[..own]
            .iter()
            .rev()
            .take_while(|chunk| !matches!(chunk.kind, ChunkKind::Break | ChunkKind::Sub))
            .find(|chunk| chunk.kind == ChunkKind::Verbs)
            .map(|chunk| chunk.verb);
        near.filter(|&above| nobody && !self.parse.clauses[above].passive)
    }
}
