//! What a sentence leaves for those after it: who was named, who was paired, what was told.

use super::frames::Draft;
use super::parties::{Parties, Way};
use crate::document::Kind;

/// What a sentence needs to know of the document around it.
#[derive(Default)]
pub(super) struct Context {
    pub(super) block: u32,
    pub(super) previous: Vec<u32>,
    /// The last two states that stood in one sentence by themselves.
    pub(super) pair: Vec<u32>,
    /// Mentions of actors in the two sentences before.
    pub(super) recent: Vec<u32>,
    /// How many of them stand in the earlier one.
    pub(super) older: usize,
    /// What the sentence before told.
    pub(super) drafts: Vec<Draft>,
    /// Mentions of those who said something in it.
    pub(super) tellers: Vec<u32>,
    pub(super) speaker: Option<u32>,
}

impl Context {
    pub(super) fn leave_block(&mut self) {
        self.previous.clear();
        self.recent.clear();
        self.older = 0;
        self.drafts.clear();
        self.tellers.clear();
    }

    /// Keeps what the next sentence must know of this one.
    pub(super) fn go_on(&mut self, actors: Vec<u32>, drafts: Vec<Draft>) {
        self.recent.drain(..self.older);
        self.older = self.recent.len();
        self.recent.extend(actors);
        self.drafts = drafts;
    }
}

/// The two parties of a sentence that names just two, or tells of one relation between two.
pub(super) fn pair(parties: &Parties, drafts: &[Draft]) -> Vec<u32> {
    let named = distinct(parties, parties.parse.words.iter().filter_map(|word| word.mention));
    let Some(first) = drafts.iter().find(|draft| draft.reciprocal).filter(|_| named.len() != 2) else {
        return named;
    };
    let same = drafts.iter().filter(|draft| draft.hit == first.hit && draft.reciprocal);
    distinct(parties, same.flat_map(|draft| [draft.holder.mention, draft.target.mention]))
}

/// The first mention of each actor.
fn distinct(parties: &Parties, mentions: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut named: Vec<u32> = Vec::new();
    for mention in mentions {
        let actor = parties.mention(mention);
        if actor.kind == Kind::Actor && !named.iter().any(|&known| parties.mention(known).entity == actor.entity) {
            named.push(mention);
        }
    }
    named
}

/// Whom the sentence's first finite clause is about, if it names them.
pub(super) fn main_subject(parties: &Parties) -> Vec<u32> {
    let parse = parties.parse;
    let subject = parse
        .verbs
        .iter()
        .zip(&parse.clauses)
        .filter(|(verb, clause)| verb.finite && !clause.relative)
        .find_map(|(_, clause)| clause.subject);
    let of = subject.map_or_else(Vec::new, |chunk| parties.of_subject(chunk));
    of.into_iter()
        .filter(|party| !matches!(party.way, Way::Deed | Way::Indirect) && parties.mention(party.mention).kind == Kind::Actor)
        .map(|party| party.mention)
        .collect()
}
