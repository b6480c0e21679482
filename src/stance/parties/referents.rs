//! Whom pronouns and plain descriptions mean: "it", "the group", "both countries".

use super::{Links, Parties, Party, Way};
use crate::document::Kind;
use crate::lexicon::Class as EntityClass;
use crate::stance::chunks::{ChunkKind, is_agent};
use crate::stance::grammar::Class;
use crate::stance::vocabulary::Sym;
use crate::stance::words::{Tag, Word};

impl Parties<'_> {
    /// "the group", "both countries"; "X, a militant group": whom a plain description means.
    pub(super) fn described(&self, chunk: usize) -> Vec<Party> {
        let chunks = &self.parse.chunks;
        let group = &chunks[chunk];
        let words = self.words();
        let form = words[group.first].lexeme.form;
        let kind = |at: usize| chunks.get(at).map(|chunk| chunk.kind);
        if words[group.first].tag == Tag::Det
            && chunk >= 2
            && kind(chunk - 1) == Some(ChunkKind::Comma)
            && kind(chunk - 2) == Some(ChunkKind::Nouns)
            && is_agent(&words[group.head])
        {
            let mention = words[chunks[chunk - 2].head].mention;
            return mention.map(|mention| Party { mention, way: Way::Direct }).into_iter().collect();
        }
        let definite = form == self.links.the || self.links.both.contains(&form);
        if definite && group.last <= group.first + 2 {
            self.description(group.head)
        } else {
            Vec::new()
        }
    }

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
        let candidates = self.earlier_subject(at, word.tag == Tag::Poss);
        let candidates = if candidates.is_empty() {
            self.previous.to_vec()
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

    /// "Iran, whose backing of": the noun group before the relative pronoun.
    fn antecedent(&self, at: usize) -> Vec<Party> {
        let chunks = &self.parse.chunks;
        let own = self.parse.chunk_of(at).unwrap_or_default();
        let before = (0..own).rev().find(|&before| chunks[before].kind != ChunkKind::Comma);
        let nouns = before.filter(|&before| chunks[before].kind == ChunkKind::Nouns);
        nouns.map_or_else(Vec::new, |nouns| Self { depth: 1, ..*self }.of(nouns))
    }

    /// The named subject of the nearest clause before the word; for an object pronoun, not of its own clause.
    fn earlier_subject(&self, at: usize, possessive: bool) -> Vec<u32> {
        let parse = self.parse;
        let own = parse.verbs.iter().rposition(|verb| verb.head < at);
        let is_subject = parse
            .clauses
            .iter()
            .any(|clause| clause.subject.is_some_and(|chunk| parse.chunks[chunk].head == at));
        for (index, clause) in parse.clauses.iter().enumerate().rev() {
            let Some(subject) = clause.subject else { continue };
            let group = &parse.chunks[subject];
            if group.last >= at || self.words()[group.head].tag == Tag::Pron {
                continue;
            }
            if Some(index) == own && !possessive && !is_subject {
                continue;
            }
            let named: Vec<u32> = Self { depth: 1, ..*self }
                .of_subject(subject)
                .into_iter()
                .filter(|party| party.way == Way::Direct)
                .map(|party| party.mention)
                .collect();
            if !named.is_empty() {
                return named;
            }
        }
        Vec::new()
    }

    /// The actors that the sentence names before a word, if it is a second clause: "A is B's partner, and the two countries".
    fn two_before(&self, at: usize) -> Vec<u32> {
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

    /// "the group", "the country": the one party of the sentence before.
    fn description(&self, head: usize) -> Vec<Party> {
        let word = &self.words()[head];
        if word.lexeme.plural && self.links.descriptions.contains(&word.lexeme.form) {
            let here = self.two_before(head);
            let meant = match here.len() {
                2 => &here,
                _ if self.previous.len() > 1 => self.previous,
                _ => self.pair,
            };
            return meant
                .iter()
                .map(|&mention| Party {
                    mention,
                    way: Way::Pronoun,
                })
                .collect();
        }
        if !self.links.descriptions.contains(&word.lexeme.form) || self.depth > 0 {
            return Vec::new();
        }
        let here = self.earlier_subject(head, true);
        let &[mention] = (if here.is_empty() { self.previous } else { &here }) else {
            return Vec::new();
        };
        let person = self.mention(mention).class == Some(EntityClass::Person);
        if person {
            Vec::new()
        } else {
            vec![Party {
                mention,
                way: Way::Pronoun,
            }]
        }
    }
}

impl Links {
    fn is_ours(&self, word: &Word) -> bool {
        word.lexeme.class == Class::Possessive
            && !self.it.contains(&word.lexeme.form)
            && !self.person.contains(&word.lexeme.form)
            && !self.they.contains(&word.lexeme.form)
    }
}
