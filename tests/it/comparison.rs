//! Documents side by side: cases as data in tests/cases/comparison.toml.

use briefscope::compare::{By, Comparer, Options, Texts};
use briefscope::document::Head;
use briefscope::ingest::{RawDocument, Structure};
use briefscope::pipeline::Pipeline;
use briefscope::result::{Basis, ComparisonResult, DocumentResult, Fields, Measure};
use serde::Deserialize;

use crate::cases::load;
use crate::contract::pipeline;

#[derive(Deserialize)]
struct Case {
    name: String,
    #[serde(default)]
    by: Option<String>,
    documents: Vec<Text>,
    #[serde(default)]
    groups: Option<Vec<String>>,
    #[serde(default)]
    disagreements: Vec<String>,
    #[serde(default)]
    only_in: Option<Vec<String>>,
    #[serde(default)]
    shared_passages: Vec<String>,
}

#[derive(Deserialize)]
struct Text {
    id: String,
    #[serde(default)]
    date: Option<String>,
    text: String,
}

fn json(pipeline: &Pipeline, text: &Text) -> String {
    let mut head = Head {
        id: text.id.clone(),
        ..Head::default()
    };
    head.metadata.date.clone_from(&text.date);
    let raw = RawDocument {
        head,
        text: text.text.clone(),
        structure: Structure::Lines { content: 0 },
    };
    let mut json = Vec::new();
    Fields::all()
        .write(&pipeline.analyze(raw).to_result(), &mut json)
        .expect("memory can be written");
    String::from_utf8(json).expect("JSON is UTF-8")
}

fn compare(by: &str, documents: &[String]) -> ComparisonResult {
    let mut comparer = Comparer::new(Options {
        by: By::named(by),
        draws: 20,
        networks: true,
        ..Options::default()
    });
    let read = |json: &'_ String| DocumentResult::read(json).expect("what we write, we read").id.clone();
    assert!(documents.iter().all(|json| !read(json).is_empty()));
    for json in documents {
        comparer.add(&DocumentResult::read(json).unwrap()).expect("different ids");
    }
    let (closed, wanted) = comparer.close();
    let mut texts = Texts::default();
    for json in documents {
        wanted.read(&DocumentResult::read(json).unwrap(), &mut texts);
    }
    closed.finish(&texts)
}

#[test]
fn comparisons_say_what_the_cases_say() {
    let pipeline = pipeline();
    for case in load("comparison", |case: &Case| &case.name) {
        let documents: Vec<String> = case.documents.iter().map(|text| json(&pipeline, text)).collect();
        let by = case.by.as_deref().unwrap_or("document");
        let result = compare(by, &documents);
        let name = &case.name;
        let shown = result.disagreements.iter().map(|it| {
            format!(
                "{} {} {}: {} | {}: {}",
                it.holder, it.target, it.a, it.evidence_a.text, it.b, it.evidence_b.text
            )
        });
        assert_eq!(
            shown.collect::<Vec<_>>(),
            case.disagreements,
            "tests/cases/comparison.toml, {name}: disagreements"
        );
        if let Some(groups) = case.groups {
            let shown = result.groups.iter().map(|it| format!("{}: {}", it.group, it.documents.join(" ")));
            assert_eq!(shown.collect::<Vec<_>>(), groups, "tests/cases/comparison.toml, {name}: groups");
        }
        if let Some(only_in) = case.only_in {
            let shown = result.only_in.iter().map(|it| format!("{} {} {}", it.group, it.entity, it.count));
            assert_eq!(shown.collect::<Vec<_>>(), only_in, "tests/cases/comparison.toml, {name}: only_in");
        }
        let shown = result
            .shared_passages
            .iter()
            .map(|it| format!("{} {}", it.a.document, it.b.document));
        assert_eq!(
            shown.collect::<Vec<_>>(),
            case.shared_passages,
            "tests/cases/comparison.toml, {name}: shared_passages"
        );
        let mut reversed = documents.clone();
        reversed.reverse();
        let bytes = |result: &ComparisonResult| serde_json::to_string(result).unwrap();
        assert_eq!(
            bytes(&compare(by, &reversed)),
            bytes(&result),
            "{name}: another order, another result"
        );
    }
}

#[test]
fn a_group_is_no_distance_from_its_like_and_far_from_a_stranger() {
    let pipeline = pipeline();
    let text = |id: &str, text: &str| {
        json(
            &pipeline,
            &Text {
                id: id.to_owned(),
                date: None,
                text: text.to_owned(),
            },
        )
    };
    let documents = [
        text("a", "Georgia and Armenia met. Turkey waits."),
        text("b", "Turkey waits. Georgia and Armenia met."),
        text("c", "Japan and China met. Mongolia waits."),
    ];
    let result = compare("document", &documents);
    let distance = |a: &str, b: &str, measure: Measure| {
        let row = result
            .distances
            .iter()
            .find(|row| row.a == a && row.b == b && row.basis == Basis::Entities && row.measure == measure);
        row.expect("few groups have all distances").value.0
    };
    for measure in [Measure::Cosine, Measure::JensenShannon] {
        assert!(distance("a", "b", measure).abs() < 1e-9);
        assert!((distance("a", "c", measure) - 1.0).abs() < 1e-9);
    }
    let clusters = result
        .clusters
        .iter()
        .find(|row| row.basis == Basis::Entities)
        .expect("entities differ");
    assert_eq!(
        (clusters.merges[0].a, clusters.merges[0].b),
        (0, 1),
        "the two alike are joined first"
    );
}
