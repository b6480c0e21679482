//! How far the groups are apart, by whom and what they speak of.

use rayon::prelude::*;

use super::Options;
use super::cluster::{Linkage, average_linkage};
use super::extract::{Names, Said};
use super::groups::{Group, Groups};
use super::vectors::{Vector, distance, vector};
use crate::cooccurrence::Z_95;
use crate::random::Random;
use crate::result::{Basis, ClusterRow, DistanceRow, Figure, Measure, MergeRow};

const BASES: [Basis; 4] = [Basis::Entities, Basis::Themes, Basis::Pairs, Basis::Stances];
const MEASURES: [Measure; 2] = [Measure::Cosine, Measure::JensenShannon];
/// With many groups, each lists so many neighbors.
const NEAREST: usize = 10;

/// Two groups and how far they are apart.
type Distance = (usize, usize, Basis, Measure, f64);

/// The vectors of all groups, a list a basis.
pub struct Spaces(Vec<(Basis, Vec<Vector>)>);

impl Spaces {
    /// The counts of every group by every basis.
    pub fn of(groups: &Groups, names: &Names) -> Self {
        let vectors = |basis| groups.0.iter().map(|group| vector(basis, group.said.iter(), names)).collect();
        Self(BASES.into_iter().map(|basis| (basis, vectors(basis))).collect())
    }

    /// All distances where groups are few, else each group's nearest; intervals where groups are few.
    pub fn rows(&self, groups: &Groups, names: &Names, options: &Options) -> Vec<DistanceRow> {
        let tables = self
            .0
            .iter()
            .flat_map(|(basis, vectors)| MEASURES.map(|measure| (*basis, measure, vectors)));
        let rows = tables.flat_map(|(basis, measure, vectors)| {
            let listed = listed(measure, vectors, groups.few());
            listed.into_iter().map(move |(a, b, value)| (a, b, basis, measure, value))
        });
        let mut rows: Vec<_> = rows.collect();
        rows.sort_by_key(|(a, b, basis, measure, _)| (*a, *b, *basis, *measure));
        let intervals = if groups.few() {
            intervals(&rows, groups, names, options)
        } else {
            vec![(f64::NAN, f64::NAN); rows.len()]
        };
        let row = |((a, b, basis, measure, value), (low, high)): (Distance, (f64, f64))| DistanceRow {
            a: groups.0[a].name.clone(),
            b: groups.0[b].name.clone(),
            basis,
            measure,
            value: Figure(value),
            low: Figure(low),
            high: Figure(high),
        };
        rows.into_iter().zip(intervals).map(row).collect()
    }

    /// Average linkage by cosine, a row a basis on which groups differ.
    pub fn clusters(&self, groups: &Groups) -> Vec<ClusterRow> {
        if groups.0.len() < 2 {
            return Vec::new();
        }
        let known = self.0.iter().filter(|(_, vectors)| vectors.iter().any(|vector| !vector.is_empty()));
        known.map(|(basis, vectors)| cluster(*basis, vectors, groups)).collect()
    }
}

fn listed(measure: Measure, vectors: &[Vector], all: bool) -> Vec<(usize, usize, f64)> {
    let of = |a: usize| {
        let mut row: Vec<(usize, f64)> = (0..vectors.len())
            .filter(|b| if all { *b > a } else { *b != a })
            .map(|b| (b, distance(measure, &vectors[a.min(b)], &vectors[a.max(b)])))
            .collect();
        if !all {
            row.retain(|(_, value)| !value.is_nan());
            row.sort_by(|x, y| x.1.total_cmp(&y.1).then(x.0.cmp(&y.0)));
            row.truncate(NEAREST);
        }
        row.into_iter()
            .map(move |(b, value)| (a.min(b), a.max(b), value))
            .collect::<Vec<_>>()
    };
    let mut rows: Vec<_> = (0..vectors.len()).into_par_iter().flat_map_iter(of).collect();
    rows.sort_by_key(|(a, b, _)| (*a, *b));
    rows.dedup_by_key(|(a, b, _)| (*a, *b));
    rows
}

fn cluster(basis: Basis, vectors: &[Vector], groups: &Groups) -> ClusterRow {
    // Two groups of which one has nothing to compare count as far apart.
    let apart = |a: usize, b: usize| {
        Some(distance(Measure::Cosine, &vectors[a], &vectors[b]))
            .filter(|d| !d.is_nan())
            .unwrap_or(1.0)
    };
    let Linkage { merges, order } = average_linkage(vectors.len(), apart);
    let merge = |(a, b, distance, size): (u32, u32, f64, u32)| MergeRow {
        a,
        b,
        distance: Figure(distance),
        size,
    };
    ClusterRow {
        basis,
        measure: Measure::Cosine,
        order: order.into_iter().map(|group| groups.0[group].name.clone()).collect(),
        merges: merges.into_iter().map(merge).collect(),
    }
}

/// 1.96 bootstrap standard errors to either side of each distance, every group's sentences drawn anew with replacement.
///
/// No quantiles of the draws: drawing adds noise, so that nearly all draws lie farther apart than the groups themselves.
///
/// Source: Efron and Tibshirani (1993), "An Introduction to the Bootstrap", chapters 6 and 12.
fn intervals(rows: &[Distance], groups: &Groups, names: &Names, options: &Options) -> Vec<(f64, f64)> {
    let draws: Vec<Vec<f64>> = (0..u64::from(options.draws))
        .into_par_iter()
        .map(|draw| {
            let drawn = |(number, group)| resample(group, &mut Random::new(options.seed, draw << 32 | number));
            let samples: Vec<Vec<&Said>> = (0..).zip(&groups.0).map(drawn).collect();
            let space = |basis| -> Vec<Vector> { samples.iter().map(|sample| vector(basis, sample.iter().copied(), names)).collect() };
            let spaces = BASES.map(space);
            let value = |(a, b, basis, measure, _): &Distance| {
                let space = &spaces[*basis as usize];
                distance(*measure, &space[*a], &space[*b])
            };
            rows.iter().map(value).collect()
        })
        .collect();
    let error = |row: usize| Z_95 * deviation(draws.iter().map(|draw| draw[row]));
    let interval = |(row, (.., value)): (usize, &Distance)| ((value - error(row)).clamp(0.0, 1.0), (value + error(row)).clamp(0.0, 1.0));
    rows.iter().enumerate().map(interval).collect()
}

/// As many sentences as the group has, drawn with replacement; those that say nothing are left out.
fn resample<'g>(group: &'g Group, random: &mut Random) -> Vec<&'g Said> {
    let sentences = group.sentences.max(group.said.len() as u64);
    let drawn = (0..sentences).filter_map(|_| usize::try_from(random.below(sentences)).ok());
    drawn.filter_map(|index| group.said.get(index)).collect()
}

/// The standard deviation of the values that are numbers; not a number where there are fewer than two.
fn deviation(values: impl Iterator<Item = f64>) -> f64 {
    let (mut n, mut sum, mut squares) = (0.0, 0.0, 0.0);
    for value in values.filter(|value| !value.is_nan()) {
        n += 1.0;
        sum += value;
        squares += value * value;
    }
    if n < 2.0 {
        f64::NAN
    } else {
        libm::sqrt(((squares - sum * sum / n) / (n - 1.0)).max(0.0))
    }
}
