//! How much each rule tells: fitted on development texts by logistic regression, rounded to a tenth.

use super::Evidence;

/// The evidence of a rule; above 0 for the actor.
pub(super) fn of(rule: &str) -> f32 {
    WEIGHTS
        .binary_search_by_key(&rule, |(name, _)| name)
        .map_or(0.0, |at| WEIGHTS[at].1)
}

/// Sorted by rule.
#[rustfmt::skip]
const WEIGHTS: &[Evidence] = &[
    ("in", -2.0), ("verb", 2.0),
];
