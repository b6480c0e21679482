//! Nouns that two parties share: "talks between A and B", "US-China tensions".

use super::{Frames, Partial};
use crate::stance::chunks::ChunkKind;
use crate::stance::clauses::VerbClasses;
use crate::stance::cues::{Hit, Pattern};
use crate::stance::parties::{Party, Way, add};
use crate::stance::words::Tag;

impl Frames<'_> {
    /// "talks between A and B", "clashes among them".
    pub(super) fn between(&mut self, hit: Hit, chunk: usize, draft: Partial) -> bool {
        let pattern = self.patterns.get(hit);
        let fits = pattern.mutual || self.prepositions.between.iter().any(|sym| pattern.prepositions.contains(sym));
        let Some(nouns) = self.after_preposition(chunk + 1, &self.prepositions.between).filter(|_| fits) else {
            return false;
        };
        // "relations with A, but the row between B and C" is another noun's.
        if self.parse.chunks[chunk..nouns].iter().any(|chunk| chunk.kind == ChunkKind::Comma) {
            return false;
        }
        let parties = self.parties.of_list(nouns);
        self.emit_among(
            &parties,
            Partial {
                rule: "noun_between",
                ..draft
            },
        );
        parties.len() > 1
    }

    /// "US-China tensions", "Iran and Iraq signed an agreement".
    pub(super) fn pair_in_front(&mut self, hit: Hit, chunk: usize, draft: Partial) {
        if !self.patterns.get(hit).mutual {
            return;
        }
        let group = &self.parse.chunks[chunk];
        let words = &self.parse.words;
        let mut pair = Vec::new();
        for at in group.first..hit.first {
            if let Some(mention) = words[at].mention {
                let linked = pair.is_empty() || words[at].glued || words[at - 1].tag == Tag::Coord;
                if linked {
                    add(&mut pair, vec![Party { mention, way: Way::Direct }]);
                }
            }
        }
        let rule = if pair.len() > 1 { "noun_pair" } else { "noun_shared" };
        if pair.len() > 1 && (self.merely_names_relations(hit, draft) || self.is_of_title(hit)) {
            return;
        }
        // "fought the US-led coalition": what a compound describes is no deed of the subject's.
        let described = (group.first + 1..hit.first).any(|at| words[at - 1].mention.is_some() && words[at].glued);
        if pair.len() < 2 {
            // "fight the coalition" says nothing of those who fight it among themselves.
            if draft.verb.is_some_and(|verb| self.is_hostile(verb)) {
                return;
            }
            let mut subject = self.light_subject(chunk);
            subject.retain(|party| party.way != Way::Indirect);
            pair = if pair.is_empty() || subject.len() > 1 && !described {
                subject
            } else {
                Vec::new()
            };
        }
        self.emit_among(&pair, Partial { rule, ..draft });
    }

    /// "US-Australian relations remain of interest": that there are relations, or trade, says nothing of how they are.
    fn merely_names_relations(&self, hit: Hit, draft: Partial) -> bool {
        let noun = self.parse.words[hit.last].lexeme.noun;
        let plain = noun != 0 && self.parties.links.relations.contains(&noun);
        plain && draft.sign > 0 && !draft.verb.is_some_and(|verb| self.takes_a_stance(verb))
    }

    /// "the Australia-New Zealand Treaty", "US-Australia Relations: Issues for Congress": part of a name or a title.
    fn is_of_title(&self, hit: Hit) -> bool {
        hit.first > 0 && self.parse.words[hit.last].capital
    }

    /// Whether the verb itself is held against its object.
    pub(super) fn is_hostile(&self, verb: usize) -> bool {
        let head = self.parse.verbs[verb].head;
        let hostile = |pattern: &Pattern| pattern.sign() < 0 && pattern.object;
        let helps = VerbClasses::is(&self.classes.helping, self.lemma(verb));
        !helps
            && self
                .parse
                .hits
                .iter()
                .any(|&hit| hit.first == head && hostile(self.patterns.get(hit)))
    }
}
