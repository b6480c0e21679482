//! What each group speaks of, and who is named only there.

use std::collections::BTreeMap;

use super::extract::Names;
use super::groups::{Group, Groups};
use super::keyness::{per_1000, rate_interval};
use crate::result::{Figure, OnlyInRow, ProfileRow};

/// The rates of every entity in every group.
pub fn rows(groups: &Groups, names: &Names) -> Vec<ProfileRow> {
    groups.0.iter().flat_map(|group| profile(group, names)).collect()
}

fn profile<'a>(group: &'a Group, names: &'a Names) -> impl Iterator<Item = ProfileRow> + 'a {
    group.entities.iter().map(|(entity, (count, documents))| {
        let (low, high) = rate_interval(*count, group.tokens);
        ProfileRow {
            group: group.name.clone(),
            entity: names.id(*entity).to_owned(),
            name: names.name(*entity).to_owned(),
            kind: names.kind(*entity),
            count: *count,
            documents: *documents,
            per_1000_tokens: Figure(per_1000(*count, group.tokens)),
            low: Figure(low),
            high: Figure(high),
        }
    })
}

/// The entities that one group alone mentions.
pub fn only_in(groups: &Groups, names: &Names) -> Vec<OnlyInRow> {
    if groups.0.len() < 2 {
        return Vec::new();
    }
    let mut homes: BTreeMap<u32, u32> = BTreeMap::new();
    for entity in groups.0.iter().flat_map(|group| group.entities.keys()) {
        *homes.entry(*entity).or_default() += 1;
    }
    let own = |group: &'_ Group| {
        let alone = group.entities.iter().filter(|(entity, _)| homes[entity] == 1);
        let row = |(entity, (count, documents)): (&u32, &(u64, u32))| OnlyInRow {
            group: group.name.clone(),
            entity: names.id(*entity).to_owned(),
            name: names.name(*entity).to_owned(),
            kind: names.kind(*entity),
            count: *count,
            documents: *documents,
        };
        alone.map(row).collect::<Vec<_>>()
    };
    groups.0.iter().flat_map(own).collect()
}
