//! Exports from outside: every format is written, and what annotation tools hold comes back as it went out.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

const TEXT: &str = "Iran condemned the 𝒩orthern Front in Herat.\n\nThe Northern Front fears smuggling of arms. =SUM(A1) said Iran.";

fn briefscope(args: &[&str]) -> Vec<u8> {
    let done = Command::new(env!("CARGO_BIN_EXE_briefscope"))
        .args(args)
        .stdin(Stdio::null())
        .output()
        .expect("the program runs");
    assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
    done.stdout
}

fn path(path: &Path) -> &str {
    path.to_str().expect("temporary paths are UTF-8")
}

/// A result of one record with mentions given by hand.
fn result(dir: &Path) -> PathBuf {
    let mention = |surface: &str, entity: &str, kind: &str| {
        let start = TEXT[..TEXT.find(surface).expect("it is there")].chars().count();
        serde_json::json!({"start": start, "end": start + surface.chars().count(), "entity": entity, "kind": kind, "name": surface})
    };
    let mentions = [
        mention("Iran", "state:IRN", "actor"),
        mention("Herat", "city:herat", "place"),
        mention("Northern Front", "group:northern-front", "actor"),
        mention("smuggling of arms", "theme:arms_trafficking", "theme"),
        mention("=SUM(A1)", "agency:sum", "actor"),
    ];
    let record = serde_json::json!({"id": "brief", "text": TEXT, "title": "A brief", "date": "2024-02", "mentions": mentions});
    let records = dir.join("records.jsonl");
    fs::write(&records, format!("{record}\n")).unwrap();
    analyze(&records, &dir.join("result"))
}

fn analyze(records: &Path, out: &Path) -> PathBuf {
    briefscope(&["analyze", path(records), "--mentions", "given", "--out", path(out)]);
    out.to_owned()
}

#[test]
fn given_actors_that_the_lexicon_knows_have_its_class() {
    let dir = tempfile::tempdir().unwrap();
    let given = |start: usize, end: usize, entity: &str| serde_json::json!({"start": start, "end": end, "entity": entity, "kind": "actor", "name": entity});
    let text = "President Vladimir Putin met the Zorbian Council. Hezbollah thanked Zed.";
    let record = serde_json::json!({"id": "brief", "text": text, "mentions": [
        given(0, 24, "p"), given(33, 48, "q"), given(50, 59, "r"), given(68, 71, "s"),
    ]});
    let records = dir.path().join("records.jsonl");
    fs::write(&records, format!("{record}\n")).unwrap();
    let json: Value = serde_json::from_slice(&briefscope(&["analyze", path(&records), "--mentions", "given"])).unwrap();
    let class = |at: usize| json["mentions"][at]["class"].as_str();
    assert_eq!(
        [class(0), class(1), class(2), class(3)],
        [Some("person"), Some("agency"), Some("armed_group"), None]
    );
    assert_eq!(json["mentions"].as_array().map(Vec::len), Some(4));
}

fn export(result: &Path, format: &str) -> PathBuf {
    let out = result.join(format);
    briefscope(&["export", path(result), "--format", format, "--out", path(&out)]);
    out
}

/// Start, end, kind, entity and name of every mention, of the document with its date and title.
fn mentions(result: &Path) -> Vec<(u64, u64, String, String, String)> {
    let json: Value = serde_json::from_slice(&fs::read(result.join("documents/brief.json")).unwrap()).unwrap();
    assert_eq!(
        (&json["metadata"]["date"], &json["metadata"]["title"]),
        (&Value::from("2024-02"), &Value::from("A brief"))
    );
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let row = |it: &Value| {
        (
            it["start"].as_u64().unwrap(),
            it["end"].as_u64().unwrap(),
            text(&it["kind"]),
            text(&it["entity"]),
            text(&it["name"]),
        )
    };
    json["mentions"].as_array().unwrap().iter().map(row).collect()
}

