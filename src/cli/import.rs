//! `briefscope import`: annotations that people corrected, as records with given mentions.

use std::io::{BufWriter, Write, stdout};
use std::path::PathBuf;

use briefscope::evaluate::{Gold, GoldDocument, GoldMention};
use serde_json::{Map, Value, json};

use super::End;

/// Turn corrected annotations into records whose mentions `analyze --mentions given` takes
#[derive(clap::Args)]
#[command(after_help = "Examples:
  briefscope export results --format brat --out to-correct
  briefscope import to-correct > corrected.jsonl
  briefscope analyze corrected.jsonl --mentions given --out corrected

Formats: brat (.ann beside .txt), spaCy (.jsonl), CAS (.json), CoNLL (.conll, .iob, .bio), our gold .json; a file or a folder.")]
pub struct Args {
    /// Annotations: a file or a folder
    annotations: PathBuf,
}

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<End> {
    let gold = Gold::read(&args.annotations)?;
    let mut out = BufWriter::new(stdout().lock());
    for document in gold.documents {
        serde_json::to_writer(&mut out, &record(document))?;
        writeln!(out)?;
    }
    out.flush()?;
    Ok(End::All)
}

/// A record: metadata, id, text, mentions, blocks.
fn record(document: GoldDocument) -> Map<String, Value> {
    let points: Vec<char> = document.text.chars().collect();
    let mentions: Vec<Value> = document.mentions.iter().filter_map(|it| mention(it, &points)).collect();
    let mut record = document.metadata;
    record.retain(|field, value| field != "inferred" && !value.is_null());
    record.insert("id".to_owned(), json!(document.id));
    record.insert("text".to_owned(), json!(document.text));
    record.insert("mentions".to_owned(), json!(mentions));
    if !document.blocks.is_empty() {
        record.insert("blocks".to_owned(), json!(document.blocks));
    }
    record
}

/// Ids stay; a mention without one gets an id from its kind and its name or words.
fn mention(it: &GoldMention, points: &[char]) -> Option<Value> {
    let surface: String = points.get(it.start as usize..it.end as usize)?.iter().collect();
    let name = if it.name.is_empty() { &surface } else { &it.name };
    let kind = json!(it.kind);
    let made = format!("{}:{}", kind.as_str().unwrap_or_default(), slug(name));
    let entity = if it.entity.is_empty() { &made } else { &it.entity };
    Some(json!({"start": it.start, "end": it.end, "entity": entity, "kind": kind, "name": name}))
}

fn slug(name: &str) -> String {
    let words: Vec<String> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join("-")
}
