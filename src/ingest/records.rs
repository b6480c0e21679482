//! Records of any format, to documents.

use serde_json::{Map, Value};

use super::encoding::warn_of_mojibake;
use super::failure::{Failure, Outcome, Reason};
use super::ids::slug;
use super::metadata::{metadata, scalar};
use super::read::{Decoded, ReadOptions};
use super::{RawBlock, RawDocument, Structure, language};
use crate::document::{GivenBlock, GivenMention, Head, Kind, Source, Warning};
use crate::span::{CodePoints, Span};

/// The document of the record `fields` on line `line`.
pub(super) fn document(file: &Decoded, line: u32, mut fields: Map<String, Value>, options: &ReadOptions) -> Result<RawDocument, Failure> {
    let id = fields
        .remove(&options.id_field)
        .as_ref()
        .and_then(scalar)
        .unwrap_or_else(|| format!("{}-{line}", slug(&file.source.path)));
    let fail = |outcome, reason| Failure {
        id: Some(id.clone()),
        ..failure(file, line, outcome, reason)
    };
    let text = match fields.remove(&options.text_field) {
        Some(Value::String(text)) => text,
        Some(Value::Null) => String::new(),
        Some(_) => return Err(fail(Outcome::Failed, Reason::TextIsNoString(options.text_field.clone()))),
        None => {
            let present = fields.keys().cloned().collect();
            return Err(fail(
                Outcome::Failed,
                Reason::NoTextField {
                    field: options.text_field.clone(),
                    present,
                },
            ));
        }
    };
    if text.chars().all(|c| c.is_whitespace() || c.is_control()) {
        return Err(fail(Outcome::Empty, Reason::Empty));
    }
    let mut warnings = file.warnings.clone();
    warn_of_mojibake(&text, &mut warnings);
    let given = fields
        .remove("mentions")
        .map(|mentions| given(mentions, &text, &mut fields, &mut warnings))
        .unwrap_or_default();
    let structure = structure(&mut fields, &text);
    let source = Source {
        record: Some(line),
        ..file.source.clone()
    };
    let mut head = Head {
        id,
        source,
        metadata: metadata(fields, &mut warnings),
        warnings,
        given,
    };
    language::identify(&mut head, &text);
    Ok(RawDocument { head, text, structure })
}

/// A failure of the record on line `line`.
pub(super) fn failure(file: &Decoded, line: u32, outcome: Outcome, reason: Reason) -> Failure {
    let source = &file.source;
    Failure {
        path: source.path.clone(),
        line: Some(line),
        id: None,
        sha256: Some(source.sha256.clone()),
        bytes: source.bytes,
        outcome,
        reason,
    }
}

/// The blocks that a record brings, as `import` writes them; a field of that name which is something else is metadata.
fn structure(fields: &mut Map<String, Value>, text: &str) -> Structure {
    let lines = Structure::Lines { content: 0 };
    let Some(value) = fields.get("blocks") else { return lines };
    let Ok(given) = serde_json::from_value::<Vec<GivenBlock>>(value.clone()) else {
        return lines;
    };
    let points = CodePoints::new(text);
    let length = points.before(u32::try_from(text.len()).unwrap_or(u32::MAX));
    let mut end = 0;
    let in_order = given.iter().all(|it| {
        let follows = end <= it.start && it.start < it.end && it.end <= length;
        end = it.end;
        follows
    });
    if given.is_empty() || !in_order {
        return lines;
    }
    fields.remove("blocks");
    let raw = |it: GivenBlock| RawBlock {
        kind: it.kind,
        level: it.level,
        page: it.page,
        parts: vec![Span {
            start: points.byte(it.start),
            end: points.byte(it.end),
        }],
    };
    Structure::Blocks(given.into_iter().map(raw).collect())
}

/// The mentions that a record brings; a field of that name which is no list is metadata.
fn given(mentions: Value, text: &str, fields: &mut Map<String, Value>, warnings: &mut Vec<Warning>) -> Vec<GivenMention> {
    let mentions = match mentions {
        Value::String(packed) if packed.trim_start().starts_with('[') => serde_json::from_str(&packed).unwrap_or(Value::String(packed)),
        other => other,
    };
    let Value::Array(list) = mentions else {
        fields.insert("mentions".to_owned(), mentions);
        return Vec::new();
    };
    let points = CodePoints::new(text);
    let length = points.before(u32::try_from(text.len()).unwrap_or(u32::MAX));
    let mut given = Vec::with_capacity(list.len());
    for (place, value) in list.iter().enumerate() {
        match mention(value, &points, length) {
            Ok(mention) => given.push(mention),
            Err(problem) => {
                let message = format!("given mention {}: {problem}; left out", place + 1);
                warnings.push(Warning {
                    code: "given_mention".to_owned(),
                    message,
                    page: None,
                });
            }
        }
    }
    given
}

/// One given mention; its offsets count code points of a text with `length` of them.
fn mention(value: &Value, points: &CodePoints, length: u32) -> Result<GivenMention, String> {
    let offset = |name: &str| {
        value
            .get(name)
            .and_then(Value::as_u64)
            .and_then(|offset| u32::try_from(offset).ok())
            .ok_or_else(|| format!("{name:?} is no offset"))
    };
    let (start, end) = (offset("start")?, offset("end")?);
    if start >= end || end > length {
        return Err(format!("{start} to {end} does not lie in the text (0 to {length})"));
    }
    let entity = value.get("entity").and_then(scalar).ok_or("no entity")?;
    let kind = match value.get("kind").and_then(Value::as_str) {
        Some("actor") => Kind::Actor,
        Some("place") => Kind::Place,
        Some("theme") => Kind::Theme,
        other => return Err(format!("kind {other:?} is none of actor, place, theme")),
    };
    let name = value.get("name").and_then(scalar).unwrap_or_else(|| entity.clone());
    Ok(GivenMention {
        source: Span {
            start: points.byte(start),
            end: points.byte(end),
        },
        entity,
        kind,
        name,
    })
}
