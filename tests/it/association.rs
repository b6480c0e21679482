//! Measures of association, null models, keyness and intervals against scipy: tests/cases/association.toml.

use briefscope::compare::{Keyness, rate_interval};
use briefscope::cooccurrence::{BipartiteModel, Contingency, LogFactorials};
use serde::Deserialize;

/// What tests/cases/association.py printed.
#[derive(Deserialize)]
struct Cases {
    association: Vec<Association>,
    bipartite: Vec<Bipartite>,
    keyness: Vec<KeynessCase>,
    rate: Vec<Rate>,
}

#[derive(Deserialize, Debug)]
struct Association {
    total: u64,
    x: u64,
    y: u64,
    both: u64,
    expected: f64,
    g2: f64,
    chi_square: f64,
    log_ratio: f64,
    low: f64,
    high: f64,
    pmi: f64,
    npmi: f64,
    jaccard: f64,
    dice: f64,
    p: f64,
    mid_p: f64,
    fisher_p: f64,
}

#[derive(Deserialize, Debug)]
struct Bipartite {
    units: u64,
    /// Units of each entity.
    margins: Vec<u64>,
    /// Entities of each unit.
    degrees: Vec<u64>,
    /// Units of one, of the other, of both.
    pairs: Vec<(u64, u64, u64)>,
    p: Vec<f64>,
}

#[derive(Deserialize, Debug)]
struct KeynessCase {
    count: u64,
    tokens: u64,
    count_rest: u64,
    tokens_rest: u64,
    g2: f64,
    p: f64,
    bayes_factor: f64,
    log_ratio: f64,
    log_odds: f64,
    z: f64,
}

#[derive(Deserialize, Debug)]
struct Rate {
    count: u64,
    tokens: u64,
    low: f64,
    high: f64,
}

fn cases() -> Cases {
    toml::from_str(include_str!("../cases/association.toml")).expect("the cases can be read")
}

#[expect(clippy::float_cmp, reason = "infinities are equal or not")]
fn assert_near(got: f64, wanted: f64, tolerance: f64, what: &str, case: &impl std::fmt::Debug) {
    let near = got == wanted || (got - wanted).abs() <= tolerance * wanted.abs().max(1.0);
    assert!(near, "{what}: {got}, by scipy {wanted}: {case:?}");
}

#[test]
fn measures_agree_with_scipy() {
    let factorials = LogFactorials::up_to(3_000);
    for case in cases().association {
        let counts = Contingency::new(case.total, case.x, case.y, case.both).expect("possible counts");
        let (low, high) = counts.log_ratio_interval();
        for (what, got, wanted) in [
            ("expected", counts.expected(), case.expected),
            ("g2", counts.g2(), case.g2),
            ("chi_square", counts.chi_square(), case.chi_square),
            ("log_ratio", counts.log_ratio(), case.log_ratio),
            ("low", low, case.low),
            ("high", high, case.high),
            ("pmi", counts.pmi(), case.pmi),
            ("npmi", counts.npmi(), case.npmi),
            ("jaccard", counts.jaccard(), case.jaccard),
            ("dice", counts.dice(), case.dice),
            ("p", counts.p_more_than_chance(&factorials), case.p),
            ("mid_p", counts.mid_p(&factorials), case.mid_p),
            ("fisher_p", counts.fisher_p(&factorials), case.fisher_p),
        ] {
            assert_near(got, wanted, 1e-7, what, &case);
        }
    }
}

#[test]
fn the_bipartite_model_agrees_with_one_solved_unit_by_unit() {
    for case in cases().bipartite {
        let factorials = LogFactorials::up_to(u32::try_from(case.units).expect("few units"));
        let model = BipartiteModel::fit(case.margins.iter().copied(), case.degrees.iter().map(|degree| (*degree, 1)));
        for ((n1, n2, both), wanted) in case.pairs.iter().zip(&case.p) {
            let got = model.p_more_than_chance(*n1, *n2, *both, &factorials);
            assert_near(got, *wanted, 1e-6, "p", &(n1, n2, both, &case));
        }
    }
}

#[test]
fn keyness_agrees_with_scipy() {
    for case in cases().keyness {
        let KeynessCase {
            count,
            tokens,
            count_rest,
            tokens_rest,
            ..
        } = case;
        let keyness = Keyness {
            count,
            tokens,
            count_rest,
            tokens_rest,
        };
        let (log_odds, z) = keyness.log_odds();
        for (what, got, wanted) in [
            ("g2", keyness.g2(), case.g2),
            ("p", keyness.p(), case.p),
            ("bayes_factor", keyness.bayes_factor(), case.bayes_factor),
            ("log_ratio", keyness.log_ratio(), case.log_ratio),
            ("log_odds", log_odds, case.log_odds),
            ("z", z, case.z),
        ] {
            assert_near(got, wanted, 1e-7, what, &case);
        }
    }
}

#[test]
fn rate_intervals_come_near_the_exact_ones() {
    for case in cases().rate {
        let (low, high) = rate_interval(case.count, case.tokens);
        assert_near(low, case.low, 0.02, "low", &case);
        assert_near(high, case.high, 0.02, "high", &case);
    }
}
