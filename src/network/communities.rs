//! Communities: groups of nodes with more weight inside than chance would put there.

use std::collections::BTreeMap;

use super::Graph;
use crate::random::Random;

/// Passes over the nodes of one level, at most.
const PASSES: usize = 100;

impl Graph {
    /// The community of each node; numbered from 0, the largest first, of equally large ones that with the first node.
    ///
    /// Nodes move to the community that raises modularity most, communities become nodes, and so on until nothing moves.
    /// A community that turns out not to be connected is cut into its connected parts. The seed sets the order in which
    /// nodes move: the same seed gives the same communities.
    ///
    /// Source: Blondel et al. (2008), "Fast unfolding of communities in large networks" (Louvain); the need of the
    /// cut: Traag, Waltman and van Eck (2019), "From Louvain to Leiden".
    pub fn communities(&self, seed: u64) -> Vec<usize> {
        let mut member: Vec<usize> = (0..self.len()).collect();
        let mut level = self.clone();
        let mut random = Random::new(seed, 0);
        while let Some(joined) = level.moved(&mut random) {
            member.iter_mut().for_each(|community| *community = joined[*community]);
            level = level.condensed(&joined);
        }
        by_size(&self.connected_parts(&member))
    }

    /// The weight of a node's edges; a loop counts at both its ends.
    fn strength(&self, node: usize) -> u64 {
        let end = |(next, weight): &(usize, u64)| if *next == node { 2 * weight } else { *weight };
        self.neighbors[node].iter().map(end).sum()
    }

    /// One level: the community of each node, numbered without gaps; `None` where no node gains by moving.
    fn moved(&self, random: &mut Random) -> Option<Vec<usize>> {
        let strength: Vec<u64> = (0..self.len()).map(|node| self.strength(node)).collect();
        let total: u64 = strength.iter().sum();
        let mut community: Vec<usize> = (0..self.len()).collect();
        let mut sum = strength.clone();
        let order = shuffled(self.len(), random);
        let mut any = false;
        for _ in 0..PASSES {
            let mut moves = 0;
            for &node in &order {
                let from = community[node];
                sum[from] -= strength[node];
                let to = self.best_community(node, &community, &sum, &strength, total);
                sum[to] += strength[node];
                community[node] = to;
                moves += usize::from(to != from);
            }
            any |= moves > 0;
            if moves == 0 {
                break;
            }
        }
        any.then(|| without_gaps(&community))
    }

    /// Where `node` gains most: weight to the community less the weight that chance expects; stays where nothing is better.
    fn best_community(&self, node: usize, community: &[usize], sum: &[u64], strength: &[u64], total: u64) -> usize {
        let mut weights: BTreeMap<usize, u64> = BTreeMap::from([(community[node], 0)]);
        for (next, weight) in self.neighbors[node].iter().filter(|(next, _)| *next != node) {
            *weights.entry(community[*next]).or_default() += weight;
        }
        // Whole numbers: weight · total - strength · sum, so that ties are ties on every machine.
        let gain = |to: usize, weight: u64| i128::from(weight) * i128::from(total) - i128::from(strength[node]) * i128::from(sum[to]);
        let mut best = (community[node], gain(community[node], weights[&community[node]]));
        for (to, weight) in weights {
            if gain(to, weight) > best.1 {
                best = (to, gain(to, weight));
            }
        }
        best.0
    }

    /// Each community as a node.
    fn condensed(&self, community: &[usize]) -> Self {
        let mut edges: BTreeMap<(usize, usize), u64> = BTreeMap::new();
        for (node, neighbors) in self.neighbors.iter().enumerate() {
            for (next, weight) in neighbors.iter().filter(|(next, _)| *next >= node) {
                let (a, b) = (community[node], community[*next]);
                *edges.entry((a.min(b), a.max(b))).or_default() += weight;
            }
        }
        let n = community.iter().max().map_or(0, |last| last + 1);
        Self::new(n, edges.into_iter().map(|((a, b), weight)| (a, b, weight)))
    }

    /// Communities cut into parts that hang together.
    fn connected_parts(&self, community: &[usize]) -> Vec<usize> {
        let mut part = vec![usize::MAX; self.len()];
        for start in 0..self.len() {
            let mut open = if part[start] == usize::MAX { vec![start] } else { Vec::new() };
            while let Some(node) = open.pop() {
                part[node] = start;
                let near = self.neighbors[node].iter().map(|(next, _)| *next);
                open.extend(near.filter(|next| part[*next] == usize::MAX && community[*next] == community[start]));
            }
        }
        part
    }
}

fn shuffled(n: usize, random: &mut Random) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    for last in (1..n).rev() {
        let other = usize::try_from(random.below(last as u64 + 1)).unwrap_or(0);
        order.swap(last, other);
    }
    order
}

fn without_gaps(community: &[usize]) -> Vec<usize> {
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    for name in community {
        let next = numbers.len();
        numbers.entry(*name).or_insert(next);
    }
    community.iter().map(|name| numbers[name]).collect()
}

fn by_size(community: &[usize]) -> Vec<usize> {
    let mut size: BTreeMap<usize, usize> = BTreeMap::new();
    community.iter().for_each(|name| *size.entry(*name).or_default() += 1);
    let mut order: Vec<usize> = size.keys().copied().collect();
    // A part's name is its first node.
    order.sort_by_key(|name| (std::cmp::Reverse(size[name]), *name));
    let number: BTreeMap<usize, usize> = order.into_iter().zip(0..).collect();
    community.iter().map(|name| number[name]).collect()
}
