//! "sanctioned Russia for cyber attacks": the threat that a hostile deed is about; "lifted its sanctions": the threat that is ended.

use super::{Draft, Frames, Partial};
use crate::document::Kind;
use crate::lexicon::{CueKind, PartOfSpeech};
use crate::stance::chunks::ChunkKind;
use crate::stance::cues::Hit;
use crate::stance::parties::{Party, Way};

/// CAMEO: threaten, protest, exhibit force, reduce relations, coerce, assault, fight.
const DEEDS: &[&str] = &["13", "14", "15", "16", "17", "18", "19"];

/// CAMEO: hinder, the lexicon's class of what is done against threats.
const HINDER: &str = "144";

impl Frames<'_> {
    /// Threats that are the ground of what was found: whoever strikes somebody for them is against them too.
    pub(super) fn grounds(&mut self) {
        for index in 0..self.drafts.len() {
            let draft = self.drafts[index];
            let Some(verb) = draft
                .verb
                .filter(|_| draft.sign < 0 && self.parties.mention(draft.target.mention).kind != Kind::Theme)
            else {
                continue;
            };
            let code = draft.code(self.patterns);
            if DEEDS.iter().any(|class| code.starts_with(class)) {
                for threat in self.threats_behind(self.parse.verbs[verb].chunk + 1) {
                    self.add_ground(draft, threat);
                }
            }
        }
    }

    fn add_ground(&mut self, draft: Draft, threat: Party) {
        let entity = |mention: u32| self.parties.mention(mention).entity;
        let ends = (entity(draft.holder.mention), entity(threat.mention));
        let known = |it: &Draft| (entity(it.holder.mention), entity(it.target.mention)) == ends;
        if self.drafts.iter().any(known) {
            return;
        }
        let partial = Partial {
            sign: -1,
            negated: false,
            hit: draft.hit,
            verb: draft.verb,
            code: draft.code,
            rule: "ground",
        };
        self.emit(&[draft.holder], &[threat], partial);
    }

    /// The threats after "for", "over" or "in response to", up to the end of the clause.
    fn threats_behind(&self, from: usize) -> Vec<Party> {
        let chunks = &self.parse.chunks;
        for at in from..chunks.len() {
            match chunks[at].kind {
                ChunkKind::Prep if self.kind(at + 1) == Some(ChunkKind::Nouns) => {
                    let leads = self.parties.links.grounds.contains(&self.form(at));
                    let response = at > 0 && self.kind(at - 1) == Some(ChunkKind::Nouns) && self.answers(at - 1);
                    let mut threats = if leads || response {
                        self.parties.of_list(at + 1)
                    } else {
                        Vec::new()
                    };
                    threats.retain(|party| self.parties.mention(party.mention).kind == Kind::Theme);
                    if !threats.is_empty() {
                        return threats;
                    }
                }
                ChunkKind::Nouns | ChunkKind::Prep | ChunkKind::Adv | ChunkKind::Coord if !chunks[at].opens_clause => {}
                _ => break,
            }
        }
        Vec::new()
    }

    /// "in response", "in retaliation".
    fn answers(&self, chunk: usize) -> bool {
        self.parties.links.answers.contains(&self.form(chunk))
    }

    /// "lifted most of its sanctions", "dissolved the breakaway bodies": a verb of ending whose object is a threat.
    pub(super) fn ending(&mut self, hit: Hit) {
        let pattern = self.patterns.get(hit);
        let of_verb = pattern.kind == CueKind::Shifter && pattern.pos == PartOfSpeech::Verb && pattern.object;
        let Some(verb) = of_verb.then(|| self.parse.verb_at(hit.first)).flatten() else {
            return;
        };
        let read = |other: &Hit| other.first == hit.first && self.patterns.get(*other).is_stance();
        if self.parse.clauses[verb].passive || self.parse.hits.iter().any(read) {
            return;
        }
        let Some(object) = self.parse.clauses[verb].object else { return };
        let Some(mention) = self.parse.words[self.parse.chunks[object].head].theme else {
            return;
        };
        let turn = self.turn(verb);
        let partial = Partial {
            sign: turn.of(-1),
            negated: turn.negated,
            hit,
            verb: Some(verb),
            code: Some(HINDER),
            rule: "ending",
        };
        let holders = self.subject(verb);
        self.emit(&holders, &[Party { mention, way: Way::Direct }], partial);
    }
}
