//! Lists of parties: coordinated, given as examples, in brackets.

use super::{Parties, Party, Way, add};
use crate::lexicon::Class as EntityClass;
use crate::stance::chunks::ChunkKind;
use crate::stance::clauses::list_start;
use crate::stance::words::Tag;

impl Parties<'_> {
    /// All that a noun group and its coordinated fellows to the right stand for.
    pub fn of_list(&self, chunk: usize) -> Vec<Party> {
        let mut all = self.of(chunk);
        let direct = !all.is_empty() && all.iter().all(|party| party.way != Way::Indirect);
        for other in self.fellows_right(chunk) {
            let mut more = self.of(other);
            more.retain(|party| !direct || party.way != Way::Indirect);
            add(&mut all, more);
        }
        all
    }

    /// All that a subject and its coordinated fellows to the left stand for.
    pub fn of_subject(&self, chunk: usize) -> Vec<Party> {
        let mut all = self.of(chunk);
        let mut at = list_start(&self.parse.chunks, chunk);
        // "Five members, A, B and C": the list says who they are.
        let kind = &self.words()[self.parse.chunks[at].head];
        if at + 4 <= chunk && kind.tag == Tag::Noun && kind.lexeme.plural && kind.mention.is_none() {
            at += 2;
        }
        while at < chunk {
            if self.parse.chunks[at].kind == ChunkKind::Nouns {
                add(&mut all, self.of(at));
            }
            at += 1;
        }
        all
    }

    /// Noun groups joined to this one by commas and "and".
    pub fn fellows_right(&self, chunk: usize) -> Vec<usize> {
        let kind = |at: usize| self.parse.chunks.get(at).map(|chunk| chunk.kind);
        let mut fellows = Vec::new();
        let mut sure = 0;
        let mut at = chunk + 1;
        loop {
            let mut next = at;
            let mut coordinated = false;
            while matches!(kind(next), Some(ChunkKind::Comma | ChunkKind::Coord)) && next < at + 2 {
                if self.parse.chunks[next].opens_clause {
                    break;
                }
                coordinated |= kind(next) == Some(ChunkKind::Coord);
                next += 1;
            }
            if next == at || kind(next) != Some(ChunkKind::Nouns) {
                break;
            }
            let opens_clause =
                self.parse.clauses.iter().any(|clause| clause.subject == Some(next)) && list_start(&self.parse.chunks, next) == next;
            if opens_clause {
                break;
            }
            fellows.push(next);
            if coordinated {
                sure = fellows.len();
            }
            at = next + 1;
        }
        fellows.truncate(sure);
        fellows
    }

    /// Parties listed before a noun group that ends the list: "Russia and China's support".
    pub fn listed_before(&self, chunk: usize) -> Vec<Party> {
        let start = list_start(&self.parse.chunks, chunk);
        let mut all = Vec::new();
        // "backing for A and B's mistrust": the first name stands under a preposition.
        if start > 0 && self.parse.chunks[start - 1].kind == ChunkKind::Prep {
            return all;
        }
        for at in (start..chunk).filter(|&at| self.parse.chunks[at].kind == ChunkKind::Nouns) {
            let group = &self.parse.chunks[at];
            if let Some(mention) = self.words()[group.head]
                .mention
                .filter(|_| group.first == group.head || self.words()[group.head].adjectival)
            {
                add(&mut all, vec![Party { mention, way: Way::Direct }]);
            }
        }
        all
    }

    /// The parties named as examples of a noun group: "groups such as A, B and C", "countries including A".
    pub fn examples(&self, chunk: usize) -> Vec<Party> {
        let chunks = &self.parse.chunks;
        let mut at = chunk + 1;
        while chunks
            .get(at)
            .is_some_and(|chunk| matches!(chunk.kind, ChunkKind::Comma | ChunkKind::Adv))
        {
            at += 1;
        }
        let (Some(prep), Some(nouns)) = (chunks.get(at), chunks.get(at + 1)) else {
            return Vec::new();
        };
        let fits = prep.kind == ChunkKind::Prep
            && self.links.examples.contains(&self.words()[prep.head].lexeme.form)
            && nouns.kind == ChunkKind::Nouns;
        if fits { self.of_list(at + 1) } else { Vec::new() }
    }

    /// "the Revolutionary Guards (IRGC)": a name in brackets of its own after a name that is no mention.
    pub(super) fn in_brackets(&self, chunk: usize) -> Option<Party> {
        let words = self.words();
        let group = &self.parse.chunks[chunk];
        let inside = words.get(group.last + 1).filter(|word| word.aside)?;
        let alone = words.get(group.last + 2).is_none_or(|word| !word.aside);
        let mention = inside.mention.filter(|_| alone && words[group.head].tag == Tag::Name)?;
        Some(Party { mention, way: Way::Direct })
    }

    /// "three neighbours (A, B and C)": a list of names in brackets says who is meant.
    pub(super) fn bracketed(&self, chunk: usize) -> Vec<Party> {
        let words = self.words();
        let after = &words[self.parse.chunks[chunk].last + 1..];
        let aside = after.iter().take_while(|word| word.aside);
        let mut all = Vec::new();
        for word in aside {
            match (word.mention, word.tag) {
                (Some(mention), _) => add(&mut all, vec![Party { mention, way: Way::Direct }]),
                (None, Tag::Comma | Tag::Coord | Tag::Det) => {}
                _ => return Vec::new(),
            }
        }
        if all.len() > 1 { all } else { Vec::new() }
    }

    /// "with A in May; with B in June; and with C": noun groups to which the same preposition leads again.
    pub fn repeated(&self, chunk: usize) -> Vec<usize> {
        let chunks = &self.parse.chunks;
        let form = |at: usize| self.words()[chunks[at].head].lexeme.form;
        let Some(wanted) = chunk.checked_sub(1).filter(|&at| chunks[at].kind == ChunkKind::Prep).map(form) else {
            return Vec::new();
        };
        let mut again = Vec::new();
        for at in chunk + 1..chunks.len().saturating_sub(1) {
            let link = chunks[at - 1].kind;
            let opens = chunks[at].kind == ChunkKind::Prep && form(at) == wanted && chunks[at + 1].kind == ChunkKind::Nouns;
            // "vehicles to A and equipment to B"
            let thing = link == ChunkKind::Nouns
                && chunks[at - 2].kind == ChunkKind::Coord
                && self.words()[chunks[at - 1].first..=chunks[at - 1].last]
                    .iter()
                    .all(|word| word.mention.is_none());
            let linked = thing || matches!(link, ChunkKind::Coord | ChunkKind::Break | ChunkKind::Comma);
            match chunks[at].kind {
                ChunkKind::Prep if opens && linked => again.push(at + 1),
                ChunkKind::Nouns | ChunkKind::Prep | ChunkKind::Adv | ChunkKind::Comma | ChunkKind::Coord | ChunkKind::Break
                    if !chunks[at].opens_clause => {}
                _ => break,
            }
        }
        again
    }

    /// "A under G and B of M have fought": a second name of the same sort, where the phrase before the coordinator names somebody else.
    pub fn parallel(&self, subject: usize, verb: usize) -> Vec<Party> {
        let chunks = &self.parse.chunks;
        let named = |at: usize| self.words()[chunks[at].head].mention;
        let class = |at: usize| named(at).and_then(|mention| self.mention(mention).class);
        let Some(sort) = class(subject).filter(|_| chunks[subject].kind == ChunkKind::Nouns) else {
            return Vec::new();
        };
        let phrase = |at: &usize| matches!(chunks[*at].kind, ChunkKind::Prep | ChunkKind::Nouns);
        let end = (subject + 1..verb).take_while(phrase).last().unwrap_or(subject);
        let other = end >= subject + 2 && named(end).is_none_or(|mention| self.mention(mention).class == Some(EntityClass::Person));
        let coordinated = chunks
            .get(end + 1)
            .is_some_and(|chunk| chunk.kind == ChunkKind::Coord && !chunk.opens_clause);
        let second = Some(end + 2).filter(|&at| at < verb && chunks[at].kind == ChunkKind::Nouns && class(at) == Some(sort));
        let mention = second
            .filter(|_| other && coordinated && sort != EntityClass::Person)
            .and_then(named);
        mention.map(|mention| Party { mention, way: Way::Direct }).into_iter().collect()
    }
}
