//! `briefscope explain`: every candidate, kept or dropped, with its reason.

use std::fs;
use std::process::{Command, Output};

use serde_json::Value;

fn explain(text: &str, arguments: &[&str]) -> Output {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("brief.txt");
    fs::write(&file, text).unwrap();
    Command::new(env!("CARGO_BIN_EXE_briefscope"))
        .arg("explain")
        .arg(&file)
        .args(arguments)
        .output()
        .expect("the program runs")
}

fn rows(output: &Output) -> Vec<Value> {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout.clone()).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn find<'a>(rows: &'a [Value], surface: &str, entity: &str) -> &'a Value {
    rows.iter()
        .find(|row| row["surface"] == surface && row["entity"] == entity)
        .unwrap_or_else(|| panic!("no {entity} at {surface:?} in {rows:#?}"))
}

#[test]
fn a_longer_name_and_what_it_covers_are_told_with_their_verdicts() {
    let text = "Élan. The Islamic Movement of Uzbekistan crossed the border.\n";
    let rows = rows(&explain(text, &["--surface", "Uzbekistan", "--json"]));
    let group = find(&rows, "Islamic Movement of Uzbekistan", "group:islamic-movement-of-uzbekistan");
    assert_eq!(
        (&group["verdict"], &group["kind"], &group["start"]),
        (&"kept".into(), &"actor".into(), &10.into())
    );
    let state = find(&rows, "Uzbekistan", "state:UZB");
    assert_eq!((&state["verdict"], &state["kind"]), (&"overlapped".into(), &Value::Null));
    assert!(state["alias"].as_str().unwrap().contains("actors/states.tsv:"), "{state}");
}

#[test]
fn a_reading_comes_with_what_each_rule_said() {
    let text = "The envoys met in Dushanbe.\n";
    let rows = rows(&explain(text, &["--at", "18", "--json"]));
    let city = find(&rows, "Dushanbe", "city:dushanbe");
    assert_eq!((&city["verdict"], &city["kind"]), (&"kept".into(), &"place".into()));
    let evidence = city["evidence"].as_array().unwrap();
    let within = evidence.iter().find(|it| it["rule"] == "in").expect("the rule of the preposition");
    assert!(within["weight"].as_f64().unwrap() < -1.0, "{within}");
    let sum: f64 = evidence.iter().map(|it| it["weight"].as_f64().unwrap()).sum();
    assert!(sum < 0.0, "the evidence speaks for the place: {evidence:?}");
    let state = find(&rows, "Dushanbe", "state:TJK");
    assert_eq!(state["verdict"], "other_reading");
}

#[test]
fn missing_company_is_told() {
    let rows = rows(&explain("Mary joined the talks.\n", &["--surface", "Mary", "--json"]));
    assert_eq!(find(&rows, "Mary", "city:mary")["verdict"], "needs");
}

#[test]
fn the_terminal_shows_words_verdict_and_source() {
    let output = explain("Mary joined the talks.\n", &["--surface", "Mary"]);
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(
        shown.contains("Mary  city:mary: dropped: nothing that the alias needs is in the document"),
        "{shown}"
    );
    assert!(shown.contains("places/cities.tsv:") && !shown.contains('\u{1b}'), "{shown}");
}

#[test]
fn an_unknown_record_is_an_error() {
    let output = explain("Mary joined.\n", &["--surface", "Mary", "--id", "nothing"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no document with this id"));
}
