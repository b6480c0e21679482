//! Who a noun group is by the words beside it: "Lavrov, the Russian foreign minister", "the leader of the alliance, X".

use super::{Parties, Party, Way};
use crate::document::Kind;
use crate::lexicon::Class as EntityClass;
use crate::stance::chunks::{ChunkKind, is_agent};
use crate::stance::words::Tag;

impl Parties<'_> {
    /// "Lavrov, the Russian foreign minister,": for a name that is no mention.
    pub(super) fn apposition(&self, chunk: usize) -> Vec<Party> {
        let chunks = &self.parse.chunks;
        let head = &self.words()[chunks[chunk].head];
        let (Some(comma), Some(nouns)) = (chunks.get(chunk + 1), chunks.get(chunk + 2)) else {
            return Vec::new();
        };
        let beside = comma.kind == ChunkKind::Comma && nouns.kind == ChunkKind::Nouns && is_agent(&self.words()[nouns.head]);
        if head.tag != Tag::Name || head.mention.is_some() || !beside {
            return Vec::new();
        }
        let inside = self.inside(chunk + 2);
        if inside.is_empty() {
            self.through(chunk + 2, &self.links.of, Way::Direct)
        } else {
            inside
        }
    }

    /// "the leader of the alliance, X": the name in apposition is who is meant.
    pub(super) fn named_after(&self, chunk: usize) -> Option<Party> {
        let chunks = &self.parse.chunks;
        let words = self.words();
        let head = &words[chunks[chunk].head];
        let opener = words[chunks[chunk].first].tag;
        let owned = opener == Tag::Poss || words[chunks[chunk].first].possessive;
        let fits = opener == Tag::Det && (is_agent(head) || head.tag == Tag::Noun && !head.lexeme.plural && self.is_set_off(chunk))
            || owned && head.tag == Tag::Noun;
        if !fits || head.mention.is_some() {
            return None;
        }
        let comma = (chunk + 1..chunk + 4).find(|&at| chunks.get(at).is_some_and(|chunk| chunk.kind == ChunkKind::Comma))?;
        let phrase = comma == chunk + 1 || comma == chunk + 3 && chunks[chunk + 1].kind == ChunkKind::Prep;
        let name = chunks
            .get(comma + 1)
            .filter(|chunk| phrase && chunk.kind == ChunkKind::Nouns && chunk.first == chunk.head)?;
        let list = chunks.get(comma + 2).is_some_and(|chunk| matches!(chunk.kind, ChunkKind::Coord))
            || comma + 2 < chunks.len() && !self.fellows_right(chunk).is_empty();
        let mention = words[name.head].mention.filter(|_| !list)?;
        Some(Party { mention, way: Way::Direct })
    }

    /// "a writer, X, accused": a name between two commas, or a comma and the end, that can be what the noun describes.
    pub(super) fn is_set_off(&self, chunk: usize) -> bool {
        let chunks = &self.parse.chunks;
        let kind = |at: usize| chunks.get(at).map(|chunk| chunk.kind);
        let person = chunks
            .get(chunk + 2)
            .and_then(|name| self.words()[name.head].mention)
            .is_some_and(|mention| {
                matches!(self.mention(mention).class, None | Some(EntityClass::Person)) && self.mention(mention).kind == Kind::Actor
            });
        let verb = kind(chunk + 4) == Some(ChunkKind::Verbs);
        kind(chunk + 1) == Some(ChunkKind::Comma) && person && kind(chunk + 3) == Some(ChunkKind::Comma) && verb
    }
}
