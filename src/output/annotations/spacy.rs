//! spaCy: a JSON line a document, as `Example.from_dict` takes it.
//!
//! `entities` are actors and places, which never overlap; `spans.themes` are themes, which may lie over them; `links`
//! and `names` give the entity's id and name for each of them in the same order.

use std::io::Write;
use std::path::Path;

use serde::Serialize;
use serde_json::Value;

use crate::document::{GivenBlock, Kind};
use crate::output::Written;
use crate::output::error::OutputError;
use crate::output::folder::each_document;
use crate::output::whole::write_whole;
use crate::result::{DocumentResult, MentionRow};

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    text: &'a str,
    entities: Vec<Labelled>,
    spans: Spans,
    links: Links<'a>,
    names: Links<'a>,
    blocks: Vec<GivenBlock>,
    meta: Value,
}

#[derive(Serialize)]
struct Spans {
    themes: Vec<Labelled>,
}

#[derive(Serialize)]
struct Links<'a> {
    entities: Vec<&'a str>,
    themes: Vec<&'a str>,
}

/// Start, end, label.
type Labelled = (u32, u32, String);

pub fn write(result: &Path, dir: &Path) -> Result<Vec<Written>, OutputError> {
    let path = dir.join("spacy.jsonl");
    let mut rows = 0;
    let mut lines = Vec::new();
    each_document(result, |document| {
        rows += document.mentions.len() as u64;
        serde_json::to_writer(&mut lines, &line(&document)?)?;
        lines.push(b'\n');
        Ok(())
    })?;
    write_whole(&path, |out| out.write_all(&lines)).map_err(|e| OutputError::write(&path, &e))?;
    Ok(vec![Written { path, rows }])
}

fn line<'a>(document: &'a DocumentResult) -> serde_json::Result<Line<'a>> {
    let (themes, entities): (Vec<&MentionRow>, Vec<&MentionRow>) = document.mentions.iter().partition(|it| it.kind == Kind::Theme);
    let label = |mention: &MentionRow| match mention.kind {
        Kind::Actor => "ACTOR".to_owned(),
        Kind::Place => "PLACE".to_owned(),
        Kind::Theme => mention.name.to_uppercase(),
    };
    let labelled = |mentions: &[&MentionRow]| mentions.iter().map(|it| (it.start, it.end, label(it))).collect();
    let ids = |mentions: &[&'a MentionRow]| mentions.iter().map(|it| it.entity.as_ref()).collect();
    let names = |mentions: &[&'a MentionRow]| mentions.iter().map(|it| it.name.as_ref()).collect();
    Ok(Line {
        id: &document.id,
        text: &document.text,
        entities: labelled(&entities),
        spans: Spans { themes: labelled(&themes) },
        links: Links {
            entities: ids(&entities),
            themes: ids(&themes),
        },
        names: Links {
            entities: names(&entities),
            themes: names(&themes),
        },
        blocks: super::blocks(document),
        meta: serde_json::to_value(&document.metadata)?,
    })
}
