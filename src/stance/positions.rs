//! Stances of one holder towards one target, summed up: counts, score, interval, label.

use std::collections::BTreeMap;

use crate::result::{ContradictionRow, Figure, Label, PositionRow, StanceRow};

/// How many stances of a holder towards a target were favourable, hostile, neither. Sums add up in any order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// Favourable.
    pub positive: u64,
    /// Hostile.
    pub negative: u64,
    /// Neither.
    pub neutral: u64,
}

impl Standing {
    /// Counts one stance.
    pub fn count(&mut self, polarity: i8) {
        match polarity {
            1.. => self.positive += 1,
            0 => self.neutral += 1,
            _ => self.negative += 1,
        }
    }

    /// All stances.
    pub fn n(self) -> u64 {
        self.positive + self.negative + self.neutral
    }

    /// (positive - negative) / n, from -1 to 1.
    pub fn score(self) -> f64 {
        (float(self.positive) - float(self.negative)) / float(self.n().max(1))
    }

    /// The 95 % interval of the score: the Wilson interval of (positive + neutral / 2) / n, mapped by 2x - 1.
    ///
    /// Source: Wilson (1927), "Probable Inference, the Law of Succession, and Statistical Inference".
    pub fn interval(self) -> (f64, f64) {
        const Z: f64 = 1.959_963_984_540_054;
        let n = float(self.n().max(1));
        let share = (float(self.positive) + float(self.neutral) / 2.0) / n;
        let middle = (share + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
        let half = Z / (1.0 + Z * Z / n) * libm::sqrt(share * (1.0 - share) / n + Z * Z / (4.0 * n * n));
        let mapped = |x: f64| (2.0 * x - 1.0).clamp(-1.0, 1.0);
        (mapped(middle - half), mapped(middle + half))
    }

    /// The position in a word; fewer than two stances are `insufficient`.
    pub fn label(self) -> Label {
        match (self.n(), self.score()) {
            (0 | 1, _) => Label::Insufficient,
            (_, score) if score >= 0.5 => Label::Supportive,
            (_, score) if score <= -0.5 => Label::Opposed,
            _ if self.positive > 0 && self.negative > 0 => Label::Mixed,
            _ => Label::Neutral,
        }
    }
}

/// The positions of one document, by holder, target, source. What X says of its own stance counts as the author's report.
pub fn of(stances: &[StanceRow]) -> Vec<PositionRow> {
    let mut sums: BTreeMap<(&str, &str, Option<&str>), (Standing, Vec<u32>)> = BTreeMap::new();
    for stance in stances {
        let source = stance.attributed_to.as_deref().filter(|source| *source != stance.holder);
        let (standing, evidence) = sums.entry((&stance.holder, &stance.target, source)).or_default();
        standing.count(stance.polarity);
        evidence.push(stance.id);
    }
    sums.into_iter()
        .map(|(key, (standing, evidence))| row(key, standing, evidence))
        .collect()
}

/// The positions of one document that rest on stances of both signs, with the best of each.
pub fn contradictions(positions: &[PositionRow], stances: &[StanceRow]) -> Vec<ContradictionRow> {
    let split = positions.iter().filter(|row| row.positive > 0 && row.negative > 0);
    let rows = split.filter_map(|row| {
        let best = |sign: i8| best(&row.evidence, stances, sign);
        Some(ContradictionRow {
            favourable: best(1)?.id,
            hostile: best(-1)?.id,
            holder: row.holder.clone(),
            target: row.target.clone(),
            attributed_to: row.attributed_to.clone(),
            positive: row.positive,
            negative: row.negative,
        })
    });
    rows.collect()
}

/// Of the stances with these ids and this sign the one of the highest confidence, the first of several.
pub fn best<'s, 'a>(evidence: &[u32], stances: &'s [StanceRow<'a>], sign: i8) -> Option<&'s StanceRow<'a>> {
    let signed = evidence
        .iter()
        .filter_map(|id| stances.get(*id as usize))
        .filter(|stance| stance.polarity == sign);
    signed.reduce(|best, next| if next.confidence.0 > best.confidence.0 { next } else { best })
}

fn row((holder, target, source): (&str, &str, Option<&str>), standing: Standing, evidence: Vec<u32>) -> PositionRow {
    let (low, high) = standing.interval();
    let small = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
    PositionRow {
        holder: holder.to_owned(),
        target: target.to_owned(),
        attributed_to: source.map(str::to_owned),
        n: small(standing.n()),
        positive: small(standing.positive),
        negative: small(standing.negative),
        neutral: small(standing.neutral),
        score: Figure(standing.score()),
        low: Figure(low),
        high: Figure(high),
        label: standing.label(),
        evidence,
    }
}

#[expect(clippy::cast_precision_loss, reason = "numbers of stances stay far below 2^53")]
fn float(n: u64) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_wilsons() {
        // statsmodels: proportion_confint(4, 5, method="wilson") = (0.375535, 0.963776)
        let (low, high) = Standing {
            positive: 4,
            negative: 1,
            neutral: 0,
        }
        .interval();
        assert!(
            (low - (2.0 * 0.375_535 - 1.0)).abs() < 1e-5 && (high - (2.0 * 0.963_776 - 1.0)).abs() < 1e-5,
            "{low} {high}"
        );
    }

    #[test]
    fn one_stance_is_no_position() {
        let label = |positive, negative, neutral| {
            Standing {
                positive,
                negative,
                neutral,
            }
            .label()
        };
        assert_eq!(label(1, 0, 0), Label::Insufficient);
        assert_eq!(label(2, 0, 0), Label::Supportive);
        assert_eq!(label(1, 4, 0), Label::Opposed);
        assert_eq!(label(2, 2, 1), Label::Mixed);
        assert_eq!(label(0, 0, 2), Label::Neutral);
    }
}
