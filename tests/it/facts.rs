//! Reference figures of quanteda's own tests, where `BRIEFSCOPE_FACTS` names a file of them; without it nothing is checked.
//!
//! Where our definition is theirs, the figures must agree to 1e-4. It is another one here:
//! - A pair is two different ids: quanteda's matrices also count a word with itself.
//! - Our tables count a pair once a unit ("boolean"); "frequency" and weights by distance are checked on the same windows.
//! - PMI is in bits, theirs in nats; chi-square has Yates' correction down to zero as in R, theirs leaves it out there;
//!   G² is without Williams'.
//! - Theirs ranks by Fisher's conditional odds ratio, infinite where a cell is empty; ours has a half added to each cell.
//! - No collocations of unknown words: names come from lexicons.
//! - Lookup is in `lookups.rs`.

use std::collections::BTreeMap;

use briefscope::compare::Keyness;
use briefscope::cooccurrence::{Contingency, LogFactorials, TokenRange, near};
use serde_json::Value;

fn facts() -> Vec<Value> {
    let Some(path) = std::env::var_os("BRIEFSCOPE_FACTS") else {
        return Vec::new();
    };
    let text = std::fs::read_to_string(path).expect("the file of facts can be read");
    serde_json::from_str(&text).expect("the file of facts is a JSON list")
}

pub fn of_kind(kind: &str) -> impl Iterator<Item = Value> {
    let kind = kind.to_owned();
    facts().into_iter().filter(move |fact| fact["kind"] == kind.as_str())
}

fn texts(fact: &Value) -> Vec<Vec<String>> {
    let plain = |text: &str| text.to_lowercase().replace(['.', ','], "");
    let tolower = fact["params"]["tolower"] == true;
    let words = |text: &Value| {
        let text = text.as_str().unwrap_or_default();
        let text = if tolower { plain(text) } else { text.to_owned() };
        text.split_whitespace().map(str::to_owned).collect()
    };
    fact["input"].as_array().expect("texts").iter().map(words).collect()
}

/// The weight that a pair at this distance adds.
fn weight(params: &Value, distance: u32) -> f64 {
    match &params["weights"] {
        Value::Array(weights) => weights[distance as usize - 1].as_f64().expect("a number"),
        Value::String(_) => 1.0 / f64::from(distance),
        _ => 1.0,
    }
}

/// Counts of (earlier, later) by our window: every token is a mention of one token.
fn matrix(fact: &Value) -> BTreeMap<(String, String), f64> {
    let params = &fact["params"];
    let within = params["window"].as_u64().and_then(|n| u32::try_from(n).ok()).unwrap_or(u32::MAX);
    let boolean = params["count"] == "boolean";
    let ordered = params["ordered"] == true;
    let mut sum = BTreeMap::new();
    for words in texts(fact) {
        let ranges: Vec<TokenRange> = (0..).take(words.len()).map(|start| TokenRange { start, end: start + 1 }).collect();
        let mut here: BTreeMap<(String, String), f64> = BTreeMap::new();
        for (i, j, distance) in near(&ranges, within) {
            let (a, b) = (words[i].clone(), words[j].clone());
            let pair = if ordered || a <= b { (a, b) } else { (b, a) };
            // quanteda counts a word with itself from both ends, but for ordered and for boolean counts.
            let twice = if pair.0 == pair.1 && !ordered { 2.0 } else { 1.0 };
            *here.entry(pair).or_default() += twice * weight(params, distance);
        }
        for (pair, n) in here {
            let itself = if pair.0 == pair.1 && !ordered { 2.0 } else { 1.0 };
            *sum.entry(pair).or_default() += if boolean { itself } else { n };
        }
    }
    sum
}

#[test]
fn windows_count_as_fcm() {
    for fact in of_kind("fcm") {
        let (Some(features), Some(rows)) = (fact["features"].as_array(), fact["expected"].as_array()) else {
            continue;
        };
        if fact["params"]["context"] == "document" {
            continue; // a word with itself counts by other rules there; pairs of two words are checked below
        }
        let counts = matrix(&fact);
        let ordered = fact["params"]["ordered"] == true;
        let symmetric = !ordered && fact["params"]["tri"] == false;
        for (i, row) in rows.iter().enumerate() {
            for (j, wanted) in row.as_array().expect("a row").iter().enumerate() {
                let name = |k: usize| features[k].as_str().unwrap_or_default().to_owned();
                let key = if symmetric {
                    (name(i.min(j)), name(i.max(j)))
                } else {
                    (name(i), name(j))
                };
                let got = if !ordered && !symmetric && i > j {
                    0.0
                } else {
                    counts.get(&key).copied().unwrap_or(0.0)
                };
                let tolerance = if fact["params"]["round"].is_null() { 1e-4 } else { 0.005_1 };
                assert!(
                    (got - wanted.as_f64().unwrap()).abs() <= tolerance,
                    "{}: {key:?}: {got}, not {wanted}",
                    fact["name"]
                );
            }
        }
    }
}

#[test]
fn documents_count_as_boolean_fcm() {
    for fact in of_kind("fcm").filter(|fact| fact["params"]["context"] == "document") {
        let features: Vec<&str> = fact["features"]
            .as_array()
            .expect("features")
            .iter()
            .filter_map(Value::as_str)
            .collect();
        let texts = texts(&fact);
        let both = |a: &str, b: &str| {
            texts
                .iter()
                .filter(|words| [a, b].iter().all(|it| words.iter().any(|word| word == it)))
                .count()
        };
        let rows = fact["expected"]
            .as_array()
            .cloned()
            .unwrap_or_else(|| vec![fact["expected_row_first_feature"].clone()]);
        for (i, row) in rows.iter().enumerate() {
            for (j, wanted) in row.as_array().expect("a row").iter().enumerate().skip(i + 1) {
                assert_eq!(
                    both(features[i], features[j]) as u64,
                    wanted.as_u64().unwrap(),
                    "{}: {i} {j}",
                    fact["name"]
                );
            }
        }
    }
}

