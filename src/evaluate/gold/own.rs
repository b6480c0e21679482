//! Our format: blocks with their kind, mentions and stances by block.

use serde::Deserialize;

use super::{GoldDocument, GoldMention, GoldStance};
use crate::document::{BlockKind, GivenBlock, Kind};

#[derive(Deserialize)]
struct File {
    id: String,
    file: Option<String>,
    blocks: Vec<Block>,
    mentions: Vec<Mention>,
    #[serde(default)]
    stances: Vec<Stance>,
    #[serde(flatten)]
    metadata: serde_json::Map<String, serde_json::Value>,
}

#[derive(Deserialize)]
struct Block {
    kind: BlockKind,
    text: String,
    page: Option<u32>,
}

#[derive(Deserialize)]
struct Mention {
    block: usize,
    start: u32,
    end: u32,
    kind: Kind,
    name: String,
    class: Option<String>,
}

#[derive(Deserialize)]
struct Stance {
    block: usize,
    holder: String,
    target: String,
    polarity: i8,
    sentence: String,
}

/// Blocks become lines.
pub fn read(json: &str) -> serde_json::Result<GoldDocument> {
    let file: File = serde_json::from_str(json)?;
    let mut starts = Vec::with_capacity(file.blocks.len());
    let (mut text, mut length, mut blocks) = (String::new(), 0, Vec::new());
    for block in &file.blocks {
        starts.push(length);
        blocks.push(GivenBlock {
            kind: block.kind,
            start: length,
            end: length + points(&block.text),
            page: block.page,
            level: 0,
        });
        text.push_str(&block.text);
        text.push('\n');
        length += points(&block.text) + 1;
    }
    let counted = |block: usize| file.blocks.get(block).is_some_and(|block| block.kind.is_text());
    let mentions = file.mentions.iter().filter(|mention| counted(mention.block)).map(|it| GoldMention {
        start: starts[it.block] + it.start,
        end: starts[it.block] + it.end,
        kind: it.kind,
        class: it.class.clone(),
        entity: String::new(),
        name: it.name.clone(),
    });
    let stances = file.stances.iter().filter_map(|it| {
        let block = file.blocks.get(it.block)?;
        let start = starts[it.block] + points(&block.text[..block.text.find(&it.sentence)?]);
        Some(GoldStance {
            start,
            end: start + points(&it.sentence),
            holder: it.holder.clone(),
            target: it.target.clone(),
            polarity: it.polarity,
        })
    });
    Ok(GoldDocument {
        mentions: mentions.collect(),
        stances: Some(stances.collect()),
        id: file.id,
        file: file.file,
        metadata: file.metadata,
        blocks,
        all_zones: false,
        text,
    })
}

fn points(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}
