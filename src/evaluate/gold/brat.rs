//! brat's stand-off annotation: `T` lines are mentions, `N` lines their entities.

use std::collections::BTreeMap;

use super::{GoldDocument, GoldMention, labels};

pub fn read(id: String, text: String, annotation: &str) -> GoldDocument {
    let mut mentions: BTreeMap<&str, GoldMention> = BTreeMap::new();
    for line in annotation.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        match (line.chars().next(), cells.as_slice()) {
            (Some('T'), [key, place, ..]) => mentions.extend(mention(place).map(|mention| (*key, mention))),
            (Some('N'), [_, reference, ..]) => name(reference, cells.last().copied(), &mut mentions),
            _ => {}
        }
    }
    GoldDocument {
        id,
        file: None,
        text,
        metadata: serde_json::Map::new(),
        mentions: mentions.into_values().collect(),
        stances: None,
    }
}

/// `Label start end`; of a discontinuous one (`start end;start end`) the hull.
fn mention(place: &str) -> Option<GoldMention> {
    let (label, offsets) = place.split_once(' ')?;
    let (kind, class) = labels::of(label)?;
    let mut numbers = offsets.split([' ', ';']).filter_map(|number| number.parse().ok());
    let start = numbers.next()?;
    let end = numbers.next_back()?;
    let (entity, name) = Default::default();
    Some(GoldMention {
        start,
        end,
        kind,
        class,
        entity,
        name,
    })
}

/// `Reference T1 source:id` and the name, as this program writes them.
fn name(reference: &str, name: Option<&str>, mentions: &mut BTreeMap<&str, GoldMention>) {
    let mut words = reference.split(' ').skip(1);
    if let (Some(key), Some(code)) = (words.next(), words.next())
        && let Some(mention) = mentions.get_mut(key)
    {
        code.split_once(':').map_or(code, |(_, id)| id).clone_into(&mut mention.entity);
        name.unwrap_or_default().clone_into(&mut mention.name);
    }
}
