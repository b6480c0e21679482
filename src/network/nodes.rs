//! A network of named entities, and the rows of its nodes.

use std::collections::{BTreeMap, BTreeSet};

use super::Graph;
use crate::result::{Figure, NodeRow, Unit};
use crate::stance::positions::Standing;

/// Seed of the communities in results.
pub const SEED: u64 = 1;

/// Pairs and positions of one collection, group or period.
#[derive(Debug, Clone, Default)]
pub struct Network<'a> {
    /// Two entities and the units they share; pairs that chance explains are no edges, leave them out.
    pub edges: Vec<(&'a str, &'a str, u64)>,
    /// Holder, target, and all stances between them.
    pub positions: Vec<(&'a str, &'a str, Standing)>,
}

impl Network<'_> {
    /// A row an entity, by id.
    pub fn rows(&self, network: &str, unit: Unit) -> Vec<NodeRow> {
        let ends = self.edges.iter().flat_map(|(a, b, _)| [*a, *b]);
        let parties = self.positions.iter().flat_map(|(holder, target, _)| [*holder, *target]);
        let names: BTreeSet<&str> = ends.chain(parties).collect();
        let number: BTreeMap<&str, usize> = names.iter().copied().zip(0..).collect();
        let graph = Graph::new(number.len(), self.edges.iter().map(|(a, b, n)| (number[a], number[b], *n)));
        let communities = graph.communities(SEED);
        let betweenness = graph.betweenness();
        let mut rows: Vec<NodeRow> = names
            .iter()
            .enumerate()
            .map(|(node, entity)| NodeRow {
                network: network.to_owned(),
                unit,
                entity: (*entity).to_owned(),
                degree: small(graph.neighbors(node).len()),
                weighted_degree: graph.neighbors(node).iter().map(|(_, n)| n).sum(),
                betweenness: Figure(betweenness.as_ref().map_or(f64::NAN, |all| all[node])),
                community: small(communities[node]),
                positive_in: 0,
                negative_in: 0,
                positive_out: 0,
                negative_out: 0,
            })
            .collect();
        for (holder, target, standing) in &self.positions {
            let favourable = u32::from(standing.positive > standing.negative);
            let hostile = u32::from(standing.positive < standing.negative);
            rows[number[holder]].positive_out += favourable;
            rows[number[holder]].negative_out += hostile;
            rows[number[target]].positive_in += favourable;
            rows[number[target]].negative_in += hostile;
        }
        rows
    }
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
