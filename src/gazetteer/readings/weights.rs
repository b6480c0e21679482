//! How much each rule tells: a table that a person can read and change.

use rustc_hash::FxHashMap;

use crate::lexicon::READING_WEIGHTS;

/// The weight of each rule: a logarithm of odds, above 0 for the actor.
pub(in super::super) struct Weights(FxHashMap<&'static str, f32>);

impl Weights {
    /// Reads `lexicons/context/reading_weights.tsv`.
    pub fn new() -> Self {
        let rows = READING_WEIGHTS.lines().skip(1).filter(|line| !line.starts_with('#'));
        let weight = |row: &'static str| {
            let (rule, rest) = row.split_once('\t')?;
            Some((rule, rest.split('\t').next()?.parse().ok()?))
        };
        Self(rows.filter_map(weight).collect())
    }

    /// The weight of a rule; 0 where the table has none.
    pub fn of(&self, rule: &str) -> f32 {
        self.0.get(rule).copied().unwrap_or(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_a_rule_with_its_weight() {
        let rules: Vec<&str> = READING_WEIGHTS
            .lines()
            .skip(1)
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.split('\t').next().unwrap_or_default())
            .collect();
        assert!(rules.is_sorted_by(|a, b| a < b), "sorted, each rule once");
        let weights = Weights::new();
        assert_eq!(weights.0.len(), rules.len(), "every weight is a number");
        assert!(weights.of("in") < -1.0 && weights.of("has_done") > 0.5 && weights.of("no such rule") == 0.0);
    }
}
