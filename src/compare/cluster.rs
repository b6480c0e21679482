//! Average linkage: the two nearest clusters are joined until one is left.

/// Joins and an order of the items.
pub struct Linkage {
    /// Cluster, cluster, their average distance, size of the new cluster; nearest first. Items are numbered first, then joins.
    pub merges: Vec<(u32, u32, f64, u32)>,
    /// The items so that what was joined stands together.
    pub order: Vec<usize>,
}

/// Joins `n` items by the average distance of their members.
///
/// Source: Sokal and Michener (1958) (UPGMA); the nearest-neighbor chain of Murtagh (1983), which takes n² steps.
pub fn average_linkage(n: usize, distance: impl Fn(usize, usize) -> f64) -> Linkage {
    let mut table: Vec<Vec<f64>> = (0..n).map(|a| (0..a).map(|b| distance(b, a)).collect()).collect();
    let at = |table: &Vec<Vec<f64>>, a: usize, b: usize| table[a.max(b)][a.min(b)];
    let mut size = vec![1_u32; n];
    let mut joins: Vec<(usize, usize, f64)> = Vec::new();
    let mut chain: Vec<usize> = Vec::new();
    while joins.len() + 1 < n {
        let a = *chain.last().unwrap_or(&size.iter().position(|size| *size > 0).unwrap_or(0));
        if chain.is_empty() {
            chain.push(a);
        }
        let before = chain.len().checked_sub(2).map(|index| chain[index]);
        let others = (0..n).filter(|b| *b != a && size[*b] > 0);
        // Of equally near ones the one before in the chain, so that it ends; then the first.
        let nearest = others.min_by(|x, y| {
            let key = |b: usize| (at(&table, a, b), Some(b) != before);
            key(*x).0.total_cmp(&key(*y).0).then(key(*x).1.cmp(&key(*y).1))
        });
        let Some(b) = nearest else { break };
        if Some(b) != before {
            chain.push(b);
            continue;
        }
        chain.truncate(chain.len() - 2);
        joins.push((a.min(b), a.max(b), at(&table, a, b)));
        join(&mut table, &mut size, a.min(b), a.max(b));
    }
    number(n, joins)
}

/// Lets `kept` stand for both clusters.
fn join(table: &mut [Vec<f64>], size: &mut [u32], kept: usize, gone: usize) {
    let (a, b) = (f64::from(size[kept]), f64::from(size[gone]));
    for other in (0..size.len()).filter(|other| *other != kept && *other != gone && size[*other] > 0) {
        let to_gone = table[gone.max(other)][gone.min(other)];
        let slot = &mut table[kept.max(other)][kept.min(other)];
        *slot = (a * *slot + b * to_gone) / (a + b);
    }
    size[kept] += size[gone];
    size[gone] = 0;
}

/// Sorts the joins by distance and numbers the clusters.
fn number(n: usize, mut joins: Vec<(usize, usize, f64)>) -> Linkage {
    joins.sort_by(|x, y| x.2.total_cmp(&y.2));
    let mut cluster: Vec<usize> = (0..n).collect();
    let mut members: Vec<Vec<usize>> = (0..n).map(|item| vec![item]).collect();
    let mut merges = Vec::new();
    for (a, b, distance) in joins {
        let (a, b) = (cluster[a], cluster[b]);
        let joined: Vec<usize> = [a, b].iter().flat_map(|at| std::mem::take(&mut members[*at])).collect();
        joined.iter().for_each(|item| cluster[*item] = members.len());
        merges.push((small(a.min(b)), small(a.max(b)), distance, small(joined.len())));
        members.push(joined);
    }
    Linkage {
        merges,
        order: members.pop().unwrap_or_default(),
    }
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
