//! What sets a group apart: its counts of an entity against those of all other groups.

use std::collections::BTreeMap;

use libm::{erfc, fabs, log, log2, sqrt};

use super::extract::Names;
use super::groups::{Group, Groups};
use crate::cooccurrence::{Contingency, Z_95, benjamini_hochberg};
use crate::result::{Figure, KeynessRow};

/// Counts of one entity in a target and in a reference, with the tokens of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keyness {
    /// Mentions in the target.
    pub count: u64,
    /// Tokens of the target.
    pub tokens: u64,
    /// Mentions in the reference.
    pub count_rest: u64,
    /// Tokens of the reference.
    pub tokens_rest: u64,
}

/// Weight of the prior of [`Keyness::log_odds`], in tokens.
const PRIOR_TOKENS: f64 = 1_000.0;

impl Keyness {
    /// The two-by-two table of tokens: mention or not, target or reference; `None` where mentions outnumber tokens.
    pub fn contingency(self) -> Option<Contingency> {
        let (all, mentions) = (self.tokens + self.tokens_rest, self.count + self.count_rest);
        Contingency::new(all, self.tokens, mentions, self.count).ok()
    }

    /// Signed log-likelihood ratio G²: negative where the target mentions it less than expected.
    ///
    /// Source: Dunning (1993), "Accurate Methods for the Statistics of Surprise and Coincidence".
    pub fn g2(self) -> f64 {
        self.contingency().map_or(f64::NAN, Contingency::g2)
    }

    /// The approximate Bayes factor of a difference against none: |G²| less ln(tokens).
    ///
    /// Source: Wilson (2013), "Embracing Bayes Factors for Key Item Analysis in Corpus Linguistics".
    pub fn bayes_factor(self) -> f64 {
        fabs(self.g2()) - log(float(self.tokens + self.tokens_rest).max(1.0))
    }

    /// log2 of the ratio of the two rates; a count of 0 becomes ½.
    ///
    /// Source: Hardie (2014), "Log Ratio: An informal introduction".
    pub fn log_ratio(self) -> f64 {
        let rate = |count: u64, tokens: u64| if count == 0 { 0.5 } else { float(count) } / float(tokens.max(1));
        log2(rate(self.count, self.tokens) / rate(self.count_rest, self.tokens_rest))
    }

    /// Difference of natural log odds, drawn towards the rate in all groups, and the same in standard errors.
    ///
    /// The prior weighs as much as 1,000 tokens with the common rate.
    ///
    /// Source: Monroe, Colaresi and Quinn (2008), "Fightin' Words", equations 15 to 22.
    pub fn log_odds(self) -> (f64, f64) {
        let all = float(self.tokens + self.tokens_rest).max(1.0);
        let prior = PRIOR_TOKENS * float(self.count + self.count_rest) / all;
        let odds = |count: u64, tokens: u64| {
            let with = float(count) + prior;
            log(with / (float(tokens) + PRIOR_TOKENS - with))
        };
        let difference = odds(self.count, self.tokens) - odds(self.count_rest, self.tokens_rest);
        let variance = 1.0 / (float(self.count) + prior) + 1.0 / (float(self.count_rest) + prior);
        (difference, difference / sqrt(variance))
    }

    /// Two-sided p of G², as chi-square with one degree of freedom.
    pub fn p(self) -> f64 {
        erfc(sqrt(fabs(self.g2()) / 2.0))
    }
}

/// A group lists the entities it mentions, and those that it fails to mention to this q.
const LISTED_ABSENT: f64 = 0.05;

/// The keyness of every group against all others.
pub fn rows(groups: &Groups, names: &Names) -> Vec<KeynessRow> {
    if groups.0.len() < 2 {
        return Vec::new();
    }
    let mut sums: BTreeMap<u32, u64> = BTreeMap::new();
    for (entity, (count, _)) in groups.0.iter().flat_map(|group| &group.entities) {
        *sums.entry(*entity).or_default() += count;
    }
    let tokens = groups.0.iter().map(|group| group.tokens).sum();
    groups.0.iter().flat_map(|group| of_group(group, &sums, tokens, names)).collect()
}

fn of_group(group: &Group, sums: &BTreeMap<u32, u64>, tokens: u64, names: &Names) -> Vec<KeynessRow> {
    let against = |(entity, sum): (&u32, &u64)| {
        let count = group.entities.get(entity).map_or(0, |(count, _)| *count);
        let keyness = Keyness {
            count,
            tokens: group.tokens,
            count_rest: sum - count,
            tokens_rest: tokens - group.tokens,
        };
        (*entity, keyness)
    };
    let all: Vec<(u32, Keyness)> = sums.iter().map(against).collect();
    let p: Vec<f64> = all.iter().map(|(_, keyness)| keyness.p()).collect();
    let q = benjamini_hochberg(&p, p.len() as u64);
    let rows = all.into_iter().zip(p.into_iter().zip(q));
    let listed = rows.filter(|((_, keyness), (_, q))| keyness.count > 0 || *q <= LISTED_ABSENT);
    listed
        .map(|((entity, keyness), figures)| row(group, entity, keyness, figures, names))
        .collect()
}

fn row(group: &Group, entity: u32, keyness: Keyness, (p, q): (f64, f64), names: &Names) -> KeynessRow {
    let (log_odds, z) = keyness.log_odds();
    KeynessRow {
        group: group.name.clone(),
        entity: names.id(entity).to_owned(),
        name: names.name(entity).to_owned(),
        kind: names.kind(entity),
        count: keyness.count,
        count_rest: keyness.count_rest,
        per_1000_tokens: Figure(per_1000(keyness.count, keyness.tokens)),
        per_1000_tokens_rest: Figure(per_1000(keyness.count_rest, keyness.tokens_rest)),
        g2: Figure(keyness.g2()),
        bayes_factor: Figure(keyness.bayes_factor()),
        log_ratio: Figure(keyness.log_ratio()),
        log_odds: Figure(log_odds),
        z: Figure(z),
        p: Figure(p),
        q: Figure(q),
    }
}

/// The 95 % interval of a rate per 1,000 tokens whose count is a Poisson draw.
///
/// Source: Byar's approximation, in Breslow and Day (1987), "Statistical Methods in Cancer Research" II, p. 69.
///
/// ```
/// # use briefscope::compare::rate_interval;
/// let (low, high) = rate_interval(10, 1_000);
/// assert!((low - 4.79).abs() < 0.01 && (high - 18.39).abs() < 0.01, "exactly 4.795 and 18.39");
/// ```
pub fn rate_interval(count: u64, tokens: u64) -> (f64, f64) {
    let bound = |n: f64, z: f64| {
        let root = 1.0 - 1.0 / (9.0 * n) + z / (3.0 * sqrt(n));
        n * root * root * root
    };
    let low = if count == 0 { 0.0 } else { bound(float(count), -Z_95).max(0.0) };
    let high = bound(float(count + 1), Z_95);
    let rate = |n: f64| 1_000.0 * n / float(tokens.max(1));
    (rate(low), rate(high))
}

/// Mentions per 1,000 tokens; 0 without tokens.
pub fn per_1000(count: u64, tokens: u64) -> f64 {
    if tokens == 0 { 0.0 } else { 1_000.0 * float(count) / float(tokens) }
}

#[expect(clippy::cast_precision_loss, reason = "counts of tokens stay far below 2^53")]
fn float(n: u64) -> f64 {
    n as f64
}
