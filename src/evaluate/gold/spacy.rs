//! spaCy's JSON Lines: `entities` and the groups of `spans` as `[start, end, label]`, with `links` to ids and
//! `names` where given.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{GoldDocument, GoldMention, labels};
use crate::document::{GivenBlock, Kind};

#[derive(Deserialize)]
struct Line {
    id: Option<serde_json::Value>,
    text: String,
    #[serde(default, alias = "label")]
    entities: Vec<Labelled>,
    #[serde(default)]
    spans: BTreeMap<String, Vec<Labelled>>,
    #[serde(default)]
    links: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    names: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    blocks: Vec<GivenBlock>,
    #[serde(default)]
    meta: serde_json::Map<String, serde_json::Value>,
}

type Labelled = (u32, u32, String);

pub fn read(lines: &str) -> serde_json::Result<Vec<GoldDocument>> {
    let lines = lines.lines().filter(|line| !line.trim().is_empty());
    (1..)
        .zip(lines)
        .map(|(number, line)| Ok(document(serde_json::from_str(line)?, number)))
        .collect()
}

fn document(line: Line, number: u32) -> GoldDocument {
    let groups = [("entities", &line.entities)]
        .into_iter()
        .chain(line.spans.iter().map(|(name, group)| (name.as_str(), group)));
    let mentions = groups.flat_map(|(name, group)| {
        let of = |values: &BTreeMap<String, Vec<String>>, at| values.get(name).and_then(|values| values.get(at)).cloned();
        let known = |at| (of(&line.links, at).unwrap_or_default(), of(&line.names, at).unwrap_or_default());
        let mentions = group.iter().enumerate();
        mentions
            .filter_map(|(at, labelled)| mention(labelled, name, known(at)))
            .collect::<Vec<_>>()
    });
    let id = match &line.id {
        Some(serde_json::Value::String(id)) => id.clone(),
        Some(other) => other.to_string(),
        None => number.to_string(),
    };
    GoldDocument {
        mentions: mentions.collect(),
        id,
        file: None,
        metadata: line.meta,
        blocks: line.blocks,
        all_zones: true,
        text: line.text,
        stances: None,
    }
}

/// Labels of the group `themes` are names of themes.
fn mention((start, end, label): &Labelled, group: &str, (entity, name): (String, String)) -> Option<GoldMention> {
    let (kind, class) = if group == "themes" {
        (Kind::Theme, None)
    } else {
        labels::of(label)?
    };
    Some(GoldMention {
        start: *start,
        end: *end,
        kind,
        class,
        entity,
        name: if name.is_empty() && kind == Kind::Theme {
            label.to_lowercase()
        } else {
            name
        },
    })
}
