//! Measures of association of one pair, each with its source.

use libm::{fabs, log2};

use super::significance::LogFactorials;

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

/// Counts of units stay far below 2^53, where every whole number has its float.
#[expect(clippy::cast_precision_loss, reason = "counts of units stay far below 2^53")]
fn float(n: u64) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Figures by scipy 1.17: `hypergeom.sf(n11 - 1, N, n1, n2)` and `chi2_contingency(table, correction=False, lambda_="log-likelihood")`.
    #[test]
    fn figures_agree_with_scipy() {
        let cases = [
            ((100, 10, 20, 2), 0.636_950_6, 0.0),
            ((100, 10, 20, 6), 0.003_933_1, 8.819_584),
            ((50, 5, 8, 0), 1.0, -1.846_354),
        ];
        let factorials = LogFactorials::up_to(100);
        for ((total, x, y, both), p, g2) in cases {
            let counts = Contingency::new(total, x, y, both).unwrap();
            assert!(
                (counts.p_more_than_chance(&factorials) - p).abs() < 1e-5,
                "{counts:?}: {}",
                counts.p_more_than_chance(&factorials)
            );
            assert!((counts.g2() - g2).abs() < 1e-4, "{counts:?}: {}", counts.g2());
        }
    }
}
