//! Lookup as quanteda's tests have it, where `BRIEFSCOPE_FACTS` names a file of them: dictionaries of fixed words as lexicons.
//!
//! Left out, as our definition is another one:
//! - wildcards ("law*") and dictionaries of several levels: an alias is written out, an id has one level;
//! - one word under two keys ("States" of countries and of swords): here a lexicon with such an alias is refused;
//! - tokens that no key matches, and sentiment keys inside one another.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::facts::of_kind;

/// Where we count another number, by text and key. A name that runs on is one mention ("Supreme Court of the United States"),
/// and no alias runs across a comma ("Manchester United, states"), which theirs has taken out before.
const OTHERS: [(&str, &str); 3] = [("d2", "Countries"), ("d2", "Institutions"), ("d3", "Countries")];

#[test]
fn fixed_words_are_found_as_often() {
    let mut cells = 0;
    for fact in of_kind("lookup_counts").chain(of_kind("lookup_sequence")) {
        let cases = fact["cases"].as_array().cloned().unwrap_or_else(|| vec![Value::Null]);
        for case in cases {
            let part = |name: &str| if case[name].is_null() { &fact[name] } else { &case[name] };
            let Some(dictionary) = fixed(part("dictionary")) else { continue };
            let any_case = [&case["case_insensitive"], &fact["params"]["case_insensitive"]]
                .iter()
                .find_map(|it| it.as_bool())
                .unwrap_or(true);
            let texts = texts(part("input"));
            let found = found(&texts, &dictionary, if any_case { "any" } else { "exact" });
            for (text, key, wanted) in wanted(part("expected"), &texts, &dictionary) {
                let got = found.get(&(text.clone(), key.clone())).copied().unwrap_or(0);
                let other = OTHERS.contains(&(text.as_str(), key.as_str()));
                assert!(got == wanted || other, "{}: {key} in {text}: {got}, not {wanted}", fact["name"]);
                cells += 1;
            }
        }
    }
    assert!(cells > 30 || std::env::var_os("BRIEFSCOPE_FACTS").is_none(), "{cells}");
}

/// Keys with their words; `None` for what a lexicon does not hold.
fn fixed(dictionary: &Value) -> Option<BTreeMap<String, Vec<String>>> {
    let keys: BTreeMap<String, Vec<String>> = serde_json::from_value(dictionary.clone()).ok()?;
    let words: Vec<&String> = keys.values().flatten().collect();
    let distinct: std::collections::BTreeSet<&&String> = words.iter().collect();
    let plain = words.iter().all(|word| !word.contains(['*', '?']));
    (plain && distinct.len() == words.len() && !words.is_empty()).then_some(keys)
}

fn texts(input: &Value) -> BTreeMap<String, String> {
    match input {
        Value::String(text) => BTreeMap::from([("d".to_owned(), text.clone())]),
        many => serde_json::from_value(many.clone()).expect("texts by name"),
    }
}

/// Counts are given by key and text in order, or as the sequence of keys of a text.
fn wanted(expected: &Value, texts: &BTreeMap<String, String>, keys: &BTreeMap<String, Vec<String>>) -> Vec<(String, String, u64)> {
    let times = |sequence: &Value, key: &str| sequence.as_array().into_iter().flatten().filter(|it| *it == key).count() as u64;
    let mut wanted = Vec::new();
    for (at, text) in texts.keys().enumerate() {
        for key in keys.keys() {
            let n = match (&expected[key][at], expected) {
                (Value::Number(n), _) => n.as_u64().unwrap(),
                (_, Value::Array(_)) => times(expected, key),
                _ if expected[text].is_array() => times(&expected[text], key),
                _ => continue,
            };
            wanted.push((text.clone(), key.clone(), n));
        }
    }
    wanted
}

/// Mentions by text and key.
fn found(texts: &BTreeMap<String, String>, keys: &BTreeMap<String, Vec<String>>, case: &str) -> BTreeMap<(String, String), u64> {
    let dir = tempfile::tempdir().unwrap();
    let mut lexicon =
        "id\tkind\tclass\tname\talias\tcase\treading\tneeds\tnot_before\tnot_after\tfrom\tto\tpriority\tcodes\tsource\n".to_owned();
    for (key, words) in keys {
        let mut head = format!("actor\tinitiative\t{key}");
        for word in words {
            let id = key.to_lowercase();
            writeln!(lexicon, "initiative:{id}\t{head}\t{word}\t{case}\t\t\t\t\t\t\t\t\tfacts").unwrap();
            "\t\t".clone_into(&mut head);
        }
    }
    let records = texts
        .iter()
        .map(|(id, text)| serde_json::json!({"id": id, "text": text}).to_string() + "\n");
    let (table, input) = (dir.path().join("keys.tsv"), dir.path().join("texts.jsonl"));
    std::fs::write(&table, lexicon).unwrap();
    std::fs::write(&input, records.collect::<String>()).unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_briefscope"))
        .args(["analyze", "--no-default-lexicons", "--lexicon"])
        .args([&table, &input])
        .stdin(Stdio::null())
        .output()
        .expect("the program runs");
    assert!(!done.stdout.is_empty(), "{}", String::from_utf8_lossy(&done.stderr));
    let mut found = BTreeMap::new();
    for line in String::from_utf8(done.stdout).unwrap().lines() {
        let document: Value = serde_json::from_str(line).unwrap();
        for mention in document["mentions"].as_array().unwrap() {
            let key = keys
                .keys()
                .find(|key| mention["entity"] == format!("initiative:{}", key.to_lowercase()));
            if let (Some(key), Some(text)) = (key, document["id"].as_str()) {
                *found.entry((text.to_owned(), key.clone())).or_default() += 1;
            }
        }
    }
    found
}
