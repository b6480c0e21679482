//! Networks of entities: who stands with whom, in which community, on the way between which others.

mod betweenness;
mod communities;
mod nodes;

pub use nodes::{Network, SEED};

/// An undirected graph with weighted edges; nodes are numbers from 0.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    /// Neighbors of each node and the weight of the edge, by number; a loop stands once.
    neighbors: Vec<Vec<(usize, u64)>>,
}

impl Graph {
    /// `n` nodes and the edges between them, each given once.
    pub fn new(n: usize, edges: impl IntoIterator<Item = (usize, usize, u64)>) -> Self {
        let mut neighbors = vec![Vec::new(); n];
        for (a, b, weight) in edges {
            neighbors[a].push((b, weight));
            if a != b {
                neighbors[b].push((a, weight));
            }
        }
        neighbors.iter_mut().for_each(|list| list.sort_unstable());
        Self { neighbors }
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.neighbors.len()
    }

    /// Whether there is no node.
    pub fn is_empty(&self) -> bool {
        self.neighbors.is_empty()
    }

    /// Neighbors of a node, with the weights of the edges.
    pub fn neighbors(&self, node: usize) -> &[(usize, u64)] {
        &self.neighbors[node]
    }
}
