//! Measures of association of one pair, each with its source.

use libm::{fabs, log2, sqrt};

use super::significance::LogFactorials;

/// The standard normal quantile that leaves 2.5 % above.
pub const Z_95: f64 = 1.959_963_984_540_054;

/// How often two entities stand alone and together: a two-by-two table with fixed margins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contingency {
    total: u64,
    x: u64,
    y: u64,
    both: u64,
}

/// Counts that no set of units can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{both} units with both, {x} and {y} with one each, of {total}: impossible")]
pub struct ImpossibleCounts {
    total: u64,
    x: u64,
    y: u64,
    both: u64,
}

impl Contingency {
    /// Checks the counts once, so that the measures below cannot fail.
    ///
    /// # Errors
    ///
    /// [`ImpossibleCounts`] unless `both <= x, y <= total` and `x + y - both <= total`.
    ///
    /// ```
    /// # use briefscope::cooccurrence::Contingency;
    /// assert!(Contingency::new(100, 10, 20, 11).is_err(), "more together than alone");
    /// ```
    pub fn new(total: u64, x: u64, y: u64, both: u64) -> Result<Self, ImpossibleCounts> {
        let possible = both <= x.min(y) && x.max(y) <= total && x + y - both <= total;
        if possible {
            Ok(Self { total, x, y, both })
        } else {
            Err(ImpossibleCounts { total, x, y, both })
        }
    }

    /// Units in all.
    pub fn total(self) -> u64 {
        self.total
    }

    /// Units with the first.
    pub fn x(self) -> u64 {
        self.x
    }

    /// Units with the second.
    pub fn y(self) -> u64 {
        self.y
    }

    /// Units with both.
    pub fn both(self) -> u64 {
        self.both
    }

    /// Whether more units have both than chance puts together.
    pub fn beyond_chance(self) -> bool {
        u128::from(self.both) * u128::from(self.total) > u128::from(self.x) * u128::from(self.y)
    }

    /// Units that chance puts together: x·y / total.
    pub fn expected(self) -> f64 {
        if self.total == 0 {
            0.0
        } else {
            float(self.x) * float(self.y) / float(self.total)
        }
    }

    /// Pointwise mutual information in bits: log2 of observed over expected; minus infinity where they never meet.
    ///
    /// Source: Church and Hanks (1990), "Word Association Norms, Mutual Information, and Lexicography".
    pub fn pmi(self) -> f64 {
        log2(float(self.both) / self.expected())
    }

    /// Normalized pointwise mutual information: no unit, from -1 to 1; not a number where every unit has both.
    ///
    /// 1: neither occurs without the other; 0: they share as many units as chance predicts; -1: they share
    /// none. The base of the logarithm cancels. Rare pairs score high by luck: look at the counts beside it.
    ///
    /// Source: Bouma (2009), "Normalized (Pointwise) Mutual Information in Collocation Extraction".
    ///
    /// ```
    /// # use briefscope::cooccurrence::Contingency;
    /// // 100 sentences: 10 name the ECB, 20 name inflation. Chance predicts 2 with both.
    /// let counts = Contingency::new(100, 10, 20, 2)?;
    /// assert!(counts.npmi().abs() < 1e-12);
    /// # Ok::<(), briefscope::cooccurrence::ImpossibleCounts>(())
    /// ```
    pub fn npmi(self) -> f64 {
        if self.both == 0 {
            return -1.0;
        }
        self.pmi() / -log2(float(self.both) / float(self.total))
    }

    /// Signed log-likelihood ratio G²: about chi-square with one degree of freedom; negative below expectation.
    ///
    /// Source: Dunning (1993), "Accurate Methods for the Statistics of Surprise and Coincidence".
    pub fn g2(self) -> f64 {
        let sum: f64 = self.cells().iter().map(|(observed, expected)| term(*observed, *expected)).sum();
        // Twice the sum is not negative but for rounding.
        let g2 = (2.0 * sum).max(0.0);
        if float(self.both) < self.expected() { -g2 } else { g2 }
    }

    /// Log odds ratio in bits, each cell with a half added: 0 by chance, 1 for double odds.
    ///
    /// Source: Gart (1966), "Alternative analyses of contingency tables" (the half); Hardie (2014), "Log Ratio" (base 2).
    pub fn log_ratio(self) -> f64 {
        let [both, only_x, only_y, neither] = self.observed().map(|n| float(n) + 0.5);
        log2(both * neither / (only_x * only_y))
    }

