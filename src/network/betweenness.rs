//! Who lies on the shortest paths between others.

use std::collections::VecDeque;

use super::Graph;

/// Nodes times edges above which betweenness would take minutes.
const TOO_LARGE: usize = 1_000_000_000;

impl Graph {
    /// The share of the shortest paths between two others that lead through each node, edges all of length 1.
    ///
    /// From 0 to 1; `None` for graphs too large.
    ///
    /// Source: Brandes (2001), "A Faster Algorithm for Betweenness Centrality".
    pub fn betweenness(&self) -> Option<Vec<f64>> {
        let ends: usize = self.neighbors.iter().map(Vec::len).sum();
        if self.len().saturating_mul(ends) > TOO_LARGE {
            return None;
        }
        let mut sums = vec![0.0; self.len()];
        for source in 0..self.len() {
            self.add_paths_from(source, &mut sums);
        }
        // Every path was met from both its ends.
        let n = f64::from(u32::try_from(self.len()).unwrap_or(u32::MAX));
        let paths = ((n - 1.0) * (n - 2.0)).max(1.0);
        Some(sums.into_iter().map(|sum| sum / paths).collect())
    }

    fn add_paths_from(&self, source: usize, sums: &mut [f64]) {
        let n = self.len();
        let (mut distance, mut paths, mut dependency) = (vec![usize::MAX; n], vec![0.0; n], vec![0.0; n]);
        let mut order = Vec::with_capacity(n);
        let mut queue = VecDeque::from([source]);
        distance[source] = 0;
        paths[source] = 1.0;
        while let Some(node) = queue.pop_front() {
            order.push(node);
            for &(next, _) in &self.neighbors[node] {
                if distance[next] == usize::MAX {
                    distance[next] = distance[node] + 1;
                    queue.push_back(next);
                }
                if distance[next] == distance[node] + 1 {
                    paths[next] += paths[node];
                }
            }
        }
        for &node in order.iter().skip(1).rev() {
            for &(before, _) in &self.neighbors[node] {
                if distance[before] + 1 == distance[node] {
                    dependency[before] += paths[before] / paths[node] * (1.0 + dependency[node]);
                }
            }
            sums[node] += dependency[node];
        }
    }
}
