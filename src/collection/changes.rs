//! Where a rate changes: the cheapest way to cut a series of counts into stretches of one rate each.

use libm::log;

/// In so many periods with tokens a change is looked for.
const LEAST_PERIODS: usize = 6;

/// A stretch of another rate begins here.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChangePoint {
    /// Index of the first period with the new rate.
    pub at: usize,
    /// What the cut at this place saves, beyond the penalty.
    pub gain: f64,
}

/// The changes in `series`, mentions and tokens a period.
///
/// Mentions are Poisson counts with a rate in each stretch. A stretch costs twice its negative log-likelihood, divided by
/// the dispersion: mentions come in bursts, so that neighboring periods differ more than Poisson counts would. A cut costs
/// 3·ln(n) for n periods with tokens (its place and its rate, and some caution). The cheapest cut of all is found by
/// dynamic programming; stretches that can never be part of it are dropped on the way. Fewer than six periods with tokens
/// do not tell a change from a burst.
///
/// Source: Killick, Fearnhead and Eckley (2012), "Optimal Detection of Changepoints With a Linear Computational Cost" (PELT).
///
/// ```
/// # use briefscope::collection::change_points;
/// let series: Vec<(u64, u64)> = [2, 3, 1, 2, 2, 12, 14, 11, 13].map(|mentions| (mentions, 1_000)).into();
/// let changes = change_points(&series);
/// assert_eq!(changes.len(), 1);
/// assert_eq!(changes[0].at, 5, "from two to some twelve in a thousand tokens");
/// ```
pub fn change_points(series: &[(u64, u64)]) -> Vec<ChangePoint> {
    // Periods without a document say nothing.
    let told: Vec<usize> = (0..series.len()).filter(|at| series[*at].1 > 0).collect();
    if told.len() < LEAST_PERIODS {
        return Vec::new();
    }
    let told_series: Vec<(u64, u64)> = told.iter().map(|at| series[*at]).collect();
    let sums = Sums::of(&told_series);
    let penalty = 3.0 * log(float(told.len() as u64));
    let cuts = cheapest_cuts(&sums, told.len(), penalty);
    let bounds: Vec<usize> = [vec![0], cuts, vec![told.len()]].concat();
    let change = |window: &[usize]| {
        let saved = sums.cost(window[0], window[2]) - sums.cost(window[0], window[1]) - sums.cost(window[1], window[2]);
        ChangePoint {
            at: told[window[1]],
            gain: saved - penalty,
        }
    };
    bounds.windows(3).map(change).collect()
}

/// The places of the cheapest cut, ascending.
fn cheapest_cuts(sums: &Sums, n: usize, penalty: f64) -> Vec<usize> {
    let mut best = vec![-penalty];
    let mut last_cut = vec![0];
    let mut open = vec![0];
    for end in 1..=n {
        let cost = |start: &usize| best[*start] + sums.cost(*start, end);
        let start = open.iter().copied().min_by(|a, b| cost(a).total_cmp(&cost(b))).unwrap_or(0);
        let total = cost(&start) + penalty;
        open.retain(|start| cost(start) <= total);
        open.push(end);
        best.push(total);
        last_cut.push(start);
    }
    let mut cuts = Vec::new();
    let mut end = last_cut[n];
    while end > 0 {
        cuts.push(end);
        end = last_cut[end];
    }
    cuts.reverse();
    cuts
}

/// How many times the variance of mentions exceeds that of Poisson counts, at least 1.
///
/// From the differences of neighboring periods, by their median: a few real changes do not move it.
fn dispersion(series: &[(u64, u64)]) -> f64 {
    // The median of chi-square with one degree of freedom.
    const MEDIAN: f64 = 0.454_936;
    let difference = |pair: &[(u64, u64)]| {
        let [(m1, t1), (m2, t2)] = [pair[0], pair[1]].map(|(mentions, tokens)| (float(mentions), float(tokens)));
        let rate = (m1 + m2) / (t1 + t2);
        let square = |m: f64, t: f64| (m - rate * t) * (m - rate * t) / (rate * t);
        if rate > 0.0 { Some(square(m1, t1) + square(m2, t2)) } else { None }
    };
    let mut differences: Vec<f64> = series.windows(2).filter_map(difference).collect();
    differences.sort_by(f64::total_cmp);
    let median = differences.get(differences.len() / 2).copied().unwrap_or(0.0);
    (median / MEDIAN).max(1.0)
}

/// Mentions and tokens before each period, and the dispersion of mentions.
struct Sums {
    before: Vec<(u64, u64)>,
    dispersion: f64,
}

impl Sums {
    fn of(series: &[(u64, u64)]) -> Self {
        let mut before = vec![(0, 0)];
        let mut sum = (0, 0);
        for (mentions, tokens) in series {
            sum = (sum.0 + mentions, sum.1 + tokens);
            before.push(sum);
        }
        Self {
            before,
            dispersion: dispersion(series),
        }
    }

    /// Twice the negative log-likelihood of one rate over `from..to`, but for terms that every cut shares.
    fn cost(&self, from: usize, to: usize) -> f64 {
        let mentions = self.before[to].0 - self.before[from].0;
        let tokens = self.before[to].1 - self.before[from].1;
        if mentions == 0 {
            return 0.0;
        }
        2.0 * float(mentions) * (1.0 - log(float(mentions) / float(tokens))) / self.dispersion
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
fn float(n: u64) -> f64 {
    n as f64
}