    /// The 95 % interval of [`Contingency::log_ratio`], in bits: 1.96 standard errors to either side.
    ///
    /// The squared standard error of a log odds ratio is the sum of the inverse cells, each with a half added.
    ///
    /// Source: Woolf (1955), "On estimating the relation between blood group and disease"; Gart (1966) for the half.
    pub fn log_ratio_interval(self) -> (f64, f64) {
        let variance: f64 = self.observed().iter().map(|n| 1.0 / (float(*n) + 0.5)).sum();
        let half = Z_95 * sqrt(variance) / std::f64::consts::LN_2;
        (self.log_ratio() - half, self.log_ratio() + half)
    }

    /// Chi-square with Yates' correction, one degree of freedom; 0 where a margin is empty or full.
    ///
    /// Each difference shrinks by a half, but never past zero, as in R's `chisq.test` and scipy's `chi2_contingency`.
    ///
    /// Source: Yates (1934), "Contingency Tables Involving Small Numbers and the χ² Test".
    pub fn chi_square(self) -> f64 {
        let cells = self.cells();
        if cells.iter().any(|(_, expected)| *expected <= 0.0) {
            return 0.0;
        }
        let term = |(observed, expected): &(f64, f64)| {
            let difference = fabs(observed - expected);
            let corrected = difference - difference.min(0.5);
            corrected * corrected / expected
        };
        cells.iter().map(term).sum()
    }

    /// Units with both among units with either: from 0 to 1.
    ///
    /// Source: Jaccard (1901), "Étude comparative de la distribution florale".
    pub fn jaccard(self) -> f64 {
        share(self.both, self.x + self.y - self.both)
    }

    /// Twice the units with both among the units of each added up: from 0 to 1.
    ///
    /// Source: Dice (1945), "Measures of the Amount of Ecologic Association Between Species".
    pub fn dice(self) -> f64 {
        share(2 * self.both, self.x + self.y)
    }

    /// Share of the units with x that also have y.
    pub fn y_given_x(self) -> f64 {
        share(self.both, self.x)
    }

    /// Share of the units with y that also have x.
    pub fn x_given_y(self) -> f64 {
        share(self.both, self.y)
    }

    /// Two-sided p of Fisher's exact test: all tables with these margins that are no more probable than this one.
    ///
    /// Source: Fisher (1935), "The Logic of Inductive Inference"; two-sided as in R's `fisher.test`.
    pub fn fisher_p(self, factorials: &LogFactorials) -> f64 {
        factorials.hypergeometric_two_sided(self.total, self.x, self.y, self.both)
    }

    /// [`Contingency::p_more_than_chance`] with only half the probability of the observed count: uniform on average under the null.
    ///
    /// Source: Lancaster (1961), "Significance Tests in Discrete Distributions".
    pub fn mid_p(self, factorials: &LogFactorials) -> f64 {
        let at_least = |least| factorials.hypergeometric_tail(self.total, self.x, self.y, least);
        f64::midpoint(at_least(self.both), at_least(self.both + 1))
    }

    /// Probability of at least as many shared units when the units of `y` are drawn at random: hypergeometric, one-sided.
    ///
    /// Source: Fisher (1935), "The Logic of Inductive Inference" (the exact test, upper tail).
    pub fn p_more_than_chance(self, factorials: &LogFactorials) -> f64 {
        factorials.hypergeometric_tail(self.total, self.x, self.y, self.both)
    }

    /// Units with both, only x, only y, neither.
    fn observed(self) -> [u64; 4] {
        let only_x = self.x - self.both;
        let only_y = self.y - self.both;
        [self.both, only_x, only_y, self.total - self.both - only_x - only_y]
    }

    /// Observed and expected counts of the four cells.
    fn cells(self) -> [(f64, f64); 4] {
        let (x, y, total) = (float(self.x), float(self.y), float(self.total));
        let expected = [x * y, x * (total - y), (total - x) * y, (total - x) * (total - y)];
        let observed = self.observed();
        std::array::from_fn(|cell| (float(observed[cell]), expected[cell] / total.max(1.0)))
    }
}

fn term(observed: f64, expected: f64) -> f64 {
    if observed == 0.0 || fabs(expected) < f64::MIN_POSITIVE {
        0.0
    } else {
        observed * libm::log(observed / expected)
    }
}

fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { float(part) / float(whole) }
}

/// Counts of units stay far below 2^53, where every whole number has its float.
#[expect(clippy::cast_precision_loss, reason = "counts of units stay far below 2^53")]
fn float(n: u64) -> f64 {
    n as f64
}
