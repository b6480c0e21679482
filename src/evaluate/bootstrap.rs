//! Percentile intervals by resampling documents, the same each time.

/// The 95 % interval of `figure` over resamples of `n` items; `None` for fewer than two.
///
/// Source: Efron (1979), "Bootstrap Methods: Another Look at the Jackknife".
pub fn interval(n: usize, resamples: usize, seed: u64, figure: impl Fn(&[usize]) -> Option<f64>) -> Option<(f64, f64)> {
    if n < 2 {
        return None;
    }
    let mut random = SplitMix(seed);
    let mut figures: Vec<f64> = (0..resamples)
        .filter_map(|_| {
            let chosen: Vec<usize> = (0..n).map(|_| random.below(n)).collect();
            figure(&chosen)
        })
        .collect();
    figures.sort_by(f64::total_cmp);
    let at = |share: usize| figures.get((figures.len().saturating_sub(1)) * share / 1000).copied();
    Some((at(25)?, at(975)?))
}

/// Source: Steele, Lea and Flood (2014), "Fast Splittable Pseudorandom Number Generators".
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n as u64).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_holds_the_mean_and_comes_out_the_same() {
        let values = [0.0, 1.0, 0.5, 0.25, 0.75];
        #[expect(clippy::cast_precision_loss, reason = "five values")]
        let mean = |chosen: &[usize]| Some(chosen.iter().map(|&at| values[at]).sum::<f64>() / chosen.len() as f64);
        let (low, high) = interval(5, 1000, 7, mean).unwrap();
        assert!(low < 0.5 && 0.5 < high, "{low} {high}");
        assert_eq!(interval(5, 1000, 7, mean), Some((low, high)));
        assert_eq!(interval(1, 1000, 7, mean), None);
    }
}
