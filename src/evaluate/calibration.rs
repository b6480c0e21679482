//! How far the confidence of stances can be trusted: the share of right ones among those rated alike.

use serde::Serialize;

use crate::result::Figure;

/// How many bins of equal width there are between 0 and 1.
const BINS: u32 = 5;

/// Stances of like confidence.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reliability {
    /// The lowest confidence of the bin.
    pub from: Figure,
    /// Where the next bin begins.
    pub to: Figure,
    /// Signed stances whose confidence lies between.
    pub n: u64,
    /// Their mean confidence.
    pub confidence: Figure,
    /// The share of them that the gold standard has as well: same sentence, holder, target and polarity.
    pub right: Figure,
}

/// The bins that hold a stance, from low to high.
pub fn reliability(judged: &[(f64, bool)]) -> Vec<Reliability> {
    let edge = |bin: u32| f64::from(bin) / f64::from(BINS);
    let rows = (0..BINS).filter_map(|bin| {
        let last = bin + 1 == BINS;
        let inside: Vec<&(f64, bool)> = judged
            .iter()
            .filter(|(confidence, _)| *confidence >= edge(bin) && (last || *confidence < edge(bin + 1)))
            .collect();
        let mean = |sum: f64| Figure(sum / f64::from(u32::try_from(inside.len()).unwrap_or(u32::MAX)));
        (!inside.is_empty()).then(|| Reliability {
            from: Figure(edge(bin)),
            to: Figure(edge(bin + 1)),
            n: inside.len() as u64,
            confidence: mean(inside.iter().map(|(confidence, _)| confidence).sum()),
            right: mean(inside.iter().map(|(_, right)| f64::from(u8::from(*right))).sum()),
        })
    });
    rows.collect()
}

/// The mean squared distance of confidence from what is right, from 0 (best) to 1; null without stances.
///
/// Source: Brier (1950), "Verification of Forecasts Expressed in Terms of Probability".
pub fn brier(judged: &[(f64, bool)]) -> Figure {
    let sum: f64 = judged
        .iter()
        .map(|(confidence, right)| (confidence - f64::from(u8::from(*right))).powi(2))
        .sum();
    Figure(sum / f64::from(u32::try_from(judged.len()).unwrap_or(u32::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stances_fall_into_bins_of_their_confidence() {
        let judged = [(0.1, false), (0.65, true), (0.75, false), (1.0, true)];
        let rows = reliability(&judged);
        let bins: Vec<(f64, u64, f64)> = rows.iter().map(|row| (row.from.rounded(), row.n, row.right.rounded())).collect();
        assert_eq!(bins, [(0.0, 1, 0.0), (0.6, 2, 0.5), (0.8, 1, 1.0)]);
        // (0.01 + 0.1225 + 0.5625 + 0) / 4
        assert!((brier(&judged).0 - 0.173_75).abs() < 1e-12);
    }
}
