//! "Iran-backed Hezbollah", "the Taliban-friendly Haqqani network".

use super::{Frames, Partial};
use crate::stance::chunks::ChunkKind;
use crate::stance::cues::Hit;
use crate::stance::parties::{Party, Way};

impl Frames<'_> {
    /// Whether the cue is glued to a name after it: anti-Taliban.
    pub(super) fn is_prefix(&self, hit: Hit) -> bool {
        self.parse
            .words
            .get(hit.last + 1)
            .is_some_and(|next| next.glued && next.mention.is_some())
    }

    /// "the anti-Taliban front", "showed an anti-Taliban stand".
    pub(super) fn prefixed(&mut self, hit: Hit) {
        let words = &self.parse.words;
        let Some(name) = words[hit.last + 1].mention else { return };
        let Some(chunk) = self
            .parse
            .chunk_of(hit.last + 1)
            .filter(|&chunk| self.kind(chunk) == Some(ChunkKind::Nouns))
        else {
            return;
        };
        let target = [Party {
            mention: name,
            way: Way::Direct,
        }];
        let head = self.parse.chunks[chunk].head;
        let named = words[head]
            .mention
            .filter(|&mention| mention != name)
            .map(|mention| Party { mention, way: Way::Direct });
        let mut holders: Vec<Party> = named.into_iter().collect();
        if holders.is_empty() {
            let owner = (self.parse.chunks[chunk].first..hit.first)
                .rev()
                .find(|&at| words[at].mention.is_some());
            holders = owner
                .and_then(|at| words[at].mention)
                .map(|mention| Party { mention, way: Way::Direct })
                .into_iter()
                .collect();
        }
        let agent = crate::stance::chunks::is_agent(&words[head]);
        let verb = self.parse.verb_of_object(chunk).filter(|_| !agent);
        if let (true, Some(verb)) = (holders.is_empty(), verb) {
            holders = self.subject(verb);
        }
        if holders.is_empty() && agent {
            holders = self.described_as(chunk);
        }
        let sign = self.patterns.get(hit).sign();
        self.emit(
            &holders,
            &target,
            Partial {
                sign,
                negated: false,
                hit,
                verb,
                code: None,
                rule: "prefix",
            },
        );
    }

    /// "Fico, a pro-Russian leader,", "he is a pro-Russian leader": whom the noun group describes.
    fn described_as(&self, chunk: usize) -> Vec<Party> {
        let comma = chunk.checked_sub(1).filter(|&at| self.kind(at) == Some(ChunkKind::Comma));
        if let Some(nouns) = comma
            .and_then(|at| at.checked_sub(1))
            .filter(|&at| self.kind(at) == Some(ChunkKind::Nouns))
        {
            return self.parties.of(nouns);
        }
        let copula = self.parse.verb_of_object(chunk).filter(|&verb| self.parse.verbs[verb].copula);
        copula.map_or_else(Vec::new, |verb| self.subject(verb))
    }

    /// A name joined by a hyphen to a participle or adjective.
    pub(super) fn compound(&mut self, hit: Hit) {
        let words = &self.parse.words;
        let Some(name) = hit.first.checked_sub(1).and_then(|before| words[before].mention) else {
            return;
        };
        let Some(chunk) = self
            .parse
            .chunk_of(hit.first)
            .filter(|&chunk| self.kind(chunk) == Some(ChunkKind::Nouns))
        else {
            return;
        };
        let pattern = self.patterns.get(hit);
        let named = [Party {
            mention: name,
            way: Way::Direct,
        }];
        let mut others = self.parties.of(chunk);
        others.retain(|party| party.mention != name && party.way == Way::Direct);
        let draft = Partial {
            sign: pattern.sign(),
            negated: false,
            hit,
            verb: None,
            code: None,
            rule: "compound",
        };
        if pattern.mutual {
            self.emit_mutual(&named, &others, draft);
        } else if pattern.experiencer {
            self.emit(&others, &named, draft);
        } else {
            self.emit(&named, &others, draft);
        }
    }
}
