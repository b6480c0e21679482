use super::*;
use crate::document::*;
use std::path::PathBuf;

/// Inputs and what is left out.
pub fn inputs(paths: &[PathBuf]) -> (Vec<Input>, Vec<Failure>) {
    (
        paths
            .iter()
            .map(|p| Input {
                name: p.file_name().unwrap().to_string_lossy().into_owned(),
                path: p.clone(),
            })
            .collect(),
        Vec::new(),
    )
}

/// Reads an input.
pub fn read(input: &Input, options: &ReadOptions) -> Vec<Result<RawDocument, Failure>> {
    let bytes = std::fs::read(&input.path).unwrap();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let sha256 = crate::digest::sha256(&bytes);
    let mut source = Source {
        path: input.name.clone(),
        media_type: "text/plain".into(),
        sha256: sha256.clone(),
        bytes: bytes.len() as u64,
        ..Default::default()
    };
    if input.name.ends_with(".jsonl") {
        text.lines()
            .enumerate()
            .map(|(line, row)| {
                let value: serde_json::Value = serde_json::from_str(row).unwrap();
                let text = value[options.text_field.as_deref().unwrap_or("text")].as_str().unwrap().to_owned();
                let points = crate::span::CodePoints::new(&text);
                source.record = Some(line as u32 + 1);
                let given = value["mentions"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .map(|m| GivenMention {
                        source: Span {
                            start: points.byte(m["start"].as_u64().unwrap() as u32),
                            end: points.byte(m["end"].as_u64().unwrap() as u32),
                        },
                        entity: m["entity"].as_str().unwrap().into(),
                        kind: match m["kind"].as_str() {
                            Some("place") => Kind::Place,
                            Some("theme") => Kind::Theme,
                            _ => Kind::Actor,
                        },
                        name: m["name"].as_str().unwrap().into(),
                    })
                    .collect();
                let head = Head {
                    id: value[options.id_field.as_deref().unwrap_or("id")].as_str().unwrap().into(),
                    source: source.clone(),
                    given,
                    ..Default::default()
                };
                Ok(RawDocument {
                    head,
                    text,
                    structure: Structure::Lines { content: 0 },
                })
            })
            .collect()
    } else {
        let head = Head {
            id: format!("{}-{}", input.name.split('.').next().unwrap(), &sha256[..8]),
            source,
            ..Default::default()
        };
        vec![Ok(RawDocument {
            head,
            text,
            structure: Structure::Lines { content: 0 },
        })]
    }
}
