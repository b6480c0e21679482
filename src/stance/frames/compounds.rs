//! "Iran-backed Hezbollah", "the Taliban-friendly Haqqani network".

use super::{Frames, Partial};
use crate::stance::chunks::ChunkKind;
use crate::stance::cues::Hit;
use crate::stance::parties::{Party, Way};

impl Frames<'_> {
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
