//! Sparse vectors of counts and how far two of them are apart.

use std::cmp::Ordering;

use libm::{log2, sqrt};

use super::extract::{Names, Said};
use crate::document::Kind;
use crate::result::{Basis, Measure};

/// Counts by key, the keys ascending.
pub type Vector = Vec<(u64, f64)>;

/// The counts of `basis` over what sentences say.
pub fn vector<'s>(basis: Basis, said: impl Iterator<Item = &'s Said>, names: &Names) -> Vector {
    let is_theme = |entity: u32| names.kind(entity) == Kind::Theme;
    let mut keys: Vec<u64> = Vec::new();
    for said in said {
        match basis {
            Basis::Entities => keys.extend(said.mentions.iter().filter(|it| !is_theme(**it)).map(|it| u64::from(*it))),
            Basis::Themes => keys.extend(said.mentions.iter().filter(|it| is_theme(**it)).map(|it| u64::from(*it))),
            Basis::Pairs => add_pairs(&said.mentions, &mut keys),
            Basis::Stances => keys.extend(said.stances.iter().map(|(holder, target, sign)| {
                let sign = u64::from((sign.cmp(&0) as i8).cast_unsigned() & 3);
                u64::from(*holder) << 33 | u64::from(*target) << 2 | sign
            })),
        }
    }
    keys.sort_unstable();
    keys.chunk_by(|a, b| a == b).map(|same| (same[0], float(same.len()))).collect()
}

/// Every two different entities of a sentence, once; mentions are sorted.
fn add_pairs(mentions: &[u32], keys: &mut Vec<u64>) {
    let mut distinct = mentions.to_vec();
    distinct.dedup();
    for (index, a) in distinct.iter().enumerate() {
        keys.extend(distinct[index + 1..].iter().map(|b| u64::from(*a) << 32 | u64::from(*b)));
    }
}

/// The distance of two vectors; not a number where one is empty.
pub fn distance(measure: Measure, a: &Vector, b: &Vector) -> f64 {
    if a.is_empty() || b.is_empty() {
        return f64::NAN;
    }
    match measure {
        Measure::Cosine => cosine(a, b),
        Measure::JensenShannon => jensen_shannon(a, b),
    }
}

fn cosine(a: &Vector, b: &Vector) -> f64 {
    let square = |vector: &Vector| vector.iter().map(|(_, n)| n * n).sum::<f64>();
    let mut product = 0.0;
    both(a, b, |x, y| product += x * y);
    (1.0 - product / sqrt(square(a) * square(b))).clamp(0.0, 1.0)
}

/// Source: Lin (1991), "Divergence Measures Based on the Shannon Entropy".
fn jensen_shannon(a: &Vector, b: &Vector) -> f64 {
    let sum = |vector: &Vector| vector.iter().map(|(_, n)| n).sum::<f64>();
    let (all_a, all_b) = (sum(a), sum(b));
    let mut divergence = 0.0;
    let part = |p: f64, middle: f64| if p > 0.0 { p * log2(p / middle) / 2.0 } else { 0.0 };
    both(a, b, |x, y| {
        let (p, q) = (x / all_a, y / all_b);
        divergence += part(p, f64::midpoint(p, q)) + part(q, f64::midpoint(p, q));
    });
    divergence.clamp(0.0, 1.0)
}

/// Visits every key that either has, with the counts of both.
fn both(a: &Vector, b: &Vector, mut visit: impl FnMut(f64, f64)) {
    let (mut i, mut j) = (0, 0);
    loop {
        let order = match (a.get(i), b.get(j)) {
            (None, None) => return,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(x), Some(y)) => x.0.cmp(&y.0),
        };
        let x = if order == Ordering::Greater { 0.0 } else { a[i].1 };
        let y = if order == Ordering::Less { 0.0 } else { b[j].1 };
        visit(x, y);
        i += usize::from(order != Ordering::Greater);
        j += usize::from(order != Ordering::Less);
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
fn float(n: usize) -> f64 {
    n as f64
}
