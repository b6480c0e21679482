//! UIMA CAS as JSON, as `INCEpTION` and dkpro-cassis write it: named entities with `value` (a label) and `identifier`.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::{GoldDocument, GoldMention, labels};
use crate::document::{BlockKind, GivenBlock, Kind};

#[derive(Deserialize)]
struct Cas {
    #[serde(rename = "%FEATURE_STRUCTURES")]
    structures: Vec<Map<String, Value>>,
}

/// Whether this is a CAS.
pub fn is_one(json: &str) -> bool {
    json.contains("\"%FEATURE_STRUCTURES\"")
}

pub fn read(file: String, json: &str) -> serde_json::Result<GoldDocument> {
    let cas: Cas = serde_json::from_str(json)?;
    let of = |name: &'static str| cas.structures.iter().filter(move |it| text(it, "%TYPE").ends_with(name));
    let text_of_sofa = of("uima.cas.Sofa")
        .map(|sofa| text(sofa, "sofaString"))
        .find(|text| !text.is_empty());
    let document_text = text_of_sofa.unwrap_or_default().to_owned();
    let points = code_points(&document_text);
    let mentions = of("NamedEntity").filter_map(|it| mention(it, &points)).collect();
    let mut blocks: Vec<GivenBlock> = of("segmentation.type.Div").filter_map(|it| block(it, &points)).collect();
    blocks.sort_by_key(|block| (block.start, block.end));
    let fields = of("MetaDataStringField").map(|it| (text(it, "key").to_owned(), Value::from(text(it, "value"))));
    let mut metadata: Map<String, Value> = fields.filter(|(key, _)| !key.is_empty()).collect();
    let mut id = file;
    for it in of("DocumentMetaData") {
        for (feature, field) in [("documentTitle", "title"), ("language", "language")] {
            let value = text(it, feature);
            if !value.is_empty() && value != "x-unspecified" {
                metadata.insert(field.to_owned(), Value::from(value));
            }
        }
        if !text(it, "documentId").is_empty() {
            text(it, "documentId").clone_into(&mut id);
        }
    }
    Ok(GoldDocument {
        id,
        file: None,
        text: document_text,
        metadata,
        blocks,
        all_zones: true,
        mentions,
        stances: None,
    })
}

fn text<'a>(structure: &'a Map<String, Value>, feature: &str) -> &'a str {
    structure.get(feature).and_then(Value::as_str).unwrap_or_default()
}

/// A division whose type is a kind of block.
fn block(structure: &Map<String, Value>, points: &[u32]) -> Option<GivenBlock> {
    let kind: BlockKind = serde_json::from_value(Value::from(text(structure, "divType"))).ok()?;
    let page = text(structure, "id").strip_prefix("page-").and_then(|page| page.parse().ok());
    let (start, end) = extent(structure, points)?;
    let level = u8::from(kind == BlockKind::Heading);
    Some(GivenBlock {
        kind,
        start,
        end,
        page,
        level,
    })
}

/// Begin and end in code points; a feature of the value 0 may be left out.
fn extent(structure: &Map<String, Value>, points: &[u32]) -> Option<(u32, u32)> {
    let offset = |name: &str| structure.get(name).and_then(Value::as_u64).unwrap_or_default();
    let point = |name: &str| points.get(usize::try_from(offset(name)).ok()?).copied();
    Some((point("begin")?, point("end")?))
}

/// The label is a kind or a class, as in the other formats.
fn mention(structure: &Map<String, Value>, points: &[u32]) -> Option<GoldMention> {
    let (start, end) = extent(structure, points)?;
    let (kind, class) = labels::of(text(structure, "value"))?;
    let entity = text(structure, "identifier").to_owned();
    let name = match kind {
        Kind::Theme if text(structure, "name").is_empty() => entity.strip_prefix("theme:").unwrap_or_default().to_owned(),
        _ => text(structure, "name").to_owned(),
    };
    Some(GoldMention {
        start,
        end,
        kind,
        class,
        entity,
        name,
    })
}

/// The code point at each UTF-16 code unit, in which this format counts, and the end.
fn code_points(text: &str) -> Vec<u32> {
    let numbered = (0..).zip(text.chars());
    let mut points: Vec<u32> = numbered
        .flat_map(|(point, character)| std::iter::repeat_n(point, character.len_utf16()))
        .collect();
    points.push(points.last().map_or(0, |last| last + 1));
    points
}
