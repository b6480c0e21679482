//! "Iran said that the sanctions had failed": what a source says of somebody in words of blame.

use super::opinions::CRITICIZE;
use super::{Draft, Frames, Partial};
use crate::document::Kind;
use crate::stance::chunks::ChunkKind;
use crate::stance::cues::Hit;
use crate::stance::parties::{Party, Way};

/// CAMEO: accuse.
const ACCUSE: &str = "112";

impl Frames<'_> {
    /// Opinions that the sentence's sources express.
    pub(super) fn sayings(&mut self) {
        for attribution in self.said {
            let Some((_, Some(source))) = attribution.source else { continue };
            if self.parties.mention(source).kind != Kind::Actor {
                continue;
            }
            let Some(verb) = self.main_verb_in(attribution.content.start, attribution.content.end) else {
                continue;
            };
            let Some((sign, hit)) = self.opinion(verb, is_predicate) else {
                continue;
            };
            let about: Vec<Party> = self
                .subject(verb)
                .into_iter()
                .filter(|party| party.way == Way::Direct && self.parties.mention(party.mention).kind == Kind::Actor)
                .collect();
            let holder = [Party {
                mention: source,
                way: Way::Direct,
            }];
            // Praise is as often polite as meant, so it is left to the cues.
            if sign < 0 {
                self.emit(
                    &holder,
                    &about,
                    Partial {
                        sign,
                        negated: false,
                        hit,
                        verb: Some(verb),
                        code: Some(CRITICIZE),
                        rule: "saying",
                    },
                );
            }
        }
    }

    /// "Russia has broken every promise", in a speech: what the speaker says in words of blame, outside what others say.
    pub(super) fn evaluations(&mut self) {
        let Some(orator) = self.orator else { return };
        let speaker = self.parties.mention(orator).entity;
        let holder = [Party {
            mention: orator,
            way: Way::Direct,
        }];
        for verb in 0..self.parse.verbs.len() {
            if self.is_of_others(verb, speaker) {
                continue;
            }
            if let Some((doers, hit)) = self.hostile_deed(verb, speaker) {
                self.emit(
                    &holder,
                    &doers,
                    Partial {
                        sign: -1,
                        negated: false,
                        hit,
                        verb: Some(verb),
                        code: Some(ACCUSE),
                        rule: "evaluation",
                    },
                );
                continue;
            }
            if !self.parse.verbs[verb].finite {
                continue;
            }
            let about: Vec<Party> = self
                .subject(verb)
                .into_iter()
                .filter(|party| {
                    let mention = self.parties.mention(party.mention);
                    party.way == Way::Direct && mention.kind == Kind::Actor && mention.entity != speaker
                })
                .collect();
            let Some((sign, hit)) = self.opinion(verb, in_clause).filter(|(sign, _)| *sign < 0 && !about.is_empty()) else {
                continue;
            };
            let partial = Partial {
                sign,
                negated: false,
                hit,
                verb: Some(verb),
                code: Some(CRITICIZE),
                rule: "evaluation",
            };
            self.emit(&holder, &about, partial);
        }
    }

    /// Whether somebody else than the speaker says what the verb says.
    fn is_of_others(&self, verb: usize, speaker: u32) -> bool {
        let head = self.parse.words[self.parse.verbs[verb].head].span;
        self.said.iter().any(|row| {
            let source = row
                .source
                .and_then(|(_, mention)| mention)
                .map(|mention| self.parties.mention(mention).entity);
            row.content.contains(head) && source != Some(speaker)
        })
    }

    /// "Russia is destabilizing the region", "was annexed by Russia": to tell of a hostile deed as a fact is to accuse whoever does it.
    fn hostile_deed(&self, verb: usize, speaker: u32) -> Option<(Vec<Party>, Hit)> {
        let group = &self.parse.verbs[verb];
        let hits = self.parse.hits.iter().copied();
        let hit = hits.filter(|hit| hit.first == group.head).find(|hit| {
            let pattern = self.patterns.get(*hit);
            pattern.sign() < 0 && !pattern.ambiguous && !pattern.theme_only && is_deed(&pattern.code)
        })?;
        let turn = self.turn(verb);
        let theme = |draft: &Draft| draft.hit == hit && self.parties.mention(draft.target.mention).kind == Kind::Theme;
        if turn.flips || turn.negated || group.modal.is_some() || self.drafts.iter().any(theme) {
            return None;
        }
        let mut doers = if self.parse.clauses[verb].passive {
            let by = self.after_preposition(group.chunk + 1, &[self.prepositions.by])?;
            self.parties.of_list(by)
        } else {
            self.subject(verb)
        };
        doers.retain(|party| {
            let mention = self.parties.mention(party.mention);
            party.way != Way::Indirect && mention.kind == Kind::Actor && mention.entity != speaker
        });
        (!doers.is_empty()).then_some((doers, hit))
    }

    /// The first finite verb whose subject stands in the content.
    fn main_verb_in(&self, start: u32, end: u32) -> Option<usize> {
        (0..self.parse.verbs.len()).find(|&verb| {
            let head = self.parse.words[self.parse.verbs[verb].head].span;
            let subject = self.parse.clauses[verb]
                .subject
                .map(|chunk| self.parse.words[self.parse.chunks[chunk].first].span);
            let inside = head.start >= start && head.end <= end && subject.is_some_and(|span| span.start >= start && span.end <= end);
            inside && self.parse.verbs[verb].finite && !self.parse.clauses[verb].relative
        })
    }

    /// The sum of the opinion words of the verb and of what follows it as far as `reaches`, and the strongest of them.
    fn opinion(&self, verb: usize, reaches: fn(ChunkKind) -> bool) -> Option<(i8, Hit)> {
        let first = self.parse.verbs[verb].chunk;
        let to_blame = self.parse.verbs[verb].copula
            && self.kind(first + 1) == Some(ChunkKind::Verbs)
            && self.parse.verbs[self.parse.chunks[first + 1].verb].infinitive;
        let after = first + 1 + usize::from(to_blame);
        let last = self.parse.chunks[after..].iter().position(|chunk| !reaches(chunk.kind));
        let end = last.map_or(self.parse.words.len(), |offset| self.parse.chunks[after + offset].first);
        let from = self.parse.chunks[first].first;
        let (sign, hit) = self.opinion_in(from..end)?;
        Some((self.turn(verb).of(sign), hit))
    }
}

/// The verb's object or predicate: what others report of somebody's words is sure of no more.
fn is_predicate(kind: ChunkKind) -> bool {
    matches!(kind, ChunkKind::Nouns | ChunkKind::Adv)
}

/// The whole clause, where the speaker is known.
fn in_clause(kind: ChunkKind) -> bool {
    !matches!(kind, ChunkKind::Sub | ChunkKind::Break | ChunkKind::Rel)
}

/// CAMEO: threaten, exhibit force, undermine, coerce, assault, fight, use of mass violence.
fn is_deed(code: &str) -> bool {
    ["13", "15", "160", "17", "18", "19", "20"]
        .iter()
        .any(|class| code.starts_with(class))
}
