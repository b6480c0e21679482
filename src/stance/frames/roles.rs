//! "Iran's ally Hezbollah", "Hezbollah, an ally of Iran,", "Pakistan is a partner of China".

use super::{Frames, Partial, Turn};
use crate::stance::chunks::ChunkKind;
use crate::stance::clauses::VerbClasses;
use crate::stance::cues::Hit;
use crate::stance::parties::{Party, Way};
use crate::stance::words::Tag;

impl Frames<'_> {
    /// A noun that names a party by its relation to another.
    pub(super) fn role(&mut self, hit: Hit) {
        let Some(chunk) = self
            .parse
            .chunk_of(hit.last)
            .filter(|&chunk| self.kind(chunk) == Some(ChunkKind::Nouns))
        else {
            return;
        };
        let others = self.related(hit, chunk);
        if others.is_empty()
            && let Some((verb, object)) = self.seen_as(chunk)
        {
            return self.dubbed(hit, verb, object);
        }
        let (bearers, verb, rule) = self.role_bearers(hit, chunk);
        let mut turn = verb.map_or_else(Turn::default, |verb| self.turn(verb));
        if self.negative_article(chunk) {
            turn.add(true);
        }
        let pattern = self.patterns.get(hit);
        let draft = Partial {
            sign: turn.of(pattern.sign()),
            negated: turn.negated,
            hit,
            verb,
            code: None,
            rule,
        };
        if others.is_empty() {
            if pattern.mutual && verb.is_some() {
                self.emit_among(&bearers, draft);
            }
        } else if pattern.mutual {
            self.emit_mutual(&bearers, &others, draft);
        } else if pattern.experiencer {
            self.emit(&others, &bearers, draft);
        } else {
            self.emit(&bearers, &others, draft);
        }
    }

    /// "sees Iran as a threat", "called the group a partner": the verb and its object.
    fn seen_as(&self, chunk: usize) -> Option<(usize, usize)> {
        let before = chunk.checked_sub(1)?;
        let by_as = matches!(self.kind(before), Some(ChunkKind::Prep | ChunkKind::Sub)) && self.form(before) == self.prepositions.r#as;
        let object = if by_as { before.checked_sub(1)? } else { before };
        let verb = self
            .parse
            .verb_of_object(object)
            .filter(|_| self.kind(object) == Some(ChunkKind::Nouns))?;
        (by_as || VerbClasses::is(&self.classes.dubbing, self.lemma(verb))).then_some((verb, object))
    }

    /// Who calls somebody a friend or a foe stands towards him so; who does not call him so, need not stand otherwise.
    fn dubbed(&mut self, hit: Hit, verb: usize, object: usize) {
        let turn = self.turn(verb);
        if turn.negated {
            return;
        }
        let (holders, targets) = (self.subject(verb), self.parties.of_list(object));
        let draft = Partial {
            sign: turn.of(self.patterns.get(hit).sign()),
            negated: turn.negated,
            hit,
            verb: Some(verb),
            code: None,
            rule: "role_dubbed",
        };
        self.emit(&holders, &targets, draft);
    }

    /// Whose ally: a possessor, or "of X".
    fn related(&self, hit: Hit, chunk: usize) -> Vec<Party> {
        let words = &self.parse.words;
        let group = &self.parse.chunks[chunk];
        let owner = (group.first..hit.first).rev().find(|&at| {
            words[at].mention.is_some() && !words[at + 1].glued && (words[at].possessive || words[at].adjectival || at + 1 == hit.first)
                || words[at].tag == Tag::Poss
        });
        if let Some(at) = owner {
            return match words[at].mention {
                Some(mention) => vec![Party { mention, way: Way::Direct }],
                None => self.parties.owner(at),
            };
        }
        let chunk = self.parties.fellows_right(chunk).last().copied().unwrap_or(chunk);
        let near = self.kind(chunk + 1) == Some(ChunkKind::Prep) && self.patterns.get(hit).prepositions.contains(&self.form(chunk + 1));
        if !near || self.kind(chunk + 2) != Some(ChunkKind::Nouns) {
            return Vec::new();
        }
        let others = self.parties.of_list(chunk + 2);
        // "the largest supplier of weapons to Ukraine"
        if others.is_empty() && self.form(chunk + 1) == self.prepositions.of {
            let further = |form| form != self.prepositions.of && self.patterns.get(hit).prepositions.contains(&form);
            let near = self.kind(chunk + 3) == Some(ChunkKind::Prep) && further(self.form(chunk + 3));
            if near && self.kind(chunk + 4) == Some(ChunkKind::Nouns) {
                return self.parties.of_list(chunk + 4);
            }
        }
        others
    }

    /// Who is the ally: the name in the group, in apposition, or the subject of "is".
    fn role_bearers(&self, hit: Hit, chunk: usize) -> (Vec<Party>, Option<usize>, &'static str) {
        let words = &self.parse.words;
        let group = &self.parse.chunks[chunk];
        if let Some(mention) = words[group.head]
            .mention
            .filter(|_| group.head > hit.last && !self.patterns.get(hit).ambiguous)
        {
            return (vec![Party { mention, way: Way::Direct }], None, "role_name");
        }
        if let Some(verb) = self.parse.verb_of_object(chunk).filter(|&verb| self.parse.verbs[verb].copula) {
            return (self.subject(verb), Some(verb), "role_copula");
        }
        // "is seen as a partner of X"
        let seen = chunk
            .checked_sub(2)
            .filter(|&at| self.form(at + 1) == self.prepositions.r#as && self.kind(at) == Some(ChunkKind::Verbs))
            .map(|at| self.parse.chunks[at].verb);
        if let Some(verb) = seen.filter(|&verb| self.parse.clauses[verb].passive) {
            return (self.subject(verb), Some(verb), "role_copula");
        }
        let owned = self
            .parse
            .verbs
            .iter()
            .position(|verb| verb.copula && verb.chunk + 1 == super::super::clauses::list_start(&self.parse.chunks, chunk));
        if let Some(verb) = owned {
            return (self.subject(verb), Some(verb), "role_copula");
        }
        if self.patterns.get(hit).ambiguous {
            return (Vec::new(), None, "role_name");
        }
        if let Some((verb, _)) = self.seen_as(chunk) {
            return (self.subject(verb), Some(verb), "role_dubbed");
        }
        let comma = |at: usize| self.kind(at) == Some(ChunkKind::Comma);
        let before = (0..chunk)
            .rev()
            .find(|&at| self.kind(at) != Some(ChunkKind::Adv))
            .unwrap_or_default();
        // "X, our allies, and our friends": a list.
        let listed = comma(chunk + 1) && self.kind(chunk + 2) == Some(ChunkKind::Coord);
        if before > 0 && comma(before) && self.kind(before - 1) == Some(ChunkKind::Nouns) && !listed {
            return (self.parties.of_subject(before - 1), None, "role_apposition");
        }
        if comma(chunk + 1) && self.kind(chunk + 2) == Some(ChunkKind::Nouns) && words[self.parse.chunks[chunk + 2].head].mention.is_some()
        {
            return (self.parties.of(chunk + 2), None, "role_apposition");
        }
        (self.parties.examples(chunk), None, "role_examples")
    }
}
