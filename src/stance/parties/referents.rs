//! Whom pronouns mean: "it", "whose", "their".

use super::{Links, Parties, Party, Way};
use crate::document::Kind;
use crate::lexicon::Class as EntityClass;
use crate::stance::chunks::{Chunk, ChunkKind, VerbGroup};
use crate::stance::clauses::Clause;
use crate::stance::grammar::Class;
use crate::stance::vocabulary::Sym;
use crate::stance::words::{Tag, Word};

impl Parties<'_> {
    /// Whom a pronoun means: the subject of an earlier clause, or of the sentence before.
    pub(super) fn pronoun(&self, at: usize) -> Vec<Party> {
        let word = &self.words()[at];
        let form = word.lexeme.form;
        if self.depth > 0 {
            return Vec::new();
        }
        if form == self.links.whose_pronoun {
            return self.antecedent(at);
        }
        if word.lexeme.class == Class::FirstPerson || self.links.is_ours(word) {
            let meant = if word.quoted { self.voice } else { self.speaker };
            return meant
                .map(|mention| Party {
                    mention,
                    way: Way::Pronoun,
                })
                .into_iter()
                .collect();
        }
        let number = |classes: &[Sym]| classes.contains(&form);
        let fits = |mention: u32| -> bool {
            let mention = self.mention(mention);
            if mention.kind != Kind::Actor {
                return false;
            }
            match mention.class {
                None => true,
                Some(EntityClass::Person) => number(&self.links.person),
                Some(_) => number(&self.links.it) || number(&self.links.they),
            }
        };
        if !number(&self.links.it) && !number(&self.links.person) && !number(&self.links.they) {
            return Vec::new();
        }
        let judged = self.judged_before(at).filter(|_| word.tag == Tag::Poss);
        let candidates = judged.map_or_else(
            || self.earlier_subject(at, word.tag == Tag::Poss),
            |object| self.named_in_list(object),
        );
        let candidates = if candidates.is_empty() && word.tag == Tag::Poss {
            self.subject_to_come(at)
        } else {
            candidates
        };
        let candidates = if candidates.is_empty() {
            self.previous.to_vec()
        } else {
            candidates
        };
        let candidates = if candidates.len() > 1 && number(&self.links.it) {
            self.beside(at, &candidates)
        } else {
            candidates
        };
        if candidates.len() > 1 && !number(&self.links.they) {
            return Vec::new();
        }
        candidates
            .into_iter()
            .filter(|&mention| fits(mention))
            .map(|mention| Party {
                mention,
                way: Way::Pronoun,
            })
            .collect()
    }

    /// "A and B left the bloc. They call it": the only party near that is none of the several subjects.
    fn beside(&self, at: usize, subjects: &[u32]) -> Vec<u32> {
        let entity = |mention: u32| self.mention(mention).entity;
        let near = self.near(at, |mention| {
            mention.kind == Kind::Actor
                && mention.class != Some(EntityClass::Person)
                && !subjects.iter().any(|&subject| entity(subject) == mention.entity)
        });
        if near.len() == 1 { near } else { Vec::new() }
    }

    /// "Iran, whose backing of": the noun group before the relative pronoun.
    fn antecedent(&self, at: usize) -> Vec<Party> {
        let chunks = &self.parse.chunks;
        let own = self.parse.chunk_of(at).unwrap_or_default();
        let before = (0..own).rev().find(|&before| chunks[before].kind != ChunkKind::Comma);
        let nouns = before.filter(|&before| chunks[before].kind == ChunkKind::Nouns);
        nouns.map_or_else(Vec::new, |nouns| Self { depth: 1, ..*self }.of(nouns))
    }

    /// The named subject of the nearest clause before the word; for an object pronoun, not of its own clause.
    pub(super) fn earlier_subject(&self, at: usize, possessive: bool) -> Vec<u32> {
        let parse = self.parse;
        let own = parse.verbs.iter().rposition(|verb| verb.head < at);
        let is_subject = parse
            .clauses
            .iter()
            .any(|clause| clause.subject.is_some_and(|chunk| parse.chunks[chunk].head == at));
        if let Some(main) = self.main_clause_before(at) {
            let named = self.named(main);
            if !named.is_empty() {
                return named;
            }
        }
        for (index, clause) in parse.clauses.iter().enumerate().rev() {
            let Some(subject) = clause.subject else { continue };
            let group = &parse.chunks[subject];
            if group.last >= at || self.words()[group.head].tag == Tag::Pron {
                continue;
            }
            if Some(index) == own && !possessive && !is_subject {
                continue;
            }
            let named = self.named(subject);
            if !named.is_empty() {
                return named;
            }
        }
        Vec::new()
    }

    /// "Despite its support for X, Y criticised Z": the subject after the phrase that the sentence begins with.
    fn subject_to_come(&self, at: usize) -> Vec<u32> {
        let parse = self.parse;
        let fronted = parse.chunks.first().is_some_and(|chunk| chunk.kind == ChunkKind::Prep);
        let comma = parse.chunks.iter().position(|chunk| chunk.kind == ChunkKind::Comma);
        let Some(comma) = comma.filter(|&comma| fronted && parse.chunks[comma].first > at) else {
            return Vec::new();
        };
        let verbless = parse.chunks[..comma].iter().all(|chunk| chunk.kind != ChunkKind::Verbs);
        let main = parse.clauses.iter().zip(&parse.verbs).find(|(_, verb)| verb.finite);
        let subject = main
            .and_then(|(clause, _)| clause.subject)
            .filter(|&subject| verbless && subject > comma);
        subject.map_or_else(Vec::new, |subject| self.named(subject))
    }

    /// "condemned Russia for its support": the object that is judged for what the word belongs to.
    fn judged_before(&self, at: usize) -> Option<usize> {
        let (parse, links) = (self.parse, self.links);
        let grounds = parse.chunk_of(at)?.checked_sub(1)?;
        if !links.grounds.contains(&self.words()[parse.chunks[grounds].head].lexeme.form) {
            return None;
        }
        let listed = |chunk: &Chunk| matches!(chunk.kind, ChunkKind::Nouns | ChunkKind::Coord | ChunkKind::Comma | ChunkKind::Adv);
        let judged = |(clause, verb): (&Clause, &VerbGroup)| {
            let object = clause.object.filter(|&object| object < grounds && !clause.passive)?;
            let judges = links.judging.contains(&self.words()[verb.head].lexeme.verb);
            (judges && parse.chunks[object..grounds].iter().all(listed)).then_some(object)
        };
        parse.clauses.iter().zip(&parse.verbs).find_map(judged)
    }

    /// The parties that a subject names itself.
    fn named(&self, subject: usize) -> Vec<u32> {
        direct(Self { depth: 1, ..*self }.of_subject(subject))
    }

    /// The parties that a list of objects names itself.
    fn named_in_list(&self, object: usize) -> Vec<u32> {
        direct(Self { depth: 1, ..*self }.of_list(object))
    }

    /// "A does not deny that B is weak; it accuses C": the subject of the main clause that ended before the word's own began.
    fn main_clause_before(&self, at: usize) -> Option<usize> {
        let parse = self.parse;
        let own = parse.chunk_of(at)?;
        let parts = |chunk: &usize| parse.chunks[*chunk].kind == ChunkKind::Break || parse.chunks[*chunk].opens_clause;
        let end = (0..own).rev().find(parts)?;
        // "and B said that he": a subject of the word's own clause comes first.
        let nearer = |clause: &Clause| clause.subject.is_some_and(|subject| (end..own).contains(&subject));
        if parse.clauses.iter().any(nearer) {
            return None;
        }
        let start = (0..end).rev().find(parts).map_or(0, |before| before + 1);
        let opens = |kind: ChunkKind| matches!(kind, ChunkKind::Sub | ChunkKind::Rel);
        parse.clauses.iter().zip(&parse.verbs).find_map(|(clause, verb)| {
            let inside = verb.finite && !clause.relative && (start..end).contains(&verb.chunk);
            let subject = clause.subject.filter(|subject| inside && (start..end).contains(subject))?;
            let main = parse.chunks[start..verb.chunk].iter().all(|chunk| !opens(chunk.kind)) || subject == start;
            (main && self.words()[parse.chunks[subject].head].tag != Tag::Pron).then_some(subject)
        })
    }

    /// The actors that the sentence names before a word, if it is a second clause: "A is B's partner, and the two countries".
    pub(super) fn two_before(&self, at: usize) -> Vec<u32> {
        let mut named: Vec<u32> = Vec::new();
        let verb = self.parse.verbs.iter().any(|verb| verb.head < at && verb.finite);
        for mention in self.words()[..at].iter().filter(|_| verb).filter_map(|word| word.mention) {
            let actor = self.mention(mention);
            if actor.kind == Kind::Actor && !named.iter().any(|&known| self.mention(known).entity == actor.entity) {
                named.push(mention);
            }
        }
        named
    }
}

fn direct(parties: Vec<Party>) -> Vec<u32> {
    let direct = parties.into_iter().filter(|party| party.way == Way::Direct);
    direct.map(|party| party.mention).collect()
}

impl Links {
    fn is_ours(&self, word: &Word) -> bool {
        word.lexeme.class == Class::Possessive
            && !self.it.contains(&word.lexeme.form)
            && !self.person.contains(&word.lexeme.form)
            && !self.they.contains(&word.lexeme.form)
    }
}