#[test]
fn corrected_annotations_come_back_as_they_went_out() {
    let dir = tempfile::tempdir().unwrap();
    let result = result(dir.path());
    assert_eq!(mentions(&result).len(), 5);
    for format in ["brat", "spacy", "cas"] {
        let out = export(&result, format);
        let records = dir.path().join(format!("{format}.jsonl"));
        fs::write(&records, briefscope(&["import", path(&out)])).unwrap();
        let again = analyze(&records, &dir.path().join(format!("{format}-again")));
        assert_eq!(mentions(&again), mentions(&result), "{format}");
        let figures: Value = serde_json::from_slice(&briefscope(&["evaluate", path(&out), path(&result), "--format", "json"])).unwrap();
        let all = figures["scores"]
            .as_array()
            .unwrap()
            .iter()
            .find(|score| score["by"] == "all" && score["matched"] == "exact")
            .unwrap();
        assert_eq!(
            (&all["gold"], &all["f1"]),
            (&Value::from(5), &Value::from(1.0)),
            "{format}: {figures:#}"
        );
    }
}

/// What must be the same after the round: blocks, and mentions with their zones.
fn structure(result: &Path) -> (Value, Vec<(Value, Value)>, Vec<Value>) {
    let file = fs::read_dir(result.join("documents")).unwrap().next().unwrap().unwrap();
    let json: Value = serde_json::from_slice(&fs::read(file.path()).unwrap()).unwrap();
    let list = |name: &str| json[name].as_array().unwrap().clone();
    let pick = |it: &Value, names: &[&str]| names.iter().map(|name| it[*name].clone()).collect::<Value>();
    let mentions = list("mentions").into_iter();
    let blocks = list("blocks").into_iter();
    (
        json["text"].clone(),
        mentions
            .map(|it| (pick(&it, &["start", "end", "entity", "name"]), pick(&it, &["kind", "zone", "page"])))
            .collect(),
        blocks.map(|it| pick(&it, &["kind", "start", "end", "page"])).collect(),
    )
}

#[test]
fn a_brief_comes_back_with_its_notes_and_pages() {
    let dir = tempfile::tempdir().unwrap();
    let result = dir.path().join("result");
    let brief = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/baltic-hybrid-2025.txt");
    briefscope(&["analyze", path(&brief), "--out", path(&result)]);
    let before = structure(&result);
    assert!(before.1.iter().any(|(_, place)| place[1] == "footnote"), "{:?}", before.1);
    for format in ["brat", "spacy", "cas"] {
        let records = dir.path().join(format!("{format}.jsonl"));
        fs::write(&records, briefscope(&["import", path(&export(&result, format))])).unwrap();
        let again = analyze(&records, &dir.path().join(format!("{format}-again")));
        assert!(structure(&again) == before, "{format}");
    }
}

#[test]
fn every_format_is_written_and_no_cell_is_a_formula() {
    let dir = tempfile::tempdir().unwrap();
    let result = result(dir.path());
    let files = |format: &str| fs::read_dir(export(&result, format)).unwrap().count();
    let counts = ["csv", "parquet", "graphml", "gexf", "dna", "spacy", "brat", "cas", "kwic"].map(files);
    assert_eq!(counts, [11, 9, 2, 2, 3, 1, 5, 1, 1]);
    let table = fs::read_to_string(result.join("csv/mentions.csv")).unwrap();
    assert_eq!(table.lines().count(), 6, "{table}");
    assert!(table.contains(",'=SUM(A1),"), "{table}");
    assert!(fs::read_to_string(result.join("kwic/kwic.csv")).unwrap().contains(",'=SUM(A1),"));
    let package: Value = serde_json::from_slice(&fs::read(result.join("csv/datapackage.json")).unwrap()).unwrap();
    let types: Vec<&str> = package["resources"][1]["schema"]["fields"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|it| it["type"].as_str())
        .collect();
    assert!(types.contains(&"integer") && types.contains(&"number"), "{types:?}");
    let dictionary = fs::read_to_string(result.join("csv/data_dictionary.csv")).unwrap();
    let unknown = dictionary.lines().filter(|line| line.contains("the dictionary does not know"));
    let unknown: Vec<&str> = unknown.filter(|line| !line.contains(",metadata_")).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn context_and_stances_are_shown_without_colors_in_a_pipe() {
    let dir = tempfile::tempdir().unwrap();
    let result = result(dir.path());
    let lines = String::from_utf8(briefscope(&["kwic", path(&result), "northern"])).unwrap();
    assert!(lines.contains("The Northern Front fears") && !lines.contains('\x1b'), "{lines}");
    let stances = String::from_utf8(briefscope(&["stances", path(&result), "--holder", "nobody"])).unwrap();
    assert_eq!(stances, "");
}
