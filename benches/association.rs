//! Association and networks: pairs a second, by null model; communities and betweenness of a random graph.

use std::hint::black_box;

use briefscope::cooccurrence::{BipartiteModel, Contingency, LogFactorials};
use briefscope::network::Graph;
use briefscope::random::Random;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

const UNITS: u32 = 10_000;

/// Possible counts of pairs in `UNITS` units, rare ones more often than frequent ones.
fn tables() -> Vec<Contingency> {
    let mut random = Random::new(1, 0);
    let mut table = || {
        let x = 1 + random.below(200).pow(2) / 100;
        let y = 1 + random.below(200).pow(2) / 100;
        let both = random.below(x.min(y) + 1) / 4;
        Contingency::new(u64::from(UNITS), x, y, both).expect("margins are small")
    };
    (0..1_000).map(|_| table()).collect()
}

fn association(criterion: &mut Criterion) {
    let tables = tables();
    let factorials = LogFactorials::up_to(UNITS);
    let margins = tables.iter().map(|table| table.x());
    let model = BipartiteModel::fit(margins, [(1, 6_000), (2, 2_000), (3, 1_000), (5, 300), (9, 50), (20, 5)]);
    let mut group = criterion.benchmark_group("association");
    group.throughput(Throughput::Elements(tables.len() as u64));
    group.bench_function("g2", |b| b.iter(|| tables.iter().map(|table| black_box(table).g2()).sum::<f64>()));
    group.bench_function("hypergeometric", |b| {
        b.iter(|| tables.iter().map(|table| table.p_more_than_chance(&factorials)).sum::<f64>());
    });
    group.bench_function("fisher two-sided", |b| {
        b.iter(|| tables.iter().map(|table| table.fisher_p(&factorials)).sum::<f64>());
    });
    group.bench_function("bipartite", |b| {
        let p = |table: &Contingency| model.p_more_than_chance(table.x(), table.y(), table.both(), &factorials);
        b.iter(|| tables.iter().map(p).sum::<f64>());
    });
    group.finish();
}

fn networks(criterion: &mut Criterion) {
    let mut random = Random::new(2, 0);
    let mut end = || usize::try_from(random.below(500)).unwrap_or(0);
    let edges: std::collections::BTreeSet<(usize, usize)> = (0..5_000).map(|_| (end(), end())).filter(|(a, b)| a < b).collect();
    let graph = Graph::new(500, edges.into_iter().map(|(a, b)| (a, b, 1)));
    let mut group = criterion.benchmark_group("network");
    group.bench_function("communities", |b| b.iter(|| black_box(&graph).communities(1)));
    group.bench_function("betweenness", |b| b.iter(|| black_box(&graph).betweenness()));
    group.finish();
}

criterion_group!(benches, association, networks);
criterion_main!(benches);
