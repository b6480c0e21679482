//! The program from outside: exit codes, messages, the result folder, the same bytes in any order and with any number of threads.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::contract::corpus;

fn briefscope(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_briefscope"))
        .args(args)
        .stdin(Stdio::null())
        .output()
        .expect("the program runs")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn path(path: &Path) -> &str {
    path.to_str().expect("temporary paths are UTF-8")
}

#[test]
fn any_order_and_any_number_of_threads_give_the_same_bytes() {
    let dir = tempfile::tempdir().unwrap();
    let mut briefs: Vec<_> = fs::read_dir(corpus()).unwrap().map(|entry| entry.unwrap().path()).collect();
    briefs.retain(|path| path.extension().is_some_and(|e| e == "md" || e == "txt") && !path.ends_with("README.md"));
    briefs.sort();
    let run = |name: &str, jobs: &str, briefs: &[std::path::PathBuf]| {
        let out = dir.path().join(name);
        let mut args = vec!["analyze", "--jobs", jobs, "--out", path(&out)];
        args.extend(briefs.iter().map(|brief| path(brief)));
        let done = briefscope(&args);
        assert!(done.status.success(), "{}", stderr(&done));
        out
    };
    let first = run("first", "1", &briefs);
    briefs.reverse();
    let second = run("second", "2", &briefs);
    for name in ["collection.json", "totals.json"] {
        assert!(
            fs::read(first.join(name)).unwrap() == fs::read(second.join(name)).unwrap(),
            "{name} differs"
        );
    }
    for entry in fs::read_dir(first.join("documents")).unwrap() {
        let name = entry.unwrap().file_name();
        let (a, b) = (first.join("documents").join(&name), second.join("documents").join(&name));
        assert!(fs::read(a).unwrap() == fs::read(b).unwrap(), "{} differs", name.display());
    }
}

#[test]
fn a_bad_document_is_named_and_the_others_are_done() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("good.txt"), "Russia condemned the attack.\n").unwrap();
    fs::write(dir.path().join("empty.txt"), "").unwrap();
    fs::write(dir.path().join("binary.txt"), [0u8, 159, 146, 150, 0, 1, 2, 3, 255, 254, 0, 0, 7]).unwrap();
    fs::write(
        dir.path().join("records.jsonl"),
        "{\"id\": \"a\", \"text\": \"Iran praised Iraq.\"}\nnot json\n{\"id\": \"b\", \"text\": \"Fine.\"}\n",
    )
    .unwrap();
    let done = briefscope(&["analyze", path(dir.path())]);
    assert_eq!(done.status.code(), Some(1));
    let lines = String::from_utf8_lossy(&done.stdout).lines().count();
    assert_eq!(lines, 3, "good.txt and two records: {}", stderr(&done));
    for named in ["empty.txt", "binary.txt", "records.jsonl:2"] {
        assert!(stderr(&done).contains(named), "{named} is not named: {}", stderr(&done));
    }
}

#[test]
fn nothing_done_is_exit_status_2() {
    let dir = tempfile::tempdir().unwrap();
    let lexicon = dir.path().join("bad.tsv");
    fs::write(&lexicon, "id\tname\nx\ty\n").unwrap();
    let brief = dir.path().join("brief.txt");
    fs::write(&brief, "Text.").unwrap();
    let nowhere = dir.path().join("nowhere");
    let empty = dir.path().join("empty");
    fs::create_dir(&empty).unwrap();
    for args in [
        vec!["analyze", path(&nowhere)],
        vec!["analyze", path(&empty)],
        vec!["analyze", path(&brief), "--lexicon", path(&lexicon)],
        vec!["analyze", path(&brief), "--fields", "nonsense"],
        vec!["analyze", path(&brief), "--min-confidence", "1.5"],
        vec!["analyze", path(&brief), "--out", path(dir.path())],
        vec!["analyze"],
    ] {
        let done = briefscope(&args);
        assert_eq!(done.status.code(), Some(2), "{args:?}: {}", stderr(&done));
        assert!(!stderr(&done).is_empty(), "{args:?}");
        assert!(done.stdout.is_empty(), "{args:?}");
    }
}

#[test]
fn documents_that_are_gone_are_removed_and_foreign_folders_are_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    let (a, b, out) = (dir.path().join("a.txt"), dir.path().join("b.txt"), dir.path().join("out"));
    fs::write(&a, "Russia praised China.").unwrap();
    fs::write(&b, "Iran blamed Iraq.").unwrap();
    assert!(briefscope(&["analyze", path(&a), path(&b), "--out", path(&out)]).status.success());
    assert_eq!(fs::read_dir(out.join("documents")).unwrap().count(), 2);
    assert!(briefscope(&["analyze", path(&a), "--out", path(&out)]).status.success());
    assert_eq!(fs::read_dir(out.join("documents")).unwrap().count(), 1);
    let foreign = dir.path().join("foreign");
    fs::create_dir(&foreign).unwrap();
    fs::write(foreign.join("diary.txt"), "mine").unwrap();
    assert_eq!(briefscope(&["analyze", path(&a), "--out", path(&foreign)]).status.code(), Some(2));
    assert_eq!(fs::read_dir(&foreign).unwrap().count(), 1);
}

#[test]
fn tables_have_the_document_first_and_a_row_an_item() {
    let dir = tempfile::tempdir().unwrap();
    let (results, tables) = (dir.path().join("results"), dir.path().join("tables"));
    assert!(briefscope(&["analyze", path(&corpus()), "--out", path(&results)]).status.success());
    assert!(
        briefscope(&["export", path(&results), "--format", "csv", "--out", path(&tables)])
            .status
            .success()
    );
    let collection: serde_json::Value = serde_json::from_slice(&fs::read(results.join("collection.json")).unwrap()).unwrap();
    for name in ["documents", "mentions", "entities", "pairs", "stances", "positions"] {
        let mut reader = csv::Reader::from_path(tables.join(format!("{name}.csv"))).unwrap();
        assert_eq!(reader.headers().unwrap().get(0), Some("document"), "{name}");
        let rows = reader.records().map(Result::unwrap).count();
        assert!(rows > 0, "{name}");
        if name == "documents" {
            assert_eq!(rows, collection["documents"].as_array().unwrap().len());
        }
    }
}

#[test]
fn the_schemas_are_printed() {
    for output in ["document", "collection", "manifest"] {
        let done = briefscope(&["schema", output]);
        let schema: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{output}");
    }
}

#[test]
fn stances_below_the_confidence_asked_for_are_left_out() {
    let dir = tempfile::tempdir().unwrap();
    let brief = dir.path().join("brief.txt");
    fs::write(
        &brief,
        "Russia condemned Iran. Officials in Kabul said that China may not support Iraq's economy.",
    )
    .unwrap();
    let confidences = |args: &[&str]| -> Vec<f64> {
        let done = briefscope(&[&["analyze", path(&brief)], args].concat());
        let json: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
        let stances = json["stances"].as_array().unwrap().iter();
        stances.map(|stance| stance["confidence"].as_f64().unwrap()).collect()
    };
    let all = confidences(&[]);
    let sure = confidences(&["--min-confidence", "0.6"]);
    assert!(!sure.is_empty() && sure.len() < all.len(), "{all:?}");
    let expected: Vec<f64> = all.into_iter().filter(|&confidence| confidence >= 0.6).collect();
    assert_eq!(sure, expected);
}
