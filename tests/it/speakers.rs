//! Whom the first person means.

use briefscope::document::Head;
use briefscope::ingest::{RawDocument, Structure};
use serde::Deserialize;

use crate::cases::load;
use crate::contract::pipeline;

#[derive(Deserialize)]
struct Case {
    name: String,
    speaker: Option<String>,
    text: String,
    #[serde(default)]
    expect: Vec<String>,
}

#[test]
fn the_first_person_is_the_speaker() {
    let pipeline = pipeline();
    for case in load("speakers", |case: &Case| &case.name) {
        let mut head = Head::default();
        if let Some(speaker) = &case.speaker {
            head.metadata.further.insert("speaker".to_owned(), speaker.as_str().into());
        }
        let analysis = pipeline.analyze(RawDocument {
            head,
            text: case.text.clone(),
            structure: Structure::Lines { content: 0 },
        });
        let result = analysis.to_result();
        let line = |it: &briefscope::result::StanceRow| format!("{} {} {}", it.holder, it.polarity, it.target);
        let got: Vec<String> = result.stances.iter().map(line).collect();
        assert_eq!(got, case.expect, "tests/cases/speakers.toml, case {:?}: {}", case.name, case.text);
    }
}
