//! A document's result as co-occurrence sees it: the same counts without the text.

use crate::cooccurrence::{Scene, SceneBlock, SceneMention, TokenRange};
use crate::document::BlockKind;
use crate::result::DocumentResult;

/// Blocks, sentences and mentions of `document` by number; entities are numbered in the order of their rows.
pub fn scene(document: &DocumentResult, counts: impl Fn(BlockKind) -> bool) -> Scene {
    let blocks = document.blocks.iter().map(|block| SceneBlock {
        kind: block.kind,
        section: block.section,
        counted: counts(block.kind),
    });
    let mentions = (0..).zip(&document.entities).flat_map(|(entity, row)| {
        let mentions = row.mentions.iter().map(|id| &document.mentions[*id as usize]);
        mentions.map(move |mention| SceneMention {
            entity,
            sentence: mention.sentence,
            block: mention.block,
            tokens: TokenRange {
                start: mention.token.unwrap_or_default(),
                end: mention.token_end.unwrap_or_default(),
            },
        })
    });
    Scene {
        blocks: blocks.collect(),
        sentences: document.sentences.iter().map(|sentence| sentence.block).collect(),
        sections: u32::try_from(document.sections.len()).unwrap_or(u32::MAX),
        mentions: mentions.collect(),
    }
}
