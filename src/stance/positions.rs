//! Stances summed up: what a holder's records towards a target amount to, with an interval.

use std::collections::BTreeMap;

use crate::result::{Figure, Label, PositionRow, StanceRow};

/// Half-width of the interval in standard deviations: 95 %.
const Z: f64 = 1.959_963_984_540_054;

/// How many records a position rests on, by sign. Sums of counts are the same in any order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Favourable records.
    pub positive: u32,
    /// Hostile records.
    pub negative: u32,
    /// Neutral records.
    pub neutral: u32,
}

/// What counts amount to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summary {
    /// (positive - negative) / n, from -1 to 1.
    pub score: f64,
    /// Lower end of the Wilson interval.
    pub low: f64,
    /// Upper end of the Wilson interval.
    pub high: f64,
    /// The position in a word.
    pub label: Label,
}

impl Counts {
    /// Counts one record.
    pub fn add(&mut self, polarity: i8) {
        match polarity.signum() {
            1 => self.positive += 1,
            -1 => self.negative += 1,
            _ => self.neutral += 1,
        }
    }

    /// Adds the counts of another part of the collection.
    pub fn merge(&mut self, other: Self) {
        self.positive += other.positive;
        self.negative += other.negative;
        self.neutral += other.neutral;
    }

    /// All records.
    pub fn n(self) -> u32 {
        self.positive + self.negative + self.neutral
    }

    /// Score, interval and label. No records: score 0, interval from -1 to 1.
    ///
    /// The interval is Wilson's for the share (positive + neutral / 2) / n, stretched to the range from -1 to 1.
    ///
    /// Source: Wilson (1927), "Probable Inference, the Law of Succession, and Statistical Inference".
    ///
    /// ```
    /// # use briefscope::stance::positions::Counts;
    /// let summary = Counts { positive: 0, negative: 4, neutral: 1 }.summary();
    /// assert_eq!(summary.score, -0.8);
    /// assert!(summary.low < -0.8 && summary.high < 0.3);
    /// ```
    pub fn summary(self) -> Summary {
        let n = f64::from(self.n());
        if self.n() == 0 {
            return Summary { score: 0.0, low: -1.0, high: 1.0, label: Label::Insufficient };
        }
        let score = (f64::from(self.positive) - f64::from(self.negative)) / n;
        let share = (f64::from(self.positive) + f64::from(self.neutral) / 2.0) / n;
        let (low, high) = wilson(share, n);
        Summary { score, low: 2.0 * low - 1.0, high: 2.0 * high - 1.0, label: self.label(score) }
    }

    fn label(self, score: f64) -> Label {
        if self.n() < 2 {
            Label::Insufficient
        } else if score >= 0.5 {
            Label::Supportive
        } else if score <= -0.5 {
            Label::Opposed
        } else if self.positive > 0 && self.negative > 0 {
            Label::Mixed
        } else {
            Label::Neutral
        }
    }
}

/// Wilson's interval of a share of `n`.
fn wilson(share: f64, n: f64) -> (f64, f64) {
    let z2 = Z * Z;
    let center = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = Z / (1.0 + z2 / n) * libm::sqrt(share * (1.0 - share) / n + z2 / (4.0 * n * n));
    ((center - half).max(0.0), (center + half).min(1.0))
}

/// The positions of one document, by holder, target and source.
pub fn of(stances: &[StanceRow]) -> Vec<PositionRow> {
    let mut groups: BTreeMap<(&str, &str, Option<&str>), (Counts, Vec<u32>)> = BTreeMap::new();
    for stance in stances {
        let key = (stance.holder.as_ref(), stance.target.as_ref(), stance.attributed_to.as_deref());
        let (counts, evidence) = groups.entry(key).or_default();
        counts.add(stance.polarity);
        evidence.push(stance.id);
    }
    groups.into_iter().map(|(key, (counts, evidence))| row(key, counts, evidence)).collect()
}

fn row((holder, target, source): (&str, &str, Option<&str>), counts: Counts, evidence: Vec<u32>) -> PositionRow {
    let summary = counts.summary();
    PositionRow {
        holder: holder.to_owned(),
        target: target.to_owned(),
        attributed_to: source.map(str::to_owned),
        n: counts.n(),
        positive: counts.positive,
        negative: counts.negative,
        neutral: counts.neutral,
        score: Figure(summary.score),
        low: Figure(summary.low),
        high: Figure(summary.high),
        label: summary.label,
        evidence,
    }
}
