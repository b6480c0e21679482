//! The network of each group.

use std::collections::BTreeMap;

use super::extract::Names;
use super::groups::{Group, Groups};
use crate::cooccurrence::Contingency;
use crate::network::Network;
use crate::result::{NodeRow, Unit};
use crate::stance::positions::Standing;

/// An entity of fewer sentences makes no edge.
const LEAST_SENTENCES: u64 = 2;

/// The nodes of every group's network: pairs within sentences, and positions by the author's word.
pub fn rows(groups: &Groups, names: &Names) -> Vec<NodeRow> {
    groups.0.iter().flat_map(|group| of_group(group, names)).collect()
}

fn of_group(group: &Group, names: &Names) -> Vec<NodeRow> {
    let mut margins: BTreeMap<u32, u64> = BTreeMap::new();
    let mut pairs: BTreeMap<(u32, u32), u64> = BTreeMap::new();
    for said in &group.said {
        let mut distinct = said.mentions.to_vec();
        distinct.dedup();
        for (index, a) in distinct.iter().enumerate() {
            *margins.entry(*a).or_default() += 1;
            distinct[index + 1..].iter().for_each(|b| *pairs.entry((*a, *b)).or_default() += 1);
        }
    }
    let beyond_chance = |(a, b): (u32, u32), both: u64| {
        let counts = Contingency::new(group.sentences, margins[&a], margins[&b], both).ok();
        let supported = margins[&a].min(margins[&b]) >= LEAST_SENTENCES;
        supported && counts.is_some_and(Contingency::beyond_chance)
    };
    let edges = pairs.iter().filter(|(pair, both)| beyond_chance(**pair, **both));
    let own = group.positions.iter().filter(|(position, _)| position.source.is_none());
    let position =
        |(position, standing): (&super::extract::Position, &Standing)| (names.id(position.holder), names.id(position.target), *standing);
    let network = Network {
        edges: edges.map(|((a, b), both)| (names.id(*a), names.id(*b), *both)).collect(),
        positions: own.map(position).collect(),
    };
    network.rows(&group.name, Unit::Sentence)
}
