//! A null model that keeps both margins: how often each entity occurs, and how many entities each unit has.

use std::collections::BTreeMap;

use libm::{erfc, exp, fabs, log, log1p, sqrt};

use super::significance::LogFactorials;

/// The stochastic degree sequence model: each entity stands in each unit with a probability of its own, independently.
///
/// The probabilities are those of the bipartite configuration model, x·y / (1 + x·y), with the x of an entity and the
/// y of a unit such that both margins hold on average. Entities alike in frequency share an x, units alike in number
/// of entities a y, so that the model is as large as the number of different margins.
///
/// Source: Saracco et al. (2015), "Randomizing bipartite networks"; Neal, Domagalski and Sagan (2021), "Comparing
/// alternatives to the fixed degree sequence model" (`sdsm` of the R package backbone).
#[derive(Debug, Clone)]
pub struct BipartiteModel {
    /// x by number of units.
    entities: BTreeMap<u64, f64>,
    /// Number of units and y by number of entities.
    units: Vec<(u64, f64)>,
}

/// Steps of the fit, and the relative change that ends it.
const STEPS: usize = 2_000;
const PRECISION: f64 = 1e-10;
/// Above this variance of a count its distribution is as good as normal (with a correction for its skewness).
const NORMAL_FROM: f64 = 400.0;

impl BipartiteModel {
    /// Fits the model to `margins` (the number of units of each entity) and `degrees` (how many units have so many entities).
    pub fn fit(margins: impl IntoIterator<Item = u64>, degrees: impl IntoIterator<Item = (u64, u64)>) -> Self {
        let mut frequencies: BTreeMap<u64, u64> = BTreeMap::new();
        margins.into_iter().for_each(|n| *frequencies.entry(n).or_default() += 1);
        let rows: Vec<(u64, u64)> = frequencies.into_iter().collect();
        let columns: Vec<(u64, u64)> = degrees.into_iter().filter(|(degree, _)| *degree > 0).collect();
        let total: f64 = rows.iter().map(|(n, many)| float(n * many)).sum();
        let start = |(n, _): &(u64, u64)| float(*n) / sqrt(total.max(1.0));
        let mut x: Vec<f64> = rows.iter().map(start).collect();
        let mut y: Vec<f64> = columns.iter().map(start).collect();
        for _ in 0..STEPS {
            let change = balance(&rows, &mut x, &columns, &y).max(balance(&columns, &mut y, &rows, &x));
            if change < PRECISION {
                break;
            }
        }
        Self {
            entities: rows.iter().map(|(n, _)| *n).zip(x).collect(),
            units: columns.iter().map(|(_, many)| *many).zip(y).collect(),
        }
    }

    /// Probability that two entities with `n1` and `n2` units share at least `least` units.
    pub fn p_more_than_chance(&self, n1: u64, n2: u64, least: u64, factorials: &LogFactorials) -> f64 {
        if least == 0 {
            return 1.0;
        }
        let shared = self.shared(n1, n2);
        let variance: f64 = shared.iter().map(|(many, p)| float(*many) * p * (1.0 - p)).sum();
        if variance > NORMAL_FROM {
            return refined_normal_tail(&shared, variance, float(least));
        }
        let below: f64 = counts_below(&shared, least, factorials).iter().sum();
        (1.0 - below).clamp(0.0, 1.0)
    }

    /// How many units the two share by chance.
    pub fn expected(&self, n1: u64, n2: u64) -> f64 {
        self.shared(n1, n2).iter().map(|(many, p)| float(*many) * p).sum()
    }

    /// For each class of units: how many, and the probability that one holds both entities.
    fn shared(&self, n1: u64, n2: u64) -> Vec<(u64, f64)> {
        let x = |n: u64| self.entities.get(&n).copied().unwrap_or(0.0);
        let both = |y: f64| probability(x(n1), y) * probability(x(n2), y);
        self.units.iter().map(|(many, y)| (*many, both(*y))).collect()
    }
}

/// Sets each of `mine` so that its margin holds against `theirs`; the largest relative change.
fn balance(rows: &[(u64, u64)], mine: &mut [f64], columns: &[(u64, u64)], theirs: &[f64]) -> f64 {
    let mut change: f64 = 0.0;
    for ((margin, _), x) in rows.iter().zip(mine) {
        let weight = |((_, many), y): (&(u64, u64), &f64)| float(*many) * y / (1.0 + *x * y);
        let sum: f64 = columns.iter().zip(theirs).map(weight).sum();
        let next = float(*margin) / sum.max(f64::MIN_POSITIVE);
        change = change.max(fabs(next - *x) / next.max(f64::MIN_POSITIVE));
        *x = next;
    }
    change
}

fn probability(x: f64, y: f64) -> f64 {
    // A margin that fills its row drives x to infinity.
    let odds = (x * y).min(1e300);
    odds / (1.0 + odds)
}

/// Probabilities of 0, 1, … `least` - 1 shared units: binomials of the classes, folded one into the other.
fn counts_below(shared: &[(u64, f64)], least: u64, factorials: &LogFactorials) -> Vec<f64> {
    let length = usize::try_from(least).unwrap_or(usize::MAX);
    let mut sum = vec![1.0];
    for &(many, p) in shared {
        let class: Vec<f64> = (0..least.min(many + 1)).map(|k| binomial(many, p, k, factorials)).collect();
        let mut folded = vec![0.0; length.min(sum.len() + class.len() - 1)];
        for (i, a) in sum.iter().enumerate() {
            for (slot, b) in folded.iter_mut().skip(i).zip(&class) {
                *slot += a * b;
            }
        }
        sum = folded;
    }
    sum
}

fn binomial(n: u64, p: f64, k: u64, factorials: &LogFactorials) -> f64 {
    let part = |times: u64, log_p: f64| if times == 0 { 0.0 } else { float(times) * log_p };
    exp(factorials.log_choose(n, k) + part(k, log(p)) + part(n - k, log1p(-p)))
}

/// The upper tail of a sum of many independent events, normal with a correction for skewness.
///
/// Source: Volkova (1996), "A Refinement of the Central Limit Theorem for Sums of Independent Random Indicators".
fn refined_normal_tail(shared: &[(u64, f64)], variance: f64, least: f64) -> f64 {
    let mean: f64 = shared.iter().map(|(many, p)| float(*many) * p).sum();
    let third: f64 = shared.iter().map(|(many, p)| float(*many) * p * (1.0 - p) * (1.0 - 2.0 * p)).sum();
    let deviation = sqrt(variance);
    let skewness = third / (deviation * variance);
    let z = (least - 0.5 - mean) / deviation;
    let density = exp(-z * z / 2.0) / sqrt(2.0 * std::f64::consts::PI);
    let above = erfc(z / std::f64::consts::SQRT_2) / 2.0 - skewness * (1.0 - z * z) * density / 6.0;
    above.clamp(0.0, 1.0)
}

#[expect(clippy::cast_precision_loss, reason = "counts of units stay far below 2^53")]
fn float(n: u64) -> f64 {
    n as f64
}