fn count(text: &str, word: &str) -> u64 {
    text.split_whitespace().filter(|it| *it == word).count() as u64
}

fn keyness(target: &str, reference: &str, word: &str) -> Keyness {
    let tokens = |text: &str| text.split_whitespace().count() as u64;
    Keyness {
        count: count(target, word),
        tokens: tokens(target),
        count_rest: count(reference, word),
        tokens_rest: tokens(reference),
    }
}

fn assert_figure(fact: &Value, key: &str, got: f64) {
    if let Some(wanted) = fact[key].as_f64() {
        assert!((got - wanted).abs() < 1e-4, "{}, {key}: {got}, not {wanted}", fact["name"]);
    }
}

#[test]
fn keyness_counts_and_figures() {
    for fact in of_kind("keyness") {
        if let (Some(target), Some(reference)) = (fact["input"]["target"].as_str(), fact["input"]["reference"].as_str()) {
            let keyness = keyness(target, reference, fact["feature"].as_str().unwrap());
            let counts = keyness.contingency().unwrap();
            assert_eq!(
                (Some(keyness.count), Some(keyness.count_rest)),
                (fact["n_target"].as_u64(), fact["n_reference"].as_u64())
            );
            assert_figure(&fact, "chi2_yates_r", counts.chi_square());
            assert_figure(&fact, "fisher_p", counts.fisher_p(&LogFactorials::up_to(100)));
            assert_figure(&fact, "g2_none", keyness.g2());
            assert_figure(&fact, "p_g2", keyness.p());
        }
        if let Some(d1) = fact["input"]["d1"].as_str() {
            let counts = keyness(d1, fact["input"]["d2"].as_str().unwrap(), fact["feature"].as_str().unwrap())
                .contingency()
                .unwrap();
            assert_figure(&fact, "expected", counts.pmi() * std::f64::consts::LN_2);
        }
        if let Some([first, second]) = fact["matrix"].as_array().map(Vec::as_slice) {
            let cell = |row: &Value, k: usize| row[k].as_u64().unwrap();
            let (a, b, c, d) = (cell(first, 0), cell(first, 1), cell(second, 0), cell(second, 1));
            let counts = Contingency::new(a + b + c + d, a + b, a + c, a).unwrap();
            assert_figure(&fact, "r_chi_square", counts.chi_square());
            assert!((counts.chi_square() - fact["r_chisq_test"].as_f64().unwrap()).abs() < 1e-4);
        }
    }
}

/// Theirs leaves the correction out where it would pass zero; ours, as R's `chisq.test`, is 0 there.
#[expect(clippy::cast_precision_loss, reason = "counts of a few words")]
fn chi_square_of_quanteda(counts: Contingency) -> f64 {
    let corrected = counts.chi_square();
    let [n, x, y, both] = [counts.total(), counts.x(), counts.y(), counts.both()].map(|n| n as f64);
    let difference = both * n - x * y;
    if corrected > 0.0 {
        corrected
    } else {
        difference * difference * n / (x * y * (n - x) * (n - y))
    }
}

#[test]
fn keyness_ranks() {
    for fact in of_kind("keyness_rank") {
        let (d1, d2) = (fact["input"]["d1"].as_str().unwrap(), fact["input"]["d2"].as_str().unwrap());
        let name = fact["name"].as_str().unwrap();
        if name.starts_with("exact") {
            continue;
        }
        let (target, reference) = if name.ends_with("d1") { (d1, d2) } else { (d2, d1) };
        let figure = |word: &str| {
            let keyness = keyness(target, reference, word);
            let counts = keyness.contingency().unwrap();
            let sign = if counts.beyond_chance() { 1.0 } else { -1.0 };
            match name.split(' ').next() {
                Some("lr") => keyness.g2(),
                _ => sign * chi_square_of_quanteda(counts),
            }
        };
        let wanted: Vec<&str> = fact["expected_order"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(Value::as_str)
            .collect();
        let mut got = wanted.clone();
        got.sort_unstable();
        got.sort_by(|a, b| figure(b).total_cmp(&figure(a)));
        let shown: Vec<_> = got.iter().map(|word| (word, figure(word))).collect();
        assert_eq!(got, wanted, "{name}: {shown:?}");
    }
}

#[test]
fn keyness_of_groups() {
    for fact in of_kind("keyness_counts") {
        let all: BTreeMap<String, String> = serde_json::from_value(fact["input"].clone()).unwrap();
        for case in fact["cases"].as_array().unwrap() {
            let is_target = |name: &String| case["target"].as_array().unwrap().iter().any(|it| it == name.as_str());
            let joined = |target: bool| {
                all.iter()
                    .filter(|(name, _)| is_target(name) == target)
                    .map(|(_, text)| text.clone() + " ")
                    .collect::<String>()
            };
            let (target, reference) = (joined(true), joined(false));
            let words: std::collections::BTreeSet<&str> = target.split_whitespace().chain(reference.split_whitespace()).collect();
            let top = words
                .into_iter()
                .map(|word| keyness(&target, &reference, word))
                .max_by(|a, b| a.g2().total_cmp(&b.g2()))
                .unwrap();
            if let Some(wanted) = case["top_feature_n_target"].as_u64() {
                assert_eq!(top.count, wanted);
            }
            if let Some(wanted) = case["first_row"]["n_target"].as_u64() {
                assert_eq!(
                    (top.count, Some(top.count_rest)),
                    (wanted, case["first_row"]["n_reference"].as_u64())
                );
            }
        }
    }
}
