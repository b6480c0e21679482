//! How far a rule can be trusted: an estimate, not yet a calibrated probability.

use super::cues::Pattern;
use super::frames::Draft;
use super::parties::Way;

/// An estimate of the share of right records of each rule: set by hand, in the order in which rules fared on development data.
const RULES: &[(&str, f32)] = &[
    ("verb", 0.82),
    ("verb_passive", 0.7),
    ("verb_mutual", 0.6),
    ("verb_reciprocal", 0.75),
    ("verb_experiencer", 0.55),
    ("verb_composed", 0.5),
    ("noun_owner", 0.55),
    ("noun_by", 0.5),
    ("noun_light_verb", 0.5),
    ("noun_between", 0.6),
    ("noun_pair", 0.55),
    ("noun_shared", 0.5),
    ("predicate", 0.6),
    ("predicate_mutual", 0.5),
    ("preposition", 0.55),
    ("role_name", 0.45),
    ("role_copula", 0.65),
    ("role_apposition", 0.55),
    ("role_examples", 0.45),
    ("compound", 0.7),
    ("prefix", 0.6),
    ("demand", 0.6),
    ("saying", 0.4),
    ("verb_through", 0.5),
    ("verb_joint", 0.6),
    ("noun_subject", 0.5),
    ("predicate_of_attitude", 0.6),
    ("role_dubbed", 0.6),
    ("framework", 0.5),
    ("member", 0.6),
    ("noun_received", 0.55),
    ("fear_of_clause", 0.55),
];

/// The confidence of a relation, from 0 to 1.
pub fn of(draft: &Draft, pattern: &Pattern) -> f32 {
    let rule = RULES.iter().find(|(name, _)| *name == draft.rule).map_or(0.5, |(_, share)| *share);
    let way = |way: Way| match way {
        Way::Direct => 1.0,
        Way::Pronoun => 0.7,
        Way::Indirect => 0.78,
    };
    let doubt = if pattern.ambiguous { 0.8 } else { 1.0 };
    rule * way(draft.holder.way) * way(draft.target.way) * doubt
}
