//! The hypergeometric tail from a table of log-factorials, and the correction for many tests.

/// Natural logarithms of factorials, each computed once.
#[derive(Debug, Clone)]
pub struct LogFactorials(Vec<f64>);

impl LogFactorials {
    /// For numbers up to `most`.
    pub fn up_to(most: u32) -> Self {
        let mut table = Vec::with_capacity(most as usize + 1);
        let mut sum = 0.0;
        table.push(sum);
        for n in 1..=most {
            sum += libm::log(f64::from(n));
            table.push(sum);
        }
        Self(table)
    }

    /// Probability that a draw of `y` units out of `total`, `x` of them marked, holds at least `least` marked ones.
    ///
    /// From 0 to 1. Numbers must not exceed the table.
    pub fn hypergeometric_tail(&self, total: u64, x: u64, y: u64, least: u64) -> f64 {
        let most = x.min(y);
        let fewest = (x + y).saturating_sub(total);
        if least <= fewest {
            return 1.0;
        }
        if least > most {
            return 0.0;
        }
        // The first term by logarithms, the others by their ratio to the one before.
        let mut term = libm::exp(self.log_probability(total, x, y, least));
        let mut sum = term;
        for k in least..most {
            let ratio = ratio(total, x, y, k);
            term *= ratio;
            sum += term;
            if term < sum * 1e-17 && ratio < 1.0 {
                break;
            }
        }
        sum.min(1.0)
    }

    /// Probability of all draws that are no more probable than one with `observed` marked units. From 0 to 1.
    pub fn hypergeometric_two_sided(&self, total: u64, x: u64, y: u64, observed: u64) -> f64 {
        // Draws as probable as this one but for rounding count in, as in R.
        const TOLERANCE: f64 = 1.0 + 1e-7;
        let fewest = (x + y).saturating_sub(total);
        let limit = libm::exp(self.log_probability(total, x, y, observed)) * TOLERANCE;
        let probabilities = (fewest..=x.min(y)).map(|k| libm::exp(self.log_probability(total, x, y, k)));
        probabilities.filter(|p| *p <= limit).sum::<f64>().min(1.0)
    }

    fn log_probability(&self, total: u64, x: u64, y: u64, k: u64) -> f64 {
        self.log_choose(x, k) + self.log_choose(total - x, y - k) - self.log_choose(total, y)
    }

    /// Natural logarithm of the number of ways to choose `k` of `n`.
    pub fn log_choose(&self, n: u64, k: u64) -> f64 {
        self.at(n) - self.at(k) - self.at(n - k)
    }

    fn at(&self, n: u64) -> f64 {
        usize::try_from(n).ok().and_then(|n| self.0.get(n)).copied().unwrap_or(f64::NAN)
    }
}

/// Probability of k + 1 marked units over that of k.
#[expect(clippy::cast_precision_loss, reason = "counts of units stay far below 2^53")]
fn ratio(total: u64, x: u64, y: u64, k: u64) -> f64 {
    let up = (x - k) as f64 * (y - k) as f64;
    up / ((k + 1) as f64 * (total + k + 1 - x - y) as f64)
}

/// Adjusted p-values that hold the false discovery rate, for `tests` tests of which `p` are those below 1.
///
/// Source: Benjamini and Hochberg (1995), "Controlling the False Discovery Rate".
#[expect(clippy::cast_precision_loss, reason = "numbers of pairs stay far below 2^53")]
pub fn benjamini_hochberg(p: &[f64], tests: u64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| p[*a].total_cmp(&p[*b]).then(a.cmp(b)));
    let mut q = vec![1.0; p.len()];
    let mut least = 1.0_f64;
    for (rank, &index) in order.iter().enumerate().rev() {
        least = least.min(p[index] * tests as f64 / (rank + 1) as f64);
        q[index] = least;
    }
    q
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adjusted_values_as_in_r() {
        // R: p.adjust(c(0.01, 0.02, 0.03, 0.5, 1), "BH")
        let q = benjamini_hochberg(&[0.01, 0.02, 0.03, 0.5], 5);
        for (got, wanted) in q.iter().zip([0.05, 0.05, 0.05, 0.625]) {
            assert!((got - wanted).abs() < 1e-12, "{q:?}");
        }
    }
}
