//! How far a rule can be trusted, from the share of its records that hand annotation bears out.

use super::cues::Pattern;
use super::frames::Draft;
use super::parties::Way;

/// The share of right records of each rule on development data.
const RULES: &[(&str, f32)] = &[
    ("verb", 0.8),
    ("verb_passive", 0.85),
    ("verb_mutual", 0.75),
    ("verb_reciprocal", 0.8),
    ("verb_experiencer", 0.7),
    ("verb_composed", 0.6),
    ("noun_owner", 0.75),
    ("noun_by", 0.7),
    ("noun_light_verb", 0.7),
    ("noun_between", 0.8),
    ("noun_pair", 0.7),
    ("noun_shared", 0.6),
    ("predicate", 0.7),
    ("predicate_mutual", 0.6),
    ("preposition", 0.6),
    ("role_name", 0.75),
    ("role_copula", 0.8),
    ("role_apposition", 0.7),
    ("role_examples", 0.6),
    ("compound", 0.8),
];

/// The confidence of a relation, from 0 to 1.
pub fn of(draft: &Draft, pattern: &Pattern) -> f32 {
    let rule = RULES.iter().find(|(name, _)| *name == draft.rule).map_or(0.5, |(_, share)| *share);
    let way = |way: Way| match way {
        Way::Direct => 1.0,
        Way::Pronoun => 0.85,
        Way::Indirect => 0.8,
    };
    let doubt = if pattern.ambiguous { 0.8 } else { 1.0 };
    rule * way(draft.holder.way) * way(draft.target.way) * doubt
}
