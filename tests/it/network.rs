//! Networks: communities and betweenness of graphs whose figures are known.

use briefscope::network::Graph;

/// Two cliques of four nodes, joined by one edge.
fn barbell() -> Graph {
    let clique = |from: usize| (from..from + 4).flat_map(move |a| (a + 1..from + 4).map(move |b| (a, b, 1)));
    Graph::new(8, clique(0).chain(clique(4)).chain([(3, 4, 1)]))
}

#[test]
fn cliques_are_communities_with_any_seed() {
    for seed in 0..20 {
        assert_eq!(barbell().communities(seed), [0, 0, 0, 0, 1, 1, 1, 1], "seed {seed}");
    }
}

#[test]
fn nodes_without_an_edge_are_alone() {
    assert_eq!(Graph::new(4, [(1, 3, 2)]).communities(1), [1, 0, 2, 0]);
    assert_eq!(Graph::new(0, []).communities(1), Vec::<usize>::new());
}

/// networkx 3.6: `betweenness_centrality(barbell_graph(4, 0))`.
#[test]
fn betweenness_as_networkx_has_it() {
    let betweenness = barbell().betweenness().expect("a small graph");
    for (node, wanted) in [(0, 0.0), (3, 0.571_428_6), (4, 0.571_428_6)] {
        assert!((betweenness[node] - wanted).abs() < 1e-6, "{node}: {betweenness:?}");
    }
}
